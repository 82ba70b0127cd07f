import { historySentences } from '#locale/history.js';
import { contactsForm } from '#report/documents/history.js';
import { contactsTable } from '#report/terminal/history-lists.js';
import type { Registration } from '../command.js';
import { withHistory } from '../history-database.js';
import { printList } from '../history-list.js';
import { writeSentences } from '../notice.js';
import { databaseOption, formatChoice, jsonOption, newCommand, option, rowLimit } from '../options/common.js';
import { csvMarkOption, csvSeparatorOption } from '../options/csv.js';
import { readHandle } from '../options/history.js';
import { zoneOption } from '../options/times.js';
import { EXIT } from '../user-error.js';

/** `contacts`: whom the account met, and who opted out. */
export const registerContacts: Registration = (program, context) => {
  const { shell, locale, finish } = context;
  const sentences = historySentences(locale).contacts;
  const contacts = program.command('contacts').describe(sentences.help);

  newCommand(contacts, 'list', sentences.list, { isDefault: true })
    .addOption(
      option('--sort <order>', sentences.sort)
        .choices(['often', 'last'] as const)
        .default('often' as const),
    )
    .addOption(zoneOption(locale, historySentences(locale).lists.zone))
    .addOption(rowLimit(locale))
    .addOption(formatChoice(locale, ['text', 'json', 'csv']))
    .addOption(csvSeparatorOption(locale))
    .addOption(csvMarkOption(locale))
    .addOption(jsonOption(locale))
    .addOption(databaseOption(locale))
    .action(async (options) => {
      finish(
        await printList(context, options, {
          read: (reader, limit) => reader.contacts(options.sort, limit),
          form: contactsForm,
          asTable: contactsTable,
        }),
      );
    });

  newCommand(contacts, 'opt-out', sentences.optOut)
    .argument('<handle>', sentences.handle, readHandle(locale))
    .addOption(databaseOption(locale))
    .action(async (handle, { db }) => {
      const isNews = await withHistory(shell, { db, readonly: false, shares: true }, ({ contacts: people }) =>
        people.optOut(handle, shell.now()),
      );
      writeSentences(shell, isNews ? sentences.optedOut(handle) : sentences.alreadyOut(handle));
      finish(EXIT.done);
    });

  newCommand(contacts, 'forget', sentences.forget)
    .argument('<handle>', sentences.handle, readHandle(locale))
    .addOption(databaseOption(locale))
    .action(async (handle, { db }) => {
      const { posts, known, cancelled, underWay } = await withHistory(
        shell,
        { db, readonly: false, shares: true },
        ({ contacts: people }) => people.forget(handle, shell.now()),
      );
      writeSentences(shell, known ? sentences.forgotten(handle, posts) : sentences.neverMet(handle));
      if (cancelled > 0) writeSentences(shell, sentences.itemsCancelled(cancelled));
      if (underWay > 0) writeSentences(shell, sentences.itemsUnderWay(underWay));
      finish(EXIT.done);
    });

  newCommand(contacts, 'opt-in', sentences.optIn)
    .argument('<handle>', sentences.handle, readHandle(locale))
    .addOption(databaseOption(locale))
    .action(async (handle, { db }) => {
      const isNews = await withHistory(
        shell,
        { db, readonly: false, shares: true },
        async ({ contacts: people, team }) => {
          // Here first: what was taken back there while it still stands here would come back from here.
          const isKnown = people.optIn(handle);
          await team?.optIn(handle.replace(/^@/, '').toLowerCase());
          return isKnown;
        },
      );
      writeSentences(shell, isNews ? sentences.optedIn(handle) : sentences.neverOut(handle));
      finish(EXIT.done);
    });
};
