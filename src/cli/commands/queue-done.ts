import { InvalidArgumentError } from 'commander';
import { outreachSentences } from '#locale/outreach.js';
import { OPEN_STEPS } from '#queue/person-step.js';
import { asJson } from '#report/documents/json.js';
import type { Registration } from '../command.js';
import { databaseOption, formatChoice, jsonOption, newCommand } from '../options/common.js';
import { stepName, stepRecord } from '../person-steps.js';
import { withQueue } from '../queue/open.js';
import { EXIT, UserError } from '../user-error.js';

/** `queue done`: a step that only a person could take was taken, or will not be. */
export const registerDone: Registration = (queue, { shell, locale, finish }) => {
  const { steps: words } = outreachSentences(locale);
  const readStep = (value: string): number => {
    const [, id] = /^p(\d{1,15})$/i.exec(value) ?? [];
    if (id === undefined) throw new InvalidArgumentError(words.badName);
    return Number(id);
  };
  newCommand(queue, 'done', words.help)
    .argument('<step>', words.step, readStep)
    .option('--skip', words.skip)
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (id, flags) => {
      await withQueue(shell, flags, 'change', async ({ opened: { steps }, now }) => {
        const to = flags.skip ? 'cancelled' : 'done';
        const name = stepName({ id });
        const before = await steps.get(id);
        if (before === undefined) throw new UserError(words.none(name));
        if (!(await steps.change(id, OPEN_STEPS, to, now))) {
          throw new UserError(words.ended(name, words.states[before.state]));
        }
        const document = { schema: 'tweetspan/queue-step@1', step: stepRecord({ ...before, state: to }) };
        const line = flags.skip ? words.skipped(name) : words.done(name);
        shell.stdout.write(flags.format === 'json' ? asJson(document) : `${line}\n`);
      });
      finish(EXIT.done);
    });
};
