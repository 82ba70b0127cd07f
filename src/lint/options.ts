/** A rule's option as a fragment of JSON Schema with its default: one truth for types, validation and documents. */
export type OptionSpec =
  | {
      readonly type: 'integer' | 'number';
      readonly default: number;
      readonly minimum: number;
      readonly maximum: number;
      readonly description: string;
    }
  | { readonly type: 'boolean'; readonly default: boolean; readonly description: string };

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

export type OptionValue = number | boolean;

/** The values that a rule reads, typed by its specifications. */
export type OptionValues<Specs extends OptionSpecs> = {
  readonly [Name in keyof Specs]: Specs[Name]['type'] extends 'boolean' ? boolean : number;
};

const defaults = new WeakMap<OptionSpecs, Readonly<Record<string, OptionValue>>>();

/** The defaults of all options; the same object for the same specifications. */
export function defaultValues(specs: OptionSpecs): Readonly<Record<string, OptionValue>> {
  const known = defaults.get(specs);
  if (known !== undefined) return known;
  const values = Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, spec.default]));
  defaults.set(specs, values);
  return values;
}

/** What is wrong with a value for an option, as the end of a sentence, or undefined when nothing is. */
export function optionFault(spec: OptionSpec, value: unknown): string | undefined {
  if (spec.type === 'boolean') return typeof value === 'boolean' ? undefined : 'must be true or false';
  const kind = spec.type === 'integer' ? 'a whole number' : 'a number';
  const range = `must be ${kind} from ${spec.minimum} to ${spec.maximum}`;
  if (typeof value !== 'number' || !Number.isFinite(value)) return range;
  if (spec.type === 'integer' && !Number.isInteger(value)) return range;
  return value < spec.minimum || value > spec.maximum ? range : undefined;
}

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
