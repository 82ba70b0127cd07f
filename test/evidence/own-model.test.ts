import { describe, expect, it } from 'vitest';
import { disagree, learnOwnModel, standingOf, type OwnPost } from '#evidence/own-model.js';
import { PRIORS } from '#evidence/priors.js';
import { standingReport } from '#report/terminal/standing.js';
import { standingSentences } from '#locale/standing.js';
import { createRandom } from '#timing/math/random.js';

const DAY = 86_400_000;

/** Posts of which those with a question mark get fewer reactions, and all others at random. */
function posts(n: number, level = 20): OwnPost[] {
  const { uniform, poisson } = createRandom(7);
  return Array.from({ length: n }, (_, index) => {
    const question = Number(uniform() < 0.4);
    const tags = Number(uniform() < 0.5);
    return {
      at: Date.UTC(2025, 0, 1) + index * DAY,
      value: poisson(level * (question === 1 ? 0.4 : 1)),
      columns: { x_question_mark: question, x_1st_hashtag: tags, x_length_30_to_70: 1, x_link: 1 },
    };
  });
}

const columns = { x_length_30_to_70: 1, x_link: 1, x_1st_hashtag: 1 };
const learn = (own: readonly OwnPost[], metric: 'reactions' | 'clicks' = 'reactions') => {
  const model = learnOwnModel(own, metric);
  if (model === undefined) throw new Error('nothing was learned');
  return model;
};

describe('a model of one account', () => {
  it('claims nothing with fewer than 30 posts, nor where all got the same', () => {
    expect(learnOwnModel(posts(29), 'reactions')).toBeUndefined();
    expect(
      learnOwnModel(
        posts(60).map((post) => ({ ...post, value: 3 })),
        'reactions',
      ),
    ).toBeUndefined();
  });

  it('learns what the account shows, and says how well it did on posts that it had not seen', () => {
    const model = learn(posts(300));
    expect(model.unseen.n).toBe(90);
    expect(model.unseen.correlation).toBeGreaterThan(0.4);
    expect(model.unseen.low).toBeGreaterThan(0);
    const [without, withOne] = [standingOf(model, columns), standingOf(model, { ...columns, x_question_mark: 1 })];
    expect(withOne.percentile).toBeLessThan(without.percentile - 20);
    expect(withOne.down).toContainEqual({ term: 'x_question_mark', has: true });
    expect(without.up).toContainEqual({ term: 'x_question_mark', has: false });
  });

  it('puts a percentile inside its interval, the same at every call', () => {
    const model = learn(posts(60));
    const standing = standingOf(model, columns);
    expect(standing.low).toBeLessThanOrEqual(standing.percentile);
    expect(standing.high).toBeGreaterThanOrEqual(standing.percentile);
    expect(standing.low).toBeGreaterThanOrEqual(0);
    expect(standing.high).toBeLessThanOrEqual(100);
    expect(standingOf(JSON.parse(JSON.stringify(model)), columns)).toEqual(standing);
  });

  it('takes the prior of large accounts from 100 reactions a post, and none for clicks', () => {
    const flat = posts(40, 300).map((post) => ({ ...post, columns: {} }));
    expect(learn(flat).scale).toEqual(PRIORS.large.scale);
    expect(learn(posts(40)).scale).toEqual(PRIORS.ordinary.scale);
    const clicks = learn(
      posts(40).map((post) => ({ ...post, columns: {} })),
      'clicks',
    );
    expect(clicks.weights.every((weight) => weight === 0)).toBe(true);
  });

  it('says when two outcomes point opposite ways', () => {
    const at = (percentile: number, low: number, high: number) => ({ percentile, low, high, up: [], down: [] });
    expect(disagree(at(70, 40, 90), at(30, 10, 60))).toBe(true);
    expect(disagree(at(70, 40, 90), at(60, 30, 80))).toBe(false);
    expect(disagree(at(95, 90, 99), at(60, 50, 70))).toBe(true);
  });
});

describe('the line on the account', () => {
  const standing = {
    metric: 'reactions' as const,
    posts: 120,
    unseen: { correlation: 0.1, low: -0.05, high: 0.24, n: 36 },
    percentile: 62,
    low: 40,
    high: 80,
    up: [{ term: 'x_2nd_hashtag', has: true }],
    down: [{ term: 'x_link', has: false }],
  };
  const view = { color: false, columns: 400 };

  it.each([
    [
      'en',
      /ranked above 62% .*\(80%: 40 to 80\); up: a second hashtag; down: no link\. .*0\.10 .*not yet better than chance/,
    ],
    [
      'fr',
      /classé au-dessus de 62\s% .*\(80\s%\s: 40 à 80\)\s; en plus\s: un deuxième hashtag\s; en moins\s: pas de lien\. .*0,10 .*hasard/,
    ],
  ] as const)('has percentile, terms and correlation, and never a promise: %s', (locale, expected) => {
    const line = standingReport([standing], { ...view, locale });
    expect(line.replace(/\n\s+/g, ' ')).toMatch(expected);
    expect(line).not.toMatch(/will get|obtiendra/);
    expect(standingReport([standing], { color: false, columns: 80, locale }).trimEnd().split('\n').length).toBeLessThan(
      5,
    );
  });

  it('names every term of the priors in each language', () => {
    for (const locale of ['en', 'fr'] as const) {
      expect(Object.keys(standingSentences(locale).terms)).toEqual(
        expect.arrayContaining([...PRIORS.ordinary.columns]),
      );
    }
  });
});
