import { asJson } from '#report/documents/json.js';
import { wantsColor } from '../terminal/color.js';
import type { CommonFlags } from '../options/common.js';
import { EXIT, type ExitCode } from '../user-error.js';
import { terminalWidth, type Shell } from '../shell.js';
import { resolveLocale } from '../options/locale.js';
import { gatherFacts } from './gather.js';
import { checkHealth, doctorDocument } from '#doctor/health.js';
import { doctorReport } from '#report/terminal/doctor.js';

/** How `doctor` was called. */
export interface DoctorFlags extends CommonFlags {
  readonly db?: string;
  readonly online?: boolean;
  readonly format: 'text' | 'json';
}

/** `doctor`: tells what works and what is missing; exit code 1 when something does not work. */
export async function doctorCommand(shell: Shell, flags: DoctorFlags): Promise<ExitCode> {
  const locale = resolveLocale(shell, flags.locale);
  const facts = await gatherFacts(shell, { ...flags, locale });
  const document = doctorDocument(checkHealth(facts), facts, locale);
  const view = { color: wantsColor(shell, flags.color), columns: terminalWidth(shell), locale };
  await shell.writeAll([flags.format === 'json' ? asJson(document) : doctorReport(document, view)]);
  return document.summary.problem > 0 ? EXIT.findings : EXIT.done;
}
