// What could be written in a word's place, by the lexicon and by a thesaurus. A part of rule 3.
import type { Subject } from '#lint/subject.js';
import { singularize } from '#words/grammar.js';
import type { Synonym } from '#words/lexicon.js';

type Group = readonly Synonym[];

const groupsByLexicon = new WeakMap<object, Map<string, { word: Synonym; group: Group }>>();

function synonymGroups({ lexicon }: Subject): ReadonlyMap<string, { word: Synonym; group: Group }> {
  if (lexicon === undefined) return new Map();
  const known = groupsByLexicon.get(lexicon);
  if (known !== undefined) return known;
  const groups = new Map(
    lexicon.synonyms.flatMap((group) => group.map((word) => [word.word, { word, group }] as const)),
  );
  groupsByLexicon.set(lexicon, groups);
  return groups;
}

interface Synonyms {
  readonly word: Synonym;
  /** All of its group in the lexicon, itself included. */
  readonly group: Group;
  /** What a thesaurus adds to them. */
  readonly fromThesaurus: Group;
}

/** The word in the form that is known, with its synonyms; undefined where neither lexicon nor thesaurus has it. */
export function findSynonyms(word: string, subject: Subject): Synonyms | undefined {
  const { facts, language } = subject;
  const groups = synonymGroups(subject);
  const inThesaurus = facts.synonyms ?? {};
  const forms = [word, ...singularize(word, language)];
  const known = forms.map((form) => groups.get(form)).find((entry) => entry !== undefined);
  const matchedForm = forms.find((form) => Object.hasOwn(inThesaurus, form));
  // A word that the thesaurus names for another is known as well, and that other may stand in its place.
  const namedFor = Object.entries(inThesaurus).find(([, synonyms]) => forms.some((form) => synonyms.includes(form)));
  if (known === undefined && matchedForm === undefined && namedFor !== undefined) {
    const named = forms.find((form) => namedFor[1].includes(form)) ?? word;
    const others = [namedFor[0], ...namedFor[1]].filter((other) => !forms.includes(other));
    return { word: { word: named }, group: [], fromThesaurus: others.map((other) => ({ word: other })) };
  }
  if (known === undefined && matchedForm === undefined) return undefined;
  const own = known ?? { word: { word: matchedForm ?? word }, group: [] };
  const added = matchedForm === undefined ? [] : (inThesaurus[matchedForm] ?? []);
  const news = added.filter(
    (synonym) => !forms.includes(synonym) && own.group.every((other) => other.word !== synonym),
  );
  return { ...own, fromThesaurus: news.map((synonym) => ({ word: synonym })) };
}
