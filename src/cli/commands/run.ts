import { Option } from 'commander';
import { readDuration } from '../options/arguments.js';
import { withDatabase } from '../options/common.js';
import type { Registration } from '../command.js';
import type { RunFlags } from '../queue/run.js';

/** `run`: the worker of the queue. */
export const registerRun: Registration = (program, { shell, finish }) => {
  withDatabase(program.command('run'))
    .summary('do what the queue holds, at its time')
    .description(
      'Posts what is due and reminds of what is posted by hand, each minute, and reads the counters of own posts.',
    )
    .option('--once', 'do what is due now, then end; for cron')
    .addOption(
      new Option('--log <format>', 'form of the log on standard error').choices(['text', 'json']).default('text'),
    )
    .addOption(
      new Option('--apart <duration>', 'least time between two posts of the account (default: 1h)').argParser(
        readDuration,
      ),
    )
    .action(async (flags: RunFlags) => {
      const { runCommand } = await import('../queue/run.js');
      finish(await runCommand(shell, flags));
    });
};
