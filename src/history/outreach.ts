// What is kept of people who help: who agreed, who was asked or given a post and what came of it, what was pinned.

/** A person who agreed to be given posts: handle in lower case without `@`, the day of the yes, noted when (ms UTC). */
export interface Consent {
  readonly handle: string;
  /** Empty where it is not known. */
  readonly name: string;
  /** ISO 639-1, or empty. */
  readonly language: string;
  /** `YYYY-MM-DD`. */
  readonly agreed: string;
  readonly notedAt: number;
}

/** That a person was asked for help, or given a post to send. Instants in ms UTC. */
export interface OutreachRecord {
  readonly handle: string;
  readonly what: 'ask' | 'kit';
  readonly at: number;
  /** Identity of the link. */
  readonly link: string;
  /** The message, or the post. */
  readonly text: string;
  /** What tells the link of the post apart in web statistics (`utm_content`); empty without. */
  readonly tag: string;
  /** When they were to post it. */
  readonly moment?: number;
  /** The post that they made of it, as far as it was recorded. */
  readonly post?: {
    readonly id: string;
    readonly at: number;
    readonly likes?: number;
    readonly reposts?: number;
  };
}

/** A post that was pinned, ms UTC; `endedAt` is when it was taken down, `until` when that is to be. */
export interface PinRecord {
  readonly postId: string;
  readonly link: string;
  readonly since: number;
  readonly until?: number;
  readonly endedAt?: number;
}

/** All that is kept of people who help, for an export. */
export interface OutreachContents {
  readonly consents: readonly Consent[];
  readonly outreach: readonly OutreachRecord[];
  readonly pins: readonly PinRecord[];
}

/** A pin that is planned for a draft. */
export interface PlannedPin {
  readonly link: string;
  readonly draft: string;
  readonly from: number;
  readonly until?: number;
}

/** What is known of asks, kits and pins. Handles in any case, with or without `@`. */
export interface OutreachReader {
  /** Of one person, the newest first. */
  recordsOf(handle: string): readonly OutreachRecord[];
  /** Of a link, the oldest first. */
  recordsFor(link: string): readonly OutreachRecord[];
  consent(handle: string): Consent | undefined;
  isOptedOut(handle: string): boolean;
  /** What was pinned last and not taken down. */
  pinned(): PinRecord | undefined;
  /** Pins that are planned, with their time in ms UTC; `until` is undefined where it is open. */
  plannedPins(): readonly PlannedPin[];
  contents(): OutreachContents;
}

/** Notes what was asked, given and pinned. The same again changes nothing. */
export interface OutreachWriter {
  noteConsents(consents: readonly Consent[]): void;
  /** Adds records in one step; people who opted out meanwhile are left out. Answers how many were added. */
  addRecords(records: readonly OutreachRecord[]): number;
  /** Notes the post that a person made from the kit of a link; answers whether there is such a kit. */
  notePost(handle: string, link: string, post: NonNullable<OutreachRecord['post']>): boolean;
  /** Notes a pin, which ends the one before. */
  notePin(pin: PinRecord): void;
  /** Ends the pin that is there; answers it. */
  endPin(now: number): PinRecord | undefined;
}
