import * as v from 'valibot';
import { LOCALES } from '#base/locale.js';
import type { UtmSetting } from '#draft/draft.js';
import { unknownName, type ValueFault } from '#draft/draft-error.js';
import { isLanguageCode } from '#tweet/language.js';
import { blackouts, holidays } from './config-calendar.js';
import { ConfigError, MODEL_KEY_VARIABLE, MODEL_TIMEOUT } from './config.js';
import type { OptionSpec } from './options.js';
import type { Rule } from './rule.js';
import { LEVELS, type RuleSetting } from './options.js';

/** The longest post of a paying account (docs.x.com changelog, 2024-08-20). */
const LONGEST_POST = 25_000;
const MAX_WEIGHT = 100;
/** Seconds. */
const LONGEST_MODEL_TIMEOUT = 120;
/** What people call a key, without regard to capitals, `-` and `_`. */
const KEY_NAMES = new Set(['key', 'apikey', 'token', 'accesstoken', 'secret', 'password', 'authorization', 'bearer']);

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

const links = v.strictObject(
  {
    keepFragment: v.optional(v.pipe(flag, v.description('Whether what follows # makes another page.')), false),
    aliases: v.optional(
      v.pipe(v.record(v.string(), v.string('aliases'), 'aliases'), v.description('Links that count as another link.')),
    ),
  },
  'keys',
);

const model = v.pipe(
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

const team = v.pipe(
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

type Issue = v.BaseIssue<unknown>;
type Path = readonly { readonly key: unknown; readonly input: unknown }[];

const isEntries = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSecret = (name: string): boolean => KEY_NAMES.has(name.toLowerCase().replace(/[-_]/g, ''));

/** The names that are allowed where a path ends. */
function knownKeys(path: Path, rules: readonly Rule[]): readonly string[] {
  const [part, id] = path.slice(0, -1).map(({ key }) => String(key));
  if (part === 'links') return Object.keys(links.entries);
  if (part === 'model') return Object.keys(model.entries);
  if (part === 'remind') return ['command'];
  if (part === 'x') return ['ownApp'];
  if (part === 'profiles') return ['database', 'credentials', 'account'];
  if (part === 'team') return Object.keys(team.entries);
  if (part === 'blackouts') return ['from', 'until', 'why'];
  if (part === 'holidays') return ['of', 'skip'];
  if (part === 'utm') return ['source', 'medium', 'campaign'];
  if (part !== 'rules') return Object.keys(configSchema([]).entries);
  const rule = rules.find((candidate) => candidate.id === id);
  return rule === undefined ? rules.map((each) => each.id) : ['level', 'weight', ...Object.keys(rule.options)];
}

/** Valibot stops at the first unknown name of an object: all of them are looked for here. */
function unknownNames(path: Path, rules: readonly Rule[]): ValueFault[] {
  const parts = path.slice(0, -1).map(({ key }) => String(key));
  const known = knownKeys(path, rules);
  const parent = path.at(-1)?.input;
  if (!isEntries(parent)) return [{ code: 'wrongValue', path: parts.join('.'), expected: 'keys', received: parent }];
  const names = Object.keys(parent).filter((name) => !known.includes(name));
  const code = parts.length === 1 && parts[0] === 'rules' ? 'unknownRule' : 'unknownKey';
  return names.map((name) => {
    const written = [...parts, name].join('.');
    return parts[0] === 'model' && isSecret(name)
      ? { code: 'secretKey', path: written, variable: MODEL_KEY_VARIABLE }
      : unknownName(code, written, name, known);
  });
}

function toFaults(issue: Issue, rules: readonly Rule[], before: Path = []): ValueFault[] {
  const path = [...before, ...((issue.path ?? []) as unknown as Path)];
  const name = path.map(({ key }) => String(key)).join('.');
  if (issue.type === 'strict_object' && issue.expected === 'never') return unknownNames(path, rules);
  if (issue.type === 'strict_object' && issue.received === 'undefined') return [{ code: 'missingKey', path: name }];
  // Of a union the member is meant that has the form of the value.
  if (issue.type === 'union' && isEntries(issue.input)) {
    const inside = (issue.issues ?? []).filter(({ path: inner }) => inner !== undefined);
    return inside.flatMap((inner) => toFaults(inner, rules, path));
  }
  const isAlias = path[0]?.key === 'links' && path[1]?.key === 'aliases';
  const whole = isAlias ? path.slice(0, 2) : path;
  const received = isAlias && path.length > 2 ? path[2]?.input : issue.input;
  return [
    { code: 'wrongValue', path: whole.map(({ key }) => String(key)).join('.'), expected: issue.message, received },
  ];
}

/** To valibot a list of texts is a record. */
function aliasFaults(value: unknown): ValueFault[] {
  const received = isEntries(value) ? value['aliases'] : undefined;
  if (!Array.isArray(received)) return [];
  return [{ code: 'wrongValue', path: 'links.aliases', expected: 'aliases', received }];
}

/**
 * Checks what was read from a configuration file.
 * @throws ConfigError with every fault: what was received, what is allowed.
 */
export function checkConfig(value: unknown, rules: readonly Rule[]): LintConfig {
  if (!isEntries(value)) throw new ConfigError([{ fault: { code: 'notKeys', example: 'limit' } }]);
  const { issues = [] } = v.safeParse(configSchema(rules), value);
  const faults = [...issues.flatMap((issue) => toFaults(issue, rules)), ...aliasFaults(value['links'])];
  if (faults.length === 0) return value as LintConfig;
  // A number can break two bounds at once.
  const different = new Map(faults.map((fault) => [JSON.stringify(fault), fault]));
  throw new ConfigError([...different.values()].map((fault) => ({ fault })));
}
