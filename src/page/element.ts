// What is used of an element: the types of a browser are not ours.

/** An element of the page's tree. */
export interface PageElement {
  readonly nodeType: number;
  readonly localName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageElement>;
  readonly children: Iterable<PageElement>;
  readonly parentElement: PageElement | null;
  readonly nextElementSibling: PageElement | null;
  readonly previousElementSibling: PageElement | null;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  append(...nodes: readonly PageElement[]): void;
  replaceWith(...nodes: readonly PageElement[]): void;
  remove(): void;
}

const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'svg', 'button', 'select']);
/** Signs by which a heading links to itself. */
const ANCHOR = /^[#¶§\u200b\s]*$/u;
/** Deeper than any page that a person made; each level is a call. @source own choice */
const MAX_DEPTH = 300;

function* piecesIn(element: PageElement, depth: number): Generator<string> {
  for (const node of element.childNodes) {
    if (node.nodeType === 3) yield node.textContent ?? '';
    if (node.nodeType !== 1) continue;
    if (node.localName === 'br') yield '\n';
    if (SILENT.has(node.localName) || node.hasAttribute('hidden') || depth > MAX_DEPTH) continue;
    if (node.localName === 'a' && ANCHOR.test(node.textContent ?? '')) continue;
    if (node.localName === 'p' || node.localName === 'div' || node.localName === 'li') yield ' ';
    yield* piecesIn(node, depth + 1);
  }
}

/**
 * A text as it is kept: one line, without what is not seen or turns the direction of what follows. A thin no-break space
 * becomes the wide one, which posts are written with.
 */
export const cleanText = (text: string): string =>
  text
    .replaceAll('\u202f', '\u00a0')
    .replace(/(?![\t\n\r])[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
    .replace(/[ \t\r\n\u2028\u2029]+/gu, ' ')
    .trim()
    .normalize('NFC');

/** What a reader sees of an element's text. */
export const readText = (element: PageElement): string => cleanText([...piecesIn(element, 0)].join(''));
