import { readFileSync } from 'node:fs';

/** A draft whose faults people wrote down. */
export interface JudgedDraft {
  readonly id: string;
  readonly lang: string;
  /** The source of a draft file. */
  readonly text: string;
  readonly expected: readonly { readonly kind: string }[];
}

/** A draft with the text that a careful editor would publish. */
export interface EditedPair {
  readonly id: string;
  readonly lang: string;
  readonly draft: string;
  readonly edited: string;
}

const read = (path: string): unknown => JSON.parse(readFileSync(`fixtures/judged/${path}.json`, 'utf8'));

/** The drafts that the program may learn from. */
export const readJudgedDrafts = (): readonly JudgedDraft[] =>
  (read('lint/tuning') as { readonly drafts: readonly JudgedDraft[] }).drafts;

/** Pairs that the program may learn from, or those that it may not. */
export const readEditedPairs = (part: 'tuning' | 'held-out'): readonly EditedPair[] =>
  (read(`pairs/${part}`) as { readonly pairs: readonly EditedPair[] }).pairs;
