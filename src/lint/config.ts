import { unknownName, type ValueFault } from '#draft/draft-error.js';
import type { Rule } from './rule.js';

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
