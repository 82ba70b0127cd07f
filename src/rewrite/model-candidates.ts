import { TextTooLongError } from '#tweet/bounds.js';
import type { Draft } from '#draft/draft.js';
import { findEntities } from '#tweet/entities.js';
import { computeFingerprint, likeness, NEAR_DUPLICATE, reduceText } from '#words/similarity.js';
import type { LintOptions } from '#lint/engine.js';
import { countRefusals, type Refusal, type RefusalCount } from './guards.js';
import { evaluateCandidate, type Rewrite, type RewriteSearch, type Verdict } from './rewrite.js';

/** Our own rewrites and those of a model in one order, and why the others of the model were refused. */
export interface RankedTexts {
  /** The best first. */
  readonly rewrites: readonly Rewrite[];
  readonly refused: readonly RefusalCount[];
}

/**
 * Puts texts that a model wrote among our own rewrites, which keep their order: each in front of the first that scores
 * less, `n` in all. A text from elsewhere must pass every guard, copy
 * its links letter by letter, and be unlike the link's past posts and better texts of the model. It has to keep the draft's
 * words as our own rewrites do: of those, only one that says the very same counts against it.
 */
export function rankWithModelTexts(
  draft: Draft,
  { rewrites: own }: Pick<RewriteSearch, 'rewrites'>,
  texts: readonly string[],
  { n, ...options }: LintOptions & { readonly n: number },
): RankedTexts {
  const refused: Refusal[] = [];
  const candidates = texts.flatMap((text) => {
    const verdict = evaluateText(draft, text, options);
    if ('rewrite' in verdict) return [verdict.rewrite];
    refused.push(verdict.refused);
    return [];
  });
  const kept: Rewrite[] = [];
  const taken = (options.facts?.pastPosts ?? []).map(({ text }) => computeFingerprint(text));
  const ours = new Set(own.map(({ text }) => reduceText(text)));
  for (const rewrite of candidates.sort((a, b) => b.score - a.score)) {
    const print = computeFingerprint(rewrite.text);
    if (ours.has(print.reduced) || taken.some((other) => likeness(print, other) >= NEAR_DUPLICATE)) {
      refused.push({ code: 'tooClose' });
      continue;
    }
    kept.push(rewrite);
    taken.push(print);
  }
  // Our own stay in their order, which is not that of their scores: one that cures more comes before one that only gains.
  const rewrites = own.flatMap((rewrite) => [...kept.splice(0, countAbove(kept, rewrite.score)), rewrite]);
  rewrites.push(...kept);
  return { rewrites: rewrites.slice(0, n), refused: countRefusals(refused) };
}

/** How many at the start of rewrites, the best first, score more. */
function countAbove(rewrites: readonly Rewrite[], score: number): number {
  const end = rewrites.findIndex((rewrite) => rewrite.score <= score);
  return end < 0 ? rewrites.length : end;
}

function evaluateText(draft: Draft, text: string, options: LintOptions): Verdict {
  // The same page by another address (no fragment, no tracking) is another click: `linkIdentity` would let it pass.
  const written = new Set(linksIn(draft.text));
  const changed = linksIn(text).find((link) => !written.has(link));
  if (changed !== undefined) return { refused: { code: 'newLink', what: changed } };
  try {
    return evaluateCandidate(draft, text, options);
  } catch (error) {
    if (error instanceof TextTooLongError) return { refused: { code: 'tooLong' } };
    throw error;
  }
}

const linksIn = (text: string): string[] =>
  findEntities(text).flatMap(({ type, text: written }) => (type === 'link' ? [written] : []));
