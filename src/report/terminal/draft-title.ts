import type { JudgedDraft } from '#lint/locate.js';
import type { Palette } from './style.js';
import { fitEnd, oneLine, padEnd } from './width.js';

/** The first line of a report on one draft: its name, and its score. */
export function draftTitle({ file, report }: JudgedDraft, columns: number, palette: Palette): string {
  const score = report.score === null ? '–/100' : `${report.score}/100`;
  const room = columns - score.length - 1;
  const name = palette.bold(padEnd(fitEnd(oneLine(file), room), room));
  return `${name} ${report.score === null ? score : palette.share(report.score / 100, score)}`;
}
