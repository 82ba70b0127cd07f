import type { Page } from '#page/page.js';
import type { LanguageCode } from '#tweet/language.js';

/** A picture or film of a post. `file` is as written, relative to the draft; `tag` holds handles without `@`. */
export interface Media {
  readonly file: string;
  readonly alt?: string;
  readonly tag?: readonly string[];
}

/** The text of a repost, with pictures of its own where it has any. */
export interface Variant {
  readonly text: string;
  readonly media?: readonly Media[];
  /** What the program made it of; left out of those that the author wrote, or has approved by taking it away. */
  readonly origin?: 'made' | 'page';
}

/** The direct message that asks people for help. Handles without `@`. */
export interface HelpRequest {
  readonly to: readonly string[];
  readonly text: string;
}

/** Someone who spreads a post of their own wording. */
export interface Ambassador {
  readonly handle: string;
  readonly text?: string;
}

/** A day as `YYYY-MM-DD`, in the campaign's zone. */
type Day = string;

/** Everything planned for one link after its first post. */
export interface Campaign {
  /** How many reposts, the first post not counted. */
  readonly reposts?: number;
  /** Least time between two posts, in ms. */
  readonly gap?: number;
  readonly from?: Day;
  readonly until?: Day;
  /** Wall-clock minutes of the day between which posts may go out; `end` may lie before `start`, over midnight. */
  readonly window?: { readonly start: number; readonly end: number };
  /** IANA zone. */
  readonly zone?: string;
  readonly pin?: boolean;
  readonly variants?: readonly Variant[];
  readonly ask?: HelpRequest;
  /** People with their texts, or the file that lists them. */
  readonly ambassadors?: readonly Ambassador[] | string;
}

/** Whether scheduled posts carry UTM parameters, and with which values where they are not the usual ones. */
export type UtmSetting = boolean | { readonly source?: string; readonly medium?: string; readonly campaign?: string };

/** A tweet before it is posted. Only the text is required. */
export interface Draft {
  /** As it would be posted: NFC, LF. */
  readonly text: string;
  /** Where the post leads, when it is said beside the text. */
  readonly link?: string;
  readonly media?: readonly Media[];
  readonly keywords?: readonly string[];
  /** Title of the linked page. */
  readonly title?: string;
  readonly lang?: LanguageCode;
  /** What kind of post it is: an alert and a tribute are not there to be found, nor to invite. */
  readonly type?: 'alert' | 'tribute';
  /** When the linked page was published. */
  readonly published?: Day;
  readonly campaign?: Campaign;
  /** What was read from the linked page; the author's own keys above win. */
  readonly page?: Page;
  /** UTM parameters for its link when it is scheduled. */
  readonly utm?: UtmSetting;
  /** Rules turned off for this draft. */
  readonly disabled?: readonly string[];
  /** Rules turned off for one line of the text, which counts from 0. */
  readonly disabledOnLines?: readonly { readonly rule: string; readonly line: number }[];
}
