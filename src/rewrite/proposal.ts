import type { Edit } from '#lint/finding.js';

/** One change of a draft's text that may make it better: what the search tries. */
export interface Proposal {
  /** The operation, as it is named in reports: a rule's fix (`hashtags/tag`) or one of the rewriter's own. */
  readonly operation: string;
  /** What it does, for its reader. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Words that it takes out on purpose, because what it puts in means the same: lower case. */
  readonly replaces?: readonly string[];
}
