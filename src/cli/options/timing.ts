// How the commands on time were called.
import type { MissedPolicy } from '#queue/item.js';
import type { PostMode } from '#report/documents/plan.js';
import type { Metric } from '#timing/hours/usable-posts.js';
import type { CommonFlags } from './common.js';
import type { DraftFlags } from '../open-draft.js';

/** How `hours` was called. */
export interface HoursFlags extends CommonFlags {
  readonly db?: string;
  readonly zone?: string;
  readonly metric?: Metric;
  readonly format: 'text' | 'json';
  readonly json?: boolean;
  readonly html?: string;
  readonly seed: number;
}

/** How `decay` was called. */
export interface DecayFlags extends CommonFlags {
  readonly db?: string;
  readonly zone?: string;
  readonly format: 'text' | 'json';
  readonly json?: boolean;
  readonly html?: string;
  readonly limit: number;
  readonly seed: number;
}

/** How `schedule` was called. */
export interface ScheduleFlags extends Omit<DraftFlags, 'rule'> {
  readonly db?: string;
  readonly dryRun?: boolean;
  readonly reposts?: number;
  readonly gap?: number;
  /** `YYYY-MM-DD`, or an instant of the wall clock. */
  readonly from?: string;
  readonly until?: string;
  readonly window?: string;
  readonly never: { readonly weekdays: readonly number[]; readonly dates: readonly string[] };
  readonly zone?: string;
  readonly mode: PostMode;
  readonly explore?: boolean;
  readonly missed: MissedPolicy;
  readonly review?: boolean;
  /** File for a calendar of the posts. */
  readonly ics?: string;
  /** Queues without asking. */
  readonly yes?: boolean;
  readonly format: 'text' | 'json';
  readonly json?: boolean;
  readonly seed: number;
  readonly color?: boolean;
}

/** How `audit` was called. */
export interface AuditFlags extends CommonFlags {
  readonly db?: string;
  readonly format: 'text' | 'json';
  readonly json?: boolean;
  readonly seed: number;
}
