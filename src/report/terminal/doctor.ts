import type { HealthStatus } from '#doctor/check.js';
import type { DoctorDocument } from '#doctor/health.js';
import { listed, plural } from '#locale/format.js';
import type { Locale } from '#base/locale.js';
import { createPalette, reportColumns, type Palette, type TerminalStyle } from './style.js';
import { oneLine, padEnd, displayWidth, wrap } from './width.js';

const WORDS = {
  en: {
    status: { ok: 'ok', note: 'note', warning: 'warning', problem: 'problem' },
    problems: ['problem', 'problems'],
    warnings: ['warning', 'warnings'],
    well: 'Nothing is wrong.',
  },
  fr: {
    status: { ok: 'bon', note: 'note', warning: 'alerte', problem: 'problème' },
    problems: ['problème', 'problèmes'],
    warnings: ['alerte', 'alertes'],
    well: 'Tout va bien.',
  },
} as const;

const SIGNS: Readonly<Record<HealthStatus, string>> = { ok: '✓', note: '·', warning: '!', problem: '✗' };

function colorizeStatus(status: HealthStatus, text: string, palette: Palette): string {
  if (status === 'ok') return palette.share(1, text);
  if (status === 'note') return palette.dim(text);
  return palette.severity(status === 'problem' ? 'error' : 'warning', text);
}

/** The checks as text, each with its sign, its word and its mend; the sum at the end. */
export function doctorReport(
  { checks, summary }: DoctorDocument,
  view: TerminalStyle & { readonly locale: Locale },
): string {
  const words = WORDS[view.locale];
  const palette = createPalette(view.color);
  const columns = reportColumns(view);
  const word = Math.max(...Object.values(words.status).map(displayWidth));
  const margin = word + 4;
  const lines = checks.flatMap(({ status, text, mend: remedy }) => {
    const sentence = wrap(oneLine(text), columns - margin);
    const advice = remedy === null ? [] : wrap(oneLine(remedy), columns - margin - 2);
    const label = colorizeStatus(status, padEnd(`${SIGNS[status]} ${words.status[status]}`, margin), palette);
    const blank = ' '.repeat(margin);
    return [
      ...sentence.map((line, index) => (index === 0 ? label : blank) + line),
      ...advice.map((line, index) => `${blank}${index === 0 ? '→ ' : '  '}${line}`),
    ];
  });
  const { problem, warning } = summary;
  const bad = [
    ...(problem === 0 ? [] : [plural(problem, words.problems[0], words.problems[1], view.locale)]),
    ...(warning === 0 ? [] : [plural(warning, words.warnings[0], words.warnings[1], view.locale)]),
  ];
  const worst = problem > 0 ? 'problem' : warning > 0 ? 'warning' : 'ok';
  const sum = bad.length === 0 ? words.well : `${listed(bad)}.`;
  return `${lines.join('\n')}\n\n${colorizeStatus(worst, sum, palette)}\n`;
}
