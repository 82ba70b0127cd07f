// The account at a glance in a terminal: one line for each part of its page.
import type { Locale } from '#base/locale.js';
import { colon, listed } from '#locale/format.js';
import { queueSentences } from '#locale/queue.js';
import { reportSentences } from '#locale/report.js';
import { timingSentences } from '#locale/timing.js';
import type { ReportDocument } from '../documents/report.js';
import { accountText, expectedCount, hoursText } from '../timing-text.js';
import { stepLines } from './outreach.js';
import { createPalette, reportColumns, type TerminalStyle } from './style.js';
import { displayWidth, oneLine, padEnd, visible, wrap } from './width.js';

/** How the report is shown. */
export interface ReportView extends TerminalStyle {
  readonly locale: Locale;
  readonly quiet?: boolean | undefined;
  /** Whether the page was written as well. */
  readonly hasPage?: boolean | undefined;
}

/** The report as text; `isEmpty` where there is no history to report on. */
export function accountReport(document: ReportDocument, isEmpty: boolean, view: ReportView): string {
  const { locale, quiet, hasPage } = view;
  const words = reportSentences(locale);
  const palette = createPalette(view.color);
  const columns = reportColumns(view);
  const title = palette.bold(visible(words.title(accountText(document.account))));
  if (isEmpty) {
    const { empty } = words;
    const steps = empty.steps.flatMap((step, index) =>
      wrap(step, columns - 3).map((line, row) => `${row === 0 ? `${index + 1}.` : '  '} ${line}`),
    );
    return `${[...(quiet ? [] : [title]), ...wrap(empty.intro, columns), ...steps].join('\n')}\n`;
  }
  const { terminal: names } = words;
  const rows = [
    [names.suggest, suggestLines(document, locale)],
    [names.decay, decayLines(document, locale)],
    [names.hours, [hoursText(document.hours, locale).verdict]],
    [names.plan, planLines(document, locale)],
    [names.people, stepLines(document.queue.people ?? [], locale).map((line) => line.trim())],
    [names.cost, costLines(document, locale)],
  ] as const;
  const lead = Math.max(...rows.map(([name]) => displayWidth(name))) + 2;
  const lines = rows
    .filter(([, texts]) => texts.length > 0)
    .flatMap(([name, texts]) =>
      texts
        .flatMap((text) => wrap(oneLine(text), columns - lead))
        .map((line, index) => `${index === 0 ? palette.bold(padEnd(name, lead)) : ' '.repeat(lead)}${line}`),
    );
  return `${[...(quiet ? [] : [title]), ...lines, ...(quiet || hasPage ? [] : [palette.dim(words.page)])].join('\n')}\n`;
}

function suggestLines({ suggest }: ReportDocument, locale: Locale): readonly string[] {
  const { terminal } = reportSentences(locale);
  const { none, noLinks } = timingSentences(locale).suggest;
  const { links, left } = suggest;
  if (links.length === 0) return [left.length === 0 ? noLinks : none];
  return links.map(({ label, localTime }) => terminal.suggested(label, localTime));
}

function decayLines({ decay }: ReportDocument, locale: Locale): readonly string[] {
  const { terminal, glance } = reportSentences(locale);
  const total = decay.links.reduce((sum, { remaining }) => sum + remaining.mean, 0);
  const live = decay.links.filter(({ remaining }) => remaining.mean >= 0.5);
  if (live.length === 0) return [glance.none];
  return [
    terminal.reactions(total),
    ...live
      .slice(0, 3)
      .map(({ label, remaining }) => `${label}${colon(locale)}${expectedCount(remaining.mean, locale)}`),
  ];
}

function planLines({ queue }: ReportDocument, locale: Locale): readonly string[] {
  const { glance } = reportSentences(locale);
  const { stateCount } = queueSentences(locale);
  const states = Object.entries(queue.counts) as [keyof ReportDocument['queue']['counts'], number][];
  const counted = states.filter(([, many]) => many > 0).map(([state, many]) => stateCount(state, many));
  if (counted.length === 0) return [glance.nothingPlanned];
  return [listed(counted), ...(queue.next === null ? [] : [glance.next(queue.next.localTime)])];
}

function costLines({ budget, costToCome }: ReportDocument, locale: Locale): readonly string[] {
  const { spent, cap } = budget.month;
  return [reportSentences(locale).terminal.spent(spent, cap, costToCome.total)];
}
