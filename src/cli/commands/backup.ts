import { resolve } from 'node:path';
import { withDatabase, type CommonFlags, type Registration } from '../options/common.js';
import { EXIT } from '../user-error.js';
import { withHistory } from '../history-database.js';
import { uiLanguage } from '../options/locale.js';

/** `backup`: a copy of the history's file. */
export const registerBackup: Registration = (program, shell, finish) => {
  withDatabase(program.command('backup'))
    .summary('copy the history to a file')
    .description('Copies the history to a new file, whole and consistent, also while another program writes it.')
    .argument('<file>', 'a file that does not exist yet')
    .action(async (file: string, flags: CommonFlags & { readonly db?: string }) => {
      const target = resolve(shell.cwd, file);
      await withHistory(shell, { db: flags.db, readonly: true }, (history) => history.backUp(target));
      const message = uiLanguage(shell, flags.ui) === 'fr' ? 'L’historique est copié dans' : 'The history is copied to';
      shell.stdout.write(`${message} ${target}\n`);
      finish(EXIT.done);
    });
};
