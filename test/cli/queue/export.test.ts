import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { item, LINK, onQueue } from '../queue-fixture.js';
import { runInProcess } from '../run.js';

const TEXT = `« Un guide », en 3 points :\n"loyer", état des lieux 😀 https://${LINK}`;
let folder = '';
let count = 0;
let db = '';

const call = (...argv: readonly string[]) => runInProcess({ argv: ['queue', 'export', '--db', db, ...argv] });
const rowsOf = (csv: string): readonly (readonly string[])[] => Papa.parse<string[]>(csv.trimEnd()).data;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-bulk-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** 1: plain, 2: with two images and a video, 3: waits for approval, 4: by the API, 5: late, 6: from another zone on request. */
async function fill(...rest: readonly ReturnType<typeof item>[]): Promise<void> {
  db = join(folder, `${(count += 1)}.db`);
  await onQueue(db, (store) =>
    store.add(
      [
        item('2026-03-04T18:00', { text: TEXT }),
        item('2026-03-06T09:00', {
          text: `@example_agence a fait la carte https://${LINK}`,
          media: [{ file: '/photos/carte des loyers.png', alt: 'La carte' }, { file: '/photos/rue.mp4' }],
        }),
        item('2026-03-08T09:00', { review: true }),
        item('2026-03-10T09:00', { mode: 'api' }),
        item('2026-03-02T09:00'),
        ...rest,
      ],
      Date.UTC(2026, 2, 1),
    ),
  );
}

beforeEach(() => fill());

describe('a plan for Buffer', () => {
  it('has the columns of its help page, texts to the letter, and times of the zone', async () => {
    const { stdout, exitCode } = await call('--format', 'buffer');
    expect(rowsOf(stdout)).toEqual([
      ['Text', 'Image URL', 'Tags', 'Posting Time'],
      [TEXT, '', '', '2026-03-04 18:00'],
      [`@example_agence a fait la carte https://${LINK}`, '', '', '2026-03-06 09:00'],
    ]);
    expect(exitCode).toBe(0);
  });

  it('says what stays behind, and why', async () => {
    const { stderr } = await call('--format', 'buffer');
    expect(stderr.split('\n').slice(0, -1)).toEqual([
      'tweetspan: left out: item 3, not approved yet (tweetspan queue approve 3)',
      'tweetspan: left out: item 5, whose time has passed',
      'tweetspan: left out: item 4, which tweetspan posts itself; --hand-over exports them and cancels them here',
      'tweetspan: item 2: the media cannot go along, since a table holds only addresses; add them by hand, or name their folder on the web with --media-url',
      'tweetspan: item 2: the text begins like a formula and is kept to the letter; do not open this file in a spreadsheet',
      'tweetspan: 2 posts exported; the times are in Europe/Paris: set the other scheduler to it',
      'tweetspan: they are still planned here, and you will be reminded of them: --hand-over cancels them',
    ]);
  });

  it('names the image by its address where the folder is known', async () => {
    const { stdout, stderr } = await call('--format', 'buffer', '--media-url', 'https://example.org/media?x');
    expect(rowsOf(stdout)[2]?.[1]).toBe('https://example.org/media/carte%20des%20loyers.png');
    expect(stderr).toContain('item 2: one image goes along, the others cannot');
  });

  it('shows the times of another zone on request', async () => {
    const { stdout } = await call('--format', 'buffer', '--zone', 'America/New_York');
    expect(rowsOf(stdout).map((row) => row[3])).toEqual(['Posting Time', '2026-03-04 12:00', '2026-03-06 03:00']);
  });
});

describe('a plan as a plain table', () => {
  it('opens in a spreadsheet without running a text', async () => {
    const { stdout } = await call('--csv-separator', 'semicolon', '--media-url', 'https://example.org/media/');
    expect(stdout.startsWith('\uFEFFitem;date;time;zone;text;media;alt\n')).toBe(true);
    expect(rowsOf(stdout.replace('\uFEFF', ''))[2]).toEqual([
      '2',
      '2026-03-06',
      '09:00',
      'Europe/Paris',
      `'@example_agence a fait la carte https://${LINK}`,
      'https://example.org/media/carte%20des%20loyers.png https://example.org/media/rue.mp4',
      'La carte',
    ]);
  });

  it('asks for a zone where items have several', async () => {
    await fill(item('2026-03-12T09:00', { zone: 'America/New_York' }));
    expect(await call()).toMatchObject({ stdout: '', exitCode: 2 });
    expect((await call()).stderr).toContain(
      'several time zones (Europe/Paris, America/New_York); choose one with --zone',
    );
    expect((await call('--zone', 'UTC')).exitCode).toBe(0);
  });
});

describe('handing a plan over', () => {
  const states = async (): Promise<readonly string[]> =>
    onQueue(db, async (store) =>
      (await Promise.all([1, 2, 3, 4, 5].map((id) => store.get(id)))).map((each) => `${each?.state}`),
    );

  it('cancels here what was exported, and nothing else', async () => {
    const file = join(folder, 'plan.csv');
    const { stdout, stderr, exitCode } = await call('--format', 'buffer', '--hand-over', '-o', file);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 0 });
    expect(rowsOf(readFileSync(file, 'utf8'))).toHaveLength(4);
    expect(await states()).toEqual(['cancelled', 'cancelled', 'planned', 'cancelled', 'planned']);
    expect(stderr).toContain('3 items cancelled here');
  });

  it('cancels nothing when the file cannot be written', async () => {
    const { exitCode } = await call('--hand-over', '-o', join(folder, 'none', 'plan.csv'));
    expect(exitCode).toBe(2);
    expect(await states()).toEqual(Array.from({ length: 5 }, () => 'planned'));
  });

  it('leaves all items as they are without being asked to', async () => {
    await call('--format', 'buffer');
    expect(await states()).toEqual(Array.from({ length: 5 }, () => 'planned'));
  });
});

it('nothing to export is said, and is no success', async () => {
  expect(await call('--link', 'https://example.org/other')).toEqual({
    stdout: '',
    stderr: 'tweetspan: nothing to export\n',
    exitCode: 1,
  });
});

it.each(['ftp://example.org/', 'media', ''])('refuses %j as an address of media', async (url) => {
  const { stderr, exitCode } = await call('--media-url', url);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('use an address such as https://example.org/media/');
});
