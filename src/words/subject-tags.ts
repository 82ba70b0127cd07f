// Tags that fit a text: subjects that it names, the field that they belong to, and the places where it happens.
import { lazyFor } from '#base/lazy.js';
import { singularize } from './grammar.js';
import type { Lexicon } from './lexicon.js';
import { joinAsTag } from './tags.js';
import { splitTag, tokenize, type Token } from './tokens.js';

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
}

interface Entry {
  readonly words: readonly string[];
  readonly tag: string;
  readonly field: string;
}

const ACCENTS = /[\u0300-\u036f]/g;
const plain = (word: string): string => word.toLowerCase().normalize('NFD').replace(ACCENTS, '').replaceAll('œ', 'oe');
const asTag = (subject: string): string => (/[ '’-]/.test(subject) ? joinAsTag(subject.split(' ')) : subject);

/** The list in one text, a line for each field: searched as it stands, since an index takes longer than a few searches. */
interface SubjectList {
  readonly written: string;
  readonly lower: string;
  /** Without accents, of the same length: addresses have none. */
  readonly folded: string;
}

// Lexicons live as long as the program.
const lists = new WeakMap<Lexicon, SubjectList>();

function listOf(lexicon: Lexicon): SubjectList {
  const known = lists.get(lexicon);
  if (known !== undefined) return known;
  const lines = Object.entries(lexicon.subjects ?? {}).map(([field, subjects]) => `\n${field}|${field}|${subjects}|`);
  const written = lines.join('');
  const lower = written.toLowerCase().normalize('NFC');
  // As `plain`, but of the same length.
  const folded = lower.normalize('NFD').replace(ACCENTS, '').replaceAll('œ', 'o');
  const list = { written, lower, folded };
  lists.set(lexicon, list);
  return list;
}

/** The entries that open with a word. */
function entriesWith(word: string, { written, lower, folded }: SubjectList, isFolded: boolean): Entry[] {
  const text = isFolded ? folded : lower;
  const entries: Entry[] = [];
  for (let at = text.indexOf(`|${word}`); at >= 0; at = text.indexOf(`|${word}`, at + 1)) {
    const after = text.charAt(at + 1 + word.length);
    if (after !== '|' && after !== ' ') continue;
    const end = text.indexOf('|', at + 1);
    const line = text.lastIndexOf('\n', at) + 1;
    const subject = written.slice(at + 1, end);
    const field = written.slice(line, text.indexOf('|', line));
    entries.push({ words: text.slice(at + 1, end).split(' '), tag: asTag(subject), field });
  }
  return entries;
}

/** A word as it may stand in the list: as it is, and in the singular. */
const formsOf = (word: string, language: string): string[] => [word, ...singularize(word, language)];

/** From here on a word is no longer what a text opens with. */
const OPENING = 70;
/** Signs that a field is what a text is about, from which its tag is offered; a word at the opening is two. */
const ENOUGH = 3;
/** People are whom a text speaks of or to, hardly ever what it is about. */
const PERSON = /(?:eur|euse|ier|ière|iste|ant|ante|rice|ien|ienne|aire|é|ée|er|or|ist|ian)s?$/;
const MOST = 2;
/** The rank of a tag that is offered by itself or not at all. */
const ONLY = 1;

interface Hit {
  readonly entry: Entry;
  readonly strength: number;
}

/** The subjects that words name, each word taken once, the longest name first. */
function namedIn(
  tokens: readonly Token[],
  list: SubjectList,
  language: string,
  isFolded = false,
): { entry: Entry; at: number }[] {
  const found: { entry: Entry; at: number }[] = [];
  for (let position = 0; position < tokens.length; position += 1) {
    const token = tokens[position];
    if (token === undefined) continue;
    if (token.word.length < 2) continue;
    const candidates = formsOf(token.word, language).flatMap((form) => entriesWith(form, list, isFolded));
    const entry = candidates
      .filter(({ words }) =>
        words.every((word, step) => {
          const other = tokens[position + step];
          return other !== undefined && (step === 0 || formsOf(other.word, language).includes(word));
        }),
      )
      .sort((a, b) => b.words.length - a.words.length)[0];
    if (entry === undefined) continue;
    // All fields of an equal word count: a vet is of animals and of pets.
    for (const other of candidates) {
      if (other.words.join(' ') === entry.words.join(' ')) found.push({ entry: other, at: token.span.start });
    }
    position += entry.words.length - 1;
  }
  return found;
}

/** Places: a capitalized name behind a preposition. */
const PLACE: Readonly<Record<string, RegExp>> = {
  fr: /(?<![A-Za-zÀ-ÿ])(?:à|près de|autour de|ville de|de) ([A-ZÀ-Þ][a-zß-ÿœ]{2,}(?:-[A-Za-zÀ-ÿœ]+)*)(?![A-Za-zÀ-ÿ-]| [A-ZÀ-Þ]|\.[A-Za-z])/g,
  en: /(?<![A-Za-z])(?:in|at|near|around) ([A-Z][a-z]{3,})(?![A-Za-z-]| [A-Z]|['’]s)/g,
};
const NO_PLACE = new Set(
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday english french spanish python java rust excel word noël pâques dieu google twitter facebook instagram youtube linkedin paul jean marie anne claire'.split(
    ' ',
  ),
);

function placesIn({ text, words }: TagInput, language: string): string[] {
  const pattern = PLACE[language];
  if (pattern === undefined) return [];
  const isOutside = (at: number): boolean => words.some(({ span }) => span.start === at);
  return [...text.matchAll(pattern)].flatMap((match) => {
    const name = match[1] ?? '';
    const at = match.index + match[0].length - name.length;
    // "Charte de Paris" and "le port de Brest" are both of a town; "de" leads to people as well.
    const isSure =
      !match[0].startsWith('de ') ||
      /(?:port|gare|musée|château|ville|mairie|marché|rade|pays|quartier|zoo|théâtre|opéra) $/i.test(
        text.slice(0, match.index),
      );
    return isSure && isOutside(at) && !NO_PLACE.has(name.toLowerCase()) ? [joinAsTag([name])] : [];
  });
}

/** What makes two tags one: case, accents, number. */
const sameKey = (tag: string): string => plain(tag).replace(/(?:s|x)$/, '');

/** The groups of tags that mean the same, by the key of each; the first group of a tag holds. */
const groupsByKey = lazyFor(({ sameTags = [] }: Lexicon): ReadonlyMap<string, readonly string[]> => {
  const groups = sameTags.map((tags) => tags.split(' ').map(sameKey));
  return new Map(groups.toReversed().flatMap((group) => group.map((key) => [key, group])));
});

/** The tags that mean the same as a tag, it included, by `sameKey`. */
export function meaningsOf(tag: string, lexicon: Lexicon): readonly string[] {
  const key = sameKey(tag);
  return groupsByKey(lexicon).get(key) ?? [key];
}

/** At most two tags that fit a text and that it does not have, the surest first, without their sign. */
export function proposedTags(input: TagInput, lexicon: Lexicon): string[] {
  const { language } = lexicon;
  const index = listOf(lexicon);
  const hits: Hit[] = [];
  const add = (found: readonly { entry: Entry; at: number }[], strengthAt: (at: number) => number): void => {
    for (const { entry, at } of found) hits.push({ entry, strength: strengthAt(at) });
  };
  const spoken = namedIn(input.words, index, language);
  add(spoken, (at) => (at < OPENING ? 2 : 1));
  const asTokens = (texts: readonly string[]): Token[] => tokenize(texts.join(' . '));
  const tagWords = asTokens(input.tags.flatMap((tag) => [tag, splitTag(tag).join(' ')]));
  const ofTags = namedIn(tagWords, index, language);
  add(ofTags, () => 2);
  const address = (input.link ?? '').replace(/^https?:\/\/(?:www\.)?/i, '').replace(/[^A-Za-z]+/g, ' ');
  const ofLink = namedIn(asTokens([address]), index, language, true);
  add(ofLink, () => 1.5);
  const fields = new Map<string, number>();
  for (const { entry, strength } of hits) fields.set(entry.field, (fields.get(entry.field) ?? 0) + strength);
  const fieldStrength = (field: string): number => fields.get(field) ?? 0;

  const ranked: { tag: string; rank: number }[] = [];
  for (const keyword of input.keywords) ranked.push({ tag: asTag(keyword), rank: 100 });
  const words = new Set(input.words.flatMap(({ word }) => formsOf(word, language)));
  for (const own of input.ownTags) {
    if (splitTag(own).every((part) => words.has(part))) ranked.push({ tag: own, rank: 50 });
  }
  for (const { entry, at } of spoken) {
    const isField = entry.tag === asTag(entry.field);
    const support = fieldStrength(entry.field) - (at < OPENING ? 2 : 1);
    const inLink = ofLink.some((other) => other.entry.tag === entry.tag);
    // A word by itself is mostly part of the story; it is the subject where the address or other words say so as well.
    const isSubject =
      at < OPENING && !PERSON.test(entry.tag.toLowerCase()) && (inLink ? support >= 1.5 : support >= 3.5);
    if (isField ? at < OPENING || inLink : isSubject) {
      ranked.push({ tag: entry.tag, rank: 8 + support + (isField ? 4 : 0) + (inLink ? 2 : 0) + entry.words.length });
    }
  }
  for (const [field, strength] of fields) {
    // Where nothing surer is at hand, the field of a telling word at the opening will do.
    const opens = hits.some(({ entry, strength: own }) => entry.field === field && own === 2 && entry.tag.length > 4);
    if (strength >= ENOUGH) ranked.push({ tag: asTag(field), rank: 9 + strength });
    else if (opens) ranked.push({ tag: asTag(field), rank: ONLY });
  }
  for (const place of placesIn(input, language)) ranked.push({ tag: place, rank: 12 });

  const taken = new Set(input.tags.flatMap((tag) => meaningsOf(tag, lexicon)));
  const chosen: string[] = [];
  for (const { tag, rank } of ranked.sort((a, b) => b.rank - a.rank)) {
    if (chosen.length === MOST || (rank === ONLY && chosen.length > 0)) break;
    const meanings = meaningsOf(tag, lexicon);
    if (meanings.some((meaning) => taken.has(meaning)) || tag.length < 2 || tag.length > 30) continue;
    for (const meaning of meanings) taken.add(meaning);
    chosen.push(tag);
  }
  return chosen;
}
