// What reports on a draft share: their first line, and what to do next.
import type { Locale } from '#base/locale.js';
import type { RuleResult } from '#lint/finding.js';
import type { JudgedDraft } from '#lint/locate.js';
import { decimal } from '#locale/format.js';
import { lintSentences } from '#locale/lint.js';
import type { Palette } from './style.js';
import { displayWidth, fitEnd, oneLine, padEnd } from './width.js';

/** The first line of a report on one draft: its name, and the score of its text. */
export function draftTitle({ file, report }: JudgedDraft, columns: number, palette: Palette, locale: Locale): string {
  const score = report.textScore === null ? '–/100' : lintSentences(locale).title(report.textScore);
  const room = columns - displayWidth(score) - 1;
  const name = palette.bold(padEnd(fitEnd(oneLine(file), room), room));
  return `${name} ${report.textScore === null ? score : palette.share(report.textScore / 100, score)}`;
}

const MAX_STEPS = 3;
/** Smaller gains are not worth a line. */
const LEAST_GAIN = 0.5;

/**
 * What to do next, weightiest first: the rules that lost most, each by what cost it most, after what holds the whole text
 * down; then what is open, with the points that planning it can bring. What costs nothing is never advised.
 */
export function nextSteps({ report, type }: JudgedDraft, locale: Locale): string[] {
  const sentences = lintSentences(locale);
  const { terms, caps, open, findings, rules } = report;
  const held = caps.map(({ rule, messageId, points }) => ({
    gain: -points,
    message: findings.find((finding) => finding.rule === rule && finding.messageId === messageId)?.message,
  }));
  const lost = terms
    .map(({ id, points, possible }) => ({ gain: possible - points, message: worstLoss(rules, id, findings) }))
    .sort((a, b) => b.gain - a.gain);
  const steps = [...held, ...lost]
    .filter(({ gain, message }) => gain >= LEAST_GAIN && message !== undefined)
    .slice(0, MAX_STEPS)
    .map(({ gain, message }) => oneLine(sentences.gain(decimal(gain, locale), message ?? '')));
  const left = open.reduce((sum, { points }) => sum + points, 0);
  // A warning or an obituary that comes again does harm.
  if (left < LEAST_GAIN || type !== undefined) return steps;
  const points = decimal(left, locale);
  const lacking = open.toSorted((one, other) => other.points - one.points).flatMap(({ id }) => CAMPAIGN_KEYS[id] ?? []);
  const isPlanned = open.every(({ id }) => id !== 'repeats') && lacking.length > 0;
  return [...steps, isPlanned ? sentences.completeCampaign(points, lacking) : sentences.planCampaign(points)];
}

/** The keys of a campaign that has its reposts, by the rule that they satisfy. */
const CAMPAIGN_KEYS: Readonly<Record<string, string>> = {
  ambassadors: 'ambassadors',
  message: 'ask',
  pin: 'pin: true',
};

/** The message that cost a rule most; one with a place in the report before one without. */
function worstLoss(
  rules: readonly RuleResult[],
  id: string,
  findings: JudgedDraft['report']['findings'],
): string | undefined {
  const losses = rules.find((rule) => rule.id === id)?.losses ?? [];
  const isListed = (message: string): boolean => findings.some((finding) => finding.message === message);
  return [...losses].sort((a, b) => Number(isListed(b.message)) - Number(isListed(a.message)) || b.points - a.points)[0]
    ?.message;
}
