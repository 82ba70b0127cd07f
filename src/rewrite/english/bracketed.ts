// English labels in brackets or before a bar, which name the kind of content and nothing of it: "[Blog] …".
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { dropOpening, LEAST_REST, type Operation } from '../wording.js';

/** Labels that say nothing of what follows. */
const EMPTY = String.raw`(?:(?:new |latest |our )?(?:article|blog|blog post|post|read)|(?:new )?on the blog|news|new|update|announcement|reminder|important|did you know ?\??|info|top tip|tip|must[- ]read|link|(?:new )?release|release notes|report|press release|case study|guide|thread|(?:new )?feature|blog update|changelog|friendly reminder|reminder|newsletter|long read|new post)`;
/** Labels of what one hears or sees, with what takes their place. */
const MEDIA: readonly (readonly [RegExp, string])[] = [
  [/^(?:new )?video$/i, 'Watch: '],
  [/^(?:new )?(?:podcast|episode|podcast episode)$/i, 'On the podcast: '],
  [/^webinar$/i, 'Webinar: '],
];
const LABEL = lazy(() =>
  latin(
    String.raw`^(?:(?<bracket>[^\]\[\n]{2,25})\](?: ?[:–—-])?|(?<bar>${EMPTY}|(?:new )?video|podcast) ?(?:[|│►▶]|(?<= )[–—])) (?=[\p{L}\d“])`,
  ),
);
const IS_EMPTY = lazy(() => latin(String.raw`^${EMPTY}$`));
/** A program with its version, which is written as its authors write it: "curl 8.1". */
const VERSIONED = /^[a-z][\w.-]* v?\d/;
/** A word that goes on small behind a colon. */
const COMMON = /^(?:an?|the|our|my|how|why|what|when|where|we)\s/i;

/** "[Blog] Why …" → "Why …"; "[Video] How …" → "Watch: how …". */
const inBrackets: Operation = {
  id: 'content-label',
  apply(sentence) {
    const { text, isFirst, next } = sentence;
    const match = isFirst ? LABEL().exec(text) : null;
    if (match === null || text.length - match[0].length + next.length < LEAST_REST) return undefined;
    const { bracket, bar = '' } = match.groups ?? {};
    const label = (bracket ?? bar).trim();
    // The bracket stands in front of the first letter.
    const start = bracket === undefined ? 0 : -1;
    const medium = MEDIA.find(([known]) => known.test(label))?.[1];
    if (medium === undefined)
      return IS_EMPTY().test(label)
        ? {
            changes: [
              VERSIONED.test(text.slice(match[0].length))
                ? { start, end: match[0].length, text: '' }
                : { ...dropOpening(sentence, match[0].length), start },
            ],
          }
        : undefined;
    const first = text.charAt(match[0].length);
    const isCommon = COMMON.test(text.slice(match[0].length));
    return {
      changes: [{ start, end: match[0].length + 1, text: `${medium}${isCommon ? first.toLowerCase() : first}` }],
    };
  },
};

/** Labels in brackets. */
export const bracketed: readonly Operation[] = [inBrackets];
