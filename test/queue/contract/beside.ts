import { describe, expect, it } from 'vitest';
import { SLOT } from '../items.js';
import { addOne, event, MINUTE, eventNames, sendOne, unwritable, useStore, visible, type OpenEmpty } from './setup.js';

const DAY = 86_400_000;
const TODAY = Math.floor(SLOT / DAY) * DAY;

/** What a store keeps besides items, whoever keeps it. */
export function besideContract(open: OpenEmpty): void {
  const queue = useStore(open);

  describe('watched posts', () => {
    it('begin once, go on step by step, and end for good', () => {
      const { store, other } = queue;
      store.watch('9', SLOT + 1);
      store.watch('10', SLOT);
      other.watch('9', SLOT + 5);
      store.watchedTo('9', 2);
      other.watch('9', SLOT);
      expect(other.watched(9)).toEqual([
        { postId: '10', postedAt: SLOT, step: 0 },
        { postId: '9', postedAt: SLOT + 1, step: 2 },
      ]);
      expect(store.watched(1)).toHaveLength(1);
      store.watchedTo('10', undefined);
      other.watch('10', SLOT);
      other.watchedTo('10', 3);
      store.watchedTo('11', 1);
      expect(store.watched(9)).toEqual([{ postId: '9', postedAt: SLOT + 1, step: 2 }]);
    });
  });

  describe('a pause', () => {
    it('holds until it is ended, with an event each time', () => {
      const { store, other } = queue;
      expect(store.pause()).toBeUndefined();
      const credits = { code: 'no-credits', detail: 'none left', since: SLOT } as const;
      store.setPause({ ...credits, until: SLOT + DAY }, event('paused', SLOT));
      expect(other.pause()).toStrictEqual({ ...credits, until: SLOT + DAY });
      other.setPause({ code: 'by-hand', detail: '', since: SLOT + 1 }, event('paused', SLOT + 1));
      expect(store.pause()).toStrictEqual({ code: 'by-hand', detail: '', since: SLOT + 1 });
      expect(() => store.setPause(undefined, unwritable('resumed', SLOT + 2))).toThrow(TypeError);
      expect(store.pause()).toBeDefined();
      store.setPause(undefined, event('resumed', SLOT + 3));
      expect(other.pause()).toBeUndefined();
      expect(eventNames(other)).toEqual(['paused', 'paused', 'resumed']);
    });
  });

  describe('money', () => {
    it('is capped at a dollar a day and ten a month until somebody says otherwise', () => {
      const { store, other } = queue;
      expect(store.caps()).toEqual({ day: 1000, month: 10_000 });
      store.setCaps({ day: 0, month: 250 });
      store.setCaps({ day: 250, month: 5000 });
      expect(other.caps()).toEqual({ day: 250, month: 5000 });
    });

    it('adds up from an instant on', () => {
      const { store, other } = queue;
      const { id } = addOne(store);
      expect(store.spentSince(0)).toBe(0);
      store.spend({ at: SLOT - 1, what: 'read', amount: 5 });
      other.spend({ at: SLOT, what: 'media', amount: 10, item: id });
      store.spend({ at: SLOT + 1, what: 'post', amount: 15 });
      expect([SLOT - 1, SLOT, SLOT + 1, SLOT + 2].map((at) => other.spentSince(at))).toEqual([30, 25, 15, 0]);
    });

    it('is taken for a post that is read once a UTC day', () => {
      const { store, other } = queue;
      expect(store.noteReads(TODAY, ['1', '2', '1'])).toBe(2);
      expect(other.noteReads(TODAY, ['2', '3'])).toBe(1);
      expect(other.noteReads(TODAY + DAY, ['1', '2', '3'])).toBe(3);
      expect(store.noteReads(TODAY, [])).toBe(0);
    });
  });

  describe('workers', () => {
    const worker = (owner: string, startedAt: number, beatAt: number) => ({
      owner,
      pid: 7,
      host: 'example-host',
      version: '0.1.0',
      startedAt,
      heartbeatAt: beatAt,
    });

    it('are known by their last sign of life until they go', () => {
      const { store, other } = queue;
      store.heartbeat(worker('b', SLOT + 1, SLOT + 1));
      other.heartbeat(worker('a', SLOT, SLOT));
      store.heartbeat(worker('b', SLOT + 1, SLOT + MINUTE));
      expect(other.workers()).toEqual([worker('a', SLOT, SLOT), worker('b', SLOT + 1, SLOT + MINUTE)]);
      store.gone('a');
      store.gone('c');
      expect(other.workers()).toEqual([worker('b', SLOT + 1, SLOT + MINUTE)]);
    });

    it('are forgotten when they have not been heard of for as long as all else', () => {
      const { store } = queue;
      store.heartbeat(worker('a', SLOT, SLOT));
      store.heartbeat(worker('b', SLOT, SLOT + 1));
      store.prune(SLOT + 1);
      expect(store.workers().map(({ owner }) => owner)).toEqual(['b']);
    });
  });

  describe('small facts', () => {
    it('are kept and replaced', () => {
      const { store, other } = queue;
      expect(store.fact('clock-skew')).toBeUndefined();
      store.setFact('clock-skew', '1200');
      store.setFact('clock-skew', '-3');
      store.setFact('zone-rules', '2025c');
      expect([other.fact('clock-skew'), other.fact('zone-rules')]).toEqual(['-3', '2025c']);
    });
  });

  describe('events', () => {
    it('are told newest first, with all that was said', () => {
      const { store, other } = queue;
      const { id } = addOne(store);
      const full = event('failed', SLOT, {
        reason: { code: 'server-error', detail: '503' },
        data: { post: '1967288537057333249', cost: 5, isLast: true },
      });
      store.note(full);
      // Older, but said later: the order is that of writing, whatever the clock did.
      other.note(event('moved', SLOT - 1, { item: id }));
      expect(other.events({}, 2)).toStrictEqual([{ at: SLOT - 1, name: 'moved', item: id }, full]);
      expect(eventNames(other, id)).toEqual(['added', 'moved']);
      expect(other.events({}, 1)).toHaveLength(1);
      expect(() => store.note(unwritable('failed', SLOT))).toThrow(TypeError);
      expect(other.events({}, 9)).toHaveLength(3);
    });

    it('are forgotten when they are old, but for those of items that have not ended', () => {
      const { store } = queue;
      const { id: ended } = sendOne(store, 'a1', 't1', { link: 'example.org/autre' });
      store.finish('a1', { state: 'posted', postId: '1' }, { event: event('posted', SLOT + 1), isFree: false });
      const { id: unsure } = sendOne(store, 'a2', 't2');
      store.finish('a2', { state: 'unknown' }, { event: event('unknown', SLOT + 1), isFree: false });
      store.note(event('started', SLOT));
      store.note(event('stopped', SLOT + 1));
      store.prune(SLOT + 1);
      expect(eventNames(store, ended)).toEqual(['posted']);
      expect(eventNames(store, unsure)).toEqual(['added', 'claimed', 'sending', 'unknown']);
      expect(eventNames(store).filter((name) => name === 'started' || name === 'stopped')).toEqual(['stopped']);
      // What was spent and what is watched is no trace of what happened.
      expect([store.spentSince(0), store.watched(9).length]).toEqual([400, 1]);
    });

    it('of reads are forgotten with their day', () => {
      const { store } = queue;
      store.noteReads(TODAY, ['1']);
      store.prune(TODAY + DAY - 1);
      expect(store.noteReads(TODAY, ['1'])).toBe(0);
      store.prune(TODAY + DAY);
      expect(store.noteReads(TODAY, ['1'])).toBe(1);
    });
  });

  it('answers what nobody asked it to change without changing it', () => {
    const { store } = queue;
    sendOne(store);
    const before = visible(store);
    const item = store.list({}, 1)[0];
    Object.assign(item?.claim ?? {}, { token: 'mine' });
    expect(visible(store)).toEqual(before);
  });
}
