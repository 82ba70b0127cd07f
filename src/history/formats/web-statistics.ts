import { readCampaignTag, tagKey, type CampaignTag } from '#tweet/campaign-tag.js';
import { toPageIdentity, type VisitCount, type VisitTool } from '../visits.js';
import { readCount } from '../values.js';
import { Refusal } from '../refusal.js';
import type { ReadableFile } from './container.js';
import { normaliseHeader, readRows } from './csv.js';
import type { ReadContext, ReadResult } from './reader.js';

type Column = 'page' | 'host' | 'time' | 'hour' | 'visits' | 'campaign' | 'content';

/**
 * Headers as they are compared, by what they name; of two columns the one that is named first here is taken.
 * @source exports of Matomo 5 (reports as CSV, also of its API with several dates), of Plausible (imported_pages,
 *   imported_sources) and of GA4 (reports and explorations), and names that people give to such columns.
 */
const HEADERS: Readonly<Record<Column, readonly string[]>> = {
  page: [
    'metadata_url',
    'metadata: url',
    'page location',
    'full page url',
    'url',
    'page path + query string',
    'page path + query string and screen class',
    'landing page + query string',
    'page path and screen class',
    'page path',
    'landing page',
    'page url',
    'page',
    'path',
    'label',
    'link',
    'address',
    'page de destination + chaîne de requête',
    'chemin de la page + chaîne de requête',
  ],
  host: ['hostname', 'host', 'host name', "nom d'hôte", 'site'],
  time: [
    'date + hour (yyyymmddhh)',
    'date hour',
    'datehour',
    'datetime',
    'date and time',
    'time',
    'date',
    'day',
    'jour',
    'nth day',
  ],
  hour: ['hour', 'heure'],
  visits: [
    'nb_visits',
    'visits',
    'sessions',
    'visites',
    'nb_entry_visits',
    'entry_nb_visits',
    'unique pageviews',
    'vues de page uniques',
    'visitors',
    'visiteurs',
    'active users',
    'total users',
    'views',
    'pageviews',
    'vues',
    'clicks',
    'clics',
  ],
  campaign: [
    'utm_campaign',
    'session campaign',
    'session manual campaign name',
    'campaign',
    'campagne',
    'utm campaign',
  ],
  content: [
    'utm_content',
    'session manual ad content',
    'manual ad content',
    'campaign content',
    'content',
    'utm content',
  ],
};

/** What a table of visits is made of: for each column its place. */
export interface VisitLayout {
  readonly tool: VisitTool;
  readonly columns: Readonly<Partial<Record<Column, number>>>;
}

const MATOMO = ['nb_', 'metadata', 'label', 'unique pageviews', 'vues de page uniques'];
const PLAUSIBLE = new Set(['time_on_page', 'visit_duration', 'bounces']);
const GA4 =
  /^(?:page path|page location|landing page|full page url|session |date \+ hour|active users|page de destination)/;

/** The layout of an export of web statistics by its header; undefined for any other table. */
export function findVisitLayout(header: readonly string[]): VisitLayout | undefined {
  const names = header.map(normaliseHeader);
  const columns: Partial<Record<Column, number>> = {};
  for (const column of Object.keys(HEADERS) as Column[]) {
    const name = HEADERS[column].find((candidate) => names.includes(candidate));
    if (name !== undefined) columns[column] = names.indexOf(name);
  }
  const isTagged = columns.campaign !== undefined || columns.content !== undefined;
  if (columns.time === undefined || columns.visits === undefined) return undefined;
  if (columns.page === undefined && !isTagged) return undefined;
  return { tool: detectTool(names), columns };
}

function detectTool(names: readonly string[]): VisitTool {
  if (names.some((name) => PLAUSIBLE.has(name))) return 'plausible';
  if (names.some((name) => GA4.test(name))) return 'ga4';
  return names.some((name) => MATOMO.some((beginning) => name.startsWith(beginning))) ? 'matomo' : 'table';
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DATE = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]?(\d{2})(?::?\d{2}(?::?\d{2})?)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** When visits were counted: of the site's clock, unless an offset stands beside it. */
function readTime(
  text: string,
  hour: string | undefined,
  toInstant: (localTime: number) => number,
): Pick<VisitCount, 'start' | 'span' | 'day'> | undefined {
  const [, year, month, date, ofText, offset] = DATE.exec(text.trim()) ?? [];
  if (year === undefined) return undefined;
  const day = `${year}-${month}-${date}`;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const hourText = ofText ?? (hour === undefined ? undefined : /^\s*(\d{1,2})(?:\D|$)/.exec(hour)?.[1]);
  const hours = hourText === undefined ? 0 : Number(hourText);
  if (Number.isNaN(midnight) || hours > 23) return undefined;
  const localTime = midnight + hours * HOUR;
  const start = offset === undefined ? toInstant(localTime) : Date.parse(`${day}T${hourText ?? '00'}:00:00${offset}`);
  return { start, span: hourText === undefined ? DAY : HOUR, day };
}

/** Counts of one file at most, which are kept while it is read: a thousand pages by hour for six weeks. */
const MAX_COUNTS = 1_000_000;

const NOT_SET = /^\(?(?:not set|none|direct|other|data not available|aucun(?:e)?)\)?$/i;
const asTag = (cell: string | undefined): string => {
  const text = (cell ?? '').trim().slice(0, 200);
  return NOT_SET.test(text) ? '' : text;
};

/** GA4 begins with lines of remarks. */
const isRemark = (cells: readonly string[]): boolean => cells[0]?.startsWith('#') === true;
export const withoutRemarks = (rows: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  rows.filter((cells) => !isRemark(cells));

/**
 * Reads an export of web statistics. Rows of one page, time and campaign are added up: with a final slash and without it
 * a page is one.
 * @throws Refusal where pages are named without their site, or nothing is a visit of a page.
 */
export async function readWebStatistics(
  file: ReadableFile,
  { tool, columns }: VisitLayout,
  context: ReadContext,
): Promise<ReadResult> {
  const { collector, site, toInstant = (localTime: number) => localTime } = context;
  const counts = new Map<string, VisitCount>();
  let hasTaggedPages = false;
  let isHeader = true;
  let siteless = 0;
  const isTagged = columns.campaign !== undefined || columns.content !== undefined;
  await readRows(collector.read(file), (cells) => {
    if (isRemark(cells)) return;
    if (isHeader) {
      isHeader = false;
      return;
    }
    const cell = (column: Column): string | undefined => {
      const place = columns[column];
      return place === undefined ? undefined : cells[place];
    };
    const time = readTime(cell('time') ?? '', cell('hour'), toInstant);
    const visits = readCount(cell('visits'));
    const page = cell('page') ?? '';
    const named = columns.page === undefined ? '' : toPageIdentity(page, cell('host') ?? site);
    const ofPage = readCampaignTag(page);
    const tag: CampaignTag = isTagged ? { campaign: asTag(cell('campaign')), content: asTag(cell('content')) } : ofPage;
    if (named === undefined && page.trim().startsWith('/')) siteless += 1;
    // Without a page, visits that no campaign brought say nothing of a link.
    if (named === undefined || time === undefined || visits === undefined || (named === '' && tagKey(tag) === '\n')) {
      return collector.skip('not-a-visit');
    }
    hasTaggedPages ||= !isTagged && tagKey(tag) !== '\n';
    const count: VisitCount = { link: named, ...tag, scope: isTagged ? 'part' : 'all', ...time, tool, visits };
    const key = [named, tagKey(tag), time.start, time.span].join('\n');
    if (counts.size >= MAX_COUNTS) throw new Refusal('too-many-rows', { most: MAX_COUNTS });
    const known = counts.get(key);
    counts.set(key, known === undefined ? count : { ...known, visits: known.visits + visits });
    collector.visits(visits);
  });
  if (counts.size === 0 && siteless > 0) throw new Refusal('no-site', {});
  // Where addresses keep their parameters, a row without them counts those visits alone that came without.
  for (const count of counts.values()) {
    collector.session.addVisits(hasTaggedPages ? { ...count, scope: 'part' } : count);
  }
  return { format: tool === 'table' ? 'visits' : tool, account: { handles: [] }, complete: false, remarks: [] };
}
