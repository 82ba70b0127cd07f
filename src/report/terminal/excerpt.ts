import type { Severity } from '#lint/finding.js';
import { cells, visible, type Cell } from './width.js';

/** A stretch of a text that a finding is about. */
export interface Mark {
  readonly span: { readonly start: number; readonly end: number };
  readonly severity: Severity;
}

/** One line of a text with the line of marks below it; empty where nothing is marked. */
export interface MarkedLine {
  readonly text: string;
  readonly marks: readonly { readonly column: number; readonly width: number; readonly severity: Severity }[];
}

const RANK = { error: 3, warning: 2, info: 1 } as const;

interface PlacedCell extends Cell {
  readonly severity: Severity | undefined;
}

/**
 * A text cut into lines of at most so many columns, broken after blanks where it can be, with what is marked in each.
 * Where marks overlap, the more severe one shows.
 */
export function markedLines(text: string, marks: readonly Mark[], columns: number): MarkedLine[] {
  let offset = 0;
  const lines: PlacedCell[][] = [];
  for (const paragraph of visible(text).split('\n')) {
    const placed = cells(paragraph).map((cell): PlacedCell => {
      const severity = severityAt(marks, offset, offset + cell.text.length);
      offset += cell.text.length;
      return { ...cell, severity };
    });
    lines.push(...fold(placed, columns));
    offset += 1;
  }
  return lines.map((line) => ({ text: line.map((cell) => cell.text).join(''), marks: findMarks(line) }));
}

function severityAt(marks: readonly Mark[], start: number, end: number): Severity | undefined {
  let worst: Severity | undefined;
  for (const { span, severity } of marks) {
    // An empty span marks the character after it.
    const inside = span.start < end && start < Math.max(span.end, span.start + 1);
    if (inside && (worst === undefined || RANK[severity] > RANK[worst])) worst = severity;
  }
  return worst;
}

function fold(line: readonly PlacedCell[], columns: number): PlacedCell[][] {
  const folded: PlacedCell[][] = [];
  let current: PlacedCell[] = [];
  let width = 0;
  for (const cell of line) {
    if (width + cell.width > columns && current.length > 0) {
      if (cell.text === ' ') {
        folded.push(current);
        current = [];
        width = 0;
        continue;
      }
      const blank = current.findLastIndex(({ text }) => text === ' ');
      const rest = blank > 0 ? current.slice(blank + 1) : [];
      folded.push(blank > 0 ? current.slice(0, blank) : current);
      current = rest;
      width = rest.reduce((sum, { width: one }) => sum + one, 0);
    }
    current.push(cell);
    width += cell.width;
  }
  return [...folded, current];
}

function findMarks(line: readonly PlacedCell[]): MarkedLine['marks'] {
  const marks: { column: number; width: number; severity: Severity }[] = [];
  let column = 0;
  for (const { width, severity } of line) {
    const last = marks.at(-1);
    if (severity !== undefined) {
      if (last !== undefined && last.severity === severity && last.column + last.width === column) last.width += width;
      else marks.push({ column, width, severity });
    }
    column += width;
  }
  return marks;
}
