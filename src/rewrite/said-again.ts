// A call in front of a sentence that says it again.
import { lazy } from '#base/lazy.js';
import { dropFirst, type Operation } from './wording.js';

/** How a language calls. */
export interface Calls {
  /** Words of a call that need not come again. */
  readonly calls: () => ReadonlySet<string>;
  /** Words that say that little is left, and what says it in another way. */
  readonly isLast: RegExp;
  readonly left: RegExp;
  readonly leans: () => RegExp;
  /** Openings that only look as if they leaned: "Il ne reste", "There are". */
  readonly impersonal: RegExp;
}

/** Most letters of a call, and least of the sentence that says it again. */
const [LONGEST, LEAST_NEXT] = [45, 40];
/** Letters by which two forms of a word are known as one. */
const STEM = 5;
/** What is cried out in need does not count as repetition. */
const CRIED = /^(?:urgen|sos|danger|help|aide|stop)/i;
const WORD = lazy(() => /[\p{L}\p{N}]+/gu);

/** "Attention dernières places ! Il ne reste que quelques places …" → "Il ne reste que quelques places …". */
export const saidAgain = ({ calls, isLast, left, leans, impersonal }: Calls): Operation => ({
  id: 'filler',
  apply(sentence) {
    const { text, next, isFirst, leadsToLink } = sentence;
    if (!isFirst || leadsToLink || text.length > LONGEST || CRIED.test(text) || !/^[^?:;«»“”"@#!]*!+$/.test(text))
      return undefined;
    // What follows as a question asks, and what leans on the call needs it.
    if (next.length < LEAST_NEXT || next.endsWith('?') || (leans().test(next) && !impersonal.test(next)))
      return undefined;
    if (isLast.test(text) && !left.test(next)) return undefined;
    const said = new Set([...next.toLowerCase().matchAll(WORD())].map(([word]) => word.slice(0, STEM)));
    let again = 0;
    for (const [word] of text.toLowerCase().matchAll(WORD())) {
      if (calls().has(word) || (word.length < 3 && !/\d/.test(word))) continue;
      if (!said.has(word.slice(0, STEM))) return undefined;
      again += 1;
    }
    return again === 0 ? undefined : { changes: [dropFirst(sentence)] };
  },
});
