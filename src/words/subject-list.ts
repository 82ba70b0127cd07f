// The list of subjects of a language, and which of them words name.
import { lazy } from '#base/lazy.js';
import { plain } from './characters.js';
import { singularize } from './grammar.js';
import type { Lexicon } from './lexicon.js';
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

/** The list in one text, a line for each field: searched as it stands, since an index takes longer than a few searches. */
export interface SubjectList {
  readonly written: string;
  readonly lower: string;
  /** Words of the fields by their form without accents: addresses have none. */
  readonly fields: () => ReadonlyMap<string, string>;
  /** Subjects by the word that they open with. */
  readonly found: Map<string, readonly Subject[]>;
}
/** Words that are kept. */
const MAX_KNOWN = 5000;

// Lexicons live as long as the program.
const lists = new WeakMap<Lexicon, SubjectList>();

/** The list of a lexicon, made once. */
export function listOf(lexicon: Lexicon): SubjectList {
  const known = lists.get(lexicon);
  if (known !== undefined) return known;
  const lines = Object.entries(lexicon.subjects ?? {}).map(([field, subjects]) => `\n${field}|${field}|${subjects}|`);
  const written = lines.join('');
  const fields = lazy(
    () => new Map(Object.keys(lexicon.subjects ?? {}).map((field) => [plain(field), field.toLowerCase()])),
  );
  const list = { written, lower: written.toLowerCase(), fields, found: new Map<string, readonly Subject[]>() };
  lists.set(lexicon, list);
  return list;
}

/** The subjects that open with a word. */
function subjectsWith(word: string, list: SubjectList): readonly Subject[] {
  const before = list.found.get(word);
  if (before !== undefined) return before;
  const subjects = searchSubjects(word, list);
  if (list.found.size >= MAX_KNOWN) list.found.clear();
  list.found.set(word, subjects);
  return subjects;
}

function searchSubjects(word: string, { written, lower: text }: SubjectList): Subject[] {
  const subjects: Subject[] = [];
  for (let at = text.indexOf(`|${word}`); at >= 0; at = text.indexOf(`|${word}`, at + 1)) {
    const after = text.charAt(at + 1 + word.length);
    if (after !== '|' && after !== ' ' && after !== '=' && after !== "'") continue;
    const end = text.indexOf('|', at + 1);
    const line = text.lastIndexOf('\n', at) + 1;
    const [name = '', alias] = written.slice(at + 1, end).split('=');
    const field = written.slice(line, text.indexOf('|', line));
    const words = tokenize(text.slice(at + 1, at + 1 + name.length)).map((token) => token.word);
    if (words[0] !== word) continue;
    subjects.push({
      words,
      written: name,
      tag: asTag(alias === '' ? field : (alias ?? name)),
      field,
      isAlias: alias !== undefined,
    });
  }
  return subjects;
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
