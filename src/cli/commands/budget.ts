import { InvalidArgumentError, Option } from 'commander';
import { formatOption, withDatabase } from '../options/common.js';
import type { Registration } from '../command.js';
import type { BudgetFlags } from '../queue/budget.js';

/** More than any account of one person spends, and a guard against cents taken for dollars. */
const MAX_DOLLARS = 10_000;

/** Reads dollars, `2` or `2.50`, as thousandths of a dollar. */
function readDollars(value: string): number {
  const amount = Number(value);
  if (!/^\d+(?:\.\d{1,3})?$/.test(value.trim()) || amount > MAX_DOLLARS) {
    throw new InvalidArgumentError(
      `It must be US dollars such as 2 or 0.50, from 0 to ${MAX_DOLLARS}; 0 forbids whatever costs something.`,
    );
  }
  return Math.round(amount * 1000);
}

/** `budget`: caps on what X is paid. */
export const registerBudget: Registration = (program, { shell, finish }) => {
  withDatabase(program.command('budget'))
    .summary('show what X was paid, and cap it')
    .description('Shows what X was paid today and this month (UTC), by what for, and sets caps that are never passed.')
    .addOption(
      new Option('--day <dollars>', 'most for a day; 0 forbids whatever costs something').argParser(readDollars),
    )
    .addOption(new Option('--month <dollars>', 'most for a month').argParser(readDollars))
    .addOption(formatOption(['text', 'json']))
    .action(async (flags: BudgetFlags) => {
      const { budgetCommand } = await import('../queue/budget.js');
      finish(await budgetCommand(shell, flags));
    });
};
