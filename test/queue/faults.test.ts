import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectiveDue, type Item } from '#queue/item.js';
import { STEPS } from '#queue/ports.js';
import { DAY, HOUR, SLOT } from './items.js';
import { Killed, MINUTE, openWorld, TEXTS, type Answer, type World } from './world.js';

/** One thing that happens to a queue at work. */
type Happening =
  | { readonly what: 'tick'; readonly by: 'one' | 'two'; readonly minutes: number }
  | { readonly what: 'kill'; readonly at: (typeof STEPS)[number] }
  | { readonly what: 'answer'; readonly answer: Answer }
  | { readonly what: 'clock'; readonly by: number }
  | { readonly what: 'lag'; readonly readings: number }
  | { readonly what: 'both' };

const answer = fc.constantFrom<Answer>(
  'lost',
  'never got it',
  'takes it',
  { kind: 'later', code: 'rate-limit', detail: '', retryAt: SLOT + HOUR },
  { kind: 'later', code: 'no-connection', detail: '', retryAt: 0 },
  { kind: 'refused', code: 'forbidden', detail: '' },
  { kind: 'stopped', code: 'unauthorized', detail: '', until: 0 },
  { kind: 'unknown', code: 'server-error', detail: '' },
);
const happening = fc.oneof<fc.Arbitrary<Happening>[]>(
  fc.record({
    what: fc.constant('tick' as const),
    by: fc.constantFrom('one' as const, 'two' as const),
    minutes: fc.constantFrom(1, 1, 1, 12, 90, 1500),
  }),
  fc.record({ what: fc.constant('kill' as const), at: fc.constantFrom(...STEPS) }),
  fc.record({ what: fc.constant('answer' as const), answer }),
  fc.record({ what: fc.constant('clock' as const), by: fc.constantFrom(-HOUR, HOUR, -DAY) }),
  fc.record({ what: fc.constant('lag' as const), readings: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ what: fc.constant('both' as const) }),
);
/** The items of a world, by their numbers from 1 on. */
async function itemsOf(world: World, count: number): Promise<readonly (Item | undefined)[]> {
  const items: (Item | undefined)[] = [];
  for (let id = 1; id <= count; id += 1) items.push(await world.item(id));
  return items;
}

const missed = fc.constantFrom('skip' as const, 'next-slot' as const, { within: 6 * HOUR });

describe('whatever happens', () => {
  it('X never gets a second copy, and no item is lost', async () => {
    const seed = Number(process.env['TWEETSPAN_SEED'] ?? Date.now() % 1_000_000);
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { minLength: 5, maxLength: 40 }),
        fc.array(missed, { minLength: 1, maxLength: 6 }),
        async (story, policies) => {
          const world = await openWorld();
          try {
            await world.add(...policies.map((policy, index) => ({ ...createItem(index), missed: policy })));
            world.setNow(SLOT);
            let processes = { one: world.start('one'), two: world.start('two') };
            const tick = async (name: 'one' | 'two'): Promise<void> => {
              try {
                await processes[name].tick();
              } catch (error) {
                if (!(error instanceof Killed)) throw error;
                processes = { ...processes, [name]: world.start(name) };
              }
            };
            for (const event of story) {
              if (event.what === 'tick') {
                world.pass(event.minutes * MINUTE);
                await tick(event.by);
              } else if (event.what === 'both') await Promise.all([tick('one'), tick('two')]);
              else if (event.what === 'kill') world.killAt(event.at);
              else if (event.what === 'answer') world.answers.push(event.answer);
              else if (event.what === 'clock') world.pass(event.by);
              else world.hideFor(event.readings);
            }
            // Then all is well for ten days, long enough for each lease, check and policy.
            world.killAt(undefined);
            world.answers.length = 0;
            world.hideFor(0);
            for (let step = 0; step < 500; step += 1) {
              const next = nextMoment(await itemsOf(world, policies.length));
              if (next === undefined) break;
              world.setNow(Math.max(world.now() + MINUTE, next));
              await tick('one');
            }
            const items = await itemsOf(world, policies.length);
            for (const item of items) {
              const copies = world.onX.filter(({ text }) => text === item?.text);
              expect(copies.length).toBeLessThanOrEqual(1);
              // Posted is what is on X, and nothing else is called so.
              expect(item?.state === 'posted').toBe(copies.length === 1);
              expect(item?.postId).toBe(copies[0]?.id);
              expect(['posted', 'refused', 'missed', 'unknown']).toContain(item?.state);
              // One that a person must decide says why.
              expect(item?.state === 'unknown' && item.reason === undefined).toBe(false);
            }
          } finally {
            world.close();
          }
        },
      ),
      { seed, numRuns: Number(process.env['TWEETSPAN_STORIES'] ?? 60), endOnFailure: false },
    );
  }, 600_000);
});

/** When something of these items is due next, ms UTC; undefined when all have ended, or wait for a person. */
const nextMoment = (items: readonly (Item | undefined)[]): number | undefined => {
  const moments = items.flatMap((item) => {
    if (item === undefined) return [];
    if (item.state === 'planned') return [effectiveDue(item)];
    return item.claim?.until ?? (item.state === 'unknown' ? item.notBefore : undefined) ?? [];
  });
  return moments.length === 0 ? undefined : Math.min(...moments);
};

const createItem = (index: number) => ({
  link: `example.org/${index % 2}`,
  text: `${TEXTS[index]} https://example.org/${index % 2}`,
  dueAt: SLOT + Math.floor(index / 2) * 3 * HOUR,
  requestedTime: `2026-03-02T${18 + Math.floor(index / 2) * 2}:00`,
  gap: 2 * HOUR,
});
