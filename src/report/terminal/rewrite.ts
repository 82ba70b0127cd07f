import type { Locale } from '#base/locale.js';
import type { JudgedDraft } from '#lint/locate.js';
import { decimal, share } from '#locale/format.js';
import { rewriteSentences } from '#locale/rewrite.js';
import type { Rewrite } from '#rewrite/rewrite.js';
import type { NoRewrite } from '#rewrite/no-rewrite.js';
import type { LeftFault } from '#rewrite/unfinished.js';
import type { VariantPlan } from '#rewrite/variants.js';
import { changesOnly, wordDiff } from '../diff.js';
import type { RefusedTexts } from '../documents/drafts.js';
import { changeLines } from './changes.js';
import { draftTitle, nextSteps } from './draft.js';
import { createPalette, type Palette, reportColumns, type TerminalStyle } from './style.js';
import { displayWidth, oneLine, padEnd, padStart, visible, wrap } from './width.js';

/** A draft with its rewrites, as every renderer of them gets it. */
export interface RewrittenDraft {
  readonly judged: JudgedDraft;
  /** The best first. */
  readonly rewrites: readonly Rewrite[];
  /** Why there are none; undefined when there are some. */
  readonly why: NoRewrite | undefined;
  /** What only the author can put right before a better text is proposed. */
  readonly left: readonly LeftFault[];
  /** The text with the rest put right. */
  readonly unfinished: string | undefined;
  readonly tried: number;
  readonly refused: RefusedTexts;
}

/** How rewrites are drawn. */
export interface RewriteView extends TerminalStyle {
  readonly locale: Locale;
  /** The best text alone. */
  readonly quiet: boolean;
  /** What was tried and rejected, too. */
  readonly verbose: boolean;
}

const INDENT = '   ';
const BULLET = '- ';

/** The rewrites of a draft, numbered: text, score before and after, what was done and what it gained. */
export function rewriteReport(draft: RewrittenDraft, view: RewriteView): string {
  if (view.quiet) return draft.rewrites[0] === undefined ? '' : `${visible(draft.rewrites[0].text)}\n`;
  const columns = reportColumns(view);
  const palette = createPalette(view.color);
  const sections = [
    [draftTitle(draft.judged, columns, palette, view.locale)],
    ...draft.rewrites.map((rewrite, index) => rewriteLines(draft, rewrite, index, columns, view)),
    draft.why === undefined ? [] : noneLines(draft, draft.why, columns, view),
    view.verbose ? refusedLines(draft, columns, view) : [],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** A text as it would be posted, in lines of a report. */
const textLines = (text: string, columns: number): string[] =>
  visible(text)
    .split('\n')
    .flatMap((line) => wrap(line, columns - INDENT.length))
    .map((line) => INDENT + line);

/** Lines behind a label, the later ones below the first. */
function labelled(label: string, width: number, lines: readonly string[], palette: Palette): string[] {
  return lines.map(
    (line, index) => `${INDENT}${index === 0 ? palette.dim(padEnd(label, width)) : ' '.repeat(width)} ${line}`,
  );
}

function rewriteLines(
  { judged: { report } }: RewrittenDraft,
  rewrite: Rewrite,
  index: number,
  columns: number,
  { color, locale }: RewriteView,
): string[] {
  const sentences = rewriteSentences(locale);
  const palette = createPalette(color);
  const { text, score, gain, operations, gains, left, origin } = rewrite;
  const scores = `${report.textScore ?? '–'} → ${score}`;
  const label = origin === 'model' ? `  ${sentences.byModel}` : '';
  const head = `${palette.bold(padEnd(String(index + 1), INDENT.length))}${palette.share(score / 100, scores)}  ${palette.bold(`+${gain}`)}${label}`;
  const lines = [head, ...textLines(text, columns)];
  const titles = new Map(report.rules.map(({ id, title }) => [id, title]));
  const byHand = left.map((fault) => sentences.leftFault(fault));
  const names = [sentences.changes, sentences.steps, sentences.gains];
  const width = Math.max(...(byHand.length === 0 ? names : [...names, sentences.byHand]).map(displayWidth));
  const room = columns - INDENT.length - width - 1;
  const inRoom = (parts: readonly string[]): string[] => wrap(oneLine(parts.join(' · ')), room);
  const points = gains.map(({ rule, points: won }) => `${titles.get(rule) ?? rule} ${signed(won, locale)}`);
  const done = operations.map(
    ({ operation, title, data }) => title ?? sentences.operation(operation, String(data['what'] ?? '')),
  );
  return [
    ...lines,
    '',
    ...labelled(
      sentences.changes,
      width,
      changeLines(changesOnly(wordDiff(report.text, text)), { color, columns: room }),
      palette,
    ),
    ...labelled(sentences.steps, width, inRoom([...new Set(done)]), palette),
    ...(points.length === 0 ? [] : labelled(sentences.gains, width, inRoom(points), palette)),
    ...labelled(sentences.byHand, width, byHand.length === 0 ? [] : inRoom(byHand), palette),
  ];
}

/** Points with their sign: a minus that is as wide as the plus. */
const signed = (points: number, locale: Locale): string =>
  `${points < 0 ? '−' : '+'}${decimal(Math.abs(points), locale)}`;

function noneLines(
  { judged, left, unfinished }: RewrittenDraft,
  why: NoRewrite,
  columns: number,
  { color, locale }: RewriteView,
): string[] {
  const sentences = rewriteSentences(locale);
  const palette = createPalette(color);
  const steps = nextSteps(judged, locale);
  const sentence = steps.length === 0 ? sentences.perfect : sentences.none[why](judged.report.textScore);
  const faults = [...new Set(left.map((fault) => sentences.leftFault(fault)))].flatMap((fault) =>
    wrap(fault, columns - INDENT.length - BULLET.length).map(
      (line, index) => (index === 0 ? BULLET : ' '.repeat(BULLET.length)) + line,
    ),
  );
  const lines = [...wrap(sentence, columns - INDENT.length), ...faults].map((line) => INDENT + line);
  // What else the draft needs is said once these faults are gone, of the text without them.
  if (why === 'leftToAuthor' && unfinished !== undefined)
    return [...lines, '', INDENT + sentences.unfinished, ...textLines(unfinished, columns)];
  if (steps.length === 0) return lines;
  const width = displayWidth(sentences.byHand);
  const room = columns - INDENT.length - width - 1 - BULLET.length;
  const listed = steps.flatMap((step) =>
    wrap(step, room).map((line, index) => (index === 0 ? BULLET : ' '.repeat(BULLET.length)) + line),
  );
  return [...lines, '', ...labelled(sentences.byHand, width, listed, palette)];
}

function refusedLines({ tried, refused }: RewrittenDraft, columns: number, { locale }: RewriteView): string[] {
  const sentences = rewriteSentences(locale);
  const count = refused.reduce((sum, { count: one }) => sum + one, 0);
  const width = Math.max(0, ...refused.map(({ count: one }) => String(one).length));
  return [
    sentences.tried(tried, count),
    ...refused.flatMap(({ origin, refusal, count: one }) =>
      wrap(
        oneLine(sentences.times(one, sentences.refusal(refusal), origin === 'model')),
        columns - INDENT.length - width,
      ).map(
        (line, index) =>
          INDENT + (index === 0 ? padStart('', width - String(one).length) : ' '.repeat(width + 3)) + line,
      ),
    ),
  ];
}

/** Between two texts of a list for scripts: an empty line may stand in one of them. */
const BETWEEN = '---\n';

/** How variants are drawn. */
export interface VariantsView extends TerminalStyle {
  readonly locale: Locale;
  /** The texts alone, with a line `---` between two. */
  readonly quiet: boolean;
}

/** The texts for reposts, numbered, and what is to be written by hand where they do not suffice. */
export function variantsReport(judged: JudgedDraft, requested: number, plan: VariantPlan, view: VariantsView): string {
  const { locale, color, quiet } = view;
  const sentences = rewriteSentences(locale).plan;
  const palette = createPalette(color);
  const columns = reportColumns(view);
  const { variants, missing, refused, write } = plan;
  if (quiet) return variants.map(({ text }) => `${visible(text)}\n`).join(BETWEEN);
  const listed = (lead: string, text: string): string[] =>
    wrap(oneLine(text), columns - INDENT.length - lead.length).map(
      (line, index) => INDENT + (index === 0 ? lead : ' '.repeat(lead.length)) + line,
    );
  const texts = variants.map(({ text, score, origin, nearest }, index) => {
    const facts = `${sentences.origin[origin]} · ${sentences.similar(share(nearest, 1, locale))}`;
    const number = palette.bold(padEnd(String(index + 1), INDENT.length));
    const [first = '', ...rest] = wrap(facts, columns - INDENT.length - 8);
    const head = `${number}${palette.share(score / 100, `${score}/100`.padEnd(6))}  ${first}`;
    return [head, ...rest.map((line) => `${INDENT}        ${line}`), ...textLines(text, columns)];
  });
  const notUsed = refused.flatMap(({ text, reason }) => [
    ...listed('- ', sentences.quoted(text)),
    ...listed('  → ', rewriteSentences(locale).refusal(reason)),
  ]);
  const sections = [
    [draftTitle(judged, columns, palette, locale), sentences.found(variants.length, requested)],
    ...texts,
    refused.length === 0 ? [] : [sentences.unused, ...notUsed],
    missing === 0
      ? []
      : judged.type !== undefined
        ? wrap(sentences.postedOnce[judged.type], columns)
        : [
            ...wrap(sentences.missing(missing), columns),
            ...write.flatMap((hook) => listed('- ', sentences.hooks[hook])),
          ],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}
