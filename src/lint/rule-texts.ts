import type { Rule } from './rule.js';

/** What of a rule holds its English texts. */
type Texted = Pick<Rule, 'id' | 'options' | 'messages' | 'fixes' | 'reasons'>;

/** All texts of a rule in another language: the same ids, and in each text the same slots. */
export interface RuleTexts<Of extends Omit<Texted, 'id'> = Texted> {
  readonly title: string;
  readonly summary: string;
  /** The source of its evidence. */
  readonly source: string;
  /** Descriptions of its options. */
  readonly options: { readonly [Id in keyof Of['options']]: string };
  readonly messages: { readonly [Id in keyof Of['messages']]: string };
  readonly fixes: { readonly [Id in keyof Of['fixes']]: string };
  readonly reasons: { readonly [Id in keyof Of['reasons']]: string };
}

/** The texts of a list of rules in another language, by rule. */
export type RulesTexts<Rules extends readonly Texted[]> = {
  readonly [Each in Rules[number] as Each['id']]: RuleTexts<Each>;
};

const mapEntries = <Spec, Result>(
  specs: Readonly<Record<string, Spec>>,
  change: (spec: Spec, id: string) => Result,
): Record<string, Result> => Object.fromEntries(Object.entries(specs).map(([id, spec]) => [id, change(spec, id)]));

/** A rule with its texts in another language; an id that has none there keeps its English. */
export const translateRule = (rule: Rule, texts: RuleTexts): Rule => ({
  ...rule,
  title: texts.title,
  summary: texts.summary,
  evidence: { ...rule.evidence, source: texts.source },
  options: mapEntries(rule.options, (spec, id) => ({ ...spec, description: texts.options[id] ?? spec.description })),
  messages: mapEntries(rule.messages, (spec, id) => ({ ...spec, text: texts.messages[id] ?? spec.text })),
  fixes: mapEntries(rule.fixes, (spec, id) => ({ ...spec, text: texts.fixes[id] ?? spec.text })),
  reasons: texts.reasons,
});
