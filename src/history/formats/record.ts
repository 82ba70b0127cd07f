import { METRICS, type Counters, type Metric } from '#tweet/counters.js';
import { linksInText, isCutText, collectContacts, handlesInText, detectTextKind } from './text.js';
import { datePost, isUnreadableCount, readInstant, readCount } from '../values.js';
import type {
  Observation,
  ObservedAt,
  PostContact,
  PostKind,
  PostLink,
  Precision,
  Source,
  SourcePost,
  Provenance,
} from '../ports.js';
import { idAt, isObject, listAt, objectAt, textAt, type Json } from './tweet-object.js';

/** Instants as text and back: files of a history hold ISO 8601 in UTC. */
export const writeInstant = (at: number): string => new Date(at).toISOString();

const SOURCES: readonly Source[] = [
  'api',
  'archive',
  'grailbird',
  'grailbird-csv',
  'analytics',
  'analytics-old',
  'table',
  'record',
];
const KINDS: readonly PostKind[] = ['original', 'thread', 'reply', 'repost'];
const PRECISIONS: readonly Precision[] = ['ms', 'second', 'minute', 'day'];
const pickKnown = <T extends string>(values: readonly T[], value: unknown): T | undefined =>
  values.find((known) => known === value);

const readProvenance = (json: unknown): Provenance | undefined => {
  const source = isObject(json) ? pickKnown(SOURCES, json['source']) : undefined;
  if (source === undefined || !isObject(json)) return undefined;
  const { at } = readInstant(json['at']);
  return at === undefined ? { source } : { source, at };
};

const linkAt = (json: unknown): PostLink[] => {
  if (typeof json === 'string') return /^https?:\/\//.test(json) ? [{ target: json }] : [];
  if (!isObject(json)) return [];
  const short = textAt(json, 'short');
  const target = textAt(json, 'target');
  if (target === undefined) return short === undefined ? [] : [{ short }];
  return [short === undefined ? { target } : { short, target }];
};

const contactAt = (json: Json): PostContact[] => {
  const handle = textAt(json, 'handle');
  const how = pickKnown(['mention', 'reply', 'repost'] as const, json['how']);
  return handle === undefined || how === undefined ? [] : [{ handle, how }];
};

function countersAt(json: Json): Counters {
  const counters: Partial<Record<Metric, number>> = {};
  for (const metric of METRICS) {
    const count = readCount(json[metric]);
    if (count !== undefined) counters[metric] = count;
  }
  const { more } = json;
  return isObject(more) ? { ...counters, more: more as Readonly<Record<string, number>> } : counters;
}

/** How many counters of a record hold what is not a count, such as `n/a`. */
export const countUnreadable = (json: Json): number =>
  METRICS.reduce((sum, metric) => sum + (isUnreadableCount(json[metric]) ? 1 : 0), 0);

function observedAt(json: Json, fallback: ObservedAt): ObservedAt {
  const { at, precision } = readInstant(json['observedAt']);
  if (at === undefined) return json['certainty'] === 'unknown' ? { certainty: 'unknown' } : fallback;
  const certainty =
    pickKnown(['exact', 'day', 'after'] as const, json['certainty']) ?? (precision === 'day' ? 'day' : 'exact');
  // A day without an hour stands for its end: the counters were read on it, not before.
  return { certainty, instant: precision === 'day' ? at + 86_399_000 : at };
}

function observationAt(
  json: Json,
  fallback: { readonly source: Source; readonly observed: ObservedAt },
): Observation[] {
  const counters = countersAt(json);
  if (Object.keys(counters).length === 0 && json['certainty'] === undefined) return [];
  return [
    {
      source: pickKnown(SOURCES, json['source']) ?? fallback.source,
      observed: observedAt(json, fallback.observed),
      counters,
    },
  ];
}

/**
 * A post of a file that people or this program wrote: `id` and `text` must be there, all else may be. Fields: `at` (ISO
 * 8601 with its offset), `kind`, `language`, `links` (URLs), the counters by their names, `observedAt`, and the
 * further ones that `export` writes. Undefined without an id.
 */
export function readRecord(json: Json, observed: ObservedAt, own: ReadonlySet<string>): SourcePost | undefined {
  const id = idAt(json, 'id');
  if (id === undefined) return undefined;
  const text = textAt(json, 'text') ?? '';
  const provenance = readProvenance(json['provenance']) ?? { source: 'table' };
  const parts = objectAt(json, 'partProvenance');
  const [ofText, ofLinks, ofTime] = [parts['text'], parts['links'], parts['time']].map(readProvenance);
  const kind = pickKnown(KINDS, json['kind']) ?? detectTextKind(text, own);
  const dated = datePost(id, json['at']);
  const { at } = readInstant(json['at']);
  const precision = pickKnown(PRECISIONS, json['precision']);
  const { links, contacts, observations } = json;
  const firstVersion = idAt(json, 'firstVersion');
  return {
    id,
    provenance,
    ...(ofText && ofLinks && ofTime ? { partProvenance: { text: ofText, links: ofLinks, time: ofTime } } : {}),
    // What this program wrote tells the precision, and the time of an edited post is that of its first version.
    ...(precision === undefined ? dated : { at, precision }),
    kind,
    quote: json['quote'] === true,
    language: textAt(json, 'language') ?? '',
    media: readCount(json['media']) ?? 0,
    ...(firstVersion === undefined ? {} : { firstVersion }),
    text,
    cut: typeof json['cut'] === 'boolean' ? json['cut'] : isCutText(text) || text === '',
    links: Array.isArray(links) ? links.flatMap(linkAt) : linksInText(text),
    contacts: Array.isArray(contacts)
      ? listAt(json, 'contacts').flatMap(contactAt)
      : collectContacts(kind, handlesInText(text), own, undefined),
    observations: Array.isArray(observations)
      ? listAt(json, 'observations').flatMap((item) => observationAt(item, { source: provenance.source, observed }))
      : observationAt(json, { source: provenance.source, observed }),
  };
}

/** The same as a JSON object, for `readRecord`. */
export function writeRecord(post: SourcePost): Json {
  const writeProvenance = ({ source, at }: Provenance): Json =>
    at === undefined ? { source } : { source, at: writeInstant(at) };
  const { partProvenance } = post;
  return {
    id: post.id,
    at: post.at === undefined ? null : writeInstant(post.at),
    precision: post.precision,
    kind: post.kind,
    quote: post.quote,
    language: post.language,
    media: post.media,
    ...(post.firstVersion === undefined ? {} : { firstVersion: post.firstVersion }),
    text: post.text,
    cut: post.cut,
    links: post.links,
    contacts: post.contacts,
    provenance: writeProvenance(post.provenance),
    ...(partProvenance
      ? {
          partProvenance: {
            text: writeProvenance(partProvenance.text),
            links: writeProvenance(partProvenance.links),
            time: writeProvenance(partProvenance.time),
          },
        }
      : {}),
    observations: post.observations.map(writeObservation),
  };
}

/** An observation as a flat JSON object. */
export function writeObservation({ source, observed, counters }: Observation): Json {
  return {
    source,
    certainty: observed.certainty,
    ...(observed.certainty === 'unknown' ? {} : { observedAt: writeInstant(observed.instant) }),
    ...counters,
  };
}
