import { createTwoFilesPatch } from 'diff';
import { paints } from './terminal/style.js';

/** What changes from one text to another, line by line, as `diff -u` writes it; empty when nothing does. */
export function unifiedDiff(file: string, before: string, after: string, color: boolean): string {
  if (before === after) return '';
  const paint = paints(color);
  const lines = createTwoFilesPatch(file, file, before, after, '', '', { context: 2 }).split('\n').slice(1);
  return lines
    .map((line) => {
      if (line.startsWith('+') && !line.startsWith('+++')) return paint.share(1, line);
      if (line.startsWith('-') && !line.startsWith('---')) return paint.share(0, line);
      return line;
    })
    .join('\n');
}
