import extractCashtagsWithIndices from 'twitter-text/dist/extractCashtagsWithIndices.js';
import extractHashtagsWithIndices from 'twitter-text/dist/extractHashtagsWithIndices.js';
import extractMentionsOrListsWithIndices from 'twitter-text/dist/extractMentionsOrListsWithIndices.js';
import extractUrlsWithIndices from 'twitter-text/dist/extractUrlsWithIndices.js';
import removeOverlappingEntities from 'twitter-text/dist/removeOverlappingEntities.js';
import type { FoundEntity } from 'twitter-text/dist/extractUrlsWithIndices.js';
import { findPlainLinks } from './plain-links.js';
import type { Span } from './span.js';

/** What X makes clickable in a text. `list` is a mention of a list, `@user/list`. */
export type EntityType = 'link' | 'mention' | 'list' | 'hashtag' | 'cashtag';

/** One clickable stretch. `value` is the text without its sign: the handle, the tag, the symbol, or the whole link. */
export interface Entity {
  readonly type: EntityType;
  readonly text: string;
  readonly value: string;
  readonly span: Span;
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

const findLinks = (text: string): FoundEntity[] =>
  findPlainLinks(text)?.map(({ start, end }) => ({ indices: [start, end], url: text.slice(start, end) })) ??
  extractUrlsWithIndices(withKnownDomains(text));

/**
 * The entities of a text in their order, as twitter-text 3.1 finds them, and links under the seven top-level domains
 * that it does not know yet. Spans are UTF-16 offsets into the text as given.
 * Time grows with the square of the length (its search for links): bound the text first, see `assertBounded`.
 */
export function findEntities(text: string): Entity[] {
  // In the order and with the settings of twitter-text's own extractEntitiesWithIndices.
  const found = [
    ...findLinks(text),
    ...extractMentionsOrListsWithIndices(text),
    ...extractHashtagsWithIndices(text, { checkUrlOverlap: false }),
    ...extractCashtagsWithIndices(text),
  ];
  removeOverlappingEntities(found);
  return found.map(({ indices: [start, end], url, screenName, listSlug, hashtag }) => {
    const covered = text.slice(start, end);
    if (url !== undefined) return { type: 'link', text: covered, value: covered, span: { start, end } };
    const type =
      screenName === undefined ? (hashtag === undefined ? 'cashtag' : 'hashtag') : listSlug ? 'list' : 'mention';
    return { type, text: covered, value: covered.slice(1), span: { start, end } };
  });
}
