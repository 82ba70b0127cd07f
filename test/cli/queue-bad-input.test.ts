import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { versions } from 'node:process';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { QueueStore } from '#queue/ports.js';
import { openDatabase } from '#store/database.js';
import { createQueueStore } from '#store/queue/store.js';
import { fillQueue, item, LINK, onQueue, postId } from './queue-fixture.js';
import { runInProcess, type Call, type Outcome } from './run.js';
import { DAY, HOUR, NOW } from './timing-history.js';

const DRAFT = `---
link: https://${LINK}
campaign:
  reposts: 1
  zone: Europe/Paris
  variants: ["Avant de signer un bail, ces cinq points évitent les mauvaises surprises #logement #Lyon"]
---
Comment choisir son #logement à #Lyon ? Cinq points à vérifier avant de visiter
`;
let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-queue-bad-'));
  await onQueue(join(folder, 'full.db'), fillQueue);
  writeFileSync(join(folder, 'draft.md'), DRAFT);
  writeFileSync(join(folder, 'long.md'), `${'Un mot de trop. '.repeat(20)}https://${LINK}\n`);
  mkdirSync(join(folder, 'drafts'));
  writeFileSync(
    join(folder, 'drafts', 'photo.md'),
    DRAFT.replace('campaign:', 'media: [{ file: photo.png, alt: Une rue }]\ncampaign:'),
  );
});
beforeEach(() => copyFileSync(join(folder, 'full.db'), join(folder, 'queue.db')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const call = (argv: readonly string[], rest: Partial<Call> = {}): Promise<Outcome> =>
  runInProcess({ cwd: folder, env: { TZ: 'Europe/Paris', HOME: folder, COLUMNS: '200' }, now: NOW, ...rest, argv });

/** Calls while another program has the same queue open. */
async function beside<T>(file: string, work: (store: QueueStore) => Promise<T>): Promise<T> {
  const database = await openDatabase(join(folder, file), { nodeVersion: versions.node });
  try {
    return await work(createQueueStore(database));
  } finally {
    database.close();
  }
}
const readState = (id: number): Promise<string | undefined> =>
  onQueue(join(folder, 'queue.db'), async (store) => (await store.get(id))?.state);
const itemsIn = (file: string): Promise<number> =>
  onQueue(join(folder, file), async (store) => (await store.list({}, 1000)).length);

describe('a call that cannot be followed ends with 2, one sentence and an untouched queue', () => {
  it.each<[string[], string]>([
    [['queue', '--state', 'unclear'], 'use one of planned, claimed'],
    [['queue', '-n', 'some'], 'use a whole number from 0'],
    [['queue', 'show'], 'missing argument <item>'],
    [['queue', 'show', 'first'], 'use an item number'],
    [['queue', 'show', '0'], 'use an item number'],
    [['queue', 'cancel'], 'name items, or all of one link with --link'],
    [['queue', 'cancel', '1', 'all'], 'use an item number'],
    [['queue', 'move', '1'], 'missing argument <when>'],
    [['queue', 'move', '1', '2026-02-30T09:00'], 'use a time such as 2026-03-05T09:00'],
    [['queue', 'move', '1', '+1d', '--zone', 'Atlantis'], 'use an IANA time zone'],
    [['queue', 'drop', '1'], 'unknown command "drop"'],
    [['queue', 'lst'], 'did you mean list?'],
    [['queue', 'list', '2'], 'too many arguments'],
    [['queue', 'show', '99'], 'no item 99'],
    [['queue', 'log', '--item', '99'], 'no item 99'],
    [['budget', '--day', '1e9'], 'use US dollars'],
    [['budget', '--day', '0.0001'], 'use US dollars'],
    [['record'], 'missing argument <url>'],
    [['record', 'https://x.com/example'], 'is not a post URL'],
    [['record', postId(NOW - HOUR), '--text', 'a', '--item', '3'], 'cannot be used with'],
    [['record', postId(NOW - HOUR), '--file', 'none.txt'], '--file none.txt: no such file'],
    [['record', postId(NOW - HOUR), '--item', '99'], 'no item 99'],
    [['record', postId(NOW + HOUR), '--item', '3'], 'is in the future'],
    [['record', postId(NOW - 20 * DAY), '--item', '3'], 'is older than item 3'],
    [['record', postId(NOW - HOUR), '--item', '7'], 'item 7 is posted; only'],
  ])('%j', async (argv, sentence) => {
    const { stdout, stderr, exitCode } = await call([...argv, '--db', 'queue.db']);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(await onQueue(join(folder, 'queue.db'), (store) => store.list({}, 99))).toEqual(
      await onQueue(join(folder, 'full.db'), (store) => store.list({}, 99)),
    );
  });

  it('names the items that a post may be, when there are several', async () => {
    await onQueue(join(folder, 'queue.db'), async (store) => {
      await store.change(1, ['planned'], { state: 'reminded' }, { at: NOW, name: 'reminded', item: 1 });
    });
    const { stderr, exitCode } = await call(['record', postId(NOW - HOUR), '--db', 'queue.db']);
    expect({ stderr, exitCode }).toEqual({
      stderr:
        'tweetspan: several items are waiting: use --item with one of 3 (reminded, 2026-03-02T09:00), ' +
        '1 (reminded, 2026-03-04T18:00), 4 (unknown, 2026-02-28T18:00)\n',
      exitCode: 2,
    });
  });

  it('takes the only one of unknown outcome, when none was reminded of', async () => {
    await onQueue(join(folder, 'queue.db'), async (store) => {
      await store.change(3, ['reminded'], { state: 'cancelled' }, { at: NOW, name: 'cancelled', item: 3 });
    });
    const { stdout } = await call(['record', postId(NOW - HOUR), '--db', 'queue.db']);
    expect(stdout).toMatch(/^item 4: recorded as posted/);
  });
});

describe('what another program does meanwhile', () => {
  it('wins over a retry that somebody thought about', async () => {
    const { stderr, exitCode } = await beside('queue.db', (store) =>
      call(['queue', 'retry', '4', '--db', 'queue.db'], {
        typed: ['y'],
        whileAsked: () =>
          store.change(
            4,
            ['unknown'],
            { state: 'posted', postId: postId(NOW - HOUR) },
            { at: NOW, name: 'recorded', item: 4 },
          ),
      }),
    );
    expect(stderr).toContain('item 4 is now posted; nothing was changed');
    expect(exitCode).toBe(1);
    expect(await readState(4)).toBe('posted');
  });

  it('makes a plan void that was made around another queue', async () => {
    await onQueue(join(folder, 'other.db'), () => undefined);
    const { stderr, exitCode } = await beside('other.db', (store) =>
      call(['schedule', 'draft.md', '--db', 'other.db'], {
        typed: ['y'],
        whileAsked: () => store.add([item('2026-03-04T18:00')], NOW),
      }),
    );
    expect(stderr).toContain('draft.md: the queue has changed since the plan was made; nothing was queued');
    expect(exitCode).toBe(2);
    expect(await itemsIn('other.db')).toBe(1);
  });
});

describe('a plan with a problem queues nothing and says what to do', () => {
  it.each<[string[], string]>([
    [['long.md', '--reposts', '1'], 'Post 1:'],
    [['drafts/photo.md'], 'photo.png does not exist'],
    [['draft.md', '--reposts', '9', '--until', '2026-03-05'], 'posts fit: choose a later --until'],
  ])('%j', async (argv, sentence) => {
    const { stdout, stderr, exitCode } = await call(['schedule', ...argv, '--yes', '--db', 'none.db']);
    expect(stdout).toContain(sentence);
    expect(stdout).toContain('Nothing was queued: fix what is marked with ! first.');
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 1 });
    expect(existsSync(join(folder, 'none.db'))).toBe(false);
  });

  it('says so in JSON as well, and writes no calendar', async () => {
    const argv = ['schedule', 'long.md', '--yes', '--db', 'none.db', '--json', '--ics', 'none.ics'];
    const { stdout, exitCode } = await call(argv);
    const { queued, problems } = JSON.parse(stdout) as { queued: unknown; problems: string[] };
    expect({ queued, exitCode }).toEqual({ queued: null, exitCode: 1 });
    expect(problems).not.toEqual([]);
    expect(existsSync(join(folder, 'none.ics'))).toBe(false);
  });
});

describe('a calendar', () => {
  it('is of a plan that is only shown, without numbers of items', async () => {
    const { stderr, exitCode } = await call(['schedule', 'draft.md', '--dry-run', '--ics', 'dry.ics']);
    expect({ stderr, exitCode }).toEqual({ stderr: 'tweetspan: Wrote the calendar to dry.ics\n', exitCode: 0 });
    const calendar = readFileSync(join(folder, 'dry.ics'), 'utf8');
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(calendar).not.toContain('--item');
  });

  it('that cannot be written is told of, and takes nothing back', async () => {
    const { stderr, exitCode } = await call(['schedule', 'draft.md', '--yes', '--db', 'ics.db', '--ics', 'no/x.ics']);
    expect(stderr).toContain('the posts are queued all the same, and tweetspan queue --format ics writes it too');
    expect(exitCode).toBe(2);
    expect(await itemsIn('ics.db')).toBe(2);
  });
});

describe('media', () => {
  it('are queued with absolute paths, wherever the program was called from', async () => {
    const photo = join(folder, 'drafts', 'photo.png');
    copyFileSync('fixtures/drafts/media/cover.png', photo);
    const { exitCode } = await call(['schedule', 'drafts/photo.md', '--yes', '--db', 'media.db']);
    expect(exitCode).toBe(0);
    const files = await onQueue(join(folder, 'media.db'), async (store) =>
      (await store.list({}, 9)).flatMap(({ media }) => media.map(({ file }) => file)),
    );
    expect(files).toEqual([photo, photo]);
  });
});
