import { InvalidArgumentError } from 'commander';
import { accountSentences } from '#locale/account.js';
import { resumeBudget } from '#queue/budget.js';
import { asJson } from '#report/documents/json.js';
import { budgetReport } from '#report/terminal/account.js';
import type { Registration } from '../command.js';
import { databaseOption, formatChoice, jsonOption, newCommand, option } from '../options/common.js';
import { withQueue } from '../queue/open.js';
import { readBudget } from '../queue/read.js';
import { terminalWidth, wantsColor } from '../shell.js';
import { EXIT } from '../user-error.js';

/** More than any account of one person spends, and a guard against cents taken for dollars. */
const MAX_DOLLARS = 10_000;

/** `budget`: what X was paid, and caps on it. */
export const registerBudget: Registration = (program, { shell, locale, finish }) => {
  const sentences = accountSentences(locale).budget;
  /** Reads dollars, `2` or `2.50`, as thousandths of a dollar. */
  const readDollars = (value: string): number => {
    const amount = Number(value);
    if (/^\d+(?:\.\d{1,3})?$/.test(value.trim()) && amount <= MAX_DOLLARS) return Math.round(amount * 1000);
    throw new InvalidArgumentError(sentences.dollarsInvalid(MAX_DOLLARS));
  };
  newCommand(program, 'budget', sentences.help)
    .addOption(option('--day <dollars>', sentences.day).argParser(readDollars))
    .addOption(option('--month <dollars>', sentences.month).argParser(readDollars))
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (flags) => {
      const isChange = flags.day !== undefined || flags.month !== undefined;
      await withQueue(shell, flags, isChange ? 'make' : 'read', async ({ store, spendings, now }) => {
        if (isChange) {
          const { day, month } = await store.caps();
          await store.setCaps({ day: flags.day ?? day, month: flags.month ?? month });
          await resumeBudget(store, now);
        }
        const document = await readBudget({ store, spendings, now });
        const view = {
          color: wantsColor(shell, flags.color),
          columns: terminalWidth(shell),
          locale,
          isQuiet: flags.quiet === true,
        };
        await shell.writeAll([flags.format === 'json' ? asJson(document) : budgetReport(document, view)]);
      });
      finish(EXIT.done);
    });
};
