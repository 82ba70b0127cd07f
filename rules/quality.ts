import { lazy } from '#base/lazy.js';
import { hasPhrase, findPhrases } from '#words/phrases.js';
import { matchCase } from '#words/characters.js';
import { stemOpening, stemWord } from '#words/stems.js';
import { splitTag } from '#words/tokens.js';
import { postName } from '#lint/campaign-posts.js';
import { classifyAccident } from '#lint/accidental-link.js';
import { insert, replace } from '#lint/edit-builders.js';
import { defineRule } from '#lint/rule.js';
import { shoutedWords } from '#lint/shouting.js';
import type { Subject, Word } from '#lint/subject.js';
import { isSpoken } from '#lint/tag-place.js';
import { datesIn, type DateInText } from '#words/dates.js';

const DAY = 86_400_000;
const MARKS = /([!?])(?:[ \u00a0\u202f]?\1)+/g;

/** 1: quality content. The interest must leap to the eye, and still be true when the post is read again. */
export const quality = defineRule({
  id: 'quality',
  number: 1,
  title: 'Quality',
  summary: 'The post leads to a page, says why it is worth a click, and will still be true when it is reposted.',
  lever: 'relevance',
  weight: 15,
  evidence: {
    grade: 'advice',
    source:
      '“10 conseils pour prolonger la vie d’un tweet” (2016), tip 1; for accidental links: docs.x.com, Counting characters (any link counts as 23) and Pricing (a post with a link costs more)',
  },
  options: {
    opening: {
      type: 'integer',
      default: 40,
      minimum: 10,
      maximum: 280,
      description: 'Characters at the start within which a keyword, a number or a question must appear.',
    },
    staleAfterDays: {
      type: 'integer',
      default: 365,
      minimum: 1,
      maximum: 10_000,
      description: 'Age of the linked page, in days, from which the text must say why it still matters.',
    },
    repeatedWord: {
      type: 'integer',
      default: 3,
      minimum: 2,
      maximum: 10,
      description: 'Uses of one word from which it counts as repeated.',
    },
  },
  messages: {
    noLink: { severity: 'warning', text: 'no link: posts worth repeating lead to a page' },
    bareLink: {
      severity: 'error',
      text: 'almost no text besides links and tags; say in a sentence what the reader gets',
    },
    shouting: { severity: 'warning', text: '“{text}” is in capitals; use normal case' },
    repeatedMarks: { severity: 'warning', text: '“{text}” shouts; a single “{mark}” is enough' },
    ephemeral: {
      severity: 'warning',
      text: '“{text}” will be out of date when this is reposted; use wording that lasts',
    },
    ephemeralRepost: {
      severity: 'error',
      text: '“{text}” will no longer be true when the link is reposted; use wording that lasts',
    },
    ephemeralVariant: {
      severity: 'error',
      text: '{post} says “{text}”, which may no longer be true on the day it goes out; use wording that lasts',
    },
    pastDate: { severity: 'warning', text: '{text} is in the past; say why the page is still worth reading' },
    pastDateRepost: {
      severity: 'error',
      text: '{text} is in the past and reposts are planned; say why the page is still worth reading',
    },
    passingDate: {
      severity: 'warning',
      text: '{text} will have passed before the campaign ends on {until@day}; end it earlier or drop the date',
    },
    stale: {
      severity: 'warning',
      text: 'the page was published on {published@day}, {days|day|days} ago, and the text does not say why it still matters',
    },
    buriedInterest: {
      severity: 'warning',
      text: 'no keyword, number or question in the first {opening} characters; lead with the interesting part',
    },
    accidentalLink: {
      severity: 'warning',
      text: '“{text}” becomes a link of 23 characters, which X may bill; add a space after the period',
    },
    fileLink: {
      severity: 'warning',
      text: '“{text}” becomes a link of 23 characters to a page that is not yours; write the name without its extension',
    },
    repetition: { severity: 'warning', text: '“{word}” appears {count} times; vary it or shorten the text' },
  },
  fixes: {
    calm: { safe: true, text: 'write “{calm}”' },
    calmPhrase: { safe: false, text: 'write “{calm}”' },
    lasting: { safe: false, text: 'write “{lasting}”' },
    blankAfterDot: { safe: true, text: 'add a space after the period' },
  },
  reasons: {
    noLexicon: 'wording is not checked in this language ({language})',
    noClock: 'the age of the page is not checked: today’s date is unknown',
  },
  examples: {
    good: [
      { draft: 'Comment choisir son logement à Lyon : 5 points à vérifier https://example.org/guide' },
      { draft: 'Why do small teams ship faster? 3 habits we measured https://example.org/habits' },
    ],
    bad: [
      { draft: 'https://example.org/guide #logement', finding: 'bareLink' },
      {
        draft: 'Nos travaux sont finis.La ville vous ouvre le parc https://example.org/parc',
        finding: 'accidentalLink',
      },
      {
        draft: 'Our webinar about remote hiring starts this morning https://example.org/webinar',
        finding: 'ephemeral',
      },
    ],
  },

  check(subject, report, options) {
    const { text, lexicon, facts } = subject;
    let score = 1;
    const slips = subject.links.flatMap((link) => {
      const kind = classifyAccident(link, subject);
      return kind === undefined ? [] : [{ link, kind }];
    });
    // What became a link by accident leads nowhere that the post is about.
    if (subject.draft.link === undefined && slips.length === subject.links.length) {
      report.find('noLink', {});
      score -= 0.35;
    }
    const statement = countWords(subject);
    const { isBare } = statement;
    if (isBare) report.find('bareLink', {});

    for (const match of text.matchAll(MARKS)) {
      const span = { start: match.index, end: match.index + match[0].length };
      const mark = match[1] ?? '';
      const suggestions = [report.suggest('calm', { calm: mark }, [replace(span, mark)])];
      report.find('repeatedMarks', { text: match[0], mark }, { span, suggestions });
      score -= 0.15;
    }
    for (const shout of shoutedWords(subject)) {
      const { span } = shout;
      const shouted = text.slice(span.start, span.end);
      const calm = span.start === 0 ? matchCase('A', shouted.toLowerCase()) : shouted.toLowerCase();
      // A word that the lexicon knows keeps its accents; in others capitals may hide them.
      const fix = shout.known ? 'calm' : 'calmPhrase';
      report.find(
        'shouting',
        { text: shouted },
        { span, suggestions: [report.suggest(fix, { calm }, [replace(span, calm)])] },
      );
      score -= 0.25;
    }

    const willRepost = (subject.campaign?.reposts ?? 0) > 0 || (subject.campaign?.variants?.length ?? 0) > 0;
    if (lexicon === undefined) {
      report.cannotJudge('noLexicon', { language: subject.language ?? '?' });
    } else {
      for (const { entry, span } of findPhrases(
        text,
        lexicon.ephemeral,
        ({ phrase }) => phrase,
        subject.protectedSpans,
      )) {
        const found = text.slice(span.start, span.end);
        const lasting = entry.lasting === undefined ? undefined : matchCase(found, entry.lasting);
        const suggestions =
          lasting === undefined ? [] : [report.suggest('lasting', { lasting }, [replace(span, lasting)])];
        report.find(willRepost ? 'ephemeralRepost' : 'ephemeral', { text: found }, { span, suggestions });
        score -= willRepost ? 0.5 : 0.3;
      }
      subject.campaign?.variants?.forEach((variant, index) => {
        const [first] = findPhrases(variant.text, lexicon.ephemeral, ({ phrase }) => phrase);
        if (first === undefined) return;
        const { start, end } = first.span;
        report.find('ephemeralVariant', { post: postName(index + 1), text: variant.text.slice(start, end) });
        score -= 0.3;
      });
      if (!isBare && !opensWithInterest(subject, options.opening)) {
        report.find('buriedInterest', { opening: options.opening });
        score -= 0.25;
      }
      for (const { word, count, span } of repeatedWords(subject, options.repeatedWord)) {
        report.find('repetition', { word, count }, { span });
        score -= 0.15;
      }
    }

    if (facts.now !== undefined) {
      for (const date of datesIn(text, lexicon?.months ?? [])) {
        score -= judgeDate(date, subject, facts.now, willRepost, report);
      }
      score -= judgeAge(subject, facts.now, options.staleAfterDays, report);
    } else if (subject.draft.published !== undefined) {
      report.cannotJudge('noClock', {});
    }

    for (const { link, kind } of slips) {
      const afterDot = link.span.start + link.text.lastIndexOf('.') + 1;
      const suggestions =
        kind === 'accidentalLink' ? [report.suggest('blankAfterDot', {}, [insert(afterDot, ' ')])] : [];
      report.find(kind, { text: link.text }, { span: link.span, suggestions });
      score -= 0.35;
    }
    return isBare ? 0 : score;
  },
});

type Report = Parameters<typeof quality.check>[1];

const WIDE_SCRIPT = lazy(() => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu);

/**
 * How many words stand beside links and tags, and whether they are too few to say something: fewer than three with a
 * meaning, and no sentence of small words around them either ("Prix de l’énergie : que faire ?"). Somebody mentioned
 * is a word of it, a row of people is none.
 * Scripts without blanks between words count two letters as a word.
 */
function countWords(subject: Subject): { isBare: boolean; count: number } {
  const { words, mentions, text, hashtags } = subject;
  // A tag inside the sentence is read as its words: "What is #MachineLearning?" says four.
  const inSentence = new Map(
    hashtags.filter((tag) => isSpoken(subject, tag)).map(({ span, value }) => [span.start + 1, splitTag(value).length]),
  );
  const spoken = words
    .filter(({ word, inTag, span }) => (inTag ? inSentence.has(span.start) : !word.endsWith("'")))
    .flatMap((word) => Array.from({ length: inSentence.get(word.span.start) ?? 1 }, () => word));
  const meant = spoken.filter(({ kind }) => kind !== 'stop').length;
  const count = spoken.length + Math.min(1, mentions.length);
  if (meant >= 3 || count >= 4) return { isBare: false, count };
  return { isBare: (text.match(WIDE_SCRIPT())?.length ?? 0) < 6, count };
}

/** Links do not count: neither their length, nor the figures in them. */
function opensWithInterest({ text, words, links }: Subject, opening: number): boolean {
  const spoken = links.reduceRight((rest, { span }) => rest.slice(0, span.start) + rest.slice(span.end), text);
  const inLinksBefore = (at: number): number =>
    links.reduce((sum, { span }) => (span.end <= at ? sum + span.end - span.start : sum), 0);
  return (
    /[\d?]/.test(spoken.trimStart().slice(0, opening)) ||
    words.some(({ kind, span }) => kind === 'subject' && span.start - inLinksBefore(span.start) < opening)
  );
}

function repeatedWords(
  { words, language }: Subject,
  least: number,
): { word: string; count: number; span: Word['span'] }[] {
  const long = words.filter(({ kind, word }) => kind !== 'stop' && word.length >= 4);
  // Forms of a word begin alike: stems are worked out only where words do, as often as is too much.
  const alike = groupBy(long, ({ word }) => stemOpening(word));
  const candidates = new Set([...alike.values()].filter((uses) => uses.length >= least).flat());
  const byStem = groupBy(
    long.filter((word) => candidates.has(word)),
    ({ word }) => stemWord(word, language),
  );
  return [...byStem.values()].flatMap((uses) => {
    const [first, last] = [uses[0], uses.at(-1)];
    if (uses.length < least || first === undefined || last === undefined) return [];
    return [{ word: first.text, count: uses.length, span: last.span }];
  });
}

function groupBy(words: readonly Word[], getKey: (word: Word) => string): ReadonlyMap<string, Word[]> {
  const groups = new Map<string, Word[]>();
  for (const word of words) {
    const key = getKey(word);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [word]);
    else group.push(word);
  }
  return groups;
}

function judgeDate(date: DateInText, { campaign }: Subject, now: number, willRepost: boolean, report: Report): number {
  const { text, span } = date;
  // The whole day must be over everywhere: a date is past from its end in the last zone on (UTC-12).
  if (date.end + DAY / 2 < now) {
    report.find(willRepost ? 'pastDateRepost' : 'pastDate', { text }, { span });
    return willRepost ? 0.5 : 0.3;
  }
  const until = campaign?.until;
  if (willRepost && until !== undefined && date.end <= Date.parse(`${until}T00:00:00Z`)) {
    report.find('passingDate', { text, until }, { span });
    return 0.2;
  }
  return 0;
}

function judgeAge(
  { draft, text, lexicon, protectedSpans }: Subject,
  now: number,
  limit: number,
  report: Report,
): number {
  if (draft.published === undefined) return 0;
  const days = Math.floor((now - Date.parse(`${draft.published}T00:00:00Z`)) / DAY);
  if (days < limit) return 0;
  const saysWhy =
    text.includes(String(new Date(now).getUTCFullYear())) ||
    (lexicon !== undefined && hasPhrase(text, lexicon.freshness, protectedSpans));
  if (saysWhy) return 0;
  report.find('stale', { published: draft.published, days });
  return 0.3;
}
