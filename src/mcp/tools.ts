// The tools that an agent is offered: what each takes and gives, and the command that does it. None of them posts, spends,
// queues or writes a file: the commands are those that only read, with a dry run where there is one.
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import type { Locale } from '#base/locale.js';
import { agentSentences } from '#locale/agent.js';
import { decaySchema } from '#report/documents/decay.js';
import { lintSchema, rewriteSchema, variantsSchema } from '#report/documents/draft-schemas.js';
import { hoursSchema } from '#report/documents/hours.js';
import { pageSchema } from '#report/documents/page.js';
import { planSchema } from '#report/documents/plan.js';
import { queueSchema } from '#report/documents/queue-schema.js';
import { suggestSchema } from '#report/documents/suggest.js';

/** A draft is no longer than this, characters: what `lint` reads of a file, bytes. */
const MAX_DRAFT = 256 * 1024;
const MAX_WORD = 2048;
const MAX_ROWS = 100;

/** What does the work of a tool: a command with its input, or the reading of a page. */
export type Job = { readonly command: readonly string[]; readonly draft?: DraftSource } | { readonly page: string };

/** A draft as an agent names it. */
export type DraftSource = { readonly text: string } | { readonly file: string };

/** A tool with its arguments checked. */
export interface Tool {
  readonly name: ToolName;
  /** JSON Schema. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly output: Readonly<Record<string, unknown>>;
  /** Whether it reads what lies outside of this machine. */
  readonly isOpenWorld: boolean;
  /** The job for arguments, or the faults of the arguments, one line each. */
  readonly toJob: (args: unknown) => { readonly job: Job } | { readonly faults: readonly string[] };
}

/** The names of all tools. */
export type ToolName =
  'lint' | 'rewrite' | 'variants' | 'read_page' | 'hours' | 'decay' | 'suggest' | 'plan' | 'queue_list';

/** All tools, with descriptions of their arguments in a language. */
export function listTools(locale: Locale): readonly Tool[] {
  const { args } = agentSentences(locale);
  const word = (description: string) =>
    v.optional(v.pipe(v.string(), v.maxLength(MAX_WORD), v.description(description)));
  const number = (least: number, most: number, description: string) =>
    v.optional(v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most), v.description(description)));
  const draft = {
    text: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_DRAFT), v.description(args.text))),
    file: word(args.file),
  };
  const lang = word(args.lang);
  const zone = word(args.zone);
  return [
    define('lint', v.strictObject({ ...draft, lang }), lintSchema, ({ lang: language, ...source }) =>
      withDraft(['lint', ...named('lang', language)], source),
    ),
    define(
      'rewrite',
      v.strictObject({ ...draft, lang, count: number(1, 3, args.count) }),
      rewriteSchema,
      ({ lang: language, count, ...source }) =>
        withDraft(
          ['rewrite', ...named('lang', language), ...(count === undefined ? [] : ['-n', String(count)])],
          source,
        ),
    ),
    define(
      'variants',
      v.strictObject({ ...draft, lang, count: number(1, 10, args.variants) }),
      variantsSchema,
      ({ lang: language, count = 3, ...source }) =>
        withDraft(['rewrite', `--variants=${count}`, ...named('lang', language)], source),
    ),
    define(
      'read_page',
      v.strictObject({
        url: v.pipe(v.string(), v.maxLength(MAX_WORD), v.regex(/^https?:\/\//i), v.description(args.url)),
      }),
      pageSchema,
      ({ url }) => ({ job: { page: url } }),
    ),
    define(
      'hours',
      v.strictObject({
        zone,
        metric: v.optional(
          v.pipe(v.picklist(['reactions', 'impressions', 'clicks', 'visits']), v.description(args.metric)),
        ),
      }),
      hoursSchema,
      (given) => ({ job: { command: ['hours', ...named('zone', given.zone), ...named('metric', given.metric)] } }),
    ),
    define(
      'decay',
      v.strictObject({
        link: word(args.link),
        limit: number(1, MAX_ROWS, args.limit),
        sort: v.optional(v.pipe(v.picklist(['last', 'gain', 'remaining']), v.description(args.sort))),
        zone,
      }),
      decaySchema,
      ({ link, limit, sort, ...given }) => ({
        job: {
          command: [
            'decay',
            ...named('limit', limit),
            ...named('sort', sort),
            ...named('zone', given.zone),
            ...(link === undefined ? [] : ['--', link]),
          ],
        },
      }),
    ),
    define('suggest', v.strictObject({ limit: number(1, MAX_ROWS, args.limit), zone }), suggestSchema, (given) => ({
      job: { command: ['suggest', ...named('limit', given.limit), ...named('zone', given.zone)] },
    })),
    define(
      'plan',
      v.strictObject({
        ...draft,
        reposts: number(0, 20, args.reposts),
        from: word(args.from),
        until: word(args.until),
        zone,
        mode: v.optional(v.pipe(v.picklist(['remind', 'api']), v.description(args.mode))),
      }),
      planSchema,
      ({ reposts, from, until, mode = 'remind', zone: place, ...source }) =>
        withDraft(
          [
            'schedule',
            '--dry-run',
            `--mode=${mode}`,
            ...named('reposts', reposts),
            ...named('from', from),
            ...named('until', until),
            ...named('zone', place),
          ],
          source,
        ),
    ),
    define(
      'queue_list',
      v.strictObject({
        link: word(args.queueLink),
        all: v.optional(v.pipe(v.boolean(), v.description(args.all))),
        limit: number(1, MAX_ROWS, args.limit),
      }),
      queueSchema,
      ({ link, all, limit }) => ({
        job: {
          command: [
            'queue',
            'list',
            ...named('link', link),
            ...named('limit', limit),
            ...(all === true ? ['--all'] : []),
          ],
        },
      }),
    ),
  ];
}

/** An option with its value in one word: a value that begins with a hyphen stays a value. */
const named = (option: string, value: string | number | undefined): readonly string[] =>
  value === undefined ? [] : [`--${option}=${value}`];

interface GivenDraft {
  readonly text?: string | undefined;
  readonly file?: string | undefined;
}

function withDraft(
  command: readonly string[],
  { text, file }: GivenDraft,
): { readonly job: Job } | { readonly faults: readonly string[] } {
  if ((text === undefined) === (file === undefined)) return { faults: ['text, file: exactly one of them is needed'] };
  return { job: { command, draft: text === undefined ? { file: file ?? '' } : { text } } };
}

/** Faults of arguments that are named; more tell a client nothing new. */
const MAX_FAULTS = 5;
const LONGEST_FAULT = 200;

function define<Schema extends v.GenericSchema>(
  name: ToolName,
  input: Schema,
  output: v.GenericSchema,
  toJob: (args: v.InferOutput<Schema>) => ReturnType<Tool['toJob']>,
): Tool {
  return {
    name,
    input: { ...toJsonSchema(input, { errorMode: 'ignore' }) },
    output: { ...toJsonSchema(output, { errorMode: 'ignore' }) },
    isOpenWorld: name === 'read_page',
    toJob: (args) => {
      const checked = v.safeParse(input, args ?? {});
      if (checked.success) return toJob(checked.output);
      return {
        faults: checked.issues
          .slice(0, MAX_FAULTS)
          .map((issue) => `${v.getDotPath(issue) ?? 'arguments'}: ${issue.message}`.slice(0, LONGEST_FAULT)),
      };
    },
  };
}
