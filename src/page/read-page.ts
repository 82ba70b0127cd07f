import { lazy } from '#base/lazy.js';
import { parsePage, protectHeadings, readBlocks, readHeadings, type Block } from './article.js';
import { findFigures } from './figures.js';
import { readMetadata } from './metadata.js';
import { MAX_PARTS, type Page, type PageQuote, type PageReading } from './page.js';
import { findQuotes, isSpoken } from './quotes.js';
import { isWhole, splitSentences } from './sentences.js';

/** What is known of a page besides its text. */
export interface PageOptions {
  /** Its address, absolute: the one it was fetched from, behind redirects. */
  readonly url?: string | undefined;
}

const SHORTEST_SENTENCE = 20;
const LONGEST_SENTENCE = 280;
const LONGEST_ENTRY = 140;
const LONGEST_HEADING = 120;
const LONGEST_TITLE = 300;
const LONGEST_DESCRIPTION = 600;

/** A text that is not longer than anybody writes it; a longer one is left out rather than cut. */
const upTo = (text: string | undefined, most: number): string | undefined =>
  text !== undefined && text.length <= most ? text : undefined;

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];
const NUMBERED = /^\d{1,2}[.)] +/;

/**
 * Reads a page of HTML. No script runs, nothing is loaded, nothing is said that the page does not say: every text is
 * verbatim but for white space.
 */
export function readPage(html: string, { url }: PageOptions = {}): PageReading {
  const document = parsePage(protectHeadings(html));
  const ownHeadings = readHeadings(document);
  const about = readMetadata(document, ownHeadings, url);
  const hasPassword = document.querySelector('input[type=password]') !== null;
  const blocks = readBlocks(document);
  const title = upTo(about.title, LONGEST_TITLE);
  const quotes = findQuotes(blocks).slice(0, MAX_PARTS.quotes);
  const sentences = readSentences(blocks, quotes);
  const headings = readSectionHeadings(blocks, title, ownHeadings);
  const items = readItems(blocks, headings, title ?? '');
  const description = upTo(about.description, LONGEST_DESCRIPTION);
  const figures = findFigures([description ?? '', ...sentences, ...items, ...headings]);
  const page: Page = {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(headings.length > 0 && { headings }),
    ...(items.length > 0 && { items }),
    ...(sentences.length > 0 && { sentences }),
    ...(quotes.length > 0 && { quotes }),
    ...(figures.length > 0 && { figures: figures.slice(0, MAX_PARTS.figures) }),
    ...(about.published !== undefined && { published: about.published }),
    ...(about.image !== undefined && { image: about.image }),
  };
  const link = chooseLink(about.link, url);
  return {
    page,
    ...(link !== undefined && { link }),
    ...(about.lang !== undefined && { lang: about.lang }),
    ...(about.siteName !== undefined && { siteName: about.siteName }),
    ...(about.keywords.length > 0 && { keywords: about.keywords }),
    ...(about.robots.length > 0 && { robots: about.robots }),
    isLogin: hasPassword && sentences.length < 3,
  };
}

const bareHost = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

/** The canonical address, unless it leads to another site than the page was fetched from. */
function chooseLink(canonical: string | undefined, url: string | undefined): string | undefined {
  if (url === undefined) return canonical;
  const own = url.replace(/#.*$/s, '');
  return canonical !== undefined && bareHost(canonical) === bareHost(own) ? canonical : own;
}

/** A line about who wrote it and when, where a page marks it as a paragraph. */
const BYLINE = lazy(
  () => /^(?:Par|By|Written [Bb]y) \p{Lu}.{0,80}$|^(?:Publié|Published|Posted|Mis à jour|Updated|Vérifié)\b.{0,80}$/u,
);

function readSentences(blocks: readonly Block[], quotes: readonly PageQuote[]): string[] {
  const sentences = blocks.flatMap((block) => (block.kind === 'text' ? splitSentences(block.text) : []));
  const fitting = sentences.filter(
    (text) =>
      text.length >= SHORTEST_SENTENCE &&
      text.length <= LONGEST_SENTENCE &&
      isWhole(text) &&
      !text.endsWith('?') &&
      !BYLINE().test(text) &&
      !isSpoken(text) &&
      !quotes.some((quote) => text.includes(quote.text)),
  );
  return distinct(fitting).slice(0, MAX_PARTS.sentences);
}

/** The headings of the highest level that has two, each with text under it; those of all levels where none has. */
function readSectionHeadings(blocks: readonly Block[], title: string | undefined, own: readonly string[]): string[] {
  const headings = blocks.flatMap((block, index) => {
    if (block.kind !== 'heading' || block.level < 2 || block.text === title || block.text === own[0]) return [];
    const next = blocks[index + 1];
    const isEmpty = next === undefined || (next.kind === 'heading' && next.level <= block.level);
    return isEmpty || block.text.length > LONGEST_HEADING ? [] : [block];
  });
  const levels = distinct(headings.map(({ level }) => String(level))).sort();
  const level = levels.find((each) => headings.filter((heading) => String(heading.level) === each).length >= 2);
  const chosen = level === undefined ? headings : headings.filter((heading) => String(heading.level) === level);
  return distinct(chosen.map(({ text }) => text)).slice(0, MAX_PARTS.headings);
}

/** The list that has as many entries as the title says; else numbered headings; else the first list of three or more. */
function readItems(blocks: readonly Block[], headings: readonly string[], title: string): string[] {
  const lists = blocks.flatMap((block) =>
    block.kind === 'list' && !block.isLinks && block.entries.length >= 3 && block.entries.every(fitsAsEntry)
      ? [block.entries]
      : [],
  );
  const numbered = headings.filter((heading) => NUMBERED.test(heading)).map((heading) => heading.replace(NUMBERED, ''));
  const announced = Number(/\d+/.exec(title)?.[0] ?? NaN);
  const chosen = lists.find(({ length }) => length === announced) ?? (numbered.length >= 3 ? numbered : lists[0]) ?? [];
  return distinct(chosen).slice(0, MAX_PARTS.items);
}

const fitsAsEntry = (text: string): boolean => text.length >= 3 && text.length <= LONGEST_ENTRY;
