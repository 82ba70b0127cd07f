import * as v from 'valibot';
import { LOCALES } from '#base/locale.js';
import type { UtmSetting } from '#draft/draft.js';
import { isLanguageCode } from '#tweet/language.js';
import { blackouts, holidays } from './config-calendar.js';
import { MODEL_KEY_VARIABLE, MODEL_TIMEOUT } from './config.js';
import type { OptionSpec } from './options.js';
import type { Rule } from './rule.js';
import { LEVELS, type RuleSetting } from './options.js';

/** The longest post of a paying account (docs.x.com changelog, 2024-08-20). */
const LONGEST_POST = 25_000;
const MAX_WEIGHT = 100;
/** Seconds. */
const LONGEST_MODEL_TIMEOUT = 120;

// Messages are codes, each with a sentence in the catalog.
const number = (least: number, most: number) => {
  const message = `number:${least}:${most}`;
  return v.pipe(v.number(message), v.minValue(least, message), v.maxValue(most, message));
};
const wholeNumber = (least: number, most: number) => {
  const message = `wholeNumber:${least}:${most}`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(least, message), v.maxValue(most, message));
};
const flag = v.boolean('flag');
const level = v.pipe(
  v.picklist(LEVELS, `oneOf:${LEVELS.join(':')}`),
  v.description('off, warn (errors become warnings), error (warnings become errors)'),
);

/** Links that count as one. */
export const links = v.strictObject(
  {
    keepFragment: v.optional(v.pipe(flag, v.description('Whether what follows # makes another page.')), false),
    aliases: v.optional(
      v.pipe(v.record(v.string(), v.string('aliases'), 'aliases'), v.description('Links that count as another link.')),
    ),
  },
  'keys',
);

/** A language model for rewrites. */
export const model = v.pipe(
  v.strictObject(
    {
      baseUrl: v.pipe(
        v.string('modelUrl'),
        v.regex(/^https?:\/\/\S+$/, 'modelUrl'),
        v.description('Base URL of an OpenAI-compatible endpoint; http: on this machine only.'),
      ),
      name: v.pipe(
        v.string('modelName'),
        v.regex(/\S/, 'modelName'),
        v.description('The model, as its server names it.'),
      ),
      timeout: v.optional(
        v.pipe(number(1, LONGEST_MODEL_TIMEOUT), v.description('Seconds for one request and its answer.')),
        MODEL_TIMEOUT,
      ),
    },
    'keys',
  ),
  v.description(`A language model for rewrites. Its key, if it needs one, goes into ${MODEL_KEY_VARIABLE}.`),
);

const remind = v.pipe(
  v.strictObject(
    {
      command: v.pipe(
        v.string('command'),
        v.regex(/\S/, 'command'),
        v.description(
          'A command line that gets each reminder as JSON on its standard input; exit code 0 is delivered.',
        ),
      ),
    },
    'keys',
  ),
  v.description('How reminders reach you besides the desktop. Read from your own configuration only.'),
);

const x = v.pipe(
  v.strictObject(
    {
      ownApp: v.optional(
        v.pipe(
          flag,
          v.description('Whether the account that signs in owns the X app: its own posts are read for less.'),
        ),
        false,
      ),
    },
    'keys',
  ),
  v.description('Your account at X. Read from your own configuration only.'),
);

/** Names that are safe in files, units and command lines. */
const PROFILE_NAME = /^[a-z0-9][a-z0-9_-]{0,31}$/i;
const profileName = v.pipe(v.string('profileName'), v.regex(PROFILE_NAME, 'profileName'));
const filePath = v.pipe(v.string('path'), v.regex(/\S/, 'path'));
const profiles = v.pipe(
  v.record(
    profileName,
    v.strictObject(
      {
        database: v.optional(v.pipe(filePath, v.description('The history; a relative path counts from this file.'))),
        credentials: v.optional(v.pipe(filePath, v.description('The credentials file; as database.'))),
        account: v.optional(
          v.pipe(
            v.string('handle'),
            v.regex(/^@?\w{1,20}$/, 'handle'),
            v.description('Handle of its account: another sign-in is refused.'),
          ),
        ),
      },
      'keys',
    ),
    'keys',
  ),
  v.description('Your accounts by name, for --profile. Read from your own configuration only.'),
);

/** A queue that several people share. */
export const team = v.pipe(
  v.strictObject(
    {
      db: v.pipe(
        v.string('serverAddress'),
        v.regex(/^postgres(?:ql)?:\/\//i, 'serverAddress'),
        v.description(
          'Address of the PostgreSQL database that holds the queue: postgresql://<user>@<host>/<database>.',
        ),
      ),
      person: v.optional(
        v.pipe(
          v.string('notEmpty'),
          v.regex(/\S/, 'notEmpty'),
          v.description('Your name, as the others see it in the log.'),
        ),
      ),
    },
    'keys',
  ),
  v.description('A queue that several people share. Read from your own configuration only.'),
);

const utmValue = (usual: string) =>
  v.optional(
    v.pipe(v.string('utmValue'), v.regex(/^[\w.~-]{1,100}$/, 'utmValue'), v.description(`Default: ${usual}.`)),
  );
const utm = v.pipe(
  v.union(
    [
      flag,
      v.strictObject({
        source: utmValue('x'),
        medium: utmValue('social'),
        campaign: utmValue('the name of the draft'),
      }),
    ],
    'utm',
  ),
  v.description(
    'UTM parameters for the links of scheduled posts, so that web statistics tell which post brought a visit.',
  ),
);

/** Keys that may be missing, but hold no `undefined`: JSON and YAML have none. */
type Exact<Entries> = { readonly [Key in keyof Entries]: Exclude<Entries[Key], undefined> };

/** The language model for rewrites; its key stands in the environment, never here. */
type ModelConfig = Exact<v.InferInput<typeof model>>;

function optionSchema(spec: OptionSpec) {
  const { description } = spec;
  if (spec.type === 'boolean') return v.optional(v.pipe(flag, v.description(description)), spec.default);
  const value = spec.type === 'integer' ? wholeNumber : number;
  return v.optional(v.pipe(value(spec.minimum, spec.maximum), v.description(description)), spec.default);
}

const settingSchema = (rule: Rule) =>
  v.pipe(
    v.union(
      [
        level,
        v.strictObject({
          level: v.optional(level),
          weight: v.optional(number(0, MAX_WEIGHT), rule.weight),
          ...Object.fromEntries(Object.entries(rule.options).map(([name, spec]) => [name, optionSchema(spec)])),
        }),
      ],
      `setting:${LEVELS.join(':')}`,
    ),
    v.description(rule.summary),
  );

/** The schema of the configuration: the check and the schema for editors come from it. */
export const configSchema = (rules: readonly Rule[]) =>
  v.strictObject({
    $schema: v.optional(v.string('schemaUrl')),
    limit: v.optional(
      v.pipe(wholeNumber(1, LONGEST_POST), v.description('Weighted length that the account may post.')),
      280,
    ),
    lang: v.optional(
      v.pipe(
        v.string('language'),
        v.regex(/^[a-z]{2}$/, 'language'),
        v.check(isLanguageCode, 'language'),
        v.description('Language of the drafts that do not name their own.'),
      ),
    ),
    locale: v.optional(
      v.pipe(v.picklist(LOCALES, `oneOf:${LOCALES.join(':')}`), v.description('Language of the messages.')),
    ),
    minText: v.optional(v.pipe(number(0, 100), v.description('Below this text score a draft fails.'))),
    minScore: v.optional(v.pipe(number(0, 100), v.description('Below this score of the whole a draft fails.'))),
    words: v.optional(
      v.pipe(
        v.array(v.string('words'), 'words'),
        v.description('Words that are right as they are: names, products, terms of a trade.'),
      ),
    ),
    links: v.optional(links),
    rules: v.optional(
      v.strictObject(Object.fromEntries(rules.map((rule) => [rule.id, v.optional(settingSchema(rule))])), 'keys'),
    ),
    model: v.optional(model),
    remind: v.optional(remind),
    x: v.optional(x),
    profiles: v.optional(profiles),
    profile: v.optional(
      v.pipe(profileName, v.description('The profile where neither --profile nor TWEETSPAN_PROFILE names one.')),
    ),
    team: v.optional(team),
    checkLinks: v.optional(
      v.pipe(
        flag,
        v.description('Whether the page of a link is requested before a repost. In your own configuration.'),
      ),
      true,
    ),
    utm: v.optional(utm),
    blackouts: v.optional(blackouts),
    holidays: v.optional(holidays),
  });

type Whole = v.InferInput<ReturnType<typeof configSchema>>;

/** A configuration, checked. Everything is optional. */
export interface LintConfig extends Exact<
  Pick<Whole, 'checkLinks' | 'limit' | 'lang' | 'locale' | 'minText' | 'minScore' | 'words'>
> {
  readonly links?: Exact<v.InferInput<typeof links>>;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly model?: ModelConfig;
  readonly remind?: v.InferInput<typeof remind>;
  readonly x?: Exact<v.InferInput<typeof x>>;
  readonly profiles?: Readonly<Record<string, Exact<{ database?: string; credentials?: string; account?: string }>>>;
  readonly profile?: string;
  readonly team?: Exact<v.InferInput<typeof team>>;
  readonly utm?: UtmSetting;
  readonly blackouts?: v.InferInput<typeof blackouts>;
  readonly holidays?: string | Exact<{ of: string; skip?: 'none' | 'public' | 'all' }>;
}
