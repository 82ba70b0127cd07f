import { queueSentences } from '#locale/queue.js';
import type { Registration } from '../command.js';
import { configOption, databaseOption, formatChoice, jsonOption, newCommand, option } from '../options/common.js';
import { itemReader } from '../queue/open.js';

const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value];

/** `queue edit`: another text or other media for an item, judged like a draft. */
export const registerEdit: Registration = (queue, { shell, locale, finish }) => {
  const { help, options } = queueSentences(locale);
  newCommand(queue, 'edit', help.edit)
    .argument('<item>', options.item, itemReader(locale))
    .addOption(option('--text <text>', help.edit.text).conflicts('file'))
    .option('--file <file>', help.edit.file)
    .addOption(option('--media <file>', help.edit.media).argParser(collect))
    .option('--no-media', help.edit.noMedia)
    .addOption(option('--alt <text>', help.edit.alt).argParser(collect))
    .addOption(configOption(locale))
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (id, flags) => {
      // What judges a draft, which no other command on the queue needs: 50 ms of `queue`.
      const { editItem } = await import('../queue/edit.js');
      finish(await editItem(shell, locale, id, flags));
    });
};
