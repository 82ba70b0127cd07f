// The list of subjects of a language, and which of them words name.
import { lazy, lazyFor } from '#base/lazy.js';
import { plain } from './characters.js';
import { singularize } from './grammar.js';
import type { Lexicon } from './lexicon.js';
import { findInBlocks, type RowBlocks } from './row-blocks.js';
import { BETWEEN } from './subject-rows.js';
import { joinAsTag } from './tags.js';
import { tokenize, type Token } from './tokens.js';

/** A subject of the list: the words that name it, in lower case, its tag, and the broader subject that it belongs to. */
export interface Subject {
  readonly words: readonly string[];
  /** The words as the list has them: with the capitals of a name. */
  readonly written: string;
  /** What the words stand for may be another word: "nageuse" is of swimming. */
  readonly tag: string;
  readonly field: string;
  /** Whether its tag is made of other words than those that name it. */
  readonly isAlias: boolean;
}

/** A subject as a tag without its sign: several words are joined. */
export const asTag = (subject: string): string => (/[ '’-]/.test(subject) ? joinAsTag(subject.split(' ')) : subject);

/** What the list has of most words. */
const NONE: readonly Subject[] = [];

/** The list as it is searched, with what was found in it. */
interface SubjectList {
  /** As `toSubjectRows` puts them. */
  readonly rows: RowBlocks;
  /** Words of the fields by their form without accents: addresses have none. */
  readonly fields: () => ReadonlyMap<string, string>;
  /** Subjects by the word that they open with. */
  readonly found: Map<string, readonly Subject[]>;
}

/** The table of a language without subjects. */
const NO_ROWS: RowBlocks = { firsts: [], read: () => '' };

/** Words that are kept. */
const MAX_KNOWN = 5000;

/** The list of a lexicon, made once: lexicons live as long as the program. */
export const listOf = lazyFor(({ subjects = NO_ROWS, fields = '' }: Lexicon): SubjectList => ({
  rows: subjects,
  fields: lazy(() => new Map(fields.split('|').map((field) => [plain(field), field.toLowerCase()]))),
  found: new Map(),
}));

/** The subjects that open with a word. */
function subjectsWith(word: string, list: SubjectList): readonly Subject[] {
  const before = list.found.get(word);
  if (before !== undefined) return before;
  const subjects = findInBlocks(word, list.rows, BETWEEN)?.split(BETWEEN).map(toSubject) ?? NONE;
  if (list.found.size >= MAX_KNOWN) list.found.clear();
  list.found.set(word, subjects);
  return subjects;
}

const ONE_WORD = /^[A-Za-zÀ-ÖØ-öø-ÿ]+$/;

function toSubject(written: string): Subject {
  const [subject = '', field = ''] = written.split('>');
  const [name = '', alias] = subject.split('=');
  return {
    // Most names are one word, and a run reads dozens of them.
    words: ONE_WORD.test(name) ? [name.toLowerCase()] : tokenize(name.toLowerCase()).map(({ word }) => word),
    written: name,
    tag: asTag(alias === '' ? field : (alias ?? name)),
    field,
    isAlias: alias !== undefined,
  };
}

/** A word as it may stand in the list: as it is, and in the singular. */
export const formsOf = (word: string, language: string): string[] => [word, ...singularize(word, language)];

/** A subject that words name, and the place of the first of them. */
export interface NamedSubject {
  readonly subject: Subject;
  /** Of its first word among the tokens. */
  readonly index: number;
}

/**
 * The subjects that words name, each word taken once, the longest name first. A name of several fields is given once for
 * each of them: a vet is of animals and of pets.
 */
export function subjectsIn(tokens: readonly Token[], list: SubjectList, language: string): NamedSubject[] {
  const found: NamedSubject[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined || token.word.length < 2) continue;
    const candidates = formsOf(token.word, language).flatMap((form) => subjectsWith(form, list));
    const longest = candidates
      .filter(({ words }) =>
        words.every((word, step) => {
          const other = tokens[index + step];
          return other !== undefined && (step === 0 || formsOf(other.word, language).includes(word));
        }),
      )
      .sort((a, b) => b.words.length - a.words.length)[0];
    if (longest === undefined) continue;
    const name = longest.words.join(' ');
    for (const subject of candidates) if (subject.words.join(' ') === name) found.push({ subject, index });
    index += longest.words.length - 1;
  }
  return found;
}
