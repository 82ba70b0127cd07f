import type { Locale } from '#base/locale.js';
import type { JudgedDraft } from '#lint/locate.js';
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
