import type { HealthCheck, HealthStatus } from '#doctor/check.js';
import type { Locale } from '#base/locale.js';
import { systemSentences, type SystemSentences, type QueuePhrases } from '#locale/system.js';
import { listed } from '#locale/format.js';
import { countStatuses } from '../documents/doctor.js';
import type { ItemState } from '#queue/item.js';
import { storeProblemSentence } from '#locale/history.js';
import { queueSentences } from '#locale/queue.js';
import { faultSentence, accountSentences } from '#locale/account.js';
import { reasonText } from '../reason-text.js';
import { createPalette, reportColumns, type Palette, type TerminalStyle } from './style.js';
import { oneLine, padEnd, displayWidth, wrap } from './width.js';

const SIGNS: Readonly<Record<HealthStatus, string>> = { ok: '✓', note: '·', warning: '!', problem: '✗' };

function colorizeStatus(status: HealthStatus, text: string, palette: Palette): string {
  if (status === 'ok') return palette.share(1, text);
  if (status === 'note') return palette.dim(text);
  return palette.severity(status === 'problem' ? 'error' : 'warning', text);
}

/** The sentence of a check, and that of its remedy where there is one. */
function describeCheck(
  { code, data, remedy }: HealthCheck,
  { findings, remedies }: SystemSentences['doctor'],
  phrases: QueuePhrases,
): { readonly text: string; readonly remedy: string | undefined } {
  // A code and its data are of one kind since the check was made: the union cannot see that.
  const find = findings[code] as (received: object, phrases: QueuePhrases) => string;
  const advise = remedy && (remedies[remedy.code] as (received: object) => string);
  return { text: find(data, phrases), remedy: advise?.(remedy?.data ?? {}) };
}

/** How a doctor's report is drawn; `isQuiet` leaves only what needs attention. */
export interface DoctorView extends TerminalStyle {
  readonly locale: Locale;
  readonly isQuiet?: boolean;
}

/** The checks as text, each with its sign, its word and its remedy; the sum at the end. */
export function doctorReport(checks: readonly HealthCheck[], view: DoctorView): string {
  const { locale, isQuiet = false } = view;
  const sentences = systemSentences(locale).doctor;
  const palette = createPalette(view.color);
  const columns = reportColumns(view);
  const margin = Math.max(...Object.values(sentences.statuses).map(displayWidth)) + 4;
  const phrases = queuePhrases(locale);
  const needsAttention = ({ status }: HealthCheck): boolean => status === 'problem' || status === 'warning';
  const lines = (isQuiet ? checks.filter(needsAttention) : checks).flatMap((check) => {
    const { text, remedy } = describeCheck(check, sentences, phrases);
    const sentence = wrap(oneLine(text), columns - margin);
    const advice = remedy === undefined ? [] : wrap(oneLine(remedy), columns - margin - 2);
    const label = `${SIGNS[check.status]} ${sentences.statuses[check.status]}`;
    const blank = ' '.repeat(margin);
    return [
      ...sentence.map(
        (line, index) => (index === 0 ? colorizeStatus(check.status, padEnd(label, margin), palette) : blank) + line,
      ),
      ...advice.map((line, index) => `${blank}${index === 0 ? '→ ' : '  '}${line}`),
    ];
  });
  if (isQuiet) return lines.map((line) => `${line}\n`).join('');
  return `${lines.join('\n')}\n\n${summary(checks, sentences, palette)}\n`;
}

function summary(checks: readonly HealthCheck[], sentences: SystemSentences['doctor'], palette: Palette): string {
  const { problem, warning } = countStatuses(checks);
  const bad = [
    ...(problem === 0 ? [] : [sentences.problems(problem)]),
    ...(warning === 0 ? [] : [sentences.warnings(warning)]),
  ];
  const worst = problem > 0 ? 'problem' : warning > 0 ? 'warning' : 'ok';
  return colorizeStatus(worst, bad.length === 0 ? sentences.well : `${listed(bad)}.`, palette);
}

/** What the queue's own sentences say of a pause and of its items, and the doctor's of credentials. */
const queuePhrases = (locale: Locale): QueuePhrases => ({
  reason: ({ code, detail }) =>
    reasonText({ code: code as Parameters<typeof reasonText>[0]['code'], detail }, locale, true),
  states: (states) =>
    listed(
      (Object.entries(states) as [ItemState, number][]).map(([state, count]) =>
        queueSentences(locale).stateCount(state, count),
      ),
    ),
  credentials: (fault) =>
    fault.code === 'unreadable' ? systemSentences(locale).doctor.credentialsUnreadable : faultSentence(fault, locale),
  store: (problem, data) => storeProblemSentence(problem, data, locale),
  place: (place) => accountSentences(locale).place(place),
});
