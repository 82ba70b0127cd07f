// Words that exist and stand in the place of others, and words written twice.
import { wordSet } from '#base/word-set.js';
import { lazy, lazyFor } from '#base/lazy.js';
import { forLanguage } from './by-language.js';
import { englishConfusions, type Pair } from './english-confusions.js';
import { frenchConfusions } from './french-confusions.js';
import { hasLetters } from './triggered.js';
import type { WordList } from './word-list.js';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What was written and what was surely meant. */
export interface Confusion {
  readonly span: Stretch;
  readonly meant: string;
}

const APOSTROPHE = "[’']";

const TABLES: Readonly<Record<string, () => readonly Pair[]>> = {
  fr: lazy(frenchConfusions),
  en: lazy(englishConfusions),
};

/** The expression of a row, made when a text has the letters of that row. */
const patternOf = lazyFor((row: Pair): RegExp => {
  const [, source] = row;
  // Blanks of any kind, and either apostrophe.
  const flexible = source.replaceAll('’', APOSTROPHE).replaceAll(' ', '[ \\u00a0\\u202f]');
  // Behind a blank the next word may begin; elsewhere a word must have ended.
  const ends = / (?:\(\?[=!].*\))?$/.test(source) ? '' : '(?![A-Za-zÀ-ÿŒœ-])';
  return new RegExp(`(?<![A-Za-zÀ-ÿŒœ\\d-]|[A-Za-zÀ-ÿŒœ][’'])(?:${flexible})${ends}`, 'gi');
});

const withCase = (written: string, meant: string): string =>
  /^[A-ZÀ-ÞŒ]/.test(written) ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant;

/** Participles where an infinitive is wanted: "il faut taillé". */
const BEHIND_MODALS = {
  fr: lazy(
    () =>
      /(?<![A-Za-zÀ-ÿŒœ-])(faut|peut|peuvent|peux|pouvez|pouvons|doit|doivent|dois|devez|devons|veut|veulent|veux|voulez|va|vont|vais|vas|allez|allons|fallait|faudra|souhaitez|souhaite|souhaitons|souhaitent|aimerait|aimeriez|préférez|préfère|espère|espérons|venez|osez|laissez|laisse|faire|pourra|pourrez|pourront|devra|devrez|devront) ([A-Za-zÀ-ÿŒœ]{2,}é)(?![A-Za-zÀ-ÿŒœ])/gi,
  ),
};

/** An order where an infinitive is wanted ("pour réservez", "vous pouvez réservez"), and the other way round ("avons créer"). */
const VERB_FORMS = {
  fr: lazy(
    () =>
      /(?<![A-Za-zÀ-ÿŒœ’'-])(?:(?<wants>pour|sans|pouvez|devez|voulez|peut|faut|allez|souhaitez|venez) (?<order>(?!chez|assez|nez|ez)[A-Za-zÀ-ÿŒœ]{2,}ez)|(?<has>avons|avez|ont|avait|avaient|ai) (?<infinitive>[A-Za-zÀ-ÿŒœ]{2,}er))(?![A-Za-zÀ-ÿŒœ-])/gi,
  ),
};

const WANTING = 'pour |sans |pouvez |devez |voulez |peut |faut |allez |souhaitez |venez ';
const HAVING = 'avons |avez |ont |avait |avaient |ai ';

/** The expression takes 0.1 ms to compile, these letters nothing. */
function mayHaveVerbForm(text: string): boolean {
  const lower = text.toLowerCase();
  return (
    (lower.includes('ez') && hasLetters(WANTING, lower)) || (/er(?![a-zà-ÿœ])/.test(lower) && hasLetters(HAVING, lower))
  );
}

/** The wrong forms of verbs in a text, with the right one where the dictionary has it. */
function verbForms(text: string, language: string | undefined, list: WordList): Confusion[] {
  const pattern = forLanguage(VERB_FORMS, language)?.();
  if (pattern === undefined || !mayHaveVerbForm(text)) return [];
  return [...text.matchAll(pattern)].flatMap((match) => {
    const { wants, order, has, infinitive } = match.groups ?? {};
    const stem = (order ?? infinitive ?? '').slice(0, -2);
    const form = order === undefined ? `${stem}é` : `${stem}er`;
    // "ont hier" is right: what has no participle is no verb.
    if (list.lookUp(form.toLowerCase()) === undefined) return [];
    const span = { start: match.index, end: match.index + match[0].length };
    return [{ span, meant: `${wants ?? has ?? ''} ${form}` }];
  });
}

/** What the rows of a table find in a text, row by row. */
export function findPairs(text: string, table: readonly Pair[]): Confusion[] {
  const plain = ` ${text.toLowerCase().replace(/[\u00a0\u202f]/g, ' ')} `;
  const tried = table.filter(([when]) => hasLetters(when, plain));
  return tried.flatMap((row) =>
    [...text.matchAll(patternOf(row))].flatMap((match) => {
      const [, , meant] = row;
      const [written, ...groups] = match;
      const put = meant.replace(/\$(\d)/g, (_, at: string) => String(groups[Number(at) - 1] ?? ''));
      // "A l’occasion" at the start lacks an accent: that is typography. Another "A" may be a name, but in "A well-earned".
      if (written.startsWith('A ') && !put.includes('-')) return [];
      // Patterns do not tell capitals from small letters.
      if (written === put) return [];
      return [{ span: { start: match.index, end: match.index + written.length }, meant: withCase(written, put) }];
    }),
  );
}

/**
 * The confusions in a text of a language, in its order.
 * @param list its words, by which a participle is known behind a verb that wants an infinitive.
 */
export function confusions(text: string, language: string | undefined, list: WordList): Confusion[] {
  const found = findPairs(text, forLanguage(TABLES, language)?.() ?? []);
  const participles = forLanguage(BEHIND_MODALS, language);
  if (participles !== undefined && /[a-z]é(?![A-Za-zÀ-ÿ])/.test(text)) {
    for (const match of text.matchAll(participles())) {
      const [written, modal = '', participle = ''] = match;
      const infinitive = `${participle.slice(0, -1)}er`.toLowerCase();
      if (list.lookUp(infinitive) === undefined) continue;
      const span = { start: match.index, end: match.index + written.length };
      found.push({ span, meant: `${modal} ${infinitive}` });
    }
  }
  found.push(...verbForms(text, language, list));
  // A small L in the place of a capital i: "lA".
  for (const { index, 0: written } of text.matchAll(/(?<![A-Za-zÀ-ÿŒœ\d])l[A-Z]{1,3}(?![A-Za-zÀ-ÿŒœ\d])/g)) {
    found.push({ span: { start: index, end: index + written.length }, meant: `I${written.slice(1)}` });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** Words that are rightly written twice in a row. */
const TWICE = wordSet(
  'nous vous très trop plus non oui bla bien tout si vite peu petit had that very really so no yes bye ha hi ho knock go long many far new never again more win night faire on off cha pin tam bam tic tac miam coucou chut allez',
);
const DOUBLE = lazy(
  () =>
    /(?<![A-Za-zÀ-ÿŒœ\d@#&'’/.-])([A-Za-zÀ-ÿŒœ][A-Za-zÀ-ÿŒœ]*)([ \u00a0\u202f]+)\1(?![A-Za-zÀ-ÿŒœ\d'’/-]|\.[A-Za-zÀ-ÿŒœ])/gi,
);

/** Words written twice by a slip, each with one of the two. */
export function doubledWords(text: string): Confusion[] {
  return [...text.matchAll(DOUBLE())].flatMap((match) => {
    const [written, word = ''] = match;
    const second = written.slice(-word.length);
    // A capital inside a sentence makes a name: "Duran Duran".
    const isName = second !== second.toLowerCase();
    if (isName || word.length < 2 || TWICE.has(word.toLowerCase())) return [];
    return [{ span: { start: match.index, end: match.index + written.length }, meant: word }];
  });
}
