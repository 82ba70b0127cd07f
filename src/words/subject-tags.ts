// Tags that fit a text: subjects that it names, the field that they belong to, and the places where it happens.
import { lazyFor } from '#base/lazy.js';
import type { Lexicon } from './lexicon.js';
import { BROAD_FIELDS, namesForm, namesPeople, WIDE_FIELDS } from './no-subject.js';
import { placesIn } from './place-names.js';
import { haveSameStem } from './stems.js';
import { asTag, formsOf, listOf, plain, subjectsIn, type NamedSubject, type Subject } from './subject-list.js';
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
}

const MOST = 2;
/** What a word with other meanings says of its field. */
const HALF = 0.5;

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

type Kind = 'subject' | 'field' | 'place';
type Features = Readonly<Record<string, number>>;

/**
 * What each sign adds to the log-odds that an editor accepts a tag.
 * @source ridge regression on 1,400 tags for the tuning drafts of fixtures/judged/lint, rounded; `broad` and `onePerson`
 *   are set by what its second reader called too broad
 */
const WEIGHTS: Readonly<Record<Kind, Features>> = {
  subject: {
    base: 1.5,
    inHost: 1.3,
    inPath: 1,
    clear: 0.5,
    isField: 0.5,
    several: 0.4,
    counted: -0.2,
    aside: -0.3,
    broad: -0.4,
    listed: -0.5,
    unsurePath: -0.5,
    against: -0.7,
    onePerson: -0.7,
    late: -1,
    denied: -1,
    unsureAlone: -1,
  },
  field: { base: -0.3, weight: 1.4, inHost: 1.1, ofTags: 1, inPath: 0.5, half: -0.4, broad: -0.4, against: -1 },
  place: { base: 0.4, early: 0.9, inAddress: 0.4 },
};
/** The least log-odds of the first tag of a draft and of its second. */
const LEAST = [0.7, 2];
/** Above all that is weighed: what the author wants to be found by, then tags that the account uses. */
const [KEYWORD, OWN] = [200, 100];
/** UTF-16 units up to which a place is where the text opens. */
const EARLY = 60;
/** Words up to which their place counts, as a unit of `late`. */
const [LAST_PLACE, LATE] = [20, 10];

interface Ranked {
  readonly tag: string;
  readonly rank: number;
}

function rank(kind: Kind, tag: string, features: Readonly<Record<string, number | boolean>>): Ranked {
  const weights = WEIGHTS[kind];
  const parts = Object.entries(features).map(([name, value]) => Number(value) * (weights[name] ?? 0));
  return { tag, rank: parts.reduce((sum, part) => sum + part, weights['base'] ?? 0) };
}

/** What text, tags and address say, and how much each field is spoken of. */
interface Evidence {
  readonly tokens: readonly Token[];
  readonly named: readonly NamedSubject[];
  readonly ofTags: readonly Subject[];
  readonly ofHost: readonly Subject[];
  readonly ofPath: readonly Subject[];
  readonly address: string;
  readonly fields: readonly string[];
  /** The signs of a field, those of a subject left out. */
  weigh(field: string, without?: string): number;
  /** How much the strongest of all other fields weighs. */
  against(field: string): number;
  isSure(subject: Subject): boolean;
  isForm(tag: string): boolean;
  isPerson(subject: Subject): boolean;
}

function gather({ text, words, tags, link = '' }: TagInput, lexicon: Lexicon): Evidence {
  const { language } = lexicon;
  const list = listOf(lexicon);
  const { many } = gradesOf(lexicon);
  const asTokens = (texts: readonly string[]): Token[] => tokenize(texts.join(' . '));
  const tokens = words.filter((token) => !isInAddress(text, token));
  const named = subjectsIn(tokens, list, language).filter(({ subject, index }) => {
    const token = tokens[index];
    if (token === undefined || !isWrittenAlike(subject, token)) return false;
    return subject.tag !== subject.tag.toLowerCase() || !isName(text, token);
  });
  const subjectsOf = (texts: readonly string[]): Subject[] =>
    subjectsIn(asTokens(texts), list, language).map(({ subject }) => subject);
  // An address has no accents: its words take them from the text, or from a field.
  const written = new Map(tokens.map(({ word }) => [plain(word), word]));
  const accented = (part: string): string =>
    part
      .split(' ')
      .map((word) => written.get(word) ?? list.fields.get(word) ?? word)
      .join(' ');
  const ofTags = subjectsOf(tags.flatMap((tag) => [tag, splitTag(tag).join(' ')]));
  const address = plain(link.replace(/^https?:\/\/(?:www\.)?/i, ''));
  const [host = '', ...path] = address.split('/').map((part) => part.replace(/[^a-z]+/g, ' '));
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
  const against = (field: string): number =>
    Math.min(2, Math.max(0, ...fields.map((other) => (other === field ? 0 : weigh(other)))));
  return { tokens, named, ofTags, ofHost, ofPath, address, fields, weigh, against, isSure, isForm, isPerson };
}

/** The subjects that the words of the text name. */
function rankSubjects({ text }: TagInput, evidence: Evidence, lexicon: Lexicon): Ranked[] {
  const { tokens, named, ofHost, ofPath, isSure, isForm, isPerson } = evidence;
  const { clear } = gradesOf(lexicon);
  const has = (subjects: readonly Subject[], tag: string): boolean => subjects.some((other) => other.tag === tag);
  return named.flatMap(({ subject, index }) => {
    const { tag, field, words } = subject;
    const token = tokens[index];
    if (token === undefined || isForm(tag) || WIDE_FIELDS.has(tag)) return [];
    const role = roleOf(text, tokens, index, lexicon.language);
    const [inHost, inPath, isOfPerson] = [has(ofHost, tag), has(ofPath, tag), isPerson(subject)];
    const isAlone = evidence.weigh(field, sameKey(tag)) === 0;
    return rank('subject', asWritten(subject, token), {
      inHost,
      inPath,
      isField: tag === asTag(field),
      clear: clear.has(words[0] ?? ''),
      several: words.length > 1,
      onePerson: isOfPerson && !/[sx]$/.test(token.word) && !inHost && !inPath,
      broad: BROAD_FIELDS.has(tag),
      against: evidence.against(field),
      unsureAlone: !isSure(subject) && !inHost && !inPath && isAlone,
      unsurePath: !isSure(subject) && inPath && isAlone,
      late: Math.min(index, LAST_PLACE) / LATE,
      aside: role.isAside,
      counted: role.isCounted,
      listed: role.isListed,
      denied: role.isDenied,
    });
  });
}

/** The broader subjects that text, tags and address belong to. */
function rankFields({ tags }: TagInput, evidence: Evidence): Ranked[] {
  const { fields, ofTags, ofHost, ofPath, weigh, isForm } = evidence;
  // What the author tags it with is what it is about: of several fields, the one that more words belong to.
  const ofOwn = new Set(
    tags.flatMap((own) => {
      const its = ofTags.filter(({ tag }) => sameKey(tag) === sameKey(own)).map(({ field }) => field);
      const [best] = [...new Set(its)].sort((a, b) => weigh(b) - weigh(a));
      return best === undefined || its.some((field) => sameKey(asTag(field)) === sameKey(own)) ? [] : [best];
    }),
  );
  const says = (subjects: readonly Subject[], name: string): boolean =>
    subjects.some(({ field, tag }) => field === name && !isForm(tag));
  return fields
    .filter((field) => !WIDE_FIELDS.has(field))
    .map((field) =>
      rank('field', asTag(field), {
        weight: Math.min(3, weigh(field)),
        half: weigh(field) <= HALF,
        against: evidence.against(field),
        inHost: says(ofHost, field),
        inPath: says(ofPath, field),
        ofTags: ofOwn.has(field),
        broad: BROAD_FIELDS.has(field),
      }),
    );
}

/**
 * At most two tags that fit a text and that it does not have, the surest first, without their sign: what the author wants to
 * be found by, then tags of its own, subjects that text and address name, their field, the place. None that is not sure.
 */
export function proposedTags(input: TagInput, lexicon: Lexicon): string[] {
  const { language } = lexicon;
  const words = new Set(input.words.flatMap(({ word }) => formsOf(word, language)));
  const stands = (tag: string): boolean =>
    words.has(tag.toLowerCase()) || splitTag(tag).every((part) => words.has(part));
  const evidence = gather(input, lexicon);
  const places = placesIn(input.text, language).filter(({ at }) => input.words.some(({ span }) => span.start === at));
  const ranked = [
    ...input.keywords.map((keyword) => ({ tag: asTag(keyword), rank: KEYWORD })),
    ...input.ownTags.filter(stands).map((tag) => ({ tag, rank: OWN })),
    ...rankSubjects(input, evidence, lexicon),
    ...rankFields(input, evidence),
    ...places.map(({ tag, at }) =>
      rank('place', tag, { early: at < EARLY, inAddress: evidence.address.includes(plain(tag)) }),
    ),
  ].sort((a, b) => b.rank - a.rank);

  const taken = new Set(input.tags.flatMap((tag) => meaningsOf(tag, lexicon)));
  const chosen: string[] = [];
  for (const one of ranked) {
    const { tag } = one;
    if (chosen.length === MOST || one.rank < (LEAST[chosen.length] ?? 0)) break;
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
const isWrittenAlike = ({ tag, words, isAlias }: Subject, { text }: Token): boolean =>
  words.length > 1 || isAlias || !/^[A-Z]{2,}$/.test(tag) || /^[A-Z]{2}/.test(text);

/** A subject of one word as the text has it, in its number; others as the list has them. */
const asWritten = ({ tag, words, isAlias }: Subject, token: Token): string =>
  words.length === 1 && !isAlias && tag === tag.toLowerCase() ? token.word : tag;
