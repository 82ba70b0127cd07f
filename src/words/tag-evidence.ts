// What a text, its tags and its address say of its subject: the subjects that they name, and how much each field weighs.
import { plain, sameKey } from './characters.js';
import { lazyFor } from '#base/lazy.js';
import { isNameAt, type ClassesOf } from './address-subjects.js';
import { isListed } from './phrases.js';
import { wordSet } from '#base/word-set.js';
import type { Lexicon } from './lexicon.js';
import { namesForm, namesPeople, NO_FIELD } from './no-subject.js';
import { listOf, subjectsIn, type NamedSubject, type Subject } from './subject-list.js';
import { splitTag, tokenize, type Token } from './tokens.js';
import { roleOf } from './word-role.js';

/** What a text is about, as far as tags are chosen by it. */
export interface TagInput {
  readonly text: string;
  /** Its words outside tags, links, quotations and code. */
  readonly words: readonly Token[];
  /** The tags that it has, without their sign. */
  readonly tags: readonly string[];
  /** Where it leads: the words of an address tell its subject. */
  readonly link: string | undefined;
  /** Words that the author wants to be found by. */
  readonly keywords: readonly string[];
  /** Tags that the account uses. */
  readonly ownTags: readonly string[];
  /** What a word may be, as bits of `WORD_CLASS`; without word lists, words that no list of subjects has are left. */
  readonly classesOf?: ClassesOf | undefined;
}

/** What a word with other meanings says of its field. */
export const HALF = 0.5;

/** How surely a single word tells what a text is about. */
export const gradesOf = lazyFor(({ manyMeanings = '', clearSubjects = '' }: Lexicon) => ({
  many: wordSet(manyMeanings),
  clear: wordSet(clearSubjects),
}));

/** Whether a word is part of a handle or an address that X does not link: "example-cafe.bsky.social". */
const isInAddress = (text: string, { span }: Token): boolean =>
  /[@/._]/.test(text.charAt(span.start - 1)) ||
  /^[@/_]|^\.[A-Za-z]|^-\w+\.\w/.test(text.slice(span.end, span.end + 20));

/** An acronym is one in capitals: "PLU" is a plan, "plus" is none. */
const isWrittenAlike = ({ tag, words, isAlias }: Subject, { text }: Token): boolean =>
  words.length > 1 || isAlias || !/^[A-Z]{2,}$/.test(tag) || /^[A-Z]{2}/.test(text);

/** What text, tags and address say, and how much each field is spoken of. */
export interface Evidence {
  readonly tokens: readonly Token[];
  readonly named: readonly NamedSubject[];
  readonly ofTags: readonly Subject[];
  readonly ofHost: readonly Subject[];
  readonly ofPath: readonly Subject[];
  readonly address: string;
  /** The words of the path, without accents. */
  readonly path: readonly string[];
  readonly fields: readonly string[];
  /** The signs of a field, those of a subject left out. */
  weigh(field: string, without?: string): number;
  /** How much the strongest of all other fields weighs. */
  against(field: string): number;
  isSure(subject: Subject): boolean;
  isForm(tag: string): boolean;
  isPerson(subject: Subject): boolean;
}

export function gatherEvidence({ text, words, tags, link = '' }: TagInput, lexicon: Lexicon): Evidence {
  const { language } = lexicon;
  const list = listOf(lexicon);
  const { many } = gradesOf(lexicon);
  // "mars" is a month, "Mars" a planet; "la réunion" is no island.
  const isNamed = ({ written, words: [first = '', ...more] }: Subject, all: readonly Token[], at: number): boolean =>
    written === written.toLowerCase() ||
    (more.length === 0 && !many.has(first) && !isListed(first, lexicon.genericWords)) ||
    written.split(' ').every((word, step) => !/^[A-ZÀ-Þ]/.test(word) || /^[A-ZÀ-Þ]/.test(all[at + step]?.text ?? ''));
  const asTokens = (texts: readonly string[]): Token[] => tokenize(texts.join(' . '));
  const tokens = words.filter((token) => !isInAddress(text, token));
  const named = subjectsIn(tokens, list, language).filter(({ subject, index }) => {
    const token = tokens[index];
    if (token === undefined || !isWrittenAlike(subject, token) || !isNamed(subject, tokens, index)) return false;
    if (subject.field === NO_FIELD) return false;
    return subject.tag !== subject.tag.toLowerCase() || !isNameAt(text, token);
  });
  const subjectsOf = (texts: readonly string[]): Subject[] =>
    subjectsIn(asTokens(texts), list, language).flatMap(({ subject }) => (subject.field === NO_FIELD ? [] : subject));
  // An address has no accents: its words take them from the text, or from a field.
  const written = new Map(tokens.map(({ word }) => [plain(word), word]));
  const accented = (part: string): string =>
    part
      .split(' ')
      .map((word) => written.get(word) ?? list.fields().get(word) ?? word)
      .join(' ');
  const ofTags = subjectsOf(tags.flatMap((tag) => [tag, splitTag(tag).join(' ')]));
  const address = plain(link.replace(/^https?:\/\/(?:www\.)?/i, ''));
  const [host = '', ...path] = address.split('/').map((part) => part.replace(/[^a-z]+/g, ' '));
  const pathWords = path.flatMap((part) => part.split(' ')).filter((word) => word.length > 2);
  const [ofHost, ofPath] = [subjectsOf([accented(host)]), subjectsOf([accented(path.join(' '))])];
  const isForm = (tag: string): boolean => namesForm(tag.toLowerCase(), language);
  const isPerson = ({ tag, words: names, field }: Subject): boolean =>
    names.length === 1 && tag !== field && namesPeople(tag.toLowerCase());
  const isSure = ({ words: [name = '', ...more] }: Subject): boolean => more.length > 0 || !many.has(name);

  // What says a field: its own words, each once, those of people and of forms left out; those with other meanings say half.
  const signs = new Map<string, Map<string, number>>();
  const addSign = (subject: Subject, weight: number): void => {
    const known = signs.get(subject.field) ?? new Map<string, number>();
    const key = sameKey(subject.tag);
    signs.set(subject.field, known.set(key, Math.max(weight, known.get(key) ?? 0)));
  };
  const says = (subject: Subject): boolean =>
    (!isForm(subject.tag) && !isPerson(subject)) || ofTags.some(({ tag }) => tag === subject.tag);
  for (const { subject, index } of named) {
    if (!says(subject)) continue;
    addSign(subject, isSure(subject) && !roleOf(text, tokens, index, language).isAside ? 1 : HALF);
  }
  for (const subject of [...ofHost, ...ofPath]) if (says(subject)) addSign(subject, isSure(subject) ? 1 : HALF);
  for (const subject of ofTags) addSign(subject, 1);
  const weigh = (field: string, without?: string): number =>
    [...(signs.get(field) ?? [])].reduce((sum, [key, one]) => (key === without ? sum : sum + one), 0);
  const fields = [...signs.keys()];
  // A word of two fields does not speak for one of them against the other.
  const against = (field: string): number => {
    const own = signs.get(field);
    const weights = fields.map((other) =>
      other === field
        ? 0
        : [...(signs.get(other) ?? [])].reduce((sum, [key, one]) => (own?.has(key) === true ? sum : sum + one), 0),
    );
    return Math.min(2, Math.max(0, ...weights));
  };
  return {
    tokens,
    named,
    ofTags,
    ofHost,
    ofPath,
    address,
    path: pathWords,
    fields,
    weigh,
    against,
    isSure,
    isForm,
    isPerson,
  };
}
