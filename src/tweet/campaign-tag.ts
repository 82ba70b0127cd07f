// The UTM parameters of a link: which campaign, and which of its posts, brought a visit.
import { linkIdentity, type LinkOptions } from './link.js';
import { measureTweet } from './parse.js';

/** The UTM parameters of a link that tell its posts apart; empty where there are none. */
export interface CampaignTag {
  readonly campaign: string;
  readonly content: string;
}

/** All UTM parameters that are added to a link. */
export interface CampaignParameters extends CampaignTag {
  readonly source: string;
  readonly medium: string;
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

/** A link with UTM parameters; those that it has already stay. */
export function tagLink(link: string, parameters: CampaignParameters): string {
  const [address = '', ...fragment] = link.split('#');
  const [page = '', ...query] = address.split('?');
  const present = new URLSearchParams(query.join('?'));
  const added = Object.entries(parameters)
    .filter(([name, value]) => value !== '' && !present.has(`utm_${name}`))
    .map(([name, value]) => `utm_${name}=${encodeURIComponent(String(value))}`);
  const whole = [...(query.length === 0 ? [] : [query.join('?')]), ...added].join('&');
  return `${page}${whole === '' ? '' : `?${whole}`}${fragment.length === 0 ? '' : `#${fragment.join('#')}`}`;
}

/**
 * A text whose link to a page carries UTM parameters. It weighs the same: to X every link has one length.
 * @param identity of the page; other links stay as they are.
 */
export function tagText(
  text: string,
  { identity, links = {} }: { readonly identity: string; readonly links?: LinkOptions | undefined },
  parameters: CampaignParameters,
): string {
  const { entities } = measureTweet(text);
  return entities
    .filter(({ type, value }) => type === 'link' && linkIdentity(value, links) === identity)
    .toReversed()
    .reduce(
      (tagged, { span: { start, end }, value }) =>
        tagged.slice(0, start) + tagLink(value, parameters) + tagged.slice(end),
      text,
    );
}
