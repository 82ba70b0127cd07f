// Which entries of a feed have a draft already: a file beside the drafts, so that a team shares it with them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageSentences } from '#locale/page.js';
import { putFile } from './files.js';
import { UserError } from './user-error.js';

const FILE = '.tweetspan-feeds.json';
/** Entries remembered of one feed: more than any feed shows. @source own choice */
const MOST = 5000;

type Feeds = Readonly<Record<string, readonly string[]>>;

/** What is remembered in a folder. */
export interface FeedMemory {
  has(feed: string, id: string): boolean;
  /** Remembers an entry, on the disk when this resolves. */
  add(feed: string, id: string): Promise<void>;
}

/** Opens what is remembered in a folder. @throws UserError for a file that is damaged */
export function openFeedMemory(folder: string): FeedMemory {
  const path = join(folder, FILE);
  let feeds = read(path);
  const idsOf = (feed: string): readonly string[] => (Object.hasOwn(feeds, feed) ? (feeds[feed] ?? []) : []);
  return {
    has: (feed, id) => idsOf(feed).includes(id),
    add: async (feed, id) => {
      feeds = { ...feeds, [feed]: [...idsOf(feed), id].slice(-MOST) };
      await putFile(path, `${JSON.stringify({ schema: 'tweetspan/feeds@1', feeds }, undefined, 2)}\n`, 0o644);
    },
  };
}

function read(path: string): Feeds {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new UserError((locale) => pageSentences(locale).memory(path), { cause });
  }
  try {
    const { schema, feeds } = JSON.parse(text) as { schema?: unknown; feeds?: unknown };
    const isRight =
      schema === 'tweetspan/feeds@1' &&
      typeof feeds === 'object' &&
      feeds !== null &&
      Object.values(feeds).every((ids) => Array.isArray(ids) && ids.every((id) => typeof id === 'string'));
    if (isRight) return feeds as Feeds;
  } catch {
    // Damaged: refused below.
  }
  throw new UserError((locale) => pageSentences(locale).memory(path));
}
