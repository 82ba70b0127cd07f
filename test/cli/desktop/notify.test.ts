import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notifyBy } from '#cli/desktop/notify.js';
import type { Shell } from '#cli/shell.js';
import type { Locale } from '#base/locale.js';
import type { Item } from '#queue/item.js';
import { intentLink } from '#x/api/intent.js';

const ITEM: Item = {
  id: 12,
  account: '',
  mode: 'remind',
  link: 'https://example.org/a',
  text: 'L’été arrive\n\nhttps://example.org/a',
  media: [],
  dueAt: Date.UTC(2026, 2, 2, 8),
  requestedTime: '2026-03-02T09:00',
  zone: 'Europe/Paris',
  missed: 'skip',
  gap: 0,
  review: false,
  price: 0,
  draft: 'draft.md',
  state: 'planned',
  createdAt: 0,
  changedAt: 0,
  attempts: 0,
  checks: 0,
};

interface Call {
  readonly command: string;
  readonly args: readonly string[];
  readonly stdin: string | undefined;
  readonly timeoutMs: number | undefined;
}

interface World {
  readonly platform?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTTY?: boolean;
  readonly locale?: Locale;
  /** Tools that are there; each succeeds. */
  readonly tools?: readonly string[];
  readonly run?: Shell['run'];
  /** The user's own command. */
  readonly command?: string;
}

/** A user whose session bus is nowhere. */
const NO_USER = 4_000_000;
const REMINDING = { locale: 'en' as const, formatLocalTime: () => '2026-03-02T09:00' };

/** Reminds of an item in a world, and answers what was written and which tools were called. */
async function remind(
  item: Partial<Item>,
  { platform = 'linux', env = {}, isTTY = false, locale = 'en', tools = [], run, command }: World = {},
) {
  const calls: Call[] = [];
  let written = '';
  const answer: Shell['run'] = async (tool, args, { stdin, timeoutMs } = {}) => {
    calls.push({ command: tool, args, stdin, timeoutMs });
    return { code: tools.includes(tool) ? 0 : null, stdout: '', stderr: '' };
  };
  const stderr = { isTTY, columns: undefined, write: (text: string) => void (written += text) };
  const reminding = { ...REMINDING, locale, ...(command !== undefined && { command }) };
  const notify = notifyBy({ platform, env, uid: NO_USER, stderr, run: run ?? answer }, reminding);
  const channels = await notify({ ...ITEM, ...item });
  return { calls, channels, written, commands: calls.map((each) => each.command) };
}

const WAYLAND = { WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' };
const X11 = { DISPLAY: ':0' };

describe('a reminder', () => {
  it('says on standard error what to post, where, and what to do then', async () => {
    const { written, calls } = await remind({});
    expect(written).toBe(
      [
        'Time to post item 12 by hand: Mon, Mar 2, 2026, 09:00 (Europe/Paris)',
        '',
        '    L’été arrive',
        '',
        '    https://example.org/a',
        '',
        `Open: ${intentLink(ITEM.text)}`,
        'Then: tweetspan record <URL of the post> --item 12',
        '',
      ].join('\n'),
    );
    expect(calls).toEqual([]);
  });

  it('speaks French', async () => {
    const { written } = await remind({}, { locale: 'fr', env: X11, tools: ['xclip'] });
    expect(written).toMatch(/^Élément 12 à publier à la main : lun\. 2 mars 2026 à 9 h \(Europe\/Paris\)\n/);
    expect(written).toContain('\nOuvrir\u00a0: https://x.com/intent/tweet?text=');
    expect(written).toMatch(
      /\nEnsuite : tweetspan record <URL du post> --item 12\nLe texte est dans votre presse-papiers\.\n$/,
    );
  });

  it('names the media that the composer opens without', async () => {
    const media = [
      { file: '/home/example/photo.jpg', alt: 'Une façade', tag: ['example_a', 'example_b'] },
      { file: '/home/example/plan.png' },
    ];
    const { written } = await remind({ media });
    expect(written).toContain(
      'Add by hand: /home/example/photo.jpg (alt text: Une façade; tag: @example_a, @example_b)\n',
    );
    expect(written).toContain('Add by hand: /home/example/plan.png\n');
  });

  it('rings on a terminal only', async () => {
    expect((await remind({}, { isTTY: true })).written.indexOf('\u0007Time to post item 12')).toBe(0);
    expect((await remind({}, { isTTY: false })).written).not.toContain('\u0007');
  });

  it('lets no text move the cursor or color the screen', async () => {
    const { written } = await remind({ text: 'a\u001b[31mred\u0007\rover' }, { isTTY: true });
    expect(written).toContain('    a␛[31mred␇\n    over\n');
  });
});

describe('the clipboard', () => {
  it.each([
    ['Wayland', { env: WAYLAND, tools: ['wl-copy'] }, ['wl-copy']],
    ['Wayland without wl-copy', { env: WAYLAND, tools: ['xclip'] }, ['wl-copy', 'xclip']],
    ['X11', { env: X11, tools: ['xclip', 'xsel'] }, ['xclip']],
    ['X11 without xclip', { env: X11, tools: ['xsel'] }, ['xclip', 'xsel']],
    ['X11 without any tool', { env: X11 }, ['xclip', 'xsel']],
    ['a machine without a desktop', { tools: ['xclip', 'wl-copy'] }, []],
    ['macOS', { platform: 'darwin', tools: ['env'] }, ['env']],
    ['Windows', { platform: 'win32', tools: ['powershell.exe'] }, ['powershell.exe']],
    [
      'Linux inside of Windows',
      { env: { WSL_DISTRO_NAME: 'Debian', ...X11 }, tools: ['powershell.exe'] },
      ['powershell.exe'],
    ],
  ] as const)('on %s is set by its tools', async (_, world, expected) => {
    const { commands, written } = await remind({}, world);
    expect(commands.filter((command) => !['notify-send', 'osascript'].includes(command))).toEqual(expected);
    const last = expected.at(-1);
    const isCopied = last !== undefined && 'tools' in world && (world.tools as readonly string[]).includes(last);
    expect(written.includes('The text is in your clipboard.')).toBe(isCopied);
  });

  it('gets the text by standard input, and to the letter', async () => {
    const { calls } = await remind({ text: '-e "$(id)" `é`\n' }, { env: X11, tools: ['xclip'] });
    expect(calls.find(({ command }) => command === 'xclip')).toEqual({
      command: 'xclip',
      args: ['-selection', 'clipboard'],
      stdin: '-e "$(id)" `é`\n',
      timeoutMs: 5000,
    });
  });

  it('of Windows gets plain text as it is, and any other in letters that every code page has', async () => {
    const plain = await remind({ text: 'plain' }, { platform: 'win32', tools: ['clip.exe'] });
    expect(plain.calls).toMatchObject([{ command: 'clip.exe', args: [], stdin: 'plain' }]);
    const { calls } = await remind({ text: 'été 😀' }, { platform: 'win32', tools: ['powershell.exe'] });
    expect(Buffer.from(calls[0]?.stdin ?? '', 'base64').toString('utf8')).toBe('été 😀');
    expect(calls[0]?.args.join(' ')).not.toContain('été');
  });
});

describe('a notice on the desktop', () => {
  const notice = async (item: Partial<Item>, world: World): Promise<Call | undefined> =>
    (await remind(item, world)).calls.find(({ command }) => ['notify-send', 'osascript'].includes(command));

  it('on Linux shows the text and the link, as text and not as markup', async () => {
    const text = '--help <b>bold</b> & <a href="https://example.org">more</a>';
    const call = await notice({ text }, { env: X11 });
    const [title, body] = call?.args.slice((call.args.indexOf('--') ?? 0) + 1) ?? [];
    expect(title).toBe('tweetspan: time to post');
    expect(body).toBe(
      `--help &lt;b&gt;bold&lt;/b&gt; &amp; &lt;a href="https://example.org"&gt;more&lt;/a&gt;\n\n${intentLink(text)}`,
    );
  });

  it('on macOS takes the text as an argument: the script is the same for all', async () => {
    const text = '" & (do shell script "id") & "';
    const hostile = await notice({ text }, { platform: 'darwin' });
    const harmless = await notice({}, { platform: 'darwin' });
    const script = (call: Call | undefined): readonly string[] | undefined => call?.args.slice(0, -2);
    expect(script(hostile)).toEqual(script(harmless));
    expect(script(hostile)?.join(' ')).not.toContain('do shell script');
    expect(hostile?.args.at(-2)).toBe('tweetspan: time to post');
    expect(hostile?.args.at(-1)).toBe(`${text}\n\n${intentLink(text)}`);
  });

  it('names the media', async () => {
    const call = await notice({ media: [{ file: '/home/example/photo.jpg' }] }, { env: X11 });
    expect(call?.args.at(-1)).toContain('Add by hand: photo.jpg');
  });

  it('is not tried without a session, as in a cron job', async () => {
    await expect(notice({}, { env: { XDG_RUNTIME_DIR: '/run/user/1000' } })).resolves.toBeUndefined();
    await expect(notice({}, { platform: 'win32' })).resolves.toBeUndefined();
    await expect(
      notice({}, { env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus' } }),
    ).resolves.toBeDefined();
  });

  it('cuts a long text, and leaves out a URL too long to read', async () => {
    const call = await notice({ text: 'é'.repeat(25_000) }, { env: X11 });
    expect(call?.args.at(-1)).toBe(`${'é'.repeat(299)}…`);
  });

  it('never hands a control character, or more than an argument holds, to a tool', async () => {
    const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: anyUnit, maxLength: 2000 }),
        fc.constantFrom('linux', 'darwin'),
        async (text, platform) => {
          const call = await notice({ text }, { platform, env: X11 });
          for (const argument of call?.args ?? []) {
            // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
            expect(argument).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
            expect(Buffer.byteLength(argument)).toBeLessThan(128 * 1024);
          }
        },
      ),
    );
  });
});

describe('a reminder never fails', () => {
  it('when a tool throws', async () => {
    const run: Shell['run'] = () => Promise.reject(new Error('no such tool'));
    const { written } = await remind({}, { env: X11, run });
    expect(written).toMatch(/^Time to post item 12/);
    expect(written).not.toContain('clipboard');
  });

  it('when standard error is gone', async () => {
    const write = (): never => {
      throw new Error('EIO');
    };
    const stderr = { isTTY: false, columns: undefined, write };
    const run: Shell['run'] = async () => ({ code: 0, stdout: '', stderr: '' });
    const notify = notifyBy({ platform: 'linux', env: X11, uid: NO_USER, stderr, run }, REMINDING);
    expect(await notify(ITEM)).toEqual(['desktop']);
  });

  it('and its lines stand before the first tool is called', async () => {
    const order: string[] = [];
    const stderr = { isTTY: false, columns: undefined, write: () => void order.push('lines') };
    const run: Shell['run'] = async (command) => {
      order.push(command);
      return { code: null, stdout: '', stderr: '' };
    };
    await notifyBy({ platform: 'linux', env: X11, uid: NO_USER, stderr, run }, REMINDING)(ITEM);
    expect(order).toEqual(['lines', 'xclip', 'notify-send', 'xsel']);
  });
});

describe('whom a reminder reached', () => {
  it.each([
    ['the log of a service', {}, []],
    ['a terminal', { isTTY: true }, ['terminal']],
    ['a desktop', { env: X11, tools: ['notify-send'] }, ['desktop']],
    ['a desktop without notify-send', { env: X11, tools: ['xclip'] }, []],
    ['a Mac', { platform: 'darwin', tools: ['osascript'] }, ['desktop']],
    ['a command that took it', { tools: ['sh'], command: 'mail me@example.org' }, ['command']],
    ['a command that failed', { command: 'mail me@example.org' }, []],
    ['Windows', { platform: 'win32', tools: ['cmd.exe'], command: 'mail' }, ['command']],
  ] as const)('in %s', async (_, world, channels) => {
    expect((await remind({}, world)).channels).toEqual(channels);
  });

  it('gives the command the item as JSON, and never a word of it as a command', async () => {
    const { calls } = await remind({ text: '$(id) https://example.org/a' }, { tools: ['sh'], command: 'mail me' });
    const call = calls.find((each) => each.command === 'sh');
    expect(call?.args).toEqual(['-c', 'mail me']);
    const document = JSON.parse(call?.stdin ?? '') as { schema: string; item: { id: number; text: string } };
    expect(document.schema).toBe('tweetspan/reminder@1');
    expect(document.item).toMatchObject({ id: 12, text: '$(id) https://example.org/a' });
  });

  it('says in one line why the command did not take it', async () => {
    const run: Shell['run'] = async () => ({ code: 3, stdout: '', stderr: 'no such host\nmore\n' });
    const { written } = await remind({}, { run, command: 'mail me' });
    expect(written).toContain('\ntweetspan: remind.command ended with exit code 3: no such host\n');
  });

  it('tries again without repeating itself in a log', async () => {
    const again = { reason: { code: 'not-reached' } } as const;
    const { written, channels } = await remind(again, { tools: ['sh'], command: 'mail me' });
    expect({ written, channels }).toEqual({ written: '', channels: ['command'] });
  });
});
