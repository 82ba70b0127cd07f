import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess } from './run.js';
import { DAY, linkPost, postsWithHours, writeHistory } from './timing-history.js';

interface Judged {
  readonly now: string;
  readonly posts: readonly { link: string; daysAgo: number; reactions: number; text: string }[];
  /** By link: what was read of its suggestion, and what the reader said. */
  readonly verdicts: Readonly<Record<string, { said: string; accepted: boolean; why: string }>>;
}
const judged = JSON.parse(readFileSync('fixtures/judged/suggest/tuning.json', 'utf8')) as Judged;
const now = Date.parse(judged.now);

let folder = '';
let report = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-judged-'));
  const db = join(folder, 'judged.db');
  await writeHistory(db, [
    ...postsWithHours(120, () => 0),
    ...judged.posts.map(({ link, daysAgo, reactions, text }) =>
      linkPost(now - daysAgo * DAY, reactions, `https://example.org/${link}`, text),
    ),
  ]);
  await runInProcess({ argv: ['contacts', 'opt-out', '@example_shy', '--db', db], now });
  const env = { TZ: 'Europe/Paris', COLUMNS: '100' };
  report = (await runInProcess({ argv: ['suggest', '-n', '20', '--db', db], now, env })).stdout;
});
afterAll(() => rmSync(folder, { recursive: true }));

/** By link, why it is suggested: the line below its slot. */
const suggested = (): Map<string, string> =>
  new Map(
    [...report.matchAll(/^ *\d+ {2}example\.org\/(\w+)\n(?: {4}.*\n)*? {4}(posted .*)\n/gm)].map(
      ([, link = '', said = '']) => [link, said],
    ),
  );

describe('suggestions that were read', () => {
  it('are all that is suggested, in the words that were read', () => {
    const read = Object.entries(judged.verdicts).map(([link, { said }]): [string, string] => [link, said]);
    expect(Object.fromEntries(suggested())).toEqual(Object.fromEntries(read));
  });

  it('were accepted in at least four of five cases', () => {
    const verdicts = Object.values(judged.verdicts);
    expect(verdicts.filter(({ accepted }) => accepted).length / verdicts.length).toBeGreaterThanOrEqual(0.8);
  });
});
