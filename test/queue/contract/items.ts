import { describe, expect, it } from 'vitest';
import type { ItemState } from '#queue/item.js';
import { StoreError } from '#store/errors.js';
import { DAY, SLOT } from '../items.js';
import { addOne, event, fresh, MINUTE, PLANNED_AT, unwritable, useStore, visible, type OpenEmpty } from './setup.js';

const taken = expect.objectContaining({ name: 'StoreError', problem: 'slot-taken' });

const catchProblem = async (work: () => Promise<unknown>): Promise<string> => {
  try {
    await work();
    return 'none';
  } catch (error) {
    return error instanceof StoreError ? error.problem : String(error);
  }
};

/** What a store does with items, in every store. */
export function itemsContract(open: OpenEmpty): void {
  const queue = useStore(open);
  const ids = (items: readonly { readonly id: number }[]): number[] => items.map(({ id }) => id);

  describe('planned', () => {
    it('keeps all that was said of an item, and nothing that was not', async () => {
      const { store, other } = queue;
      const media = [{ file: '/home/example/photo.jpg', alt: 'Une façade', tag: ['voisine'] }, { file: '/b.mp4' }];
      const experiment = {
        seed: 7,
        metric: 'clicks',
        pair: 5,
        block: 1,
        bestFirst: false,
        arm: 'usual',
        armProbability: 0.5,
        slotProbability: 0.0425,
        drawnAt: SLOT,
        countedAt: 7 * DAY,
      } as const;
      const full = fresh(0, {
        experiment,
        media,
        missed: { within: 0 },
        until: SLOT * 2,
        review: true,
        mode: 'remind',
      });
      const plain = fresh(MINUTE, { missed: 'next-slot' });
      const added = await store.add([full, plain], PLANNED_AT);
      const state = {
        account: '',
        state: 'planned',
        createdAt: PLANNED_AT,
        changedAt: PLANNED_AT,
        attempts: 0,
        checks: 0,
      };
      expect(added).toStrictEqual([
        { ...full, ...state, id: 1 },
        { ...plain, ...state, id: 2 },
      ]);
      expect(await other.list({}, 9)).toStrictEqual(added);
      expect(await other.get(1)).toStrictEqual(added[0]);
      expect(ids(await other.list({ inExperiment: true }, 9))).toEqual([1]);
      expect(await other.get(3)).toBeUndefined();
      expect(await store.events({ item: 2 }, 9)).toEqual([
        { at: PLANNED_AT, name: 'added', item: 2, data: { dueAt: plain.dueAt, price: 200 } },
      ]);
    });

    it('adds all or none where a slot is taken, and says which', async () => {
      const { store } = queue;
      await addOne(store);
      const before = await visible(store);
      await expect(store.add([fresh(MINUTE), fresh(0, { text: 'Autre' })], PLANNED_AT)).rejects.toThrow(taken);
      await expect(store.add([fresh(MINUTE), fresh(MINUTE)], PLANNED_AT)).rejects.toThrow(
        'slot-taken {"link":"example.org/guide","requestedTime":"2026-03-02T18:00","zone":"Europe/Paris"}',
      );
      expect(await visible(store)).toEqual(before);
      expect(ids(await store.add([fresh(0, { link: 'example.org/autre' })], PLANNED_AT))).toEqual([2]);
      expect(await store.add([], PLANNED_AT)).toEqual([]);
    });

    it('adds nothing to a plan that another one came before, and says which', async () => {
      const { store, other } = queue;
      const [first] = await store.add([fresh(0)], PLANNED_AT);
      const seen = [{ id: first?.id ?? 0, dueAt: first?.dueAt ?? 0 }];
      const { id, link } = await addOne(other, { link: 'example.org/autre' });
      const before = await visible(store);
      const meanwhile = expect.objectContaining({ problem: 'planned-meanwhile', data: { id, link } });
      await expect(store.add([fresh(MINUTE)], PLANNED_AT, [], seen)).rejects.toThrow(meanwhile);
      // One that was moved is another plan as well.
      await expect(store.add([fresh(MINUTE)], PLANNED_AT, [id], [{ id: 1, dueAt: SLOT - 1 }])).rejects.toThrow(
        expect.objectContaining({ problem: 'planned-meanwhile' }),
      );
      expect(await visible(store)).toEqual(before);
      expect(ids(await store.add([fresh(MINUTE)], PLANNED_AT, [id], seen))).toEqual([3]);
      await store.change(1, ['planned'], { state: 'cancelled' }, event('cancelled', 1));
      expect(ids(await store.add([fresh(2 * MINUTE)], PLANNED_AT, [3], seen))).toEqual([4]);
    });

    it('puts items in the place of planned ones, all of it or nothing', async () => {
      const { store, other } = queue;
      await store.add([fresh(0), fresh(MINUTE)], PLANNED_AT);
      const added = await store.add([fresh(0, { text: 'Autre' })], PLANNED_AT + 1, [1]);
      expect(ids(added)).toEqual([3]);
      expect(await other.get(1)).toMatchObject({ state: 'cancelled', reason: { code: 'by-hand' } });
      expect(await other.events({ item: 1 }, 1)).toMatchObject([{ name: 'cancelled', at: PLANNED_AT + 1 }]);
      const before = await visible(store);
      const item = expect.objectContaining({ name: 'StoreError', problem: 'item-changed' });
      await expect(store.add([fresh(2 * MINUTE)], PLANNED_AT, [2, 1])).rejects.toThrow(item);
      await expect(store.add([fresh(0)], PLANNED_AT, [2])).rejects.toThrow(taken);
      expect(await visible(store)).toEqual(before);
    });

    it.each<[ItemState, string]>([
      ['planned', 'slot-taken'],
      ['reminded', 'slot-taken'],
      ['posted', 'slot-taken'],
      ['refused', 'none'],
      ['missed', 'none'],
      ['cancelled', 'none'],
    ])('of one that is %s, asked for its slot: %s', async (state, problem) => {
      const { store } = queue;
      const { id } = await addOne(store);
      await store.change(id, ['planned'], { state, ...(state === 'posted' && { postId: '9' }) }, event('moved', SLOT));
      expect(await catchProblem(() => addOne(store))).toBe(problem);
    });

    it('takes no slot that another took meanwhile, neither moved nor planned again', async () => {
      const { store, other } = queue;
      const [first] = await store.add([fresh(), fresh(MINUTE)], PLANNED_AT);
      const slot = { dueAt: SLOT, requestedTime: '2026-03-02T19:00', zone: 'Europe/Paris' };
      await expect(other.change(2, ['planned'], { state: 'planned', slot }, event('moved', 1))).rejects.toThrow(
        /^slot-taken .*example\.org\/guide.*2026-03-02T19:00/,
      );
      await store.change(1, ['planned'], { state: 'cancelled' }, event('cancelled', 1));
      expect(await other.change(2, ['planned'], { state: 'planned', slot }, event('moved', 1))).toBe(true);
      expect(await store.get(2)).toMatchObject(slot);
      const missed = await addOne(store, {}, 3 * MINUTE);
      await store.change(missed.id, ['planned'], { state: 'missed' }, event('missed', 1));
      await addOne(store, {}, 3 * MINUTE);
      const before = await visible(store);
      await expect(store.change(missed.id, ['missed'], { state: 'planned' }, event('retried', 2))).rejects.toThrow(
        taken,
      );
      expect(await visible(store)).toEqual(before);
      expect(first).toMatchObject({ id: 1 });
    });

    it('never gives a number twice', async () => {
      const { store } = queue;
      await addOne(store);
      await expect(store.add([fresh(MINUTE), fresh(MINUTE)], PLANNED_AT)).rejects.toThrow(taken);
      expect((await addOne(store, {}, MINUTE)).id).toBe(2);
    });
  });

  describe('listed', () => {
    it('are in the order of their slots, whatever the order they came in', async () => {
      const { store } = queue;
      await store.add(
        [fresh(2 * MINUTE), fresh(0), fresh(MINUTE), fresh(MINUTE, { link: 'example.org/autre' })],
        PLANNED_AT,
      );
      expect(ids(await store.list({}, 9))).toEqual([2, 3, 4, 1]);
      expect(ids(await store.list({}, 2))).toEqual([2, 3]);
      expect(ids(await store.list({ link: 'example.org/guide' }, 9))).toEqual([2, 3, 1]);
      expect(ids(await store.list({ from: SLOT + MINUTE, until: SLOT + 2 * MINUTE }, 9))).toEqual([3, 4]);
      await store.change(3, ['planned'], { state: 'cancelled' }, event('cancelled', 1));
      expect(ids(await store.list({ states: ['cancelled', 'planned'], link: 'example.org/guide' }, 9))).toEqual([
        2, 3, 1,
      ]);
      expect(ids(await store.list({ states: ['cancelled'] }, 9))).toEqual([3]);
      expect(await store.list({ states: [] }, 9)).toEqual([]);
      expect(await store.count()).toEqual({ planned: 3, cancelled: 1 });
    });
  });

  describe('due', () => {
    it('are those planned and approved whose instant has come, the earliest first, reminders too', async () => {
      const { store } = queue;
      await store.add(
        [fresh(MINUTE), fresh(0, { mode: 'remind' }), fresh(2 * MINUTE, { review: true }), fresh(3 * MINUTE)],
        PLANNED_AT,
      );
      expect(await store.due(SLOT - 1, 9)).toEqual([]);
      expect(ids(await store.due(SLOT, 9))).toEqual([2]);
      expect(ids(await store.due(SLOT + 2 * MINUTE, 9))).toEqual([2, 1]);
      expect(ids(await store.due(SLOT + 9 * MINUTE, 2))).toEqual([2, 1]);
      await store.change(3, ['planned'], { state: 'planned', review: false }, event('approved', 5));
      expect(ids(await store.due(SLOT + 9 * MINUTE, 9))).toEqual([2, 1, 3, 4]);
    });

    it('are not before what X said, which never makes one earlier', async () => {
      const { store } = queue;
      await store.add([fresh(), fresh(MINUTE)], PLANNED_AT);
      const later = { state: 'planned', notBefore: SLOT + 5 * MINUTE, reason: { code: 'rate-limit' } } as const;
      await store.change(1, ['planned'], later, event('postponed', SLOT));
      await store.change(2, ['planned'], { state: 'planned', notBefore: SLOT }, event('postponed', SLOT));
      expect(await store.due(SLOT, 9)).toEqual([]);
      expect(ids(await store.due(SLOT + 5 * MINUTE, 9))).toEqual([2, 1]);
      await store.change(1, ['planned'], { state: 'planned', notBefore: null, reason: null }, event('moved', SLOT));
      expect(ids(await store.due(SLOT, 9))).toEqual([1]);
      expect(await store.get(1)).not.toHaveProperty('reason');
      expect(await store.get(1)).not.toHaveProperty('notBefore');
    });
  });

  describe('changed', () => {
    it('write all of a patch with its event, and tell when the state last changed', async () => {
      const { store, other } = queue;
      const { id } = await addOne(store);
      const reason = { code: 'late', detail: 'trois jours' } as const;
      expect(
        await store.change(id, ['planned'], { state: 'missed', reason }, event('missed', SLOT + 1, { reason })),
      ).toBe(true);
      const slot = { dueAt: SLOT + MINUTE, requestedTime: '2026-03-02T18:01', zone: 'Europe/London' };
      const patch = { state: 'planned', reason: null, slot, text: 'Mieux', review: true, checks: 2 } as const;
      expect(await other.change(id, ['missed', 'refused'], patch, event('retried', SLOT + 2))).toBe(true);
      expect(
        await other.change(id, ['planned'], { state: 'planned', review: false }, event('approved', SLOT + 3)),
      ).toBe(true);
      const { state, review, text, checks, changedAt, ...rest } = (await store.get(id)) ?? (await addOne(store));
      expect({ state, review, text, checks, changedAt }).toEqual({
        state: 'planned',
        review: false,
        text: 'Mieux',
        checks: 2,
        changedAt: SLOT + 2,
      });
      expect(rest).toMatchObject(slot);
      expect(rest).not.toHaveProperty('reason');
      expect(await store.events({ item: id }, 9)).toEqual([
        { at: SLOT + 3, name: 'approved', item: id },
        { at: SLOT + 2, name: 'retried', item: id },
        { at: SLOT + 1, name: 'missed', item: id, reason },
        expect.objectContaining({ name: 'added' }),
      ]);
    });

    it('stay as they are where another was faster, and say so', async () => {
      const { store, other } = queue;
      const { id } = await addOne(store);
      expect(await other.change(id, ['planned'], { state: 'cancelled' }, event('cancelled', 1))).toBe(true);
      const before = await visible(store);
      expect(await store.change(id, ['planned'], { state: 'reminded' }, event('reminded', 2))).toBe(false);
      expect(await store.change(id, [], { state: 'planned' }, event('retried', 2))).toBe(false);
      expect(await store.change(99, ['planned'], { state: 'cancelled' }, event('cancelled', 2))).toBe(false);
      expect(await visible(store)).toEqual(before);
    });

    it('leave nothing behind when their event cannot be written', async () => {
      const { store } = queue;
      const { id } = await addOne(store);
      const before = await visible(store);
      await expect(store.change(id, ['planned'], { state: 'cancelled' }, unwritable('cancelled', 1))).rejects.toThrow(
        TypeError,
      );
      expect(await visible(store)).toEqual(before);
    });
  });

  describe('of which a person was reminded', () => {
    it('are told by how long ago, until somebody answers', async () => {
      const { store } = queue;
      await store.add([fresh(0, { mode: 'remind' }), fresh(MINUTE, { mode: 'remind' })], PLANNED_AT);
      await store.change(2, ['planned'], { state: 'reminded' }, event('reminded', SLOT + 1));
      await store.change(1, ['planned'], { state: 'reminded' }, event('reminded', SLOT + 2));
      expect(ids(await store.remindedFor(DAY, SLOT + 1 + DAY, 9))).toEqual([2]);
      expect(ids(await store.remindedFor(DAY, SLOT + 2 + DAY, 9))).toEqual([2, 1]);
      expect(ids(await store.remindedFor(DAY, SLOT + 2 + DAY, 1))).toEqual([2]);
      await store.change(2, ['reminded'], { state: 'posted', postId: '7' }, event('recorded', SLOT + 3));
      expect(ids(await store.remindedFor(0, SLOT + 9, 9))).toEqual([1]);
    });

    it('are watched once their post is named, from when it was made if that was said, and wait for the history', async () => {
      const { store, other } = queue;
      await store.add([fresh(0, { mode: 'remind' }), fresh(MINUTE, { mode: 'remind' })], PLANNED_AT);
      for (const id of [1, 2]) await store.change(id, ['planned'], { state: 'reminded' }, event('reminded', SLOT));
      const made = event('recorded', SLOT + 9, { data: { postedAt: SLOT + 4, post: '1967288537057333249' } });
      await store.change(1, ['reminded'], { state: 'posted', postId: '1967288537057333249' }, made);
      await store.change(2, ['reminded'], { state: 'posted', postId: '8' }, event('recorded', SLOT + 5));
      expect(await other.watched(9)).toEqual([
        { postId: '1967288537057333249', postedAt: SLOT + 4, step: 0 },
        { postId: '8', postedAt: SLOT + 5, step: 0 },
      ]);
      expect((await other.unrecorded(9)).map(({ id, postId, postedAt }) => [id, postId, postedAt])).toEqual([
        [1, '1967288537057333249', SLOT + 4],
        [2, '8', SLOT + 5],
      ]);
    });
  });
}
