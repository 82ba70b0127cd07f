import type { LanguageCode } from '#tweet/language.js';
import type { Span } from '#tweet/span.js';
import type { LengthParts } from '#tweet/weight.js';
import type { MessageData } from './message.js';

/** `error`: X would refuse the post, or the campaign would break. `info`: a hint that costs no points by itself. */
export type Severity = 'error' | 'warning' | 'info';

/** Puts `text` in place of what `span` covers; an empty span inserts. Offsets are UTF-16, into the draft's text. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** One way to mend a finding. A safe one keeps the meaning whatever the reader's eye would say: `--fix` applies it. */
export interface Suggestion {
  /** The rule and its fix: `hashtags/tag`. */
  readonly id: string;
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly safe: boolean;
}

/** One remark of a rule. Without a span it concerns the draft as a whole, or what the text does not show. */
export interface Finding {
  readonly rule: string;
  readonly messageId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly data: MessageData;
  readonly span: Span | null;
  readonly suggestions: readonly Suggestion[];
}

/** How well a claim is founded: by a measurement, by what a platform publishes, or by experience. */
export interface Evidence {
  readonly grade: 'measured' | 'published' | 'advice';
  readonly source: string;
}

/** What one rule says of a draft. `score` is 0..1, or null when the rule could not judge, for the `reason` given. */
export interface RuleResult {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly score: number | null;
  readonly weight: number;
  readonly evidence: Evidence;
  /** Why the rule did not judge, or what part of it. */
  readonly reason?: string;
}

/** A draft as the rules see it. */
export interface LintReport {
  /** The text that all spans refer to. */
  readonly text: string;
  readonly language: LanguageCode | null;
  /** 0..100; null when no rule could judge. */
  readonly score: number | null;
  readonly length: { readonly weighted: number; readonly limit: number; readonly parts: LengthParts };
  /** In the order of the rules. */
  readonly rules: readonly RuleResult[];
  /** In the order of the text; those without a place come last. */
  readonly findings: readonly Finding[];
}
