import { OPEN, type Attempt, type Item, type ItemState, type NewItem } from '#queue/item.js';
import type { ItemPatch, Pause, QueueStore, Spending } from '#queue/ports.js';
import type { QueueEvent } from '#queue/event.js';
import { StoreError } from '#store/errors.js';
import { createMemoryBeside, type SyncStore } from './memory-beside.js';

type Kept = Item & { readonly postedAt?: number; readonly settled?: true };
type Reserved = Spending & { readonly attempt?: string };
type Change = Omit<Kept, 'claim' | 'reason' | 'notBefore'> & Partial<Record<'claim' | 'reason' | 'notBefore', unknown>>;

const FREE: ReadonlySet<ItemState> = new Set(['refused', 'missed', 'cancelled']);
const HELD: ReadonlySet<ItemState> = new Set(['claimed', 'sending']);

const effectiveDue = ({ dueAt, notBefore }: Item): number => Math.max(dueAt, notBefore ?? dueAt);
/** Values without those that are undefined: they are not there at all. */
const told = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
const copy = <T>(value: T): T => structuredClone(value);

/** A queue kept in plain maps, for tests of what the queue decides. The contract holds it to what the database does. */
export function createMemoryStore(): QueueStore {
  const calls = Object.entries(createSyncStore()).map(([name, call]) => [
    name,
    async (...values: never[]) => (call as (...values: never[]) => unknown)(...values),
  ]);
  return Object.fromEntries(calls) as QueueStore;
}

function createSyncStore(): SyncStore {
  const items = new Map<number, Kept>();
  const attempts = new Map<string, Attempt & { readonly number: number; readonly outcome?: ItemState }>();
  const { forget, ...beside } = createMemoryBeside();
  let events: QueueEvent[] = [];
  let spendings: Reserved[] = [];
  let pause: Pause | undefined;
  let lastId = 0;

  const sorted = (by: (item: Kept) => number, is: (item: Kept) => boolean, limit = Infinity): Kept[] =>
    [...items.values()]
      .filter(is)
      .sort((a, b) => by(a) - by(b) || a.id - b.id)
      .slice(0, limit);
  const shown = ({ postedAt: _at, settled: _settled, ...item }: Kept): Item => copy(item);
  const shownAll = (kept: readonly Kept[]): Item[] => kept.map(shown);

  const requireFreeSlot = (slot: Pick<NewItem, 'link' | 'dueAt' | 'requestedTime' | 'zone'>, but?: number): void => {
    const isTaken = ({ id, link, dueAt, state }: Kept): boolean =>
      id !== but && link === slot.link && dueAt === slot.dueAt && !FREE.has(state);
    if (![...items.values()].some(isTaken)) return;
    const { link, requestedTime, zone } = slot;
    throw new StoreError('slot-taken', { link, requestedTime, zone });
  };
  const requireFreePost = (postId: string, but: number): void => {
    if (![...items.values()].some((item) => item.id !== but && item.postId === postId)) return;
    throw new StoreError('post-taken', { postId });
  };
  /** What an event becomes when it is written: what cannot be written fails before anything was changed. */
  const written = (event: QueueEvent, item?: number): QueueEvent =>
    JSON.parse(JSON.stringify({ ...event, ...(item !== undefined && { item: event.item ?? item }) })) as QueueEvent;

  const changed = (item: Kept, patch: ItemPatch, at: number, postedAt: number): Kept => {
    const { state, slot, reason, notBefore, ...rest } = patch;
    const isNew = state !== item.state;
    const next: Change = {
      ...item,
      ...told(rest),
      ...(slot === undefined ? {} : { dueAt: slot.dueAt, requestedTime: slot.requestedTime, zone: slot.zone }),
      state,
      changedAt: isNew ? at : item.changedAt,
      claim: HELD.has(state) ? item.claim : undefined,
      reason: reason === undefined ? item.reason : (reason ?? undefined),
      notBefore: notBefore === undefined ? item.notBefore : (notBefore ?? undefined),
      ...(state === 'posted' ? { postedAt } : {}),
    };
    if (state === 'unknown' && isNew && notBefore === undefined) next.notBefore = at;
    const kept = told(next) as Kept;
    if (state === 'posted' && kept.postId === undefined) throw new Error('a posted item has a post');
    if (HELD.has(state) !== (kept.claim !== undefined)) throw new Error('who works on an item has a claim');
    if (kept.postId !== undefined) requireFreePost(kept.postId, item.id);
    if (!FREE.has(state)) requireFreeSlot(kept, item.id);
    return kept;
  };

  const keep = (item: Kept, event: QueueEvent): void => {
    items.set(item.id, copy(item));
    events.push(event);
    if (item.state === 'posted' && item.postId !== undefined && item.postedAt !== undefined) {
      beside.watch(item.postId, item.postedAt);
    }
  };

  const hasOpenAttempt = (id: number): boolean =>
    [...attempts.values()].some(({ item, outcome = 'unknown' }) => item === id && outcome === 'unknown');

  return {
    ...beside,
    add(added, now, replaced = [], around) {
      const known = new Map(around?.map(({ id, dueAt }) => [id, dueAt]));
      const newcomer = [...items.values()].findLast(
        ({ id, state, dueAt }) =>
          around !== undefined && OPEN.includes(state) && !replaced.includes(id) && known.get(id) !== dueAt,
      );
      if (newcomer !== undefined) {
        throw new StoreError('planned-meanwhile', { id: newcomer.id, link: newcomer.link });
      }
      const before = lastId;
      const kept = replaced.map((id) => items.get(id));
      const logged = events.length;
      try {
        for (const id of replaced) {
          const item = items.get(id);
          if (item?.state !== 'planned') throw new StoreError('item-changed', { id });
          const reason = { code: 'by-hand' } as const;
          keep(changed(item, { state: 'cancelled', reason }, now, now), {
            at: now,
            name: 'cancelled',
            item: id,
            reason,
          });
        }
        const ids = added.map((item) => {
          requireFreeSlot(item);
          const id = (lastId += 1);
          const made = {
            ...item,
            id,
            account: '',
            state: 'planned' as const,
            createdAt: now,
            changedAt: now,
            attempts: 0,
            checks: 0,
          };
          items.set(id, copy(told(made)));
          return id;
        });
        for (const [index, item] of ids.entries()) {
          const { dueAt = 0, price = 0 } = added[index] ?? {};
          events.push({ at: now, name: 'added', item, data: { dueAt, price } });
        }
        return shownAll(ids.flatMap((id) => items.get(id) ?? []));
      } catch (error) {
        for (let id = before + 1; id <= lastId; id += 1) items.delete(id);
        for (const item of kept) if (item !== undefined) items.set(item.id, item);
        events.length = logged;
        lastId = before;
        throw error;
      }
    },
    get(id) {
      const item = items.get(id);
      return item && shown(item);
    },
    list({ states, link, from = -Infinity, until = Infinity, inExperiment }, limit) {
      const is = (item: Kept): boolean =>
        (states?.includes(item.state) ?? true) &&
        (link === undefined || item.link === link) &&
        item.dueAt >= from &&
        item.dueAt < until &&
        (inExperiment !== true || item.experiment !== undefined);
      return shownAll(sorted(({ dueAt }) => dueAt, is, limit));
    },
    count() {
      const counts: Partial<Record<ItemState, number>> = {};
      for (const { state } of items.values()) counts[state] = (counts[state] ?? 0) + 1;
      return counts;
    },
    due(now, limit, mode) {
      const is = (item: Kept): boolean =>
        item.state === 'planned' &&
        !item.review &&
        effectiveDue(item) <= now &&
        (mode === undefined || item.mode === mode);
      return shownAll(sorted(effectiveDue, is, limit));
    },
    unchecked: (now, limit) =>
      shownAll(
        sorted(
          ({ notBefore = 0 }) => notBefore,
          ({ state, notBefore = Infinity }) => state === 'unknown' && notBefore <= now,
          limit,
        ),
      ),
    remindedFor: (age, now, limit) =>
      shownAll(
        sorted(
          ({ changedAt }) => changedAt,
          ({ state, changedAt }) => state === 'reminded' && changedAt <= now - age,
          limit,
        ),
      ),
    lastSentAt(before, link) {
      const ats = [...attempts.values()].flatMap(({ item, startedAt }) => {
        const { state, link: of } = items.get(item) ?? {};
        return state === 'posted' && startedAt < before && (link === undefined || of === link) ? [startedAt] : [];
      });
      return ats.length === 0 ? undefined : Math.max(...ats);
    },
    hasOpenAttempt,
    givenUp: (limit) =>
      shownAll([...items.values()].toReversed())
        .filter(({ id, state }) => state === 'cancelled' && hasOpenAttempt(id))
        .slice(0, limit),
    takenPosts: (ids) => ids.filter((id) => [...items.values()].some(({ postId }) => postId === id)),
    lastAttempt(id) {
      const last = [...attempts.values()].findLast(({ item }) => item === id);
      if (last === undefined) return undefined;
      const { number: _number, outcome: _outcome, ...attempt } = last;
      return { ...attempt };
    },

    claim(id, { owner, token, lease, account }, event) {
      const item = items.get(id);
      if (item?.state !== 'planned' || item.review || effectiveDue(item) > event.at) return false;
      if (item.account !== '' && item.account !== account) return false;
      if ([...items.values()].some((each) => HELD.has(each.state) && each.account === account)) return false;
      const claim = { owner, token, until: event.at + lease };
      keep({ ...item, state: 'claimed', changedAt: event.at, claim, account }, written(event, id));
      return true;
    },
    journal(token, attempt, event) {
      const item = items.get(attempt.item);
      if (item?.state !== 'claimed' || item.claim?.token !== token || item.claim.until <= event.at) return false;
      if (attempts.has(attempt.id)) throw new Error('an attempt is written once');
      const number = item.attempts + 1;
      keep({ ...item, state: 'sending', changedAt: event.at, attempts: number }, written(event, item.id));
      attempts.set(attempt.id, { ...attempt, number });
      spendings.push({
        at: attempt.startedAt,
        what: 'post',
        amount: attempt.price,
        item: item.id,
        attempt: attempt.id,
      });
      beside.setFact('generation', String(Number(beside.fact('generation') ?? 0) + 1));
      return true;
    },
    finish(attempt, patch, { event, isFree, postedAt = event.at }) {
      const last = attempts.get(attempt);
      const item = last && items.get(last.item);
      if (item === undefined || item.attempts !== last?.number) return false;
      if (item.state !== 'sending' && item.state !== 'unknown') return false;
      keep(changed(item, patch, event.at, postedAt), written(event, item.id));
      attempts.set(attempt, { ...last, outcome: patch.state });
      if (isFree) spendings = spendings.filter((spending) => spending.attempt !== attempt);
      return true;
    },
    change(id, from, patch, event, token) {
      const item = items.get(id);
      if (item === undefined || !from.includes(item.state)) return false;
      if (token !== undefined && item.claim?.token !== token) return false;
      const { postedAt } = event.data ?? {};
      const next = changed(item, patch, event.at, typeof postedAt === 'number' ? postedAt : event.at);
      keep(next, written(event, id));
      return true;
    },
    expire(now) {
      const ended = sorted(
        ({ dueAt }) => dueAt,
        ({ state, claim, changedAt }) =>
          HELD.has(state) && claim !== undefined && (claim.until <= now || changedAt > now + 7_200_000),
      );
      const reason = { code: 'lease-expired' } as const;
      return ended.map((item) => {
        const isSent = item.state === 'sending';
        const patch: ItemPatch = isSent ? { state: 'unknown', reason, notBefore: now } : { state: 'planned' };
        const name = isSent ? 'unknown' : 'released';
        keep(changed(item, patch, now, now), { at: now, name, item: item.id, reason });
        return shown(items.get(item.id) ?? item);
      });
    },

    unrecorded(limit) {
      const is = ({ state, settled }: Kept): boolean => state === 'posted' && settled !== true;
      return sorted(({ postedAt = 0 }) => postedAt, is, limit).map((item) =>
        Object.assign(shown(item), { postId: item.postId ?? '', postedAt: item.postedAt ?? 0 }),
      );
    },
    markRecorded(id) {
      const item = items.get(id);
      if (item?.state === 'posted') items.set(id, { ...item, settled: true });
    },

    pause: () => copy(pause),
    setPause(next, event) {
      events.push(written(event));
      pause = copy(next);
    },

    spend(spending) {
      if (spending.item !== undefined && !items.has(spending.item)) throw new Error('no such item');
      spendings.push({ ...spending });
    },
    spentSince: (instant) => spendings.filter(({ at }) => at >= instant).reduce((sum, { amount }) => sum + amount, 0),
    note(event) {
      if (event.item !== undefined && !items.has(event.item)) throw new Error('no such item');
      events.push(written(event));
    },
    events: ({ item }, limit) =>
      events
        .filter((event) => item === undefined || event.item === item)
        .toReversed()
        .slice(0, limit)
        .map(copy),
    prune(age, now) {
      const before = now - age;
      const isOpen = (id: number): boolean => !['posted', ...FREE].includes(items.get(id)?.state ?? 'posted');
      events = events.filter(({ at, item }) => at >= before || (item !== undefined && isOpen(item)));
      forget(before);
    },
  };
}
