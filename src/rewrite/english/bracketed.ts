// English labels in brackets or before a bar, which name the kind of content and nothing of it: "[Blog] …".
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { inBrackets } from '../bracketed.js';
import type { Operation } from '../wording.js';

/** Labels that say nothing of what follows. */
const EMPTY = String.raw`(?:(?:new |latest |our )?(?:article|blog|blog post|post|read)|(?:new )?on the blog|news|new|update|announcement|reminder|important|did you know ?\??|info|top tip|tip|must[- ]read|link|(?:new )?release|release notes|report|press release|case study|guide|thread|(?:new )?feature|blog update|changelog|friendly reminder|reminder|newsletter|long read|new post|publication|(?:new )?publication day|out now|event|save the date|interview|explainer|analysis|feature|investigation|exclusive|breaking(?: news)?|opinion|comment|profile|weekend read|culture|sport|health|environment|education|politics|heritage|good news|big news|in the news|community)`;
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

/** A word that goes on small behind a colon. */
const COMMON = /^(?:an?|the|our|my|how|why|what|when|where|we)\s/i;

/** Labels in brackets. */
export const bracketed: readonly Operation[] = [
  inBrackets({ label: LABEL, isEmpty: IS_EMPTY, media: MEDIA, common: COMMON }),
];
