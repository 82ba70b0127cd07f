// The text of `compose` as rows of the screen: findings marked, what is over the limit struck out.
import type { ComposeSentences } from '#locale/compose/en.js';
import type { Severity } from '#lint/finding.js';
import type { Palette } from '#report/terminal/style.js';
import { cells, displayWidth, visible } from '#report/terminal/width.js';
import type { Judgement } from './judgement.js';
import { rowAt, rowsOf, type Row } from './rows.js';
import type { ComposeState } from './state.js';

interface RowStyle {
  readonly columns: number;
  readonly palette: Palette;
  readonly sentences: ComposeSentences;
}

/** The rows that are on the screen, with their columns, and the cursor among them. */
export interface TextWindow {
  readonly lines: readonly string[];
  readonly widths: readonly number[];
  readonly cursor: { readonly row: number; readonly column: number };
}

/** All rows of a text; `window` gives so many of them, with the cursor in view. */
export interface TextRows {
  readonly lines: readonly Row[];
  readonly window: (height: number) => TextWindow;
}

/** Lays out and styles the text that is edited. */
export function textRows({ field, finding }: ComposeState, judgement: Judgement, style: RowStyle): TextRows {
  const { text, cursor } = field;
  const { columns, palette, sentences } = style;
  const rows = rowsOf(text, columns);
  const row = rowAt(rows, cursor);
  const at = rows.indexOf(row);
  const shown = visible(text);
  const column = displayWidth(shown.slice(row.start, cursor));
  const marks = marksOf(judgement, finding);
  return {
    lines: rows,
    window(height) {
      // The cursor as far down as it has to be; without a state of its own, so that the same text looks the same.
      const first = Math.max(0, Math.min(at - Math.ceil(height / 2), rows.length - height));
      const drawn = rows.slice(first, first + height).map((each) => drawRow(shown, each, marks, style));
      if (text === '')
        drawn[0] = { line: palette.dim(sentences.placeholder), width: displayWidth(sentences.placeholder) };
      const lines = Array.from({ length: Math.max(height, drawn.length) }, (_, index) => drawn[index] ?? EMPTY);
      return {
        lines: lines.map(({ line }) => line),
        widths: lines.map(({ width }) => width),
        cursor: { row: at - first, column: Math.min(column, columns) },
      };
    },
  };
}

const EMPTY = { line: '', width: 0 };

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: Severity | 'over' | 'folded' | 'chosen';
}

function marksOf(judgement: Judgement, chosen: number | undefined): readonly Mark[] {
  if (!('findings' in judgement)) return [];
  const { findings, over, fold } = judgement;
  const all = findings.flatMap(({ place, severity }, index): Mark[] =>
    place === null || (severity === 'info' && index !== chosen)
      ? []
      : [{ ...place, kind: index === chosen ? 'chosen' : severity }],
  );
  return [
    ...all.filter(({ kind }) => kind === 'chosen'),
    ...(over === undefined ? [] : [{ start: over, end: Infinity, kind: 'over' as const }]),
    ...all.filter(({ kind }) => kind !== 'chosen'),
    ...(fold === undefined ? [] : [{ start: fold, end: Infinity, kind: 'folded' as const }]),
  ];
}

function drawRow(
  text: string,
  { start, end }: Row,
  marks: readonly Mark[],
  { columns, palette }: RowStyle,
): { line: string; width: number } {
  const paint: Readonly<Record<Mark['kind'], (part: string) => string>> = {
    chosen: (part) => palette.bold(palette.underline(part)),
    over: palette.removed,
    error: (part) => palette.severity('error', palette.underline(part)),
    warning: (part) => palette.severity('warning', palette.underline(part)),
    info: palette.underline,
    folded: palette.dim,
  };
  let line = '';
  let width = 0;
  let at = start;
  let run = '';
  let kind: Mark['kind'] | undefined;
  const flush = (): void => {
    line += kind === undefined || run === '' ? run : paint[kind](run);
    run = '';
  };
  for (const cell of cells(text.slice(start, end))) {
    // The blank at which a row is broken may stand beyond the edge.
    if (width + cell.width > columns) break;
    const next = marks.find((mark) => mark.start <= at && at < mark.end)?.kind;
    if (next !== kind) flush();
    kind = next;
    run += cell.text;
    width += cell.width;
    at += cell.text.length;
  }
  flush();
  return { line, width };
}
