import { InvalidArgumentError } from 'commander';
import type { PostKind } from '#history/ports.js';
import type { PostOrder } from '#history/query-ports.js';
import { cliSentences } from '#locale/cli.js';
import { historySentences } from '#locale/history.js';
import { postsForm } from '#report/documents/history.js';
import { postsTable } from '#report/terminal/history-lists.js';
import { hasSearchWord } from '#tweet/search-text.js';
import { visible } from '#report/terminal/width.js';
import { UserError } from '../user-error.js';
import type { Registration } from '../command.js';
import { printList } from '../history-list.js';
import { resolveZone, zoneOption } from '../options/times.js';
import { databaseOption, formatChoice, jsonOption, newCommand, option, rowLimit } from '../options/common.js';
import { csvMarkOption, csvSeparatorOption } from '../options/csv.js';
import { readDayOrInstant, toSince, toUntil } from '../options/history.js';

const KINDS: readonly PostKind[] = ['original', 'thread', 'reply', 'repost'];
const ORDERS = ['newest', 'oldest', 'likes', 'reposts', 'replies', 'impressions'] as const satisfies PostOrder[];

/** `posts`: the posts of the history. */
export const registerPosts: Registration = (program, context) => {
  const { shell, locale, finish } = context;
  const sentences = historySentences(locale).posts;
  const readKind = (value: string, before: readonly PostKind[]): readonly PostKind[] => {
    const kind = KINDS.find((known) => known === value);
    if (kind === undefined) throw new InvalidArgumentError(cliSentences(locale).errors.choices(KINDS.join(', ')));
    return [...before, kind];
  };
  newCommand(program, 'posts', sentences.help)
    .addOption(option('--search <words>', sentences.search))
    .addOption(
      option('--kind <kind>', `${sentences.kind} (${KINDS.join(', ')})`)
        .argParser(readKind)
        .default([] as readonly PostKind[]),
    )
    .addOption(option('--link <url>', sentences.link))
    .addOption(option('--since <date>', sentences.since).argParser(readDayOrInstant(locale)))
    .addOption(option('--until <date>', sentences.until).argParser(readDayOrInstant(locale)))
    .option('--gone', sentences.onlyGone)
    .addOption(
      option('--sort <order>', sentences.sort)
        .choices(ORDERS)
        .default('newest' as const),
    )
    .addOption(zoneOption(locale, historySentences(locale).lists.zone))
    .addOption(rowLimit(locale))
    .addOption(formatChoice(locale, ['text', 'json', 'csv']))
    .addOption(csvSeparatorOption(locale))
    .addOption(csvMarkOption(locale))
    .addOption(jsonOption(locale))
    .addOption(databaseOption(locale))
    .action(async (options) => {
      const { search, kind, link, since, until, gone, sort } = options;
      if (search !== undefined && !hasSearchWord(search)) throw new UserError(sentences.noWord(visible(search)));
      // Days are those of the zone that the list is shown in.
      const zone = resolveZone(shell, options.zone);
      const filter = {
        kinds: kind,
        ...(search === undefined ? {} : { search }),
        ...(link === undefined ? {} : { link }),
        ...(since === undefined ? {} : { since: toSince(since, zone) }),
        ...(until === undefined ? {} : { until: toUntil(until, zone) }),
        ...(gone === undefined ? {} : { gone }),
      };
      finish(
        await printList(context, options, {
          read: (reader, limit) => reader.eachPost(filter, sort, limit),
          form: postsForm,
          asTable: postsTable,
        }),
      );
    });
};
