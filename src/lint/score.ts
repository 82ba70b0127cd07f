import type { CapTerm, Loss, OpenTerm, RuleResult, ScoreTerm, Unscored } from './finding.js';
import { lazy } from '#base/lazy.js';
import type { Draft } from '#draft/draft.js';
import { findEntities } from '#tweet/entities.js';

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

const weightOf = ({ weight, judged, score, open }: RuleResult): number =>
  open ? weight : score === null ? 0 : weight * judged;
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** What losses leave of the points that a rule could earn, 0..1. */
export function shareLeft(possible: number, losses: readonly Loss[]): number {
  if (possible === 0) return 1;
  const lost = losses.reduce((sum, { points }) => sum + points, 0);
  return Math.max(0, possible - lost) / possible;
}

/**
 * The text score: what the rules on the text earned of what they could judge, not above the lowest cap. The whole: three
 * quarters of it, and a quarter for what is planned; what is not planned is open and takes nothing away. Rules that are
 * off or could not judge weigh nothing: not knowing is no fault of the draft. Without any rule on a plan the text is all.
 */
export function computeScore(results: readonly RuleResult[], found: readonly Cap[] = []): Score {
  const onText = results.filter((result) => result.part === 'text' && !result.open);
  const onPlan = results.filter((result) => result.part !== 'text');
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

const REPOST = /^RT\s+[@＠]\w/;
/** How answers begin in lower case; otherwise the sentence behind a name begins anew, with a capital, a figure or a sign. */
const ANSWER = lazy(
  () =>
    /^(?:[\p{Lu}\p{N}(,:¡¿«“"]|\p{Extended_Pictographic}|(?:merci|oui|non|bonjour|bonsoir|salut|coucou|désolée?|thanks|thank|thx|yes|no|hi|hello|hey|sorry|ok|okay|lol)(?![\p{L}\p{N}]))/u,
);

/**
 * Whether a draft answers somebody (it opens with a mention, and its own sentence begins behind it) or repeats the post
 * of another. What has a campaign, a link in the front matter or tags is meant as a post.
 */
export function unscoredKind({ text, campaign, link }: Draft): Unscored | null {
  if (!/^\s*(?:RT\s+)?[@＠]/.test(text)) return null;
  if (campaign !== undefined || link !== undefined) return null;
  if (REPOST.test(text.trimStart())) return 'repost';
  const entities = findEntities(text);
  // Tags are there to be found by strangers.
  if (entities.some(({ type }) => type === 'hashtag')) return null;
  let at = 0;
  for (const { type, span } of entities) {
    if (type !== 'mention' || text.slice(at, span.start).trim() !== '') break;
    at = span.end;
  }
  return at > 0 && ANSWER().test(text.slice(at).trimStart()) ? 'reply' : null;
}
