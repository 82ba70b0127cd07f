import type { JudgedDraft } from '#lint/locate.js';
import type { Locale } from '#base/locale.js';
import type { VariantPlan } from '#rewrite/variants.js';
import { share } from '#locale/format.js';
import { rewriteSentences } from '#locale/rewrite.js';
import { draftTitle } from './draft-title.js';
import { textLines } from './rewrite.js';
import { createPalette, reportColumns, type TerminalStyle } from './style.js';
import { oneLine, padEnd, visible, wrap } from './width.js';

/** How variants are drawn. */
export interface VariantsView extends TerminalStyle {
  readonly locale: Locale;
  /** The texts alone. */
  readonly quiet: boolean;
}

const INDENT = '   ';

/** The texts for reposts, numbered, and what is to be written by hand where they do not suffice. */
export function variantsReport(judged: JudgedDraft, requested: number, plan: VariantPlan, view: VariantsView): string {
  const { locale, color, quiet } = view;
  const sentences = rewriteSentences(locale).plan;
  const palette = createPalette(color);
  const columns = reportColumns(view);
  const { variants, missing, refused, write } = plan;
  if (quiet) return variants.map(({ text }) => `${visible(text)}\n`).join('\n');
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
      : [...wrap(sentences.missing(missing), columns), ...write.flatMap((hook) => listed('- ', sentences.hooks[hook]))],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}
