import type { Finding } from '#lint/finding.js';

/**
 * Why a text is refused; `what` is the link, figure, handle or word that it is about. A variant is also refused for a
 * finding of a rule.
 */
export type Refusal =
  | {
      readonly code: 'lostLink' | 'newLink' | 'figure' | 'lostMention' | 'stranger' | 'lostWord' | 'newWord';
      readonly what: string;
    }
  | { readonly code: 'negation' | 'tooLong' | 'rule' | 'noBetter' | 'tooClose' }
  | { readonly code: 'finding'; readonly finding: Pick<Finding, 'rule' | 'messageId' | 'message' | 'data'> };

/** A reason with how often it came up. */
export interface RefusalCount {
  readonly refusal: Refusal;
  readonly count: number;
}

/** Each different refusal once, the most frequent first. */
export function countRefusals(refusals: readonly Refusal[]): RefusalCount[] {
  const counts = new Map<string, { refusal: Refusal; count: number }>();
  for (const refusal of refusals) {
    const key = JSON.stringify(refusal);
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { refusal, count: 1 });
    else known.count += 1;
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
