import type { Draft } from '#draft/draft.js';
import type { LanguageModel } from '#tweet/language.js';
import { isWithin, MAX_CHARACTERS, type Span } from '#tweet/bounds.js';
import type { Lexicon } from '#words/lexicon.js';
import type { LintConfig } from './config-schema.js';
import { inOrder } from './edits.js';
import { defaultValues, type OptionValue, readSetting, type RuleLevel, type Setting } from './options.js';
import { computeScore, type Cap, shareLeft, unscoredKind } from './score.js';
import type { Facts } from './facts.js';
import type { Finding, LintReport, Loss, Reason, RuleResult, Severity, Suggestion } from './finding.js';
import { fill, type MessageData } from './message.js';
import { lazy } from '#base/lazy.js';
import type { Locale } from '#base/locale.js';
import type { AnyReporter, Rule } from './rule.js';
import { isOnLines, prepare, type Proofreader, type Subject } from './subject.js';
import { neverTried, trialOf } from './trial.js';

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
  const { text, language = null, length } = subject;
  const unscored = unscoredKind(subject.draft);
  const judged = judgeAll(subject, options, options.rules);
  const charged = chargePlan(judged);
  const rules = unscored === null ? charged : charged.map(unjudged);
  const whole = computeScore(rules, unscored === null ? judged.caps : []);
  const { textScore, score, terms, caps, open } = whole;
  if (unscored === null && options.untried !== true && textScore !== null) {
    const tried = rulesTried(subject.draft, options.rules);
    judged.trial.isHarmless = trialOf(whole, subject, (draft) => {
      const again = judgeAll(prepareDraft(draft, options), options, tried, true);
      return computeScore(chargePlan(again), again.caps);
    });
  }
  // What X refuses is refused in an answer as well.
  const isShown = (finding: Finding): boolean => unscored === null || judged.refusals.has(finding);
  return {
    text,
    language,
    length,
    unscored,
    textScore,
    score,
    terms,
    caps,
    open,
    rules,
    findings: judged.findings.filter(isShown).sort(byPlace),
    asides: unscored === null ? judged.asides : [],
  };
}

/** A result of a rule on a text that is not scored. */
const unjudged = (result: RuleResult): RuleResult => ({
  ...result,
  score: null,
  judged: 0,
  open: false,
  losses: [],
  reasons: [],
});

/** The text score before it is rounded. */
export const exactTextScore = ({ rules: results, caps, textScore }: LintReport): number =>
  textScore === null ? 0 : computeScore(results, caps).exactText;

function judgeAll(
  subject: Subject,
  { config = {}, locale = 'en' }: LintOptions,
  rules: readonly Rule[],
  scoreOnly = false,
): Judgement {
  const judgement: Judgement = {
    results: [],
    findings: [],
    asides: [],
    caps: [],
    charges: [],
    refusals: new Set(),
    trial: {},
  };
  const { disabled = [] } = subject.draft;
  for (const rule of rules) {
    const setting = readSetting(config.rules?.[rule.id]);
    const circumstances = {
      setting: disabled.includes(rule.id) ? { ...setting, level: 'off' as const } : setting,
      locale,
      scoreOnly,
    };
    judgement.results.push(evaluateRule(rule, subject, circumstances, judgement));
  }
  return judgement;
}

/** The results, with what the plan of a campaign costs moved to the rules on the plan. */
function chargePlan({ results, charges }: Judgement): readonly RuleResult[] {
  if (charges.length === 0) return results;
  return results.map((result) => {
    const own = charges.filter(({ rule }) => rule === result.id).map(({ loss }) => loss);
    if (own.length === 0 || result.score === null) return result;
    const losses = [...result.losses, ...own];
    return { ...result, score: shareLeft(result.weight * result.judged, losses), losses };
  });
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

/** The rules by which a change of the text can cost points: without a campaign, those on the text. */
const rulesTried = ({ campaign }: Draft, rules: readonly Rule[]): readonly Rule[] =>
  campaign === undefined ? rules.filter((rule) => partOf(rule) === 'text') : rules;

const LAST_TEXT_RULE = 6;
const partOf = ({ number }: Rule): RuleResult['part'] => (number <= LAST_TEXT_RULE ? 'text' : 'plan');

/** What rules said of a draft, each adding to it. */
interface Judgement {
  /** One of each rule. */
  readonly results: RuleResult[];
  readonly findings: Finding[];
  readonly asides: Suggestion[];
  readonly caps: Cap[];
  /** Losses of other rules. */
  readonly charges: { readonly rule: string; readonly loss: Loss }[];
  /** The findings that say that X refuses the post. */
  readonly refusals: Set<Finding>;
  /** What suggestions are tried with once the score is known; none are left out without it. */
  readonly trial: { isHarmless?: (suggestion: Suggestion) => boolean };
}

interface Circumstances {
  readonly setting: Setting;
  readonly locale: Locale;
  /** Whether nothing is wanted but what the score is made of: no findings, suggestions and texts, which take longer. */
  readonly scoreOnly: boolean;
}

/** Stands for every suggestion where none are wanted. */
const UNWANTED: Suggestion = { id: '', title: '', data: {}, edits: [], safe: false };

/** The result of one rule; what else it says is added to the judgement. */
function evaluateRule(
  rule: Rule,
  subject: Subject,
  { setting, locale, scoreOnly }: Circumstances,
  { findings, asides, caps, charges, refusals, trial }: Judgement,
): RuleResult {
  const { id, number, title, evidence } = rule;
  const weight = setting.weight ?? rule.weight;
  // Penalties are points of the rule's own weight; a weight of the user's scales them with it.
  const scale = rule.weight === 0 ? 0 : weight / rule.weight;
  const reasons: Reason[] = [];
  const losses: Loss[] = [];
  const turnedOff = setting.level === 'off';
  const offLines = (subject.draft.disabledOnLines ?? []).filter((one) => one.rule === id);
  const write = (text: string, data: MessageData): string => (scoreOnly ? '' : fill(text, data, locale));
  const reporter: AnyReporter = {
    find(messageId, data, { span, suggestions = [], share = 1, quiet = false, aside = false } = {}) {
      if (span !== undefined && isOnLines(span, offLines, subject.text)) return;
      const spec = known(rule.messages[messageId], rule, messageId);
      // Written when first read, like the suggestions: most callers want the score alone.
      let text: string | undefined;
      const written = (): string => (text ??= write(spec.text, data));
      const points = (spec.penalty ?? 0) * Math.min(1, Math.max(0, share));
      if (points > 0) {
        const loss: Loss = {
          messageId,
          get message() {
            return written();
          },
          points: spec.countsFor === undefined ? points * scale : points,
        };
        if (spec.countsFor === undefined) losses.push(loss);
        else charges.push({ rule: spec.countsFor, loss });
      }
      if (spec.cap !== undefined) caps.push({ rule: id, messageId, at: spec.cap });
      if (quiet || scoreOnly) return;
      if (aside) {
        asides.push(...(typeof suggestions === 'function' ? suggestions() : suggestions).filter(({ safe }) => safe));
        return;
      }
      const offered = lazy(() => {
        const all = typeof suggestions === 'function' ? suggestions() : suggestions;
        return trial.isHarmless === undefined ? all : all.filter(trial.isHarmless);
      });
      const finding: Finding = {
        rule: id,
        messageId,
        severity: severityAt(setting.level, spec.severity),
        get message() {
          return written();
        },
        data,
        span: checkedSpan(span, subject, rule),
        get suggestions() {
          return offered();
        },
      };
      findings.push(finding);
      if (spec.severity === 'error' && spec.cap === undefined) refusals.add(finding);
    },
    suggest(fixId, data, edits): Suggestion {
      if (scoreOnly) return UNWANTED;
      const spec = known(rule.fixes[fixId], rule, fixId);
      for (const { span } of edits) checkedSpan(span, subject, rule);
      let filled: string | undefined;
      const suggestion: Suggestion = {
        id: `${rule.id}/${fixId}`,
        get title() {
          return (filled ??= fill(spec.text, data, locale));
        },
        data,
        edits: inOrder(subject.text, edits),
        safe: spec.safe,
      };
      if (spec.harmless === true) neverTried.add(suggestion);
      return suggestion;
    },
    cannotJudge(reasonId, data) {
      const text = known(rule.reasons[reasonId], rule, reasonId);
      reasons.push({ reasonId, message: write(text, data), data });
      return undefined;
    },
  };
  const answer = turnedOff ? undefined : rule.check(subject, reporter, resolveOptions(rule, setting));
  const judged = typeof answer === 'number' ? Math.min(1, Math.max(0, answer)) : 0;
  return {
    id,
    number,
    part: partOf(rule),
    title,
    weight,
    evidence,
    turnedOff,
    reasons,
    judged,
    open: answer === 'open',
    score: judged === 0 ? null : shareLeft(weight * judged, losses),
    losses: judged === 0 ? [] : losses,
  };
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
