// Sentences that go a long way round: passives, nouns where a verb would do, frames in front of the news.
import { lazy, lazyFor } from '#base/lazy.js';
import { forLanguage } from './by-language.js';
import { englishPatterns, type Patterns } from './english-roundabout.js';
import { frenchPatterns } from './french-roundabout.js';
import { findTriggered } from './triggered.js';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What makes a sentence longer than it need be. */
export type Roundabout = 'passive' | 'nominalization' | 'padding' | 'frame';

/**
 * Letters of a lead from which the news stands so far behind it that a reader of a timeline does not get there: a line
 * of a post on a phone (@source own choice).
 */
const LONG_LEAD = 60;
/** Letters behind which no lead ends. */
const MAX_LEAD = 260;

const PATTERNS = { fr: lazy(frenchPatterns), en: lazy(englishPatterns) };

const frameOf = lazyFor(({ frame }: Patterns) => new RegExp(frame.source, frame.flags));
const leadOf = lazyFor(({ lead }: Patterns) => new RegExp(lead.source, lead.flags));

/** Where a text of that language goes a long way round, by kind; none for a language that is not read. */
export function roundaboutWords(text: string, language: string | undefined): { kind: Roundabout; span: Stretch }[] {
  const patterns = forLanguage(PATTERNS, language)?.();
  if (patterns === undefined) return [];
  const found = (['passive', 'nominalization', 'padding'] as const).flatMap((kind) =>
    findTriggered(text, patterns[kind]).map((span) => ({
      kind,
      span: kind === 'passive' ? withName(text, span) : span,
    })),
  );
  const opening = mayBeFramed(text, patterns) ? frameOf(patterns).exec(text)?.[0] : undefined;
  const frame = opening ?? longLead(text, patterns);
  const start = frame?.search(/[A-Za-zÀ-ÿŒœ]/) ?? 0;
  const framed = frame === undefined ? [] : [{ kind: 'frame' as const, span: { start, end: frame.length } }];
  return [...framed, ...found];
}

const NAME_GOES_ON = lazy(() => /^(?:[ \u00a0](?:d[eu] |von |van |[A-ZÀ-ÞŒ]\. )?[A-ZÀ-ÞŒ][a-zà-ÿœ][A-Za-zà-ÿœ’'-]*)+/);

/** A passive up to the end of the name that does it: "are played by Reverend Tim". */
function withName(text: string, { start, end }: Stretch): Stretch {
  const isName = /(?:^|\s)[A-ZÀ-ÞŒ][^\s]*$/.test(text.slice(start, end));
  const more = isName ? (NAME_GOES_ON().exec(text.slice(end))?.[0].length ?? 0) : 0;
  return { start, end: end + more };
}

/** Letters behind which no comma ends a frame that any words may make. */
const EARLY = 42;

/** Whether the first few words may be a frame. */
function mayBeFramed(text: string, { opens, opensAtComma }: Patterns): boolean {
  const comma = opensAtComma ? text.indexOf(', ') : -1;
  if (comma >= 0 && comma <= EARLY) return true;
  const lower = text.toLowerCase();
  const start = lower.search(/[a-zà-ÿœ]/);
  return opens.split('|').some((letters) => lower.startsWith(letters, start));
}

/** A circumstance or an apposition so long that the news comes late. Most texts have no comma so far behind. */
function longLead(text: string, patterns: Patterns): string | undefined {
  const comma = text.indexOf(', ', LONG_LEAD - 10);
  if (comma < 0 || comma > MAX_LEAD) return undefined;
  const lead = leadOf(patterns);
  const found = lead.exec(text.charAt(0).toLowerCase() + text.slice(1))?.[0] ?? lead.exec(text)?.[0];
  return found !== undefined && found.trimEnd().length >= LONG_LEAD ? found.trimEnd().slice(0, -1) : undefined;
}

/** Figures that tell what came out: no date, hour ("24h/24") or year, and neither part of a name nor of an address. */
const FIGURE = lazy(
  () =>
    /(?<![\w#@/.,:-])(?:\d{1,3} (?:[a-zà-ÿœ-]+ ){0,3}(?:sur|in) \d{1,3}(?!\d)|(?:une?|deux|trois) (?:[a-zà-ÿœ-]+ ){0,3}sur (?:deux|trois|quatre|cinq|six|dix)|(?:one|two|three) in (?:three|four|five|six|ten)|(?:(?!(?:19|20)\d\d(?![\d\u00a0\u202f .,]?\d))\d{1,3}(?:[ \u00a0\u202f.,]\d{3})*(?:[.,]\d+)?(?!\d|\/\d|[ \u00a0\u202f]?[hj](?![A-Za-zà-ÿ]))|un tiers|la moitié|un quart|deux tiers|trois quarts|a third|a quarter|two thirds|half of)(?:(?:p|pm|k|km|kg|m)(?![A-Za-z])|[ \u00a0\u202f](?:%|[A-Za-zÀ-ÿŒœ]{2,})| ?%)?)/g,
);
/** What follows a number that is part of a date, an hour or an address. */
const OF_TIME =
  /^\d+[ \u00a0\u202f]?(?:h|am|pm|er|bis|ter|rue|avenue|place|boulevard|chemin|allée|quai|impasse|street|road|lane|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|january|february|march|april|may|june|july|august|september|october|november|december)(?![a-zà-ÿ])/i;
/** A share in two numbers: "1 conducteur sur 5". */
const SHARE = / (?:sur|in) [a-z\d]+$/;
/** What follows and what leads to a number of the method: how long, of how many people, up to what. */
const OF_METHOD =
  /^\d+[ \u00a0\u202f](?:derni|prochain|premi|répondant|sondé|personnes interrog|respondents|last|past)/i;
const TO_METHOD =
  /(?:derni(?:er|ère)s|prochaine?s|last|past|next|previous|under|below|less than|fewer than|moins d[e’']|auprès d[e’']|interrogé|surveyed|polled|a survey of|a poll of|a study of)[ \u00a0]?$/i;
/** Letters before a number that are looked at. */
const BEFORE_NUMBER = 16;

/** Letters behind a frame within which its news ends. */
const NEWS = 160;

/** The figure behind a place of a text, up to its link, that is most likely the news: a share, or the largest. */
export function figureBehind(text: string, at: number): Stretch | undefined {
  const rest = text.slice(at, at + NEWS).split(/https?:/)[0] ?? '';
  if (!/\d|tiers|moitié|quart|third|half/.test(rest)) return undefined;
  const size = (written: string): number =>
    /\d/.test(written) && !written.includes('%') && !SHARE.test(written)
      ? Number(written.replace(/(?<=\d)\D(?=\d{3})|\D.*$/g, ''))
      : Infinity;
  const [news] = [...rest.matchAll(FIGURE())]
    .filter(
      ({ 0: written, index }) =>
        !OF_TIME.test(written) &&
        !OF_METHOD.test(written) &&
        !TO_METHOD.test(rest.slice(Math.max(0, index - BEFORE_NUMBER), index)),
    )
    .sort((a, b) => (size(a[0]) === size(b[0]) ? a.index - b.index : size(b[0]) - size(a[0])));
  return news && { start: at + news.index, end: at + news.index + news[0].length };
}
