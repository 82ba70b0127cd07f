import type { Locale } from '#base/locale.js';
import type { Rule } from '#lint/rule.js';
import { translateRule, type RulesTexts, type RuleTexts } from '#lint/rule-texts.js';
import { rules } from '../index.js';
import { fr } from './fr.js';

const TRANSLATIONS: Readonly<Partial<Record<Locale, RulesTexts<typeof rules>>>> = { fr };
const translated = new Map<Locale, readonly Rule[]>();

/** The ten rules with their texts in a language of the program; the same list for the same language. */
export function rulesIn(locale: Locale): readonly Rule[] {
  const texts: Readonly<Record<string, RuleTexts>> | undefined = TRANSLATIONS[locale];
  if (texts === undefined) return rules;
  const known = translated.get(locale);
  if (known !== undefined) return known;
  const list = rules.map((rule: Rule): Rule => {
    const own = texts[rule.id];
    return own === undefined ? rule : translateRule(rule, own);
  });
  translated.set(locale, list);
  return list;
}
