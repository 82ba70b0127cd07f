// The manual page, in the language of man: written from the program, as the page of all commands is.
import type { Command, Option } from 'commander';
import { leavesOf, usageOf } from './command-tree.js';

/** Text as roff takes it: a backslash, a sign at the start of a line and a minus have a meaning there. */
export const roff = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('…', '...')
    .replace(/^(?=[.'])/gm, '\\&');

const describeOption = (option: Option): string => {
  const choices = option.argChoices === undefined ? '' : ` (${option.argChoices.join(', ')})`;
  return `.TP\n.B ${roff(option.flags)}\n${roff(`${option.description}${choices}`)}`;
};

const describeCommand = (command: Command): string => {
  const options = command.options.filter((option: Option) => !option.hidden).map(describeOption);
  return [`.SS ${roff(usageOf(command))}`, roff(command.description()), ...options].join('\n');
};

/** The manual page of the program in section 1, in roff. */
export function manualPage(program: Command, version: string): string {
  const [summary = '', ...examples] = program.description().split('\n');
  return `${[
    `.TH TWEETSPAN 1 "" "tweetspan ${version}" "User Commands"`,
    '.SH NAME',
    `tweetspan \\- ${roff(summary)}`,
    '.SH SYNOPSIS',
    '.B tweetspan\n.I command\n[options]',
    '.SH DESCRIPTION',
    'Every command also takes\n.BR \\-h ,\n.BR \\-\\-help .\nThe documents that come with the program tell more.',
    `.SH EXAMPLES\n.nf\n${roff(examples.slice(2).join('\n'))}\n.fi`,
    '.SH COMMANDS',
    ...leavesOf(program).map(describeCommand),
  ].join('\n')}\n`;
}
