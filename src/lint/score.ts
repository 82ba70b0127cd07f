import type { RuleResult } from './finding.js';

/** What one rule brings to the whole. */
export interface ScoreTerm {
  /** The rule. */
  readonly id: string;
  /** Points of the whole, 0..100. */
  readonly points: number;
  /** The points that it could have brought. */
  readonly possible: number;
}

/** A finding that holds the text score down, such as words without an order. */
export interface CapTerm {
  readonly rule: string;
  readonly messageId: string;
  /** The highest text score that it leaves, 0..100. */
  readonly at: number;
  /** What it takes from the whole: below zero. */
  readonly points: number;
}

/** What a rule could bring once what it is about is planned. */
export interface OpenTerm {
  readonly id: string;
  readonly points: number;
}

/** A finding with a cap. */
export interface Cap {
  readonly rule: string;
  readonly messageId: string;
  readonly at: number;
}

/** The score of a draft with all that makes it up. */
export interface Score {
  /** 0..100, whole; null when no rule on the text could judge. */
  readonly textScore: number | null;
  /** The text score before it is rounded: small steps count on the way to a large one. */
  readonly exactText: number;
  /** 0..100, whole. */
  readonly score: number | null;
  /** The whole before anything is rounded. */
  readonly exact: number;
  readonly terms: readonly ScoreTerm[];
  readonly caps: readonly CapTerm[];
  readonly open: readonly OpenTerm[];
}

/** Points of the whole that the text can have; the rest is for what is planned around it. */
const TEXT_POINTS = 75;
const LAST_TEXT_RULE = 6;

/** Whether a rule is about the text (1 to 6), not about what is planned for it. */
export const judgesText = ({ number }: { readonly number: number }): boolean => number <= LAST_TEXT_RULE;

const weightOf = ({ weight, judged, score, open }: RuleResult): number =>
  open ? weight : score === null ? 0 : weight * judged;
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/**
 * The text score: what the rules on the text earned of what they could judge, not above the lowest cap. The whole: three
 * quarters of it, and a quarter for what is planned; what is not planned is open and takes nothing away. Rules that are
 * off or could not judge weigh nothing: not knowing is no fault of the draft. Without any rule on a plan the text is all.
 */
export function computeScore(results: readonly RuleResult[], found: readonly Cap[] = []): Score {
  const onText = results.filter((result) => judgesText(result) && !result.open);
  const onPlan = results.filter((result) => !judgesText(result));
  const [textWeight, planWeight] = [sumOf(onText.map(weightOf)), sumOf(onPlan.map(weightOf))];
  if (textWeight === 0) return { textScore: null, exactText: 0, score: null, exact: 0, terms: [], caps: [], open: [] };
  const textPoints = planWeight === 0 ? 100 : TEXT_POINTS;
  const terms = [
    ...onText.flatMap((result) => toTerm(result, textPoints / textWeight)),
    ...onPlan.flatMap((result) => toTerm(result, planWeight === 0 ? 0 : (100 - textPoints) / planWeight)),
  ];
  const open = onPlan.flatMap((result) =>
    result.open && result.weight > 0
      ? [{ id: result.id, points: (result.weight * (100 - textPoints)) / planWeight }]
      : [],
  );
  const uncapped = (100 * sumOf(onText.map((result) => weightOf(result) * (result.score ?? 0)))) / textWeight;
  const [lowest] = [...found].sort((a, b) => a.at - b.at);
  const bites = lowest !== undefined && lowest.at < uncapped;
  const exactText = bites ? lowest.at : uncapped;
  const textScore = Math.round(exactText);
  const planned = sumOf(terms.slice(onText.filter(({ score }) => score !== null).length).map(({ points }) => points));
  return {
    textScore,
    exactText,
    score: Math.round((textScore * textPoints) / 100 + planned),
    exact: (exactText * textPoints) / 100 + planned,
    terms,
    caps: bites ? [{ ...lowest, points: ((lowest.at - uncapped) * textPoints) / 100 }] : [],
    open,
  };
}

function toTerm(result: RuleResult, perWeight: number): ScoreTerm[] {
  const { id, score, open } = result;
  if (score === null || open) return [];
  const possible = weightOf(result) * perWeight;
  return [{ id, points: possible * score, possible }];
}
