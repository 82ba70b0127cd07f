import { lazy } from '#base/lazy.js';
import { replace } from '#lint/edits.js';
import { asksShortly, countTelling, invitesReader, plainLength, setLength, shareBetween } from '#lint/measures.js';
import { postType } from '#lint/post-type.js';
import { defineRule } from '#lint/rule.js';
import { lastEndingBy } from '#tweet/bounds.js';
import type { Subject, Word } from '#lint/subject.js';
import { wordingFaults } from '#lint/wording.js';
import type { Span } from '#tweet/bounds.js';
import { readWordy, type WordyPhrase } from '#words/lexicon.js';
import { wordyHere } from '#words/wordy-here.js';
import { findPhrases } from '#words/phrases.js';
import { matchCase } from '#words/characters.js';

/** Full stops, line ends, and emoji where a capital shows that another sentence begins; so it does behind a quotation. */
const SENTENCE_END = /(?<![.!?…])[.!?…]+(?:(?=\s|$)|(?:["”’]|\s?»)(?=\s+["“«]?[\dA-ZÀ-ÞŒ]|$))|\n+/g;
/** An emoji before a capital ends a sentence as well. */
const SENTENCE_END_OR_EMOJI = lazy(
  () =>
    /(?<![.!?…])[.!?…]+(?:(?=\s|$)|(?:["”’]|\s?»)(?=\s+["“«]?[\dA-ZÀ-ÞŒ]|$))|\n+|\p{Extended_Pictographic}[^\p{L}\p{N}@#]{0,12}(?=\p{Lu})/gu,
);
/** A text is called long from half as much again: longer ones were measured to do no worse. */
const FAR_OVER = 1.5;
/** Words that say something from which a sentence needs no invitation: it informs. */
const INFORMS = 5;
/** Points of `thin`, of `wordy`, and of one wordy phrase by itself. */
const [THIN_POINTS, WORDY_POINTS, PHRASE_POINTS] = [14, 12, 4];

/** 2: concision. The text makes one click; a short space forces clarity. */
export const concision = defineRule({
  id: 'concision',
  number: 2,
  title: 'Concision',
  summary: 'Without its link and tags, the text fits into 140 characters and makes one point that earns the click.',
  lever: 'relevance',
  weight: 14,
  evidence: {
    grade: 'published',
    source:
      '“10 conseils pour prolonger la vie d’un tweet” (2016), tip 2, for the target; docs.x.com, Counting characters, for the limit and the weights',
  },
  options: {
    target: {
      type: 'integer',
      default: 140,
      minimum: 40,
      maximum: 25_000,
      description: 'Weighted length of the text, without link and tags, up to which it is short.',
    },
    thin: {
      type: 'integer',
      default: 30,
      minimum: 0,
      maximum: 140,
      description: 'Weighted length of the text, without link and tags, up to which it says too little.',
    },
    full: {
      type: 'integer',
      default: 70,
      minimum: 1,
      maximum: 280,
      description: 'Weighted length of the text, without link and tags, from which it gets full marks.',
    },
    sentenceWords: {
      type: 'integer',
      default: 26,
      minimum: 5,
      maximum: 100,
      description: 'Most words in a sentence that is easy to read.',
    },
  },
  messages: {
    tooLong: {
      severity: 'error',
      penalty: 14,
      text: '{weighted} of {limit} characters, {over} too many: text {text}, double-width characters {wide}, links {links}, tags {hashtags}, mentions {mentions}, emoji {emoji}',
    },
    overTarget: {
      severity: 'info',
      text: 'the text has {length} characters without link and tags; aim for {target} or fewer',
    },
    thin: {
      severity: 'warning',
      penalty: THIN_POINTS,
      text: 'the text has {length|no characters|character|characters} without link and tags; {full} or more give a reason to click',
    },
    wordy: { severity: 'warning', penalty: WORDY_POINTS, text: 'use “{shorter}” instead of “{phrase}”' },
    padding: { severity: 'warning', penalty: WORDY_POINTS, text: '“{phrase}” adds nothing; cut it' },
    leadIn: {
      severity: 'warning',
      penalty: WORDY_POINTS,
      text: '“{phrase}” only announces; begin with what comes behind it',
    },
    boast: {
      severity: 'warning',
      penalty: WORDY_POINTS,
      text: '“{phrase}” is about you; begin with what the reader gets',
    },
    contentLabel: {
      severity: 'warning',
      penalty: WORDY_POINTS,
      text: '“{phrase}” names the kind of content; begin with what it says',
    },
    courtesy: { severity: 'warning', penalty: WORDY_POINTS, text: '“{phrase}” tells the reader nothing; cut it' },
    emptyPointer: {
      severity: 'warning',
      penalty: WORDY_POINTS,
      text: '“{phrase}” only says that there is a link; say what is behind it',
    },
    cliche: {
      severity: 'warning',
      penalty: WORDY_POINTS,
      text: '“{phrase}” stands in every ad; say what is true of this page alone',
    },
    passive: { severity: 'warning', penalty: 2, text: '“{phrase}” is passive; say who does it, or address the reader' },
    nominalization: { severity: 'warning', penalty: 2, text: '“{phrase}” hides a verb in a noun; use the verb' },
    longSentence: {
      severity: 'warning',
      penalty: 3,
      text: 'a sentence of {count} words; aim for {limit} words or fewer',
    },
    noInvitation: {
      severity: 'info',
      text: 'nothing invites a click; make a promise, give a figure, or speak to the reader',
    },
  },
  fixes: {
    shorten: { safe: true, text: 'write “{shorter}”' },
    shortenWithCare: { safe: false, text: 'write “{shorter}”, then check the sentence' },
  },
  reasons: {
    noLexicon: 'wordiness and invitation are not checked in this language ({language})',
  },
  examples: {
    good: [
      { draft: '5 erreurs à éviter avant de signer votre bail https://example.org/bail #logement #location' },
      { draft: 'How we halved our build time, step by step https://example.org/build #devops #ci' },
    ],
    bad: [
      {
        draft: 'Retrouvez nos conseils afin de choisir votre logement https://example.org/guide',
        finding: 'wordy',
      },
      { draft: 'Notre rapport https://example.org/rapport', finding: 'thin' },
    ],
  },

  check(subject, report, options) {
    const { length, lexicon, protectedSpans, text } = subject;
    const { weighted, limit, parts } = length;
    const isTribute = postType(subject.draft) === 'tribute';
    const plain = plainLength(subject);
    if (weighted > limit) {
      report.find('tooLong', { weighted, limit, over: weighted - limit, ...parts });
    } else if (plain > FAR_OVER * options.target && postType(subject.draft) === undefined) {
      // A warning and a tribute take the words that they need.
      report.find('overTarget', { length: plain, target: options.target });
    }
    const full = Math.max(options.thin + 1, options.full);
    const missing = (characters: number): number => 1 - shareBetween(characters, options.thin, full);
    const set = setLength(subject);
    if (missing(set) > 0) {
      report.find(
        'thin',
        { length: plain, full },
        { share: missing(set), quiet: plain >= options.thin || asksShortly(subject) },
      );
    }
    if (lexicon === undefined) {
      report.cannotJudge('noLexicon', { language: subject.language ?? '?' });
    } else {
      // What filler adds to a short text is taken back: it says nothing, and cutting it must not cost anything, be it all
      // at once.
      let left = set;
      const cost = (saved: number): number => {
        const before = missing(left);
        left -= saved;
        return (PHRASE_POINTS + THIN_POINTS * (missing(left) - before)) / WORDY_POINTS;
      };
      const faults = wordingFaults(subject);
      for (const { kind, span } of faults) {
        const phrase = text.slice(span.start, span.end);
        if (kind === 'frame') continue;
        if (kind === 'passive' || kind === 'nominalization') report.find(kind, { phrase }, { span });
        else report.find(kind, { phrase }, { span, share: cost(phrase.length + 1) });
      }
      const leaveOut = [...protectedSpans, ...faults.map(({ span }) => span)];
      for (const { span, ...found } of findPhrases(text, lexicon.wordy, leaveOut)) {
        const phrase = text.slice(span.start, span.end);
        const entry = wordyHere(readWordy(found), text, span);
        if (entry === undefined || isMatterOfTaste(entry)) continue;
        if (entry.class === 'deletion') {
          if (SETS_APART.test(text.slice(Math.max(0, span.start - NEAR), span.start))) continue;
          if (standsAlone(text, span) || (isTribute && !phrase.includes(' '))) continue;
          report.find('padding', { phrase }, { span, share: cost(phrase.length + 1) });
          continue;
        }
        const shorter = matchCase(phrase, entry.shorter);
        // Behind an elision (qu', d', n') another word may need the vowel back: that takes an eye.
        const elided = /['’]/.test(text.charAt(span.start - 1));
        const fix = entry.class === 'equivalent' && !elided ? 'shorten' : 'shortenWithCare';
        const suggestions = [report.suggest(fix, { shorter }, [replace(span, shorter)])];
        const share = cost(phrase.length - shorter.length);
        report.find('wordy', { phrase, shorter }, { span, suggestions, share });
      }
      if (postType(subject.draft) === undefined && countTelling(subject) < INFORMS && !invitesReader(subject))
        report.find('noInvitation', {});
    }
    for (const { span, count } of longSentences(subject, options.sentenceWords)) {
      report.find('longSentence', { count, limit: options.sentenceWords }, { span });
    }
    return 1;
  },
});

/** "Ce qui marche vraiment": what is set apart from all else that is said to work. */
const SETS_APART = /(?:ce qu[ie]|ce qu['’]\w{1,10}|what) \S{1,20} $/;
const NEAR = 40;

/** What takes back a little of what was said, set off by commas: "you can, sort of, and it works". */
const HEDGE = /^(?:sort of|kind of|more or less|en quelque sorte|plus ou moins),/i;

/** "Yes, really!": a word between marks is all that is said there. */
const standsAlone = (text: string, { start, end }: Span): boolean =>
  /(?:^|[.,;:!?…\n])[ \u00a0]?$/.test(text.slice(0, start)) &&
  (/^[ \u00a0\u202f]?[.!?…]/.test(text.slice(end)) || HEDGE.test(text.slice(start, end + 1)));

/** A single word with a shorter one of nearly the same meaning: true, and of little use to the author. */
const isMatterOfTaste = ({ phrase, class: kind }: WordyPhrase): boolean => kind === 'style' && !phrase.includes(' ');

/** Whether an offset stands in one of the links, which are in the order of the text. */
function isInside(links: Subject['links'], offset: number): boolean {
  const link = lastEndingBy(links, offset) + 1;
  return (links[link]?.span.start ?? Infinity) <= offset;
}

function longSentences({ text, words, links }: Subject, limit: number): { span: Span; count: number }[] {
  const breaks = [...text.matchAll(/[\u203c-\u3299\ud83c-\udbff]/.test(text) ? SENTENCE_END_OR_EMOJI() : SENTENCE_END)]
    .filter(({ index }) => !isInside(links, index))
    .map((match) => match.index + match[0].length);
  // A link ends a sentence as well: what follows it is another thought, or tags.
  const ends = [...new Set([...breaks, ...links.map(({ span }) => span.start), text.length])].sort((a, b) => a - b);
  let next = 0;
  return ends.flatMap((end) => {
    const from = next;
    // A word over the end belongs to neither sentence.
    while (next < words.length && (words[next]?.span.start ?? 0) < end) next += 1;
    const inside = words.slice(from, next).filter(({ span, inTag }) => !inTag && span.end <= end);
    const [first, last] = [inside[0], inside.at(-1)];
    // An elided article (l', d') is read as one with its word, and so is an hour: "18 h 30".
    const isRead = (word: Word, index: number): boolean =>
      !word.word.endsWith("'") && !isPartOfFigure(text, inside[index - 1], word);
    const count = inside.filter(isRead).length;
    if (count <= limit || first === undefined || last === undefined) return [];
    return [{ span: { start: first.span.start, end: last.span.end }, count }];
  });
}

/** Whether a word goes on a figure across a blank: the parts of "18 h 30", "230 000" and "12 %". */
const isPartOfFigure = (text: string, before: Word | undefined, word: Word): boolean =>
  before !== undefined &&
  /^[ \u00a0\u202f]$/.test(text.slice(before.span.end, word.span.start)) &&
  ((/^\d+$/.test(before.word) && /^(?:h|\d{3}|km|kg|m|cm|mm|g|min|s|cl|l|ha|go|mo|ko|€)$/.test(word.word)) ||
    (before.word === 'h' && /^\d{2}$/.test(word.word)));
