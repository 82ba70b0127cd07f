import { resolve } from 'node:path';
import { historySentences } from '#locale/history.js';
import type { Registration } from '../command.js';
import { withHistory } from '../history-database.js';
import { databaseOption, newCommand } from '../options/common.js';
import { EXIT } from '../user-error.js';

/** `backup`: a copy of the history's file. */
export const registerBackup: Registration = (program, { shell, locale, finish }) => {
  const sentences = historySentences(locale).backup;
  newCommand(program, 'backup', sentences.help)
    .argument('<file>', sentences.file)
    .addOption(databaseOption(locale))
    .action(async (file, { db }) => {
      const target = resolve(shell.cwd, file);
      await withHistory(shell, { db, readonly: true }, (history) => history.backUp(target));
      shell.stdout.write(`${sentences.done(target)}\n`);
      finish(EXIT.done);
    });
};
