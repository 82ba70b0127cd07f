// What ambassadors brought to a link, apart from the account's own posts.
import type { LinkVisits } from '#history/query-ports.js';
import type { OutreachRecord } from '#history/outreach.js';
import { tagKey } from '#tweet/campaign-tag.js';

/** Stands where the id of a post does, for visits by the links of a kit. */
const NO_POST = 'ambassadors';

/** What came of the kits of a link. */
export interface AmbassadorResults {
  /** Posts that were handed out, and those that were made and recorded. */
  readonly given: number;
  readonly posts: number;
  /** Of the recorded posts, as far as their counts are known. */
  readonly likes: number;
  readonly reposts: number;
  /** By the UTM parameters of their links; undefined without web statistics or marks. */
  readonly visits: number | undefined;
}

const tagsOf = (records: readonly OutreachRecord[]): ReadonlySet<string> =>
  new Set(records.flatMap(({ what, tag }) => (what === 'kit' && tag !== '' ? [tag] : [])));

/** The visits of a link with those of its kits taken out of what the account's own posts brought. */
export function withoutAmbassadors(visits: LinkVisits, records: readonly OutreachRecord[]): LinkVisits {
  const tags = tagsOf(records);
  const marked = visits.counts.filter(({ content }) => tags.has(content));
  if (marked.length === 0) return visits;
  return { ...visits, owners: new Map([...visits.owners, ...marked.map((row) => [tagKey(row), NO_POST] as const)]) };
}

/** Visits by the links of kits: of several tools, and ways to count, the one that saw most. */
function countVisits({ counts }: LinkVisits, tags: ReadonlySet<string>): number | undefined {
  const byWay = new Map<string, number>();
  for (const { content, tool, span, scope, link, visits } of counts) {
    if (!tags.has(content)) continue;
    const way = `${tool} ${span} ${scope} ${link === ''}`;
    byWay.set(way, (byWay.get(way) ?? 0) + visits);
  }
  return byWay.size === 0 ? undefined : Math.max(...byWay.values());
}

/** What came of the kits of a link; undefined where none was handed out. */
export function ambassadorResults(
  records: readonly OutreachRecord[],
  visits: LinkVisits | undefined,
): AmbassadorResults | undefined {
  const kits = records.filter(({ what }) => what === 'kit');
  if (kits.length === 0) return undefined;
  const made = kits.flatMap(({ post }) => post ?? []);
  const sum = (figure: (post: (typeof made)[number]) => number | undefined): number =>
    made.reduce((total, post) => total + (figure(post) ?? 0), 0);
  return {
    given: kits.length,
    posts: made.length,
    likes: sum(({ likes }) => likes),
    reposts: sum(({ reposts }) => reposts),
    visits: visits && countVisits(visits, tagsOf(kits)),
  };
}
