import type { JudgedDraft } from '#lint/locate.js';
import type { Locale } from '#base/locale.js';
import type { Hook, VariantPlan } from '#rewrite/variants.js';
import { draftTitle } from './draft-title.js';
import { textLines } from './rewrite.js';
import { createPalette, reportColumns, type TerminalStyle } from './style.js';
import { oneLine, padEnd, wrap } from './width.js';

const WORDS = {
  en: {
    origin: { own: 'your own', made: 'made of the draft' },
    alike: (share: number) => `${share}% like the nearest other text`,
    found: (count: number, requested: number) => `${count} of ${requested} ${requested === 1 ? 'variant' : 'variants'}`,
    refused: 'Not used',
    missing: (count: number) =>
      `${count} ${count === 1 ? 'is' : 'are'} missing: other words for the same would be the same post again. Write by hand, under campaign: { variants: ["…"] } in the front matter, for example:`,
    hooks: {
      question: 'a question that your reader asks, and that the page answers',
      figure: 'one figure from the page, with what it means for the reader',
      quote: 'a sentence from the page or from somebody who used it, in quotation marks',
      result: 'what has changed for somebody who followed the page',
      mistake: 'the mistake that most people make, and that the page spares them',
      reader: 'whom the page is for, addressed directly: “You are … ?”',
    },
  },
  fr: {
    origin: { own: 'la vôtre', made: 'tirée du brouillon' },
    alike: (share: number) => `ressemble à ${share} % au texte le plus proche`,
    found: (count: number, requested: number) => `${count} ${count > 1 ? 'variantes' : 'variante'} sur ${requested}`,
    refused: 'Écartées',
    missing: (count: number) =>
      `Il en manque ${count} : d’autres mots pour le même propos feraient le même tweet. À écrire à la main, sous campaign: { variants: ["…"] } dans l’en-tête, par exemple :`,
    hooks: {
      question: 'une question que se pose votre lecteur, et à laquelle la page répond',
      figure: 'un chiffre de la page, avec ce qu’il change pour le lecteur',
      quote: 'une phrase de la page, ou de quelqu’un qui s’en est servi, entre guillemets',
      result: 'ce qui a changé pour quelqu’un qui a suivi la page',
      mistake: 'l’erreur que presque tout le monde fait, et que la page évite',
      reader: 'à qui s’adresse la page, en lui parlant : « Vous êtes … ? »',
    },
  },
} as const;

/** How variants are drawn. */
export interface VariantsView extends TerminalStyle {
  readonly locale: Locale;
  /** No more than the texts and their scores. */
  readonly quiet: boolean;
}

/** What to write by hand for a hook. */
export const hookTitle = (hook: Hook, locale: Locale): string => WORDS[locale].hooks[hook];

const INDENT = '   ';

/** The texts for reposts, numbered, and what is to be written by hand where they do not suffice. */
export function variantsReport(judged: JudgedDraft, requested: number, plan: VariantPlan, view: VariantsView): string {
  const { locale, color, quiet } = view;
  const words = WORDS[locale];
  const palette = createPalette(color);
  const columns = reportColumns(view);
  const { variants, missing, refused, write } = plan;
  const listed = (lead: string, text: string): string[] =>
    wrap(oneLine(text), columns - INDENT.length - lead.length).map(
      (line, index) => INDENT + (index === 0 ? lead : ' '.repeat(lead.length)) + line,
    );
  const texts = variants.map(({ text, score, origin, nearest }, index) => {
    const facts = `${words.origin[origin]} · ${words.alike(Math.round(nearest * 100))}`;
    const number = palette.bold(padEnd(String(index + 1), INDENT.length));
    const [first = '', ...rest] = wrap(facts, columns - INDENT.length - 8);
    const head = `${number}${palette.share(score / 100, `${score}/100`.padEnd(6))}  ${first}`;
    return [head, ...rest.map((line) => `${INDENT}        ${line}`), ...textLines(text, columns)];
  });
  const notUsed = refused.flatMap(({ text, reason }) => [...listed('- ', `“${text}”`), ...listed('  → ', reason)]);
  const sections = [
    [draftTitle(judged, columns, palette), words.found(variants.length, requested)],
    ...texts,
    refused.length === 0 || quiet ? [] : [words.refused, ...notUsed],
    missing === 0 || quiet
      ? []
      : [...wrap(words.missing(missing), columns), ...write.flatMap((hook) => listed('- ', hookTitle(hook, locale)))],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}
