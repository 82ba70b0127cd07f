// The screen of `compose`, as lines.
import type { ComposeSentences } from '#locale/compose/en.js';
import type { Locale } from '#base/locale.js';
import type { Palette } from '#report/terminal/style.js';
import { displayWidth, fitEnd, fitStart, oneLine } from '#report/terminal/width.js';
import { lengthLines, panelLines, panelTitle, type PanelFacts } from './panels.js';
import { isUnsaved, VIEWS, type ComposeState } from './state.js';
import { textRows } from './text-rows.js';

/** What the screen shows besides the state. */
export interface ScreenFacts extends PanelFacts {
  /** The file, as the user named it. */
  readonly name: string;
}

/** How the screen is drawn. */
export interface ScreenView {
  readonly columns: number;
  readonly rows: number;
  readonly palette: Palette;
  readonly locale: Locale;
  readonly sentences: ComposeSentences;
}

/** A drawn screen: its lines, and where the cursor is. Lines from `top` to `bottom` hold the text itself. */
export interface Drawn {
  readonly lines: readonly string[];
  readonly cursor: { readonly row: number; readonly column: number } | undefined;
  readonly top: number;
  readonly bottom: number;
}

/** Below these nothing can be written. */
const LEAST_COLUMNS = 20;
const LEAST_ROWS = 5;
/** From here on the panels stand beside the text. */
const WIDE = 100;

/** Columns that the text takes on a screen: what keys that move by rows need. */
export const textColumns = ({ columns }: Pick<ScreenView, 'columns'>): number =>
  Math.max(1, columns >= WIDE ? Math.floor(columns * 0.55) - 2 : columns - 1);

/** Draws the screen; each line takes no more than the columns of the view, and there are no more lines than its rows. */
export function drawScreen(state: ComposeState, facts: ScreenFacts, view: ScreenView): Drawn {
  const { columns, rows, sentences } = view;
  if (columns < LEAST_COLUMNS || rows < LEAST_ROWS) {
    const line = sentences.tooSmall(LEAST_COLUMNS, LEAST_ROWS).slice(0, columns);
    return { lines: [line], cursor: undefined, top: 0, bottom: 0 };
  }
  const title = titleLine(state, facts, view);
  const last = lastLine(state, view);
  const room = rows - 2;
  const drawn = columns >= WIDE ? sideBySide(state, facts, view, room) : oneAboveOther(state, facts, view, room);
  const { lines, cursor, height } = drawn;
  return {
    lines: [title, ...lines.slice(0, room), ...Array<string>(Math.max(0, room - lines.length)).fill(''), last],
    cursor:
      state.choices === undefined ? { row: cursor.row + 1, column: Math.min(cursor.column, columns - 1) } : undefined,
    top: 1,
    bottom: 1 + height,
  };
}

function titleLine(state: ComposeState, { name, judgement }: ScreenFacts, view: ScreenView): string {
  const { sentences, columns, palette } = view;
  const report = 'report' in judgement ? judgement.report : undefined;
  const score = report?.textScore ?? null;
  const whole = report?.score ?? null;
  const both = score === null || whole === null ? undefined : sentences.scores(score, whole);
  const figures =
    score === null
      ? sentences.noScore
      : both !== undefined && displayWidth(both) * 2 < columns
        ? both
        : sentences.score(score);
  const mark = state.saved === undefined ? sentences.untitled : isUnsaved(state) ? sentences.unsaved : '';
  const room = columns - displayWidth(figures) - 1;
  const tail = mark === '' || displayWidth(mark) + 12 > room ? (mark === '' ? '' : ' *') : ` · ${mark}`;
  const label = fitEnd(oneLine(name), Math.max(1, room - displayWidth(tail)));
  const left = palette.bold(label) + palette.dim(tail);
  const fill = ' '.repeat(Math.max(0, room - displayWidth(label) - displayWidth(tail)));
  return `${left}${fill} ${score === null ? figures : palette.share(score / 100, palette.bold(figures))}`;
}

function lastLine({ notice, choices }: ComposeState, { sentences, columns, palette }: ScreenView): string {
  if (notice !== undefined && choices === undefined) {
    const text = fitStart(oneLine(notice.text), columns);
    return notice.isError ? palette.severity('error', text) : palette.bold(text);
  }
  let line = '';
  let width = 0;
  for (const [key, what] of choices === undefined ? sentences.hints : sentences.choiceHints) {
    // Beside the text all panels are shown at once.
    if (key === 'Tab' && columns >= WIDE) continue;
    const gap = line === '' ? '' : '  ';
    const more = displayWidth(`${gap}${key} ${what}`);
    if (width + more > columns) continue;
    line += `${gap}${palette.bold(key)} ${palette.dim(what)}`;
    width += more;
  }
  return line;
}

interface Body {
  readonly lines: readonly string[];
  readonly cursor: { readonly row: number; readonly column: number };
  /** Rows of the text. */
  readonly height: number;
}

function oneAboveOther(state: ComposeState, facts: ScreenFacts, view: ScreenView, room: number): Body {
  const { columns, palette } = view;
  const length = lengthLines(facts.judgement, columns, view, palette).slice(0, room > 14 ? 3 : room > 9 ? 2 : 1);
  const rest = room - length.length;
  // The text has what it needs, up to a half; at least three rows, if there are so many.
  const rows = textRows(state, facts.judgement, { columns: textColumns(view), palette, sentences: view.sentences });
  const wanted = Math.max(Math.min(rows.lines.length + 1, Math.ceil(rest / 2)), Math.min(3, rest));
  const height = rest < 6 ? rest : wanted;
  const text = rows.window(height);
  const lower = rest - height;
  const panel =
    lower < 2 ? [] : [tabs(state, facts, view, palette), ...shownPanel(state, facts, view, columns, lower - 1)];
  return { lines: [...text.lines, ...length, ...panel], cursor: text.cursor, height };
}

function shownPanel(
  state: ComposeState,
  facts: ScreenFacts,
  view: ScreenView,
  columns: number,
  rows: number,
): string[] {
  return panelLines(state.view, state, facts, { ...view, columns, rows }, view.palette);
}

/** The names of the panels in one line, the one that is shown in bold and in brackets; that one alone in a narrow window. */
function tabs(state: ComposeState, facts: ScreenFacts, view: ScreenView, palette: Palette): string {
  const { columns, sentences } = view;
  const title = (each: ComposeState['view']): string => panelTitle(each, facts.judgement, sentences);
  if (state.choices !== undefined) return rule(state.choices.title, columns, palette);
  if (state.view === 'help') return rule(title('help'), columns, palette);
  const names = VIEWS.map((each) => (each === state.view ? `[${title(each)}]` : ` ${title(each)} `));
  const width = names.reduce((sum, name) => sum + displayWidth(name) + 1, 0);
  if (width > columns) return rule(title(state.view), columns, palette);
  const line = names
    .map((name) => (name.startsWith('[') ? palette.bold(name) : palette.dim(name)))
    .join(palette.dim('─'));
  return `${palette.dim('─')}${line}${palette.dim('─'.repeat(Math.max(0, columns - width)))}`;
}

function rule(title: string, columns: number, palette: Palette): string {
  const shown = fitStart(oneLine(title), columns - 4);
  return `${palette.dim('─')} ${palette.bold(shown)} ${palette.dim('─'.repeat(Math.max(0, columns - displayWidth(shown) - 3)))}`;
}

/** The text and its length on the left; on the right all panels, as far as there is room. */
function sideBySide(state: ComposeState, facts: ScreenFacts, view: ScreenView, room: number): Body {
  const { palette } = view;
  const left = textColumns(view) + 1;
  const right = view.columns - left - 3;
  const length = lengthLines(facts.judgement, left, view, palette);
  const height = Math.max(1, room - length.length);
  const rows = textRows(state, facts.judgement, { columns: textColumns(view), palette, sentences: view.sentences });
  const text = rows.window(height);
  const beside = rightSide(state, facts, { ...view, columns: right }, room, palette);
  const column = [...text.lines, ...length];
  const lines = Array.from({ length: room }, (_, index) => {
    const line = column[index] ?? '';
    const width = index < text.lines.length ? (text.widths[index] ?? 0) : displayWidthOfStyled(line);
    return `${line}${' '.repeat(Math.max(0, left - width))} ${palette.dim('│')} ${beside[index] ?? ''}`;
  });
  return { lines, cursor: text.cursor, height };
}

function rightSide(
  state: ComposeState,
  facts: ScreenFacts,
  view: ScreenView,
  room: number,
  palette: Palette,
): readonly string[] {
  const { columns, sentences } = view;
  const panel = (each: ComposeState['view'], rows: number): string[] =>
    panelLines(each, state, facts, { ...view, rows }, palette);
  if (state.choices !== undefined) {
    return [rule(state.choices.title, columns, palette), ...panel(state.view, room - 1)];
  }
  if (state.view === 'help') return [rule(sentences.views.help, columns, palette), ...panel('help', room - 1)];
  const below = (['card', 'slots'] as const).map((each) => [
    '',
    rule(panelTitle(each, facts.judgement, sentences), columns, palette),
    ...panel(each, Math.max(3, Math.floor(room / 4))),
  ]);
  const taken = below.reduce((sum, lines) => sum + lines.length, 0);
  const findings = panel('findings', Math.max(3, room - 1 - taken));
  return [rule(panelTitle('findings', facts.judgement, sentences), columns, palette), ...findings, ...below.flat()];
}

// oxlint-disable-next-line no-control-regex -- the escapes of colors
const STYLES = /\u001b\[[0-9;]*m/g;
const displayWidthOfStyled = (line: string): number => displayWidth(line.replace(STYLES, ''));
