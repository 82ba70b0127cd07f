// The commands of the program, as its pages list them.
import type { Argument, Command } from 'commander';

const argument = (each: Argument): string => {
  const name = `${each.name()}${each.variadic ? '…' : ''}`;
  return each.required ? `<${name}>` : `[${name}]`;
};

const callOf = (command: Command): string[] =>
  command.parent === null ? [command.name()] : [...callOf(command.parent), command.name()];

/** How a command is called, with its arguments: `tweetspan queue move <item> <when>`. */
export const usageOf = (command: Command): string =>
  [...callOf(command), ...command.registeredArguments.map(argument)].join(' ');

/** Commands that do something: of one that is divided, its parts. */
export const leavesOf = (command: Command): readonly Command[] =>
  command.commands.length === 0 ? [command] : command.commands.flatMap(leavesOf);
