import { describe, expect, it } from 'vitest';
import type { ItemPatch } from '#queue/ports.js';
import { SLOT } from '../items.js';
import {
  ACCOUNT,
  addOne,
  held,
  newAttempt,
  newClaim,
  event,
  fresh,
  MINUTE,
  eventNames,
  PLANNED_AT,
  sendAgain,
  sendOne,
  unwritable,
  useStore,
  visible,
  type OpenEmpty,
} from './setup.js';

const posted: ItemPatch = { state: 'posted', postId: '42', reason: null, notBefore: null };
const LEASE_END = SLOT + 10 * MINUTE;

/** What keeps a store's items from being sent twice, in every store. */
export function claimsContract(open: OpenEmpty): void {
  const queue = useStore(open);

  describe('a claim', () => {
    it('is given to exactly one of two workers', async () => {
      const { store, other } = queue;
      const { id } = await addOne(store);
      expect(await other.claim(id, newClaim('t1'), event('claimed', SLOT))).toBe(true);
      expect(await store.claim(id, newClaim('t2'), event('claimed', SLOT))).toBe(false);
      expect(await store.get(id)).toMatchObject({
        state: 'claimed',
        changedAt: SLOT,
        claim: held('t1'),
        account: ACCOUNT,
      });
      expect(await eventNames(store, id)).toEqual(['added', 'claimed']);
      expect(await store.due(SLOT, 9)).toEqual([]);
    });

    it('is not given while another item is held or being sent: two workers would keep no distance', async () => {
      const { store, other } = queue;
      await store.add([fresh(0), fresh(MINUTE)], PLANNED_AT);
      const later = SLOT + 2 * MINUTE;
      expect(await store.claim(1, newClaim('t1'), event('claimed', later))).toBe(true);
      expect(await other.claim(2, newClaim('t2'), event('claimed', later))).toBe(false);
      await store.journal('t1', newAttempt('a1', 1), event('sending', later));
      expect(await other.claim(2, newClaim('t2'), event('claimed', later))).toBe(false);
      await store.finish('a1', posted, { event: event('posted', later), isFree: false });
      expect(await other.claim(2, newClaim('t2'), event('claimed', later))).toBe(true);
    });

    it('is given to the keys of the account that it is of, and to no others', async () => {
      const { store, other } = queue;
      const { id } = await addOne(store);
      await store.claim(id, newClaim('t1', MINUTE, '7'), event('claimed', SLOT));
      await store.change(id, ['claimed'], { state: 'planned' }, event('released', SLOT), 't1');
      expect(await other.claim(id, newClaim('t2', MINUTE, '8'), event('claimed', SLOT))).toBe(false);
      expect(await other.claim(id, newClaim('t2', MINUTE, '7'), event('claimed', SLOT))).toBe(true);
    });

    it('holds nothing up for another account', async () => {
      const { store, other } = queue;
      await store.add([fresh(0), fresh(MINUTE)], PLANNED_AT);
      expect(await store.claim(1, newClaim('t1', MINUTE, '7'), event('claimed', SLOT + MINUTE))).toBe(true);
      expect(await other.claim(2, newClaim('t2', MINUTE, '8'), event('claimed', SLOT + MINUTE))).toBe(true);
    });

    it('is not given for what nobody approved, what was moved meanwhile, or what is not there', async () => {
      const { store, other } = queue;
      await store.add([fresh(0, { review: true }), fresh(MINUTE)], PLANNED_AT);
      const slot = { dueAt: SLOT + 9 * MINUTE, requestedTime: '2026-03-02T18:09', zone: 'Europe/Paris' };
      await other.change(2, ['planned'], { state: 'planned', slot }, event('moved', SLOT));
      const before = await visible(store);
      for (const id of [1, 2, 3]) {
        expect(await store.claim(id, newClaim(`t${id}`), event('claimed', SLOT + 2 * MINUTE))).toBe(false);
      }
      expect(await visible(store)).toEqual(before);
      expect(await store.claim(2, newClaim('t'), event('claimed', SLOT + 9 * MINUTE))).toBe(true);
    });

    it('is given up by who holds it, and by nobody else', async () => {
      const { store, other } = queue;
      const { id } = await addOne(store);
      await store.claim(id, newClaim('t1'), event('claimed', SLOT));
      expect(await other.change(id, ['claimed'], { state: 'planned' }, event('released', SLOT), 't2')).toBe(false);
      expect(await store.change(id, ['claimed'], { state: 'planned' }, event('released', SLOT), 't1')).toBe(true);
      expect(await store.get(id)).not.toHaveProperty('claim');
      expect(await other.claim(id, newClaim('t2'), event('claimed', SLOT))).toBe(true);
    });

    it('leaves nothing behind when its event cannot be written', async () => {
      const { store } = queue;
      const { id } = await addOne(store);
      const before = await visible(store);
      await expect(store.claim(id, newClaim('t1'), unwritable('claimed', SLOT))).rejects.toThrow(TypeError);
      expect(await visible(store)).toEqual(before);
    });
  });

  describe('an attempt', () => {
    it('is written down with its cost before it is sent, and the claim is kept', async () => {
      const { store, other } = queue;
      const { id } = await addOne(store);
      await store.claim(id, newClaim('t1'), event('claimed', SLOT));
      expect(await store.lastAttempt(id)).toBeUndefined();
      expect(await store.journal('t1', newAttempt('a1', id, SLOT + 1), event('sending', SLOT + 1))).toBe(true);
      expect(await other.get(id)).toMatchObject({
        state: 'sending',
        changedAt: SLOT + 1,
        attempts: 1,
        claim: held('t1'),
      });
      expect(await other.lastAttempt(id)).toStrictEqual(newAttempt('a1', id, SLOT + 1));
      expect(await other.spentSince(SLOT + 1)).toBe(200);
      expect(await other.spentSince(SLOT + 2)).toBe(0);
      expect(await eventNames(other, id)).toEqual(['added', 'claimed', 'sending']);
    });

    it.each([
      ['by another claim', 't2', SLOT],
      ['at the very end of its lease', 't1', LEASE_END],
      ['after its lease', 't1', LEASE_END + 1],
    ])('is refused %s', async (_, token, at) => {
      const { store } = queue;
      const { id } = await addOne(store);
      await store.claim(id, newClaim('t1'), event('claimed', SLOT));
      const before = await visible(store);
      expect(await store.journal(token, newAttempt('a1', id, at), event('sending', at))).toBe(false);
      expect(await visible(store)).toEqual(before);
      expect(await store.journal('t1', newAttempt('a1', id), event('sending', LEASE_END - 1))).toBe(true);
    });

    it('is refused once the claim was lost, also to the next claim of the same item', async () => {
      const { store, other } = queue;
      const { id } = await addOne(store);
      await store.claim(id, newClaim('t1'), event('claimed', SLOT));
      await other.expire(LEASE_END);
      await other.claim(id, newClaim('t2', MINUTE), event('claimed', LEASE_END));
      expect(await store.journal('t1', newAttempt('a1', id), event('sending', SLOT + 1))).toBe(false);
      expect(await other.journal('t2', newAttempt('a2', id), event('sending', LEASE_END))).toBe(true);
      expect(await store.journal('t2', newAttempt('a3', id), event('sending', LEASE_END))).toBe(false);
      expect((await store.lastAttempt(id))?.id).toBe('a2');
    });

    it('leaves nothing behind when its event cannot be written, or its id was used', async () => {
      const { store } = queue;
      await sendOne(store, 'a1', 't1', { link: 'example.org/autre' });
      await store.finish('a1', posted, { event: event('posted', SLOT), isFree: false });
      const { id } = await addOne(store);
      await store.claim(id, newClaim('t2'), event('claimed', SLOT));
      const before = await visible(store);
      await expect(store.journal('t2', newAttempt('a2', id), unwritable('sending', SLOT))).rejects.toThrow(TypeError);
      await expect(store.journal('t2', newAttempt('a1', id), event('sending', SLOT))).rejects.toThrow(Error);
      expect(await visible(store)).toEqual(before);
    });
  });

  describe('the end of an attempt', () => {
    const end = (at: number, isFree = false) => ({ event: event('posted', at), isFree });

    it('posts its item, watches the post and waits for the history to know of it', async () => {
      const { store, other } = queue;
      const { id } = await sendOne(store);
      expect(await store.finish('a1', posted, { ...end(SLOT + 9), postedAt: SLOT + 3 })).toBe(true);
      expect(await other.get(id)).toMatchObject({ state: 'posted', changedAt: SLOT + 9, postId: '42', attempts: 1 });
      expect(await other.get(id)).not.toHaveProperty('claim');
      expect(await other.watched(9)).toEqual([{ postId: '42', postedAt: SLOT + 3, step: 0 }]);
      expect(await other.unrecorded(9)).toEqual([{ ...(await other.get(id)), postId: '42', postedAt: SLOT + 3 }]);
      expect(await other.spentSince(0)).toBe(200);
      await store.markRecorded(id);
      expect(await other.unrecorded(9)).toEqual([]);
      expect(await eventNames(other, id)).toEqual(['added', 'claimed', 'sending', 'posted']);
    });

    it('takes the instant of its event where none was told', async () => {
      const { store } = queue;
      await sendOne(store);
      await store.finish('a1', posted, end(SLOT + 9));
      expect(await store.unrecorded(9)).toMatchObject([{ postedAt: SLOT + 9 }]);
    });

    it('gives back what X does not take', async () => {
      const { store } = queue;
      const { id } = await sendOne(store);
      const later = { state: 'planned', notBefore: SLOT + MINUTE, reason: { code: 'rate-limit' } } as const;
      expect(await store.finish('a1', later, end(SLOT + 1, true))).toBe(true);
      expect(await store.spentSince(0)).toBe(0);
      expect(await store.get(id)).toMatchObject({ ...later, attempts: 1 });
      await sendAgain(store, id, 'a2', 't2', SLOT + MINUTE);
      expect(await store.spentSince(0)).toBe(200);
    });

    it('counts once: a second one, or that of an earlier attempt, changes nothing', async () => {
      const { store, other } = queue;
      const { id } = await sendOne(store);
      await store.finish('a1', { state: 'planned' }, end(SLOT + 1, true));
      const planned = await visible(store);
      expect(await other.finish('a1', posted, end(SLOT + 2))).toBe(false);
      expect(await visible(store)).toEqual(planned);
      await sendAgain(store, id, 'a2', 't2');
      const sending = await visible(store);
      expect(await other.finish('a1', posted, end(SLOT + 2))).toBe(false);
      expect(await other.finish('a0', posted, end(SLOT + 2))).toBe(false);
      expect(await visible(store)).toEqual(sending);
      expect(await other.finish('a2', posted, end(SLOT + 3))).toBe(true);
      expect(await store.finish('a2', { state: 'refused' }, end(SLOT + 4, true))).toBe(false);
      expect(await store.get(id)).toMatchObject({ state: 'posted', attempts: 2 });
      expect(await store.spentSince(0)).toBe(200);
    });

    it('is taken late, after its lease ended and its outcome counted as unknown', async () => {
      const { store, other } = queue;
      const { id } = await sendOne(store);
      await other.expire(LEASE_END);
      expect(await store.finish('a1', posted, end(LEASE_END + 5))).toBe(true);
      expect(await store.get(id)).toMatchObject({ state: 'posted', postId: '42' });
      expect(await store.unchecked(LEASE_END * 2, 9)).toEqual([]);
    });

    it('is no longer taken once a person has decided', async () => {
      const { store } = queue;
      const { id } = await sendOne(store);
      await store.expire(LEASE_END);
      await store.change(id, ['unknown'], { state: 'cancelled' }, event('cancelled', LEASE_END));
      expect(await store.finish('a1', posted, end(LEASE_END + 5))).toBe(false);
      expect(await store.watched(9)).toEqual([]);
    });

    it('can leave the outcome unknown, to be checked at once or when it says, or by a person', async () => {
      const { store } = queue;
      const { id } = await sendOne(store);
      const reason = { code: 'timeout' } as const;
      await store.finish('a1', { state: 'unknown', reason }, end(SLOT + 1));
      expect(await store.unchecked(SLOT, 9)).toEqual([]);
      expect(await store.unchecked(SLOT + 1, 9)).toMatchObject([{ id, state: 'unknown', reason, notBefore: SLOT + 1 }]);
      const checked = event('checked', SLOT + 2);
      await store.change(id, ['unknown'], { state: 'unknown', notBefore: SLOT + MINUTE, checks: 1 }, checked);
      expect(await store.unchecked(SLOT + MINUTE - 1, 9)).toEqual([]);
      expect(await store.unchecked(SLOT + MINUTE, 9)).toMatchObject([{ checks: 1, changedAt: SLOT + 1 }]);
      await store.change(id, ['unknown'], { state: 'unknown', notBefore: null, checks: 2 }, checked);
      expect(await store.unchecked(SLOT * 2, 9)).toEqual([]);
      expect(await store.spentSince(0)).toBe(200);
    });

    it('gives no post to a second item', async () => {
      const { store } = queue;
      await sendOne(store, 'a1', 't1');
      await store.finish('a1', posted, end(SLOT + 1));
      await sendOne(store, 'a2', 't2', { link: 'example.org/autre' });
      const before = await visible(store);
      await expect(store.finish('a2', posted, end(SLOT + 2))).rejects.toThrow(
        expect.objectContaining({
          problem: 'post-taken',
          data: { postId: '42' },
        }),
      );
      expect(await visible(store)).toEqual(before);
    });

    it('leaves nothing behind when its event cannot be written, or the post is not told', async () => {
      const { store } = queue;
      await sendOne(store);
      const before = await visible(store);
      await expect(store.finish('a1', posted, { event: unwritable('posted', SLOT), isFree: true })).rejects.toThrow(
        TypeError,
      );
      await expect(store.finish('a1', { state: 'posted' }, end(SLOT + 1))).rejects.toThrow(Error);
      expect(await visible(store)).toEqual(before);
    });
  });

  describe('a lease that runs out', () => {
    it('gives back what was not sent, and makes unknown what may have been', async () => {
      const { store, other } = queue;
      const { id: taken } = await addOne(store);
      await store.claim(taken, newClaim('t2'), event('claimed', SLOT));
      expect(await other.expire(LEASE_END - 1)).toEqual([]);
      expect((await other.expire(LEASE_END)).map(({ id, state }) => [id, state])).toEqual([[taken, 'planned']]);
      const { id: sent } = await sendOne(store, 'a1', 't1', { link: 'example.org/autre' });
      expect((await other.expire(LEASE_END)).map(({ id, state }) => [id, state])).toEqual([[sent, 'unknown']]);
      const reason = { code: 'lease-expired' };
      expect(await store.get(sent)).toMatchObject({ reason, notBefore: LEASE_END, changedAt: LEASE_END });
      expect(await store.get(taken)).not.toHaveProperty('claim');
      expect((await store.unchecked(LEASE_END, 9)).map(({ id }) => id)).toEqual([sent]);
      expect((await store.due(LEASE_END, 9)).map(({ id }) => id)).toEqual([taken]);
      expect(await store.events({ item: taken }, 1)).toEqual([
        { at: LEASE_END, name: 'released', item: taken, reason },
      ]);
      expect(await store.events({ item: sent }, 1)).toEqual([{ at: LEASE_END, name: 'unknown', item: sent, reason }]);
      expect(await store.expire(LEASE_END)).toEqual([]);
      expect(await store.spentSince(0)).toBe(200);
    });
  });
}
