import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignTexts, keepUnlike } from '#outreach/assign.js';
import { MAX_GROUP, splitIntoGroups } from '#outreach/ask.js';
import { spreadMoments } from '#outreach/moments.js';
import { chooseRecipients, type PersonHistory } from '#outreach/recipients.js';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 2, 2, 12);
const LINK = 'example.org/guide';

const person = fc.record({
  number: fc.integer({ min: 0, max: 60 }),
  language: fc.constantFrom('fr', 'en', undefined),
  agreed: fc.constantFrom('2026-01-10', undefined),
  optedOut: fc.boolean(),
  left: fc.boolean(),
});
const past = fc.record({
  optedOut: fc.boolean(),
  askDays: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
  kitDays: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
  isSameLink: fc.boolean(),
});

const toHistory = ({
  optedOut,
  askDays,
  kitDays,
  isSameLink,
}: {
  optedOut: boolean;
  askDays: number | undefined;
  kitDays: number | undefined;
  isSameLink: boolean;
}): PersonHistory => ({
  optedOut,
  lastAsk: askDays === undefined ? undefined : NOW - askDays * DAY,
  lastKit: kitDays === undefined ? undefined : NOW - kitDays * DAY,
  kits: kitDays === undefined ? [] : [{ link: isSameLink ? LINK : 'example.org/other', at: NOW - kitDays * DAY }],
});

const world = fc.record({
  people: fc.uniqueArray(fc.tuple(person, past), { maxLength: 40, selector: ([{ number }]) => number }),
  texts: fc.array(fc.constantFrom('fr', 'en'), { maxLength: 40 }),
  needsConsent: fc.boolean(),
  again: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 3 }),
});

describe('people who help', () => {
  test('nobody opted out or tired gets anything, and everybody else who agreed does, up to the number of texts', () => {
    fc.assert(
      fc.property(world, ({ people, texts, needsConsent, again }) => {
        const team = people.map(([one]) => ({ ...one, handle: `Example_${one.number}` }));
        const histories = new Map(people.map(([{ number }, before]) => [`example_${number}`, toHistory(before)]));
        const named = new Set(again.map((number) => `example_${number}`));
        const rules = { link: LINK, now: NOW, restDays: 30, needsConsent, again: named };
        const { chosen, spared } = chooseRecipients(team, histories, rules);
        expect(chosen.length + spared.length).toBe(team.length);
        const isTired = (number: number): boolean => {
          const { lastAsk = -Infinity, lastKit = -Infinity } = histories.get(`example_${number}`) ?? {
            lastAsk: undefined,
          };
          return NOW - Math.max(lastAsk ?? -Infinity, lastKit) < 30 * DAY;
        };
        const mayGet = ({ number, optedOut, left, agreed }: (typeof team)[number]): boolean =>
          !optedOut &&
          !left &&
          histories.get(`example_${number}`)?.optedOut !== true &&
          (!needsConsent || agreed !== undefined) &&
          (named.has(`example_${number}`) || !isTired(number));
        expect(chosen).toEqual(team.filter(mayGet));

        const pool = texts.map((language, index) => ({
          text: `text ${index}`,
          language,
          score: 80,
          origin: 'own' as const,
          draft: 'draft.md',
          nearest: 0,
        }));
        const { given, unserved } = assignTexts(chosen, pool);
        expect(new Set(given.map(({ text }) => text.text)).size).toBe(given.length);
        expect(
          given.every(({ person: { language }, text }) => language === undefined || text.language === language),
        ).toBe(true);
        // As many as texts allow: those who are left out have no text of their language left.
        const used = new Set(given.map(({ text }) => text));
        const left = pool.filter((text) => !used.has(text));
        for (const { language } of unserved) {
          expect(left.filter((text) => language === undefined || text.language === language)).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a person who was given a post of the link this week gets no other, unless named', () => {
    const ada = { handle: 'example_ada', agreed: '2026-01-10' };
    const histories = new Map([
      ['example_ada', { optedOut: false, lastKit: NOW - 40 * DAY, kits: [{ link: LINK, at: NOW - 6 * DAY }] }],
    ]);
    const rules = { link: LINK, now: NOW, restDays: 0, needsConsent: true, again: new Set<string>() };
    expect(chooseRecipients([ada], histories, rules).spared).toMatchObject([{ why: 'given' }]);
    expect(chooseRecipients([ada], histories, { ...rules, again: new Set(['example_ada']) }).chosen).toEqual([ada]);
    expect(chooseRecipients([ada], histories, { ...rules, link: 'example.org/other' }).chosen).toEqual([ada]);
  });

  test('groups hold everybody once, none more than X takes, and differ by one at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 200 }), (count, most) => {
        const people = Array.from({ length: count }, (_, index) => index);
        const groups = splitIntoGroups(people, most);
        const sizes = groups.map(({ length }) => length);
        expect(groups.flat()).toEqual(people);
        expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(Math.min(most, MAX_GROUP));
        expect(Math.max(0, ...sizes) - Math.min(...sizes, Math.max(0, ...sizes))).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('moments go up, stay in the period and keep their distance from the account’s own posts where they can', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 30 }), (count, days) => {
        const slots = Array.from({ length: days * 24 }, (_, hour) => ({ at: NOW + hour * 3_600_000 }));
        const posts = [NOW + 5 * 3_600_000];
        const moments = spreadMoments(
          count,
          { from: NOW, until: NOW + days * DAY },
          {
            slots,
            worth: ({ at }) => (at / 3_600_000) % 7,
            posts,
            toSlot: (at) => ({ at }),
          },
        );
        expect(moments).toHaveLength(count);
        for (const [index, { at }] of moments.entries()) {
          expect(at).toBeGreaterThanOrEqual(NOW);
          expect(at).toBeLessThan(NOW + days * DAY);
          expect(at).toBeGreaterThan(moments[index - 1]?.at ?? -Infinity);
        }
      }),
    );
  });

  test('of texts that read alike the first one stays', () => {
    const text = (words: string) => ({ text: words, language: 'en', score: 80, origin: 'own' as const, draft: 'a.md' });
    const one = text('Three questions to put before you sign a lease https://example.org/guide');
    const same = text('Three questions to put before you sign a lease! https://example.org/guide');
    const other = text('What a square meter costs in each district https://example.org/guide');
    const { kept, alike } = keepUnlike([one, same, other], []);
    expect(kept.map(({ text: words }) => words)).toEqual([one.text, other.text]);
    expect(alike).toEqual([same]);
    expect(keepUnlike([one], [same.text]).kept).toEqual([]);
  });
});
