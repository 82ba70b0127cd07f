// What a page says of itself: for search engines, previews and robots.
import { cleanText, readText, type PageElement } from './element.js';
import type { PageImage } from './page.js';

type Json = Readonly<Record<string, unknown>>;

/** What a page says of itself, as it stands. */
export interface Metadata {
  readonly title: string | undefined;
  readonly siteName: string | undefined;
  readonly description: string | undefined;
  readonly published: string | undefined;
  readonly image: PageImage | undefined;
  readonly link: string | undefined;
  readonly lang: string | undefined;
  readonly keywords: readonly string[];
  readonly robots: readonly string[];
}

/** The metas of a page by their names, in small letters; the first non-empty one of a name counts, lists keep all. */
function readMetas(document: PageElement): ReadonlyMap<string, readonly string[]> {
  const metas = new Map<string, string[]>();
  for (const meta of document.querySelectorAll('meta')) {
    const name = (
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('itemprop')
    )?.toLowerCase();
    const content = cleanText(meta.getAttribute('content') ?? '');
    if (name === undefined || content === '') continue;
    const known = metas.get(name);
    if (known === undefined) metas.set(name, [content]);
    else known.push(content);
  }
  return metas;
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a page's JSON-LD; what is no JSON is passed over, as search engines do. */
function readLinkedData(document: PageElement): readonly Json[] {
  return [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) => {
    try {
      const value: unknown = JSON.parse(script.textContent ?? '');
      const all: readonly unknown[] = Array.isArray(value) ? value : [value];
      return all.flatMap((each) => {
        const graph = isJson(each) ? each['@graph'] : undefined;
        return Array.isArray(graph) ? graph.filter(isJson) : isJson(each) ? [each] : [];
      });
    } catch {
      return [];
    }
  });
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && cleanText(value) !== '' ? cleanText(value) : undefined;

const DAY = /^(\d{4})[-/](\d{2})[-/](\d{2})/;

/** The day of an instant as the page writes it, in the page's own offset; undefined for what is no day. */
function toDay(value: string | undefined): string | undefined {
  const [, year, month, day] = DAY.exec(value?.trim() ?? '') ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isDay = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return isDay ? `${year}-${month}-${day}` : undefined;
}

/** An address that a page names, absolute where the page's own is known; undefined for what no browser would open. */
export function toAddress(value: string | null | undefined, base: string | undefined): string | undefined {
  if (value === null || value === undefined || value.trim() === '') return undefined;
  const isWhole = /^https?:\/\//i.test(value.trim());
  if (base === undefined && !isWhole) return undefined;
  if (!URL.canParse(value.trim(), base)) return undefined;
  const url = new URL(value.trim(), base);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}

const DATES = [
  'article:published_time',
  'datepublished',
  'citation_online_date',
  'citation_publication_date',
  'dcterms.created',
  'dcterms.issued',
  'dc.date.issued',
  'dc.date.created',
  'dcterms.date',
  'dc.date',
  'date',
  'publish-date',
  'pubdate',
];

function findPublished(document: PageElement, metas: ReturnType<typeof readMetas>, article: Json): string | undefined {
  const named = [text(article['datePublished']), ...DATES.map((name) => metas.get(name)?.[0])];
  const times = [
    ...document.querySelectorAll(
      '[itemprop=datePublished],time.published,time.entry-date,abbr.published,article time[datetime],time[datetime]',
    ),
  ].slice(0, 4);
  const marked = times.map(
    (time) => time.getAttribute('datetime') ?? time.getAttribute('title') ?? time.getAttribute('content'),
  );
  return [...named, ...marked].map((value) => toDay(value ?? undefined)).find((day) => day !== undefined);
}

const fileName = (url: string): string => /([^/?#]+?)(?:\.\w+)?(?:[?#].*)?$/.exec(url)?.[1] ?? '';

function findImage(
  document: PageElement,
  metas: ReturnType<typeof readMetas>,
  article: Json,
  base: string | undefined,
): PageImage | undefined {
  const first = (...names: readonly string[]): string | undefined =>
    names.map((name) => metas.get(name)?.[0]).find((value) => value !== undefined);
  const data = article['image'];
  const own = isJson(data) ? text(data['url']) : text(Array.isArray(data) ? data[0] : data);
  const named = first('og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image') ?? own;
  const images = [...document.querySelectorAll('img')].map((image) => ({
    src: image.getAttribute('src') ?? '',
    alt: cleanText(image.getAttribute('alt') ?? ''),
  }));
  const main = document.querySelector('article img[alt],main img[alt],[role=main] img[alt],[itemprop=image][alt]');
  const src = named ?? main?.getAttribute('src') ?? undefined;
  if (src === undefined || src.trim() === '' || /^data:/i.test(src)) return undefined;
  const same = images.find((image) => image.alt !== '' && fileName(image.src) === fileName(src));
  const alt =
    first('og:image:alt', 'twitter:image:alt') ??
    same?.alt ??
    (named === undefined ? cleanText(main?.getAttribute('alt') ?? '') : '');
  const url = toAddress(src, base) ?? (/^[a-z][a-z\d+.-]*:/i.test(src) ? undefined : src.trim());
  return url === undefined ? undefined : { url, ...(alt !== '' && { alt }) };
}

const SEPARATOR = / +[|–—·»-] +/u;

/** A title without the name of the site, by the page's headings and its own name for the site. */
function cutSiteName(title: string, siteName: string | undefined, headings: readonly string[]): string {
  const parts = title.split(SEPARATOR);
  if (parts.length === 1) return title;
  const heading = headings.find((each) => each.length >= 10 && (title === each || title.startsWith(`${each} `)));
  if (heading !== undefined) return heading;
  const last = parts.at(-1) ?? '';
  const first = title.slice(0, title.length - last.length).replace(/ +[|–—·»-] +$/u, '');
  const isSite = siteName === last || (siteName === undefined && first.length >= 15 && last.length <= 40);
  return isSite ? first : title;
}

const ARTICLE = /(?:Article|BlogPosting|Product|ProductGroup|WebPage|Report|Event|Recipe|HowTo)$/;
const typeOf = (data: Json): string => String(Array.isArray(data['@type']) ? data['@type'][0] : data['@type']);

const splitList = (value: unknown): string[] =>
  (Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[,;]/) : []).flatMap(
    (each) => text(each) ?? [],
  );

/** Robots' words that keep a page from being found or quoted. */
const FORBIDS: ReadonlySet<string> = new Set(['noindex', 'none', 'nosnippet', 'noarchive', 'unavailable_after']);

/** Reads what a page says of itself. @param base the address of the page, where it is known. */
export function readMetadata(document: PageElement, headings: readonly string[], base: string | undefined): Metadata {
  const metas = readMetas(document);
  const data = readLinkedData(document);
  const first = (name: string): string | undefined => metas.get(name)?.[0];
  const article =
    data.find((each) => ARTICLE.test(typeOf(each)) && (each['headline'] ?? each['name']) !== undefined) ?? {};
  const site = data.find((each) => /^(?:WebSite|Organization)$/.test(typeOf(each)));
  const publisher = article['publisher'];
  const siteName =
    first('og:site_name') ?? text(site?.['name']) ?? (isJson(publisher) ? text(publisher['name']) : undefined);
  const titleElement = document.querySelector('title');
  const own = titleElement === null ? undefined : text(readText(titleElement));
  const named = first('og:title') ?? text(article['headline']) ?? own ?? headings.find((each) => each !== '');
  const canonical = [...document.querySelectorAll('link[rel=canonical]')][0]?.getAttribute('href');
  const html = document.querySelector('html');
  const locale =
    html?.getAttribute('lang') ?? html?.getAttribute('xml:lang') ?? first('og:locale') ?? first('dc.language');
  const tags = [...document.querySelectorAll('a[rel~=tag]:not([rel~=category])')].map(readText);
  const keywords = [
    ...splitList(first('keywords')),
    ...splitList(first('news_keywords')),
    ...(metas.get('article:tag') ?? []),
    ...splitList(article['keywords']),
    ...splitList(first('dc.subject')),
    ...tags,
  ].filter((word) => word.length >= 2 && word.length <= 40);
  const seen = keywords.map((word) => word.toLowerCase());
  return {
    title: named === undefined ? undefined : cutSiteName(named, siteName, headings),
    siteName,
    description: first('description') ?? first('og:description') ?? text(article['description']),
    published: findPublished(document, metas, article),
    image: findImage(document, metas, article, base),
    link: toAddress(canonical, base) ?? toAddress(first('og:url'), base),
    lang: /^[a-z]{2}(?=$|[-_])/i.exec(locale?.trim() ?? '')?.[0].toLowerCase(),
    keywords: keywords.filter((_, index) => seen.indexOf(seen[index] ?? '') === index).slice(0, 6),
    robots: ['robots', 'googlebot']
      .flatMap((name) => metas.get(name) ?? [])
      .flatMap((value) => value.toLowerCase().split(/[\s,:]+/))
      .filter((word, index, all) => FORBIDS.has(word) && all.indexOf(word) === index),
  };
}
