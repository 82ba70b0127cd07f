// What web statistics count of the pages that posts lead to.
import { linkIdentity } from '#tweet/link.js';

/** The programs that count visits, as far as their exports are known. */
export const VISIT_TOOLS = ['matomo', 'plausible', 'ga4', 'table'] as const;
export type VisitTool = (typeof VISIT_TOOLS)[number];

/** The UTM parameters of a link that tell its posts apart; empty where there are none. */
export interface CampaignTag {
  readonly campaign: string;
  readonly content: string;
}

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

const LONGEST_TAG = 200;

/** Reads the UTM parameters of a link. */
export function readCampaignTag(link: string): CampaignTag {
  if (!link.includes('utm_')) return { campaign: '', content: '' };
  const query = new URLSearchParams(link.slice(link.indexOf('?') + 1).split('#', 1)[0]);
  const value = (name: string): string => (query.get(name) ?? '').trim().slice(0, LONGEST_TAG);
  return { campaign: value('utm_campaign'), content: value('utm_content') };
}

/** A key for what is counted together. */
export const tagKey = ({ campaign, content }: CampaignTag): string => `${campaign}\n${content}`;

/** The identity of a page of a site that an export names by its address, or by its path alone. */
export function toPageIdentity(page: string, site: string | undefined): string | undefined {
  const text = page.trim();
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return linkIdentity(text);
  if (!text.startsWith('/')) return /^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(text) ? linkIdentity(text) : undefined;
  return site === undefined
    ? undefined
    : linkIdentity(`https://${site.replace(/^https?:\/\//i, '').replace(/\/+$/, '')}${text}`);
}
