// Words in capitals that are no names, acronyms or code. Read by the program for texts with two capitals in a row
// (scripts/lazy-packages.mjs).
import type { Span } from '#tweet/bounds.js';
import { lazy } from '#base/lazy.js';
import { matchCase, opensSentence } from '#words/characters.js';
import { calmFigure, calmShort, isDayOrMonth, isTwoInOne, withAccents } from './calm-words.js';
import { isAcronym, classifyWord, spanOverlaps, type Subject, type Word } from './subject.js';

/** Too short to shout alone; between words that do it belongs to them: "POUR LE MARATHON". */
const SHORT = lazy(() => /^[A-ZÀ-ÞŒ]{1,2}$/);
const CAPITALS = lazy(() => /^[A-ZÀ-ÞŒ][A-ZÀ-ÞŒ'’-]*[A-ZÀ-ÞŒ]$/);
/** Looked at closely only when it can be: most words have a small letter, and figures have none of either. */
const isCapitals = (word: string): boolean =>
  word === word.toUpperCase() && word !== word.toLowerCase() && CAPITALS().test(word);

/** Figures between words in capitals: a day, an hour, a year. */
const FIGURE = /^\d{1,4}(?:[A-ZÀ-Þ]{1,3}\d{0,2})?$/;

/** A run of words in capitals with the same in small letters; `sure` when each is known, so that accents are right. */
export interface Shout {
  readonly span: Span;
  readonly calm: string;
  readonly sure: boolean;
}

type Run = readonly Word[];

/** What a sentence stands behind: nothing, the end of another, a colon. */
const SENTENCE_ENDS = '.!?…:»\n';
/** The same without the colon, behind which English goes on in small letters. */
const ENDS = '.!?…»\n';
/** What ends what was said in capitals. */
const STATEMENT_END = /^[ \u00a0\u202f]*(?:[!?:.…\n]|$)/;

/** The rows of words in capitals, whole: a comma parts them where one of its sides is a single word, as in a list. */
function runsOf({ words, lexicon, text, protectedSpans }: Subject): Run[] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  let small: Word[] = [];
  const flush = (): void => {
    // "LE 6 JUILLET A 10H": what ends in a figure is said as loud as the rest.
    const ends = small.findLastIndex(({ text: word }) => FIGURE.test(word));
    if (run.length > 1) run.push(...small.slice(0, ends + 1));
    if (run.length > 0) runs.push(run);
    [run, small] = [[], []];
  };
  for (const word of words) {
    const previous = small.at(-1) ?? run.at(-1);
    const gap = previous === undefined ? '' : text.slice(previous.span.end, word.span.start);
    if (/[^\s'’-]/.test(gap)) flush();
    const isFree = !word.inTag && !protectedSpans.some((other) => spanOverlaps(other, word.span));
    if (isFree && isCapitals(word.text) && !(isAcronym(word.text, lexicon) && run.length === 0)) {
      run.push(...small, word);
      small = [];
    } else if (
      run.length > 0 &&
      isFree &&
      (SHORT().test(word.text) || /^[A-ZÀ-ÞŒ]['’]$/.test(word.text) || FIGURE.test(word.text))
    )
      small.push(word);
    else flush();
  }
  flush();
  const joined: Word[][] = [];
  for (const next of runs) {
    const last = joined.at(-1);
    const [end, start] = [last?.at(-1)?.span.end ?? 0, next[0]?.span.start ?? 0];
    const isListed = last === undefined || last.length < 2 || next.length < 2;
    if (!isListed && /^,\s$/.test(text.slice(end, start))) last.push(...next);
    else joined.push(next);
  }
  return joined;
}

/** What opens the heading of a warning: "RAPPEL PRODUIT :", "FLOOD WARNING:" has its own first word. */
const WARNS = /^(?:ALERTE?|AVIS|DANGER|FLOOD|PRODUCT|RAPPEL|RECALL|SAFETY|STORM|VIGILANCE|WARNING|WEATHER)$/;

/** Behind a title: who wrote it, or what is said of it in quotation marks. */
const BY_OR_QUOTED = lazy(
  () =>
    /^,?[ \u00a0](?:by|de|d[’']) ?(?!L[aeo]s? |Saint|New |El )[A-ZÀ-ÞŒ][a-zà-ÿœ.-]*(?: [A-ZÀ-ÞŒ][a-zà-ÿœ’'.-]*){0,2} [A-ZÀ-ÞŒ][a-zà-ÿœ]|^[ \u00a0\u202f]?[,:–—-]?\s{0,2}["“«]/,
);
/** What has a title of its own. */
const WORK = lazy(
  () =>
    /(?<![A-Za-zÀ-ÿŒœ])(?:novels?|paperback|hardback|bookshops?|books?|films?|cinemas?|documentary|album|memoir|biography|thriller|review(?:s|ed|ers?)?|roman|livres?|librairies?|poche|cinémas?|salles|documentaire|bande dessinée|récit|polar|recueil|éditions|traduit|auteure?s?|autrice|authors?|writer|chapters?|chapitres?)(?![A-Za-zÀ-ÿŒœ])/i,
);
/** Words of events about works: titles have none of them. */
const OF_EVENT =
  /(?<![A-Z])(?:BOOK|LAUNCH|SIGNING|TALK|READING|WORKSHOP|EXHIBITION|RENCONTRE|DÉDICACES?|DEDICACES?|LECTURE|ATELIER|CONFÉRENCE|CONFERENCE|EXPO|EXPOSITION|SORTIE|NOUVEAUTÉ|NOUVEAU|NEW|OUT|NOW|FREE|WIN|GRATUIT|CONCERT|SPECTACLE|REVIEW|LIVRE|ROMAN|FILM)(?![A-ZÀ-Þ])/;

/** Whether a run is the title of a work, which many houses set in capitals: "THE SALT ROAD by Ines Halloran". */
function isTitle(run: Run, { start, end }: Span, text: string): boolean {
  if (run.length < 2 || OF_EVENT.test(text.slice(start, end))) return false;
  return BY_OR_QUOTED().test(text.slice(end, end + 60)) && WORK().test(text.slice(0, start) + text.slice(end));
}

/** Whether a run is said loud, and is no name, acronym or code. */
function isLoud(run: Run, { text, lexicon, language, proofreader }: Subject): boolean {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return false;
  const long = run.filter(({ text: word }) => word.length >= 3 && !/\d/.test(word) && !isAcronym(word, lexicon));
  if (long.length === 0) return false;
  const opens = opensSentence(
    text.slice(Math.max(0, first.span.start - 6)),
    Math.min(6, first.span.start),
    SENTENCE_ENDS,
  );
  const behind = text.slice(last.span.end);
  // What warns may be loud.
  if (isTitle(run, { start: first.span.start, end: last.span.end }, text)) return false;
  if (opens && WARNS.test(first.text) && /^[ \u00a0\u202f]*:/.test(behind)) return false;
  const closes = STATEMENT_END.test(behind);
  if (long.length >= 3) return true;
  const areWords = long.every(
    ({ word }) =>
      proofreader?.knows(word, language) === 'word' ||
      (lexicon !== undefined && classifyWord(word, lexicon) !== 'subject'),
  );
  if (long.length === 2 && opens && areWords) return true;
  if (long.length === 2) return closes && (opens || /^[ \u00a0\u202f]*!/.test(behind));
  const [only] = long;
  // A word alone: only one that everybody knows, set off as a shout.
  const isKnown = lexicon !== undefined && only !== undefined && classifyWord(only.word, lexicon) === 'generic';
  // "INCROYABLE guide": a long word that stands in a sentence as any other.
  if (isKnown && only.text.length >= 6 && /^[ \u00a0]+[A-Za-zÀ-ÿŒœ]/.test(behind)) return true;
  return isKnown && only.text.length >= 4 && closes && (opens || /^[ \u00a0\u202f]*!/.test(behind));
}

/** Whole runs of words in capitals that are no acronyms, names or code. */
export function shoutedWords(subject: Subject): Shout[] {
  const { text } = subject;
  return runsOf(subject)
    .filter((run) => isLoud(run, subject))
    .map((run) => {
      const span = { start: run[0]?.span.start ?? 0, end: run.at(-1)?.span.end ?? 0 };
      // "20 % OFF" opens with its figure.
      const opens = opensSentence(text, span.start, ENDS) && !/[\d%€£$]\s*$/.test(text.slice(0, span.start));
      let calm = '';
      let at = span.start;
      let sure = true;
      for (const [index, word] of run.entries()) {
        const { small, isSure } = calmWord(word, subject);
        if (!isSure) sure = false;
        calm += text.slice(at, word.span.start) + (index === 0 && opens ? matchCase('A', small) : small);
        at = word.span.end;
      }
      return { span, calm, sure };
    });
}

/** A word of a run in normal case; not sure where capitals may hide its accents, or what it is. */
function calmWord(word: Word, subject: Subject): { readonly small: string; readonly isSure: boolean } {
  const { text, lexicon, language, proofreader } = subject;
  if (/^\d/.test(word.text)) return { small: calmFigure(word.text), isSure: true };
  const behind = text.slice(word.span.end);
  if (isDayOrMonth(word.text, text.slice(0, word.span.start), behind))
    return { small: capitalized(word.text), isSure: true };
  if (isAcronym(word.text, lexicon))
    return { small: word.text, isSure: proofreader?.knows(word.word, language) === 'word' };
  const short = calmShort(word.text, behind);
  if (short !== undefined) return { small: short, isSure: true };
  const isListed = lexicon !== undefined && classifyWord(word.word, lexicon) !== 'subject';
  const known = isListed ? 'word' : proofreader?.knows(word.word, language);
  const isName = (is: typeof known): boolean => is === 'name' || isTaggedName(word, subject);
  if (known === undefined && proofreader !== undefined) {
    const accented = withAccents(word.word, (candidate) => proofreader.knows(candidate, language) !== undefined);
    if (accented !== undefined) {
      const is = proofreader.knows(accented, language);
      return { small: isName(is) ? capitalized(accented) : accented, isSure: is === 'word' };
    }
  }
  const takesCapital = isName(known) || (known === undefined && proofreader !== undefined && /-/.test(word.text));
  return {
    small: takesCapital ? capitalized(word.text) : word.text.toLowerCase(),
    isSure: known === 'word' && !isTwoInOne(word.text, behind),
  };
}

/** Whether a tag writes a word as a name: "HULL" beside #Hull. */
const isTaggedName = ({ word }: Word, { words }: Subject): boolean =>
  words.some(({ inTag, text, word: other }) => inTag && other === word && /^[A-ZÀ-ÞŒ][a-zà-ÿœ]/.test(text));

const capitalized = (word: string): string =>
  word
    .toLowerCase()
    .replace(/(^|[-'’])([A-Za-zÀ-ÿŒœ])/g, (_, before: string, letter: string) => before + letter.toUpperCase());
