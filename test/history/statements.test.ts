import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dump, openHistory, type TestHistory } from './open-history.js';

const IDS = ['1967853474804662272', '1968223395640246272'];
const SOURCES = ['api', 'archive', 'analytics', 'table'];

/** A statement about one of two posts, in the words of an exported history. */
const statement = fc.record({
  id: fc.constantFrom(...IDS),
  text: fc.constantFrom('A guide', 'A longer guide to housing', 'A guide cut…', ''),
  kind: fc.constantFrom('original', 'reply'),
  language: fc.constantFrom('', 'en', 'fr'),
  provenance: fc.record({
    source: fc.constantFrom(...SOURCES),
    at: fc.constantFrom('2025-10-01T00:00:00.000Z', '2025-11-01T00:00:00.000Z'),
  }),
  links: fc.subarray([
    { short: 'https://t.co/a', target: 'https://blog.example/a' },
    { short: 'https://t.co/b' },
    { target: 'https://blog.example/c' },
  ]),
  contacts: fc.constant([]),
  observations: fc.array(
    fc.record({
      source: fc.constantFrom(...SOURCES),
      observedAt: fc.constantFrom('2025-10-01T00:00:00.000Z', '2025-11-01T00:00:00.000Z'),
      certainty: fc.constantFrom('exact', 'day'),
      likes: fc.nat(5),
    }),
    { maxLength: 2 },
  ),
});

describe('several statements about one post', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'tweetspan-statements-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  async function readFiles(files: readonly (readonly object[])[]): Promise<TestHistory> {
    const history = await openHistory();
    for (const [index, lines] of files.entries()) {
      const path = join(folder, `${index}.jsonl`);
      writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
      await history.import([path]);
    }
    return history;
  }
  const withoutImports = (history: TestHistory): unknown => ({ ...(dump(history) as object), imports: [] });

  it('give the same history in one file, in one file each, and in any order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .array(statement, { minLength: 2, maxLength: 12 })
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        async ([all, shuffled]) => {
          const histories = [
            await readFiles([all]),
            await readFiles([shuffled]),
            await readFiles(all.map((one) => [one])),
          ];
          try {
            const [together, other, apart] = histories.map(withoutImports);
            expect(other).toEqual(together);
            expect(apart).toEqual(together);
          } finally {
            for (const { database } of histories) database.close();
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);

  it('keep each reading once', async () => {
    const reading = (likes: number) => ({
      id: IDS[0],
      text: 'A guide',
      likes,
      observedAt: new Date(Date.UTC(2025, 9, 1, 0, likes)).toISOString(),
    });
    const readings = Array.from({ length: 3000 }, (_, likes) => reading(likes));
    const history = await readFiles([[...readings, ...readings]]);
    const [post] = [...history.contents().posts];
    expect(post?.observations).toHaveLength(3000);
    history.database.close();
  });
});
