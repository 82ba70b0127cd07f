import type { Span } from './span.js';

/** Domains of which no reader doubts that a link ends in them. */
const DOMAINS =
  'com|org|net|fr|eu|io|dev|info|uk|us|ca|de|es|it|be|ch|nl|pt|lu|ie|at|se|no|fi|dk|pl|app|co|paris|bzh|gov|edu';
/** An address in lower case between blanks: nothing in or around it that a finer grammar could read otherwise. */
const PLAIN_LINK = new RegExp(
  `(?<=^|[ \\n])https?://(?!t\\.co(?:/|$))(?:[a-z0-9](?:[a-z0-9-]{0,28}[a-z0-9])?\\.){1,4}(?:${DOMAINS})(?:/[A-Za-z0-9_/-]{0,200})?(?=[ \\n]|$)`,
  'g',
);
/** A dot that may be inside a link: one with something other than a blank or another dot behind it. */
const DOT_INSIDE = /\.[^\s.]/;

/**
 * The links of a text that holds none but plain ones, or undefined when only the full grammar can tell.
 * twitter-text compiles all top-level domains into one expression at its first search: 11 ms, a third of the time that
 * judging one draft takes. Most drafts have one plain link; for them the answer is the same without it.
 */
export function findPlainLinks(text: string): Span[] | undefined {
  if (!text.includes('.')) return [];
  const links: Span[] = [];
  let rest = '';
  let at = 0;
  for (const match of text.matchAll(PLAIN_LINK)) {
    // Two hyphens in a row may be an encoded name, whose letters have their own rules.
    if (match[0].includes('--')) return undefined;
    links.push({ start: match.index, end: match.index + match[0].length });
    rest += text.slice(at, match.index);
    at = match.index + match[0].length;
  }
  rest += text.slice(at);
  return DOT_INSIDE.test(rest) ? undefined : links;
}

/** Signs after which, and before which, no reader doubts where a tag or a name begins and ends. */
const BEFORE = `[ \\n\\u00a0\\u202f(«"'’]`;
const BEHIND = `[ \\n\\u00a0\\u202f.,;!?…)»"'’-]|:(?!//)|$`;
/** A tag in letters of Western Europe, one at least. */
const PLAIN_TAG = new RegExp(
  `(?<=^|${BEFORE})#(?=[0-9_]*[A-Za-zÀ-ÖØ-öø-ÿŒœ])[0-9_A-Za-zÀ-ÖØ-öø-ÿŒœ]+(?=${BEHIND})`,
  'g',
);
const PLAIN_MENTION = new RegExp(`(?<=^|${BEFORE})@[0-9_A-Za-z]{1,20}(?=${BEHIND})`, 'g');

/** The tags of a text that holds none but plain ones, or undefined when only twitter-text can tell: 5 ms to load. */
export const findPlainTags = (text: string): Span[] | undefined => findAll(text, PLAIN_TAG, /[#＃]/g);

/** The mentions of a text that holds none but plain ones, neither lists; undefined as for tags. */
export const findPlainMentions = (text: string): Span[] | undefined => findAll(text, PLAIN_MENTION, /[@＠]/g);

/** The matches of an expression; undefined when one of the signs stands outside them. */
function findAll(text: string, plain: RegExp, sign: RegExp): Span[] | undefined {
  const signs = text.match(sign)?.length ?? 0;
  if (signs === 0) return [];
  const found = [...text.matchAll(plain)];
  if (found.length !== signs) return undefined;
  return found.map(({ 0: match, index }) => ({ start: index, end: index + match.length }));
}
