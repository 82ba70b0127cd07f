import { heapsOfEmoji } from '#lint/emoji-heap.js';
import { postName, type Subject } from '#lint/subject.js';
import type { Span } from '#tweet/bounds.js';
import { figureBehind } from '#words/roundabout.js';
import { passingPhrases } from '#lint/time-faults.js';
import { countSubstance, saysNothing, wordingFaults } from '#lint/wording.js';
import { judgeTime, TIME_FIXES, TIME_MESSAGES } from './quality/time.js';
import { judgeWriting, WRITING_FIXES, WRITING_MESSAGES } from './quality/writing.js';
import { replace } from '#lint/edits.js';
import { classifyAccident } from '#lint/accidental-link.js';
import {
  asksShortly,
  countSaid,
  cutOffAt,
  opensWithInterest,
  parentheses,
  questionMarks,
  repeatedWords,
  shareBetween,
  spacedDashes,
  spokenWords,
  staleDays,
} from '#lint/measures.js';
import { nonsenseGate } from '#lint/nonsense-gate.js';
import { postType } from '#lint/post-type.js';
import { defineRule } from '#lint/rule.js';
import { saidTwice } from '#lint/said-twice.js';
import { repeatedMarks } from '#lint/repeated-marks.js';
import { shoutedWords } from '#lint/shouting.js';
import { asPostedFixes, asPostedMessages } from './parts/as-posted.js';
import { judgeAsPosted } from './parts/judge-as-posted.js';

/** Without it no word is in capitals. */
const TWO_CAPITALS = /[A-ZÀ-ÞŒ]['’-]*[A-ZÀ-ÞŒ]/;

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
      description: 'Characters at the start within which a keyword or a number must appear.',
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
    noLink: { severity: 'warning', penalty: 6, text: 'no link: posts worth repeating lead to a page' },
    bareLink: {
      severity: 'error',
      cap: 25,
      text: 'almost no text besides links and tags; say in a sentence what the reader gets',
    },
    vague: {
      severity: 'warning',
      cap: 25,
      text: '{count|no word|word|words} that say anything; say in a sentence what the reader gets',
    },
    fewWords: {
      severity: 'info',
      penalty: 9,
      text: '{count|no word says|word says|words say} something outside tags; {least} at least',
    },
    letters: { severity: 'warning', cap: 10, text: 'most of the words are no words of any language known here' },
    repeated: { severity: 'warning', cap: 15, text: 'half of the words repeat an earlier one; write a sentence' },
    order: { severity: 'warning', cap: 30, text: 'the words are not in the order of a sentence; write one' },
    list: { severity: 'warning', cap: 30, text: 'a row of words without a sentence; say what the page gives' },
    cutOff: { severity: 'warning', penalty: 8, text: '“{text}” breaks off the text; end the sentence' },
    question: { severity: 'info', penalty: 4, text: 'a question mark; posts with one drew fewer reactions' },
    parenthesis: { severity: 'info', penalty: 4, text: 'parentheses; posts with them drew fewer reactions' },
    dash: { severity: 'info', penalty: 3, text: 'a dash between spaces, as in pasted titles' },
    shouting: { severity: 'warning', penalty: 4, text: '“{text}” is in capitals; use normal case' },
    repeatedMarks: { severity: 'warning', penalty: 2, text: '“{text}” shouts; a single “{mark}” is enough' },
    ephemeralVariant: {
      severity: 'error',
      penalty: 3,
      countsFor: 'repeats',
      text: '{post} says “{text}”, which may no longer be true on the day it goes out; use wording that lasts',
    },
    ...TIME_MESSAGES,
    stale: {
      severity: 'warning',
      penalty: 1,
      text: 'the page was published on {published@day}, {days|day|days} ago, and the text does not say why it still matters',
    },
    buriedInterest: {
      severity: 'warning',
      penalty: 2,
      text: 'no keyword or number in the first {opening} characters; lead with the interesting part',
    },
    lateNews: {
      severity: 'warning',
      penalty: 3,
      text: '“{news}” comes after {count} characters; lead with it',
    },
    frame: {
      severity: 'warning',
      penalty: 3,
      text: '“{text}” delays the news; lead with what happened or what it gives',
    },
    nothingSaid: {
      severity: 'warning',
      penalty: 7,
      text: 'the text says that something exists, not what it gives; name the point of the page',
    },
    ...WRITING_MESSAGES,
    emojiHeap: { severity: 'warning', penalty: 1, text: '{count} emoji in a heap; one is enough' },
    severalLinks: { severity: 'warning', penalty: 2, text: '{count} links share the click; keep the one that matters' },
    repetition: {
      severity: 'warning',
      penalty: 2,
      text: '“{word}” appears {count} times; vary it or shorten the text',
    },
    saidTwice: { severity: 'warning', penalty: 2, text: '“{text}” is said twice; join the two sentences' },
    ...asPostedMessages,
  },
  fixes: {
    calm: { safe: true, text: 'write “{calm}”' },
    calmPhrase: { safe: false, text: 'write “{calm}”' },
    ...TIME_FIXES,
    ...asPostedFixes,
    ...WRITING_FIXES,
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
        finding: 'relativeDate',
      },
    ],
  },

  check(subject, report, options) {
    const { text, lexicon, facts } = subject;
    // What became a link by accident leads nowhere that the post is about.
    const type = postType(subject.draft);
    if (
      type === undefined &&
      subject.draft.link === undefined &&
      subject.links.every((link) => classifyAccident(link, subject) !== undefined)
    ) {
      report.find('noLink', {});
    }
    const isBare = judgeWords(subject, report);
    const nonsense = nonsenseGate(subject);
    if (nonsense !== undefined) report.find(nonsense, {});
    judgeSigns(subject, report);
    for (const { span, count } of heapsOfEmoji(subject)) report.find('emojiHeap', { count }, { span });
    const leading = subject.links.filter(({ value }) => /^https?:/i.test(value)).length;
    if (leading > 1) report.find('severalLinks', { count: leading });
    for (const { kind, span } of wordingFaults(subject)) {
      if (kind === 'frame' && type === undefined) judgeFrame(subject, span, report);
    }

    for (const { span, mark, calm } of repeatedMarks(subject)) {
      const suggestions = [report.suggest('calm', { calm }, [replace(span, calm)])];
      report.find('repeatedMarks', { text: mark, mark: calm }, { span, suggestions });
    }
    // An alert may call out.
    // What is a label anyway is named as one.
    const labels = wordingFaults(subject).filter(({ kind }) => kind === 'contentLabel');
    for (const { span, calm, sure } of type === 'alert' || !TWO_CAPITALS.test(text) ? [] : shoutedWords(subject)) {
      if (labels.some((label) => label.span.start <= span.start && span.end <= label.span.end)) continue;
      // What is known keeps its accents; in others capitals may hide them.
      // "DO NOT MERGE" may be the name of a label, or meant as loud as it stands.
      const isSafe = sure && !/(?<![A-Z])(?:NOT|NEVER|MUST)(?![A-Z])/.test(text.slice(span.start, span.end));
      const suggestions = [report.suggest(isSafe ? 'calm' : 'calmPhrase', { calm }, [replace(span, calm)])];
      report.find('shouting', { text: text.slice(span.start, span.end) }, { span, suggestions });
    }

    // Of words without order, no single one is worth setting right.
    const quiet = nonsense !== undefined;
    const aside: Pick<typeof report, 'find' | 'suggest'> = {
      find: (id, data, at) => report.find(id, data, { ...at, quiet: quiet || at?.quiet === true }),
      suggest: report.suggest,
    };
    const willRepost = (subject.campaign?.reposts ?? 0) > 0 || (subject.campaign?.variants?.length ?? 0) > 0;
    if (lexicon === undefined) {
      report.cannotJudge('noLexicon', { language: subject.language ?? '?' });
    } else {
      judgeTime(subject, willRepost, aside);
      subject.campaign?.variants?.forEach((variant, index) => {
        const [first] = passingPhrases(variant.text, lexicon, []);
        if (first === undefined) return;
        const { start, end } = first.span;
        report.find('ephemeralVariant', { post: postName(index + 1), text: variant.text.slice(start, end) });
      });
      judgeWriting(subject, aside);
      if (!isBare && nonsense === undefined && saysNothing(subject)) report.find('nothingSaid', {});
      if (!isBare && !opensWithInterest(subject, options.opening)) {
        report.find('buriedInterest', { opening: options.opening }, { quiet: true });
      }
      for (const { word, count, span } of repeatedWords(subject, options.repeatedWord)) {
        report.find('repetition', { word, count }, { span, quiet: count < options.repeatedWord + 1 });
      }
      const twice = nonsense === undefined ? saidTwice(subject) : undefined;
      if (twice !== undefined) report.find('saidTwice', { text: twice.text }, { span: twice.span });
    }

    if (facts.now !== undefined) {
      const days = staleDays(subject, facts.now, options.staleAfterDays);
      if (days !== undefined) report.find('stale', { published: subject.draft.published ?? '', days });
    } else if (subject.draft.published !== undefined) {
      report.cannotJudge('noClock', {});
    }

    judgeAsPosted(subject, report);
    return 1;
  },
});

type Report = Parameters<typeof quality.check>[1];

/** What stands before the news; where the news is a figure, the finding names it and reaches to it. */
function judgeFrame({ text }: Subject, span: Span, report: Report): void {
  const news = figureBehind(text, span.end);
  if (news === undefined) report.find('frame', { text: text.slice(span.start, span.end) }, { span });
  else {
    const at = { span: { start: span.start, end: news.end } };
    report.find('lateNews', { news: text.slice(news.start, news.end), count: news.start - span.start }, at);
  }
}

/** A share or a price. */
const PRICE = /\d[ \u00a0\u202f]?[%€]|[$£€]\d/;
/** Words that say something from which a text says enough. */
const LEAST_TELLING = 3;

/**
 * Reports a text without a statement, and answers whether it is bare: fewer than three words with a meaning, and no
 * sentence of small words around them either ("Prix de l’énergie : que faire ?"). Somebody mentioned is a word of it, a
 * row of people is none.
 */
function judgeWords(subject: Subject, report: Report): boolean {
  const telling = countSubstance(subject);
  const said = countSaid(subject);
  const share = 1 - shareBetween(telling, 0, LEAST_TELLING);
  if (share > 0) report.find('fewWords', { count: telling, least: LEAST_TELLING }, { share, quiet: true });
  // "-30 %" beside its subject says what the reader gets.
  if (said >= LEAST_TELLING - Number(said > 1 && PRICE.test(subject.text))) return false;
  const isBare = spokenWords(subject).length + Math.min(1, subject.mentions.length) < 4;
  if (isBare) report.find('bareLink', {});
  // A short question with a subject is a good post: "What is a mutex?"
  else if (!asksShortly(subject)) report.find('vague', { count: said });
  return isBare;
}

/** Signs that were measured to cost reactions. */
function judgeSigns(subject: Subject, report: Report): void {
  const cut = cutOffAt(subject);
  if (cut !== undefined) report.find('cutOff', { text: subject.text.slice(cut.start, cut.end) }, { span: cut });
  if (questionMarks(subject).length > 0) report.find('question', {}, { quiet: true });
  if (parentheses(subject).length > 0) report.find('parenthesis', {}, { quiet: true });
  if (spacedDashes(subject).length > 0) report.find('dash', {}, { quiet: true });
}
