import type { Edit } from '#lint/finding.js';
import type { MessageData } from '#lint/message.js';

/** One change of a draft's text that may make it better: what the search tries. */
export interface Proposal {
  /** The operation, as it is named in reports: a rule's fix (`hashtags/tag`) or one of the rewriter's own. */
  readonly operation: string;
  /** What it puts in or moves, under `what`; the data of the suggestion where a rule made it. */
  readonly data: MessageData;
  /** What it does, in the language of the run, where a rule made it. */
  readonly title?: string;
  readonly edits: readonly Edit[];
  /** Words that it takes out on purpose, because what it puts in means the same: lower case. */
  readonly replaces?: readonly string[];
}
