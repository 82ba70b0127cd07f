import { rulesIn } from '#rules/locales/rules-in.js';
import { nearest } from '#base/did-you-mean.js';
import { evidenceSentences } from '#locale/evidence.js';
import { lintSentences } from '#locale/lint.js';
import { rulesDocument } from '#report/documents/drafts.js';
import { asJson } from '#report/documents/json.js';
import { ruleExplained, rulesList } from '#report/terminal/rules.js';
import type { Registration } from '../command.js';
import { formatChoice, jsonOption, newCommand } from '../options/common.js';
import { terminalWidth, wantsColor } from '../shell.js';
import { EXIT, UserError } from '../user-error.js';

/** `rules`: lists the rules, or explains one by its id or number. */
export const registerRules: Registration = (program, { shell, locale, finish }) => {
  const sentences = lintSentences(locale).rules;
  newCommand(program, 'rules', sentences.help)
    .argument('[id]', sentences.id)
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action((id, { format, color }) => {
      const rules = rulesIn(locale);
      const chosen = id === undefined ? rules : rules.filter((rule) => rule.id === id || String(rule.number) === id);
      const [only] = chosen;
      if (id !== undefined && only === undefined) {
        const ids = rules.map((rule) => rule.id);
        throw new UserError(lintSentences(locale).options.unknownRule(id, nearest(id, ids), ids));
      }
      const view = { color: wantsColor(shell, color), columns: terminalWidth(shell), locale };
      const text = (): string => (id !== undefined && only ? ruleExplained(only, view) : rulesList(rules, view));
      shell.stdout.write(format === 'json' ? asJson(rulesDocument(chosen, evidenceSentences(locale).rules)) : text());
      finish(EXIT.done);
    });
};
