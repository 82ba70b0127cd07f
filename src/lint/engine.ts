import type { Draft } from '#draft/draft.js';
import type { LanguageModel } from '#tweet/language.js';
import { isWithin, MAX_CHARACTERS, type Span } from '#tweet/bounds.js';
import type { Lexicon } from '#words/lexicon.js';
import type { LintConfig } from './config-schema.js';
import { inOrder, applyEdits } from './edits.js';
import { defaultValues, type OptionValue, readSetting, type RuleLevel, type Setting } from './options.js';
import { computeScore, type Cap, type Score, unscoredKind } from './score.js';
import type { Facts } from './facts.js';
import type { Finding, LintReport, Loss, Reason, RuleResult, Severity, Suggestion } from './finding.js';
import { fill } from './message.js';
import { lazy } from '#base/lazy.js';
import type { Locale } from '#base/locale.js';
import type { AnyReporter, Rule } from './rule.js';
import { prepare, type Proofreader, type Subject } from './subject.js';

/** What a draft is judged with. */
export interface LintOptions {
  readonly rules: readonly Rule[];
  readonly lexicons: readonly Lexicon[];
  readonly config?: LintConfig | undefined;
  readonly facts?: Facts | undefined;
  /** Decides the language where the draft's own words do not. */
  readonly languageModel?: LanguageModel | undefined;
  /** Finds slips of spelling and grammar; none are looked for without it. */
  readonly proofreader?: Proofreader | undefined;
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
    proofreader: options.proofreader,
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

/** How a prepared draft is judged. */
interface SubjectOptions extends LintOptions {
  /** Suggestions are not tried: for a search that judges what comes of them itself. */
  readonly untried?: boolean;
}

/** `lint` of a draft that is prepared already, with the same options. */
export function lintSubject(subject: Subject, options: SubjectOptions): LintReport {
  const { text, language, length } = subject;
  const unscored = unscoredKind(subject.draft);
  const judged = judgeAll(subject, options, options.rules, true);
  const results = chargePlan(judged);
  const found = judged.flatMap(({ findings }) => findings);
  const { exactText, exact, ...score } = computeScore(
    results,
    judged.flatMap(({ caps }) => caps),
  );
  const base = { text, language: language ?? null, length, unscored };
  if (unscored !== null) {
    // What X refuses is refused in an answer as well.
    const refused = judged.flatMap(({ findings, refusals }) => findings.filter((finding) => refusals.has(finding)));
    const rules = results.map((result) => ({
      ...result,
      score: null,
      judged: 0,
      open: false,
      losses: [],
      reasons: [],
    }));
    const { textScore, score: none, terms, caps, open } = computeScore(rules);
    return { ...base, textScore, score: none, terms, caps, open, rules, findings: refused.sort(byPlace) };
  }
  const findings =
    options.untried === true || score.textScore === null
      ? found
      : withoutHarm(found, { exactText, exact }, subject, options);
  return { ...base, ...score, rules: results, findings: [...findings].sort(byPlace) };
}

/** The text score before it is rounded. */
export const exactTextScore = ({ rules: results, caps, textScore }: LintReport): number =>
  textScore === null ? 0 : computeScore(results, caps).exactText;

function judgeAll(
  subject: Subject,
  { config = {}, locale = 'en' }: LintOptions,
  rules: readonly Rule[],
  suggests: boolean,
): Judgement[] {
  const disabled = new Set(subject.draft.disabled);
  return rules.map((rule) => {
    const setting = readSetting(config.rules?.[rule.id]);
    return evaluateRule(rule, subject, {
      setting: disabled.has(rule.id) ? { ...setting, level: 'off' } : setting,
      locale,
      suggests,
    });
  });
}

/**
 * Characters that are judged for trying suggestions: 40 suggestions for an ordinary post, two for the longest text. What
 * is not tried is not suggested. @source own choice: a text of 4,800 characters is to be judged within 0.1 s
 */
const TRIED_CHARACTERS = 12_000;
const LEAST_TRIED = 2;

/**
 * Findings without the suggestions that would lower the text score or the whole: what is advised never costs points.
 * Each is tried when suggestions are first read: a caller who wants the score alone does not wait for them.
 */
function withoutHarm(
  findings: readonly Finding[],
  before: Pick<Score, 'exactText' | 'exact'>,
  subject: Subject,
  options: LintOptions,
): readonly Finding[] {
  const { draft } = subject;
  // Without a campaign nothing but the text can change.
  const rules = draft.campaign === undefined ? options.rules.filter((rule) => partOf(rule) === 'text') : options.rules;
  let left = Math.max(LEAST_TRIED, Math.floor(TRIED_CHARACTERS / Math.max(1, subject.text.length)));
  const isHarmless = (suggestion: Suggestion): boolean => {
    if (harmless.has(suggestion)) return true;
    left -= 1;
    if (left < 0) return false;
    const text = applyEdits(subject.text, suggestion.edits);
    const judged = judgeAll(prepareDraft({ ...draft, text }, options), options, rules, false);
    const after = computeScore(
      chargePlan(judged),
      judged.flatMap(({ caps }) => caps),
    );
    return (
      after.exactText >= before.exactText - ROUNDING &&
      (draft.campaign === undefined || after.exact >= before.exact - ROUNDING)
    );
  };
  return findings.map((finding) => suggesting(finding, () => finding.suggestions.filter(isHarmless)));
}

/** A finding whose suggestions are worked out when they are first read. */
const suggesting = (finding: Omit<Finding, 'suggestions'>, workOut: () => readonly Suggestion[]): Finding => {
  const { rule, messageId, severity, message, data, span } = finding;
  const suggestions = lazy(workOut);
  const get = (): readonly Suggestion[] => suggestions();
  const whole = { rule, messageId, severity, message, data, span };
  return Object.defineProperty(whole, 'suggestions', { get, enumerable: true }) as unknown as Finding;
};

/** Suggestions that change no word and no length. */
const harmless = new WeakSet<Suggestion>();

/** Sums in another order differ by less. */
const ROUNDING = 1e-9;

/** The results, with what the plan of a campaign costs moved to the rules on the plan. */
function chargePlan(judged: readonly Judgement[]): RuleResult[] {
  const charged = judged.flatMap(({ charges }) => charges);
  return judged.map(({ result }) => {
    const own = charged.filter(({ rule }) => rule === result.id).map(({ loss }) => loss);
    if (own.length === 0 || result.score === null) return result;
    return withLosses(result, [...result.losses, ...own]);
  });
}

function withLosses(result: RuleResult, losses: readonly Loss[]): RuleResult {
  const possible = result.weight * result.judged;
  const lost = losses.reduce((sum, { points }) => sum + points, 0);
  const score = possible === 0 ? result.score : Math.max(0, possible - lost) / possible;
  return { ...result, score, losses };
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

const LAST_TEXT_RULE = 6;
const partOf = ({ number }: Rule): RuleResult['part'] => (number <= LAST_TEXT_RULE ? 'text' : 'plan');

/** What one rule said of a draft. */
interface Judgement {
  readonly result: RuleResult;
  readonly findings: readonly Finding[];
  readonly caps: readonly Cap[];
  /** Losses of other rules. */
  readonly charges: readonly { readonly rule: string; readonly loss: Loss }[];
  /** Those of its findings that say that X refuses the post. */
  readonly refusals: ReadonlySet<Finding>;
}

interface Circumstances {
  readonly setting: Setting;
  readonly locale: Locale;
  /** Whether suggestions are wanted, which take longer than the score. */
  readonly suggests: boolean;
}

function evaluateRule(rule: Rule, subject: Subject, { setting, locale, suggests }: Circumstances): Judgement {
  const { id, number, title, evidence } = rule;
  const weight = setting.weight ?? rule.weight;
  // Penalties are points of the rule's own weight; a weight of the user's scales them with it.
  const scale = rule.weight === 0 ? 0 : weight / rule.weight;
  const findings: Finding[] = [];
  const reasons: Reason[] = [];
  const losses: Loss[] = [];
  const charges: { rule: string; loss: Loss }[] = [];
  const caps: Cap[] = [];
  const refusals = new Set<Finding>();
  const turnedOff = setting.level === 'off';
  const part = partOf(rule);
  const base = { id, number, part, title, weight, evidence, turnedOff, reasons, judged: 0, open: false, score: null };
  if (turnedOff) return { result: { ...base, losses }, findings, caps, charges, refusals };
  const reporter: AnyReporter = {
    find(messageId, data, { span, suggestions = [], share = 1, quiet = false } = {}) {
      const spec = known(rule.messages[messageId], rule, messageId);
      const message = fill(spec.text, data, locale);
      const points = (spec.penalty ?? 0) * Math.min(1, Math.max(0, share));
      if (points > 0) {
        const loss = { messageId, message, points: spec.countsFor === undefined ? points * scale : points };
        if (spec.countsFor === undefined) losses.push(loss);
        else charges.push({ rule: spec.countsFor, loss });
      }
      if (spec.cap !== undefined) caps.push({ rule: id, messageId, at: spec.cap });
      if (quiet) return;
      const finding = suggesting(
        {
          rule: id,
          messageId,
          severity: severityAt(setting.level, spec.severity),
          message,
          data,
          span: checkedSpan(span, subject, rule),
        },
        () => (!suggests ? [] : typeof suggestions === 'function' ? suggestions() : suggestions),
      );
      findings.push(finding);
      if (spec.severity === 'error' && spec.cap === undefined) refusals.add(finding);
    },
    suggest(fixId, data, edits): Suggestion {
      const spec = known(rule.fixes[fixId], rule, fixId);
      for (const { span } of edits) checkedSpan(span, subject, rule);
      const suggestion: Suggestion = {
        id: `${rule.id}/${fixId}`,
        title: fill(spec.text, data, locale),
        data,
        edits: inOrder(subject.text, edits),
        safe: spec.safe,
      };
      if (spec.harmless === true) harmless.add(suggestion);
      return suggestion;
    },
    cannotJudge(reasonId, data) {
      const text = known(rule.reasons[reasonId], rule, reasonId);
      reasons.push({ reasonId, message: fill(text, data, locale), data });
      return undefined;
    },
  };
  const judged = rule.check(subject, reporter, resolveOptions(rule, setting));
  const share = typeof judged === 'number' ? Math.min(1, Math.max(0, judged)) : 0;
  const result: RuleResult =
    share === 0
      ? { ...base, losses: [], open: judged === 'open' }
      : withLosses({ ...base, judged: share, score: 1, losses: [] }, losses);
  return { result, findings, caps, charges, refusals };
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
