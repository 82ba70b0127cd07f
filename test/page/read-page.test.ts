import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { PageReading } from '#page/page.js';
import { readPage } from '#page/read-page.js';
import { processorTime } from '../processor-time.js';

const FOLDER = new URL('../../fixtures/pages/', import.meta.url);
const readText = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');
const expected = JSON.parse(readText('expected.json')) as Record<string, PageReading>;
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.html'));

it('there are twenty pages, each with what is to be read in it', () => {
  expect(names).toHaveLength(20);
  expect(Object.keys(expected).sort()).toEqual(names.sort());
});

it.each(names)('%s is read as a person reads it', (name) => {
  expect(readPage(readText(name))).toEqual(expected[name]);
});

it.each(names)('every text that is read in %s stands in it', (name) => {
  const html = readText(name);
  const plain = (text: string): string =>
    text
      .replace(/&amp;/g, '&')
      .replace(/&nbsp;/g, ' ')
      .replace(/<[^>]+>/g, '')
      .replace(/[\s\u00a0\u202f]+/g, ' ');
  const source = plain(
    html
      .replace(/&ndash;/g, '–')
      .replace(/&mdash;/g, '—')
      .replace(/&(?:l|r)aquo;/g, (sign) => (sign === '&laquo;' ? '«' : '»')),
  );
  const { sentences = [], headings = [], figures = [] } = readPage(html).page;
  const missing = [...sentences, ...headings, ...figures].filter((text) => !source.includes(plain(text)));
  expect(missing).toEqual([]);
});

it.each(names)('every figure of %s stands in what else is kept of it', (name) => {
  const { figures = [], sentences = [], items = [], headings = [], description = '' } = readPage(readText(name)).page;
  const kept = [...sentences, ...items, ...headings, description].join('\n');
  expect(figures.filter((figure) => !kept.includes(figure))).toEqual([]);
});

it('the address of the page makes others absolute, and wins over a canonical one of another site', () => {
  const html = `<link rel="canonical" href="/guide"><meta property="og:image" content="a.jpg"><title>Guide</title>`;
  const reading = readPage(html, { url: 'https://example.org/x/?utm=1#top' });
  expect(reading).toMatchObject({
    link: 'https://example.org/guide',
    page: { image: { url: 'https://example.org/x/a.jpg' } },
  });
  const foreign = `<link rel="canonical" href="https://other.example/">`;
  expect(readPage(foreign, { url: 'https://example.org/x#top' }).link).toBe('https://example.org/x');
});

it.each([
  ['nothing', ''],
  ['no tags', 'Only words.'],
  ['tags that never close', '<html><body><div><p>One <b>two <i>three'],
  ['a script in the title', '<title><script>alert(1)</script>'],
  ['closing tags alone', '</p></div></html>'],
  ['JSON-LD that is no JSON', '<script type="application/ld+json">{"@type":</script><h1>A heading</h1>'],
  ['20,000 divs in each other', '<div>'.repeat(20_000)],
  ['26 digits', `<p>${'1'.repeat(26)} pages.</p>`],
  ['25,000 letters', `<article><p>${'A'.repeat(25_000)}.</p><blockquote>${'“'.repeat(999)}</blockquote></article>`],
])('broken: %s is read without an error', (_, html) => {
  expect(readPage(html).isLogin).toBe(false);
});

it('a text of another language is read all the same', () => {
  const german = `<html lang="de-DE"><title>Der Bahnhof wird umgebaut</title><main><h1>Der Bahnhof wird umgebaut</h1><p>Die Stadt steckt 3,5 Millionen Euro in den Umbau. ${'Der Umbau dauert zwei Jahre und beginnt im März. '.repeat(8)}</p></main></html>`;
  expect(readPage(german)).toMatchObject({ lang: 'de', page: { title: 'Der Bahnhof wird umgebaut' } });
  const hebrew = `<html lang="he" dir="rtl"><title>הספרייה נפתחת מחדש</title><p>${'הספרייה העירונית נפתחת ביום ראשון. '.repeat(20)}</p></html>`;
  expect(readPage(hebrew)).toMatchObject({ lang: 'he', page: { title: 'הספרייה נפתחת מחדש' } });
});

it('signs that turn the direction of a text or move a cursor are left out', () => {
  const html = `<title>A guide\u202e to rent\u001b[31m</title>`;
  expect(readPage(html).page.title).toBe('A guide to rent[31m');
});

it('a form to sign in is known as one', () => {
  const html = `<html lang="en"><title>Sign in</title><form><input name="u"><input type="password"></form></html>`;
  expect(readPage(html).isLogin).toBe(true);
});

it('what a page asks of robots is reported', () => {
  const html = `<meta name="robots" content="noindex, follow"><meta name="googlebot" content="NOSNIPPET">`;
  expect(readPage(html).robots).toEqual(['noindex', 'nosnippet']);
});

const paragraph =
  '<p>The council spent 3.2 million pounds on the library, and most of it went into the roof of the building.</p>';
const pageOf = (size: number): string => {
  const head = '<html lang="en"><head><title>Long page</title></head><body><main><article><h1>Long page</h1>';
  return `${head}${paragraph.repeat(Math.ceil(size / paragraph.length))}</article></main></body></html>`;
};

/** Processor time of this machine for 3·10⁷ square roots, ms; 70 on the machine that the bound is of. */
const unit = (): number => {
  let sum = 0;
  const time = processorTime(() => {
    for (let number = 0; number < 3e7; number += 1) sum += Math.sqrt(number);
  });
  expect(sum).toBeGreaterThan(0);
  return time;
};

it('a page of 200 kB is read within 250 ms of processor time, by the speed of the machine', () => {
  readPage(pageOf(20_000));
  const speed = Math.max(1, unit() / 70);
  expect(processorTime(() => readPage(pageOf(200_000))) / speed).toBeLessThan(250);
});

it('a page of 5 MB is read', () => {
  expect(readPage(pageOf(5_000_000)).page.title).toBe('Long page');
});
