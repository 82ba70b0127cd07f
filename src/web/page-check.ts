/** What is wrong with a page that a link leads to. */
export type PageFault = 'page-gone' | 'page-moved' | 'page-login';

const MAX_REDIRECTS = 5;
const TIMEOUT = 10_000;
const LOGIN = /(?:^|[/._-])(?:log-?in|sign-?in|connexion|s-identifier|sso|auth)(?:[/._-]|$)/i;

const bareHost = ({ hostname }: URL): string => hostname.replace(/^www\./, '');
const barePath = ({ pathname }: URL): string => pathname.replace(/\/(?:index\.\w+)?$/, '');

/**
 * Whether a page still stands, by one request and its redirects: its fault, or undefined when it stands or nothing can be
 * said. A server that does not answer, or refuses programs, says nothing of its page; so does a short link, whose target
 * is on another host.
 * @param fetchFor the `fetch` for a URL.
 */
export async function checkPage(
  link: string,
  fetchFor: (url: string) => Promise<typeof fetch>,
): Promise<PageFault | undefined> {
  const first = new URL(link);
  let url = first;
  try {
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      const fetchPage = await fetchFor(url.href);
      const { status, headers, body } = await fetchPage(url.href, {
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT),
        headers: { accept: 'text/html,*/*', 'user-agent': 'tweetspan' },
      });
      await body?.cancel();
      const target = headers.get('location');
      if (status < 300 || status >= 400 || target === null) return judge(first, url, status);
      url = new URL(target, url);
      if (!/^https?:$/.test(url.protocol)) return undefined;
    }
  } catch {
    // No answer holds nothing up.
  }
  return undefined;
}

function judge(first: URL, last: URL, status: number): PageFault | undefined {
  if (status === 404 || status === 410) return 'page-gone';
  if (status === 401) return 'page-login';
  if (status >= 300 || barePath(last) === barePath(first)) return undefined;
  if (LOGIN.test(last.pathname) && !LOGIN.test(first.pathname)) return 'page-login';
  const isSameSite = bareHost(first) === bareHost(last);
  // A language in front of the path (`/fr/guide`) is the same page.
  return isSameSite && !barePath(last).endsWith(barePath(first)) ? 'page-moved' : undefined;
}
