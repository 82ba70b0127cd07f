import { checkHealth } from '#doctor/health.js';
import { systemSentences } from '#locale/system.js';
import { doctorDocument } from '#report/documents/doctor.js';
import { asJson } from '#report/documents/json.js';
import { doctorReport } from '#report/terminal/doctor.js';
import { PRICES } from '#x/api/prices.js';
import type { Registration } from '../command.js';
import { gatherFacts } from '../doctor/gather.js';
import { databaseOption, formatChoice, jsonOption, newCommand } from '../options/common.js';
import { terminalWidth, wantsColor } from '../shell.js';
import { EXIT } from '../user-error.js';

/** `doctor`: what works and what is missing; exit code 1 when something does not work. */
export const registerDoctor: Registration = (program, { shell, locale, finish }) => {
  const { help, online } = systemSentences(locale).doctor;
  newCommand(program, 'doctor', help)
    .option('--online', online(PRICES.user))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .addOption(databaseOption(locale))
    .action(async (options) => {
      const facts = await gatherFacts(shell, { ...options, locale });
      const checks = checkHealth(facts);
      const view = {
        color: wantsColor(shell, options.color),
        columns: terminalWidth(shell),
        locale,
        isQuiet: options.quiet === true,
      };
      const report = options.format === 'json' ? asJson(doctorDocument(checks, facts)) : doctorReport(checks, view);
      await shell.writeAll([report]);
      finish(checks.some(({ status }) => status === 'problem') ? EXIT.findings : EXIT.done);
    });
};
