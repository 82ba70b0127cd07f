import type { JudgedDraft } from '#lint/locate.js';
import type { Paints } from './style.js';
import { fitEnd, oneLine, padEnd } from './width.js';

/** The first line of a report on one draft: its name, and its score. */
export function draftTitle({ file, report }: JudgedDraft, columns: number, paint: Paints): string {
  const score = report.score === null ? '–/100' : `${report.score}/100`;
  const room = columns - score.length - 1;
  const name = paint.bold(padEnd(fitEnd(oneLine(file), room), room));
  return `${name} ${report.score === null ? score : paint.share(report.score / 100, score)}`;
}
