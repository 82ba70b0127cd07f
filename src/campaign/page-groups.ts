// Which posts speak of one page: those of one link, and those of links of unknown target that say the same.
import type { LinkedPost } from '#history/query-ports.js';
import { isShortener } from '#tweet/shorteners.js';
import { reduceText } from '#words/similarity.js';

/** Shorter words are mostly articles and prepositions, which come and go; figures always count. */
const SHORTEST = 4;
/** Texts of fewer words say too little to be known again by. @source own choice */
const FEWEST = 3;

interface PostWords {
  readonly group: number;
  readonly plain: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
}

/**
 * The posts of each page, oldest first. One page is often posted under several short links whose targets nobody knows;
 * their posts count as of one page when they have the same words, but for tags that only one of them adds.
 * @param linked posts link by link, oldest first.
 */
export function groupByPage(linked: readonly LinkedPost[]): readonly (readonly LinkedPost[])[] {
  const groups = groupByLink(linked);
  const leaders = groups.map((_, index) => index);
  const leaderOf = (index: number): number => {
    const above = leaders[index] ?? index;
    return above === index ? index : leaderOf(above);
  };
  const texts = groups.flatMap((posts, group) => (isUnknownPage(posts[0]?.link ?? '') ? wordsOf(posts, group) : []));
  const byWord = new Map<string, PostWords[]>();
  for (const text of texts) {
    for (const word of new Set([...text.plain, ...text.tags])) {
      const others = byWord.get(word);
      if (others === undefined) byWord.set(word, [text]);
      else others.push(text);
    }
  }
  const using = (word: string): readonly PostWords[] => byWord.get(word) ?? [];
  for (const text of texts) {
    const [rarest] = [...text.plain].sort((a, b) => using(a).length - using(b).length);
    for (const other of rarest === undefined ? [] : using(rarest)) {
      if (other.group === text.group || !saysTheSame(text, other)) continue;
      const [first, second] = [leaderOf(text.group), leaderOf(other.group)];
      leaders[Math.max(first, second)] = Math.min(first, second);
    }
  }
  const pages = new Map<number, LinkedPost[][]>();
  for (const [index, posts] of groups.entries()) {
    pages.set(leaderOf(index), [...(pages.get(leaderOf(index)) ?? []), posts]);
  }
  return [...pages.values()].map((links) => (links.length === 1 ? (links[0] ?? []) : joinPosts(links)));
}

/** An address that stands for one page says nothing of the page while its target is unknown. */
function isUnknownPage(link: string): boolean {
  const [host = ''] = link.replace(/^https?:\/\//, '').split('/');
  return link.startsWith('text:') || host === 't.co' || isShortener(host);
}

function groupByLink(linked: readonly LinkedPost[]): LinkedPost[][] {
  const groups: LinkedPost[][] = [];
  for (const post of linked) {
    const group = groups.at(-1);
    if (group?.[0]?.link === post.link) group.push(post);
    else groups.push([post]);
  }
  return groups;
}

/** A post with two links is in the groups of both. */
function joinPosts(links: readonly (readonly LinkedPost[])[]): LinkedPost[] {
  const byId = new Map(links.flat().map((post) => [post.id, post]));
  return [...byId.values()].sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
}

function wordsOf(posts: readonly LinkedPost[], group: number): PostWords[] {
  const texts = new Set(posts.flatMap(({ kind, text }) => (kind === 'original' ? [reduceText(text)] : [])));
  return [...texts].flatMap((text) => {
    const plain = new Set<string>();
    const tags = new Set<string>();
    for (const word of text.split(/\s+/)) {
      if (word.startsWith('#')) tags.add(word.slice(1));
      else if (!word.startsWith('@') && (word.length >= SHORTEST || /\d/.test(word))) plain.add(word);
    }
    return plain.size < FEWEST ? [] : [{ group, plain, tags }];
  });
}

/** Whether the words of two posts are the same; where each has a tag of its own, the tags may be what differs. */
function saysTheSame(one: PostWords, other: PostWords): boolean {
  const lacks = ({ plain, tags }: PostWords, words: ReadonlySet<string>): boolean =>
    [...words].some((word) => !plain.has(word) && !tags.has(word));
  if (lacks(other, one.plain) || lacks(one, other.plain)) return false;
  return !(lacks(other, one.tags) && lacks(one, other.tags));
}
