import type { Locale } from '#base/locale.js';
import type { Rule } from '#lint/rule.js';
import { translateRule, type RulesTexts, type RuleTexts } from '#lint/rule-texts.js';
import { ambassadors } from './ambassadors.js';
import { concision } from './concision.js';
import { hashtags } from './hashtags.js';
import { image } from './image.js';
import { keywords } from './keywords.js';
import { mentions } from './mentions.js';
import { message } from './message.js';
import { pin } from './pin.js';
import { quality } from './quality.js';
import { repeats } from './repeats.js';
import { fr } from './locales/fr.js';

/** The ten rules in the article's order: relevance, search, amplification. */
export const rules = [
  quality,
  concision,
  keywords,
  hashtags,
  mentions,
  image,
  repeats,
  message,
  pin,
  ambassadors,
] as const;

/** The id of one of the ten. */
export type RuleId = (typeof rules)[number]['id'];

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
