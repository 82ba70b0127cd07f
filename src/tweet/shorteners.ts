// Hosts that stand between a post and its page, so that nobody sees where it leads.
import { findEntities } from './entities.js';

/** Public shorteners. @source own list of the services that their makers offer to everybody, 2026 */
const SHORTENERS: ReadonlySet<string> = new Set(
  'bit.ly bitly.com j.mp tinyurl.com tiny.cc ow.ly buff.ly is.gd v.gd goo.gl t.ly cutt.ly rebrand.ly lnkd.in dlvr.it ift.tt shorturl.at rb.gy s.id bl.ink trib.al urlz.fr snip.ly soo.gd shorturl.gg u.to qr.ae lc.cx'.split(
    ' ',
  ),
);

/** Addresses that other services put around a link. */
const WRAPPER =
  /^(?:lm?\.(?:facebook|instagram|threads|messenger)\.(?:com|net)|href\.li|urldefense(?:\.proofpoint)?\.com|(?:[\w-]+\.)*safelinks\.protection\.outlook\.com|t\.umblr\.com|away\.vk\.com|slack-redir\.net|(?:[\w-]+\.)*translate\.goog|(?:[\w-]+\.)*cdn\.ampproject\.org)$/;

/** Whether a host only leads to another one; X's own `t.co` is in front of every link. */
export const isShortener = (host: string): boolean => {
  const bare = host.toLowerCase().replace(/^www\./, '');
  return SHORTENERS.has(bare) || WRAPPER.test(bare);
};

const hostOf = (link: string): string => /^(?:https?:\/\/)?([^/?#:]+)/i.exec(link)?.[1] ?? '';

/** The hosts among those of a text's links, and of a link itself, that only lead to another one. */
export const findShorteners = (text: string, link: string): readonly string[] => [
  ...new Set(
    [
      ...findEntities(text)
        .filter(({ type }) => type === 'link')
        .map(({ value }) => value),
      link,
    ]
      .map((each) => hostOf(each).toLowerCase())
      .filter(isShortener),
  ),
];
