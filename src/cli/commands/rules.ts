import { rulesIn } from '#rules/locales/rules-in.js';
import type { Locale } from '#base/locale.js';
import { nearest } from '#base/did-you-mean.js';
import type { Rule } from '#lint/rule.js';
import { evidenceSentences } from '#locale/evidence.js';
import { lintSentences } from '#locale/lint.js';
import { rulesDocument } from '#report/documents/drafts.js';
import { asJson } from '#report/documents/json.js';
import { ruleExplained, rulesList } from '#report/terminal/rules.js';
import { voteLanguage } from '#tweet/language.js';
import type { Registration } from '../command.js';
import { formatChoice, jsonOption, newCommand } from '../options/common.js';
import { terminalWidth, wantsColor } from '../shell.js';
import { EXIT, UserError } from '../user-error.js';

/** A rule with the examples that are in the reader's language; of a finding that has none there, all. */
function withReadableExamples({ examples, ...rule }: Rule, locale: Locale): Rule {
  const readable = <T extends { readonly draft: string }>(all: readonly T[]): readonly T[] => {
    const own = all.filter(({ draft }) => [locale, undefined].includes(voteLanguage(draft)));
    return own.length > 0 ? own : all;
  };
  const findings = [...new Set(examples.bad.map(({ finding }) => finding))];
  const bad = findings.flatMap((finding) => readable(examples.bad.filter((one) => one.finding === finding)));
  return { ...rule, examples: { good: readable(examples.good), bad } };
}

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
      const text = (): string =>
        id !== undefined && only ? ruleExplained(withReadableExamples(only, locale), view) : rulesList(rules, view);
      shell.stdout.write(format === 'json' ? asJson(rulesDocument(chosen, evidenceSentences(locale).rules)) : text());
      finish(EXIT.done);
    });
};
