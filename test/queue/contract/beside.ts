import { describe, expect, it } from 'vitest';
import type { ItemPatch } from '#queue/ports.js';
import { SLOT } from '../items.js';
import { addOne, event, MINUTE, eventNames, sendOne, unwritable, useStore, visible, type OpenEmpty } from './setup.js';

const DAY = 86_400_000;
const TODAY = Math.floor(SLOT / DAY) * DAY;

/** What a store keeps besides items, in every store. */
export function besideContract(open: OpenEmpty): void {
  const queue = useStore(open);

  describe('watched posts', () => {
    it('begin once, go on step by step, and end for good', async () => {
      const { store, other } = queue;
      await store.watch('9', SLOT + 1);
      await store.watch('10', SLOT);
      await other.watch('9', SLOT + 5);
      await store.watchedTo('9', 2);
      await other.watch('9', SLOT);
      expect(await other.watched(9)).toEqual([
        { postId: '10', postedAt: SLOT, step: 0 },
        { postId: '9', postedAt: SLOT + 1, step: 2 },
      ]);
      expect(await store.watched(1)).toHaveLength(1);
      await store.watchedTo('10', undefined);
      await other.watch('10', SLOT);
      await other.watchedTo('10', 3);
      await store.watchedTo('11', 1);
      expect(await store.watched(9)).toEqual([{ postId: '9', postedAt: SLOT + 1, step: 2 }]);
    });
  });

  describe('what may be on X', () => {
    const posted: ItemPatch = { state: 'posted', postId: '42', reason: null, notBefore: null };
    const end = (at: number) => ({ event: event('posted', at), isFree: false });

    it('is known of items that a person gave up, and of those alone', async () => {
      const { store } = queue;
      const { id } = await sendOne(store);
      expect(await store.givenUp(9)).toEqual([]);
      await store.finish('a1', { state: 'unknown' }, end(SLOT + 1));
      await store.change(id, ['unknown'], { state: 'cancelled' }, event('cancelled', SLOT + 2));
      const { id: never } = await addOne(store, { link: 'example.org/autre' });
      await store.change(never, ['planned'], { state: 'cancelled' }, event('cancelled', SLOT + 2));
      expect((await store.givenUp(9)).map((item) => item.id)).toEqual([id]);
      expect(await store.givenUp(0)).toEqual([]);
    });

    it('is known of posts that items have made', async () => {
      const { store, other } = queue;
      await sendOne(store);
      expect(await other.takenPosts(['42'])).toEqual([]);
      await store.finish('a1', posted, end(SLOT + 1));
      expect(await other.takenPosts(['41', '42'])).toEqual(['42']);
      expect(await other.takenPosts([])).toEqual([]);
    });
  });

  describe('a pause', () => {
    it('holds until it is ended, with an event each time', async () => {
      const { store, other } = queue;
      expect(await store.pause()).toBeUndefined();
      const credits = { code: 'no-credits', detail: 'none left', since: SLOT } as const;
      await store.setPause({ ...credits, until: SLOT + DAY }, event('paused', SLOT));
      expect(await other.pause()).toStrictEqual({ ...credits, until: SLOT + DAY });
      await other.setPause({ code: 'by-hand', detail: '', since: SLOT + 1 }, event('paused', SLOT + 1));
      expect(await store.pause()).toStrictEqual({ code: 'by-hand', detail: '', since: SLOT + 1 });
      await expect(store.setPause(undefined, unwritable('resumed', SLOT + 2))).rejects.toThrow(TypeError);
      expect(await store.pause()).toBeDefined();
      await store.setPause(undefined, event('resumed', SLOT + 3));
      expect(await other.pause()).toBeUndefined();
      expect(await eventNames(other)).toEqual(['paused', 'paused', 'resumed']);
    });
  });

  describe('money', () => {
    it('is capped at a dollar a day and ten a month until somebody says otherwise', async () => {
      const { store, other } = queue;
      expect(await store.caps()).toEqual({ day: 1000, month: 10_000 });
      await store.setCaps({ day: 0, month: 250 });
      await store.setCaps({ day: 250, month: 5000 });
      expect(await other.caps()).toEqual({ day: 250, month: 5000 });
    });

    it('adds up from an instant on', async () => {
      const { store, other } = queue;
      const { id } = await addOne(store);
      expect(await store.spentSince(0)).toBe(0);
      await store.spend({ at: SLOT - 1, what: 'read', amount: 5 });
      await other.spend({ at: SLOT, what: 'media', amount: 10, item: id });
      await store.spend({ at: SLOT + 1, what: 'post', amount: 15 });
      const spent: number[] = [];
      for (const at of [SLOT - 1, SLOT, SLOT + 1, SLOT + 2]) spent.push(await other.spentSince(at));
      expect(spent).toEqual([30, 25, 15, 0]);
    });

    it('is taken for a post that is read once a UTC day', async () => {
      const { store, other } = queue;
      expect(await store.noteReads(TODAY, ['1', '2', '1'])).toBe(2);
      expect(await other.noteReads(TODAY, ['2', '3'])).toBe(1);
      expect(await other.noteReads(TODAY + DAY, ['1', '2', '3'])).toBe(3);
      expect(await store.noteReads(TODAY, [])).toBe(0);
    });
  });

  describe('workers', () => {
    const worker = (owner: string, startedAt: number) => ({
      owner,
      pid: 7,
      host: 'example-host',
      version: '0.1.0',
      startedAt,
    });

    it('are known by their last sign of life until they go', async () => {
      const { store, other } = queue;
      await store.heartbeat(worker('b', SLOT + 1), SLOT + 1);
      await other.heartbeat(worker('a', SLOT), SLOT);
      await store.heartbeat(worker('b', SLOT + 1), SLOT + MINUTE);
      expect(await other.workers(SLOT + MINUTE)).toEqual([
        { ...worker('a', SLOT), silentFor: MINUTE },
        { ...worker('b', SLOT + 1), silentFor: 0 },
      ]);
      await store.gone('a');
      await store.gone('c');
      // One that is dated in the future says so.
      expect(await other.workers(SLOT)).toEqual([{ ...worker('b', SLOT + 1), silentFor: -MINUTE }]);
    });

    it('are forgotten when they have not been heard of for as long as all else', async () => {
      const { store } = queue;
      await store.heartbeat(worker('a', SLOT), SLOT);
      await store.heartbeat(worker('b', SLOT), SLOT + 1);
      await store.prune(DAY, SLOT + 1 + DAY);
      expect((await store.workers(SLOT)).map(({ owner }) => owner)).toEqual(['b']);
    });
  });

  describe('small facts', () => {
    it('are kept and replaced', async () => {
      const { store, other } = queue;
      expect(await store.fact('clock-skew')).toBeUndefined();
      await store.setFact('clock-skew', '1200');
      await store.setFact('clock-skew', '-3');
      await store.setFact('zone-rules', '2025c');
      expect([await other.fact('clock-skew'), await other.fact('zone-rules')]).toEqual(['-3', '2025c']);
    });
  });

  describe('events', () => {
    it('are told newest first, with all that was said', async () => {
      const { store, other } = queue;
      const { id } = await addOne(store);
      const full = event('failed', SLOT, {
        reason: { code: 'server-error', detail: '503' },
        data: { post: '1967288537057333249', cost: 5, isLast: true },
      });
      await store.note(full);
      // Older, but said later: the order is that of writing, whatever the clock did.
      await other.note(event('moved', SLOT - 1, { item: id }));
      expect(await other.events({}, 2)).toStrictEqual([{ at: SLOT - 1, name: 'moved', item: id }, full]);
      expect(await eventNames(other, id)).toEqual(['added', 'moved']);
      expect(await other.events({}, 1)).toHaveLength(1);
      await expect(store.note(unwritable('failed', SLOT))).rejects.toThrow(TypeError);
      expect(await other.events({}, 9)).toHaveLength(3);
    });

    it('are forgotten when they are old, but for those of items that have not ended', async () => {
      const { store } = queue;
      const { id: ended } = await sendOne(store, 'a1', 't1', { link: 'example.org/autre' });
      await store.finish('a1', { state: 'posted', postId: '1' }, { event: event('posted', SLOT + 1), isFree: false });
      const { id: unsure } = await sendOne(store, 'a2', 't2');
      await store.finish('a2', { state: 'unknown' }, { event: event('unknown', SLOT + 1), isFree: false });
      await store.note(event('started', SLOT));
      await store.note(event('stopped', SLOT + 1));
      await store.prune(DAY, SLOT + 1 + DAY);
      expect(await eventNames(store, ended)).toEqual(['posted']);
      expect(await eventNames(store, unsure)).toEqual(['added', 'claimed', 'sending', 'unknown']);
      expect((await eventNames(store)).filter((name) => name === 'started' || name === 'stopped')).toEqual(['stopped']);
      // What was spent and what is watched is no trace of what happened.
      expect([await store.spentSince(0), (await store.watched(9)).length]).toEqual([400, 1]);
    });

    it('of reads are forgotten with their day', async () => {
      const { store } = queue;
      await store.noteReads(TODAY, ['1']);
      await store.prune(DAY, TODAY + 2 * DAY - 1);
      expect(await store.noteReads(TODAY, ['1'])).toBe(0);
      await store.prune(DAY, TODAY + 2 * DAY);
      expect(await store.noteReads(TODAY, ['1'])).toBe(1);
    });
  });

  it('answers what nobody asked it to change without changing it', async () => {
    const { store } = queue;
    await sendOne(store);
    const before = await visible(store);
    const item = (await store.list({}, 1))[0];
    Object.assign(item?.claim ?? {}, { token: 'mine' });
    expect(await visible(store)).toEqual(before);
  });
}
