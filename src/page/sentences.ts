import { lazy } from '#base/lazy.js';
/** Short forms whose full stop ends no sentence. */
const SHORT = lazy(
  () =>
    /(?:^|[\s(«“"])(?:M|MM|Mme|Mlle|Dr|Pr|St|Ste|Mr|Mrs|Ms|Prof|etc|art|no|n°|vol|env|p|cf|approx|vs|e\.g|i\.e|No|[A-Z])\.$/u,
);
const BREAK = lazy(() => /(?<=[.!?…][»”"’)\u00a0]{0,3})\s+(?=[\p{Lu}\p{N}«“"‘(])/u);

/** The sentences of a paragraph, verbatim, in their order. */
export function splitSentences(text: string): readonly string[] {
  const sentences: string[] = [];
  for (const piece of text.split(BREAK())) {
    const last = sentences.at(-1);
    if (last !== undefined && SHORT().test(last)) sentences[sentences.length - 1] = `${last} ${piece}`;
    else sentences.push(piece);
  }
  return sentences;
}

/** Whether a sentence is whole: it begins like one, ends like one, and every quotation mark in it has its pair. */
export const isWhole = (text: string): boolean =>
  /^[\p{Lu}\p{N}«“"]/u.test(text) &&
  /[.!?…][»”"’)\u00a0]*$/u.test(text) &&
  countSigns(text, /[«“]/gu) === countSigns(text, /[»”]/gu) &&
  countSigns(text, /"/gu) % 2 === 0;

const countSigns = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0;
