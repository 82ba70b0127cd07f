import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readWordy, toLexicon, type LexiconData } from '#words/lexicon.js';
import { findPhrases } from '#words/phrases.js';
import { tokenize } from '#words/tokens.js';

const readLexicon = (language: string): LexiconData =>
  JSON.parse(readFileSync(new URL(`../../rules/lexicon/${language}.json`, import.meta.url), 'utf8')) as LexiconData;

const fr = readLexicon('fr');
const en = readLexicon('en');

/** Every list of plain words or phrases, by name. */
function collectLists(lexicon: LexiconData): Readonly<Record<string, readonly string[]>> {
  const { stopWords, genericWords, freshness, invitations, promises, requests, acronyms } = lexicon;
  return {
    stopWords,
    genericWords,
    freshness,
    invitations,
    promises,
    requests,
    acronyms,
    ephemeral: lexicon.ephemeral.map(({ phrase }) => phrase),
    wordy: lexicon.wordy.map(({ phrase }) => phrase),
    synonyms: lexicon.synonyms.flat().map(({ word }) => word),
    months: lexicon.months.flat(),
  };
}

const twice = (words: readonly string[]): string[] => words.filter((word, at) => words.indexOf(word) !== at);
const shared = (some: readonly string[], others: readonly string[]): string[] => {
  const set = new Set(others);
  return some.filter((word) => set.has(word));
};

describe.each([
  ['fr', fr],
  ['en', en],
] as const)('the lexicon %s', (language, lexicon) => {
  const lists = Object.entries(collectLists(lexicon));
  const { ephemeral, wordy } = toLexicon(lexicon);

  it('names its language', () => {
    expect(lexicon.language).toBe(language);
  });

  it.each(lists)('has %s without one entry twice', (_, words) => {
    expect(twice(words)).toEqual([]);
  });

  it.each(lists)('has %s composed, with straight apostrophes, plain single blanks and none at the ends', (_, words) => {
    expect(words.filter((word) => word !== word.normalize('NFC'))).toEqual([]);
    expect(words.filter((word) => /[’‘ʼ]|[^\S ]|\s\s|^\s|\s$|^$/.test(word))).toEqual([]);
  });

  it.each(lists)('has %s in one case', (name, words) => {
    const inCase = (word: string): string => (name === 'acronyms' ? word.toUpperCase() : word.toLowerCase());
    expect(words.filter((word) => word !== inCase(word))).toEqual([]);
  });

  it('keeps what it puts in a place as clean as what it looks for', () => {
    const given = [
      ...lexicon.ephemeral.flatMap(({ lasting }) => lasting ?? []),
      ...lexicon.wordy.map(({ shorter }) => shorter.replace(/ $/, '')),
      ...Object.values(lexicon.imperatives),
    ];
    expect(
      given.filter((text) => text !== text.normalize('NFC').toLowerCase().trim() || /[’\u00a0]/.test(text)),
    ).toEqual([]);
  });

  it('classes each word once', () => {
    expect(shared(lexicon.stopWords, lexicon.genericWords)).toEqual([]);
  });

  it('has stop words and generic words as the tokenizer gives them', () => {
    const ends = new Set(["'s", "'re", "'ve", "'ll", "'d", "'m"]);
    const cut = [...lexicon.stopWords, ...lexicon.genericWords].filter(
      (word) => !ends.has(word) && tokenize(word)[0]?.word !== word,
    );
    // "rendez-vous" is cut like a verb: only words whose first part is listed too may be.
    const known = new Set([...lexicon.stopWords, ...lexicon.genericWords]);
    expect(cut.filter((word) => !tokenize(word).every((token) => known.has(token.word)))).toEqual([]);
  });

  it('never takes a stop word for an invitation', () => {
    expect(shared(lexicon.invitations, lexicon.stopWords)).toEqual([]);
  });

  it('never takes a searched word for one without a subject', () => {
    const searched = lexicon.synonyms.flat().map(({ word }) => word);
    expect(shared(searched, [...lexicon.stopWords, ...lexicon.genericWords])).toEqual([]);
  });

  it('has at least two words of the same meaning in a group', () => {
    expect(lexicon.synonyms.filter((group) => group.length < 2)).toEqual([]);
  });

  it('has lasting wordings that are not ephemeral themselves', () => {
    const again = lexicon.ephemeral.filter(
      ({ lasting }) => lasting !== undefined && findPhrases(lasting, ephemeral).length > 0,
    );
    expect(again).toEqual([]);
  });

  it('calls deletions what has nothing in its place, and only that', () => {
    expect(lexicon.wordy.filter((entry) => (entry.class === 'deletion') !== (entry.shorter === ''))).toEqual([]);
  });

  it('has shorter phrases that are no longer', () => {
    expect(lexicon.wordy.filter(({ phrase, shorter }) => shorter.length > phrase.length)).toEqual([]);
  });

  it('ends a replacement with a blank only where the apostrophe that it replaces stood against a word', () => {
    const wrong = lexicon.wordy.filter(({ phrase, shorter }) => {
      const needsBlank = phrase.endsWith("'") && shorter !== '' && !shorter.endsWith("'");
      return shorter.endsWith(' ') !== needsBlank;
    });
    expect(wrong).toEqual([]);
  });

  it('finds each of its wordy phrases, whole, in a text', () => {
    const found = lexicon.wordy.map(({ phrase }) => {
      const [match] = findPhrases(`- ${phrase}${phrase.endsWith("'") ? 'a' : ''} -`, wordy);
      return match && readWordy(match);
    });
    expect(found).toEqual(lexicon.wordy);
  });

  it('has the twelve months, each with its full name first', () => {
    expect(lexicon.months).toHaveLength(12);
    expect(lexicon.months.filter(([name = '', ...short]) => short.some((word) => word.length > name.length))).toEqual(
      [],
    );
  });

  it('leaves what people search as subjects', () => {
    const searched =
      language === 'fr'
        ? ['été', 'logement', 'données', 'formation', 'recrutement', 'marque', 'offre', 'recherche', 'santé', 'ville']
        : ['housing', 'data', 'training', 'recruitment', 'market', 'research', 'health', 'city', 'summer', 'software'];
    expect(shared(searched, [...lexicon.stopWords, ...lexicon.genericWords])).toEqual([]);
  });
});

describe('how much the lexicons know', () => {
  const counts = (lexicon: LexiconData): Record<string, number> => ({
    ...Object.fromEntries(Object.entries(collectLists(lexicon)).map(([name, words]) => [name, words.length])),
    synonyms: lexicon.synonyms.length,
    imperatives: Object.keys(lexicon.imperatives).length,
  });
  const least = { ephemeral: 40, freshness: 30, invitations: 60, promises: 40, requests: 30, acronyms: 120 };

  it.each([
    ['fr', fr, { ...least, stopWords: 250, genericWords: 700, wordy: 200, synonyms: 120, imperatives: 150 }],
    ['en', en, { ...least, stopWords: 180, genericWords: 500, wordy: 150, synonyms: 100 }],
  ] as const)('is enough in %s', (_, lexicon, minimum) => {
    const short = Object.entries(minimum).filter(([name, count]) => (counts(lexicon)[name] ?? 0) < count);
    expect(short).toEqual([]);
  });
});

describe('the French lexicon', () => {
  const VOWEL = /^[aàâeéèêiîïoôuùûyœ]/;
  const phrases = new Set(fr.wordy.map(({ phrase }) => phrase));
  const equivalents = fr.wordy.filter((entry) => entry.class === 'equivalent');
  const lastWord = (text: string): string => /\S*$/.exec(text.trimEnd())?.[0] ?? '';

  it('has the stop words that usual lists lack', () => {
    const lacked =
      'plus comme aussi si très tout tous bien chez vers sous entre donc car quand comment pourquoi dont alors déjà encore jamais elles lors après avant voici ni peut fait';
    expect(lacked.split(' ').filter((word) => !fr.stopWords.includes(word))).toEqual([]);
  });

  it('gives the gender of every synonym', () => {
    expect(fr.synonyms.flat().filter(({ gender }) => gender !== 'm' && gender !== 'f')).toEqual([]);
  });

  it('has equivalents that a word before them can be elided to, or not, as before', () => {
    const wrong = equivalents.filter(({ phrase, shorter }) => {
      const kept = VOWEL.test(phrase) === VOWEL.test(shorter);
      return !kept && !(VOWEL.test(phrase) && phrases.has(`qu'${phrase}`));
    });
    expect(wrong).toEqual([]);
  });

  it('has equivalents whose last word goes with the same words as before', () => {
    const partners: Readonly<Record<string, readonly string[]>> = { le: ['du', 'au'], les: ['des', 'aux'] };
    const wrong = equivalents.filter(({ phrase, shorter }) => {
      const last = lastWord(shorter);
      if (!/^(?:de|que|ne|se|je|la|me|te|le|les|du|des|d'|l'|qu')$/.test(last)) return false;
      const before = lastWord(phrase);
      return before !== last && !(partners[last] ?? []).includes(before);
    });
    expect(wrong).toEqual([]);
  });

  it('speaks to the reader from every infinitive', () => {
    const wrong = Object.entries(fr.imperatives).filter(
      ([verb, form]) => !/(?:er|ir|re|oir)$/.test(verb) || !/(?:ez|tes)$/.test(form),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['lire', 'lisez'],
    ['découvrir', 'découvrez'],
    ['choisir', 'choisissez'],
    ['faire', 'faites'],
    ['être', 'soyez'],
    ['savoir', 'sachez'],
    ['partager', 'partagez'],
    ['rejoindre', 'rejoignez'],
    ['prévoir', 'prévoyez'],
  ])('makes %s into %s', (verb, form) => {
    expect(fr.imperatives[verb]).toBe(form);
  });
});

describe('the English lexicon', () => {
  it('has no imperatives of its own: they are the infinitives', () => {
    expect(en.imperatives).toEqual({});
  });

  it('writes a before a consonant and an before a vowel', () => {
    const wrong = en.wordy.filter(({ shorter }) => /^a [aeio]|^an [^aeiouh]/.test(shorter));
    expect(wrong).toEqual([]);
  });
});
