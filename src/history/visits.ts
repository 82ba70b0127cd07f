// What web statistics count of the pages that posts lead to.
import type { CampaignTag } from '#tweet/campaign-tag.js';
import { linkIdentity } from '#tweet/link.js';

/** The programs that count visits, as far as their exports are known. */
export const VISIT_TOOLS = ['matomo', 'plausible', 'ga4', 'table'] as const;
export type VisitTool = (typeof VISIT_TOOLS)[number];

/** Visits of one page, or of one campaign, within an hour or a day. */
export interface VisitCount extends CampaignTag {
  /** Identity of the page; empty where only the campaign is known. */
  readonly link: string;
  /** All visits of the page in that time, or a part of them: those of one campaign, or of none. */
  readonly scope: 'all' | 'part';
  /** Its beginning, ms UTC, and its length, ms. */
  readonly start: number;
  readonly span: number;
  /** The day of the site's clock, `2026-03-05`. */
  readonly day: string;
  readonly tool: VisitTool;
  readonly visits: number;
}

/** The identity of a page of a site that an export names by its address, or by its path alone. */
export function toPageIdentity(page: string, site: string | undefined): string | undefined {
  const text = page.trim();
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return linkIdentity(text);
  if (!text.startsWith('/')) return /^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(text) ? linkIdentity(text) : undefined;
  return site === undefined
    ? undefined
    : linkIdentity(`https://${site.replace(/^https?:\/\//i, '').replace(/\/+$/, '')}${text}`);
}
