// The public API: plain data in and out. Everything here is documented in the README and keeps its shape.
import { lexicons } from '#rules/lexicon/index.js';
import { rules as allRules } from '#rules/index.js';
import { rulesIn } from '#rules/locales/rules-in.js';
import { lint as lintWith, type LintOptions } from '#lint/engine.js';
import type { LintReport } from '#lint/finding.js';
import { rewrite as rewriteWith, type Rewrite, type RewriteOptions } from '#rewrite/rewrite.js';
import { planVariants, type VariantOptions, type VariantPlan } from '#rewrite/variants.js';
import { readDraft } from '#draft/draft-file.js';
import type { Draft } from '#draft/draft.js';
import type { PageReading } from '#page/page.js';
import { parseFrontMatter } from '#draft/front-matter.js';
import { languageByModel } from '#tweet/language-model.js';
import { readPage as readPageWith, type PageOptions } from '#page/read-page.js';
import { parseTweet as parse, type ParsedTweet, type ParseOptions } from '#tweet/parse.js';

export type { Lexicon } from '#words/lexicon.js';
export type { Draft, Campaign, Media, Variant, HelpRequest, Ambassador } from '#draft/draft.js';
export type { PageOptions } from '#page/read-page.js';
export type { Page, PageImage, PageQuote, PageReading } from '#page/page.js';
export type { Entity, EntityType } from '#tweet/entities.js';
export type { LengthParts } from '#tweet/weight.js';
export type { ParsedTweet, ParseOptions } from '#tweet/parse.js';
export type { LintConfig } from '#lint/config-schema.js';
export type { Facts, ContactFacts, DemandSource, MediaFacts, PastPost, AmbassadorFacts } from '#lint/facts.js';
export type { Edit, Evidence, Finding, LintReport, RuleResult, Severity, Suggestion } from '#lint/finding.js';
export type { Rule } from '#lint/rule.js';
export { defineRule } from '#lint/rule.js';
export { ConfigError } from '#lint/config.js';
export { checkConfig } from '#lint/config-check.js';
export { applyEdits, compatible } from '#lint/edits.js';
export { DraftError } from '#draft/draft-error.js';
export { TextTooLongError, type Span } from '#tweet/bounds.js';
export type { AppliedOperation } from '#rewrite/state.js';
export type { Rewrite } from '#rewrite/rewrite.js';
export type { Hook, VariantPlan, VariantText } from '#rewrite/variants.js';
export { linkIdentity, isSameLink } from '#tweet/link.js';
export { firstIdAt, idToInstant } from '#tweet/snowflake.js';
export { adviseRepost } from '#timing/decay/advice.js';
export type { Advice, AdviceCause, AdviceInput, AdviceVerb } from '#timing/decay/advice.js';
export { auditScore } from '#evidence/audit.js';
export type { Association, Audit, ScoredPost } from '#evidence/audit.js';
export { estimateHours } from '#timing/hours/hours.js';
export type {
  Habit,
  HourBin,
  HourChoice,
  HoursEstimate,
  HoursOptions,
  ValuedPost,
  Verdict,
} from '#timing/hours/hours.js';
export type { HoursPrior } from '#timing/hours/prior.js';
export { learnEngagementLevel } from '#timing/decay/level.js';
export type { EngagementLevel } from '#timing/decay/level.js';
export { estimateDecay } from '#timing/decay/decay.js';
export type { Duration, EstimateOptions, DecayEstimate, Remaining } from '#timing/decay/decay.js';
export { BIG_ACCOUNT, learnDecayPrior, SMALL_ACCOUNT } from '#timing/decay/prior.js';
export type { LearnOptions, DecayPrior } from '#timing/decay/prior.js';
export { estimateLink, estimatePosts, linkCurve } from '#timing/decay/link-decay.js';
export type { CurvePoint, EstimatedPost, LinkDecay, LinkPost, LinkPostShare } from '#timing/decay/link-decay.js';
export type { Observation } from '#timing/decay/observation.js';
export { planReposts } from '#timing/plan/plan.js';
export type { CostLine, ModePrice, Plan, PlanInput, ShortfallCause } from '#timing/plan/plan.js';
export type { PlannedSlot } from '#timing/plan/explain.js';
export type { PlacedPost } from '#timing/plan/spacing.js';
export { usablePosts } from '#timing/hours/usable-posts.js';
export type { CountedPost, Metric, UsablePosts } from '#timing/hours/usable-posts.js';
export { occurrences } from '#timing/clock/slots.js';
export type { Blackouts, Recurrence, WallSlot } from '#timing/clock/slots.js';
export { lexicons };

/** The ten rules, in order. */
export const rules = allRules;

/**
 * Entities, weighted length, validity and language of a text.
 * @throws TextTooLongError beyond 5,000 characters, or what the options say.
 */
export const parseTweet = (text: string, options: ParseOptions = {}): ParsedTweet =>
  parse(text, { languageModel: languageByModel, ...options });

/**
 * Reads the text of a draft file.
 * @throws DraftError with every fault of its front matter; TextTooLongError.
 */
export const parseDraft = (source: string): Draft => readDraft(source, parseFrontMatter).draft;

/** What a draft is judged with: everything is optional here. */
export type LintDraftOptions = Partial<LintOptions>;

/** Judges a draft by the ten rules, or by those given. Pure: give `facts.now` for what depends on the date. */
export const lint = (draft: Draft, options: LintDraftOptions = {}): LintReport =>
  lintWith(draft, { rules: rulesIn(options.locale ?? 'en'), lexicons, languageModel: languageByModel, ...options });

/** What a draft is rewritten with: everything is optional here. */
export type RewriteDraftOptions = Partial<RewriteOptions>;

/** The best rewrites of a draft, judged by the ten rules; none when nothing honest makes it better. */
export const rewrite = (draft: Draft, options: RewriteDraftOptions = {}): readonly Rewrite[] =>
  rewriteWith(draft, { rules: rulesIn(options.locale ?? 'en'), lexicons, languageModel: languageByModel, ...options });

/** What variants are planned with: everything is optional here. */
export type PlanVariantsOptions = Partial<VariantOptions>;

/** Texts for `n` reposts of a draft, each unlike the others; says how many are missing rather than shuffle words. */
export const variants = (draft: Draft, n: number, options: PlanVariantsOptions = {}): VariantPlan =>
  planVariants(draft, n, {
    rules: rulesIn(options.locale ?? 'en'),
    lexicons,
    languageModel: languageByModel,
    ...options,
  });

/**
 * Reads a page of HTML, without a network and without running its scripts: what it says, for `draft.page`, and what it
 * says of itself. Every text is verbatim but for white space.
 */
export const readPage = (html: string, options: PageOptions = {}): PageReading => readPageWith(html, options);
