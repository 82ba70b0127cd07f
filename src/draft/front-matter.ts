import * as v from 'valibot';
import type { Campaign, Draft } from './draft.js';
import { DraftError, unknownName, type DraftProblem, type ValueFault } from './draft-error.js';
import { isLanguageCode } from '#tweet/language.js';
import { linkIdentity } from '#tweet/link.js';
import { isZone } from '#base/time-zone.js';
import { readYaml, type YamlPath } from './yaml.js';

const MINUTES = { m: 1, h: 60, d: 1440, w: 10_080 } as const;
const DURATION = /^(\d+(?:\.\d+)?)\s*([mhdw])$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const WINDOW = /^([01]?\d|2[0-3]):([0-5]\d)\s*-\s*(?:([01]?\d|2[0-3]):([0-5]\d)|24:00)$/;

// Messages are codes, each with a sentence in the catalog.
const text = v.pipe(v.string('text'), v.trim(), v.nonEmpty('notEmpty'));
const handle = v.pipe(
  v.string('handle'),
  v.regex(/^@?\w{1,20}$/, 'handle'),
  v.transform((value) => value.replace(/^@/, '')),
);
const isDay = (value: string): boolean => {
  const [, year, month, day] = (DAY.exec(value) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};
const day = v.pipe(v.string('day'), v.check(isDay, 'day'));
const duration = v.pipe(
  v.string('duration'),
  v.regex(DURATION, 'duration'),
  v.transform((value) => {
    const [, amount, unit] = DURATION.exec(value) ?? [];
    return Number(amount) * MINUTES[unit as keyof typeof MINUTES] * 60_000;
  }),
);
const window = v.pipe(
  v.string('window'),
  v.regex(WINDOW, 'window'),
  v.transform((value) => {
    const [, startHour, startMinute, endHour = '24', endMinute = '0'] = WINDOW.exec(value) ?? [];
    return { start: Number(startHour) * 60 + Number(startMinute), end: Number(endHour) * 60 + Number(endMinute) };
  }),
);
const media = v.array(
  v.strictObject({ file: text, alt: v.optional(v.string('text')), tag: v.optional(v.array(handle)) }),
  'mediaList',
);
const variant = v.union(
  [
    v.pipe(
      text,
      v.transform((value) => ({ text: value })),
    ),
    v.strictObject({
      text,
      media: v.optional(media),
      origin: v.optional(v.picklist(['made', 'page'], 'oneOf:made:page')),
    }),
  ],
  'variant',
);
const count = (most: number) => {
  const message = `wholeNumber:0:${most}`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(0, message), v.maxValue(most, message));
};
const zone = v.pipe(v.string('timeZone'), v.check(isZone, 'timeZone'));
const flag = v.boolean('flag');

const campaign = v.strictObject({
  reposts: v.optional(count(20)),
  gap: v.optional(duration),
  from: v.optional(day),
  until: v.optional(day),
  window: v.optional(window),
  zone: v.optional(zone),
  pin: v.optional(flag),
  variants: v.optional(v.array(variant, 'textList')),
  ask: v.optional(v.strictObject({ to: v.array(handle, 'handleList'), text })),
  ambassadors: v.optional(v.union([text, v.array(v.strictObject({ handle, text: v.optional(text) }))], 'ambassadors')),
});

const utmValue = v.optional(v.pipe(text, v.regex(/^[\w.~-]{1,100}$/, 'utmValue')));
const utm = v.strictObject({ source: utmValue, medium: utmValue, campaign: utmValue });

const PAGE_KEYS = [
  'title',
  'description',
  'headings',
  'items',
  'sentences',
  'quotes',
  'figures',
  'published',
  'image',
] as const;

/** What was read from the linked page. Made when a draft has it: few have. */
const pageSchema = () => {
  const texts = v.optional(v.array(text, 'textList'));
  const quote = v.strictObject({ text, speaker: v.optional(text) });
  return v.strictObject({
    title: v.optional(text),
    description: v.optional(text),
    headings: texts,
    items: texts,
    sentences: texts,
    quotes: v.optional(v.array(quote, 'quoteList')),
    figures: texts,
    published: v.optional(day),
    image: v.optional(v.strictObject({ url: text, alt: v.optional(text) })),
  } satisfies Record<(typeof PAGE_KEYS)[number], unknown>);
};

/** What may stand in a front matter. */
export const frontMatterSchema = v.strictObject({
  link: v.optional(
    v.pipe(
      text,
      v.check((value) => linkIdentity(value) !== undefined, 'webUrl'),
    ),
  ),
  media: v.optional(media),
  keywords: v.optional(v.array(text, 'keywords')),
  title: v.optional(text),
  lang: v.optional(v.pipe(text, v.check(isLanguageCode, 'language'))),
  type: v.optional(v.picklist(['alert', 'tribute'], 'oneOf:alert:tribute')),
  published: v.optional(day),
  campaign: v.optional(campaign),
  page: v.optional(v.lazy(pageSchema)),
  utm: v.optional(v.union([flag, utm], 'utm')),
});

/** The keys of the front matter, and those of its parts by the path that leads there. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(frontMatterSchema.entries),
  campaign: Object.keys(campaign.entries),
  'campaign.ask': ['to', 'text'],
  'campaign.ambassadors': ['handle', 'text'],
  'campaign.variants': ['text', 'media', 'origin'],
  'campaign.variants.media': ['file', 'alt', 'tag'],
  media: ['file', 'alt', 'tag'],
  page: PAGE_KEYS,
  'page.quotes': ['text', 'speaker'],
  'page.image': ['url', 'alt'],
  utm: Object.keys(utm.entries),
};

function toProblems(issue: v.BaseIssue<unknown>, findLine: (path: YamlPath) => number): DraftProblem[] {
  // A union that failed tells why each of its members did: the last one is what was most likely meant.
  const path: YamlPath = issue.path?.map((item) => item.key as string | number) ?? [];
  const name = path.join('.');
  const line = findLine(path) + 1;
  const nested = issue.issues?.filter(({ path: inner }) => inner !== undefined) ?? [];
  if (nested.length > 0) {
    return nested.flatMap((inner) =>
      toProblems({ ...inner, path: [...(issue.path ?? []), ...(inner.path ?? [])] } as v.BaseIssue<unknown>, findLine),
    );
  }
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const known =
      KEYS[
        path
          .slice(0, -1)
          .filter((key) => typeof key === 'string')
          .join('.')
      ] ?? [];
    return [{ line, code: 'value', fault: unknownName('unknownKey', name, String(path.at(-1)), known) }];
  }
  const missing = issue.type === 'strict_object' && issue.received === 'undefined';
  if (missing) return [{ line, code: 'value', fault: { code: 'missingKey', path: name } }];
  // What is no object where keys are expected comes with a message of valibot's own.
  const expected = issue.type === 'strict_object' ? 'keys' : issue.message;
  const fault: ValueFault = { code: 'wrongValue', path: name, expected, received: issue.input };
  return [{ line, code: 'value', fault }];
}

/** What stands in a front matter: the fields of a draft but for its text. */
export type FrontMatter = Omit<Draft, 'text' | 'disabled'>;

/** Valibot leaves `undefined` where an optional key is absent; our types have no such keys. */
const compact = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(compact);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, compact(inner)]])),
  );
};

/**
 * The front matter of a draft, from its YAML. No tag runs code and no alias is followed.
 * @param yaml what stands between the two `---`; its first line is line 2 of the file.
 * @throws DraftError with every fault, each with its line in the file.
 */
export function parseFrontMatter(yaml: string): FrontMatter {
  if (yaml.length > LONG) refuseUnknownKeys(yaml);
  const read = readYaml(yaml);
  if ('faults' in read) {
    throw new DraftError(read.faults.map(({ line, fault }) => ({ line: line + 1, code: 'frontMatter', fault })));
  }
  const value: unknown = read.value ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    const fault: ValueFault = { code: 'notKeys', example: 'link: https://…' };
    throw new DraftError([{ line: 2, code: 'frontMatter', fault }]);
  }
  const result = v.safeParse(frontMatterSchema, value);
  if (!result.success) throw new DraftError(result.issues.flatMap((issue) => toProblems(issue, read.findLine)));
  const parsed = compact(result.output) as FrontMatter;
  checkDays(parsed.campaign, read.findLine);
  return parsed;
}

/** Longer than any front matter that a person writes; its parser takes a tenth of a second for 20 KB. @source own choice */
const LONG = 16 * 1024;

/** Refuses a long front matter by its first unknown key before all of it is parsed. */
function refuseUnknownKeys(yaml: string): void {
  const known = KEYS[''] ?? [];
  for (const match of yaml.matchAll(/^([A-Za-z_][\w-]{0,80})[ \t]*:/gm)) {
    const [, name = ''] = match;
    if (known.includes(name)) continue;
    const line = yaml.slice(0, match.index).split('\n').length + 1;
    throw new DraftError([{ line, code: 'value', fault: unknownName('unknownKey', name, name, known) }]);
  }
}

function checkDays(planned: Campaign | undefined, findLine: (path: YamlPath) => number): void {
  const { from, until } = planned ?? {};
  if (from === undefined || until === undefined || from <= until) return;
  throw new DraftError([{ line: findLine(['campaign', 'until']) + 1, code: 'reversedDays', from, until }]);
}
