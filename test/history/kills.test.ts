import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, execPath } from 'node:process';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
// @ts-expect-error a script without types, shared with the benchmarks
import { bundle, IMPORT_PROGRAM } from '../../bench/bundle.mjs';
// @ts-expect-error as above
import { generateArchive, random } from '../../bench/generate-archive.mjs';
import { dump, fixture, openHistory } from './open-history.js';

/** `npm run test:import-kills` asks for 50; the suite makes do with a few. */
const KILLS = Number(env['TWEETSPAN_KILLS'] ?? 3);
/** More posts take longer to merge: more kills fall into the merge. */
const POSTS = KILLS > 10 ? 25_000 : 4000;

/** The numbers of posts after each file: any other would be a file that was written in part. */
async function countsOfWholeFiles(paths: readonly string[]): Promise<Set<number>> {
  const history = await openHistory();
  const counts = new Set([0]);
  for (const path of paths) {
    await history.import([path]);
    counts.add(history.posts({ superseded: true }, 'oldest', 1e6).length);
  }
  return counts;
}

describe('an import that is killed', () => {
  let folder: string;
  let program: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tweetspan-kills-'));
    program = await (bundle as (name: string, source: string) => Promise<string>)('import', IMPORT_PROGRAM as string);
    await (generateArchive as (folder: string, total: number) => Promise<unknown>)(join(folder, 'generated'), POSTS);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  const paths = (): string[] => [
    fixture('archive'),
    fixture('analytics-new/account_analytics_content_2025-02-01_2025-02-04.csv'),
    join(folder, 'generated'),
    fixture('grailbird'),
  ];
  const start = (file: string) => spawn(execPath, [program, file, ...paths()], { stdio: 'ignore' });

  it(`${KILLS} times leaves nothing half written, and the same history when it is done again`, async () => {
    const undisturbed = join(folder, 'undisturbed.db');
    const began = performance.now();
    expect(await once(start(undisturbed), 'exit')).toEqual([0, null]);
    const duration = performance.now() - began;

    const chance = (random as (seed: number) => () => number)(Number(env['TWEETSPAN_SEED'] ?? 7));
    const killed = join(folder, 'killed.db');
    const postsSeen = new Set<number>();
    let kills = 0;
    for (let turn = 0; turn < KILLS; turn += 1) {
      // A finished import has nothing left to disturb: every few kills it begins anew.
      if (turn % 5 === 0) for (const end of ['', '-wal', '-shm']) rmSync(`${killed}${end}`, { force: true });
      const child = start(killed);
      const gone = once(child, 'exit');
      await after(chance() * duration);
      child.kill('SIGKILL');
      const [, signal] = (await gone) as [number | null, string | null];
      if (signal === 'SIGKILL') kills += 1;
      const history = await openHistory(killed);
      expect(history.database.pragma('integrity_check')).toBe('ok');
      expect(history.database.pragma('foreign_key_check')).toBeUndefined();
      postsSeen.add(history.database.prepare<[], number>('SELECT count(*) FROM posts').pluck().get() ?? 0);
      history.database.close();
    }
    expect(kills).toBeGreaterThan(KILLS / 2);
    const whole = await countsOfWholeFiles(paths());
    expect([...postsSeen].filter((count) => !whole.has(count))).toEqual([]);

    expect(await once(start(killed), 'exit')).toEqual([0, null]);
    const [history, expected] = [await openHistory(killed), await openHistory(undisturbed)];
    expect(dump(history)).toEqual(dump(expected));
    expect(history.database.pragma('integrity_check')).toBe('ok');
    history.database.close();
    expected.database.close();
  }, 600_000);
});
