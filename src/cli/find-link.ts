import type { Locale } from '#base/locale.js';
import type { LinkName } from '#campaign/link-decay.js';
import { timingSentences } from '#locale/timing.js';
import { linkIdentity, textKey } from '#tweet/link.js';
import type { OpenHistory } from './history-database.js';
import { UserError } from './user-error.js';

/** Links looked at to name the one meant. */
const CANDIDATES = 4;
/** Numbers with more digits are ids of posts. */
const ROW_NUMBER = /^[1-9]\d{0,6}$/;
const POST_ID = /^\d{8,19}$/;
const POST_URL = /^(?:https?:\/\/)?(?:www\.|mobile\.)?(?:x|twitter)\.com\/[^/]+\/status(?:es)?\/(\d+)/i;
const SHORT_LINK = /^(?:https?:\/\/)?(t\.co\/\w+)$/i;

/**
 * The link that a person means: its address in any form, a short link that a post shows, a post's id or address, its
 * number in the default list, or the only one that contains the words.
 * @throws UserError when there is none, or several.
 */
export function findLink(reader: OpenHistory['reader'], named: string, locale: Locale): LinkName {
  const word = named.trim();
  const exact = [word, `https://${word}`].find((link) => reader.postsOfLink(link).length > 0);
  if (exact !== undefined) {
    const byText = exact.startsWith('text:');
    return { identity: byText ? exact : (linkIdentity(exact) ?? exact), byText };
  }
  const { errors } = timingSentences(locale);
  const row = ROW_NUMBER.test(word) ? reader.links({}, 'last', Number(word))[Number(word) - 1] : undefined;
  if (row !== undefined) return row;
  const [, short] = SHORT_LINK.exec(word) ?? [];
  const id = POST_ID.exec(word)?.[0] ?? POST_URL.exec(word)?.[1];
  const byPost =
    short === undefined ? (id === undefined ? [] : reader.linksOf(id)) : reader.linksOf(`https://${short}`);
  const key = textKey(word);
  // Posts that show one short link lead to one page, even where their texts differ.
  if (short !== undefined && byPost[0] !== undefined) return byPost[0];
  const found =
    byPost.length > 0
      ? byPost
      : ([word, ...(key === undefined ? [] : [key])]
          .map((search) => reader.links({ search }, 'posts', CANDIDATES))
          .find((links) => links.length > 0) ?? []);
  const [only, ...others] = found;
  if (only === undefined) throw new UserError(errors.unknownLink(named));
  if (others.length === 0) return only;
  const names = found.slice(0, CANDIDATES - 1).map(({ identity }) => identity);
  throw new UserError(errors.severalLinks(named, `${names.join(', ')}${found.length >= CANDIDATES ? ', …' : ''}`));
}
