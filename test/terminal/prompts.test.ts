import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fillQueue, onQueue } from '../cli/queue-fixture.js';
import { linkHistory, linkPost, NOW, post, writeHistory } from '../cli/timing-history.js';
import { startFakeX, type FakeX } from '../x/server.js';
import { asFile, findPty, goldenScreen, openTerminal, SIZES, type RunningTerminal } from './terminal.js';

const DRAFT = `---
link: https://example.org/guide
lang: en
campaign: { reposts: 0, zone: Europe/Paris }
---
How to write release notes that people read: seven ways to shorten them !! #ReleaseNotes
`;
/** A draft whose page has texts for reposts. */
const PAGE_DRAFT = `---
lang: fr
keywords: [combles]
page:
  title: Isolation des combles
  sentences:
    - Jusqu’à 30 % de la chaleur d’une maison s’échappe par le toit.
    - Sans entrée d’air, la condensation abîme la charpente en deux ou trois hivers.
---
Ce qu’il faut vérifier sur votre devis https://example.org/combles
`;
const STRONG = 'https://example.org/strong';
const FRESH_TEXT = `Three questions to settle before you sign a lease: the checklist ${STRONG} #renting #lease`;
/** A post of the account itself. */
const OWN = post(NOW - 3 * 86_400_000, { text: 'A post of mine' });
const CTRL_C = '\u0003';

interface Prompt {
  readonly name: string;
  readonly argv: readonly string[];
  /** The words at which it waits for an answer. */
  readonly waits: string | RegExp;
  /** What it answers to before, each where its words show. */
  readonly after?: readonly (readonly [shown: string, typed: string])[];
  readonly prepare?: () => Promise<void>;
  readonly isSignedIn?: true;
}

const inFolder = (name: string): string => join(folder, name);
const withQueue = (): Promise<void> => onQueue(inFolder('queue.db'), fillQueue);
const withOwnPost = (): Promise<void> => writeHistory(inFolder('own.db'), [OWN]);
async function withStrongLink(): Promise<void> {
  const posted = linkPost(NOW - 30.04 * 86_400_000, 60, STRONG, 'How to read a lease: a guide to its clauses');
  await writeHistory(inFolder('links.db'), [...linkHistory(), posted]);
  writeFileSync(inFolder('strong.md'), FRESH_TEXT);
}

/** Each prompt of the program. */
const PROMPTS: readonly Prompt[] = [
  { name: 'init', argv: ['init'], waits: 'Language of your posts' },
  { name: 'rewrite', argv: ['rewrite', '--interactive', 'draft.md'], waits: 'Write which one to draft.md?' },
  { name: 'schedule', argv: ['schedule', 'draft.md', '--mode', 'remind', '--db', 'new.db'], waits: '[y/N]' },
  { name: 'login', argv: ['login', '--keys'], waits: /[Kk]ey.*:/ },
  { name: 'post', argv: ['post', 'draft.md', '--mode', 'remind', '--db', 'new.db'], waits: '[y/N]' },
  {
    name: 'queue-retry',
    argv: ['queue', 'retry', '4', '--at', '+10d', '--db', 'queue.db'],
    waits: '[y/N]',
    prepare: withQueue,
  },
  {
    name: 'queue-delete',
    argv: ['queue', 'delete', '7', '--db', 'queue.db'],
    waits: '[y/N]',
    prepare: withQueue,
    isSignedIn: true,
  },
  {
    name: 'repost',
    argv: ['repost', `https://x.com/example/status/${OWN.id}`, '--db', 'own.db'],
    waits: '[y/N]',
    prepare: withOwnPost,
    isSignedIn: true,
  },
  {
    name: 'suggest',
    argv: ['suggest', 'strong.md', '--plan', '--mode', 'remind', '--db', 'links.db'],
    waits: '[y/N]',
    prepare: withStrongLink,
  },
  {
    name: 'rewrite-edits',
    argv: ['rewrite', '--interactive', 'draft.md'],
    waits: /e = show edits.*[^]*e = show edits/,
    after: [['Write which one', 'e']],
  },
  {
    name: 'rewrite-wrong',
    argv: ['rewrite', '--interactive', 'draft.md'],
    waits: /Type the number[^]*Write which one/,
    after: [['Write which one', '9']],
  },
  {
    name: 'rewrite-variants',
    argv: ['rewrite', '--variants', '2', '--interactive', 'page.md'],
    waits: /page\.md.*\[1-2/,
  },
];

const pty = findPty();
let folder = '';
let terminal: RunningTerminal | undefined;
let x: FakeX | undefined;

/** Keys of an account at an X on this machine, which the prompts wait in front of. */
async function signIn(): Promise<Record<string, string>> {
  x = await startFakeX({ now: () => NOW, account: { id: '1700000001' } });
  const { appKey, appSecret, accessToken, accessSecret } = x.tokens;
  return {
    TWEETSPAN_X_URL: x.origin,
    TWEETSPAN_APP_KEY: appKey,
    TWEETSPAN_APP_SECRET: appSecret,
    TWEETSPAN_ACCESS_TOKEN: accessToken,
    TWEETSPAN_ACCESS_SECRET: accessSecret,
  };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-prompts-'));
  writeFileSync(join(folder, 'draft.md'), DRAFT);
  writeFileSync(join(folder, 'page.md'), PAGE_DRAFT);
});
afterEach(async () => {
  terminal?.kill('SIGKILL');
  await x?.close();
  [terminal, x] = [undefined, undefined];
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf('why' in pty)('a prompt in a real terminal', () => {
  const cases = PROMPTS.flatMap((prompt) => SIZES.map(([columns, rows]) => ({ ...prompt, columns, rows })));

  it.each(cases)('$name, $columns columns: looks as it did; Ctrl-C leaves nothing behind', async (each) => {
    const { name, argv, waits, after = [], columns, rows } = each;
    await each.prepare?.();
    const env = each.isSignedIn ? await signIn() : {};
    const before = readdirSync(folder).filter((file) => !file.includes('.db'));
    terminal = openTerminal({ argv, cwd: folder, columns, rows, env });
    for (const [shown, typed] of after) {
      await terminal.shows(shown);
      terminal.type(`${typed}\r`);
    }
    const screen = await terminal.shows(waits);
    expect(asFile(screen)).toBe(goldenScreen(`${name}-${columns}`, screen));
    terminal.type(CTRL_C);
    expect(await terminal.ended()).toBe(130);
    expect(terminal.isRestored()).toBe(true);
    expect(readdirSync(folder).filter((file) => !file.includes('.db'))).toEqual(before);
    expect(readFileSync(join(folder, 'draft.md'), 'utf8')).toBe(DRAFT);
    expect(readFileSync(join(folder, 'page.md'), 'utf8')).toBe(PAGE_DRAFT);
    expect(x?.posts.length ?? 0, 'nothing was sent').toBe(0);
  });

  it('takes what is typed at the prompts of init, one after the other', async () => {
    rmSync(join(folder, 'draft.md'));
    terminal = openTerminal({ argv: ['init'], cwd: folder });
    for (const [asked, answer] of [
      ['Language', ''],
      ['Page to promote', 'https://example.org/notes'],
      ['Time zone', ''],
      ['Hours', ''],
      ['Lowest', '70'],
    ] as const) {
      await terminal.shows(asked);
      terminal.type(`${answer}\r`);
    }
    expect(await terminal.ended()).toBe(0);
    expect(readFileSync(join(folder, 'draft.md'), 'utf8')).toContain('https://example.org/notes');
    expect(readFileSync(join(folder, 'tweetspan.config.yaml'), 'utf8')).toContain('minText: 70');
  });
});
