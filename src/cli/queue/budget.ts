import { asJson } from '#report/documents/json.js';
import { wantsColor } from '../terminal/color.js';
import { EXIT, type ExitCode } from '../user-error.js';
import { terminalWidth, type Shell } from '../shell.js';
import type { QueueFlags } from '../options/queue.js';
import { withQueue } from './open.js';
import { startOfDay, startOfMonth, budgetAt } from '#queue/budget.js';
import { budgetDocument } from '#report/documents/budget.js';
import { budgetReport } from '#report/terminal/budget.js';

/** How `budget` was called. Caps in thousandths of a US dollar. */
export interface BudgetFlags extends QueueFlags {
  readonly day?: number;
  readonly month?: number;
  readonly format: 'text' | 'json';
}

/** `budget`: what may be spent and what was; with new caps, sets them first. */
export const budgetCommand = (shell: Shell, flags: BudgetFlags): Promise<ExitCode> => {
  const isChange = flags.day !== undefined || flags.month !== undefined;
  return withQueue(shell, flags, isChange ? 'make' : 'read', async ({ store, spendings, locale, now }) => {
    if (isChange) {
      const { day, month } = store.caps();
      store.setCaps({ day: flags.day ?? day, month: flags.month ?? month });
    }
    const byKind = {
      day: spendings.spentByKind(startOfDay(now)),
      month: spendings.spentByKind(startOfMonth(now)),
    };
    const document = budgetDocument(budgetAt(store, now), byKind, now);
    const view = { color: wantsColor(shell, flags.color), columns: terminalWidth(shell), locale };
    await shell.writeAll([flags.format === 'json' ? asJson(document) : budgetReport(document, view)]);
    return EXIT.done;
  });
};
