// What one rule says of a draft: its findings, what they cost, and the share of its weight that is left.
import { lazy } from '#base/lazy.js';
import type { Locale } from '#base/locale.js';
import { isWithin, type Span } from '#tweet/bounds.js';
import { inOrder } from './edits.js';
import type { Finding, Loss, Reason, RuleResult, Severity, Suggestion } from './finding.js';
import { fill, type MessageData } from './message.js';
import { defaultValues, type OptionValue, type RuleLevel, type Setting } from './options.js';
import type { AnyReporter, Rule } from './rule.js';
import { type Cap, shareLeft } from './score.js';
import { isOnLines, type Subject } from './subject.js';
import { neverTried } from './trial.js';

const LAST_TEXT_RULE = 6;
/** Whether a rule judges the text, or what is planned around it. */
export const partOf = ({ number }: Rule): RuleResult['part'] => (number <= LAST_TEXT_RULE ? 'text' : 'plan');

/** What rules said of a draft, each adding to it. */
export interface Judgement {
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

/** How a rule is set, and what is wanted of it. */
interface Circumstances {
  readonly setting: Setting;
  readonly locale: Locale;
  /** Whether nothing is wanted but what the score is made of: no findings, suggestions and texts, which take longer. */
  readonly scoreOnly: boolean;
}

/** The severity of a finding once the user has said how strict the rule is to be. Hints stay hints. */
function severityAt(level: RuleLevel, severity: Severity): Severity {
  if (level === 'warn' && severity === 'error') return 'warning';
  if (level === 'error' && severity === 'warning') return 'error';
  return severity;
}

/** Stands for every suggestion where none are wanted. */
const UNWANTED: Suggestion = { id: '', title: '', data: {}, edits: [], safe: false };

/**
 * The result of one rule; what else it says is added to the judgement.
 * @throws Error for a message, fix or span that the rule has not got: a fault of ours.
 */
export function evaluateRule(
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
