import { describe, expect, it } from 'vitest';
import type { PlanCalendar } from '#campaign/days-off.js';
import type { CampaignInput, CampaignOptions } from '#campaign/input.js';
import { PeriodError } from '#campaign/period.js';
import { planCampaign } from '#campaign/plan.js';
import type { Draft } from '#draft/draft.js';
import type { Item } from '#queue/item.js';
import { rules } from '#rules/index.js';
import { builtInPrior } from '#timing/decay/prior.js';
import { DEFAULT_LEVEL } from '#timing/decay/level.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Monday, noon in Paris. */
const NOW = Date.UTC(2026, 2, 2, 11);
const LINK = 'https://example.org/guide';

const DRAFT: Draft = {
  text: `Comment choisir un logement à Lyon ? 5 points à vérifier ${LINK}`,
  lang: 'fr',
  campaign: {
    variants: [
      { text: `Avant de signer un bail, ces 5 points évitent les mauvaises surprises ${LINK}` },
      { text: `Charges, bruit, trajet : ce que personne ne vérifie en visitant un appartement ${LINK}` },
    ],
  },
};
const OPTIONS: CampaignOptions = {
  mode: 'remind',
  missed: 'skip',
  review: false,
  reposts: 2,
  gap: undefined,
  from: undefined,
  until: undefined,
  window: undefined,
  skipped: {},
  zone: 'Europe/Paris',
  seed: 1,
};
const HISTORY: NonNullable<CampaignInput['history']> = {
  usable: [],
  decay: { prior: builtInPrior(10), level: DEFAULT_LEVEL },
  posts: [],
  texts: [],
  posted: [],
  open: [],
  budget: { caps: { day: 1000, month: 10_000 }, spent: { day: 0, month: 0 }, left: 1000 },
  optedOut: [],
};
const input = (change: Partial<CampaignInput> = {}, options: Partial<CampaignOptions> = {}): CampaignInput => ({
  draft: DRAFT,
  name: 'draft.md',
  link: 'example.org/guide',
  judging: { rules, lexicons: [], locale: 'en' },
  options: { ...OPTIONS, ...options },
  history: HISTORY,
  now: NOW,
  prices: { withLink: 200, without: 15 },
  priceText: (text) => (text.includes('https://') ? 200 : 15),
  mediaFacts: new Map(),
  resolveMedia: (media) => media,
  ...change,
});
const codes = (remarks: readonly { readonly code: string }[]): string[] => remarks.map(({ code }) => code);
const openItem = (change: Partial<Item>): Item => ({
  id: 7,
  account: '',
  mode: 'remind',
  link: 'example.org/other',
  text: 'Un tout autre sujet https://example.org/other',
  media: [],
  dueAt: NOW + 3 * DAY,
  requestedTime: '2026-03-05T12:00',
  zone: 'Europe/Paris',
  missed: 'skip',
  gap: DAY,
  review: false,
  price: 0,
  draft: 'other.md',
  state: 'planned',
  createdAt: NOW,
  changedAt: NOW,
  attempts: 0,
  checks: 0,
  ...change,
});

describe('a text that the program made', () => {
  it('waits for approval until its author takes its origin away', () => {
    const [first, second] = DRAFT.campaign?.variants ?? [];
    if (first === undefined || second === undefined) throw new Error('no variants');
    const variants = [{ ...first, origin: 'page' as const }, second];
    const { items } = planCampaign(input({ draft: { ...DRAFT, campaign: { variants } } }));
    expect(items.map(({ text, review }) => [text, review])).toEqual([
      [DRAFT.text, false],
      [first.text, true],
      [second.text, false],
    ]);
  });
});

describe('a plan of a link', () => {
  it('has the draft first, then its variants, each with a slot and an item for the queue', () => {
    const { data, items } = planCampaign(input());
    expect(data.items.map(({ text }) => text?.origin)).toEqual(['draft', 'own', 'own']);
    expect(codes(data.problems)).toEqual([]);
    expect(items.map(({ dueAt }) => new Date(dueAt).toISOString())).toEqual(data.items.map(({ at }) => at));
    expect(items.every(({ link, gap, price }) => link === 'example.org/guide' && gap === DAY && price === 0)).toBe(
      true,
    );
  });

  it('counts one post more where the link was never posted', () => {
    const posted = { ...HISTORY, posts: [{ at: NOW - 20 * DAY, observations: [] }] };
    expect([planCampaign(input()).data.requested, planCampaign(input({ history: posted })).data.requested]).toEqual([
      3, 2,
    ]);
  });

  it('says that hours are typical, or that there is no history', () => {
    const posts = [{ at: NOW - 20 * DAY, observations: [] }];
    expect(codes(planCampaign(input({ history: { ...HISTORY, posts } })).data.notes)).toContain('typical-hours');
    expect(codes(planCampaign(input()).data.notes)).toEqual(['no-history']);
    expect(codes(planCampaign(input({ history: undefined })).data.notes)).toEqual(['no-history']);
  });

  it('leaves out a text that reads like a planned item, and names the item', () => {
    const open = [openItem({ text: DRAFT.text })];
    const { notes } = planCampaign(input({ history: { ...HISTORY, open } })).data;
    expect(notes).toContainEqual({
      code: 'draft-alike',
      like: { text: DRAFT.text, item: 7, draft: null, localTime: '2026-03-05T12:00', zone: 'Europe/Paris' },
    });
  });

  it('stops before a person who opted out, and before a third mention', () => {
    const draft = { ...DRAFT, text: `${DRAFT.text} @Example_B`, campaign: { variants: [] } };
    const history = { ...HISTORY, optedOut: ['example_b'] };
    expect(planCampaign(input({ draft, history }, { reposts: 0 })).data.problems).toContainEqual({
      code: 'opted-out',
      handle: 'example_b',
      posts: [1],
    });
    const open = [1, 2].map((id) =>
      openItem({
        id,
        link: 'example.org/guide',
        text: `Lisez ceci @example_b, ${id} ${LINK}`,
        dueAt: NOW + id * 9 * DAY,
      }),
    );
    expect(planCampaign(input({ draft, history: { ...HISTORY, open } }, { reposts: 1 })).data.problems).toContainEqual({
      code: 'mentioned-again',
      handle: 'example_b',
      times: 3,
    });
  });

  it('stops before a file that is not there', () => {
    const draft = { ...DRAFT, media: [{ file: 'absent.png', alt: 'Un plan' }] };
    const [problem] = planCampaign(input({ draft })).data.problems;
    expect(problem).toMatchObject({ code: 'refused-by-x', posts: [1, 2, 3], rule: 'image' });
  });

  it('stops before a cap, and names the days', () => {
    const budget = { ...HISTORY.budget, caps: { day: 100, month: 10_000 } };
    const { problems } = planCampaign(input({ history: { ...HISTORY, budget } }, { mode: 'api' })).data;
    expect(problems).toMatchObject([{ code: 'over-budget', period: 'day', cap: 100 }]);
  });

  it('says how many texts are missing, and what could open them', () => {
    const { problems } = planCampaign(input({}, { reposts: 5 })).data;
    expect(problems).toMatchObject([{ code: 'missing-texts', count: 3, hooks: ['figure', 'quote', 'result'] }]);
  });

  it('refuses a period without an instant', () => {
    expect(() => planCampaign(input({}, { until: '2026-03-01' }))).toThrow(PeriodError);
    expect(() => planCampaign(input({}, { from: '2026-04-01', until: '2026-03-31' }))).toThrow(
      expect.objectContaining({ fault: { code: 'empty', from: '2026-04-01', until: '2026-03-31' } }) as Error,
    );
  });
});

describe('a plan and the days that it must keep free', () => {
  const calendar = (change: Partial<PlanCalendar>): PlanCalendar => ({
    blackouts: [],
    daysOff: [],
    skip: 'none',
    unknown: undefined,
    ...change,
  });
  const days = (list: readonly { readonly localTime: string }[]): string[] =>
    list.map(({ localTime }) => localTime.slice(0, 10));

  it('leaves out blackouts, and says why', () => {
    const blackouts = [{ from: '2026-03-02', until: '2026-03-08', why: 'mourning' }];
    const { items, notes } = planCampaign(input({ calendar: calendar({ blackouts }) })).data;
    expect(items).toHaveLength(3);
    expect(days(items).every((day) => day > '2026-03-08')).toBe(true);
    expect(notes).toContainEqual({ code: 'blackout', ...blackouts[0] });
  });

  it('names days off, or skips them, and waits for days without posts where no end is given', () => {
    const daysOff = [
      '2026-03-02',
      '2026-03-03',
      '2026-03-04',
      '2026-03-05',
      '2026-03-06',
      '2026-03-07',
      '2026-03-08',
    ].map((date) => ({ date, name: 'Holidays', kind: 'school' as const }));
    const named = planCampaign(input({ calendar: calendar({ daysOff }) })).data;
    expect(codes(named.notes)).toContain('day-off');
    const skipped = planCampaign(input({ calendar: calendar({ daysOff, skip: 'all' }) })).data;
    expect(days(skipped.items).every((day) => day > '2026-03-08')).toBe(true);
    expect(skipped.notes).toContainEqual(expect.objectContaining({ code: 'days-off-skipped', days: 7 }));
    const publicOnly = planCampaign(input({ calendar: calendar({ daysOff, skip: 'public' }) })).data;
    expect(codes(publicOnly.notes)).toContain('day-off');
  });

  it('says which school holidays are not known', () => {
    const unknown = { region: 'FR-A', years: [2026, 2027] };
    const { notes } = planCampaign(input({ calendar: calendar({ unknown }) })).data;
    expect(notes).toContainEqual({ code: 'school-holidays-unknown', region: 'FR-A', years: [2026] });
  });
});

describe('a text that is out of date', () => {
  const dated = { text: `Rencontre ce jeudi ${LINK}`, lang: 'fr' as const };

  it('goes out before that, the first of all', () => {
    const draft = {
      ...DRAFT,
      campaign: {
        variants: [{ text: `Lisez-le avant le 2026-03-04 : cinq erreurs fréquentes et ce qu’elles coûtent ${LINK}` }],
      },
    };
    const { data } = planCampaign(input({ draft }, { reposts: 1, gap: DAY }));
    expect(data.items[0]?.text?.text).toContain('2026-03-04');
    expect((data.items[0]?.localTime ?? '') < '2026-03-05').toBe(true);
  });

  it('stops a plan that has no slot before, unless it is forced', () => {
    const late = { from: '2026-03-10' };
    expect(planCampaign(input({ draft: dated }, { ...late, reposts: 0 })).data.problems).toContainEqual({
      code: 'day-passed',
      posts: [1],
      date: 'jeudi',
    });
    const forced = planCampaign(input({ draft: dated }, { ...late, reposts: 0, force: true })).data;
    expect(codes(forced.problems)).toEqual([]);
    expect(codes(forced.notes)).toContain('forced');
  });
});

describe('a plan of absurd figures', () => {
  it('is refused at once', () => {
    const fault = (options: Partial<CampaignOptions>): unknown => {
      try {
        planCampaign(input({}, options));
      } catch (error) {
        return error instanceof PeriodError ? error.fault.code : error;
      }
      return undefined;
    };
    expect(fault({ gap: 1e6 * 7 * DAY })).toBe('long gap');
    expect(fault({ gap: Infinity })).toBe('long gap');
    expect(fault({ until: '9999-12-31' })).toBe('far');
    expect(fault({ from: '9999-12-31' })).toBe('far');
  });

  it('is none without posts: nothing is asked for, nothing is missing', () => {
    const posted = { ...HISTORY, posts: [{ at: NOW - 20 * DAY, observations: [] }] };
    const { data } = planCampaign(input({ history: posted }, { reposts: 0 }));
    expect([data.items, data.problems]).toEqual([[], []]);
  });
});

describe('a plan with posts close to each other', () => {
  it('takes off what the one before has still to come, and says so', () => {
    const close = planCampaign(input({}, { gap: 0, until: '2026-03-02' })).data;
    expect(codes(close.notes)).toContain('overlap');
    const [first, second] = close.items;
    expect(second?.why.restShare).toBeGreaterThan(0.15);
    expect(second?.why.rest).toBeGreaterThan(0.15);
    expect(first?.why.rest).toBe(0);
  });
});

describe('a zone far from where the account has posted', () => {
  const at = (hour: number, day: number): number => NOW - (10 + day) * DAY + (hour - 11) * HOUR;
  // Posts of each hour from 7 to 21 in UTC.
  const usable = Array.from({ length: 150 }, (_, index) => ({
    at: at(7 + (index % 15), Math.floor(index / 15)),
    value: 3,
  }));

  it('is said, with the hours at which it posts there', () => {
    const notes = (zone: string) => planCampaign(input({ history: { ...HISTORY, usable } }, { zone })).data.notes;
    expect(codes(notes('Europe/Paris'))).not.toContain('far-zone');
    expect(notes('Asia/Tokyo')).toContainEqual(expect.objectContaining({ code: 'far-zone' }));
  });
});
