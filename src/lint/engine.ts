import type { Draft } from '#draft/draft.js';
import type { LanguageModel } from '#tweet/language.js';
import { isWithin, MAX_CHARACTERS, type Span } from '#tweet/bounds.js';
import type { Lexicon } from '#words/lexicon.js';
import type { LintConfig } from './config-schema.js';
import { inOrder } from './edit-builders.js';
import type { Facts } from './facts.js';
import type { Finding, LintReport, Reason, RuleResult, Severity, Suggestion } from './finding.js';
import { fill } from './message.js';
import type { Locale } from '#base/locale.js';
import { defaultValues, type OptionValue } from './options.js';
import type { AnyReporter, Rule } from './rule.js';
import { computeScore } from './score.js';
import { readSetting, type RuleLevel, type Setting } from './setting.js';
import { prepare, type Subject } from './subject.js';

/** What a draft is judged with. */
export interface LintOptions {
  readonly rules: readonly Rule[];
  readonly lexicons: readonly Lexicon[];
  readonly config?: LintConfig | undefined;
  readonly facts?: Facts | undefined;
  /** Decides the language where the draft's own words do not. */
  readonly languageModel?: LanguageModel | undefined;
  /** How numbers and dates are written in messages, whose texts come with the rules; English by default. */
  readonly locale?: Locale | undefined;
}

/**
 * A draft prepared as `lint` does it, for steps that look at it themselves before it is judged.
 * @throws TextTooLongError when the text is longer than is read at all.
 */
export function prepareDraft(draft: Draft, { config = {}, ...options }: LintOptions): Subject {
  return prepare(draft, {
    lexicons: options.lexicons,
    facts: options.facts,
    limit: config.limit,
    language: config.lang,
    languageModel: options.languageModel,
    links: config.links,
    // An account with a higher limit may write longer texts than the ordinary bound; every limit needs two units a point.
    maxCharacters: config.limit === undefined ? undefined : Math.max(MAX_CHARACTERS, config.limit * 2),
  });
}

/**
 * Judges a draft by the rules given. Pure: the same draft, rules, configuration and facts give the same report.
 * @throws TextTooLongError when the text is longer than is read at all.
 */
export const lint = (draft: Draft, options: LintOptions): LintReport =>
  lintSubject(prepareDraft(draft, options), options);

/** `lint` of a draft that is prepared already, with the same options. */
export function lintSubject(subject: Subject, { rules, config = {}, locale = 'en' }: LintOptions): LintReport {
  const { draft } = subject;
  const disabled = new Set(draft.disabled);
  const judged = rules.map((rule) => {
    const setting = readSetting(config.rules?.[rule.id]);
    return evaluateRule(rule, subject, disabled.has(rule.id) ? { ...setting, level: 'off' } : setting, locale);
  });
  const results = judged.map(({ result }) => result);
  const { text, language, length } = subject;
  return {
    text,
    language: language ?? null,
    score: computeScore(results),
    length,
    rules: results,
    findings: judged.flatMap(({ findings }) => findings).sort(byPlace),
  };
}

/** In reading order; findings on the whole come last, and the order of the rules breaks ties. */
function byPlace(a: Finding, b: Finding): number {
  if (a.span === null || b.span === null) return Number(a.span === null) - Number(b.span === null);
  return a.span.start - b.span.start || a.span.end - b.span.end;
}

/** The severity of a finding once the user has said how strict the rule is to be. Hints stay hints. */
function severityAt(level: RuleLevel, severity: Severity): Severity {
  if (level === 'warn' && severity === 'error') return 'warning';
  if (level === 'error' && severity === 'warning') return 'error';
  return severity;
}

function evaluateRule(
  rule: Rule,
  subject: Subject,
  setting: Setting,
  locale: Locale,
): { result: RuleResult; findings: readonly Finding[] } {
  const { id, number, title, evidence } = rule;
  const weight = setting.weight ?? rule.weight;
  const base = { id, number, title, weight, evidence, turnedOff: setting.level === 'off' };
  if (base.turnedOff) return { result: { ...base, score: null, reasons: [] }, findings: [] };
  const findings: Finding[] = [];
  const reasons: Reason[] = [];
  const reporter: AnyReporter = {
    find(messageId, data, at = {}) {
      const spec = known(rule.messages[messageId], rule, messageId);
      findings.push({
        rule: id,
        messageId,
        severity: severityAt(setting.level, spec.severity),
        message: fill(spec.text, data, locale),
        data,
        span: checkedSpan(at.span, subject, rule),
        suggestions: at.suggestions ?? [],
      });
    },
    suggest(fixId, data, edits): Suggestion {
      const spec = known(rule.fixes[fixId], rule, fixId);
      for (const { span } of edits) checkedSpan(span, subject, rule);
      return {
        id: `${rule.id}/${fixId}`,
        title: fill(spec.text, data, locale),
        data,
        edits: inOrder(subject.text, edits),
        safe: spec.safe,
      };
    },
    cannotJudge(reasonId, data) {
      const text = known(rule.reasons[reasonId], rule, reasonId);
      reasons.push({ reasonId, message: fill(text, data, locale), data });
      return undefined;
    },
  };
  const score = rule.check(subject, reporter, resolveOptions(rule, setting));
  const bounded = score === undefined ? null : Math.min(1, Math.max(0, score));
  return { result: { ...base, score: bounded, reasons }, findings };
}

const resolveOptions = ({ options }: Rule, setting: Setting): Readonly<Record<string, OptionValue>> =>
  Object.keys(setting.options).length === 0
    ? defaultValues(options)
    : { ...defaultValues(options), ...setting.options };

function known<Spec>(spec: Spec | undefined, rule: Rule, id: string): Spec {
  if (spec === undefined) throw new Error(`the rule ${rule.id} has no text "${id}"`);
  return spec;
}

/** Spans come from rules, and edits are applied to the user's file: one that leaves the text is our bug. */
function checkedSpan(span: Span | undefined, { text }: Subject, rule: Rule): Span | null {
  if (span === undefined) return null;
  if (isWithin(span, text)) return span;
  throw new Error(`the rule ${rule.id} points outside the text: ${span.start} to ${span.end} of ${text.length}`);
}
