import { Option, type Command } from 'commander';
import type { ContactOrder } from '#history/query-ports.js';
import { formatOption, limitOption, readHandle, withDatabase, type CommonFlags } from '../options/common.js';
import type { Registration } from '../command.js';
import { EXIT } from '../user-error.js';
import { withHistory } from '../history-database.js';
import { printList, type ListFlags } from '../history-list.js';
import { resolveLocale } from '../options/locale.js';
import { contactsDocument, contactsRows } from '#report/documents/history.js';
import { contactsTable } from '#report/terminal/history-lists.js';

interface ContactsFlags extends ListFlags {
  readonly sort: ContactOrder;
}

const CONFIRMATIONS = {
  en: {
    'opt-out': ['will be left alone', 'was left alone already'],
    'opt-in': ['may be mentioned again', 'had not opted out'],
  },
  fr: {
    'opt-out': ['ne sera plus sollicité', 'n’était déjà plus sollicité'],
    'opt-in': ['peut être de nouveau mentionné', 'n’avait rien refusé'],
  },
} as const;

/** `contacts`: whom the account met, and who wants to be left alone. */
export const registerContacts: Registration = (program, { shell, finish }) => {
  const contacts = program
    .command('contacts')
    .summary('list people met, and who wants to be left alone')
    .description('Lists the people whom the account mentioned, answered or reposted, and notes who wants none of it.');

  withDatabase(contacts.command('list', { isDefault: true }))
    .description('Lists the people whom the account mentioned, answered or reposted.')
    .addOption(new Option('--sort <order>', 'most often or last met').choices(['often', 'last']).default('often'))
    .addOption(limitOption())
    .addOption(formatOption(['text', 'json', 'csv']))
    .action(async (flags: ContactsFlags) => {
      finish(
        await printList(shell, flags, {
          read: (reader, limit) => reader.contacts(flags.sort, limit),
          asDocument: contactsDocument,
          asRows: contactsRows,
          asTable: contactsTable,
        }),
      );
    });

  const note = (name: 'opt-out' | 'opt-in', description: string): Command =>
    withDatabase(contacts.command(name))
      .description(description)
      .argument('<handle>', 'with or without @', readHandle)
      .action(async (handle: string, flags: CommonFlags & { readonly db?: string }) => {
        const isNews = await withHistory(shell, { db: flags.db, readonly: false }, ({ contacts: people }) =>
          name === 'opt-out' ? people.optOut(handle, shell.now()) : people.optIn(handle),
        );
        const [news, known] = CONFIRMATIONS[resolveLocale(shell, flags.locale)][name];
        shell.stdout.write(`@${handle} ${isNews ? news : known}\n`);
        finish(EXIT.done);
      });
  note('opt-out', 'Notes that somebody does not want to be mentioned or asked: lint then says so.');
  note('opt-in', 'Takes an opt-out back.');
};
