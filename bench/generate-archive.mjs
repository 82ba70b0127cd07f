// Writes an archive of any size as X writes them: invented posts, shaped like real ones, the same for the same seed.
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';

const EPOCH = 1_288_834_974_657n;
const FIRST = Date.UTC(2012, 0, 1);
const LAST = Date.UTC(2026, 5, 1);
export const GENERATED_AT = '2026-06-02T09:00:00.000Z';
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const SYLLABLES =
  'lo ge ment ha bi ta tion vil le ren te pro jet quar tier mai son tra vail an nonce gui de pra ti que'.split(' ');
/** Posts of one part: the real ones have about this many. */
const PART = 100_000;

/** Numbers in 0..1 from a seed (mulberry32's public-domain recurrence). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const pad = (number) => String(number).padStart(2, '0');
const xDate = (ms) => {
  const date = new Date(ms);
  const time = `${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}:${pad(date.getUTCSeconds())}`;
  return `${DAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]} ${pad(date.getUTCDate())} ${time} +0000 ${date.getUTCFullYear()}`;
};

const word = (index) => {
  const [a, b] = [index % SYLLABLES.length, Math.floor(index / SYLLABLES.length)];
  return `${SYLLABLES[a]}${b > 0 ? word(b - 1) : ''}`;
};

/** One post, as text of JSON without its wrapping. */
function tweet(index, total, next) {
  const at = Math.floor(LAST - ((LAST - FIRST) / total) * (index + next() * 0.9));
  const id = String(((BigInt(at) - EPOCH) << 22n) + BigInt(index % 4096));
  // Few words are frequent and many are rare, as in any language.
  const words = Array.from({ length: 8 + Math.floor(next() * 10) }, () => word(Math.floor(20000 * next() ** 3)));
  const isReply = next() < 0.4;
  const isRepost = !isReply && next() < 0.12;
  const hasLink = !isRepost && next() < 0.45;
  const page = Math.floor((total / 10) * next() ** 2);
  const handle = `compte_${Math.floor(3000 * next() ** 2)}`;
  const short = `https://t.co/${((index * 2654435761) % 2 ** 32).toString(36).padStart(10, 'A')}`;
  const head = isReply ? `@${handle} ` : isRepost ? `RT @${handle}: ` : '';
  const text = `${head}${words.join(' ')}${next() < 0.1 ? ' &amp; 🏠' : ''}${hasLink ? ` ${short}` : ''}`;
  const end = Array.from(text).length;
  const user = String(900000000 + handle.length * 7919);
  return {
    edit_info: {
      initial: {
        editTweetIds: [id],
        editableUntil: new Date(at + 3_600_000).toISOString(),
        editsRemaining: '5',
        isEditEligible: true,
      },
    },
    retweeted: false,
    source: '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
    entities: {
      hashtags: [],
      symbols: [],
      user_mentions:
        isReply || isRepost
          ? [{ name: handle, screen_name: handle, indices: ['0', String(handle.length + 1)], id_str: user, id: user }]
          : [],
      urls: hasLink
        ? [
            {
              url: short,
              expanded_url: `https://www.blog.example/page-${page}?utm_source=x&utm_campaign=c${index % 50}`,
              display_url: `blog.example/page-${page}`,
              indices: [String(end - 23), String(end)],
            },
          ]
        : [],
    },
    display_text_range: ['0', String(end)],
    favorite_count: isRepost ? '0' : String(Math.floor(20 * next() ** 3)),
    id_str: id,
    ...(isReply
      ? {
          in_reply_to_status_id_str: '1',
          in_reply_to_user_id: user,
          in_reply_to_user_id_str: user,
          in_reply_to_screen_name: handle,
        }
      : {}),
    truncated: false,
    retweet_count: isRepost ? '0' : String(Math.floor(8 * next() ** 3)),
    id,
    possibly_sensitive: false,
    created_at: xDate(at),
    favorited: false,
    full_text: text,
    lang: 'fr',
  };
}

/** Writes an archive folder of `total` posts and answers the paths of its parts. */
export async function generateArchive(folder, total, seed = 1) {
  mkdirSync(join(folder, 'data'), { recursive: true });
  const next = random(seed);
  const files = [];
  for (let from = 0, part = 0; from < total || part === 0; from += PART, part += 1) {
    const count = Math.min(PART, total - from);
    const fileName = part === 0 ? 'data/tweets.js' : `data/tweets-part${part}.js`;
    const out = createWriteStream(join(folder, fileName), { highWaterMark: 1 << 20 });
    out.write(`window.YTD.tweets.part${part} = [`);
    for (let index = 0; index < count; index += 1) {
      const json = JSON.stringify({ tweet: tweet(from + index, total, next) }, null, 2);
      if (!out.write(`${index === 0 ? '' : ','}\n${json}`)) await once(out, 'drain');
    }
    out.end('\n]');
    await once(out, 'finish');
    files.push({ fileName, globalName: `YTD.tweets.part${part}`, count: String(count) });
  }
  const manifest = {
    userInfo: { accountId: '900000001', userName: 'exemple_compte', displayName: 'Exemple' },
    archiveInfo: {
      sizeBytes: '0',
      generationDate: GENERATED_AT,
      isPartialArchive: false,
      maxPartSizeBytes: '53687091200',
    },
    dataTypes: { tweets: { mediaDirectory: 'data/tweets_media', files } },
  };
  writeFileSync(join(folder, 'data/manifest.js'), `window.__THAR_CONFIG = ${JSON.stringify(manifest)}`);
  return files.map(({ fileName }) => join(folder, fileName));
}
