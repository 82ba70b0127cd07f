import { Option, type Command } from 'commander';
import { common, withDatabase } from '../options/common.js';
import type { Registration } from '../command.js';
import type { ServiceFlags } from '../service/service.js';

/** `service`: has systemd or launchd run the queue. */
export const registerService: Registration = (program, { shell, finish }) => {
  const service: Command = program
    .command('service')
    .summary('have the system run the queue in the background')
    .description('Has systemd (Linux) or launchd (macOS) run the queue in the background, for this user only.');

  withDatabase(service.command('install'))
    .description('Writes the file of the service, starts it now and at each log-in; a second time updates it.')
    .action(async (flags: ServiceFlags) => {
      const { installService } = await import('../service/service.js');
      finish(await installService(shell, flags));
    });

  withDatabase(service.command('status'))
    .description('Tells whether the service is installed, runs and works; exit code 1 when it does not run.')
    .action(async (flags: ServiceFlags) => {
      const { serviceStatus } = await import('../service/service.js');
      finish(await serviceStatus(shell, flags));
    });

  common(service.command('remove'))
    .description('Stops the service and deletes its file; the queue and its items stay.')
    .action(async (flags: ServiceFlags) => {
      const { removeService } = await import('../service/service.js');
      finish(await removeService(shell, flags));
    });

  withDatabase(service.command('print'))
    .description('Prints the file that install would write, and changes nothing.')
    .addOption(
      new Option('--manager <name>', 'for which manager (default: the one of this system)').choices([
        'systemd',
        'launchd',
      ]),
    )
    .action(async (flags: ServiceFlags) => {
      const { printService } = await import('../service/service.js');
      finish(printService(shell, flags));
    });
};
