import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TRANSITIONS, type ItemState } from '#queue/item.js';
import type { ItemPatch, QueueStore } from '#queue/ports.js';
import { StoreError } from '#store/errors.js';
import { newAttempt, event, fresh, MINUTE, visible } from './contract/setup.js';
import { SLOT } from './items.js';
import { openInFile, openInMaps } from './stores.js';

/** One call of a store, with what to call it in a failure. */
interface Call {
  readonly name: string;
  run(store: QueueStore): unknown;
}

// Few values of each kind, so that calls meet.
const at = fc.integer({ min: 0, max: 6 }).map((minutes) => SLOT + minutes * MINUTE);
const id = fc.integer({ min: 1, max: 4 });
/** Mostly the claim that an item was given, sometimes that of another. */
const token = fc.oneof({ weight: 4, arbitrary: fc.constant('own') }, fc.constantFrom('t1', 't2'));
const resolveToken = (given: { readonly id: number; readonly token: string }): string =>
  given.token === 'own' ? `t${given.id}` : given.token;
/** Mostly that of the items. */
const account = fc.oneof({ weight: 6, arbitrary: fc.constant('1') }, fc.constant('2'));
const links = fc.constantFrom('example.org/a', 'example.org/b');
const slot = at.map((dueAt) => ({ dueAt, requestedTime: `wish of ${dueAt}`, zone: 'UTC' }));
const item = fc
  .record({ link: links, slot, review: fc.boolean() })
  .map(({ slot: wished, ...rest }) => fresh(0, { ...rest, ...wished }));

const MOVES = (Object.keys(TRANSITIONS) as ItemState[]).flatMap((from) => TRANSITIONS[from].map((to) => [from, to]));
const move = fc.constantFrom(...MOVES) as fc.Arbitrary<[ItemState, ItemState]>;

/** A patch to a state, with some of all that a patch may hold. */
const patchTo = (state: ItemState): fc.Arbitrary<ItemPatch> =>
  fc.record(
    {
      state: fc.constant(state),
      reason: fc.constantFrom(null, { code: 'late' } as const),
      notBefore: fc.option(at),
      ...(state === 'posted' ? { postId: fc.constantFrom('1', '2', '3', '4', '5') } : {}),
      slot,
      text: fc.constantFrom('Un', 'Deux'),
      review: fc.boolean(),
      checks: fc.nat(3),
    },
    { requiredKeys: state === 'posted' ? ['state', 'postId'] : ['state'] },
  );

const call = <T>(name: string, values: fc.Arbitrary<T>, run: (store: QueueStore, values: T) => unknown) =>
  values.map((given): Call => ({
    name: `${name} ${JSON.stringify(given)}`,
    run: (store) => run(store, given),
  }));

const weighted = (weight: number, ...of: readonly fc.Arbitrary<Call>[]) =>
  of.map((arbitrary) => ({ weight, arbitrary }));

const ends = fc.constantFrom<ItemState>('posted', 'refused', 'unknown', 'planned').chain(patchTo);
/** Mostly the last attempt of an item, sometimes the first of all. */
const isLast = fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false));
const attempts = async (store: QueueStore): Promise<number> =>
  (await store.list({}, 100)).reduce((sum, each) => sum + each.attempts, 0);

const calls: fc.Arbitrary<Call> = fc.oneof(
  call('add', fc.array(item, { minLength: 1, maxLength: 2 }), (store, added) => store.add(added, SLOT)),
  ...weighted(
    4,
    call('claim', fc.record({ id, token, at, account }), (store, given) =>
      store.claim(
        given.id,
        { owner: 'o', token: resolveToken(given), lease: 3 * MINUTE, account: given.account },
        event('claimed', given.at),
      ),
    ),
    call('journal', fc.record({ id, token, at }), async (store, given) => {
      const attempt = newAttempt(`a${await attempts(store)}`, given.id, given.at);
      return await store.journal(resolveToken(given), attempt, event('sending', given.at));
    }),
    call('finish', fc.record({ id, isLast, patch: ends, at, isFree: fc.boolean() }), async (store, given) => {
      const attempt = given.isLast ? ((await store.lastAttempt(given.id))?.id ?? 'none') : 'a0';
      return await store.finish(attempt, given.patch, { event: event('checked', given.at), isFree: given.isFree });
    }),
    call(
      'change',
      move.chain(([from, to]) =>
        fc.record({ id, from: fc.constant(from), patch: patchTo(to), at, token: fc.option(token) }),
      ),
      (store, { token: held, ...given }) =>
        store.change(
          given.id,
          [given.from],
          given.patch,
          event('moved', given.at),
          held === null ? undefined : resolveToken({ ...given, token: held }),
        ),
    ),
  ),
  call('expire', at, (store, now) => store.expire(now)),
  call('settled', id, (store, given) => store.markRecorded(given)),
  call('due', fc.record({ at, limit: fc.nat(3) }), (store, given) => store.due(given.at, given.limit)),
  call('unchecked', at, (store, now) => store.unchecked(now, 9)),
  call('remindedFor', at, (store, now) => store.remindedFor(MINUTE, now, 9)),
  call('watchedTo', fc.record({ post: fc.constantFrom('1', '2'), step: fc.option(fc.nat(7)) }), (store, given) =>
    store.watchedTo(given.post, given.step ?? undefined),
  ),
  call('spentSince', at, (store, instant) => store.spentSince(instant)),
  call('prune', at, (store, before) => store.prune(MINUTE, before)),
);

/** What a call answers; of an error, what a program can tell. */
async function runCall({ run }: Call, store: QueueStore): Promise<unknown> {
  try {
    return (await run(store)) ?? 'nothing';
  } catch (error) {
    return error instanceof StoreError ? `${error.problem}: ${error.message}` : 'refused';
  }
}

describe('the queue in plain maps and in a file', () => {
  it('answer the same and hold the same, whatever is asked of them through two connections', async () => {
    const answers = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(calls, fc.boolean()), { minLength: 20, maxLength: 40 }), async (asked) => {
        const maps = await openInMaps();
        const file = await openInFile();
        try {
          const planned = [0, 1, 2, 3].map((minutes) => fresh(minutes * MINUTE, { link: 'example.org/a' }));
          for (const store of [maps.store, file.store]) await store.add(planned, SLOT);
          for (const [each, isOther] of asked) {
            const answer = await runCall(each, isOther ? file.other : file.store);
            answers.add(`${each.name.split(' ')[0]} ${JSON.stringify(answer).slice(0, 5)}`);
            expect(answer, each.name).toEqual(await runCall(each, maps.store));
            expect(await visible(file.store), each.name).toEqual(await visible(maps.store));
          }
        } finally {
          file.close();
        }
      }),
      { numRuns: 60 },
    );
    // Calls that are always refused would prove nothing.
    for (const answer of ['claim true', 'claim false', 'journal true', 'finish true', 'change true']) {
      expect(answers).toContain(answer);
    }
  });
});
