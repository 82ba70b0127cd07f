import { Option } from 'commander';
import type { LinkOrder } from '#history/query-ports.js';
import { formatOption, limitOption, readCountFlag, withDatabase } from '../options/common.js';
import type { Registration } from '../command.js';
import { printList, type ListFlags } from '../history-list.js';
import { linksDocument, linksRows } from '#report/documents/history.js';
import { linksTable } from '#report/terminal/history-lists.js';

interface LinksFlags extends ListFlags {
  readonly search?: string;
  readonly minPosts: number;
  readonly sort: LinkOrder;
}

/** `links`: the links of the history, each with its posts counted. */
export const registerLinks: Registration = (program, { shell, finish }) => {
  withDatabase(program.command('links'))
    .summary('list the links that were posted')
    .description('Lists the links that were posted: how often, first and last, and what all their posts brought.')
    .option('--search <part>', 'only links whose address holds this')
    .option('--min-posts <n>', 'only links posted so often, at least', readCountFlag, 1)
    .addOption(new Option('--sort <order>', 'by posts or by last post').choices(['posts', 'last']).default('posts'))
    .addOption(limitOption())
    .addOption(formatOption(['text', 'json', 'csv']))
    .action(async (flags: LinksFlags) => {
      const { search, minPosts, sort } = flags;
      finish(
        await printList(shell, flags, {
          read: (reader, limit) => reader.links({ minPosts, ...(search === undefined ? {} : { search }) }, sort, limit),
          asDocument: linksDocument,
          asRows: linksRows,
          asTable: linksTable,
        }),
      );
    });
};
