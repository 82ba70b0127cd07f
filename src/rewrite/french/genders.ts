import { lazy } from '#base/lazy.js';
// French nouns of people with both genders in brackets: written out, they read as a sentence.
import type { Change, Operation } from '../wording.js';

const PERSON = lazy(
  () =>
    /(?<![\p{L}])(?<article>un)\((?:e)\) (?<noun>\p{L}+)\((?<end>-?\p{L}{1,5})\)(?<more>(?: (?:de|d[’']|en|à) ?\p{L}+)?)(?=[ ,.:!]|$)/giu,
);
const BRACKETS = /\(-?(?:e|ne|ère|euse|se|trice|rice|ve|s|es|le)\)/gi;
/** Endings of the masculine that the feminine changes, by the ending in brackets. */
const CHANGED: readonly (readonly [end: RegExp, masculine: RegExp, feminine: string])[] = [
  [/^(?:e|ère)$/, /er$/, 'ère'],
  [/^(?:se|euse)$/, /eur$/, 'euse'],
  [/^(?:trice|rice)$/, /teur$/, 'trice'],
  [/^(?:ve)$/, /f$/, 've'],
  [/^(?:ne|enne)$/, /en$/, 'enne'],
  [/^(?:le)$/, /el$/, 'elle'],
  [/^e$/, /[^e]$/, '+e'],
];

/** The feminine of a noun, from the ending that its author put in brackets; undefined where it is not known. */
function feminine(noun: string, end: string): string | undefined {
  const found = CHANGED.find(
    ([ending, masculine]) => ending.test(end.replace('-', '').toLowerCase()) && masculine.test(noun),
  );
  if (found === undefined) return undefined;
  const [, masculine, put] = found;
  return put === '+e' ? `${noun}e` : noun.replace(masculine, put);
}

/** "un(e) infirmier(e)" → "un infirmier ou une infirmière", where no adjective behind it has two forms. */
const bothGenders: Operation = {
  id: 'both-genders',
  apply({ text }) {
    let inside = 0;
    const changes = [...text.matchAll(PERSON())].flatMap((match): Change[] => {
      const { article = '', noun = '', end = '', more = '' } = match.groups ?? {};
      const woman = feminine(noun, end);
      if (woman === undefined) return [];
      inside += match[0].match(BRACKETS)?.length ?? 0;
      return [
        {
          start: match.index,
          end: match.index + match[0].length,
          text: `${article} ${noun} ou ${article}e ${woman}${more}`.replace(
            / (u|U)ne /,
            (_, u: string) => ` ${u.toLowerCase()}ne `,
          ),
        },
      ];
    });
    if (changes.length === 0 || inside !== (text.match(BRACKETS)?.length ?? 0)) return undefined;
    return { changes };
  },
};

const ONE_FORM = lazy(
  () =>
    /(?<![\p{L}])(?<article>un)\((?:e)\) (?=(?<noun>comptable|journaliste|bibliothécaire|architecte|juriste|secrétaire|fleuriste|stagiaire|gestionnaire|libraire|dentiste|kinésithérapeute|orthophoniste|psychologue|peintre|interprète|propriétaire|guide|bénévole|élève|artiste|webmestre|podologue|pianiste|graphiste|photographe)(?![\p{L}(]))/giu,
);
/** "un(e) comptable" → "un ou une comptable". */
const oneForm: Operation = {
  id: 'both-genders',
  apply({ text }) {
    const changes = [...text.matchAll(ONE_FORM())].map(({ 0: found, index, groups }): Change => ({
      start: index,
      end: index + found.length,
      text: `${groups?.['article'] ?? 'un'} ou une `,
    }));
    return changes.length === 0 || changes.length !== (text.match(BRACKETS)?.length ?? 0) ? undefined : { changes };
  },
};

/** Operations on words of both genders. */
export const genders: readonly Operation[] = [bothGenders, oneForm];
