import { describe, expect, it } from 'vitest';
import type { CampaignInput } from '#campaign/input.js';
import { planCampaign } from '#campaign/plan.js';
import { planTogether, sumCosts } from '#campaign/together.js';
import { rules } from '#rules/index.js';
import { builtInPrior } from '#timing/decay/prior.js';
import { DEFAULT_LEVEL } from '#timing/decay/level.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** Monday, noon in Paris. */
const NOW = Date.UTC(2026, 2, 2, 11);

const TEXTS = [
  ['Comment choisir un logement à Lyon : cinq points à vérifier', 'Charges, bruit, trajet : ce qui compte en visite'],
  ['Isoler ses combles sans se tromper de devis', 'Laine, ouate ou liège : le comparatif des isolants'],
  ['Le prix d’une pompe à chaleur, poste par poste', 'Chauffage : trois aides que peu de gens demandent'],
] as const;

const HISTORY: NonNullable<CampaignInput['history']> = {
  usable: [],
  decay: { prior: builtInPrior(10), level: DEFAULT_LEVEL },
  postsPerWeek: 4,
  posts: [],
  texts: [],
  posted: [],
  open: [],
  budget: { caps: { day: 1000, month: 10_000 }, spent: { day: 0, month: 0 }, left: 1000 },
  optedOut: [],
};

/** One of the drafts above: two posts of a link of its own. */
function input(index: number, change: Partial<CampaignInput> = {}): CampaignInput {
  const url = `https://example.org/page-${index}`;
  const [text, variant] = TEXTS[index % TEXTS.length] ?? TEXTS[0];
  return {
    draft: { text: `${text} ${url}`, lang: 'fr', campaign: { variants: [{ text: `${variant} ${url}` }] } },
    name: `draft-${index}.md`,
    link: `example.org/page-${index}`,
    judging: { rules, lexicons: [], locale: 'en' },
    options: {
      mode: 'remind',
      missed: 'skip',
      review: false,
      reposts: undefined,
      gap: DAY,
      from: undefined,
      until: undefined,
      window: undefined,
      skipped: {},
      zone: 'Europe/Paris',
      seed: 1,
    },
    history: HISTORY,
    now: NOW,
    prices: { withLink: 200, without: 15 },
    priceText: (each) => (each.includes('https://') ? 200 : 15),
    mediaFacts: new Map(),
    resolveMedia: (media) => media,
    ...change,
  };
}

type Together = ReturnType<typeof planTogether>;
const slotsOf = ({ plans }: Together): number[] =>
  plans.flatMap(({ data }) => data.items.map(({ at }) => Date.parse(at))).sort((a, b) => a - b);
const perWeek = (slots: readonly number[]): number[] => {
  const weeks = new Map<number, number>();
  for (const at of slots) {
    const week = Math.floor((at - NOW) / WEEK);
    weeks.set(week, (weeks.get(week) ?? 0) + 1);
  }
  return [...weeks.values()];
};

describe('drafts planned together', () => {
  const together = planTogether([0, 1, 2].map((index) => input(index)));

  it('each get all their posts, in the order in which they were given', () => {
    expect(together.plans.map(({ data }) => [data.draft, data.items.length])).toEqual([
      ['draft-0.md', 2],
      ['draft-1.md', 2],
      ['draft-2.md', 2],
    ]);
  });

  it('keep their distance from each other', () => {
    const slots = slotsOf(together);
    const gaps = slots.slice(1).map((at, index) => at - (slots[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(HOUR);
  });

  it('fill no week beyond half of what the account posts, queued posts included', () => {
    expect(together.rhythm).toEqual({ postsPerWeek: 4, reposts: 2 });
    expect(Math.max(...perWeek(slotsOf(together)))).toBeLessThanOrEqual(2);
    const rare = planTogether([0, 1].map((index) => input(index, { history: { ...HISTORY, postsPerWeek: 1 } })));
    expect(perWeek(slotsOf(rare))).toEqual([1, 1, 1, 1]);
  });

  it('keep no rhythm where none is known', () => {
    const { rhythm, plans } = planTogether([0, 1].map((index) => input(index, { history: undefined })));
    expect(rhythm).toBeUndefined();
    expect(plans.every(({ data }) => data.items.length === 2)).toBe(true);
  });

  it('leave no link that could do better with the others where they are', () => {
    const gain = (plan: ReturnType<typeof planCampaign>): number =>
      plan.data.items.reduce((sum, { why }) => sum + Math.exp(why.effect), 0);
    const until = Math.max(...together.plans.map(({ data }) => Date.parse(data.period.until)));
    together.plans.forEach((plan, index) => {
      const posts = together.plans.flatMap(({ items }, other) => (other === index ? [] : items));
      const taken = posts.map(({ dueAt }) => Math.floor((dueAt - NOW) / WEEK));
      const isOpen = (at: number): boolean => {
        const week = Math.floor((at - NOW) / WEEK);
        return taken.filter((each) => each === week).length < 2;
      };
      const alone = planCampaign(input(index, { companions: { posts, isOpen, until } }));
      expect(gain(alone)).toBeLessThanOrEqual(gain(plan) + 1e-9);
    });
  });

  it('have texts that are not alike', () => {
    const same = planTogether([input(0), input(3)]);
    const [first, second] = same.plans;
    expect(first?.data.items.every(({ text }) => text !== null)).toBe(true);
    expect(second?.data.problems.map(({ code }) => code)).toContain('missing-texts');
    expect(second?.data.notes).toContainEqual(
      expect.objectContaining({ code: 'draft-alike', like: expect.objectContaining({ draft: 'draft-0.md' }) }),
    );
  });

  it('are held against the caps of the budget together', () => {
    const inputs = [0, 1, 2].map((index) => {
      const { options } = input(index);
      const history = { ...HISTORY, budget: { ...HISTORY.budget, caps: { day: 1000, month: 500 } } };
      return input(index, { history, options: { ...options, mode: 'api', until: '2026-03-31' } });
    });
    const { plans } = planTogether(inputs);
    const { cost, problems } = sumCosts(inputs, plans);
    expect(cost[0]).toMatchObject({ mode: 'api', posts: { withLink: 6, without: 0 }, total: 1200 });
    expect(problems).toEqual([{ code: 'over-budget', period: 'month', begins: ['2026-03'], cap: 500 }]);
    expect(plans.every(({ data }) => data.problems.every(({ code }) => code !== 'over-budget'))).toBe(true);
  });

  it('may be a single one, or none', () => {
    expect(planTogether([]).plans).toEqual([]);
    expect(planTogether([input(0)]).plans[0]?.data.items).toHaveLength(2);
  });
});
