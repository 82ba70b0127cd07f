import { unknownName, type ValueFault } from '#draft/draft-error.js';
import type { LinkOptions } from '#tweet/link.js';
import type { Locale } from '#base/locale.js';
import type { ModelConfig } from './config-schema.js';
import type { Rule } from './rule.js';
import type { RuleSetting } from './setting.js';

export type { ModelConfig };

/** A configuration, checked. Everything is optional. */
export interface LintConfig {
  /** Weighted length that the account may post: 280, or up to 25,000. */
  readonly limit?: number;
  readonly lang?: string;
  readonly locale?: Locale;
  readonly minScore?: number;
  readonly links?: LinkOptions;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly model?: ModelConfig;
}

/** A configuration that cannot be followed, with all its faults; `line` where the file has one for it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly { readonly fault: ValueFault; readonly line?: number }[];
  /** The file that it was read from. */
  readonly file: string | undefined;

  constructor(faults: ConfigError['faults'], options: ErrorOptions & { readonly file?: string } = {}) {
    super(
      faults.map(({ fault }) => ('path' in fault ? `${fault.code} ${fault.path}` : fault.code)).join('\n'),
      options,
    );
    this.faults = faults;
    this.file = options.file;
  }
}

/** Seconds that a model is given where the configuration does not say. */
export const MODEL_TIMEOUT = 20;
/** The environment variable that holds the key of the model's server. */
export const MODEL_KEY_VARIABLE = 'TWEETSPAN_MODEL_KEY';

/** A fault for each rule that a draft turns off and that does not exist. */
export function unknownRules(disabled: readonly string[], rules: readonly Rule[]): ValueFault[] {
  const ids = rules.map(({ id }) => id);
  return disabled.filter((id) => !ids.includes(id)).map((id) => unknownName('unknownRule', id, id, ids));
}
