import { describe, expect, it } from 'vitest';
import { describeProblem } from '#cli/describe-problem.js';
import { parseFrontMatter } from '#draft/front-matter.js';
import { readFixture } from '../fixture.js';

const DAY = 86_400_000;

const findFaults = (yaml: string): readonly string[] => {
  try {
    parseFrontMatter(yaml);
  } catch (error) {
    return describeProblem(error, 'en') ?? expect.fail('another error');
  }
  return [];
};

it('reads every key', () => {
  const yaml = `link: https://example.org/guide-logement
media:
  - { file: photo.jpg, alt: "La place au printemps", tag: ["@alice_example", bob_example] }
  - file: plan.png
keywords: [logement, loyer]
title: Le guide du logement
lang: fr
published: 2026-03-02
campaign:
  reposts: 3
  gap: 2d
  from: 2026-03-03
  until: 2026-12-31
  window: "08:00-20:30"
  zone: Europe/Paris
  pin: true
  variants:
    - Un autre texte https://example.org/guide-logement
    - { text: Encore un autre, media: [{ file: autre.jpg }] }
  ask: { to: ["@alice_example"], text: "Peux-tu relayer ?" }
  ambassadors: [{ handle: "@bob_example", text: "À lire" }, { handle: carol_example }]`;
  expect(parseFrontMatter(yaml)).toEqual({
    link: 'https://example.org/guide-logement',
    media: [
      { file: 'photo.jpg', alt: 'La place au printemps', tag: ['alice_example', 'bob_example'] },
      { file: 'plan.png' },
    ],
    keywords: ['logement', 'loyer'],
    title: 'Le guide du logement',
    lang: 'fr',
    published: '2026-03-02',
    campaign: {
      reposts: 3,
      gap: 2 * DAY,
      from: '2026-03-03',
      until: '2026-12-31',
      window: { start: 8 * 60, end: 20 * 60 + 30 },
      zone: 'Europe/Paris',
      pin: true,
      variants: [
        { text: 'Un autre texte https://example.org/guide-logement' },
        { text: 'Encore un autre', media: [{ file: 'autre.jpg' }] },
      ],
      ask: { to: ['alice_example'], text: 'Peux-tu relayer ?' },
      ambassadors: [{ handle: 'bob_example', text: 'À lire' }, { handle: 'carol_example' }],
    },
  });
});

it('reads what was read from the page', () => {
  const yaml = `page:
  title: Isoler ses combles
  description: Sept points à vérifier sur le devis.
  headings: [Quelle épaisseur exiger ?, La ventilation]
  items: [L’épaisseur, La pose]
  sentences: [Le toit laisse échapper 30 % de la chaleur.]
  quotes: [{ text: Je fais mes devis dans le camion., speaker: Paul Exemple }, { text: On y gagne. }]
  figures: [30 %]
  published: 2026-03-02
  image: { url: https://example.org/toit.jpg, alt: Un toit ouvert }`;
  expect(parseFrontMatter(yaml)).toEqual({
    page: {
      title: 'Isoler ses combles',
      description: 'Sept points à vérifier sur le devis.',
      headings: ['Quelle épaisseur exiger ?', 'La ventilation'],
      items: ['L’épaisseur', 'La pose'],
      sentences: ['Le toit laisse échapper 30 % de la chaleur.'],
      quotes: [{ text: 'Je fais mes devis dans le camion.', speaker: 'Paul Exemple' }, { text: 'On y gagne.' }],
      figures: ['30 %'],
      published: '2026-03-02',
      image: { url: 'https://example.org/toit.jpg', alt: 'Un toit ouvert' },
    },
  });
});

it.each([
  ['page: { headlines: [A] }', 'line 2: unknown key "page.headlines"; did you mean headings?'],
  ['page: { quotes: [{ words: A }] }', 'page.quotes.0.text'],
  ['page: { quotes: [{ text: A, by: B }] }', 'line 2: unknown key "page.quotes.0.by"; allowed: text, speaker'],
  ['page: { published: yesterday }', '"page.published" must be a day'],
])('%s is refused by the name of the key', (yaml, message) => {
  expect(findFaults(yaml).join('\n')).toContain(message);
});

it('reads ambassadors from the file that lists them', () => {
  expect(parseFrontMatter('campaign: { ambassadors: team.csv }')).toEqual({ campaign: { ambassadors: 'team.csv' } });
});

it.each(['', '\n', '# only a remark'])('%j holds no keys, and is fine', (yaml) => {
  expect(parseFrontMatter(yaml)).toEqual({});
});

it.each([
  ['90m', 90 * 60_000],
  ['36h', 1.5 * DAY],
  ['1.5d', 1.5 * DAY],
  ['1w', 7 * DAY],
  ['2 d', 2 * DAY],
])('a gap of %s is %i ms', (gap, ms) => {
  expect(parseFrontMatter(`campaign: { gap: ${gap} }`).campaign?.gap).toBe(ms);
});

it('a window may run over midnight, or up to it', () => {
  expect(parseFrontMatter('campaign: { window: "22:00 - 6:30" }').campaign?.window).toEqual({ start: 1320, end: 390 });
  expect(parseFrontMatter('campaign: { window: "8:00-24:00" }').campaign?.window).toEqual({ start: 480, end: 1440 });
});

describe('faults, each with its line in the file', () => {
  const rows = readFixture<{ name: string; yaml: string; faults: string[] }>('tweet/front-matter-faults');

  it.each(rows.map((row) => [row.name, row] as const))('%s', (_, { yaml, faults }) => {
    expect(findFaults(yaml)).toEqual(faults);
  });

  it.each([
    [
      'a bracket never closed',
      'link: https://example.org\nkeywords: [a',
      /^line 3: front matter: not valid YAML: the indentation does not fit, or a bracket is not closed/,
    ],
    ['a key that stands twice', 'title: A\ntitle: B', /^line 3: front matter: not valid YAML: a key appears twice$/m],
    ['a tab as indent', 'campaign:\n\treposts: 3', /^line 3: front matter: not valid YAML/],
    ['an alias', 'title: &t Guide\nlang: *t', /YAML aliases \(\*name\) are not read/],
  ])('%s', (_, yaml, message) => {
    expect(findFaults(yaml).join('\n')).toMatch(message);
  });

  it('a tag runs no code', () => {
    expect(() => parseFrontMatter('title: !!js/function "function () { throw 1 }"')).not.toThrow(TypeError);
  });
});
