// Hosts that have several addresses for one page, and those that only send a reader on to another.
// @source the sites' own links and public reports of links that counted twice

/** A host with what it makes of an address: the one that all its forms share, or the page it leads to. */
interface HostRule {
  readonly host: RegExp;
  /** Another address for the same page; undefined to leave it as it is. */
  readonly rewrite: (url: URL) => string | undefined;
}

const byParameter =
  (...names: readonly string[]) =>
  ({ searchParams }: URL): string | undefined =>
    names.map((name) => searchParams.get(name) ?? '').find((target) => target !== '');

/** The same where one path does it only. */
const byPath =
  (path: RegExp, ...names: readonly string[]) =>
  (url: URL): string | undefined =>
    path.test(url.pathname) ? byParameter(...names)(url) : undefined;

const withHost = (url: URL, host: string): string | undefined =>
  url.hostname === host ? undefined : `https://${host}${url.pathname}${url.search}${url.hash}`;

/** A host without parameters of its own. */
function without(url: URL, names: RegExp): string | undefined {
  const kept = [...url.searchParams].filter(([name]) => !names.test(name));
  if (kept.length === url.searchParams.size) return undefined;
  const copy = new URL(url);
  copy.search = new URLSearchParams(kept).toString();
  return copy.href;
}

function video(url: URL): string | undefined {
  const { hostname, pathname, searchParams } = url;
  const id =
    (/(?:^|\.)youtu\.be$/.test(hostname) ? /^\/([\w-]{6,})/ : /^\/(?:shorts|live|embed|v|e)\/([\w-]{6,})/).exec(
      pathname,
    )?.[1] ?? (pathname === '/watch' ? searchParams.get('v') : null);
  if (id !== null && id !== undefined && id !== '') return `https://youtube.com/watch?v=${encodeURIComponent(id)}`;
  return without(url, /^(?:si|feature|pp)$/) ?? withHost(url, 'youtube.com');
}

/** Sites that show posts of X under its own paths: people copy their addresses from a chat or a reader. */
const POST_MIRROR =
  /^(?:(?:www|d|g)\.)?(?:fxtwitter\.com|vxtwitter\.com|fixupx\.com|fixvx\.com|twittpr\.com|xcancel\.com)$|^nitter\.[a-z\d.-]+$/;

/** Whether a host shows posts of X under X's own paths. */
export const isPostMirror = (hostname: string): boolean => POST_MIRROR.test(hostname);

function postById({ pathname }: URL): string | undefined {
  const id = /^\/(?:i\/(?:web\/)?|[A-Za-z0-9_]{1,20}\/)status(?:es)?\/(\d+)/.exec(pathname)?.[1];
  return id === undefined ? undefined : `https://x.com/i/status/${id}`;
}

function post(url: URL): string | undefined {
  const byId = postById(url);
  if (byId !== undefined) return byId;
  return without(url, /^(?:s|t|ref)$/) ?? withHost(url, 'x.com');
}

function discussion(url: URL): string | undefined {
  const [, id, comment] =
    (url.hostname.endsWith('redd.it')
      ? /^\/(\w+)\/?$/
      : /^\/(?:r\/\w+\/|user\/\w+\/)?comments\/(\w+)(?:\/[^/]*(?:\/(\w+))?)?/
    ).exec(url.pathname) ?? [];
  if (id === undefined) return withHost(url, url.hostname.endsWith('redd.it') ? url.hostname : 'reddit.com');
  return `https://reddit.com/comments/${id}${comment === undefined ? '' : `/_/${comment}`}`;
}

/** `example-org.translate.goog`: a dot is a hyphen there, and a hyphen two. */
function translated({ hostname, pathname, hash, searchParams }: URL): string {
  const host = hostname
    .slice(0, -'.translate.goog'.length)
    .replaceAll('--', ' ')
    .replaceAll('-', '.')
    .replaceAll(' ', '-');
  const kept = [...searchParams].filter(([name]) => !name.startsWith('_x_tr_'));
  return `https://${host}${pathname}?${new URLSearchParams(kept).toString()}${hash}`;
}

/** Version 3 writes the address between `__` and `__;`, version 2 with `-` for `%` and `_` for `/`. */
function defended(url: URL): string | undefined {
  const third = /^\/v3\/__(.+?)__;/.exec(url.pathname + url.search)?.[1];
  if (third !== undefined) return third.replace(/^(https?:)\/(?!\/)/, '$1//');
  const target = url.searchParams.get('u');
  if (target === null || !url.pathname.startsWith('/v2/')) return target ?? undefined;
  try {
    return decodeURIComponent(target.replaceAll('-', '%').replaceAll('_', '/'));
  } catch {
    return undefined;
  }
}

/** Pages kept by an accelerator: the address of the page is in the path. */
const accelerated = (path: RegExp) => (url: URL) => {
  const [, secure, rest] = path.exec(url.pathname + url.search) ?? [];
  return rest === undefined ? undefined : `http${secure === undefined ? '' : 's'}://${rest}`;
};

const inGoogle = (url: URL): string | undefined =>
  accelerated(/^\/amp\/(s\/)?(.+)$/)(url) ?? byPath(/^\/url$/, 'url', 'q')(url);

const WIKI = 'wikipedia|wiktionary|wikiquote|wikibooks|wikinews|wikisource|wikiversity|wikivoyage|wikimedia|wikidata';

const RULES: readonly HostRule[] = [
  {
    host: /(?:^|\.)youtu\.be$|(?:^|\.)youtube(?:-nocookie)?\.com$/,
    rewrite: (url) => byPath(/^\/redirect$/, 'q')(url) ?? video(url),
  },
  { host: /^(?:(?:www|mobile|m)\.)?(?:twitter|x)\.com$/, rewrite: post },
  { host: POST_MIRROR, rewrite: postById },
  {
    host: /(?:^|\.)reddit\.com$|^(?:www\.)?redd\.it$/,
    rewrite: (url) => (url.hostname === 'out.reddit.com' ? byParameter('url')(url) : discussion(url)),
  },
  {
    host: new RegExp(`(?:^|\\.)m\\.(?:${WIKI})\\.org$`),
    rewrite: (url) => withHost(url, url.hostname.replace(/(^|\.)m\./, '$1')),
  },
  {
    host: /^(?:lm?|m|web|mbasic|touch|[a-z]{2}-[a-z]{2})\.facebook\.com$/,
    rewrite: (url) => (/^lm?\./.test(url.hostname) ? byPath(/^\/l\.php$/, 'u')(url) : withHost(url, 'facebook.com')),
  },
  {
    host: /^(?:(?:www|[a-z]{2})\.)?linkedin\.com$/,
    rewrite: (url) =>
      byPath(/^\/(?:redir\/redirect|safety\/go)\/?$/, 'url')(url) ??
      without(url, /^(?:trk|lipi|trackingid|refid|originalsubdomain)$/i) ??
      withHost(url, 'linkedin.com'),
  },
  {
    host: /^(?:www\.|smile\.|m\.)?amazon\.(?:com?\.)?[a-z]{2,3}$/,
    rewrite: (url) => {
      const id = /\/(?:dp|gp\/product|gp\/aw\/d)\/([A-Z0-9]{10})(?=[/?]|$)/.exec(url.pathname)?.[1];
      return id === undefined ? undefined : `https://${url.hostname.replace(/^(?:www|smile|m)\./, '')}/dp/${id}`;
    },
  },
  { host: /^open\.spotify\.com$/, rewrite: (url) => without(url, /^(?:si|nd|context|dl_branch)$/) },
  { host: /(?:^|\.)tiktok\.com$/, rewrite: (url) => without(url, /^(?:_[rt]|is_from_webapp|sender_device|web_id)$/) },
  { host: /^l\.(?:instagram|messenger|threads)\.(?:com|net)$/, rewrite: byParameter('u') },
  { host: /^(?:www\.)?google\.[a-z.]+$/, rewrite: inGoogle },
  { host: /^translate\.google\.[a-z.]+$/, rewrite: byPath(/^\/(?:website|translate)$/, 'u') },
  { host: /\.translate\.goog$/, rewrite: translated },
  { host: /\.cdn\.ampproject\.org$/, rewrite: accelerated(/^\/[cvwa]\/(s\/)?(.+)$/) },
  { host: /^(?:www\.)?duckduckgo\.com$/, rewrite: byPath(/^\/l\/?$/, 'uddg') },
  { host: /^slack-redir\.net$/, rewrite: byPath(/^\/link$/, 'url') },
  { host: /(?:^|\.)safelinks\.protection\.outlook\.com$/, rewrite: byParameter('url') },
  { host: /^urldefense(?:\.proofpoint)?\.com$/, rewrite: defended },
  { host: /^steamcommunity\.com$/, rewrite: byPath(/^\/linkfilter\/?$/, 'u', 'url') },
  { host: /^(?:www\.)?vk\.com$/, rewrite: byPath(/^\/away(?:\.php)?$/, 'to') },
  { host: /^away\.vk\.com$/, rewrite: byParameter('to') },
  { host: /^t\.umblr\.com$/, rewrite: byPath(/^\/redirect$/, 'z') },
  // The whole query is the address.
  { host: /^href\.li$/, rewrite: ({ search }) => (search.length > 1 ? search.slice(1) : undefined) },
];

/** The next address for the same page, or the page that an address leads to; undefined when it is the last. */
export function nextForm(url: URL): string | undefined {
  const { hostname } = url;
  return RULES.find(({ host }) => host.test(hostname))?.rewrite(url);
}
