import { formatOption, withDatabase } from '../options/common.js';
import type { Registration } from '../command.js';
import type { DoctorFlags } from '../doctor/doctor.js';

/** `doctor`: what works and what is missing. */
export const registerDoctor: Registration = (program, { shell, finish }) =>
  void withDatabase(program.command('doctor'))
    .summary('tell what works and what is missing')
    .description(
      'Tells what works and what is missing, each with its mend. Changes nothing; exit code 1 when something does not work.',
    )
    .option('--online', 'ask X too, for $0.010: whether it takes the sign-in, and what its clock shows')
    .addOption(formatOption(['text', 'json']))
    .action(async (flags: DoctorFlags) => {
      const { doctorCommand } = await import('../doctor/doctor.js');
      finish(await doctorCommand(shell, flags));
    });
