import * as v from 'valibot';
import type { Campaign, Draft } from './draft.js';
import { DraftError, type DraftProblem } from './draft-error.js';
import { isLanguageCode } from '#tweet/language.js';
import { linkIdentity } from '#tweet/link.js';
import { isZone } from '#base/time-zone.js';
import { hint } from '#base/did-you-mean.js';
import { readYaml, type YamlPath } from './yaml.js';

const MINUTES = { m: 1, h: 60, d: 1440, w: 10_080 } as const;
const DURATION = /^(\d+(?:\.\d+)?)\s*([mhdw])$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const WINDOW = /^([01]?\d|2[0-3]):([0-5]\d)\s*-\s*(?:([01]?\d|2[0-3]):([0-5]\d)|24:00)$/;

const text = v.pipe(v.string('must be text'), v.trim(), v.nonEmpty('must not be empty'));
const handle = v.pipe(
  v.string('must be a handle such as "@alice", in quotes'),
  v.regex(/^@?\w{1,20}$/, 'must be a handle such as "@alice": letters, digits and _ only'),
  v.transform((value) => value.replace(/^@/, '')),
);
const isDay = (value: string): boolean => {
  const [, year, month, day] = (DAY.exec(value) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};
const day = v.pipe(v.string('must be a day such as 2026-03-02'), v.check(isDay, 'must be a day such as 2026-03-02'));
const duration = v.pipe(
  v.string('must be a duration such as 2d, 36h or 1w'),
  v.regex(DURATION, 'must be a duration such as 2d, 36h or 1w'),
  v.transform((value) => {
    const [, amount, unit] = DURATION.exec(value) ?? [];
    return Number(amount) * MINUTES[unit as keyof typeof MINUTES] * 60_000;
  }),
);
const window = v.pipe(
  v.string('must be a stretch of the day such as "08:00-20:00"'),
  v.regex(WINDOW, 'must be a stretch of the day such as "08:00-20:00"'),
  v.transform((value) => {
    const [, startHour, startMinute, endHour = '24', endMinute = '0'] = WINDOW.exec(value) ?? [];
    return { start: Number(startHour) * 60 + Number(startMinute), end: Number(endHour) * 60 + Number(endMinute) };
  }),
);
const media = v.array(
  v.strictObject({ file: text, alt: v.optional(v.string('must be text')), tag: v.optional(v.array(handle)) }),
  'must be a list such as [{ file: photo.jpg, alt: "…" }]',
);
const variant = v.union(
  [
    v.pipe(
      text,
      v.transform((value) => ({ text: value })),
    ),
    v.strictObject({ text, media: v.optional(media) }),
  ],
  'must be a text, or { text: …, media: […] }',
);
const count = (most: number) => {
  const message = `must be a whole number from 0 to ${most}`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(0, message), v.maxValue(most, message));
};
const zone = v.pipe(
  v.string('must be a time zone such as Europe/Paris'),
  v.check(isZone, 'must be a time zone such as Europe/Paris'),
);
const flag = v.boolean('must be true or false');

const campaign = v.strictObject({
  reposts: v.optional(count(20)),
  gap: v.optional(duration),
  from: v.optional(day),
  until: v.optional(day),
  window: v.optional(window),
  zone: v.optional(zone),
  pin: v.optional(flag),
  variants: v.optional(v.array(variant, 'must be a list of texts')),
  ask: v.optional(v.strictObject({ to: v.array(handle, 'must be a list such as ["@alice"]'), text })),
  ambassadors: v.optional(
    v.union(
      [text, v.array(v.strictObject({ handle, text: v.optional(text) }))],
      'must be a file such as team.csv, or a list such as [{ handle: "@alice", text: "…" }]',
    ),
  ),
});

const frontMatter = v.strictObject({
  link: v.optional(
    v.pipe(
      text,
      v.check((value) => linkIdentity(value) !== undefined, 'must be a web address such as https://example.org/guide'),
    ),
  ),
  media: v.optional(media),
  keywords: v.optional(v.array(text, 'must be a list such as [logement, loyer]')),
  title: v.optional(text),
  lang: v.optional(v.pipe(text, v.check(isLanguageCode, 'must be a two-letter code such as fr or en (ISO 639-1)'))),
  published: v.optional(day),
  campaign: v.optional(campaign),
});

/** The keys of the front matter, and those of its parts by the path that leads there. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(frontMatter.entries),
  campaign: Object.keys(campaign.entries),
  'campaign.ask': ['to', 'text'],
  'campaign.ambassadors': ['handle', 'text'],
  'campaign.variants': ['text', 'media'],
  'campaign.variants.media': ['file', 'alt', 'tag'],
  media: ['file', 'alt', 'tag'],
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
    return [{ line, message: `unknown key "${name}"${hint(String(path.at(-1)), known)}` }];
  }
  const missing = issue.type === 'strict_object' && issue.received === 'undefined';
  if (missing) return [{ line, message: `"${name}" is missing` }];
  const received = issue.input === undefined ? '' : `, received ${JSON.stringify(issue.input)}`;
  return [{ line, message: `"${name}" ${issue.message}${received}` }];
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
  const read = readYaml(yaml);
  if ('faults' in read) {
    throw new DraftError(
      read.faults.map(({ line, message }) => ({ line: line + 1, message: `the front matter is ${message}` })),
    );
  }
  const value: unknown = read.value ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new DraftError([{ line: 2, message: 'the front matter must hold keys such as "link: https://…"' }]);
  }
  const result = v.safeParse(frontMatter, value);
  if (!result.success) throw new DraftError(result.issues.flatMap((issue) => toProblems(issue, read.findLine)));
  const parsed = compact(result.output) as FrontMatter;
  checkDays(parsed.campaign, read.findLine);
  return parsed;
}

function checkDays(planned: Campaign | undefined, findLine: (path: YamlPath) => number): void {
  if (planned?.from === undefined || planned.until === undefined || planned.from <= planned.until) return;
  const message = `"campaign.until" (${planned.until}) lies before "campaign.from" (${planned.from}); swap them`;
  throw new DraftError([{ line: findLine(['campaign', 'until']) + 1, message }]);
}
