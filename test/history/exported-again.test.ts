import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeHistoryLines } from '#history/formats/history-lines.js';
import { dump, fixture, NOW, openHistory, type TestHistory } from './open-history.js';

const DAY = 86_400_000;
const POSTS = [
  {
    id: '1967853474804662272',
    text: '@example_friend thanks! The guide',
    links: ['https://blog.example/guide?utm_source=x&utm_campaign=guide&utm_content=a'],
  },
  {
    id: '1968223395640246272',
    text: 'The guide, with @example_other',
    links: ['https://blog.example/guide?utm_source=x&utm_campaign=guide&utm_content=b'],
  },
  {
    id: '1968978370360246272',
    text: 'Read @example_friend',
    links: ['https://blog.example/about', 'https://x.com/example_other/status/1967853474804662272'],
  },
];
const HANDLES = ['example_friend', 'example_other', 'example_stranger'];

/** A step of a history: a file that is imported, or a person who opts out or is forgotten. */
type Step =
  | { readonly kind: 'import'; readonly path: string }
  | { readonly kind: 'opt-out' | 'forget'; readonly handle: string; readonly day: number };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-exported-again-'));
  writeFileSync(join(folder, 'posts.jsonl'), POSTS.map((post) => `${JSON.stringify(post)}\n`).join(''));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Two archives of which the later one lacks posts; beside them web statistics, and posts that name people. */
const ARCHIVES = [fixture('archive'), fixture('archive-later')];
const otherPaths = (): string[] => [
  fixture('analytics-new'),
  ...readdirSync('fixtures/visits').map((name) => `fixtures/visits/${name}`),
  join(folder, 'posts.jsonl'),
];

const steps = (): fc.Arbitrary<readonly Step[]> => {
  const people = fc.array(
    fc.record({
      kind: fc.constantFrom('opt-out' as const, 'forget' as const),
      handle: fc.constantFrom(...HANDLES),
      day: fc.integer({ min: 0, max: 9 }),
    }),
    { maxLength: 4 },
  );
  return fc.tuple(fc.subarray(otherPaths(), { minLength: 1 }), people).chain(([others, about]) => {
    const files = [...ARCHIVES, ...others].map((path): Step => ({ kind: 'import', path }));
    return fc.shuffledSubarray([...files, ...about], { minLength: files.length + about.length });
  });
};

async function take(history: TestHistory, step: Step): Promise<void> {
  if (step.kind === 'import') {
    const { files } = await history.import([step.path], { site: 'blog.example' });
    if (files.some(({ status }) => status === 'refused')) throw new Error(`${step.path} was refused`);
  } else if (step.kind === 'forget') history.forget(step.handle, NOW - step.day * DAY);
  else history.optOut(step.handle, NOW - step.day * DAY);
}

describe('visits, posts that are gone, opt-outs and forgotten people', () => {
  it('are the same after an export, imported with the files in any order', async () => {
    const seen = { visits: 0, gone: 0, optOuts: 0, forgotten: 0 };
    await fc.assert(
      fc.asyncProperty(
        steps().chain((all) => {
          const files = all.flatMap((step) => (step.kind === 'import' ? [step.path] : []));
          return fc.record({
            all: fc.constant(all),
            again: fc.shuffledSubarray(files),
            at: fc.nat({ max: files.length }),
          });
        }),
        async ({ all, again, at }) => {
          const [history, alone, mixed] = [await openHistory(), await openHistory(), await openHistory()];
          try {
            for (const step of all) await take(history, step);
            const file = join(folder, 'history.jsonl');
            writeFileSync(file, [...writeHistoryLines(history.contents())].join(''));
            await take(alone, { kind: 'import', path: file });
            expect(dump(alone)).toEqual(dump(history));
            for (const path of [...again.slice(0, at), file, ...again.slice(at), file]) {
              await take(mixed, { kind: 'import', path });
            }
            expect(dump(mixed)).toEqual(dump(history));
            seen.visits += [...history.contents().visits].length;
            seen.gone += history.posts({ gone: true }, 'newest', 99).length;
            seen.optOuts += history.contents().optOuts.length;
            seen.forgotten += all.filter(({ kind }) => kind === 'forget').length;
          } finally {
            for (const { database } of [history, alone, mixed]) database.close();
          }
        },
      ),
      { numRuns: 15 },
    );
    expect(Object.entries(seen).filter(([, many]) => many === 0)).toEqual([]);
  }, 120_000);
});
