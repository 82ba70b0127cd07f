/** A picture or film as its file shows it. */
export type MediaFacts =
  | { readonly state: 'missing' }
  | { readonly state: 'unreadable'; readonly reason: string }
  /** The content is none of the types that X takes; `looksLike` is what it is instead, as a media type. */
  | { readonly state: 'foreign'; readonly looksLike: string }
  /** It begins like a file of that type and ends before it holds a picture. */
  | { readonly state: 'damaged'; readonly type: 'png' | 'jpeg' | 'gif' | 'webp' | 'mp4' }
  | {
      readonly state: 'known';
      readonly type: 'png' | 'jpeg' | 'gif' | 'webp' | 'mp4';
      readonly bytes: number;
      /** In pixels; undefined when the header does not tell. */
      readonly width?: number;
      readonly height?: number;
      /** Pictures of a GIF. */
      readonly frames?: number;
      /** Length of a film. */
      readonly seconds?: number;
      /** Whether it is a PNG or WebP that moves. */
      readonly animated?: boolean;
    };

/** How much terms are wanted, by one source. Figures of different sources are never compared with one another. */
export interface DemandSource {
  /** As it is to be named to the user: "Search Console clicks, 2026-03". */
  readonly name: string;
  /** `search` volumes are wishes; `posts` are counts on X; `own` is the account's engagement; `frequency` is language. */
  readonly kind: 'search' | 'posts' | 'own' | 'frequency';
  /** Figures by term: lower case, NFC. */
  readonly figures: Readonly<Record<string, number>>;
}

/** A person met before, by handle without `@`. Instants in ms UTC. */
export interface ContactFacts {
  readonly handle: string;
  readonly lastMentioned?: number;
  readonly lastRequested?: number;
  readonly lastAmbassador?: number;
  readonly optedOut?: boolean;
  /** Subjects they wrote about or were mentioned with: lower-case words. */
  readonly topics?: readonly string[];
  /** Identities of links they were mentioned with. */
  readonly links?: readonly string[];
}

/** A post of the same link, made before. */
export interface PastPost {
  readonly text: string;
  /** ms UTC. */
  readonly at: number;
}

/** An ambassador and the post prepared for them, when one is. */
export interface AmbassadorFacts {
  readonly handle: string;
  readonly text?: string;
}

/**
 * What rules may know beyond the draft, as plain data. Everything is optional: a rule that lacks what it needs says
 * "cannot judge" rather than guess.
 */
export interface Facts {
  /** The present instant, ms UTC. */
  readonly now?: number;
  /** Tags that the account uses, without their sign, the most frequent first. */
  readonly ownTags?: readonly string[];
  /** Words that are right as they are, whatever a dictionary says. */
  readonly words?: readonly string[];
  /** In the order of the draft's media. */
  readonly media?: readonly MediaFacts[];
  /** The best source first. */
  readonly demand?: readonly DemandSource[];
  /**
   * Synonyms by subject word of the draft, or by its singular: lower case, NFC. From a thesaurus, which knows neither
   * the sense that is meant nor its gender: asked, never applied by itself.
   */
  readonly synonyms?: Readonly<Record<string, readonly string[]>>;
  readonly contacts?: readonly ContactFacts[];
  readonly pastPosts?: readonly PastPost[];
  /** Time after which nine tenths of a post's engagement have come, in ms, as estimated for the account. */
  readonly t90?: number;
  readonly ambassadors?: readonly AmbassadorFacts[];
  /** What is pinned now: since when (ms UTC), and its own t90 in ms. */
  readonly pinned?: { readonly at: number; readonly t90: number };
  /** Other campaigns that want the pin, with their time in ms UTC: `until` is not inside, Infinity where it is open. */
  readonly otherPins?: readonly { readonly campaign: string; readonly from: number; readonly until: number }[];
}
