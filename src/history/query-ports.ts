import type { Counters } from '#tweet/counters.js';
import type { VisitCount } from './visits.js';
import type {
  AccountSign,
  Coverage,
  HistoryContents,
  ImportRecord,
  KeywordFigure,
  Observation,
  PostKind,
  Precision,
} from './ports.js';

export type { KeywordFigure } from './ports.js';

/** Current counters: for each the latest figure that any source tells. */
type CurrentCounters = Omit<Counters, 'more'>;

/** How a link of a post is known: its target is in the source, another source resolved its short form, or another post has the same text. */
export type LinkGrade = 'target' | 'short' | 'text';

/** A post as lists show it. Instants are ms UTC. */
export interface PostSummary {
  readonly id: string;
  readonly at?: number;
  readonly precision: Precision;
  readonly kind: PostKind;
  readonly quote: boolean;
  readonly language: string;
  readonly media: number;
  readonly text: string;
  readonly counters: CurrentCounters;
  /** Missing from a later complete export, or X said so. */
  readonly gone: boolean;
  /** Identities of the pages that it points to. */
  readonly links: readonly string[];
}

/** What posts to list. All that is given must hold. */
export interface PostFilter {
  /** Words that must all occur; `"several words"` in that order, `begin*`, `-without`. */
  readonly search?: string;
  readonly kinds?: readonly PostKind[];
  /** A URL or an identity. */
  readonly link?: string;
  /** From and before an instant, ms UTC. */
  readonly since?: number;
  readonly until?: number;
  readonly gone?: boolean;
  /** Older versions of edited posts too; false by default. */
  readonly superseded?: boolean;
}
export type PostOrder = 'newest' | 'oldest' | 'likes' | 'reposts' | 'replies' | 'impressions';

/** A link with the posts that promote it: originals, replies and threads, but no reposts of others. */
export interface LinkSummary {
  readonly identity: string;
  readonly posts: number;
  readonly firstAt?: number;
  readonly lastAt?: number;
  readonly totals: Pick<CurrentCounters, 'likes' | 'reposts' | 'replies' | 'impressions' | 'linkClicks'>;
  /** Whether its page is unknown: it is known by the text of its posts alone. */
  readonly byText: boolean;
  /** Of a list, where its page is unknown: the text of its newest post, and the short URL in that. */
  readonly text?: string;
  readonly short?: string;
  /** Visits of its page by web statistics; undefined when none were imported of it. */
  readonly visits?: number;
}
export interface LinkFilter {
  /** A part of the identity. */
  readonly search?: string;
  readonly minPosts?: number;
  /** Only links of which visits are known. */
  readonly visited?: boolean;
}
export type LinkOrder = 'posts' | 'last' | 'visits';

/** A post of a link with all that was observed of it, for decay. Versions of an edited post are one. */
export interface LinkPost extends PostSummary {
  readonly grade: LinkGrade;
  /** How many links the post has: with several, its counters belong to all of them. */
  readonly linkCount: number;
  readonly observations: readonly Observation[];
}

/** A person whom the account mentioned, answered or reposted, how often, and when last. */
export interface ContactSummary {
  readonly handle: string;
  readonly mentions: number;
  readonly replies: number;
  readonly reposts: number;
  readonly firstAt?: number;
  readonly lastAt?: number;
  /** They do not want to be mentioned or contacted. */
  readonly optedOut?: true;
  /** When they were last asked for help, and given a post to send, ms UTC. */
  readonly lastAskAt?: number;
  readonly lastKitAt?: number;
  /** The day on which they agreed to be given posts, `YYYY-MM-DD`. */
  readonly agreed?: string;
}
export type ContactOrder = 'often' | 'last';

/** How the account's own posts fared with a term. */
export interface TermUse {
  readonly term: string;
  /** Originals with the term, of the latest `looked` posts that hold it. */
  readonly posts: number;
  readonly looked: number;
  /** Mean likes and reposts of those with counters; undefined when none has any. */
  readonly meanReactions?: number;
}

/** A person with what tells whether to leave them alone for a while. */
export interface MetContact extends ContactSummary {
  /** ms UTC; undefined when they were answered or reposted only. */
  readonly lastMentionAt?: number;
}

/** A person known from the history, and why they come to mind. */
export interface ContactFact extends MetContact {
  readonly because: 'link' | 'subject';
}

/** What a history tells of a draft. Each answer is for one look-up and takes a few ms. */
export interface FactsReader {
  /** Figures for a term, the latest of each source and measure. */
  demand(term: string, language: string): readonly KeywordFigure[];
  termUse(term: string): TermUse;
  /** Past posts of a link, newest first. */
  pastPosts(link: string, limit: number): readonly PostSummary[];
  /** People met with this link, then in posts about these words; the most often met first. */
  contactsFor(
    draft: { readonly link?: string; readonly words: readonly string[] },
    limit: number,
  ): readonly ContactFact[];
  contact(handle: string): MetContact | undefined;
}

/** What commands ask of a history. Lists are bounded by their limit. */
export interface HistoryReader extends FactsReader {
  account(): AccountSign | undefined;
  /** @param now ms UTC. */
  coverage(now: number): Coverage;
  imports(): readonly ImportRecord[];
  posts(filter: PostFilter, order: PostOrder, limit: number): readonly PostSummary[];
  links(filter: LinkFilter, order: LinkOrder, limit: number): readonly LinkSummary[];
  /** The same, read anew each time that they are walked, and none of them kept. */
  eachPost(filter: PostFilter, order: PostOrder, limit: number): Iterable<PostSummary>;
  eachLink(filter: LinkFilter, order: LinkOrder, limit: number): Iterable<LinkSummary>;
  /** How many links have a post of a known time. */
  countDatedLinks(): number;
  /** The posts of a link, oldest first. */
  postsOfLink(link: string): readonly LinkPost[];
  /** The links of a post by its id, or of posts that show a short URL (`https://t.co/…`). */
  linksOf(postOrShort: string): readonly LinkSummary[];
  contacts(order: ContactOrder, limit: number): readonly ContactSummary[];
  keywords(limit: number): readonly KeywordFigure[];
  /** All of it, for an export. The posts are read as they are walked. */
  contents(): HistoryContents;
}

/** What the import of keywords needs. */
export interface KeywordWriter {
  /** Adds figures in one step; answers how many were not known before. The same again changes nothing. */
  addKeywords(figures: readonly KeywordFigure[]): number;
}

/** Who does not want to be mentioned or contacted. Handles with or without `@`, in any case. */
export interface ContactWriter {
  /** Answers whether that is news. `now` is ms UTC. */
  optOut(handle: string, now: number): boolean;
  /**
   * Takes a person out of texts, links and contacts, now and after each import, and of the queue, and notes that they opted
   * out. Answers in how many posts they stood, whether they were known at all, how many planned items are cancelled as
   * they call them, and how many under way still name them.
   */
  forget(
    handle: string,
    now: number,
  ): { readonly posts: number; readonly known: boolean; readonly cancelled: number; readonly underWay: number };
  /** Answers whether they had opted out. */
  optIn(handle: string): boolean;
}

/** A post as far as hours are concerned. */
export interface TimedPost {
  readonly id: string;
  /** ms UTC; undefined when its hour is not known. */
  readonly at: number | undefined;
  readonly kind: PostKind;
  readonly counters: Pick<CurrentCounters, 'likes' | 'reposts' | 'impressions' | 'linkClicks'>;
  /** Of an original: when its latest counters were read at the latest, ms UTC; undefined when no source tells. */
  readonly countedAt: number | undefined;
}

/** A post with the visits that its campaign tag brought to the page. */
export interface VisitedPost {
  readonly id: string;
  /** ms UTC. */
  readonly at: number;
  readonly kind: PostKind;
  readonly visits: number;
  /** Until when visits were counted, ms UTC. */
  readonly countedAt: number;
}

/** What web statistics count of a link: of its page, and of campaigns that lead to it alone. */
export interface LinkVisits {
  readonly counts: readonly VisitCount[];
  /** The post whose campaign tag is its own, by `tagKey`. */
  readonly owners: ReadonlyMap<string, string>;
}

/** A post with all that was observed of it. */
export interface ObservedPost {
  /** ms UTC. */
  readonly at: number;
  readonly observations: readonly Observation[];
}

/** A post of a link, as far as the strength of links is concerned. */
export interface LinkedPost {
  /** Identity of the link. */
  readonly link: string;
  readonly id: string;
  /** ms UTC; undefined when its hour is not known. */
  readonly at: number | undefined;
  readonly kind: PostKind;
  readonly text: string;
  /** Likes and reposts; undefined when neither is known. */
  readonly reactions: number | undefined;
  /** When its latest counters were read at the latest, ms UTC; undefined when no source tells. */
  readonly countedAt: number | undefined;
}

/** What the estimates of hours and decay ask of a history. */
export interface TimingReader {
  account(): AccountSign | undefined;
  /** All posts but older versions of edited ones, oldest first; read as they are walked, anew each time. */
  timedPosts(): Iterable<TimedPost>;
  /** Posts whose link has a campaign tag of its own that web statistics counted. */
  visitedPosts(): Iterable<VisitedPost>;
  /** Prepares to read the visits of links, by their identities. */
  visitsOfLinks(): (link: string) => LinkVisits;
  /** The newest `limit` originals of a known hour that were observed, with their observations; oldest first. */
  observedPosts(limit: number): readonly ObservedPost[];
  /** The posts of all links that were last posted at an instant (ms UTC) or later: link by link, oldest first. */
  linkedPosts(since: number): Iterable<LinkedPost>;
  /** How many links were last posted before an instant (ms UTC). */
  countLinksBefore(instant: number): number;
}

/** What was learned from a history: texts by name. An import forgets all of them. */
export interface LearnedFacts {
  read(name: string): string | undefined;
  write(facts: ReadonlyMap<string, string>): void;
}
