import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLate, nextSlot, decideDue, type DueInput } from '#queue/due.js';
import { openZone, formatLocalTime } from '#timing/clock/zone.js';
import type { LastPosts } from '#timing/plan/spacing.js';
import { DAY, HOUR, item, SLOT } from './items.js';

const MINUTE = 60_000;

describe('an item whose slot has passed', () => {
  it.each([
    ['skip', 'skip', 15 * MINUTE, false],
    ['skip', 'skip', 16 * MINUTE, true],
    ['within two hours', { within: 2 * HOUR }, 2 * HOUR, false],
    ['within two hours', { within: 2 * HOUR }, 2 * HOUR + 1, true],
    ['within a minute, which no tick could keep', { within: MINUTE }, 14 * MINUTE, false],
    ['next slot', 'next-slot', HOUR, true],
  ] as const)('by %s', (_, missed, late, expected) => {
    expect(isLate(item({ missed }), SLOT + late)).toBe(expected);
  });

  it('is not late for what X made it wait', () => {
    expect(isLate(item({ missed: 'skip', notBefore: SLOT + HOUR }), SLOT + HOUR + MINUTE)).toBe(false);
  });
});

describe('the next slot', () => {
  const nothing = { others: [], minInterval: HOUR };

  it('is the same time of the next day on the wall clock, also when the clock changes between', () => {
    const late = item({ dueAt: Date.UTC(2026, 2, 28, 17), requestedTime: '2026-03-28T18:00' });
    // Sunday 29 March: summer time, 18:00 in Paris is 16:00 UTC.
    expect(nextSlot(late, { now: late.dueAt + HOUR, ...nothing })).toEqual({
      dueAt: Date.UTC(2026, 2, 29, 16),
      requestedTime: '2026-03-29T18:00',
      zone: 'Europe/Paris',
    });
  });

  it('is the first minute after the gap where the clock skips the time', () => {
    const late = item({ dueAt: Date.UTC(2026, 2, 28, 1, 30), requestedTime: '2026-03-28T02:30' });
    expect(nextSlot(late, { now: late.dueAt + HOUR, ...nothing })).toMatchObject({ dueAt: Date.UTC(2026, 2, 29, 1) });
  });

  it('is the first of the two where the time comes twice, in New York as well', () => {
    const late = item({
      dueAt: Date.UTC(2026, 9, 31, 5, 30),
      requestedTime: '2026-10-31T01:30',
      zone: 'America/New_York',
    });
    expect(nextSlot(late, { now: late.dueAt + HOUR, ...nothing })).toMatchObject({
      dueAt: Date.UTC(2026, 10, 1, 5, 30),
    });
  });

  it('keeps the gap to the link’s other items and some distance to all', () => {
    const others = [
      { id: 2, link: 'example.org/guide', dueAt: SLOT + 2 * DAY },
      { id: 3, link: 'example.org/other', dueAt: SLOT + 3 * DAY + 30 * MINUTE },
    ];
    expect(nextSlot(item(), { now: SLOT + HOUR, others, minInterval: HOUR })).toMatchObject({
      requestedTime: '2026-03-03T18:00',
    });
    expect(nextSlot(item({ gap: 2 * DAY }), { now: SLOT + HOUR, others, minInterval: HOUR })).toMatchObject({
      requestedTime: '2026-03-06T18:00',
    });
  });

  it('is none after the campaign’s end, nor among sixty days that are full', () => {
    expect(nextSlot(item({ until: SLOT + HOUR }), { now: SLOT + HOUR, ...nothing })).toBeUndefined();
    const others = Array.from({ length: 70 }, (_, day) => ({ id: 9 + day, link: 'b', dueAt: SLOT + day * DAY }));
    expect(nextSlot(item(), { now: SLOT + HOUR, others, minInterval: 13 * HOUR })).toBeUndefined();
  });

  it('shows the wished time on the clock of its zone, but for the hour that a change skips', () => {
    const zones = fc.constantFrom('Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC');
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 1439 }), (zone, day, minute) => {
        const clock = openZone(zone, SLOT, SLOT + 800 * DAY);
        const wall = Math.floor((SLOT + day * DAY) / DAY) * DAY + minute * MINUTE;
        const { at } = clock.toInstant(wall);
        const slot = nextSlot(item({ zone, requestedTime: formatLocalTime(wall), dueAt: at }), {
          now: at + HOUR,
          ...nothing,
        });
        expect(slot?.dueAt).toBeGreaterThan(at + HOUR);
        const shown = formatLocalTime(clock.localTimeAt(slot?.dueAt ?? 0));
        const match = clock.toInstant(Date.parse(`${slot?.requestedTime}:00Z`)).match;
        expect(match === 'gap' || shown === slot?.requestedTime).toBe(true);
      }),
    );
  });
});

/** The same for each link of these tests. */
const everyLink = (last: LastPosts): ReadonlyMap<string, LastPosts> =>
  new Map(['guide', 'b', 'c', '0', '1', '2', '3'].map((name) => [`example.org/${name}`, last]));
const input = (rest: Partial<DueInput>): DueInput => ({
  now: SLOT,
  due: [item()],
  planned: [],
  lastPosts: new Map(),
  stopped: undefined,
  left: 1000,
  renewedAt: SLOT + 6 * HOUR,
  minInterval: HOUR,
  ...rest,
});
const acts = (rest: Partial<DueInput>): string[] =>
  decideDue(input(rest)).map(({ item: { id }, act }) => `${id} ${act}`);

describe('a beat', () => {
  it('sends an item at its slot', () => {
    expect(acts({})).toEqual(['1 send']);
  });

  it('reminds of one that is posted by hand, whatever the budget and the stop', () => {
    const due = [item({ mode: 'remind' })];
    expect(acts({ due, left: 0, stopped: { code: 'no-credits', detail: '' } })).toEqual(['1 remind']);
  });

  it('lets one out at a time, the earliest', () => {
    const due = [item({ id: 4 }), item({ id: 2, link: 'example.org/b' }), item({ id: 3, link: 'example.org/c' })];
    expect(acts({ due })).toEqual(['4 send']);
  });

  it('goes out at no time of a blackout, by its own clock, reminders included, and is late when its time is over', () => {
    const blackouts = [{ from: '2026-01-01', until: '2026-12-31', why: 'election' }];
    const reason = { code: 'blackout', detail: 'election' };
    for (const mode of ['api', 'remind'] as const) {
      const due = [item({ mode, missed: 'skip' })];
      expect(decideDue(input({ due, blackouts }))).toEqual([
        { item: due[0], act: 'postpone', until: SLOT + 15 * MINUTE + 1, reason },
      ]);
      const held = [item({ mode, missed: 'skip', notBefore: SLOT + 15 * MINUTE + 1, reason: { code: 'blackout' } })];
      expect(acts({ due: held, blackouts, now: SLOT + 15 * MINUTE + 1 })).toEqual(['1 miss']);
    }
    expect(acts({ blackouts: [{ from: '2020-01-01', until: '2020-01-02', why: 'over' }] })).toEqual(['1 send']);
  });

  it('keeps its distance from the account’s last post', () => {
    const lastPosts = everyLink({ ofAccount: SLOT - 20 * MINUTE, ofLink: undefined });
    expect(decideDue(input({ lastPosts }))).toEqual([
      {
        item: item(),
        act: 'postpone',
        until: SLOT - 20 * MINUTE + HOUR - 6 * MINUTE,
        reason: { code: 'spacing' },
      },
    ]);
  });

  it('keeps the gap to the link’s last post, but forgives the few minutes that it was late', () => {
    expect(acts({ lastPosts: everyLink({ ofAccount: undefined, ofLink: SLOT - DAY + 9 * MINUTE }) })).toEqual([
      '1 send',
    ]);
    expect(acts({ lastPosts: everyLink({ ofAccount: undefined, ofLink: SLOT - DAY + HOUR }) })).toEqual(['1 postpone']);
  });

  it('does not wait for a post of next year, which a wrong clock made', () => {
    expect(acts({ lastPosts: everyLink({ ofAccount: SLOT + 365 * DAY, ofLink: undefined }) })).toEqual(['1 send']);
  });

  it('waits while the queue is stopped, and says why', () => {
    const stopped = { code: 'no-credits', detail: 'X says so' } as const;
    expect(decideDue(input({ stopped }))).toEqual([{ item: item(), act: 'wait', reason: stopped }]);
  });

  it('waits for the budget, and spends the last of it', () => {
    const due = [item({ missed: { within: DAY } })];
    expect(decideDue(input({ due, left: 199 }))).toMatchObject([
      { act: 'postpone', until: SLOT + 6 * HOUR, reason: { code: 'budget' } },
    ]);
    expect(acts({ left: 200 })).toEqual(['1 send']);
  });

  it('waits for the budget no longer than it may be late', () => {
    const due = [item({ missed: { within: 2 * HOUR } })];
    expect(decideDue(input({ due, left: 0 }))).toMatchObject([{ act: 'postpone', until: SLOT + 2 * HOUR + 1 }]);
    const late = { due: [item({ missed: { within: 2 * HOUR }, notBefore: SLOT + 2 * HOUR + 1 })] };
    expect(acts({ ...late, left: 0, now: SLOT + 2 * HOUR + 1 })).toEqual(['1 miss']);
  });

  it('waits for a limit of X that another post has met', () => {
    const hold = { code: 'daily-limit', detail: '100 / 24 h', since: SLOT - HOUR, until: SLOT + 20 * HOUR } as const;
    const due = [item({ missed: 'next-slot' })];
    expect(decideDue(input({ due, hold }))).toMatchObject([
      { act: 'postpone', until: SLOT + 20 * HOUR, reason: { code: 'daily-limit', detail: '100 / 24 h' } },
    ]);
  });

  it('lets no delay count twice: two hours late are two hours after the slot', () => {
    const put = item({ missed: { within: 2 * HOUR }, notBefore: SLOT + 3 * HOUR, reason: { code: 'spacing' } });
    expect(acts({ due: [put], now: SLOT + 3 * HOUR })).toEqual(['1 miss']);
  });

  it('lets go of an item whose campaign has ended', () => {
    expect(decideDue(input({ due: [item({ until: SLOT + MINUTE })], now: SLOT + 2 * MINUTE }))).toMatchObject([
      { act: 'miss', reason: { code: 'no-free-slot' } },
    ]);
  });
});

describe('after three days of sleep with five items due', () => {
  const now = SLOT + 3 * DAY;
  const five = (missed: 'skip' | 'next-slot' | { readonly within: number }) =>
    [0, 1, 2, 3, 4].map((day) =>
      item({
        id: day + 1,
        link: `example.org/${day}`,
        dueAt: SLOT + day * 12 * HOUR,
        requestedTime: day % 2 === 0 ? `2026-03-0${2 + day / 2}T18:00` : `2026-03-0${2 + (day + 1) / 2}T06:00`,
        missed,
      }),
    );

  it('skip lets all of them go, each with its reason', () => {
    expect(decideDue(input({ now, due: five('skip') })).map(({ act }) => act)).toEqual([
      'miss',
      'miss',
      'miss',
      'miss',
      'miss',
    ]);
  });

  it('within two hours as well: what is younger goes out, one at a time', () => {
    const due = [...five({ within: 2 * HOUR }), item({ id: 6, dueAt: now - HOUR }), item({ id: 7, dueAt: now })];
    expect(acts({ now, due })).toEqual(['1 miss', '2 miss', '3 miss', '4 miss', '5 miss', '6 send']);
  });

  it('next-slot moves each to its own time of a later day, no two at once', () => {
    const moved = decideDue(input({ now, due: five('next-slot') })).flatMap((decision) =>
      decision.act === 'move' ? [decision.slot.requestedTime] : [],
    );
    expect(moved).toEqual([
      '2026-03-06T18:00',
      '2026-03-06T06:00',
      '2026-03-07T18:00',
      '2026-03-07T06:00',
      '2026-03-08T18:00',
    ]);
  });

  it('keeps in the reason what held an item up', () => {
    const due = [item({ missed: 'skip', reason: { code: 'no-credits' } })];
    expect(decideDue(input({ now, due }))).toMatchObject([
      { act: 'miss', reason: { code: 'late', detail: 'no-credits' } },
    ]);
  });
});

describe('of any items at any time', () => {
  const policy = fc.constantFrom('skip' as const, 'next-slot' as const, { within: 2 * HOUR });
  const items = fc
    .array(fc.record({ offset: fc.integer({ min: -5 * DAY, max: 0 }), missed: policy, link: fc.nat(3) }), {
      maxLength: 12,
    })
    .map((all) =>
      all.map(({ offset, missed, link }, index) =>
        item({ id: index + 1, dueAt: SLOT + offset, missed, link: `example.org/${link}` }),
      ),
    );

  it('each gets one decision at most, and one goes out at most', () => {
    fc.assert(
      fc.property(items, fc.option(fc.integer({ min: -2 * DAY, max: 0 }), { nil: undefined }), (due, last) => {
        const ofAccount = last === undefined ? undefined : SLOT + last;
        const decisions = decideDue(input({ due, lastPosts: everyLink({ ofAccount, ofLink: undefined }) }));
        const ids = decisions.map(({ item: { id } }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const out = decisions.filter(({ act }) => act === 'send');
        expect(out.length).toBeLessThanOrEqual(1);
        const isTooNear = ofAccount !== undefined && SLOT - ofAccount < HOUR * 0.8;
        expect(isTooNear && out.length > 0).toBe(false);
      }),
    );
  });

  it('new slots lie ahead and keep the gap to each other', () => {
    fc.assert(
      fc.property(items, (due) => {
        const moved = decideDue(input({ due, planned: due })).flatMap((decision) =>
          decision.act === 'move' ? [{ link: decision.item.link, at: decision.slot.dueAt }] : [],
        );
        for (const [index, one] of moved.entries()) {
          expect(one.at).toBeGreaterThan(SLOT);
          for (const other of moved.slice(0, index)) {
            expect(Math.abs(one.at - other.at)).toBeGreaterThanOrEqual(one.link === other.link ? DAY : HOUR);
          }
        }
      }),
    );
  });
});
