// What a plan is made of: the draft, what its user wants, and what history and queue hold.
import type { Draft, Media, UtmSetting } from '#draft/draft.js';
import type { LintOptions } from '#lint/engine.js';
import type { MediaFacts, PastPost } from '#lint/facts.js';
import type { Budget } from '#queue/budget.js';
import type { Item, ItemMedia, NewItem } from '#queue/item.js';
import type { PostedText } from '#queue/ports.js';
import type { Blackouts, WallWindow } from '#timing/clock/slots.js';
import type { LinkPost } from '#timing/decay/link-decay.js';
import type { HoursEstimate } from '#timing/hours/hours.js';
import type { Metric, UsablePosts } from '#timing/hours/usable-posts.js';
import type { AccountDecay } from './account.js';
import type { PlanCalendar } from './days-off.js';

/** An account's hours by what its posts got of one count. */
export interface MetricHours {
  readonly metric: Metric;
  readonly hours: HoursEstimate;
}

/** What history and queue hold that a plan must know. */
export interface CampaignHistory {
  /** Posts that tell of hours, by their reactions. */
  readonly usable: UsablePosts['posts'];
  /** The account's hours, where they are known already; by `usable` otherwise. */
  readonly hours?: HoursEstimate;
  /** What slots are ranked by, where it is not reactions. */
  readonly ranking?: MetricHours | undefined;
  /** Hours by another count that is known, beside those by reactions. */
  readonly beside?: MetricHours | undefined;
  readonly decay: AccountDecay;
  /** Posts of the account in a usual week (`postsInWeek`); only several drafts together need it. */
  readonly postsPerWeek?: number;
  /** Posts of the link, for its decay and for its texts. */
  readonly posts: readonly LinkPost[];
  readonly texts: readonly PastPost[];
  /** Texts of the account that new ones must not be like. */
  readonly posted: readonly PostedText[];
  /** Items that still take their slots, of all links. */
  readonly open: readonly Item[];
  readonly budget: Budget;
  /** Handles that opted out, in lower case. */
  readonly optedOut: readonly string[];
}

/** How a plan is wanted. What is undefined the draft says, else the defaults. */
export interface CampaignOptions extends Pick<NewItem, 'mode' | 'missed' | 'review'> {
  readonly reposts: number | undefined;
  /** Least time between two posts of the link, ms. */
  readonly gap: number | undefined;
  /** `YYYY-MM-DD`, or with `THH:MM`, of the zone's clock; a last day is inside. */
  readonly from: string | undefined;
  readonly until: string | undefined;
  readonly window: WallWindow | undefined;
  readonly skipped: Blackouts;
  readonly zone: string;
  /** Plans texts that the linter calls wrong, too. */
  readonly force?: boolean;
  readonly seed: number;
}

/** What X takes for a post, in thousandths of a US dollar: with a link and without, and for a given text. */
export interface Prices {
  readonly prices: { readonly withLink: number; readonly without: number };
  readonly priceText: (text: string) => number;
}

/** A post of another draft of the same call; its text is null while it has still to be written. */
export interface CompanionPost extends Pick<NewItem, 'link' | 'dueAt' | 'zone' | 'draft'> {
  readonly text: string | null;
}

/** What the other drafts of one call leave to a draft that is planned together with them. */
interface Companions {
  /** Their posts. */
  readonly posts: readonly CompanionPost[];
  /** Whether the account's rhythm bears one more post at an instant, ms UTC. */
  readonly isOpen: (at: number) => boolean;
  /** Where a draft has no last day, its plan may last until this instant, ms UTC. */
  readonly until: number;
}

/** What a plan is made of. */
export interface CampaignInput extends Prices {
  readonly draft: Draft;
  /** As its user named it. */
  readonly name: string;
  /** Identity of the link. */
  readonly link: string;
  /** UTM parameters for it; what the draft says goes before the configuration. */
  readonly utm?: UtmSetting | undefined;
  readonly judging: LintOptions;
  readonly options: CampaignOptions;
  /** Undefined where there is none: then hours and decay are typical. */
  readonly history: CampaignHistory | undefined;
  /** Set where several drafts are planned together. */
  readonly companions?: Companions | undefined;
  readonly now: number;
  /** Least time between any two posts of the account, ms; an hour when left out. */
  readonly minInterval?: number | undefined;
  /** The link joins an experiment as its link of this number, from 0: two posts, at a best hour and at a usual one. */
  readonly experiment?: { readonly pair: number } | undefined;
  /** Days without posts, by the configuration. */
  readonly calendar?: PlanCalendar | undefined;
  /** What the files of draft and variants hold, by their names in the draft. */
  readonly mediaFacts: ReadonlyMap<string, MediaFacts>;
  /** Media with absolute paths: the queue is worked on from anywhere. */
  readonly resolveMedia: (media: readonly Media[]) => readonly ItemMedia[];
}
