import { beforeAll, describe, expect, it } from 'vitest';
import { loadLexicon } from '#rules/lexicon/load.js';
import { proposedTags } from '#words/subject-tags.js';
import type { Lexicon } from '#words/lexicon.js';
import { tokenize } from '#words/tokens.js';
import { placesIn } from '#words/place-names.js';
import { roleOf } from '#words/word-role.js';

const lexicons = new Map<string, Lexicon>();
beforeAll(async () => {
  for (const language of ['fr', 'en'] as const) {
    const lexicon = await loadLexicon(language);
    if (lexicon !== undefined) lexicons.set(language, lexicon);
  }
});

const tagsFor = (
  language: 'fr' | 'en',
  text: string,
  more: {
    readonly tags?: string[];
    readonly link?: string;
    readonly keywords?: string[];
    readonly ownTags?: string[];
  } = {},
): string[] => {
  const lexicon = lexicons.get(language);
  if (lexicon === undefined) throw new Error('no lexicon');
  return proposedTags(
    { text, words: tokenize(text), tags: [], link: undefined, keywords: [], ownTags: [], ...more },
    lexicon,
  );
};

describe('tags that are proposed', () => {
  it.each([
    ['fr', 'Notre potager en bord de route : douze semis qui lèvent sans arrosage', 'route', false],
    ['fr', 'La nageuse de 61 ans qui ne craint pas le froid', 'natation', true],
    ['en', 'Knit a scarf in one evening, without counting', 'knitting', true],
    ['en', 'Our nurses tried it for a year: a shorter week', 'week', false],
  ] as const)('%s: %s: %s is one: %s', (language, text, tag, isOne) => {
    expect(tagsFor(language, text).includes(tag)).toBe(isOne);
  });

  it.each([
    ['fr', 'Gribouille 3.2 ajoute l’export SVG, corrige 27 bugs et démarre plus vite', 'dev', false],
    ['fr', 'Trois développeurs Rust racontent leur premier compilateur, en Rust', 'Rust', true],
    ['fr', 'Maison de caractère avec jardin et une vue sur le Loir, 289 000 €', 'nature', false],
    ['fr', 'Maison de caractère avec jardin et une vue sur le Loir, 289 000 €', 'immobilier', true],
    ['fr', 'Livraison de la halle de Mornay, dont la charpente est en douglas local', 'patrimoine', false],
    ['fr', 'Le moulin de Mornay et son lavoir, restaurés par douze bénévoles', 'patrimoine', true],
    ['fr', 'Il reste 40 places pour l’avant-première au cinéma Rex', 'culture', false],
    ['fr', 'Il reste 5 places pour l’atelier BD du mercredi à la médiathèque', 'lecture', false],
    ['en', 'The council closes Miller Street to cars after the public consultation', 'democracy', false],
    ['en', 'Barn owls hear a vole under 30 cm of snow, and our recordings prove it', 'nature', false],
  ] as const)('%s, where a field holds nearly anything: %s: %s is one: %s', (language, text, tag, isOne) => {
    expect(tagsFor(language, text).includes(tag)).toBe(isOne);
  });

  it('are none for what the text does without', () => {
    expect(tagsFor('fr', 'Vivre un an sans frigo et s’en trouver mieux')).not.toContain('frigo');
  });

  it('are none for one of many things that are named in passing', () => {
    const text = 'On trouve de tout dans cette cave, des lampes, des guitares et des télescopes';
    expect(tagsFor('fr', text)).not.toContain('guitares');
  });

  it('are surer where the address names the subject', () => {
    const text = 'Notre toile a mieux fini que prévu';
    expect(tagsFor('fr', text)).not.toContain('peinture');
    expect(tagsFor('fr', text, { link: 'https://peinture.example.org/toile' })).toContain('peinture');
  });

  it('begin with keywords, then with tags of the account', () => {
    const text = 'Le compost tient dans un bac de 40 litres';
    expect(tagsFor('fr', text, { keywords: ['sols vivants'], ownTags: ['litres', 'ailleurs'] })).toEqual([
      'SolsVivants',
      'litres',
    ]);
  });

  it('are none for an expression that only looks like a subject', () => {
    expect(tagsFor('fr', 'Il répond à tout sans langue de bois, et la ville écoute')).not.toContain('langue');
    expect(tagsFor('en', 'No need to book, tea and cake for all')).not.toContain('books');
  });

  it.each([
    ['en', 'Roadworks on the ring road end in June, a month early', 'traffic', false],
    ['en', 'The recycling centre opens at seven from Monday', 'zerowaste', false],
    ['fr', 'La rentrée des cyclos : trois groupes, casque obligatoire', 'école', false],
    ['en', 'Two goats keep the railway bank short', 'animals', true],
    ['fr', 'Votre bébé ne dort pas ? Quatre nuits avec une puéricultrice', 'parentalité', true],
    // Where the text leads there by another word, what is wider is no guess.
    ['en', 'The recycling centre shows how zero waste works at home', 'zerowaste', true],
  ] as const)(
    'are wider than the first by kind, or by another sign: %s: %s: %s is one: %s',
    (language, text, tag, isOne) => {
      expect(
        tagsFor(language, text)
          .map((each) => each.toLowerCase())
          .includes(tag),
      ).toBe(isOne);
    },
  );

  it.each([
    ['fr', 'Candidatures ouvertes pour la bourse de création jusqu’au 3 mai', 'recrutement', false],
    ['fr', 'Le mécénat de la fondation : 80 candidats, six lauréats', 'recrutement', false],
    ['fr', 'CDI de boulanger : candidatures jusqu’au 3 mai, salaire affiché', 'emploi', true],
    ['en', 'Of 900 applicants to the arts prize, nine were chosen', 'hiring', false],
    ['en', 'Applications for the summer scholarship close on Friday', 'hiring', false],
    ['en', 'Hiring two welders: 40 applicants so far, one vacancy left', 'hiring', true],
  ] as const)('take candidates for work only beside work: %s: %s: %s is one: %s', (language, text, tag, isOne) => {
    expect(tagsFor(language, text).includes(tag)).toBe(isOne);
  });

  it.each([
    ['fr', 'Pâques est passé, place aux vide-greniers du printemps', 'Pâques', false],
    ['fr', 'La Toussaint est passée, voici le temps des couronnes', 'Toussaint', false],
    ['fr', 'À la Toussaint, notre cimetière paysager ouvre ses serres', 'Toussaint', true],
    ['en', 'Christmas is over: what to do with a dry tree', 'Christmas', false],
    ['en', 'Order before Christmas and the frame is ready in March', 'Christmas', false],
    ['en', 'A Christmas with six cats and no candles', 'Christmas', true],
  ] as const)('are no day that is past or only sets a date: %s: %s: %s is one: %s', (language, text, tag, isOne) => {
    expect(tagsFor(language, text).includes(tag)).toBe(isOne);
  });

  it.each([
    ['fr', 'Nos filles gagnent 31 à 24 devant 1 150 spectateurs ravis', 'spectacle', false],
    ['fr', 'Réservez au 15 : -15 % sur toute la saison', '15', false],
    ['fr', 'Communiqué de presse : la banque prête 15 millions aux artisans', 'CommuniquéDePresse', false],
    ['en', 'Tickets left for the matinee of The Salt Wife', 'matinee', false],
  ] as const)('are neither a crowd, a figure nor a form: %s: %s: %s is one: %s', (language, text, tag, isOne) => {
    expect(tagsFor(language, text).includes(tag)).toBe(isOne);
  });

  it('are two where the second is wider than the first', () => {
    expect(tagsFor('en', 'A marathon that ends in the sea', { link: 'https://example.org/marathon' })).toEqual([
      'marathon',
      'running',
    ]);
  });

  it('are wider than the only one of the author', () => {
    expect(tagsFor('fr', 'Il reste deux places le mardi soir, débutants bienvenus', { tags: ['céramique'] })).toEqual([
      'artisanat',
    ]);
  });

  it('are one where a second subject is named in passing', () => {
    const text = 'Le potager de Léa est passé au lycée, le midi, entre deux cours';
    expect(tagsFor('fr', text, { link: 'https://example.org/potager' })[0]).toBe('potager');
    expect(tagsFor('fr', text, { link: 'https://example.org/potager' })).not.toContain('lycée');
  });

  it('say nothing that a tag of the text says', () => {
    expect(tagsFor('en', 'Three bikes that cost less than a train pass', { tags: ['cycling'] })).not.toContain('bikes');
  });
});

describe('places', () => {
  it.each([
    ['fr', 'Un atelier à Lens ce printemps', ['Lens']],
    ['fr', 'Le port de Brest vu du ciel', ['Brest']],
    ['fr', 'La charte de Paris', []],
    ['en', 'Bus drivers in Leeds say no', ['Leeds']],
    ['en', 'Written in Python by two students', []],
    ['en', 'Our robot goes to the nationals in Exeter', []],
    ['en', 'The last robot shop in Exeter', ['Exeter']],
    ['fr', 'Une étude de l’université de Vannes', []],
    ['fr', 'Nos cadets jouent la finale à Cholet', []],
  ])('%s: %s', (language, text, places) => {
    expect(placesIn(text, language).map(({ tag }) => tag)).toEqual(places);
  });
});

describe('the role of a word', () => {
  it.each([
    ['No car, two kids', 'car', { isDenied: true }],
    ['No car, two kids', 'kids', { isCounted: true }],
    ['By train to Vienna', 'train', { isAside: true }],
    ['The train is late', 'train', { isAside: false, isDenied: false, isCounted: false, isListed: false }],
    ['Lamps, a guitar and a boat', 'lamps', { isListed: true }],
    ['No knowledge of music is needed', 'music', { isDenied: true }],
    ['The knowledge of music is needed', 'music', { isDenied: false }],
    ['Walk instead of the car', 'car', { isDenied: true }],
    ['A drone smaller than a phone', 'phone', { isCompared: true }],
    ['We slept in the gym', 'gym', { isSetting: true }],
    ['We wrote it in Rust', 'rust', { isSetting: false }],
    ['Open before Easter', 'easter', { isTime: true, isOver: false }],
    ['Easter is over', 'easter', { isTime: false, isOver: true }],
  ])('%s: %s', (text, word, role) => {
    const tokens = tokenize(text);
    const index = tokens.findIndex((token) => token.word === word);
    expect(roleOf(text, tokens, index, 'en')).toMatchObject(role);
  });
});
