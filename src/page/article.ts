// Finds the article of a page among menus, notices and comments, by the reader that Firefox has for it, and cuts it into
// blocks.
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { cleanText, readText, type PageElement } from './element.js';

/** A piece of an article, in its order. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly level: number }
  | { readonly kind: 'text'; readonly text: string; readonly element: PageElement }
  | { readonly kind: 'list'; readonly entries: readonly string[]; readonly isLinks: boolean }
  | { readonly kind: 'quote'; readonly element: PageElement };

/** Tags that hold nothing, or that pages rarely close. */
const UNNESTED = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|tr|td|th|option)$/i;
/** Deeper than any page that a person made: finding the article takes the square of it. @source own choice */
const DEEPEST = 400;

/** A page up to where its tags stand deeper in each other than in any page that is meant to be read. */
function cutWhereTooDeep(html: string): string {
  let depth = 0;
  for (const { 1: slash, 2: name = '', index } of html.matchAll(/<(\/?)([a-z][a-z\d-]*)/gi)) {
    if (UNNESTED.test(name)) continue;
    depth = slash === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return html.slice(0, index);
  }
  return html;
}

/** The tree of a page. No script of it runs, and nothing that it names is loaded. */
export const parsePage = (html: string): PageElement => {
  const whole = cutWhereTooDeep(html);
  const { document } = parseHTML(/<html/i.test(whole) ? whole : `<html><body>${whole}</body></html>`);
  return document as unknown as PageElement;
};

/** Headings behind which stands what is not the article's: comments, related pages, how to share it. */
const BEHIND =
  /^(?:\d+ )?(?:commentaires?\b|comments\b|réactions?\b|réflexions|related|lire aussi|à lire aussi|sur le même sujet|dans la même (?:rubrique|catégorie)|read (?:more|next|also)|see also|you may also like|more (?:stories|from)|most read|les plus lus|partager|share|articles (?:récents|similaires|liés)|recent posts|mots-clés|tags|newsletter|subscribe|is this page useful|cette page vous a-t-elle|media contact|contact presse|leave a (?:comment|reply)|laisser un commentaire)/i;
const CLUTTER =
  'nav,aside,form,dialog,iframe,[role=navigation],[role=dialog],[role=contentinfo],#comments,.comments,[hidden]';

/** Readability counts each letter as a sign of an article; short pages of shops and towns have few. @source own choice */
const SHORT_ARTICLE = 200;
/** Elements beyond which finding the article would take seconds. @source own choice */
const MAX_ELEMENTS = 60_000;

/**
 * The article of a page as blocks; none where no article is found. The tree is changed by it: read what else is needed
 * of it before.
 */
export function readBlocks(document: PageElement): readonly Block[] {
  for (const element of document.querySelectorAll(CLUTTER)) element.remove();
  // Buttons that fold a section hold its heading; elsewhere they are no text.
  for (const button of document.querySelectorAll('button')) {
    if (/^h[1-6]$/.test(button.parentElement?.localName ?? '')) button.replaceWith(...button.childNodes);
    else button.remove();
  }
  // Readability drops footers, and in a quotation they name who speaks.
  for (const footer of document.querySelectorAll('blockquote footer')) {
    const cite = (document as PageElement & { createElement(name: string): PageElement }).createElement('cite');
    cite.append(...footer.childNodes);
    footer.replaceWith(cite);
  }
  const article = findArticle(document);
  if (article === undefined) return [];
  const blocks: Block[] = [];
  collect(article, blocks, 0);
  const end = blocks.findIndex((block) => block.kind === 'heading' && BEHIND.test(block.text));
  return end < 0 ? blocks : blocks.slice(0, end);
}

function findArticle(document: PageElement): PageElement | undefined {
  const reader = new Readability<PageElement>(document as never, {
    charThreshold: SHORT_ARTICLE,
    keepClasses: true,
    maxElemsToParse: MAX_ELEMENTS,
    serializer: (node) => node as unknown as PageElement,
  });
  try {
    return reader.parse()?.content ?? undefined;
  } catch {
    // Too many elements, or nested too deep: what the page says of itself is read all the same.
    return undefined;
  }
}

const BLOCK = 'p,div,ul,ol,blockquote,h1,h2,h3,h4,h5,h6,section,article,table,pre,figure,dl,header,footer,main';
const NO_TEXT: ReadonlySet<string> = new Set(['pre', 'table', 'figcaption', 'svg', 'script', 'style', 'dt', 'time']);
const MAX_DEPTH = 200;

function collect(element: PageElement, blocks: Block[], depth: number): void {
  if (depth > MAX_DEPTH) return;
  for (const child of element.children) {
    const name = child.localName;
    if (NO_TEXT.has(name)) continue;
    if (/^h[1-6]$/.test(name)) {
      const text = readText(child);
      // Levels were moved by one when the text was parsed: see `protectHeadings`.
      if (text !== '')
        blocks.push({ kind: 'heading', text, level: Number(child.getAttribute('data-level') ?? name[1]) });
    } else if (name === 'ul' || name === 'ol') {
      const items = [...child.children].filter(({ localName }) => localName === 'li');
      const entries = items.map(readText).filter((text) => text !== '');
      const links = [...child.querySelectorAll('a')].map(readText).join('').length;
      blocks.push({ kind: 'list', entries, isLinks: links > entries.join('').length / 2 });
    } else if (name === 'blockquote') {
      blocks.push({ kind: 'quote', element: child });
    } else if (name === 'p' || child.querySelector(BLOCK) === null) {
      const text = readText(child);
      if (text !== '') blocks.push({ kind: 'text', text, element: child });
    } else {
      collect(child, blocks, depth + 1);
    }
  }
}

/**
 * The page with its second headings as third ones: Readability drops a second heading whose words all stand in the title,
 * "Offline maps" under "Maps that work offline".
 */
export const protectHeadings = (html: string): string =>
  html.replace(/<h2(?=[\s>])/gi, '<h3 data-level="2"').replace(/<\/h2\s*>/gi, '</h3>');

/** The text of the page's own first headings, for its title. */
export const readHeadings = (document: PageElement): readonly string[] =>
  [...document.querySelectorAll('h1,[data-level="2"]')].slice(0, 12).map((heading) => cleanText(readText(heading)));
