// Tags that fit a text: subjects that it names, the field that they belong to, and the places where it happens.
import { lazyFor } from '#base/lazy.js';
import type { Lexicon } from './lexicon.js';
import { BROAD_FIELDS, PLACES, WIDE_FIELDS } from './no-subject.js';
import { placesIn } from './place-names.js';
import { haveSameStem } from './stems.js';
import { asTag, formsOf, type Subject } from './subject-list.js';
import { gatherEvidence, gradesOf, HALF, sameKey, type Evidence, type TagInput } from './tag-evidence.js';
import { splitTag, type Token } from './tokens.js';
import { roleOf } from './word-role.js';

const MOST = 2;
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

type Kind = 'subject' | 'field' | 'companion' | 'place';
type Features = Readonly<Record<string, number>>;

/**
 * What each sign adds to the log-odds that an editor accepts a tag.
 * @source ridge regression on WEIGHED tags for the drafts of fixtures/judged/lint that are tuned on, rounded; `broad` and
 *   `companion` by what their second reader called too broad
 */
const WEIGHTS: Readonly<Record<Kind, Features>> = {
  subject: {
    base: 1.5,
    isPlace: 0.8,
    inPath: 1.3,
    inHost: 1.1,
    repeated: 0.9,
    clear: 0.4,
    several: 0.3,
    isFirst: 0.3,
    supported: 0.3,
    isComplement: 0.2,
    ofOtherTag: -0.2,
    onePerson: -0.2,
    unsure: -0.3,
    late: -0.4,
    ofOwnField: -0.6,
    denied: -0.6,
    against: -0.8,
    listed: -0.8,
    broad: -0.8,
    unsureAlone: -0.9,
  },
  field: {
    base: -1.3,
    inHost: 1.4,
    ofTags: 1,
    isNamed: 0.8,
    weight: 0.7,
    isFirst: 0.7,
    inPath: 0.6,
    several: 0.5,
    against: -0.5,
    half: -0.5,
    ofOtherTag: -0.7,
    broad: -0.8,
  },
  companion: { base: 0.3, isNamed: 1 },
  place: { base: 1.6 },
};
/** The least log-odds of the first tag of a draft and of its second. */
const LEAST = [0.8, 2.2];
/** Above all that is weighed: what the author wants to be found by, then tags that the account uses. */
const [KEYWORD, OWN] = [200, 100];
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

/** The subjects that the words of the text name. */
function rankSubjects({ text }: TagInput, evidence: Evidence, lexicon: Lexicon): Ranked[] {
  const { tokens, named, ofTags, ofHost, ofPath, isSure, isForm, isPerson } = evidence;
  const { clear } = gradesOf(lexicon);
  const has = (subjects: readonly Subject[], tag: string): boolean => subjects.some((other) => other.tag === tag);
  const ownFields = new Set(ofTags.map(({ field }) => field));
  const first = named.find(({ subject }) => !isForm(subject.tag) && !isPerson(subject));
  return named.flatMap(({ subject, index }) => {
    const { tag, field, words } = subject;
    const token = tokens[index];
    if (token === undefined || isForm(tag) || WIDE_FIELDS.has(tag)) return [];
    const role = roleOf(text, tokens, index, lexicon.language);
    const [inHost, inPath, isOfPerson] = [has(ofHost, tag), has(ofPath, tag), isPerson(subject)];
    const support = evidence.weigh(field, sameKey(tag));
    return rank('subject', asWritten(subject, token), {
      inHost,
      inPath,
      isPlace: PLACES.has(field),
      repeated: named.some((other) => other.index !== index && sameKey(other.subject.tag) === sameKey(tag)),
      several: words.length > 1,
      clear: clear.has(words[0] ?? ''),
      supported: Math.min(2, support),
      isFirst: first?.index === index,
      onePerson: isOfPerson && !/[sx]$/.test(token.word) && !inHost && !inPath,
      broad: BROAD_FIELDS.has(tag),
      against: evidence.against(field),
      unsure: !isSure(subject),
      unsureAlone: !isSure(subject) && !inHost && support === 0,
      ofOwnField: ownFields.has(field),
      ofOtherTag: ownFields.size > 0 && !ownFields.has(field),
      late: Math.min(index, LAST_PLACE) / LATE,
      isComplement: role.isComplement,
      listed: role.isListed,
      denied: role.isDenied,
    });
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
      return rank('field', asTag(field), {
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
      });
    });
}

/** What goes with the tags that the author has written, whatever the text says. */
function rankCompanions({ tags }: TagInput, { named }: Evidence, { companions = {} }: Lexicon): Ranked[] {
  const known = new Map(Object.entries(companions).map(([tag, others]) => [sameKey(tag), others]));
  const fields = new Set(named.flatMap(({ subject }) => [sameKey(subject.field), sameKey(subject.tag)]));
  return tags
    .flatMap((tag) => known.get(sameKey(tag))?.split(' ') ?? [])
    .map((tag) => rank('companion', tag, { isNamed: fields.has(sameKey(tag)) }));
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
  const evidence = gatherEvidence(input, lexicon);
  const places = placesIn(input.text, language).filter(({ at }) => input.words.some(({ span }) => span.start === at));
  const ranked = [
    ...input.keywords.map((keyword) => ({ tag: asTag(keyword), rank: KEYWORD })),
    ...input.ownTags.filter(stands).map((tag) => ({ tag, rank: OWN })),
    ...rankSubjects(input, evidence, lexicon),
    ...rankFields(input, evidence),
    ...rankCompanions(input, evidence, lexicon),
    ...places.map(({ tag }) => rank('place', tag, {})),
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

/** A subject of one word as the text has it, in its number; others as the list has them. */
const asWritten = ({ tag, words, isAlias }: Subject, token: Token): string =>
  words.length === 1 && !isAlias && tag === tag.toLowerCase() ? token.word : tag;
