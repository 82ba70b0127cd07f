import { Option, type Command } from 'commander';
import type { UiLanguage } from '../../lint/message.js';
import { readSeed } from '../arguments.js';
import type { ExitCode } from '../failure.js';
import type { Shell } from '../shell.js';

/** How `audit` was called. */
export interface AuditFlags {
  readonly db?: string;
  readonly format: 'text' | 'json';
  readonly json?: boolean;
  readonly seed: number;
  readonly ui?: UiLanguage;
  readonly color?: boolean;
}

/** Adds `audit` to the program. */
export function registerAudit(command: Command, shell: Shell, finish: (exitCode: ExitCode) => void): void {
  command
    .summary('whether the score predicts what your posts get')
    .description('Tells whether the score goes with what your posts got, and says so when it does not.')
    .option('--db <file>', 'history database (default: TWEETSPAN_DB, else the user’s data folder)')
    .addOption(new Option('--format <format>', 'form of the answer').choices(['text', 'json']).default('text'))
    .option('--json', 'the same as --format json')
    .addOption(new Option('--seed <n>', 'seed of the random draws').argParser(readSeed).default(1))
    .action(async (flags: AuditFlags) => {
      const { auditCommand } = await import('../timing/audit.js');
      finish(await auditCommand(shell, flags));
    });
}
