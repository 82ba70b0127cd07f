import type { Draft } from '#draft/draft.js';
import type { Facts } from '#lint/facts.js';
import { prepare } from '#lint/subject.js';
import type { Lexicon } from '#words/lexicon.js';
import { lookUpThesaurus, type Thesaurus } from '#words/thesaurus.js';

/**
 * What a thesaurus says of a draft's subject words. It is opened only where figures show which of two words is searched
 * more: without them it would not be used, and it takes 40 ms to read. Undefined where it is not used, or there is none.
 * @param draft one whose length has been checked.
 */
export function synonymsOf(
  draft: Draft,
  demand: NonNullable<Facts['demand']>,
  lexicon: Lexicon,
  thesaurusFor: (language: string) => Thesaurus | undefined,
): Facts['synonyms'] {
  const hasSearchFigures = demand.some(({ kind }) => kind !== 'frequency');
  const { language } = lexicon;
  const thesaurus = hasSearchFigures ? thesaurusFor(language) : undefined;
  if (thesaurus === undefined) return undefined;
  const { words } = prepare(draft, { lexicons: [lexicon], language, maxCharacters: draft.text.length });
  const subjects = words.filter(({ kind }) => kind === 'subject').map(({ word }) => word);
  return lookUpThesaurus(thesaurus, subjects, language);
}
