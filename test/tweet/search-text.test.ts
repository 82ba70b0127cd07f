import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { hasSearchWord, searchableText, SEARCH_FORM, searchForm } from '#tweet/search-text.js';
import { openHistory, type TestHistory } from '../history/open-history.js';

const TEXTS = [
  '今日は公園で本を読みました',
  'Rubyの本を今日買った',
  'กูเกิลเปิดตัวบริการใหม่',
  'กาแฟมาแล้ว',
  '오늘은 비가 와요',
  'A guide for tenants 😀👍🏽 #housing #logement_social',
  'Housing in #東京 and Genève 👩‍💻 🇫🇷',
  'Already 😀',
];

async function historyOf(texts: readonly string[]): Promise<TestHistory> {
  const history = await openHistory();
  const session = history.openImport();
  texts.forEach((text, index) =>
    session.add({
      id: String(1967853474804662272n + BigInt(index)),
      provenance: { source: 'table' },
      at: 1,
      precision: 'ms',
      kind: 'original',
      quote: false,
      language: '',
      media: 0,
      text,
      cut: false,
      links: [],
      contacts: [],
      observations: [],
    }),
  );
  session.commit(undefined, { handles: [] });
  return history;
}

describe('a search', () => {
  it.each([
    ['今日', 2],
    ['"本を今日"', 1],
    ['Ruby', 1],
    ['rub*', 1],
    ['กูเกิล', 1],
    ['มา', 1],
    ['มี', 0],
    ['오늘', 1],
    ['😀', 2],
    ['👍', 1],
    ['🇫🇷', 1],
    ['🇩🇪', 0],
    ['#housing', 1],
    ['housing', 2],
    ['#東京', 1],
    ['東京', 1],
    ['#logement_social', 1],
    ['"#housing"', 1],
    ['geneve', 1],
    ['😀 -tenants', 1],
    ['本 -Ruby', 1],
  ])('for %s finds %i', async (search, found) => {
    const history = await historyOf(TEXTS);
    expect(history.posts({ search }, 'newest', 10)).toHaveLength(found);
  });

  it.each([['#'], ['"'], ['%'], ['('], ['-word'], ['  ']])('for %s has nothing to find', (search) => {
    expect(hasSearchWord(search)).toBe(false);
  });
});

describe('how little has to be done with a text for the index', () => {
  const short = 'https://t.co/Ab12';
  it.each([
    ['a plain text', 'Un logement à Lyon', undefined, SEARCH_FORM.same],
    ['a text that ends in its short link', `Un logement ${short}`, short, SEARCH_FORM.lessLink],
    ['a text with something glued to the link', `Un logement ${short}z`, short, SEARCH_FORM.other],
    ['a text with two links', `${short} ${short}`, short, SEARCH_FORM.other],
    ['a text with a tag', `#logement ${short}`, short, SEARCH_FORM.other],
    ['a text with an emoji', '🏠', undefined, SEARCH_FORM.other],
  ])('%s', (_, text, link, form) => {
    expect(searchForm(text, link)).toBe(form);
  });

  it('gives what the whole work gives', () => {
    const piece = fc.constantFrom(
      'logement',
      ' ',
      short,
      'HTTPS://T.CO/x',
      'http://t.co/y',
      '#a',
      '今日',
      '😀',
      'é',
      '/z',
      '://',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.option(piece, { nil: undefined }), (pieces, link) => {
        const text = pieces.join('');
        const form = searchForm(text, link);
        if (form === SEARCH_FORM.other) return;
        const done = form === SEARCH_FORM.same ? text : text.replaceAll(link ?? '', '');
        expect(done).toBe(searchableText(text));
      }),
      { numRuns: 2000 },
    );
  });
});
