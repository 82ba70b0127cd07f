import { historySentences } from '#locale/history.js';
import { linksForm } from '#report/documents/history.js';
import { linksTable } from '#report/terminal/history-lists.js';
import type { Registration } from '../command.js';
import { printList } from '../history-list.js';
import { databaseOption, formatChoice, jsonOption, newCommand, option, rowLimit } from '../options/common.js';
import { csvMarkOption, csvSeparatorOption } from '../options/csv.js';
import { readPositive } from '../options/history.js';
import { zoneOption } from '../options/times.js';

/** `links`: the links of the history, each with its posts counted. */
export const registerLinks: Registration = (program, context) => {
  const { locale, finish } = context;
  const sentences = historySentences(locale).links;
  newCommand(program, 'links', sentences.help)
    .addOption(option('--search <text>', sentences.search))
    .addOption(option('--min-posts <n>', sentences.minPosts).argParser(readPositive(locale)).default(1))
    .addOption(
      option('--sort <order>', sentences.sort)
        .choices(['posts', 'last', 'visits'] as const)
        .default('posts' as const),
    )
    .addOption(option('--metric <metric>', sentences.metric).choices(['visits'] as const))
    .addOption(zoneOption(locale, historySentences(locale).lists.zone))
    .addOption(rowLimit(locale))
    .addOption(formatChoice(locale, ['text', 'json', 'csv']))
    .addOption(csvSeparatorOption(locale))
    .addOption(csvMarkOption(locale))
    .addOption(jsonOption(locale))
    .addOption(databaseOption(locale))
    .action(async (options) => {
      const { search, minPosts, metric } = options;
      const sort = metric ?? options.sort;
      const filter = { minPosts, visited: metric !== undefined, ...(search === undefined ? {} : { search }) };
      finish(
        await printList(context, options, {
          read: (reader, limit) => reader.eachLink(filter, sort, limit),
          form: linksForm,
          asTable: linksTable,
        }),
      );
    });
};
