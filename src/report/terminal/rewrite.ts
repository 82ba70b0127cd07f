import type { RuleResult } from '#lint/finding.js';
import type { JudgedDraft } from '#lint/locate.js';
import type { Locale } from '#base/locale.js';
import type { Rewrite } from '#rewrite/rewrite.js';
import type { NoRewrite } from '#rewrite/no-rewrite-reason.js';
import type { ScoreTerm } from '#lint/score.js';
import { changesOnly, wordDiff } from '../diff.js';
import type { RefusedTexts } from '../documents/rewrite.js';
import { draftTitle } from './draft-title.js';
import { decimal, nextSteps } from './next-steps.js';
import { createPalette, reportColumns, type Palette, type TerminalStyle } from './style.js';
import { oneLine, padEnd, padStart, visible, displayWidth, wrap } from './width.js';
import { changeLines } from './word-diff.js';

const WORDS = {
  en: {
    changes: 'Changes',
    steps: 'How',
    gains: 'Points',
    byHand: 'By hand',
    perfect: 'There is nothing to make better',
    model: 'by the model',
    none: {
      noWords: 'There are no words to work with: say what the page is about, and why it is worth a click.',
      unknownLanguage:
        'The language is not recognised, so its wording is left alone: name it by lang: in the front matter.',
      noLexicon: 'Wording is rewritten in English and French only, so this text is left alone.',
      noSubject: 'The text names no subject that could be brought forward: say what the page is about.',
      allRefused: 'Everything that was tried would have changed a fact or gone past the limit.',
      nothingHelps: 'Nothing honest makes it better',
    },
    tried: (tried: number, refused: number) =>
      `${tried} ${tried === 1 ? 'text' : 'texts'} tried, ${refused} refused${refused > 0 ? ':' : ''}`,
    times: (count: number, reason: string, isModel: boolean) => `${count} × ${reason}${isModel ? ' (model)' : ''}`,
  },
  fr: {
    changes: 'Change',
    steps: 'Comment',
    gains: 'Points',
    byHand: 'À la main',
    perfect: 'Il n’y a rien à améliorer',
    model: 'par le modèle',
    none: {
      noWords: 'Il n’y a pas de mots à travailler : dites de quoi parle la page, et pourquoi elle mérite un clic.',
      unknownLanguage:
        'La langue n’est pas reconnue, la formulation reste donc telle quelle : indiquez-la par lang: dans l’en-tête.',
      noLexicon: 'La formulation n’est réécrite qu’en français et en anglais ; ce texte reste donc tel quel.',
      noSubject: 'Le texte ne nomme aucun sujet à mettre en avant : dites de quoi parle la page.',
      allRefused: 'Tout ce qui a été essayé aurait changé un fait ou dépassé la limite.',
      nothingHelps: 'Rien d’honnête ne l’améliore',
    },
    tried: (tried: number, refused: number) =>
      `${tried} ${tried > 1 ? 'textes essayés' : 'texte essayé'}, ${refused} ${refused > 1 ? 'refusés' : 'refusé'}${refused > 0 ? ' :' : ''}`,
    times: (count: number, reason: string, isModel: boolean) => `${count} × ${reason}${isModel ? ' (modèle)' : ''}`,
  },
} as const;

/** A draft with its rewrites, as every renderer of them gets it. */
export interface RewrittenDraft {
  readonly judged: JudgedDraft;
  /** The best first. */
  readonly rewrites: readonly Rewrite[];
  /** Why there are none; undefined when there are some. */
  readonly why: NoRewrite | undefined;
  readonly tried: number;
  readonly refused: RefusedTexts;
}

/** How rewrites are drawn. */
export interface RewriteView extends TerminalStyle {
  readonly locale: Locale;
  /** No more than the texts and their scores. */
  readonly quiet: boolean;
  /** What was tried and refused, too. */
  readonly verbose: boolean;
  readonly toScoreTerms: (results: readonly RuleResult[]) => readonly ScoreTerm[];
}

const INDENT = '   ';
const BULLET = '- ';

/** The rewrites of a draft, numbered: text, score before and after, what was done and what it brought. */
export function rewriteReport(draft: RewrittenDraft, view: RewriteView): string {
  const columns = reportColumns(view);
  const palette = createPalette(view.color);
  const sections = [
    [draftTitle(draft.judged, columns, palette)],
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
export const textLines = (text: string, columns: number): string[] =>
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
  { color, locale, quiet }: RewriteView,
): string[] {
  const words = WORDS[locale];
  const palette = createPalette(color);
  const { text, score, gain, operations, gains, origin } = rewrite;
  const scores = `${report.score ?? '–'} → ${score}`;
  const label = origin === 'model' ? `  ${words.model}` : '';
  const head = `${palette.bold(padEnd(String(index + 1), INDENT.length))}${palette.share(score / 100, scores)}  ${palette.bold(`+${gain}`)}${label}`;
  const lines = [head, ...textLines(text, columns)];
  if (quiet) return lines;
  const titles = new Map(report.rules.map(({ id, title }) => [id, title]));
  const width = Math.max(...[words.changes, words.steps, words.gains].map(displayWidth));
  const room = columns - INDENT.length - width - 1;
  const inRoom = (parts: readonly string[]): string[] => wrap(oneLine(parts.join(' · ')), room);
  const points = gains.map(({ rule, points: won }) => `${titles.get(rule) ?? rule} ${signed(won, locale)}`);
  const done = [...new Set(operations.map(({ title }) => title))];
  return [
    ...lines,
    '',
    ...labelled(
      words.changes,
      width,
      changeLines(changesOnly(wordDiff(report.text, text)), { color, columns: room }),
      palette,
    ),
    ...labelled(words.steps, width, inRoom(done), palette),
    ...labelled(words.gains, width, inRoom(points), palette),
  ];
}

/** Points with their sign: a minus that is as wide as the plus. */
const signed = (points: number, locale: Locale): string =>
  `${points < 0 ? '−' : '+'}${decimal(Math.abs(points), locale)}`;

function noneLines(
  { judged }: RewrittenDraft,
  why: NoRewrite,
  columns: number,
  { color, locale, quiet, toScoreTerms }: RewriteView,
): string[] {
  const words = WORDS[locale];
  const palette = createPalette(color);
  const { score } = judged.report;
  const steps = nextSteps(judged, locale, toScoreTerms);
  const reason = steps.length === 0 ? words.perfect : words.none[why];
  const scored = score === null ? '' : `${locale === 'fr' ? ' : ' : ': '}${score}/100`;
  const sentence = reason.endsWith('.') ? reason : `${reason}${scored}.`;
  const lines = wrap(sentence, columns - INDENT.length).map((line) => INDENT + line);
  if (quiet || steps.length === 0) return lines;
  const width = displayWidth(words.byHand);
  const room = columns - INDENT.length - width - 1 - BULLET.length;
  const listed = steps.flatMap((step) =>
    wrap(step, room).map((line, index) => (index === 0 ? BULLET : ' '.repeat(BULLET.length)) + line),
  );
  return [...lines, '', ...labelled(words.byHand, width, listed, palette)];
}

function refusedLines({ tried, refused }: RewrittenDraft, columns: number, { locale }: RewriteView): string[] {
  const words = WORDS[locale];
  const count = refused.reduce((sum, { count: one }) => sum + one, 0);
  const width = Math.max(0, ...refused.map(({ count: one }) => String(one).length));
  return [
    words.tried(tried, count),
    ...refused.flatMap(({ origin, reason, count: one }) =>
      wrap(oneLine(words.times(one, reason, origin === 'model')), columns - INDENT.length - width).map(
        (line, index) =>
          INDENT + (index === 0 ? padStart('', width - String(one).length) : ' '.repeat(width + 3)) + line,
      ),
    ),
  ];
}
