import { wordSet } from '#base/word-set.js';
import extractCashtags from 'twitter-text/dist/extractCashtagsWithIndices.js';
import extractHashtags from 'twitter-text/dist/extractHashtagsWithIndices.js';
import extractMentionsOrLists from 'twitter-text/dist/extractMentionsOrListsWithIndices.js';
import extractUrls from 'twitter-text/dist/extractUrlsWithIndices.js';
import { matchesOf } from '#base/matches.js';
import type { Span } from './bounds.js';

/** What X makes clickable in a text. `list` is a mention of a list, `@user/list`. */
export type EntityType = 'link' | 'mention' | 'list' | 'hashtag' | 'cashtag';

/** One clickable stretch. `value` is the text without its sign: the handle, the tag, the symbol, or the whole link. */
export interface Entity {
  readonly type: EntityType;
  readonly text: string;
  readonly value: string;
  readonly span: Span;
}

/** Domains of which no reader doubts that a link ends in them. */
const DOMAINS = wordSet(
  'com org net fr eu io dev info uk us ca de es it be ch nl pt lu ie at se no fi dk pl app co paris bzh gov edu',
);
/** An address in lower case between blanks: nothing in or around it that a finer grammar could read otherwise. */
const PLAIN_LINK = /(?<=^|[ \n])https?:\/\/([a-z0-9.-]+)(?:\/[A-Za-z0-9_/-]{0,200})?(?=[ \n]|$)/g;
const PLAIN_NAME = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

function isPlainHost(host: string): boolean {
  const names = host.split('.');
  const domain = names.pop() ?? '';
  return (
    DOMAINS.has(domain) &&
    host !== 't.co' &&
    names.length >= 1 &&
    names.length <= 4 &&
    // Two hyphens in a row may be an encoded name, whose letters have their own rules.
    names.every((name) => name.length <= 30 && !name.includes('--') && PLAIN_NAME.test(name))
  );
}

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
  for (const match of matchesOf(text, PLAIN_LINK)) {
    if (!isPlainHost(match[1] ?? '') || match[0].includes('--')) return undefined;
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
  const found = matchesOf(text, plain);
  if (found.length !== signs) return undefined;
  return found.map(({ 0: match, index }) => ({ start: index, end: index + match.length }));
}

/**
 * Top-level domains younger than twitter-text's table (2020), each with one of the same length that the table knows.
 * Reading a text with the known one in place gives the spans that X's own newer table would give.
 * Lengths are UTF-16 units, so that no span shifts.
 */
const YOUNG_DOMAINS: Readonly<Record<string, string>> = {
  amazon: 'museum',
  kids: 'info',
  music: 'audio',
  spa: 'com',
  ישראל: 'ایران',
  アマゾン: 'クラウド',
  亚马逊: '飞利浦',
};
const YOUNG_DOMAIN = new RegExp(`\\.(${Object.keys(YOUNG_DOMAINS).join('|')})(?![0-9A-Za-z@+-])`, 'gi');

const withKnownDomains = (text: string): string =>
  text.includes('.')
    ? text.replace(YOUNG_DOMAIN, (whole, domain: string) => {
        const known = YOUNG_DOMAINS[domain.toLowerCase()];
        return known === undefined ? whole : `.${known}`;
      })
    : text;

/** What X finds in a text. */
export interface FoundEntities {
  /** In their order, none overlapping another. */
  readonly entities: readonly Entity[];
  /**
   * All links that X counts. Nearly always the links of `entities`; but of `#été.La` the tag is what readers can click,
   * while the length holds a link `té.La` as well.
   */
  readonly countedLinks: readonly Span[];
}

const toSpan = ({ indices: [start, end] }: { indices: [number, number] }): Span => ({ start, end });

function findMentions(text: string): { type: EntityType; span: Span }[] {
  const plain = findPlainMentions(text);
  if (plain !== undefined) return plain.map((span) => ({ type: 'mention', span }));
  return extractMentionsOrLists(text).map((mention) => ({
    type: mention.listSlug === '' ? 'mention' : 'list',
    span: toSpan(mention),
  }));
}

/** Texts up to this length are searched for links as one. */
const SHORT = 280;
/** Longer runs without blanks are cut, those without a scheme at the length of a post: no address of a person is longer. */
const LONGEST_RUN = 2000;

/**
 * The links of a text. Time grows with the square of what is searched at once, and no link goes over a blank: long texts
 * are searched in pieces between blanks.
 */
function findLinks(text: string): Span[] {
  if (text.length <= SHORT) return extractUrls(text).map(toSpan);
  const found: Span[] = [];
  for (let from = 0; from < text.length;) {
    const blank = text.slice(from + SHORT, from + LONGEST_RUN).search(/\s/);
    const runEnd = blank < 0 ? from + LONGEST_RUN : from + SHORT + blank;
    const run = text.slice(text.lastIndexOf(' ', from + SHORT) + 1, runEnd);
    const to = runEnd - from > 2 * SHORT && !run.includes('://') ? from + SHORT : runEnd;
    for (const { start, end } of extractUrls(text.slice(from, to)).map(toSpan)) {
      found.push({ start: from + start, end: from + end });
    }
    from = to;
  }
  return found;
}

/** Those that overlap a link are among them: which of the two is kept is decided by `scanEntities`. */
const findTags = (text: string): Span[] =>
  findPlainTags(text) ?? extractHashtags(text, { checkUrlOverlap: false }).map(toSpan);

/** A symbol begins with a letter: "$40" is an amount. */
const findCashtags = (text: string): Span[] => (/\$[a-z]/i.test(text) ? extractCashtags(text).map(toSpan) : []);

/** What X finds and what X counts in a text. See `findEntities` for how, and for the danger of long texts. */
export function scanEntities(text: string): FoundEntities {
  const plainLinks = findPlainLinks(text);
  // A text of plain links has no dot that another domain could stand behind.
  const known = plainLinks === undefined ? withKnownDomains(text) : text;
  const countedLinks = plainLinks ?? findLinks(known);
  const found: { type: EntityType; span: Span }[] = [
    ...countedLinks.map((span) => ({ type: 'link' as const, span })),
    ...findMentions(known),
    ...findTags(known).map((span) => ({ type: 'hashtag' as const, span })),
    ...findCashtags(known).map((span) => ({ type: 'cashtag' as const, span })),
  ];
  const entities: Entity[] = [];
  // The sort keeps the order of kinds where two start together: a link before a tag, as X does.
  for (const { type, span } of found.sort((a, b) => a.span.start - b.span.start)) {
    if (span.start < (entities.at(-1)?.span.end ?? 0)) continue;
    const covered = text.slice(span.start, span.end);
    entities.push({ type, text: covered, value: type === 'link' ? covered : covered.slice(1), span });
  }
  return { entities, countedLinks };
}

/**
 * The entities of a text in their order, as twitter-text 3.1 finds them, and links under the seven top-level domains
 * that it does not know yet. Spans are UTF-16 offsets into the text as given.
 * Time grows with the square of the length (its search for links): bound the text first, see `assertBounded`.
 */
export const findEntities = (text: string): readonly Entity[] => scanEntities(text).entities;
