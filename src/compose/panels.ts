// The panels of `compose`: findings, the card of the link, the first slots, what can be chosen, the keys.
import type { ComposeSentences } from '#locale/compose/en.js';
import type { Locale } from '#base/locale.js';
import { lintSentences } from '#locale/lint.js';
import { moment } from '#locale/format.js';
import { bar, type Palette } from '#report/terminal/style.js';
import { displayWidth, fitEnd, fitStart, oneLine, padEnd, textLines, wrap } from '#report/terminal/width.js';
import type { Judgement } from './judgement.js';
import type { Choice, ComposeState, View } from './state.js';

/** The first slots of the draft's plan, in the zone's local time, `2026-03-02T09:00`; or why there are none. */
export type Slots =
  | { readonly localTimes: readonly string[]; readonly zone: string; readonly remarks: readonly string[] }
  | { readonly why: string };

/** What the panels show besides the state. */
export interface PanelFacts {
  readonly name: string;
  readonly judgement: Judgement;
  /** Why the text is no draft as it stands, in words; empty where it is one. */
  readonly problems: readonly string[];
  /** Undefined while they are worked out. */
  readonly slots: Slots | undefined;
}

/** Where a panel is drawn. */
export interface PanelView {
  readonly columns: number;
  readonly rows: number;
  readonly locale: Locale;
  readonly sentences: ComposeSentences;
}

/** What stands above a panel. */
export function panelTitle(view: View, judgement: Judgement, { views, counted }: ComposeSentences): string {
  return view === 'findings' && 'findings' in judgement && judgement.findings.length > 0
    ? counted(views.findings, judgement.findings.length)
    : views[view];
}

/** The length as a bar and a figure, and what it is made of, in one or more lines. */
export function lengthLines(
  judgement: Judgement,
  columns: number,
  { locale, sentences }: Pick<PanelView, 'locale' | 'sentences'>,
  palette: Palette,
): string[] {
  if (!('report' in judgement)) return [''];
  const { weighted, limit, parts } = judgement.report.length;
  const figure = sentences.weight(weighted, limit);
  const left = 1 - weighted / limit;
  const paint = (text: string): string => palette.share(left < 0 ? 0 : left < 0.07 ? 0.5 : 1, text);
  const names = lintSentences(locale).parts;
  const used = Object.entries(parts)
    .filter(([, count]) => count > 0)
    .map(([part, count]) => `${names[part as keyof typeof names]} ${count}`)
    .join(' · ');
  const drawn = columns >= 50 ? `${bar(Math.min(1, weighted / limit))} ${figure}` : figure;
  const room = columns - displayWidth(drawn) - 2;
  const first = paint(drawn);
  if (used === '' || room < 8) return [first];
  if (displayWidth(used) <= room) return [`${first}  ${palette.dim(used)}`];
  return [first, ...wrap(used, columns).map((line) => palette.dim(line.replace(/ ·$/, '')))];
}

/** The lines of a panel, no more than its rows; what is to be chosen takes the place of any other. */
export function panelLines(
  panel: View,
  state: ComposeState,
  facts: PanelFacts,
  view: PanelView,
  palette: Palette,
): string[] {
  const lines =
    state.choices === undefined
      ? PANELS[panel](state, facts, view, palette)
      : choiceLines(state.choices.all, state.choices.selected, view, palette);
  return lines.slice(0, Math.max(0, view.rows));
}

type Panel = (state: ComposeState, facts: PanelFacts, view: PanelView, palette: Palette) => string[];

const PANELS: Readonly<Record<View, Panel>> = {
  findings: findingLines,
  card: cardLines,
  slots: slotLines,
  help: keyLines,
};

const indented = (text: string, columns: number): string[] => wrap(oneLine(text), Math.max(1, columns - 2));

function findingLines({ finding }: ComposeState, facts: PanelFacts, view: PanelView, palette: Palette): string[] {
  const { judgement, problems } = facts;
  const { columns, sentences, locale } = view;
  const plain = (text: string): string[] => wrap(oneLine(text), columns);
  if ('isEmpty' in judgement) return plain(sentences.empty).map((line) => palette.dim(line));
  if ('tooLong' in judgement) return plain(sentences.tooLong);
  if ('problems' in judgement) return problems.flatMap(plain).map((line) => palette.severity('error', line));
  const { findings, report } = judgement;
  if (report.unscored !== null) return plain(lintSentences(locale).unscored[report.unscored]);
  if (findings.length === 0) return plain(sentences.nothingToFix);
  const lines = findings.map(({ severity, message }, index) => {
    const sign = index === finding ? '›' : SIGNS[severity];
    return indented(message, columns).map((line, part) => {
      const shown = index === finding ? palette.bold(line) : line;
      return part === 0 ? `${palette.severity(severity, sign)} ${shown}` : `  ${shown}`;
    });
  });
  // From the one that was jumped to, where it would be out of sight.
  const before = lines.slice(0, finding ?? 0).flat().length;
  const first = before + (lines[finding ?? 0]?.length ?? 0) > view.rows ? (finding ?? 0) : 0;
  return lines.slice(first).flat();
}

/** Severities without colors. */
const SIGNS = { error: '✗', warning: '!', info: '·' } as const;

function cardLines(_: ComposeState, { judgement }: PanelFacts, view: PanelView, palette: Palette): string[] {
  const { columns, sentences } = view;
  const { card } = sentences;
  if (!('file' in judgement)) return [];
  const { link, file, fold, over, report } = judgement;
  const plain = (text: string): string[] => wrap(oneLine(text), columns);
  // X takes no text that is over the limit.
  const folded = over !== undefined ? [] : [fold === undefined ? card.whole : card.fold(lastWords(report.text, fold))];
  if (link === undefined) return [card.noLink, ...folded].flatMap(plain).map((line) => palette.dim(line));
  const { page, title = page?.title, media = [] } = file.draft;
  const notes = [...(media.length > 0 ? [card.media] : []), ...folded].flatMap(plain).map((line) => palette.dim(line));
  if (title === undefined && page === undefined) {
    return [palette.bold(fitStart(domainOf(link), columns)), ...plain(card.unknown(link)), ...notes];
  }
  const picture = page?.image === undefined ? card.noPicture : card.picture(page.image.alt ?? page.image.url);
  return [
    palette.dim(fitStart(oneLine(picture), columns)),
    ...indented(title ?? card.noTitle, columns).map((line) => palette.bold(line)),
    palette.dim(fitStart(domainOf(link), columns)),
    ...notes,
  ];
}

/** The domain as a card shows it. */
const domainOf = (link: string): string =>
  /^(?:https?:\/\/)?(?:www\.)?([^/?#]+)/i.exec(link)?.[1]?.toLowerCase() ?? link;

/** The last words before a place, enough to find it by. */
const lastWords = (text: string, place: number): string => fitEnd(oneLine(text.slice(0, place).trimEnd()), 30);

function slotLines(_: ComposeState, { slots, name }: PanelFacts, view: PanelView, palette: Palette): string[] {
  const { columns, sentences, locale } = view;
  const plain = (text: string): string[] => wrap(oneLine(text), columns);
  if (slots === undefined) return plain(sentences.slots.waiting).map((line) => palette.dim(line));
  if ('why' in slots) return plain(slots.why);
  const times = slots.localTimes.map((localTime) => moment(localTime, locale));
  return [
    ...times.map((time, index) => fitStart(`${index + 1}  ${time}`, columns)),
    ...slots.remarks.flatMap(plain),
    ...[sentences.slots.zone(slots.zone), sentences.slots.dryRun(shellWord(name))]
      .flatMap(plain)
      .map((line) => palette.dim(line)),
  ];
}

/** A file name as it is typed in a command. */
const shellWord = (name: string): string => (/\s/.test(name) ? `"${name}"` : name);

function keyLines(_: ComposeState, __: PanelFacts, { columns, sentences }: PanelView, palette: Palette): string[] {
  const { keys } = sentences;
  const width = Math.max(...keys.map(([key]) => displayWidth(key)));
  // In a narrow window what a key does stands behind it.
  if (columns < width + 30) return keys.flatMap(([key, what]) => wrap(`${key} ${what}`, columns));
  return keys.flatMap(([key, what]) =>
    wrap(what, columns - width - 2).map(
      (line, part) => `${palette.bold(padEnd(part === 0 ? key : '', width))}  ${line}`,
    ),
  );
}

function choiceLines(all: readonly Choice[], selected: number, view: PanelView, palette: Palette): string[] {
  const { columns, rows } = view;
  const lines = all.map(({ label, detail }, index) => {
    const isSelected = index === selected;
    const head = fitStart(oneLine(`${index + 1} ${label}`), columns - 2);
    const below = detail === '' ? [] : textLines(detail, Math.max(1, columns - 4)).map((line) => `    ${line}`);
    return [`${isSelected ? '›' : ' '} ${isSelected ? palette.bold(head) : head}`, ...below];
  });
  const upTo = lines.slice(0, selected + 1).flat().length;
  return lines.flat().slice(Math.max(0, Math.min(upTo - rows, upTo - (lines[selected]?.length ?? 1))));
}
