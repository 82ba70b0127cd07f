import { beforeAll, describe, expect, it } from 'vitest';
import { loadLexicon } from '#rules/lexicon/load.js';
import { addressSubjects, type ClassesOf } from '#words/address-subjects.js';
import type { Lexicon } from '#words/lexicon.js';
import { tokenize } from '#words/tokens.js';
import { WORD_CLASS } from '#words/word-list.js';

let lexicon: Lexicon | undefined;
beforeAll(async () => {
  lexicon = await loadLexicon('fr');
});

/** A word list of a few words. */
const NOUN = WORD_CLASS.noun | WORD_CLASS.lower;
const VERB = WORD_CLASS.verb | WORD_CLASS.lower;
const NAME = WORD_CLASS.name;
const WORDS: Readonly<Record<string, number>> = {
  cuivre: NOUN,
  dossier: NOUN,
  rendre: VERB,
  nadia: NAME,
  loire: NAME,
  maison: NOUN,
};
const classesOf: ClassesOf = (word) => WORDS[word];

const namedBy = (text: string, path: readonly string[], list?: ClassesOf): string[] => {
  if (lexicon === undefined) throw new Error('no lexicon');
  return addressSubjects({ text, tokens: tokenize(text), path }, () => false, lexicon, list).map(({ tag }) => tag);
};

describe('what a text and its address have in common', () => {
  it.each([
    ['is a noun', 'Le prix du cuivre a doublé', ['vols', 'cuivre'], ['cuivre']],
    ['is a noun in the plural', 'Les cuivres de notre fanfare', ['cuivre'], ['cuivres']],
    ['is a word that no list has', 'Une boîte de paracétoline', ['paracetoline'], ['paracétoline']],
    ['is a town', 'La mairie de Vaubrun recrute', ['vaubrun', 'emploi'], ['Vaubrun']],
    ['is a river', 'Hier, la Loire a monté', ['loire'], ['Loire']],
    ['is a name of two words', 'Avec la Semaine bleue et ses sorties', ['semaine', 'bleue'], ['SemaineBleue']],
    ['is a town behind a preposition', 'Une fonderie à Vaubrun', ['vaubrun'], ['Vaubrun']],
    ['is an acronym', 'Choisir un NAS pour ses sauvegardes', ['choisir', 'un', 'nas'], ['NAS']],
  ])('%s', (_, text, path, tags) => {
    expect(namedBy(text, path, classesOf)).toEqual(tags);
  });

  it.each([
    ['a verb', 'Comment rendre un livre', ['rendre']],
    ['a form of a page', 'Notre dossier complet', ['dossier']],
    ['the head of a longer name', 'Hier, la Maison de la chauve-souris', ['maison']],
    ['half of a name', 'Notre invitée, Nadia Leroc, répond', ['leroc']],
    ['a month', 'Les sorties de juin', ['juin']],
    ['a file type', 'Le dossier en PDF', ['dossier', 'pdf']],
    ['a text in capitals', 'GRANDE VENTE DE NAS', ['nas']],
    ['behind what it names', 'Ouvrir le livret Semis', ['semis']],
    ['of a street', 'Un feu de plus rue de Vaubrun', ['vaubrun']],
    ['of a street with its article', 'Au bout de la place du Morand', ['morand']],
    ['what the text lacks', 'Le prix a doublé', ['cuivre']],
  ])('is no subject where it is %s', (_, text, path) => {
    expect(namedBy(text, path, classesOf)).toEqual([]);
  });

  it('is a name alone where no word list is at hand', () => {
    expect(namedBy('Le cuivre de Vaubrun', ['cuivre', 'vaubrun'])).toEqual(['Vaubrun']);
  });

  it('is known as that of a person where word lists have a first name and no article stands before it', () => {
    if (lexicon === undefined) throw new Error('no lexicon');
    const found = (text: string) =>
      addressSubjects(
        { text, tokens: tokenize(text), path: ['nadia', 'loire'] },
        () => false,
        lexicon as Lexicon,
        classesOf,
      );
    expect(found('Merci, dit Nadia')[0]?.isOfPerson).toBe(true);
    expect(found('Ce soir, bienvenue à Nadia')[0]?.isOfPerson).toBe(true);
    expect(found('Hier, la Loire a monté')[0]?.isOfPerson).toBe(false);
  });
});
