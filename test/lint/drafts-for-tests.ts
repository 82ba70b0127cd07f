import fc from 'fast-check';

const OPENINGS = [
  'Choisir son logement à Lyon sans se tromper',
  'Retrouvez nos conseils afin de choisir votre logement',
  'Profitez de #L’été dans les parcs de #Lyon',
  'ATTENTION : les loyers montent encore !!!',
  'How we halved our build time',
  'In order to ship faster, due to the fact that we wait, READ THIS NOW!!!',
  'Why do small teams ship faster???',
  'C’est fini.La carte des loyers est à jour',
  '@example_agence publie la carte des loyers',
  'Demain, dernière chance de visiter le parc',
  '',
];
const MIDDLES = [
  'Les #éco-quartiers de demain, vus par ceux qui y habitent',
  'avec @example_a et @example_b 🏠',
  'Everything is in the README.md',
  'A new guide, a new map and a new list of prices.Read it first',
  'La fin du mois de mars 2024 approche…',
  '日本語のテスト 🗼',
  'Vous êtes PLUS NOMBREUX QUE JAMAIS à nous lire',
];
const TAGS = ['#Lyon', '#logement', '#immobilier', '#2026', '#lyon', '#DevOps', '#ci', '#releaseengineeringatscale'];
const LINKS = ['https://example.org/guide', 'https://example.org/build?utm_source=x', 'http://www.example.org/a-b_c'];
const FRONT_MATTERS = [
  '',
  '---\nlang: fr\n---\n',
  '---\nlink: https://example.org/guide\nkeywords: [logement, loyer]\n---\n',
  '---\n# a remark, kept  \ntitle:   "Le guide"\ncampaign:\n  reposts: 1\n  variants: ["Avant de signer, lisez ceci"]\n---\n\n',
  '---\nmedia: [{ file: "été 🏠.jpg" }]\n---\n',
];
const DIRECTIVE = '<!-- tweetspan-disable pin -->';

/** What a draft file is made of, and whether it is written as on Windows. */
export interface BuiltDraft {
  readonly source: string;
  readonly frontMatter: string;
}

const tags = fc.array(fc.constantFrom(...TAGS), { maxLength: 6 }).map((list) => list.join(' '));

/** Draft files as people write them, with all that a rule may want to mend: tags in heaps, shouting, slips, padding. */
export const draftFiles: fc.Arbitrary<BuiltDraft> = fc
  .record({
    frontMatter: fc.constantFrom(...FRONT_MATTERS),
    inFront: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: tags }),
    opening: fc.constantFrom(...OPENINGS),
    middle: fc.oneof(fc.constant(''), fc.constantFrom(...MIDDLES)),
    glue: fc.constantFrom(' ', '  ', '\n', ` : `, '. ', `\n${DIRECTIVE}\n`),
    link: fc.oneof(fc.constant(''), fc.constantFrom(...LINKS)),
    behind: tags,
    last: fc.constantFrom('', '\n', `\n${DIRECTIVE}`),
    crlf: fc.boolean(),
  })
  .map(({ frontMatter, inFront, opening, middle, glue, link, behind, last, crlf }) => {
    const words = [inFront, opening, middle].filter(Boolean).join(glue);
    const body = `${[words, link, behind].filter(Boolean).join(' ')}${last}`;
    const written = (text: string): string => (crlf ? text.replaceAll('\n', '\r\n') : text);
    return { source: written(`${frontMatter}${body || 'x'}`), frontMatter: written(frontMatter) };
  });
