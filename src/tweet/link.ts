/** What the identity of a link leaves to its user. */
export interface LinkOptions {
  /** Keep what follows `#`: for sites that route by it. Default false. */
  readonly keepFragment?: boolean;
  /** Links that are to count as another one, such as a short link for its target. Compared by identity. */
  readonly aliases?: Readonly<Record<string, string>>;
}

/** Query parameters that tell where a reader came from and never what is read. */
const TRACKING = new RegExp(
  `^(?:${[
    'utm_[a-z_]+|mtm_[a-z]+|pk_(?:campaign|kwd|source|medium|content)|piwik_[a-z]+|hsa_[a-z]+|_hs(?:enc|mi)|__hs[a-z]+',
    'fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|yclid|li_fat_id|igshid|igsh|si_source',
    'mc_cid|mc_eid|mkt_tok|vero_id|oly_(?:anon|enc)_id|wickedid|ml_subscriber(?:_hash)?|s_cid|_ga|_gl',
    'ref_src|ref_url|xtor|at_(?:medium|campaign|link[a-z_]*|format|bbc_team|ptr_name)|echobox|spm|scm|cmpid|ncid|ito',
  ].join('|')})$`,
  'i',
);

/** Pages that only send a reader on, and the query parameters that hold where to. */
const WRAPPERS: readonly { host: RegExp; path?: RegExp; parameters: readonly string[] }[] = [
  { host: /^lm?\.facebook\.com$/, path: /^\/l\.php$/, parameters: ['u'] },
  { host: /^l\.(?:instagram|messenger|threads)\.(?:com|net)$/, parameters: ['u'] },
  { host: /^(?:www\.)?google\.[a-z.]+$/, path: /^\/url$/, parameters: ['url', 'q'] },
  { host: /^(?:www\.)?youtube\.com$/, path: /^\/redirect$/, parameters: ['q'] },
  { host: /^(?:www\.)?linkedin\.com$/, path: /^\/(?:redir\/redirect|safety\/go)\/?$/, parameters: ['url'] },
  { host: /^out\.reddit\.com$/, parameters: ['url'] },
  { host: /^(?:www\.)?duckduckgo\.com$/, path: /^\/l\/?$/, parameters: ['uddg'] },
  { host: /^slack-redir\.net$/, path: /^\/link$/, parameters: ['url'] },
  { host: /^(?:[a-z0-9-]+\.)?safelinks\.protection\.outlook\.com$/, parameters: ['url'] },
  { host: /^(?:www\.)?vk\.com$/, path: /^\/away(?:\.php)?$/, parameters: ['to'] },
  { host: /^t\.umblr\.com$/, path: /^\/redirect$/, parameters: ['z'] },
  { host: /^away\.vk\.com$/, parameters: ['to'] },
];
/** Wrappers may be wrapped again; more often than this is a loop or an attack. */
const MAX_WRAPPINGS = 5;

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

function asUrl(link: string): URL | undefined {
  const trimmed = link.trim();
  // `example.org:8080/a` looks like a scheme to the URL parser: only what has `//` or no colon before a digit is one.
  const absolute = SCHEME.test(trimmed) && !/^[^/?#]+:\d/.test(trimmed) ? trimmed : `https://${trimmed}`;
  try {
    const url = new URL(absolute);
    return /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? url : undefined;
  } catch {
    return undefined;
  }
}

function unwrap(url: URL): URL {
  let current = url;
  for (let turn = 0; turn < MAX_WRAPPINGS; turn += 1) {
    const host = current.hostname;
    const wrapper = WRAPPERS.find((entry) => entry.host.test(host) && (entry.path?.test(current.pathname) ?? true));
    const target = wrapper?.parameters.map((name) => current.searchParams.get(name)).find(Boolean);
    const next = target ? asUrl(target) : undefined;
    if (next === undefined) return current;
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
const MAY_WRAP =
  /^(?:lm?\.facebook|l\.|google\.|youtube\.|linkedin\.|out\.|duckduckgo\.|slack-redir\.|vk\.|away\.|t\.umblr)|outlook\.com$/;

function plainIdentity(link: string): string | undefined {
  const [, host, path = '', query] = PLAIN.exec(link) ?? [];
  // `xn--` is checked by URL, `www.` may stand twice, and a name of digits may be an address in numbers.
  if (host === undefined || MAY_WRAP.test(host) || /^www\.|xn--/.test(host)) return undefined;
  const isTracking = (pair: string): boolean => pair === '' || TRACKING.test(pair.split('=', 1)[0] ?? '');
  if (query !== undefined && !query.split('&').every(isTracking)) return undefined;
  return `${host}${path}`;
}

/**
 * The identity of the page that a link leads to: host without `www.`, path without final `/`, query sorted and without
 * tracking, no scheme, no fragment. Two links with the same identity are one link for repeats, decay and history.
 * Short links stay what they are: finding out where they lead would need the network.
 * Undefined when it is no web address.
 */
export function linkIdentity(link: string, options: LinkOptions = {}): string | undefined {
  const plain = plainIdentity(link);
  if (plain !== undefined) return findAlias(plain, options) ?? plain;
  const parsed = asUrl(link);
  if (parsed === undefined) return undefined;
  const url = unwrap(parsed);
  const host = url.hostname.replace(/^www\./, '').replace(/\.$/, '');
  const port = url.port === '' ? '' : `:${url.port}`;
  const path = url.pathname.replace(/\/+$/, '');
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  kept.sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)));
  const query = kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`;
  const fragment = options.keepFragment ? url.hash : '';
  const identity = `${host}${port}${path}${query}${fragment}`;
  const alias = findAlias(identity, options);
  return alias ?? identity;
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
export const isMediaLink = (link: string): boolean => MEDIA_LINK.test(link);

/** Addresses and pictures as they stand in a post: what differs between two posts of one text. */
const ADDRESSES = /https?:\/\/\S+|\bpic\.(?:twitter|x)\.com\/\w+/giu;
const DECORATION = /[#…\s]+/gu;
/** Below this a text is too common to stand for one link ("Bonne lecture !"). Ours. */
const SHORTEST_KEY = 25;

/**
 * What is left of a text when its links are taken out, for telling that two posts of unknown targets lead to the same
 * page: lower case, without addresses, `#` and `…`, blanks collapsed. Undefined when under 25 characters are left.
 */
export function textKey(text: string): string | undefined {
  const key = text.replace(ADDRESSES, ' ').replace(DECORATION, ' ').trim().toLowerCase().normalize('NFC');
  return key.length >= SHORTEST_KEY ? key : undefined;
}
