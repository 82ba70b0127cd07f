import type { Draft } from '#draft/draft.js';
import type { LanguageModel } from '#tweet/language.js';
import { MAX_CHARACTERS } from '#tweet/bounds.js';
import type { Lexicon } from '#words/lexicon.js';
import type { LintConfig } from './config-schema.js';
import { evaluateRule, type Judgement, partOf } from './evaluate-rule.js';
import { readSetting } from './options.js';
import { computeScore, shareLeft, unscoredKind } from './score.js';
import type { Facts } from './facts.js';
import type { Finding, LintReport, RuleResult } from './finding.js';
import type { Locale } from '#base/locale.js';
import type { Rule } from './rule.js';
import { prepare, type Proofreader, type Subject } from './subject.js';
import { trialOf } from './trial.js';

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

/** The rules by which a change of the text can cost points: without a campaign, those on the text. */
const rulesTried = ({ campaign }: Draft, rules: readonly Rule[]): readonly Rule[] =>
  campaign === undefined ? rules.filter((rule) => partOf(rule) === 'text') : rules;
