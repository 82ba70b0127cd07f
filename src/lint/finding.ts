import type { LanguageCode } from '#tweet/language.js';
import type { Span } from '#tweet/bounds.js';
import type { LengthParts } from '#tweet/weight.js';
import type { MessageData } from './message.js';

/** Why a draft is not scored: the rules are about posts of one's own that are to last. */
export type Unscored = 'reply' | 'repost';

/**
 * `error`: X refuses or forbids it, it would be untrue when it goes out, or a promise would break. `info`: a remark. What a
 * finding costs is said by the penalty of its message.
 */
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

/** What one message took from a rule. */
export interface Loss {
  readonly messageId: string;
  readonly message: string;
  /** Of the weight of the rule. */
  readonly points: number;
}

/** The result of one rule for a draft. */
export interface RuleResult {
  readonly id: string;
  readonly number: number;
  /** Rules 1 to 6 are about the text, the others about what is planned for it. */
  readonly part: 'text' | 'plan';
  readonly title: string;
  /** 0..1 of what it judged, or null when it is off, open, or could not judge. */
  readonly score: number | null;
  readonly weight: number;
  /** The share of its weight that it judged, 0..1. */
  readonly judged: number;
  /** Whether what it is about is not planned yet: its points can still be earned. */
  readonly open: boolean;
  /** What it lost, in the order of its findings; their points may exceed what it had to lose. */
  readonly losses: readonly Loss[];
  readonly evidence: Evidence;
  /** Whether the draft or the configuration turns it off. */
  readonly turnedOff: boolean;
  /** Why the rule did not judge, or which part of it. */
  readonly reasons: readonly Reason[];
}

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

/** A draft as the rules see it. */
export interface LintReport {
  /** The text that all spans refer to. */
  readonly text: string;
  readonly language: LanguageCode | null;
  /** Rules 1 to 6, 0..100; null when none could judge, or when the draft is not scored. */
  readonly textScore: number | null;
  /** The whole: the text and what is planned for it, 0..100; null when the text has no score. */
  readonly score: number | null;
  /** What the judged rules bring, in points of the whole: with the caps they add up to it. */
  readonly terms: readonly ScoreTerm[];
  /** What holds the text score down: a negative term. */
  readonly caps: readonly CapTerm[];
  /** What is not planned yet, with the points of the whole that planning it can bring. */
  readonly open: readonly OpenTerm[];
  /** Why the draft is not scored: it answers somebody, or repeats the post of another. */
  readonly unscored: Unscored | null;
  readonly length: { readonly weighted: number; readonly limit: number; readonly parts: LengthParts };
  /** In the order of the rules. */
  readonly rules: readonly RuleResult[];
  /** In the order of the text; those without a place come last. */
  readonly findings: readonly Finding[];
  /** What is set right with the safe fixes although no finding speaks of it. */
  readonly asides: readonly Suggestion[];
}
