// Subjects, fields and places that a text, its tags and its address name, each with how sure it is that an editor takes it.
import { sameKey } from './characters.js';
import { addressSubjects } from './address-subjects.js';
import type { Lexicon } from './lexicon.js';
import { BROAD_FIELDS, FEASTS, namesPeople, PLACES, VAGUE_FIELDS, WIDE_FIELDS } from './no-subject.js';
import { placesIn } from './place-names.js';
import { asTag, formsOf, type Subject } from './subject-list.js';
import { gatherEvidence, gradesOf, HALF, type Evidence, type TagInput } from './tag-evidence.js';
import { widerTags } from './tag-relations.js';
import { splitTag, type Token } from './tokens.js';
import { roleOf } from './word-role.js';
import { WORD_CLASS } from './word-list.js';

type Kind = 'subject' | 'field' | 'wider' | 'place' | 'noun' | 'name' | 'acronym';
type Features = Readonly<Record<string, number>>;

/**
 * What each sign adds to the log-odds that an editor accepts a tag.
 * @source ridge regression (1.5) on the tags for 700 judged drafts, those of fixtures/judged/lint that are tuned on among
 *   them, a third of them written by people who had not seen the list of subjects and weighed three times; rounded. Fitted to
 *   half of them, 89 to 90 % of the tags for the other half are right (six splits). `broad` by what the second reader called
 *   too broad, `isVague` and the weights of `noun` and `name`, of which there are few, by hand
 */
const WEIGHTS: Readonly<Record<Kind, Features>> = {
  subject: {
    base: 1.8,
    inPath: 1.8,
    inHost: 1.3,
    repeated: 1.3,
    isPlace: 0.9,
    clear: 0.6,
    supported: 0.6,
    isFirst: 0.5,
    several: 0.5,
    isComplement: 0.4,
    ofOtherTag: 0.4,
    ofOwnField: 0.2,
    late: -0.5,
    listed: -0.6,
    isAlias: -0.6,
    isTagged: -0.6,
    unsure: -0.6,
    onePerson: -0.7,
    against: -0.7,
    unsureAlone: -0.8,
    broad: -0.8,
    isVague: -0.6,
    denied: -0.9,
    isSetting: -0.5,
    isCompared: -1.2,
    crowd: -0.8,
  },
  field: {
    base: -1.6,
    inHost: 1.7,
    weight: 1.3,
    inPath: 0.7,
    isFirst: 0.8,
    isNamed: 0.5,
    ofTags: 0.6,
    several: 0.5,
    half: -0.4,
    ofOtherTag: -0.4,
    against: -0.6,
    broad: -0.9,
    isVague: -0.6,
  },
  wider: { base: 1.2, isNamed: 0.7, isFurther: -0.05, broad: -0.3, isVague: -0.8 },
  place: { base: 1.8 },
  noun: {
    base: 0.3,
    isComplement: 0.9,
    isPlaced: 0.4,
    isCounted: -0.5,
    unsure: -0.6,
    opens: -0.6,
    isAdjective: -0.7,
    isVerb: -1,
    isAside: -1,
    listed: -1.2,
  },
  name: { base: 1.1, isAside: 0.6, isComplement: 0.6, several: 0.3, isOfPerson: -1.5 },
  acronym: { base: 1.2 },
};
/** Above all that is weighed: what the author wants to be found by, then tags that the account uses. */
const [KEYWORD, OWN] = [200, 100];
/** Words up to which their place counts, as a unit of `late`. */
const [LAST_PLACE, LATE] = [20, 10];

/** A tag that a text may have. */
export interface Ranked {
  readonly tag: string;
  /** The log-odds that an editor accepts it. */
  readonly rank: number;
  /** What it was ranked by; undefined for what the author has chosen. */
  readonly kind?: Kind;
  /** The field of a subject, or the field that it is. */
  readonly field?: string;
  /** Whether a subject is named twice, or in the address as well. */
  readonly isStressed?: boolean;
  readonly features?: Readonly<Record<string, number | boolean>>;
}

function rank(kind: Kind, tag: string, features: Readonly<Record<string, number | boolean>>): Ranked {
  const weights = WEIGHTS[kind];
  const parts = Object.entries(features).map(([name, value]) => Number(value) * (weights[name] ?? 0));
  return { tag, rank: parts.reduce((sum, part) => sum + part, weights['base'] ?? 0), kind, features };
}

/** The subjects that the words of the text name. */
function rankSubjects({ text, tags }: TagInput, evidence: Evidence, lexicon: Lexicon): Ranked[] {
  const { tokens, named, ofTags, ofHost, ofPath, isSure, isForm, isPerson } = evidence;
  const { clear } = gradesOf(lexicon);
  const has = (subjects: readonly Subject[], tag: string): boolean => subjects.some((other) => other.tag === tag);
  const ownFields = new Set(ofTags.map(({ field }) => field));
  const first = named.find(({ subject }) => !isForm(subject.tag) && !isPerson(subject));
  return named.flatMap(({ subject, index }) => {
    const { tag, field, words } = subject;
    const token = tokens[index];
    if (token === undefined || isForm(tag) || WIDE_FIELDS.has(tag) || !/[A-Za-zÀ-ÿŒœ]/.test(token.text)) return [];
    const role = roleOf(text, tokens, index, lexicon.language);
    // "Order before Christmas": a date.
    if ((role.isTime || role.isOver) && FEASTS.has(field)) return [];
    const [inHost, inPath, isOfPerson] = [has(ofHost, tag), has(ofPath, tag), isPerson(subject)];
    const support = evidence.weigh(field, sameKey(tag));
    const isRepeated = named.some((other) => other.index !== index && sameKey(other.subject.tag) === sameKey(tag));
    const isStressed = inHost || inPath || isRepeated;
    const ranked = rank('subject', asWritten(subject, token), {
      inHost,
      inPath,
      isPlace: PLACES.has(field),
      repeated: isRepeated,
      several: words.length > 1,
      clear: clear.has(words[0] ?? ''),
      supported: Math.min(2, support),
      isFirst: first?.index === index,
      onePerson: isOfPerson && !/[sx]$/.test(token.word) && !inHost && !inPath,
      broad: BROAD_FIELDS.has(tag),
      isVague: VAGUE_FIELDS.has(tag) && subject.isAlias,
      against: evidence.against(field),
      unsure: !isSure(subject),
      unsureAlone: !isSure(subject) && !inHost && support === 0,
      ofOwnField: ownFields.has(field),
      ofOtherTag: ownFields.size > 0 && !ownFields.has(field),
      late: Math.min(index, LAST_PLACE) / LATE,
      isComplement: role.isComplement,
      listed: role.isListed,
      denied: role.isDenied && !namesPeople(token.word),
      isSetting: role.isSetting,
      isCompared: role.isCompared,
      crowd: role.isCounted && subject.isAlias && namesPeople(token.word) && !inPath,
      isAlias: subject.isAlias,
      isTagged: tags.length > 0,
    });
    return { ...ranked, field, isStressed };
  });
}

/** The broader subjects that text, tags and address belong to. */
function rankFields({ tags }: TagInput, evidence: Evidence): Ranked[] {
  const { fields, named, ofTags, ofHost, ofPath, weigh, isForm } = evidence;
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
  const ownFields = new Set(ofTags.map(({ field }) => field));
  return fields
    .filter((field) => !WIDE_FIELDS.has(field))
    .map((field) => {
      const its = named.filter(({ subject }) => subject.field === field);
      const ranked = rank('field', asTag(field), {
        weight: Math.min(3, weigh(field)),
        half: weigh(field) <= HALF,
        against: evidence.against(field),
        inHost: says(ofHost, field),
        inPath: says(ofPath, field),
        ofTags: ofOwn.has(field),
        ofOtherTag: ownFields.size > 0 && !ownFields.has(field),
        isFirst: named[0]?.subject.field === field,
        isNamed: its.some(({ subject }) => sameKey(subject.tag) === sameKey(asTag(field))),
        several: its.some(({ subject }) => subject.words.length > 1),
        broad: BROAD_FIELDS.has(field),
        isVague: VAGUE_FIELDS.has(field),
      });
      return { ...ranked, field };
    });
}

const isBroad = (tag: string): boolean => BROAD_FIELDS.has(tag) || WIDE_FIELDS.has(tag);

/** The tags that are wider than another. */
function rankWider(tag: string, { named }: Evidence, lexicon: Lexicon): Ranked[] {
  // What the tag itself is of says nothing more.
  const others = named.filter(({ subject }) => sameKey(subject.tag) !== sameKey(tag));
  const fields = new Set(others.flatMap(({ subject }) => [sameKey(subject.field), sameKey(subject.tag)]));
  return widerTags(tag, lexicon).map((wider, index) =>
    rank('wider', wider, {
      isNamed: fields.has(sameKey(wider)),
      isFurther: index,
      broad: isBroad(wider),
      isVague: VAGUE_FIELDS.has(wider),
    }),
  );
}

/** Words and names that the address has as well. */
function rankAddress({ classesOf, text }: TagInput, evidence: Evidence, lexicon: Lexicon): Ranked[] {
  const { tokens, named, path } = evidence;
  const taken = new Set(named.flatMap(({ subject, index }) => subject.words.map((_, step) => index + step)));
  const found = addressSubjects({ text, tokens, path }, (index) => taken.has(index), lexicon, classesOf);
  return found.map(({ tag, index, length, kind, isPlaced, isOfPerson, classes }) => {
    const { isAside, isComplement, isCounted, isListed } = roleOf(text, tokens, index, lexicon.language);
    return rank(kind, tag, {
      isPlaced,
      isOfPerson,
      isAside,
      isComplement,
      isCounted,
      listed: isListed,
      several: length > 1,
      opens: index === 0,
      isVerb: (classes & WORD_CLASS.verb) !== 0,
      isAdjective: (classes & WORD_CLASS.adjective) !== 0,
      unsure: (classes & WORD_CLASS.noun) === 0,
    });
  });
}

/**
 * All tags that a text may have: what the author wants to be found by, tags of the account that stand in it, subjects that
 * text and address name, their fields, places, what is wider than the tags that it has; and those wider than any tag. A tag
 * may come several times.
 */
export function rankTags(
  input: TagInput,
  lexicon: Lexicon,
): { readonly ranked: readonly Ranked[]; rankWider(tag: string): Ranked[] } {
  const { language } = lexicon;
  const words = new Set(input.words.flatMap(({ word }) => formsOf(word, language)));
  const stands = (tag: string): boolean =>
    words.has(tag.toLowerCase()) || splitTag(tag).every((part) => words.has(part));
  const evidence = gatherEvidence(input, lexicon);
  const places = placesIn(input.text, language).filter(({ at }) => input.words.some(({ span }) => span.start === at));
  const ranked = [
    ...input.keywords.map((keyword) => ({ tag: asTag(keyword), rank: KEYWORD })),
    ...input.ownTags.filter(stands).map((tag) => ({ tag, rank: OWN })),
    ...rankSubjects(input, evidence, lexicon),
    ...rankFields(input, evidence),
    ...input.tags.flatMap((tag) => rankWider(tag, evidence, lexicon)),
    ...rankAddress(input, evidence, lexicon),
    ...places.map(({ tag }) => rank('place', tag, {})),
  ];
  return { ranked, rankWider: (tag) => rankWider(tag, evidence, lexicon) };
}

/** A subject of one word as the text has it, in its number; others as the list has them. */
const asWritten = ({ tag, words, isAlias }: Subject, token: Token): string =>
  words.length === 1 && !isAlias && tag === tag.toLowerCase() ? token.word : tag;
