// A text on its way from a draft to a rewrite.
import type { Draft } from '#draft/draft.js';
import { exactTextScore, lintSubject, prepareDraft, type LintOptions } from '#lint/engine.js';
import type { LintReport } from '#lint/finding.js';
import type { MessageData } from '#lint/message.js';
import type { Subject } from '#lint/subject.js';
import type { Proposal } from './operations.js';
import { isRepair } from './steps.js';

/** An operation that a rewrite is made of. */
export interface AppliedOperation {
  /** A rule's fix (`hashtags/tag`) or one of the rewriter's own: `imperative`, `interest-first`, `link-last` … */
  readonly operation: string;
  readonly data: MessageData;
  /** What it did, in the language of the run, where a rule's fix did it. */
  readonly title?: string;
}

/** A text on its way from a draft, with what was done to it. */
export interface State {
  readonly draft: Draft;
  readonly subject: Subject;
  readonly report: LintReport;
  readonly operations: readonly AppliedOperation[];
  readonly replaced: readonly string[];
  readonly dropsNegation: boolean;
  /** Whether one of the rewriter’s own operations on wording made it. */
  readonly isReworded: boolean;
  /** Whether a correction did without which nobody would post it. */
  readonly isRepaired: boolean;
}

/** Whether more than tags and blanks were changed. */
export const isBetterWorded = ({ isReworded, isRepaired }: State): boolean => isReworded || isRepaired;

/** Its text score, 0..100; 0 where it has none. */
export const stateScore = ({ report }: State): number => report.textScore ?? 0;
/** Its text score before rounding. */
export const exactScore = ({ report }: State): number => exactTextScore(report);
/** How many errors a report holds. */
export const countErrors = ({ findings }: LintReport): number =>
  findings.filter(({ severity }) => severity === 'error').length;

/** The state of a draft before any change, and the options that keep its language: a shorter text may look like another one's. */
export function startState(
  draft: Draft,
  options: LintOptions,
): { readonly start: State; readonly options: LintOptions } {
  const subject = prepareDraft(draft, options);
  const fixed = {
    ...options,
    config: { ...options.config, ...(subject.language && { lang: subject.language }) },
  };
  const start: State = {
    draft,
    subject,
    report: lintSubject(subject, { ...fixed, untried: true }),
    operations: [],
    replaced: [],
    dropsNegation: false,
    isReworded: false,
    isRepaired: false,
  };
  return { start, options: fixed };
}

/** What a state becomes by proposals that give it another text. */
export function step(
  { draft, operations, replaced, dropsNegation, isReworded, isRepaired }: State,
  proposals: readonly Proposal[],
  text: string,
  options: LintOptions,
): State {
  const changed = { ...draft, text };
  const subject = prepareDraft(changed, options);
  return {
    draft: changed,
    subject,
    report: lintSubject(subject, { ...options, untried: true }),
    operations: [
      ...operations,
      ...proposals.map(({ operation, data, title }) => ({ operation, data, ...(title !== undefined && { title }) })),
    ],
    replaced: [...replaced, ...proposals.flatMap(({ replaces = [] }) => replaces)],
    dropsNegation: dropsNegation || proposals.some((proposal) => proposal.dropsNegation === true),
    isReworded: isReworded || proposals.some(({ isOfWording = false }) => isOfWording),
    isRepaired: isRepaired || proposals.some(({ operation }) => isRepair(operation)),
  };
}
