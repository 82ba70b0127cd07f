import { describe, expect, it } from 'vitest';
import type { ItemPatch } from '#queue/ports.js';
import { SLOT } from '../items.js';
import {
  addOne,
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

/** What keeps a store's items from being sent twice, whoever keeps it. */
export function claimsContract(open: OpenEmpty): void {
  const queue = useStore(open);

  describe('a claim', () => {
    it('is given to exactly one of two workers', () => {
      const { store, other } = queue;
      const { id } = addOne(store);
      expect(other.claim(id, newClaim('t1'), event('claimed', SLOT))).toBe(true);
      expect(store.claim(id, newClaim('t2'), event('claimed', SLOT))).toBe(false);
      expect(store.get(id)).toMatchObject({ state: 'claimed', changedAt: SLOT, claim: newClaim('t1') });
      expect(eventNames(store, id)).toEqual(['added', 'claimed']);
      expect(store.due(SLOT, 9)).toEqual([]);
    });

    it('is not given while another item is held or being sent: two workers would keep no distance', () => {
      const { store, other } = queue;
      store.add([fresh(0), fresh(MINUTE)], PLANNED_AT);
      const later = SLOT + 2 * MINUTE;
      expect(store.claim(1, newClaim('t1'), event('claimed', later))).toBe(true);
      expect(other.claim(2, newClaim('t2'), event('claimed', later))).toBe(false);
      store.journal('t1', newAttempt('a1', 1), event('sending', later));
      expect(other.claim(2, newClaim('t2'), event('claimed', later))).toBe(false);
      store.finish('a1', posted, { event: event('posted', later), isFree: false });
      expect(other.claim(2, newClaim('t2'), event('claimed', later))).toBe(true);
    });

    it('is not given for what nobody approved, what was moved meanwhile, or what is not there', () => {
      const { store, other } = queue;
      store.add([fresh(0, { review: true }), fresh(MINUTE)], PLANNED_AT);
      const slot = { dueAt: SLOT + 9 * MINUTE, requestedTime: '2026-03-02T18:09', zone: 'Europe/Paris' };
      other.change(2, ['planned'], { state: 'planned', slot }, event('moved', SLOT));
      const before = visible(store);
      for (const id of [1, 2, 3]) {
        expect(store.claim(id, newClaim(`t${id}`), event('claimed', SLOT + 2 * MINUTE))).toBe(false);
      }
      expect(visible(store)).toEqual(before);
      expect(store.claim(2, newClaim('t'), event('claimed', SLOT + 9 * MINUTE))).toBe(true);
    });

    it('is given up by who holds it, and by nobody else', () => {
      const { store, other } = queue;
      const { id } = addOne(store);
      store.claim(id, newClaim('t1'), event('claimed', SLOT));
      expect(other.change(id, ['claimed'], { state: 'planned' }, event('released', SLOT), 't2')).toBe(false);
      expect(store.change(id, ['claimed'], { state: 'planned' }, event('released', SLOT), 't1')).toBe(true);
      expect(store.get(id)).not.toHaveProperty('claim');
      expect(other.claim(id, newClaim('t2'), event('claimed', SLOT))).toBe(true);
    });

    it('leaves nothing behind when its event cannot be written', () => {
      const { store } = queue;
      const { id } = addOne(store);
      const before = visible(store);
      expect(() => store.claim(id, newClaim('t1'), unwritable('claimed', SLOT))).toThrow(TypeError);
      expect(visible(store)).toEqual(before);
    });
  });

  describe('an attempt', () => {
    it('is written down with its cost before it is sent, and the claim is kept', () => {
      const { store, other } = queue;
      const { id } = addOne(store);
      store.claim(id, newClaim('t1'), event('claimed', SLOT));
      expect(store.lastAttempt(id)).toBeUndefined();
      expect(store.journal('t1', newAttempt('a1', id, SLOT + 1), event('sending', SLOT + 1))).toBe(true);
      expect(other.get(id)).toMatchObject({
        state: 'sending',
        changedAt: SLOT + 1,
        attempts: 1,
        claim: newClaim('t1'),
      });
      expect(other.lastAttempt(id)).toStrictEqual(newAttempt('a1', id, SLOT + 1));
      expect(other.spentSince(SLOT + 1)).toBe(200);
      expect(other.spentSince(SLOT + 2)).toBe(0);
      expect(eventNames(other, id)).toEqual(['added', 'claimed', 'sending']);
    });

    it.each([
      ['by another claim', 't2', SLOT],
      ['at the very end of its lease', 't1', LEASE_END],
      ['after its lease', 't1', LEASE_END + 1],
    ])('is refused %s', (_, token, at) => {
      const { store } = queue;
      const { id } = addOne(store);
      store.claim(id, newClaim('t1'), event('claimed', SLOT));
      const before = visible(store);
      expect(store.journal(token, newAttempt('a1', id, at), event('sending', at))).toBe(false);
      expect(visible(store)).toEqual(before);
      expect(store.journal('t1', newAttempt('a1', id), event('sending', LEASE_END - 1))).toBe(true);
    });

    it('is refused once the claim was lost, also to the next claim of the same item', () => {
      const { store, other } = queue;
      const { id } = addOne(store);
      store.claim(id, newClaim('t1'), event('claimed', SLOT));
      other.expire(LEASE_END);
      other.claim(id, newClaim('t2', LEASE_END + MINUTE), event('claimed', LEASE_END));
      expect(store.journal('t1', newAttempt('a1', id), event('sending', SLOT + 1))).toBe(false);
      expect(other.journal('t2', newAttempt('a2', id), event('sending', LEASE_END))).toBe(true);
      expect(store.journal('t2', newAttempt('a3', id), event('sending', LEASE_END))).toBe(false);
      expect(store.lastAttempt(id)?.id).toBe('a2');
    });

    it('leaves nothing behind when its event cannot be written, or its id was used', () => {
      const { store } = queue;
      sendOne(store, 'a1', 't1', { link: 'example.org/autre' });
      store.finish('a1', posted, { event: event('posted', SLOT), isFree: false });
      const { id } = addOne(store);
      store.claim(id, newClaim('t2'), event('claimed', SLOT));
      const before = visible(store);
      expect(() => store.journal('t2', newAttempt('a2', id), unwritable('sending', SLOT))).toThrow(TypeError);
      expect(() => store.journal('t2', newAttempt('a1', id), event('sending', SLOT))).toThrow(Error);
      expect(visible(store)).toEqual(before);
    });
  });

  describe('the end of an attempt', () => {
    const end = (at: number, isFree = false) => ({ event: event('posted', at), isFree });

    it('posts its item, watches the post and waits for the history to know of it', () => {
      const { store, other } = queue;
      const { id } = sendOne(store);
      expect(store.finish('a1', posted, { ...end(SLOT + 9), postedAt: SLOT + 3 })).toBe(true);
      expect(other.get(id)).toMatchObject({ state: 'posted', changedAt: SLOT + 9, postId: '42', attempts: 1 });
      expect(other.get(id)).not.toHaveProperty('claim');
      expect(other.watched(9)).toEqual([{ postId: '42', postedAt: SLOT + 3, step: 0 }]);
      expect(other.unrecorded(9)).toEqual([{ ...other.get(id), postId: '42', postedAt: SLOT + 3 }]);
      expect(other.spentSince(0)).toBe(200);
      store.markRecorded(id);
      expect(other.unrecorded(9)).toEqual([]);
      expect(eventNames(other, id)).toEqual(['added', 'claimed', 'sending', 'posted']);
    });

    it('takes the instant of its event where none was told', () => {
      const { store } = queue;
      sendOne(store);
      store.finish('a1', posted, end(SLOT + 9));
      expect(store.unrecorded(9)).toMatchObject([{ postedAt: SLOT + 9 }]);
    });

    it('gives back what X does not take', () => {
      const { store } = queue;
      const { id } = sendOne(store);
      const later = { state: 'planned', notBefore: SLOT + MINUTE, reason: { code: 'rate-limit' } } as const;
      expect(store.finish('a1', later, end(SLOT + 1, true))).toBe(true);
      expect(store.spentSince(0)).toBe(0);
      expect(store.get(id)).toMatchObject({ ...later, attempts: 1 });
      sendAgain(store, id, 'a2', 't2', SLOT + MINUTE);
      expect(store.spentSince(0)).toBe(200);
    });

    it('counts once: a second one, or that of an earlier attempt, changes nothing', () => {
      const { store, other } = queue;
      const { id } = sendOne(store);
      store.finish('a1', { state: 'planned' }, end(SLOT + 1, true));
      const planned = visible(store);
      expect(other.finish('a1', posted, end(SLOT + 2))).toBe(false);
      expect(visible(store)).toEqual(planned);
      sendAgain(store, id, 'a2', 't2');
      const sending = visible(store);
      expect(other.finish('a1', posted, end(SLOT + 2))).toBe(false);
      expect(other.finish('a0', posted, end(SLOT + 2))).toBe(false);
      expect(visible(store)).toEqual(sending);
      expect(other.finish('a2', posted, end(SLOT + 3))).toBe(true);
      expect(store.finish('a2', { state: 'refused' }, end(SLOT + 4, true))).toBe(false);
      expect(store.get(id)).toMatchObject({ state: 'posted', attempts: 2 });
      expect(store.spentSince(0)).toBe(200);
    });

    it('is taken late, after its lease ended and its outcome counted as unknown', () => {
      const { store, other } = queue;
      const { id } = sendOne(store);
      other.expire(LEASE_END);
      expect(store.finish('a1', posted, end(LEASE_END + 5))).toBe(true);
      expect(store.get(id)).toMatchObject({ state: 'posted', postId: '42' });
      expect(store.unchecked(LEASE_END * 2, 9)).toEqual([]);
    });

    it('is no longer taken once a person has decided', () => {
      const { store } = queue;
      const { id } = sendOne(store);
      store.expire(LEASE_END);
      store.change(id, ['unknown'], { state: 'cancelled' }, event('cancelled', LEASE_END));
      expect(store.finish('a1', posted, end(LEASE_END + 5))).toBe(false);
      expect(store.watched(9)).toEqual([]);
    });

    it('can leave the outcome unknown, to be checked at once or when it says, or by a person', () => {
      const { store } = queue;
      const { id } = sendOne(store);
      const reason = { code: 'timeout' } as const;
      store.finish('a1', { state: 'unknown', reason }, end(SLOT + 1));
      expect(store.unchecked(SLOT, 9)).toEqual([]);
      expect(store.unchecked(SLOT + 1, 9)).toMatchObject([{ id, state: 'unknown', reason, notBefore: SLOT + 1 }]);
      const checked = event('checked', SLOT + 2);
      store.change(id, ['unknown'], { state: 'unknown', notBefore: SLOT + MINUTE, checks: 1 }, checked);
      expect(store.unchecked(SLOT + MINUTE - 1, 9)).toEqual([]);
      expect(store.unchecked(SLOT + MINUTE, 9)).toMatchObject([{ checks: 1, changedAt: SLOT + 1 }]);
      store.change(id, ['unknown'], { state: 'unknown', notBefore: null, checks: 2 }, checked);
      expect(store.unchecked(SLOT * 2, 9)).toEqual([]);
      expect(store.spentSince(0)).toBe(200);
    });

    it('gives no post to a second item', () => {
      const { store } = queue;
      sendOne(store, 'a1', 't1');
      store.finish('a1', posted, end(SLOT + 1));
      sendOne(store, 'a2', 't2', { link: 'example.org/autre' });
      const before = visible(store);
      expect(() => store.finish('a2', posted, end(SLOT + 2))).toThrow(
        expect.objectContaining({
          problem: 'post-taken',
          data: { postId: '42' },
        }),
      );
      expect(visible(store)).toEqual(before);
    });

    it('leaves nothing behind when its event cannot be written, or the post is not told', () => {
      const { store } = queue;
      sendOne(store);
      const before = visible(store);
      expect(() => store.finish('a1', posted, { event: unwritable('posted', SLOT), isFree: true })).toThrow(TypeError);
      expect(() => store.finish('a1', { state: 'posted' }, end(SLOT + 1))).toThrow(Error);
      expect(visible(store)).toEqual(before);
    });
  });

  describe('a lease that runs out', () => {
    it('gives back what was not sent, and makes unknown what may have been', () => {
      const { store, other } = queue;
      const { id: held } = addOne(store);
      store.claim(held, newClaim('t2'), event('claimed', SLOT));
      expect(other.expire(LEASE_END - 1)).toEqual([]);
      expect(other.expire(LEASE_END).map(({ id, state }) => [id, state])).toEqual([[held, 'planned']]);
      const { id: sent } = sendOne(store, 'a1', 't1', { link: 'example.org/autre' });
      expect(other.expire(LEASE_END).map(({ id, state }) => [id, state])).toEqual([[sent, 'unknown']]);
      const reason = { code: 'lease-expired' };
      expect(store.get(sent)).toMatchObject({ reason, notBefore: LEASE_END, changedAt: LEASE_END });
      expect(store.get(held)).not.toHaveProperty('claim');
      expect(store.unchecked(LEASE_END, 9).map(({ id }) => id)).toEqual([sent]);
      expect(store.due(LEASE_END, 9).map(({ id }) => id)).toEqual([held]);
      expect(store.events({ item: held }, 1)).toEqual([{ at: LEASE_END, name: 'released', item: held, reason }]);
      expect(store.events({ item: sent }, 1)).toEqual([{ at: LEASE_END, name: 'unknown', item: sent, reason }]);
      expect(store.expire(LEASE_END)).toEqual([]);
      expect(store.spentSince(0)).toBe(200);
    });
  });
}
