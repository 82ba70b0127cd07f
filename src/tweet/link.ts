import { nextForm } from '#tweet/link-hosts.js';
import { isTrackingParameter } from './tracking-parameters.js';

/** What the identity of a link leaves to its user. */
export interface LinkOptions {
  /** Keep what follows `#`: for sites that route by it. Default false. */
  readonly keepFragment?: boolean;
  /** Links that are to count as another one, such as a short link for its target. Compared by identity. */
  readonly aliases?: Readonly<Record<string, string>>;
}

/** An address may be rewritten, and wrapped again, a few times; more often than this is a loop or an attack. */
const MAX_FORMS = 12;

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

function asUrl(link: string): URL | undefined {
  const trimmed = link.trim();
  // `example.org:8080/a` looks like a scheme to the URL parser: only what has `//` or no colon before a digit is one.
  const absolute = SCHEME.test(trimmed) && !/^[^/?#]+:\d/.test(trimmed) ? trimmed : `https://${trimmed}`;
  try {
    const url = new URL(absolute);
    return /^https?:$/.test(url.protocol) && /[^.]\.[^.]/.test(url.hostname) ? url : undefined;
  } catch {
    return undefined;
  }
}

/** Names of which one stands in each host that has a rule (`link-hosts.ts`): looked for first, as nearly no link has any. */
const KNOWN =
  'youtu|twitter|twittpr|nitter|xcancel|fixupx|fixvx|redd|.m.wiki|facebook|linkedin|amazon|spotify|tiktok|google|translate.goog|ampproject|duckduckgo|slack-redir|outlook|urldefense|steamcommunity|umblr'.split(
    '|',
  );

/** Whether a host may have other addresses for its pages: all that is known of them is read only then. */
const hasOtherForms = (host: string): boolean =>
  host === 'x.com' ||
  host === 'href.li' ||
  host.endsWith('.x.com') ||
  host.endsWith('vk.com') ||
  host.startsWith('l.') ||
  host.startsWith('m.wiki') ||
  KNOWN.some((name) => host.includes(name));

/** The address that all forms of a page share, wrappers opened. */
function settle(url: URL): URL {
  let current = url;
  for (let turn = 0; turn < MAX_FORMS; turn += 1) {
    const form = hasOtherForms(current.hostname) ? nextForm(current) : undefined;
    const next = form === undefined ? undefined : asUrl(form);
    if (next === undefined || next.href === current.href) return current;
    current = next;
  }
  return current;
}

/**
 * Addresses that `URL` would leave as they are: most of all, and reading them so takes a tenth of the time. Host in lower
 * case under a top-level domain of letters, no port; no `.` at the beginning of a name in the path; no query but tracking.
 */
const PLAIN =
  /^https?:\/\/(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})((?:\/[A-Za-z0-9_~-][A-Za-z0-9_~.-]*)*)\/?(?:\?([A-Za-z0-9_=&.~-]*))?$/;
function plainIdentity(link: string): string | undefined {
  const [, host, path = '', query] = PLAIN.exec(link) ?? [];
  // `xn--` is checked by URL, `www.` may stand twice, and a name of digits may be an address in numbers.
  if (host === undefined || hasOtherForms(host) || /^www\.|xn--/.test(host)) return undefined;
  const isTracking = (pair: string): boolean => pair === '' || isTrackingParameter(pair.split('=', 1)[0] ?? '');
  if (query !== undefined && !query.split('&').every(isTracking)) return undefined;
  return `${host}${path}`;
}

const UNRESERVED = /^[A-Za-z0-9._~-]$/;

/**
 * The normal form of a path: what needs no escape has none, the others are in capitals, letters are composed.
 * @source RFC 3986, 6.2.2; RFC 3987, 5.3.2.2
 */
function normalizePath(path: string): string {
  if (!path.includes('%')) return path;
  return path
    .replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
      try {
        return [...decodeURIComponent(escapes)]
          .map((sign) => (sign > '\u007f' || UNRESERVED.test(sign) ? sign : toEscape(sign)))
          .join('');
      } catch {
        return escapes.toUpperCase();
      }
    })
    .normalize('NFC')
    .replace(/[^\0-\u007f]+/g, encodeURIComponent);
}

const toEscape = (sign: string): string => `%${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;

/** Sites that route by what follows `#` write a path there; elsewhere it is a place in the page. */
const ROUTE = /^#!?\//;

/** A host without `www.`, but never a top-level domain alone. */
const bareHost = (hostname: string): string => hostname.replace(/\.$/, '').replace(/^(?:www\.)+(?=[^.]+\.)/, '');

/**
 * The identity of the page that a link leads to: host without `www.`, path in its normal form without final `/`, query
 * sorted by name and without tracking, no scheme, no fragment but one that is a route (`#/prices`). Known hosts have one
 * form for all addresses of a page, and wrappers are opened. Two links with the same identity are one link for repeats,
 * decay and history. Short links stay what they are: finding out where they lead would need the network.
 * Undefined when it is no web address.
 */
export function linkIdentity(link: string, options: LinkOptions = {}): string | undefined {
  const plain = plainIdentity(link);
  if (plain !== undefined) return findAlias(plain, options) ?? plain;
  const parsed = asUrl(link);
  if (parsed === undefined) return undefined;
  const url = settle(parsed);
  const port = url.port === '' ? '' : `:${url.port}`;
  const path = normalizePath(url.pathname).replace(/\/+$/, '');
  // The order of a repeated name may mean something; sorting keeps it.
  const kept = [...url.searchParams]
    .filter(([name]) => !isTrackingParameter(name))
    .map(([name, value]) => [name.normalize('NFC'), value.normalize('NFC')] as [string, string])
    .sort(([a], [b]) => compare(a, b));
  const query = kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`;
  const fragment = options.keepFragment || ROUTE.test(url.hash) ? url.hash : '';
  const identity = `${bareHost(url.hostname)}${port}${path}${query}${fragment}`;
  return findAlias(identity, options) ?? identity;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function findAlias(identity: string, { aliases, ...options }: LinkOptions): string | undefined {
  if (aliases === undefined) return undefined;
  const match = Object.entries(aliases).find(([from]) => linkIdentity(from, options) === identity);
  return match && linkIdentity(match[1], options);
}

/** Whether two links lead to the same page. What is no web address is the same as nothing. */
export function isSameLink(a: string, b: string, options: LinkOptions = {}): boolean {
  const identity = linkIdentity(a, options);
  return identity !== undefined && identity === linkIdentity(b, options);
}

const MEDIA_LINK =
  /^(?:https?:\/\/)?(?:pic\.(?:twitter|x)\.com\/\w+|(?:www\.|mobile\.)?(?:twitter|x)\.com\/\w+\/status\/\d+\/(?:photo|video)\/\d)/i;

/** Whether a link stands for a picture or film attached to a post, which is not what the post is about. */
export const isMediaLink = (link: string): boolean => /pic\.|\/status\//i.test(link) && MEDIA_LINK.test(link);

const LAST_TWO = /(?:^|\s)https?:\/\/\S+\s+(https?:\/\/\S+)\s*$/i;

/** The address that ends a text and directly follows another one, as those do that X adds for pictures. */
export const attachedLink = (text: string): string | undefined => LAST_TWO.exec(text)?.[1];

/** Addresses and pictures as they stand in a post: what differs between two posts of one text. */
const ADDRESSES = /https?:\/\/\S+|\bpic\.(?:twitter|x)\.com\/\w+/gi;
const DECORATION = /[#…\s]+/gu;
const APOSTROPHE = /[’‘ʼ]/gu;
/** Below this a text is too common to stand for one link ("Bonne lecture !"). Ours. */
const SHORTEST_KEY = 25;

/**
 * What is left of a text when its links are taken out, for telling that two posts of unknown targets lead to the same
 * page: lower case, without addresses, `#` and `…`, blanks collapsed, apostrophes straight. Undefined when under 25 characters are left.
 */
export function textKey(text: string): string | undefined {
  const key = text
    .replace(ADDRESSES, ' ')
    .replace(DECORATION, ' ')
    .replace(APOSTROPHE, "'")
    .trim()
    .toLowerCase()
    .normalize('NFC');
  return key.length >= SHORTEST_KEY ? key : undefined;
}
