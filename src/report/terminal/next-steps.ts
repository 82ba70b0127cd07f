import type { RuleResult } from '#lint/finding.js';
import type { JudgedDraft, LocatedFinding } from '#lint/locate.js';
import type { Locale } from '#base/locale.js';
import type { ScoreTerm } from '#lint/score.js';
import { oneLine } from './width.js';

const WORDS = {
  en: { upTo: 'up to', points: 'points:', campaign: 'plan a campaign to open rules 7 to 10: campaign: { reposts: 2 }' },
  fr: {
    upTo: 'jusqu’à',
    points: 'points :',
    campaign: 'prévoyez une campagne pour ouvrir les règles 7 à 10 : campaign: { reposts: 2 }',
  },
} as const;

/** One decimal, with the comma or the point of the language. */
export const decimal = (value: number, locale: Locale): string =>
  locale === 'fr' ? value.toFixed(1).replace('.', ',') : value.toFixed(1);

const MAX_STEPS = 3;
const RANK = { error: 2, warning: 1, info: 0 } as const;

/** The remark of a rule that matters most: the most severe, and on the draft as a whole before one on a detail. */
const findWorst = (found: readonly LocatedFinding[], id: string): LocatedFinding | undefined =>
  found
    .filter(({ rule }) => rule === id)
    .sort((a, b) => RANK[b.severity] - RANK[a.severity] || Number(a.span !== null) - Number(b.span !== null))[0];

/** The rules with most to gain, each with its weightiest remark; and what opens those that could not judge. */
export function nextSteps(
  { report, findings: found }: JudgedDraft,
  locale: Locale,
  toScoreTerms: (results: readonly RuleResult[]) => readonly ScoreTerm[],
): string[] {
  const words = WORDS[locale];
  const gains = toScoreTerms(report.rules)
    .map(({ id, points, possible }) => ({ id, gain: possible - points, first: findWorst(found, id) }))
    .filter(({ gain, first }) => gain >= 0.5 && first !== undefined)
    .sort((a, b) => b.gain - a.gain)
    .slice(0, MAX_STEPS);
  const steps = gains.map(({ gain, first }) =>
    oneLine(`${words.upTo} +${decimal(gain, locale)} ${words.points} ${first?.message}`),
  );
  const isClosed = (id: string): boolean => report.rules.find((rule) => rule.id === id)?.score === null;
  return ['repeats', 'pin', 'ambassadors'].every(isClosed) ? [...steps, words.campaign] : steps;
}
