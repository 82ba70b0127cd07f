import type { LanguageCode } from '#tweet/language.js';
import type { Span } from '#tweet/bounds.js';
import type { LengthParts } from '#tweet/weight.js';
import type { MessageData } from './message.js';

/** `error`: X would refuse the post, or the campaign would break. `info`: a hint that costs no points by itself. */
export type Severity = 'error' | 'warning' | 'info';

/** Puts `text` in place of what `span` covers; an empty span inserts. Offsets are UTF-16, into the draft's text. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** One fix of a finding. A safe one keeps the meaning however the text is read: `--fix` applies it. */
export interface Suggestion {
  /** The rule and its fix: `hashtags/tag`. */
  readonly id: string;
  readonly title: string;
  readonly data: MessageData;
  readonly edits: readonly Edit[];
  readonly safe: boolean;
}

/** What a rule found. Without a span it concerns the draft as a whole, or what the text does not show. */
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

/** Why a rule, or a part of it, did not judge. */
export interface Reason {
  readonly reasonId: string;
  readonly message: string;
  readonly data: MessageData;
}

/** The result of one rule for a draft. `score` is 0..1, or null when the rule is off or could not judge. */
export interface RuleResult {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly score: number | null;
  readonly weight: number;
  readonly evidence: Evidence;
  /** Whether the draft or the configuration turns it off. */
  readonly turnedOff: boolean;
  /** Why the rule did not judge, or which part of it. */
  readonly reasons: readonly Reason[];
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
