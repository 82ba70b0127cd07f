// Which text each person gets: their own, or one in their language; no two alike.
import { computeFingerprint, likeness, NEAR_DUPLICATE, type Fingerprint } from '#words/similarity.js';

/** A text that may be given to a person, linted already. */
export interface KitText {
  readonly text: string;
  readonly language: string | undefined;
  /** 0..100. */
  readonly score: number;
  /** Whose words they are: a variant of the author's, parts of the draft put anew, or written for this one person. */
  readonly origin: 'own' | 'made' | 'page' | 'personal';
  /** The draft that it is of, as its user named it. */
  readonly draft: string;
}

/** A text with the likeness of the nearest other one, 0..1. */
export interface UnlikeText extends KitText {
  readonly nearest: number;
}

const nearestOf = (print: Fingerprint, others: readonly Fingerprint[]): number =>
  others.reduce((most, other) => Math.max(most, likeness(print, other)), 0);

/**
 * Of texts in their order those that read like none before them and like none that is known; the others are `alike`.
 * @param known texts of the account's own posts, and those that were given before.
 */
export function keepUnlike(
  texts: readonly KitText[],
  known: readonly string[],
  tooClose = NEAR_DUPLICATE,
): { readonly kept: readonly UnlikeText[]; readonly alike: readonly KitText[] } {
  const taken = known.map(computeFingerprint);
  const kept: UnlikeText[] = [];
  const alike: KitText[] = [];
  for (const text of texts) {
    const print = computeFingerprint(text.text);
    const nearest = nearestOf(print, taken);
    if (nearest >= tooClose) alike.push(text);
    else {
      kept.push({ ...text, nearest });
      taken.push(print);
    }
  }
  return { kept, alike };
}

/** A person as far as texts are concerned. */
export interface Reader {
  readonly handle: string;
  readonly language?: string | undefined;
}

/** Who gets which text, and who gets none. */
export interface Assignment<Person> {
  readonly given: readonly { readonly person: Person; readonly text: UnlikeText }[];
  readonly unserved: readonly Person[];
}

/**
 * Gives each person one text, each text to one person. A person with a language gets a text in it; those without take
 * what is left, so that as many people are served as texts allow.
 * @param people the first in line first. @param personal texts for one person, by handle in lower case.
 */
export function assignTexts<Person extends Reader>(
  people: readonly Person[],
  texts: readonly UnlikeText[],
  personal: ReadonlyMap<string, UnlikeText> = new Map(),
): Assignment<Person> {
  const left = [...texts];
  const byPerson = new Map<Person, UnlikeText>();
  const take = (person: Person, suits: (text: UnlikeText) => boolean): void => {
    const place = left.findIndex(suits);
    const [text] = place < 0 ? [] : left.splice(place, 1);
    if (text !== undefined) byPerson.set(person, text);
  };
  for (const person of people) {
    const own = personal.get(person.handle.toLowerCase());
    if (own !== undefined) byPerson.set(person, own);
  }
  const waiting = people.filter((person) => !byPerson.has(person));
  for (const person of waiting) {
    const { language } = person;
    if (language !== undefined) take(person, (text) => text.language === language);
  }
  for (const person of waiting) if (person.language === undefined) take(person, () => true);
  return {
    given: people.flatMap((person) => {
      const text = byPerson.get(person);
      return text === undefined ? [] : [{ person, text }];
    }),
    unserved: people.filter((person) => !byPerson.has(person)),
  };
}
