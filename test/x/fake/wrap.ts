import { createHash } from 'node:crypto';
import { findEntities } from '#tweet/entities.js';

type Json = Readonly<Record<string, unknown>>;

/** A text as X gives it back: links shortened, `&`, `<` and `>` escaped, and what it found in it. */
export interface Wrapped {
  readonly text: string;
  readonly entities: Json;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replaceAll(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);

/** A short address that is the same each time for a post and a place in it. */
const shortAddress = (id: string, key: string): string =>
  `https://t.co/${createHash('sha256').update(`${id} ${key}`).digest('base64url').replaceAll(/[-_]/g, 'x').slice(0, 10)}`;

/** Where a link leads, as X tells it: with a scheme where the text has none. */
const expanded = (link: string): string => (/^https?:\/\//i.test(link) ? link : `http://${link}`);

/**
 * Wraps the text of a post. Places are counted in code points of the text given back, as X does.
 * @param mediaKeys of attached media: X appends one short address for all of them.
 */
export function wrapText(id: string, text: string, mediaKeys: readonly string[], handle: string): Wrapped {
  const urls: Json[] = [];
  const mentions: Json[] = [];
  const hashtags: Json[] = [];
  let out = '';
  let at = 0;
  const place = (piece: string): { start: number; end: number } => {
    const start = [...out].length;
    out += piece;
    return { start, end: [...out].length };
  };
  for (const { type, text: covered, value, span } of findEntities(text)) {
    out += escaped(text.slice(at, span.start));
    at = span.end;
    if (type === 'link') {
      const url = shortAddress(id, String(span.start));
      const display = covered.replace(/^https?:\/\//i, '');
      const display_url = display.length > 26 ? `${display.slice(0, 26)}…` : display;
      urls.push({ ...place(url), url, expanded_url: expanded(covered), display_url });
    } else if (type === 'hashtag') hashtags.push({ ...place(covered), tag: value });
    else if (type === 'mention') mentions.push({ ...place(covered), username: value });
    else place(covered);
  }
  out += escaped(text.slice(at));
  if (mediaKeys.length > 0) {
    const url = shortAddress(id, 'media');
    out += out === '' ? '' : ' ';
    const where = place(url);
    for (const media_key of mediaKeys) {
      urls.push({
        ...where,
        url,
        expanded_url: `https://x.com/${handle}/status/${id}/photo/1`,
        display_url: `pic.x.com/${url.slice(-10)}`,
        media_key,
      });
    }
  }
  const entities = {
    ...(urls.length === 0 ? {} : { urls }),
    ...(mentions.length === 0 ? {} : { mentions }),
    ...(hashtags.length === 0 ? {} : { hashtags }),
  };
  return { text: out, entities };
}
