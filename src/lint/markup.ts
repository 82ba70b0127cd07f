// What is no text but was left in one: marks of Markdown and HTML, remains of templates. X shows plain text.
import type { Span } from '#tweet/bounds.js';

/** A mark that X would show as it stands; `plain` is the text without it, where one is known. */
export interface Markup {
  readonly kind: 'markdown' | 'html' | 'reference' | 'template' | 'toml';
  readonly span: Span;
  readonly plain: string | undefined;
}

/** Fewer findings say as much, and keep a text of nothing but marks cheap. */
const MAX_FOUND = 8;

interface Pattern {
  readonly kind: Markup['kind'];
  readonly pattern: RegExp;
  readonly plain: (match: RegExpMatchArray) => string | undefined;
}

const inside = ([, text]: RegExpMatchArray): string | undefined => text;

const PATTERNS: readonly Pattern[] = [
  { kind: 'toml', pattern: /(?<![\s\S])\+\+\+(?=[ \t]*\n)/g, plain: () => undefined },
  // The text of a link, then its address, which X links by itself.
  {
    kind: 'markdown',
    pattern: /!?\[([^[\]\n]{1,200})\]\((https?:\/\/[^\s()]{1,300})\)/g,
    plain: ([, text, address]) => `${text} ${address}`,
  },
  { kind: 'markdown', pattern: /\*\*(?=\S)([^*\n]{1,300})(?<=\S)\*\*/g, plain: inside },
  { kind: 'markdown', pattern: /~~(?=\S)([^~\n]{1,300})(?<=\S)~~/g, plain: inside },
  { kind: 'markdown', pattern: /(?<![`\w])`{1,3}(?=[^`\s])([^`\n]{1,300})(?<=[^`\s])`{1,3}(?![`\w])/g, plain: inside },
  { kind: 'markdown', pattern: /(?<![*\w])\*(?=[^*\s])([^*\n]{1,200})(?<=[^*\s])\*(?![*\w])/g, plain: inside },
  { kind: 'markdown', pattern: /^ {0,3}(?:#{1,6}|>) (?=\S)/gm, plain: () => '' },
  {
    kind: 'html',
    pattern:
      /<\/?(?:a|b|i|u|p|br|div|span|strong|em|h[1-6]|ul|ol|li|img|hr|blockquote)(?:\s[^<>\n]{0,200})?\/?>|<!--[^\n]{0,200}?-->/gi,
    plain: ([tag]) => (/^<(?:br|\/p|\/?div|\/?li)/i.test(tag) ? '\n' : ''),
  },
  { kind: 'reference', pattern: /&(?:[a-z]{2,8}|#\d{2,6}|#x[0-9a-f]{2,5});/gi, plain: ([name]) => referred(name) },
  { kind: 'template', pattern: /(?<![$\\])\{\{[^{}\n]{1,60}\}\}|\{%[^{}\n]{1,60}%\}/g, plain: () => undefined },
  { kind: 'template', pattern: /(?<![\w$\\{])\{[a-z_][\w.-]{0,30}\}(?!\})/gi, plain: () => undefined },
  {
    kind: 'template',
    pattern:
      /\[(?:TITRE|TITLE|LIEN|LINK|URL|DATE|HEURE|TIME|LIEU|PLACE|NOM|NAME|PR[EÉ]NOM|VILLE|CITY|INSERT[^\]\n]{0,40}|[AÀ] COMPL[EÉ]TER|XXX+|TODO|TBD|TBC)\]|\blorem ipsum\b/g,
    plain: () => undefined,
  },
];

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  laquo: '«',
  raquo: '»',
  euro: '€',
  ndash: '–',
  mdash: '—',
  oelig: 'œ',
};
const MARKS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  cedil: '\u0327',
};

/** The character that a reference of HTML stands for. @source html.spec.whatwg.org, named character references */
function referred(reference: string): string | undefined {
  const name = reference.slice(1, -1);
  const number = name.startsWith('#x') || name.startsWith('#X') ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (name.startsWith('#')) return number >= 32 && number <= 0x10ffff ? String.fromCodePoint(number) : undefined;
  const [, letter = '', mark = ''] = /^([a-z])(acute|grave|circ|uml|tilde|cedil)$/i.exec(name) ?? [];
  const accent = MARKS[mark];
  return accent === undefined ? NAMED[name] : (letter + accent).normalize('NFC');
}

/** Whether marks hold code, which developers set in backticks on purpose: a word alone, or signs that no prose has. */
const isCode = (mark: string): boolean =>
  /^`[^`]/.test(mark) && (!/\s/.test(mark) || /[()_\\/=<>{}[\]$@#&|;*+]|--|\w\.\w|[a-z][A-Z]/.test(mark));

/** Whether an offset stands in an address, of which X may link a part only. */
const isInAddress = (text: string, at: number): boolean => /:\/\/\S*$/.test(text.slice(Math.max(0, at - 200), at));

/**
 * The marks of a text, in their order.
 * @param leaveOut links, tags and mentions, which are what they look like.
 */
export function findMarkup(text: string, leaveOut: readonly Span[]): Markup[] {
  const found: Markup[] = [];
  for (const { kind, pattern, plain } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      if (found.length >= MAX_FOUND) break;
      const span = { start: match.index, end: match.index + match[0].length };
      // What stands in a longer mark belongs to it, and braces of an address to the address.
      if (found.some((other) => span.start < other.span.end && other.span.start < span.end)) continue;
      if (leaveOut.some(({ start, end }) => start <= span.start && span.end <= end)) continue;
      if (kind === 'markdown' && isCode(match[0])) continue;
      if (kind === 'template' && isInAddress(text, span.start)) continue;
      found.push({ kind, span, plain: plain(match) });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The placeholders in braces of another text, such as a variant's. */
export const placeholdersIn = (text: string): string[] =>
  text.includes('{')
    ? findMarkup(text, []).flatMap(({ kind, span }) => (kind === 'template' ? [text.slice(span.start, span.end)] : []))
    : [];
