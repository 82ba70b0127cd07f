import { InvalidArgumentError, Option } from 'commander';
import type { PostKind } from '#history/ports.js';
import type { PostFilter, PostOrder } from '#history/query-ports.js';
import { formatOption, limitOption, readSince, readUntil, withDatabase } from '../options/common.js';
import type { Registration } from '../command.js';
import { printList, type ListFlags } from '../history-list.js';
import { postsDocument, postsRows } from '#report/documents/history.js';
import { postsTable } from '#report/terminal/history-lists.js';

const KINDS: readonly PostKind[] = ['original', 'thread', 'reply', 'repost'];
const ORDERS: readonly PostOrder[] = ['newest', 'oldest', 'likes', 'reposts', 'replies', 'impressions'];

interface PostsFlags extends ListFlags {
  readonly search?: string;
  readonly kind: readonly PostKind[];
  readonly link?: string;
  readonly since?: number;
  readonly until?: number;
  readonly gone?: boolean;
  readonly sort: PostOrder;
}

function readKind(value: string, before: readonly PostKind[]): readonly PostKind[] {
  const kind = KINDS.find((known) => known === value);
  if (kind === undefined) throw new InvalidArgumentError(`Allowed choices are ${KINDS.join(', ')}.`);
  return [...before, kind];
}

const toFilter = ({ search, kind, link, since, until, gone }: PostsFlags): PostFilter => ({
  kinds: kind,
  ...(search === undefined ? {} : { search }),
  ...(link === undefined ? {} : { link }),
  ...(since === undefined ? {} : { since }),
  ...(until === undefined ? {} : { until }),
  ...(gone === undefined ? {} : { gone }),
});

/** `posts`: the posts of the history. */
export const registerPosts: Registration = (program, { shell, finish }) => {
  withDatabase(program.command('posts'))
    .summary('search and list posts')
    .description('Searches and lists the posts of the history.')
    .option('--search <words>', 'only posts with all these words; "in this order", begin*, -without')
    .option('--kind <kind>', `only ${KINDS.slice(0, -1).join(', ')} or ${KINDS.at(-1)}; may be repeated`, readKind, [])
    .option('--link <address>', 'only posts of this link')
    .option('--since <date>', 'from this day or instant on', readSince)
    .option('--until <date>', 'up to the end of this day, or before this instant', readUntil)
    .option('--gone', 'only posts that are gone from X')
    .addOption(new Option('--sort <order>', 'what comes first').choices(ORDERS).default('newest'))
    .addOption(limitOption())
    .addOption(formatOption(['text', 'json', 'csv']))
    .action(async (flags: PostsFlags) => {
      const filter = toFilter(flags);
      finish(
        await printList(shell, flags, {
          read: (reader, limit) => reader.posts(filter, flags.sort, limit),
          asDocument: postsDocument,
          asRows: postsRows,
          asTable: postsTable,
        }),
      );
    });
};
