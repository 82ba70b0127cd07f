import { parse as parseEmoji } from '@twemoji/parser';
import type { Entity, FoundEntities } from './entities.js';
import type { Span } from './bounds.js';

// Source of all figures: docs.x.com/fundamentals/counting-characters and twitter-text's configuration v3.
/** The weighted length of an ordinary post. */
export const POST_LIMIT = 280;
/** Every link counts as much, whatever its length: it is wrapped in a t.co link. */
const LINK_WEIGHT = 23;
const EMOJI_WEIGHT = 2;

/** What a weighted length is made of. The parts add up to the whole. */
export interface LengthParts {
  /** Letters, digits, blanks and signs of weight 1. */
  readonly text: number;
  /** Characters of weight 2 that are no emoji: … € • → and most non-Latin scripts. */
  readonly wide: number;
  readonly links: number;
  readonly emoji: number;
  readonly hashtags: number;
  readonly mentions: number;
}

/** A text's length as X counts it. */
export interface WeightedLength {
  readonly weighted: number;
  readonly parts: LengthParts;
}

type Part = keyof LengthParts;

const PART_OF: Readonly<Record<Entity['type'], Part>> = {
  link: 'links',
  mention: 'mentions',
  list: 'mentions',
  hashtag: 'hashtags',
  cashtag: 'hashtags',
};

// Only a text with one of these can hold an emoji: most drafts skip the search.
const MAYBE_EMOJI = /[\u20e3\u231a-\u2b55\ud83c-\udbff]|\u200d|\ufe0f/;
/** Emoji of one character that is one by itself, and begins no flag: with none but these the table, 9 ms, is not read. */
const PLAIN_EMOJI =
  /[\u26a1\u2705\u270a\u270b\u2728\u274c\u2753-\u2755\u2757\u2795-\u2797\u2b50]|\ud83c[\udf00-\udf20\udf2d-\udf35\udf37-\udf7c\udf7e-\udf93\udfa0-\udfca\udfcf-\udfd3\udfe0-\udff0\udff8-\udffa]|\ud83d[\udc00-\udc3e\udc40\udc42-\udcfc\udcff-\udd3d\udd4b-\udd4e\udd50-\udd67\udd7a\udd95\udd96\udda4\uddfb-\ude4f\ude80-\udec5\udecc\uded0-\uded2\uded5-\uded7\udeeb\udeec\udef4-\udefc\udfe0-\udfeb]|\ud83e[\udd0c-\udd3a\udd3c-\udd45\udd47-\uddff]/g;

/** The spans of emoji by the table of Unicode 17, each whole sequence as one. */
export function findEmoji(text: string): Span[] {
  if (!MAYBE_EMOJI.test(text)) return [];
  if (!MAYBE_EMOJI.test(text.replace(PLAIN_EMOJI, ''))) {
    return [...text.matchAll(PLAIN_EMOJI)].map(({ 0: emoji, index }) => ({ start: index, end: index + emoji.length }));
  }
  return parseEmoji(text).map(({ indices: [start, end] }) => ({ start, end }));
}

/** Whether a code point weighs 1; every other one weighs 2. */
const isLight = (codePoint: number): boolean =>
  codePoint <= 0x10ff ||
  (0x2000 <= codePoint && codePoint <= 0x200d) ||
  (0x2010 <= codePoint && codePoint <= 0x201f) ||
  (0x2032 <= codePoint && codePoint <= 0x2037);

/** How many code points of a stretch weigh 1, and how many 2. */
function countCharacters(text: string, from: number, to: number): { light: number; heavy: number } {
  let light = 0;
  let heavy = 0;
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    if (isLight(unit)) light += 1;
    else {
      heavy += 1;
      // The second half of a pair is no character of its own.
      if (unit >= 0xd800 && unit <= 0xdbff && at + 1 < to) {
        const next = text.charCodeAt(at + 1);
        if (next >= 0xdc00 && next <= 0xdfff) at += 1;
      }
    }
  }
  return { light, heavy };
}

/**
 * The weighted length of a text and what eats it. Count text in NFC: X does so before it counts.
 * @param found what `scanEntities` finds in that same text.
 */
export function weigh(text: string, { entities, countedLinks }: FoundEntities): WeightedLength {
  const parts: Record<Part, number> = { text: 0, wide: 0, links: 0, emoji: 0, hashtags: 0, mentions: 0 };
  const emoji = findEmoji(text);
  let nextEmoji = 0;
  let nextEntity = 0;
  let nextLink = 0;
  let at = 0;
  while (at < text.length) {
    while ((entities[nextEntity]?.span.end ?? Infinity) <= at) nextEntity += 1;
    while ((countedLinks[nextLink]?.start ?? Infinity) < at) nextLink += 1;
    while ((emoji[nextEmoji]?.start ?? Infinity) < at) nextEmoji += 1;
    const link = countedLinks[nextLink];
    if (link?.start === at) {
      parts.links += LINK_WEIGHT;
      at = link.end;
      continue;
    }
    const entity = entities[nextEntity];
    const inside = entity !== undefined && entity.span.start <= at;
    const emojiHere = emoji[nextEmoji];
    if (emojiHere?.start === at) {
      parts[inside ? PART_OF[entity.type] : 'emoji'] += EMOJI_WEIGHT;
      at = emojiHere.end;
      continue;
    }
    // Up to the next place where something else begins, all characters count for the same part.
    const border = inside ? entity.span.end : (entity?.span.start ?? text.length);
    const end = Math.min(border, link?.start ?? text.length, emojiHere?.start ?? text.length);
    const { light, heavy } = countCharacters(text, at, end);
    if (inside) parts[PART_OF[entity.type]] += light + 2 * heavy;
    else {
      parts.text += light;
      parts.wide += 2 * heavy;
    }
    at = end;
  }
  const weighted = parts.text + parts.wide + parts.links + parts.emoji + parts.hashtags + parts.mentions;
  return { weighted, parts };
}
