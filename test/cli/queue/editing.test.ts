// What a person changes of what is planned, and of what is posted.
import { readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { onQueue } from '../queue-fixture.js';
import { call, DRAFT, dueOf, HOUR, item, items, pathOf, run, save, savePicture, useWorld, world } from './world.js';

const TEXT = DRAFT.trim();
const OTHER = 'Visiter un appartement le soir change tout : 5 questions https://example.org/guide #logement #Lyon';
/** The draft with its one variant, planned twice at noon. */
const draftOf = (text: string): string =>
  `---\nlang: fr\ncampaign:\n  reposts: 1\n  variants:\n    - "${OTHER}"\n---\n${text}\n`;
const PLAN = ['schedule', 'guide.md', '--mode', 'api', '--yes', '--window', '12:00-12:30'];

useWorld();
beforeEach(async () => {
  save('guide.md', draftOf(TEXT));
  await run(...PLAN);
});

describe('an item is edited', () => {
  const NEW = 'Louer à Lyon : 7 points à vérifier avant de signer https://example.org/guide #logement #Lyon';

  it('by an option: the price and the score are shown, and what goes out is the new text', async () => {
    const due = await dueOf();
    const outcome = await run('queue', 'edit', '1', '--text', NEW);
    expect(outcome.stderr).toBe('');
    expect(outcome.stdout).toMatch(
      /^item 1: edited, goes out \w+, Mar \d+, 2026, 12:\d\d \(Europe\/Paris\); \$0\.20, text score \d+\/100\n$/,
    );
    expect(await item()).toMatchObject({ state: 'planned', text: NEW, price: 200 });
    world.now = due;
    await run('run', '--once');
    expect(world.x.posts.map(({ text }) => text)).toEqual([NEW]);
  });

  it('in an editor, which gets it as a draft file', async () => {
    savePicture();
    let seen = '';
    const outcome = await call(['queue', 'edit', '1'], {
      edit: (file) => {
        seen = readFileSync(file, 'utf8');
        writeFileSync(file, `---\nmedia:\n  - file: parc.png\n    alt: Le parc vu de la rue\n---\n${NEW}\n`);
      },
    });
    expect(seen).toBe(`${TEXT}\n`);
    expect(outcome.stdout).toMatch(/^item 1: edited/);
    expect((await item())?.media).toMatchObject([{ file: pathOf('parc.png'), alt: 'Le parc vu de la rue' }]);
    const again = await call(['queue', 'edit', '1'], { edit: () => undefined });
    expect(again.stdout).toBe('item 1: nothing to change\n');
    expect((await run('queue', 'edit', '1', '--no-media')).stdout).toMatch(/^item 1: edited/);
    expect((await item())?.media).toEqual([]);
  });

  it('but never into what X would refuse, another link, or the text of another item', async () => {
    const refused = [
      ['x'.repeat(300) + ' https://example.org/guide', /item 1 was not edited: .*280/],
      [
        'Un autre guide https://example.org/other',
        /item 1 promotes https?:\S*example\.org\/guide: keep that link|item 1 promotes example\.org\/guide: keep that link/,
      ],
      [OTHER, /item 1 was not edited: too similar to another post of yours/],
    ] as const;
    for (const [text, words] of refused) {
      const { stderr, exitCode } = await run('queue', 'edit', '1', '--text', text);
      expect(stderr).toMatch(words);
      expect(exitCode).toBe(1);
    }
    expect((await item())?.text).toBe(TEXT);
  });

  it('not without a terminal or an option', async () => {
    const { stderr, exitCode } = await run('queue', 'edit', '1');
    expect(stderr).toMatch(/not a terminal: pass --text, --file or --media; nothing was changed/);
    expect(exitCode).toBe(2);
  });

  it('and planned again where it was missed', async () => {
    world.now = (await dueOf()) + 3 * HOUR;
    await run('run', '--once');
    expect((await item())?.state).toBe('missed');
    expect((await run('queue', 'edit', '1', '--text', NEW)).stdout).toMatch(/^item 1: edited, goes out/);
    expect((await item())?.state).toBe('planned');
    expect(await dueOf()).toBeGreaterThan(world.now);
  });
});

describe('an item that waits for approval', () => {
  const NEW = 'Louer à Lyon : 7 points à vérifier avant de signer https://example.org/guide #logement #Lyon';
  const hold = (code: 'page-gone' | undefined): Promise<unknown> =>
    onQueue(pathOf('.local/share/tweetspan/history.db'), (store) =>
      store.change(
        1,
        ['planned'],
        { state: 'planned', review: true, reason: code === undefined ? null : { code } },
        { at: world.now, name: 'postponed', item: 1 },
      ),
    );

  it('waits for it after an edit as well, and the answer says so', async () => {
    await hold(undefined);
    const { stdout } = await run('queue', 'edit', '1', '--text', NEW);
    expect(stdout).toMatch(/^item 1: edited, waits for tweetspan queue approve 1, slot \w+, Mar/);
    expect((await item())?.review).toBe(true);
  });

  it('for the page of its link, goes out once it was edited', async () => {
    await hold('page-gone');
    expect((await run('queue', 'edit', '1', '--text', NEW)).stdout).toMatch(/^item 1: edited, goes out /);
    expect((await item())?.review).toBe(false);
  });
});

describe('a cancelled item', () => {
  it('is planned again by --undo until its slot, and not after it', async () => {
    const cancelled = await run('queue', 'cancel', '1');
    expect(cancelled.stdout).toMatch(/^item 1: cancelled; until .*, tweetspan queue cancel 1 --undo plans it again\n$/);
    const undone = await run('queue', 'cancel', '1', '--undo');
    expect(undone.stdout).toMatch(/^item 1: planned again for /);
    expect((await item())?.state).toBe('planned');
    await run('queue', 'cancel', '1');
    world.now = (await dueOf()) + 1;
    const late = await run('queue', 'cancel', '1', '--undo');
    expect(late.stderr).toMatch(/item 1 cannot be planned again: its slot has passed/);
    expect(late.exitCode).toBe(1);
  });

  it('can be all of one link', async () => {
    const outcome = await run('queue', 'cancel', '--link', 'https://example.org/guide?utm_source=x');
    expect(outcome.stdout.trim().split('\n')).toHaveLength(2);
    expect((await items()).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    await run('queue', 'cancel', '--link', 'https://example.org/guide', '--undo');
    expect((await items()).map(({ state }) => state)).toEqual(['planned', 'planned']);
    const none = await run('queue', 'cancel', '--link', 'https://example.org/none');
    expect(none.stderr).toMatch(/no open items of https:\/\/example\.org\/none/);
    const nothing = await run('queue', 'cancel');
    expect(nothing.stderr).toMatch(/name items, or all of one link with --link/);
    expect(nothing.exitCode).toBe(2);
  });
});

describe('an item is moved', () => {
  it('to an earlier time, and to a day by its name', async () => {
    const due = await dueOf();
    expect((await run('queue', 'move', '1', '-1h')).exitCode).toBe(0);
    expect(await dueOf()).toBe(due - HOUR);
    const french = await run('queue', 'move', '1', 'demain 9h', '--locale', 'fr');
    expect(french.stdout).toMatch(/^élément 1.: déplacé au mar\. 3 mars 2026 à 9\sh \(Europe\/Paris\)/u);
    const words = await run('queue', 'move', '1', 'tomorrow', '10:00');
    expect(words.stdout).toMatch(/^item 1: moved to Tue, Mar 3, 2026, 10:00/);
    const never = await run('queue', 'move', '1', 'tomorrow', 'noonish');
    expect(never.stderr).toMatch(/<when>.*"tomorrow noonish".*\n\(tweetspan queue move --help shows the usage\)\n$/s);
    expect(never.exitCode).toBe(2);
    const wrong = await run('queue', 'move', '1', '-x');
    expect(wrong.stderr).toMatch(/unknown option/);
  });

  it('to now, and goes out in the next minute', async () => {
    expect((await run('queue', 'now', '1')).stdout).toBe(
      'item 1: goes out within a minute while tweetspan run is working, or with tweetspan run --once\n',
    );
    await run('run', '--once');
    expect(world.x.posts.map(({ text }) => text)).toEqual([TEXT]);
  });
});

describe('a posted item', () => {
  beforeEach(async () => {
    await run('queue', 'now', '1');
    await run('run', '--once');
  });

  it('is deleted from X after a confirmation with the price, and the history knows', async () => {
    const no = await call(['queue', 'delete', '1'], { typed: ['n'] });
    expect(no.stderr).toMatch(
      /Delete item 1 from X \(https:\/\/x\.com\/i\/status\/\d+\) for \$0\.01\? This cannot be undone\. \[y\/N\]/,
    );
    expect(world.x.posts.map(({ deleted }) => deleted ?? false)).toEqual([false]);
    const yes = await run('queue', 'delete', '1', '--yes');
    expect(yes.stdout).toBe('item 1: deleted from X for $0.01; its text and counters stay in your history\n');
    expect(world.x.posts.map(({ deleted }) => deleted)).toEqual([true]);
    expect((await run('posts', '--gone', '--format', 'json')).stdout).toContain(world.x.posts[0]?.id);
    expect((await run('budget')).stdout).toMatch(/deletions\s+\$0\.01\s+\$0\.01/);
    expect((await run('queue', 'show', '1')).stdout).toMatch(/deleted from X/);
  });

  it('is not deleted a second time, nor paid for', async () => {
    await run('queue', 'delete', '1', '--yes');
    const again = await run('queue', 'delete', '1', '--yes');
    expect(again.stderr).toBe('tweetspan: item 1 is deleted from X already; nothing was done\n');
    expect(again.exitCode).toBe(1);
    expect((await run('budget')).stdout).toMatch(/deletions\s+\$0\.01\s+\$0\.01/);
  });

  it('that X does not delete is named with its link, and stays what it is', async () => {
    const reply = { status: 404, body: { title: 'Not Found Error', detail: 'Could not find it.', status: 404 } };
    world.x.next('DELETE /2/tweets/:id', { kind: 'answer', reply });
    const outcome = await run('queue', 'delete', '1', '--yes');
    expect(outcome.stderr).toMatch(
      /item 1: X did not delete it \(HTTP 404: .*\); look at https:\/\/x\.com\/i\/status\/\d+ and delete it there/,
    );
    expect(outcome.exitCode).toBe(1);
    expect((await run('budget')).stdout).not.toMatch(/deletions/);
  });

  it('only a posted one, and only within the budget', async () => {
    expect((await run('queue', 'delete', '2', '--yes')).stderr).toMatch(
      /item 2 is planned; only posted items can be deleted from X; to drop it: tweetspan queue cancel 2/,
    );
    await run('budget', '--day', '0.2');
    const over = await run('queue', 'delete', '1', '--yes');
    expect(over.stderr).toMatch(/this costs \$0\.01, and \$0\.00 of your budget is left/);
    expect(over.exitCode).toBe(75);
  });
});

describe('an edited draft', () => {
  const CHANGED = 'Louer à Lyon : 7 points à vérifier avant de signer https://example.org/guide #logement #Lyon';

  it('takes the place of what was planned from it, as a whole', async () => {
    save('guide.md', draftOf(CHANGED));
    const argv = [...PLAN, '--replace'];
    const dry = await run(...argv, '--dry-run');
    expect(dry.stdout).toMatch(/Replaces items 1, 2, planned from this draft before\./);
    expect((await items()).map(({ state }) => state)).toEqual(['planned', 'planned']);
    const { stdout, exitCode } = await run(...argv);
    expect(stdout).toMatch(/Replaces items 1, 2, planned from this draft before\.\n\nQueued 2 posts as items 3, 4/);
    expect(exitCode).toBe(0);
    const after = await items();
    expect(after.filter(({ state }) => state === 'cancelled').map(({ id }) => id)).toEqual([1, 2]);
    expect(after.filter(({ state }) => state === 'planned').map(({ text }) => text)).toEqual([CHANGED, OTHER]);
  });

  it('without --replace is one more plan beside the first', async () => {
    save('guide.md', draftOf(CHANGED));
    const { exitCode, stdout } = await run(...PLAN);
    expect(stdout).toMatch(/Items 1 and 2 of this link are planned already: this plan adds to them\./);
    expect(exitCode).toBe(0);
  });
});
