import { rules } from '#rules/index.js';
import type { UiLanguage } from '#lint/message.js';
import { asJson } from '#report/documents/json.js';
import { ruleExplained, rulesList } from '#report/terminal/rules.js';
import { hint } from '#base/did-you-mean.js';
import { wantsColor } from '../terminal/color.js';
import { EXIT, UserError, type ExitCode } from '../user-error.js';
import { terminalWidth, type Shell } from '../shell.js';
import { uiLanguage } from '../options/locale.js';

/** How `rules` was called. */
export interface RulesFlags {
  readonly format: 'text' | 'json';
  readonly ui?: UiLanguage;
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
    ui: uiLanguage(shell, flags.ui),
  };
  const [only] = chosen;
  shell.stdout.write(id !== undefined && only ? ruleExplained(only, view) : rulesList(rules, view));
  return EXIT.done;
}
