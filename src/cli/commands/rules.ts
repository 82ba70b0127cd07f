import { rules } from '#rules/index.js';
import type { Locale } from '#base/locale.js';
import { asJson } from '#report/documents/json.js';
import { ruleExplained, rulesList } from '#report/terminal/rules.js';
import { hint } from '#base/did-you-mean.js';
import { wantsColor } from '../terminal/color.js';
import { EXIT, UserError, type ExitCode } from '../user-error.js';
import { terminalWidth, type Shell } from '../shell.js';
import { resolveLocale } from '../options/locale.js';
import { Option } from 'commander';
import { common } from '../options/common.js';
import type { Registration } from '../command.js';

/** How `rules` was called. */
export interface RulesFlags {
  readonly format: 'text' | 'json';
  readonly locale?: Locale;
  readonly color?: boolean;
}

/** Lists the rules, or explains one, by id or number. */
export function rulesCommand(shell: Shell, id: string | undefined, flags: RulesFlags): ExitCode {
  const ids = rules.map((rule) => rule.id);
  const chosen = id === undefined ? rules : rules.filter((rule) => rule.id === id || String(rule.number) === id);
  if (id !== undefined && chosen.length === 0) throw new UserError(`unknown rule "${id}"${hint(id, ids)}`);
  if (flags.format === 'json') {
    // A function has no place in JSON: `check` is left out by itself.
    shell.stdout.write(asJson({ schema: 'tweetspan/rules@1', rules: chosen }));
    return EXIT.done;
  }
  const view = {
    color: wantsColor(shell, flags.color),
    columns: terminalWidth(shell),
    locale: resolveLocale(shell, flags.locale),
  };
  const [only] = chosen;
  shell.stdout.write(id !== undefined && only ? ruleExplained(only, view) : rulesList(rules, view));
  return EXIT.done;
}

export const registerRules: Registration = (program, { shell, finish }) => {
  common(program.command('rules'))
    .summary('list the rules, or explain one')
    .description('Lists the ten rules, or explains one with its evidence, options and examples.')
    .argument('[id]', 'id or number of a rule')
    .addOption(new Option('--format <format>', 'form of the answer').choices(['text', 'json']).default('text'))
    .action((id: string | undefined, flags: RulesFlags) => finish(rulesCommand(shell, id, flags)));
};
