import { Option } from 'commander';
import { readSeed } from '../options/arguments.js';
import { formatOption, withDatabase } from '../options/common.js';
import type { Registration } from '../command.js';
import type { AuditFlags } from '../options/timing.js';

/** Adds `audit` to the program. */
export const registerAudit: Registration = (program, { shell, finish }) => {
  withDatabase(program.command('audit'))
    .summary('whether the score predicts what your posts get')
    .description('Tells whether the score goes with what your posts got, and says so when it does not.')
    .addOption(formatOption(['text', 'json']))
    .option('--json', 'the same as --format json')
    .addOption(new Option('--seed <n>', 'seed of the random draws').argParser(readSeed).default(1))
    .action(async (flags: AuditFlags) => {
      const { auditCommand } = await import('../timing/audit.js');
      finish(await auditCommand(shell, flags));
    });
};
