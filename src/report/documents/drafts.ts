// The documents on drafts: what `lint`, `rewrite` and `rules` give as JSON.
import type { InferOutput } from 'valibot';
import type { Standing, OwnModel } from '#evidence/own-model.js';
import type { JudgedDraft, LocatedFinding } from '#lint/locate.js';
import type { Rule } from '#lint/rule.js';
import type { Refusal, RefusalCount } from '#rewrite/guards.js';
import type { Rewrite } from '#rewrite/rewrite.js';
import type { NoRewrite } from '#rewrite/no-rewrite.js';
import type { LeftFault } from '#rewrite/unfinished.js';
import type { VariantPlan } from '#rewrite/variants.js';
import type { lintSchema, rewriteSchema, variantsSchema } from './draft-schemas.js';
import type { rulesSchema } from './rules-schema.js';

export type LintDocument = InferOutput<typeof lintSchema>;
export type RewriteDocument = InferOutput<typeof rewriteSchema>;
export type VariantsDocument = InferOutput<typeof variantsSchema>;
export type RulesDocument = InferOutput<typeof rulesSchema>;

/** A fault of a file that could not be read: a code, and the line in it where there is one. */
export type FailedDraft = LintDocument['failures'][number];

/** How a draft stands among the account's own posts, by one outcome. */
export interface ReportedStanding extends Standing, Pick<OwnModel, 'posts' | 'unseen'> {
  readonly metric: 'reactions' | 'clicks';
}

/** A judged draft with what `--fix` changed of it. */
export interface FixedJudgement {
  readonly judged: JudgedDraft;
  readonly standings?: readonly ReportedStanding[];
  readonly fix?: { readonly after: string; readonly applied: readonly string[] };
}

type JsonFinding = LintDocument['drafts'][number]['findings'][number];

const toJsonFinding = ({ region, ...finding }: LocatedFinding): JsonFinding => ({
  rule: finding.rule,
  messageId: finding.messageId,
  severity: finding.severity,
  message: finding.message,
  data: finding.data,
  span: finding.span,
  line: region?.line ?? null,
  column: region?.column ?? null,
  endLine: region?.endLine ?? null,
  endColumn: region?.endColumn ?? null,
  suggestions: finding.suggestions.map((suggestion) => ({ ...suggestion, edits: [...suggestion.edits] })),
});

/** How many of each severity there are, over all drafts. */
export function countFindings(drafts: readonly JudgedDraft[]): { errors: number; warnings: number; infos: number } {
  const severities = drafts.flatMap(({ findings }) => findings.map(({ severity }) => severity));
  const count = (wanted: string): number => severities.filter((severity) => severity === wanted).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info') };
}

/** The report of `lint` as `tweetspan/lint@1`. */
export function lintDocument(drafts: readonly FixedJudgement[], failures: readonly FailedDraft[]): LintDocument {
  return {
    schema: 'tweetspan/lint@1',
    drafts: drafts.map(({ judged: { file, report, findings }, standings = [], fix }) => ({
      file,
      language: report.language,
      text: report.text,
      textScore: report.textScore,
      score: report.score,
      unscored: report.unscored,
      terms: [...report.terms],
      caps: [...report.caps],
      open: [...report.open],
      length: report.length,
      rules: report.rules.map(({ id, number, score, weight, judged, open, losses, evidence, turnedOff, reasons }) => ({
        id,
        number,
        score,
        weight,
        grade: evidence.grade,
        turnedOff,
        judged,
        open,
        losses: losses.map(({ messageId, points }) => ({ messageId, points })),
        reasons: reasons.map(({ reasonId, data }) => ({ reasonId, data })),
      })),
      findings: findings.map(toJsonFinding),
      standings: standings.map(({ metric, posts, percentile, low, high, up, down, unseen }) => ({
        metric,
        posts,
        percentile,
        low,
        high,
        up: up.map((move) => ({ ...move })),
        down: down.map((move) => ({ ...move })),
        unseen: { ...unseen },
      })),
      ...(fix && { fix: { applied: [...fix.applied], source: fix.after } }),
    })),
    failures: [...failures],
    summary: {
      drafts: drafts.length,
      failures: failures.length,
      ...countFindings(drafts.map(({ judged }) => judged)),
    },
  };
}

/** Texts that were rejected, by their origin and the reason. */
export type RefusedTexts = readonly (RefusalCount & { readonly origin: Rewrite['origin'] })[];

/** A draft before any change. */
interface Before {
  readonly text: string;
  readonly textScore: number | null;
}

const toJsonRefusal = (refusal: Refusal): RewriteDocument['refused'][number]['refusal'] => ({
  code: refusal.code,
  ...('what' in refusal && { what: refusal.what }),
  ...('finding' in refusal && { finding: { ...refusal.finding } }),
});

function toJsonFault(fault: LeftFault): RewriteDocument['left'][number] {
  if (fault.code !== 'finding') return { code: fault.code };
  const { rule, messageId, message, data } = fault.finding;
  return { code: fault.code, finding: { rule, messageId, message, data } };
}

interface RewriteResult {
  readonly rewrites: readonly Rewrite[];
  readonly why: NoRewrite | undefined;
  readonly left: readonly LeftFault[];
  readonly unfinished: string | undefined;
  readonly tried: number;
  readonly refused: RefusedTexts;
}

/** The results of `rewrite` as `tweetspan/rewrite@1`. */
export function rewriteDocument(
  file: string,
  { text, textScore }: Before,
  { rewrites, why, left, unfinished, tried, refused }: RewriteResult,
): RewriteDocument {
  return {
    schema: 'tweetspan/rewrite@1',
    file,
    before: { text, score: textScore },
    rewrites: rewrites.map(({ operations, edits, gains, left: stays, ...rewrite }) => ({
      ...rewrite,
      operations: operations.map(({ operation, data }) => ({ operation, data })),
      edits: [...edits],
      gains: [...gains],
      left: stays.map(toJsonFault),
    })),
    reason: why ?? null,
    left: left.map(toJsonFault),
    unfinished: unfinished ?? null,
    tried,
    refused: refused.map(({ origin, refusal, count }) => ({ origin, refusal: toJsonRefusal(refusal), count })),
  };
}

/** The results of `rewrite --variants` as `tweetspan/variants@1`. */
export function variantsDocument(
  file: string,
  { text, textScore }: Before,
  requested: number,
  { variants, missing, write, refused }: VariantPlan,
): VariantsDocument {
  return {
    schema: 'tweetspan/variants@1',
    file,
    before: { text, score: textScore },
    requested,
    // Three decimals are all that a likeness of trigrams is worth.
    variants: variants.map(({ strategy = null, ...variant }) => ({
      ...variant,
      strategy,
      nearest: Math.round(variant.nearest * 1000) / 1000,
    })),
    missing,
    hooks: [...write],
    refused: refused.map((variant) => ({ text: variant.text, reason: toJsonRefusal(variant.reason) })),
  };
}

/**
 * Rules with their texts as `tweetspan/rules@1`.
 * @param measured what was measured of each rule, by its id, in the language of the run.
 */
export const rulesDocument = (
  rules: readonly Rule[],
  measured: Readonly<Record<string, readonly string[]>>,
): RulesDocument => ({
  schema: 'tweetspan/rules@1',
  rules: rules.map(({ check: _check, examples, ...rule }) => ({
    ...rule,
    evidence: { ...rule.evidence, measured: [...(measured[rule.id] ?? [])] },
    examples: {
      good: examples.good.map(({ draft }) => ({ draft })),
      bad: examples.bad.map(({ draft, finding = '' }) => ({ draft, finding })),
    },
  })),
});
