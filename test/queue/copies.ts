// Copies of whole queues for tests: any of them, and one that is easy to read.
import fc from 'fast-check';
import type { CopiedItem, CopiedPost, CopiedStep, QueueCopy } from '#queue/copy.js';
import { firstIdAt } from '#tweet/snowflake.js';
import { DAY, HOUR, SLOT } from './items.js';

const LINKS = ['example.org/guide', 'blog.example.org/a?b=1', 'example.org/%C3%A9t%C3%A9'];

const text = fc.string({ unit: 'grapheme', maxLength: 60 });
const name = fc.constantFrom('Ada', 'Bo', 'Çiğdem');
const person = fc.record({ name, host: fc.constantFrom('ada-laptop', 'always-on') });
/** Some ms around the slot of these tests. */
const instant = fc.integer({ min: SLOT - 30 * DAY, max: SLOT + 30 * DAY });
const planner = fc.option(person, { nil: undefined });
/** Values without those that are undefined: they are not there at all. */
const present = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;

const MEDIA = { file: '/drafts/parc.png', sha256: '0a'.repeat(32), alt: 'Le parc', tag: ['voisine'] };
const EXPERIMENT = {
  seed: 7,
  metric: 'reactions',
  block: 0,
  bestFirst: true,
  arm: 'best',
  armProbability: 0.5,
  slotProbability: 0.25,
  drawnAt: SLOT,
  countedAt: 3 * DAY,
} as const;

/** An item by its number, in any state that a copy can have. */
const anyItem = fc.record({
  state: fc.constantFrom('planned', 'reminded', 'posted', 'refused', 'unknown', 'missed', 'cancelled'),
  mode: fc.constantFrom('api', 'remind'),
  link: fc.constantFrom(...LINKS),
  text,
  media: fc.constantFrom([], [MEDIA]),
  dueAt: instant,
  missed: fc.constantFrom('skip', 'next-slot', { within: 2 * HOUR }),
  until: fc.option(instant, { nil: undefined }),
  review: fc.boolean(),
  isInExperiment: fc.boolean(),
  notBefore: fc.option(instant, { nil: undefined }),
  reason: fc.constantFrom(undefined, { code: 'spacing' }, { code: 'no-connection', detail: 'ECONNRESET' }),
  checks: fc.nat(4),
  isRecorded: fc.boolean(),
  planner,
  tries: fc.array(fc.constantFrom(undefined, 'posted', 'unknown'), { maxLength: 2 }),
  done: fc.array(fc.record({ at: instant, by: planner }), { maxLength: 3 }),
});

function toItem(drawn: typeof anyItem extends fc.Arbitrary<infer Drawn> ? Drawn : never, index: number): CopiedItem {
  const { isInExperiment, tries, done, ...item } = drawn;
  const number = index + 1;
  const key = `key-${number}`;
  const createdAt = SLOT - 40 * DAY;
  return present({
    ...item,
    key,
    number,
    // Each its own slot.
    dueAt: item.dueAt + index * 100 * DAY,
    requestedTime: '2026-03-02T18:00',
    zone: 'Europe/Paris',
    gap: DAY,
    price: 200,
    draft: 'guide.md',
    createdAt,
    changedAt: createdAt + number,
    ...(isInExperiment && { experiment: { ...EXPERIMENT, pair: index } }),
    ...(item.state === 'posted' && { postId: firstIdAt(SLOT + index * HOUR), postedAt: SLOT + index * HOUR }),
    attempts: tries.map((outcome, tried) =>
      present({
        id: `${key}-attempt-${tried}`,
        number: tried + 1,
        text: item.text,
        startedAt: SLOT,
        price: 200,
        outcome,
        endedAt: outcome === undefined ? undefined : SLOT + 1,
      }),
    ),
    events: [
      present({ at: createdAt, name: 'added', data: { dueAt: item.dueAt, price: 200 }, by: item.planner } as const),
      ...done.map((event) => present({ ...event, name: 'moved', reason: { code: 'moved-by-hand' } } as const)),
    ],
  }) as CopiedItem;
}

const anyStep = fc
  .record({
    kind: fc.constantFrom('kit', 'ask', 'pin', 'unpin'),
    state: fc.constantFrom('planned', 'reminded', 'done', 'cancelled'),
    dueAt: instant,
    until: fc.option(instant, { nil: undefined }),
    planner,
  })
  .map((step) =>
    present({ ...step, link: LINKS[0] ?? '', draft: 'guide.md', zone: 'UTC', createdAt: SLOT, changedAt: SLOT + 1 }),
  ) as fc.Arbitrary<CopiedStep>;

const anyPost = fc
  .record({
    at: fc.option(instant, { nil: undefined }),
    hasHour: fc.boolean(),
    text,
    isGone: fc.boolean(),
    links: fc.uniqueArray(fc.constantFrom(...LINKS)).map((links) => links.toSorted()),
  })
  .map(present) as fc.Arbitrary<Omit<CopiedPost, 'id'>>;

const handle = fc.stringMatching(/^[a-z]\w{0,10}$/).map((each) => each.toLowerCase());

/** Any queue, in the order in which copies have their parts. */
export const anyCopy = fc
  .record({
    account: fc.constantFrom(undefined, { id: '9000000000', handle: 'example_ada' }),
    caps: fc.record({ day: fc.nat(9000), month: fc.nat(90_000) }),
    zoneRules: fc.constantFrom(undefined, '2025c'),
    items: fc.array(anyItem, { maxLength: 5 }).map((items) => items.map(toItem)),
    steps: fc.uniqueArray(anyStep, { maxLength: 3, selector: ({ dueAt }) => dueAt }),
    posts: fc
      .array(anyPost, { maxLength: 4 })
      .map((posts) => posts.map((post, index) => ({ ...post, id: firstIdAt(SLOT - (9 - index) * DAY) }))),
    optOuts: fc
      .uniqueArray(handle, { maxLength: 3 })
      .map((handles) => handles.toSorted().map((each) => ({ handle: each, notedAt: SLOT }))),
    outreach: fc.uniqueArray(handle, { maxLength: 3 }).map((handles) =>
      handles.toSorted().map((each, index) => ({
        handle: each,
        what: 'ask' as const,
        at: SLOT,
        link: LINKS[0] ?? '',
        text: 'Un avis ?',
        tag: '',
        ...(index === 0 && { moment: SLOT + DAY }),
      })),
    ),
    reads: fc.array(fc.nat(3), { maxLength: 3 }),
  })
  .map(({ reads, ...copy }) =>
    present({
      ...copy,
      isHandedOver: false,
      steps: copy.steps.toSorted((a, b) => a.dueAt - b.dueAt),
      spendings: [
        ...reads.toSorted().map((amount) => ({ at: SLOT - DAY, what: 'read' as const, amount })),
        ...copy.items.flatMap(({ key, attempts }) =>
          attempts.map(({ id }) => ({ at: SLOT, what: 'post' as const, amount: 200, item: key, attempt: id })),
        ),
      ],
      paidReads: reads.length === 0 ? [] : [{ day: SLOT - (SLOT % DAY), post: '7' }],
      watched: copy.items.flatMap(({ postId, postedAt }, index) =>
        postId === undefined || postedAt === undefined
          ? []
          : [{ post: postId, postedAt, ...(index % 2 === 0 && { step: index }) }],
      ),
    }),
  ) as fc.Arbitrary<QueueCopy>;
