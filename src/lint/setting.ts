import type { OptionValue } from './options.js';

/**
 * How strict a rule is: `off` leaves it out of the score, `warn` makes its errors warnings, `error` makes its warnings
 * errors, `default` keeps what the rule says.
 */
export const LEVELS = ['off', 'warn', 'error', 'default'] as const;
export type RuleLevel = (typeof LEVELS)[number];

/** What a user says of one rule: how strict, or that with its weight and options. */
export type RuleSetting =
  | RuleLevel
  | {
      readonly level?: RuleLevel;
      readonly weight?: number;
      readonly [option: string]: OptionValue | RuleLevel | undefined;
    };

/** A setting with its parts apart. */
export interface Setting {
  readonly level: RuleLevel;
  readonly weight?: number;
  readonly options: Readonly<Record<string, OptionValue>>;
}

/** The parts of a setting; without one, all is as the rule says. */
export function readSetting(setting: RuleSetting | undefined): Setting {
  if (setting === undefined) return { level: 'default', options: {} };
  if (typeof setting === 'string') return { level: setting, options: {} };
  const { level = 'default', weight, ...options } = setting;
  return { level, ...(weight === undefined ? {} : { weight }), options: options as Setting['options'] };
}
