// Tags that fit a text: subjects that it names, the field that they belong to, and the places where it happens.
import { lazyFor } from '#base/lazy.js';
import { singularize } from './grammar.js';
import type { Lexicon } from './lexicon.js';
import { isBeside, namesArticle, namesForm, namesPeople, WIDE_FIELDS } from './no-subject.js';
import { haveSameStem } from './stems.js';
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
  /** Entries by the word that they open with, in the list as it is and without accents. */
  readonly found: ReadonlyMap<boolean, Map<string, readonly Entry[]>>;
}
/** Words that are kept. */
const MAX_KNOWN = 5000;

// Lexicons live as long as the program.
const lists = new WeakMap<Lexicon, SubjectList>();

function listOf(lexicon: Lexicon): SubjectList {
  const known = lists.get(lexicon);
  if (known !== undefined) return known;
  const lines = Object.entries(lexicon.subjects ?? {}).map(([field, subjects]) => `\n${field}|${field}|${subjects}|`);
  const written = lines.join('');
  const lower = written.toLowerCase().normalize('NFC');
  // As `plain`, but of the same length. A list without accents, as in English, need not be searched for them.
  const apart = lower.normalize('NFD');
  const folded = (apart.length === lower.length ? lower : apart.replace(ACCENTS, '')).replaceAll('œ', 'o');
  const found = new Map([false, true].map((isFolded) => [isFolded, new Map<string, readonly Entry[]>()]));
  const list = { written, lower, folded, found };
  lists.set(lexicon, list);
  return list;
}

/** The entries that open with a word. */
function entriesWith(word: string, list: SubjectList, isFolded: boolean): readonly Entry[] {
  const found = list.found.get(isFolded);
  const before = found?.get(word);
  if (before !== undefined) return before;
  const entries = searchEntries(word, list, isFolded);
  if (found !== undefined && found.size >= MAX_KNOWN) found.clear();
  found?.set(word, entries);
  return entries;
}

function searchEntries(word: string, { written, lower, folded }: SubjectList, isFolded: boolean): Entry[] {
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
const MOST = 2;
/** What a word with other meanings says of its field. */
const HALF = 0.5;
/** The share of a rank that each sign adds: what the address names is surest, then what the author's own tag belongs to. */
const RANK = {
  keyword: 100,
  own: 50,
  named: 8,
  inAddress: 4,
  support: 1,
  opening: 1,
  isField: 2,
  clear: 3,
  field: 11,
  place: 12,
};

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
  fr: /(?<![A-Za-zÀ-ÿ])(?:à |près de |près d['’]|autour de |du |de |d['’])([A-ZÀ-Þ][a-zß-ÿœ]{2,}(?:-[A-Za-zÀ-ÿœ]+)*)(?![A-Za-zÀ-ÿ-]| [A-ZÀ-Þ]|\.[A-Za-z])/g,
  en: /(?<![A-Za-z])(?:in|at|near|around) ([A-Z][a-z]{3,})(?![A-Za-z-]| [A-Z]|['’]s)/g,
};
const NO_PLACE = new Set(
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday english french spanish python java rust excel word noël pâques dieu google twitter facebook instagram youtube linkedin paul jean marie anne claire'.split(
    ' ',
  ),
);

/** What belongs to a place: the name behind it and "de" is one. */
const OF_PLACE =
  /(?:^|[^A-Za-zÀ-ÿ])(?:ports?|gares?|musées?|château|villes?|villages?|bourg|mairie|marché|rade|pays|quartiers?|zoo|théâtre|opéra|communes?|habitant(?:e?s|[.·]e[.·]?s)|plages?|barrage|lac|vallée|baie|golfe|île|forêt|bois|parc|stade|murs?|piscine|bibliothèque|médiathèque|hôpital|université|lycée|collège|écoles?|cinéma|halles?|pont|phare|canal|bassin|canton|région|département|cathédrale|abbaye|conservatoire|vignoble|littoral|côtes?|sentiers?) $/i;

function placesIn({ text, words }: TagInput, language: string): string[] {
  const pattern = PLACE[language];
  if (pattern === undefined) return [];
  const isOutside = (at: number): boolean => words.some(({ span }) => span.start === at);
  return [...text.matchAll(pattern)].flatMap((match) => {
    const name = match[1] ?? '';
    const at = match.index + match[0].length - name.length;
    // "Charte de Paris" and "le port de Brest" are both of a town; "de" leads to people as well.
    const isSure = !/^d(?:[eu] |['’])/.test(match[0]) || OF_PLACE.test(text.slice(0, match.index));
    return isSure && isOutside(at) && !NO_PLACE.has(name.toLowerCase()) ? [joinAsTag([name])] : [];
  });
}

/** How surely a single word tells what a text is about. */
const gradesOf = lazyFor(({ manyMeanings = '', clearSubjects = '' }: Lexicon) => ({
  many: new Set(manyMeanings.split(' ')),
  clear: new Set(clearSubjects.split(' ')),
}));

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

/** Whether a word is part of a handle or an address that X does not link: "example-cafe.bsky.social". */
const isInAddress = (text: string, { span }: Token): boolean =>
  /[@/._]/.test(text.charAt(span.start - 1)) ||
  /^[@/_]|^\.[A-Za-z]|^-\w+\.\w/.test(text.slice(span.end, span.end + 20));

const OPENS_SENTENCE = /(?:^|[.!?…:\n«“"*-])[\s\u00a0]*$/;
/** A capital inside a sentence makes a name of a word: "la passerelle des Moulins". */
const isName = (text: string, { text: written, span }: Token): boolean =>
  /^[A-ZÀ-Þ][a-zß-ÿœ]/.test(written) && !OPENS_SENTENCE.test(text.slice(Math.max(0, span.start - 4), span.start));

/**
 * At most two tags that fit a text and that it does not have, the surest first, without their sign: what the author wants to
 * be found by, then subjects that the text and its address name, the field of its own tag, the place.
 */
export function proposedTags(input: TagInput, lexicon: Lexicon): string[] {
  const { language } = lexicon;
  const { text } = input;
  const list = listOf(lexicon);
  const asTokens = (texts: readonly string[]): Token[] => tokenize(texts.join(' . '));
  const tokens = input.words.filter((token) => !isInAddress(text, token));
  const named = namedIn(tokens, list, language).filter(({ entry, at }) => {
    const token = tokens.find(({ span }) => span.start === at);
    if (token === undefined || !isWrittenAlike(entry, token)) return false;
    return entry.tag !== entry.tag.toLowerCase() || !isName(text, token);
  });
  /** Where it happens, who does it, and what it is done with are not what a text is about. */
  const isAside = (at: number): boolean => {
    const index = tokens.findIndex(({ span }) => span.start === at);
    const before = tokens.slice(Math.max(0, index - 2), index).map(({ word }) => word);
    const [first = '', second = ''] = before.length === 2 ? before : ['', ...before];
    return isBeside(second, language) || (isBeside(first, language) && namesArticle(second));
  };
  const ofTags = namedIn(asTokens(input.tags.flatMap((tag) => [tag, splitTag(tag).join(' ')])), list, language);
  const address = plain((input.link ?? '').replace(/^https?:\/\/(?:www\.)?/i, '')).replace(/[^a-z]+/g, ' ');
  const ofLink = namedIn(asTokens([address]), list, language, true);
  const isForm = (word: string): boolean => namesForm(word.toLowerCase(), language);
  const isPerson = ({ tag, words, field }: Entry): boolean =>
    words.length === 1 && tag !== field && namesPeople(tag.toLowerCase());

  const { many, clear } = gradesOf(lexicon);
  /** Whether a name tells its field by itself, whatever else the text says. */
  const isSure = ({ tag, words }: Entry): boolean => words.length > 1 || !many.has(tag.toLowerCase());
  /** Whether a name that opens a text is enough to know what it is about. */
  const isClear = ({ tag, words, field }: Entry): boolean =>
    words.length > 1 || tag === asTag(field) || clear.has(tag.toLowerCase());

  // What says a field: its own words, each once, those of people and of forms left out; those with other meanings say half.
  const signs = new Map<string, Map<string, number>>();
  const addSign = (entry: Entry, weight: number): void => {
    const known = signs.get(entry.field) ?? new Map<string, number>();
    const key = sameKey(entry.tag);
    signs.set(entry.field, known.set(key, Math.max(weight, known.get(key) ?? 0)));
  };
  const isTagged = (entry: Entry): boolean => ofTags.some((other) => other.entry.tag === entry.tag);
  for (const [isLink, entries] of [
    [false, named],
    [true, ofLink],
  ] as const) {
    for (const { entry, at } of entries) {
      if ((isForm(entry.tag) || isPerson(entry)) && !isTagged(entry)) continue;
      addSign(entry, isSure(entry) && (isLink || !isAside(at)) ? 1 : HALF);
    }
  }
  for (const { entry } of ofTags) addSign(entry, 1);
  const weigh = (field: string): number => [...(signs.get(field)?.values() ?? [])].reduce((sum, one) => sum + one, 0);
  const othersOf = ({ field, tag }: Entry): number => weigh(field) - (signs.get(field)?.get(sameKey(tag)) ?? 0);

  const ranked: { tag: string; rank: number }[] = [];
  for (const keyword of input.keywords) ranked.push({ tag: asTag(keyword), rank: RANK.keyword });
  const words = new Set(input.words.flatMap(({ word }) => formsOf(word, language)));
  for (const own of input.ownTags) {
    if (splitTag(own).every((part) => words.has(part))) ranked.push({ tag: own, rank: RANK.own });
  }
  for (const { entry, at } of named) {
    if (isForm(entry.tag) || WIDE_FIELDS.has(entry.tag)) continue;
    const inAddress = ofLink.some((other) => other.entry.tag === entry.tag);
    if (isPerson(entry) && !inAddress) continue;
    const isField = entry.tag === asTag(entry.field);
    const support = Math.min(2, othersOf(entry));
    const opens = at < OPENING;
    // A word of many meanings in an address is the subject where nothing speaks of another.
    const isAlone = [...signs.keys()].every((field) => field === entry.field || weigh(field) < 1);
    const isSaid = inAddress
      ? isSure(entry) || support > 0 || isAlone
      : isSure(entry) && opens && isClear(entry) && !isAside(at);
    if (!isSaid) continue;
    const rank =
      RANK.named +
      (inAddress ? RANK.inAddress : 0) +
      (isClear(entry) ? RANK.clear : 0) +
      support * RANK.support +
      (opens ? RANK.opening : 0) +
      (isField ? RANK.isField : 0);
    ranked.push({
      tag: asWritten(
        entry,
        tokens.find(({ span }) => span.start === at),
      ),
      rank,
    });
  }
  // What the author tags it with is what it is about: of several fields, the one that more words belong to.
  const fieldsOfTags = new Set(
    input.tags.flatMap((own) => {
      const fields = ofTags.filter(({ entry }) => isSameName(entry, own)).map(({ entry }) => entry.field);
      const [best] = [...new Set(fields)].sort((a, b) => weigh(b) - weigh(a));
      return best === undefined || fields.some((field) => sameKey(asTag(field)) === sameKey(own)) ? [] : [best];
    }),
  );
  for (const field of signs.keys()) {
    if (WIDE_FIELDS.has(field)) continue;
    const weight = weigh(field);
    // A field wants several signs, one of them sure, a single one that nothing speaks against, or a tag of the author's own.
    const others = Math.max(0, ...[...signs.keys()].map((other) => (other === field ? 0 : weigh(other))));
    const isEnough = weight >= 2 || (weight >= 1 && others < weight);
    if (!isEnough && !fieldsOfTags.has(field)) continue;
    ranked.push({ tag: asTag(field), rank: RANK.field + Math.min(2, weight - 1) });
  }
  for (const place of placesIn(input, language)) ranked.push({ tag: place, rank: RANK.place });

  const taken = new Set(input.tags.flatMap((tag) => meaningsOf(tag, lexicon)));
  const chosen: string[] = [];
  for (const { tag } of ranked.sort((a, b) => b.rank - a.rank)) {
    if (chosen.length === MOST) break;
    const meanings = meaningsOf(tag, lexicon);
    if (meanings.some((meaning) => taken.has(meaning)) || tag.length < 2 || tag.length > 30) continue;
    // "roof" beside "roofing" is one subject, too.
    const isSame = (other: string): boolean => haveSameStem(tag.toLowerCase(), other.toLowerCase(), language);
    if ([...input.tags, ...chosen].some(isSame)) continue;
    for (const meaning of meanings) taken.add(meaning);
    chosen.push(tag);
  }
  return chosen;
}

/** An acronym is one in capitals: "PLU" is a plan, "plus" is none. */
const isWrittenAlike = ({ tag, words }: Entry, { text }: Token): boolean =>
  words.length > 1 || !/^[A-Z]{2,}$/.test(tag) || /^[A-Z]{2}/.test(text);

/** Whether a tag is a subject of the list, in any number and however it is joined. */
const isSameName = ({ tag }: Entry, own: string): boolean => sameKey(tag) === sameKey(own);

/** A subject of one word as the text has it, in its number; others as the list has them. */
const asWritten = ({ tag, words }: Entry, token: Token | undefined): string =>
  words.length === 1 && token !== undefined && tag === tag.toLowerCase() ? token.word : tag;
