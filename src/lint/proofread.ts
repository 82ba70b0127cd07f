// Spelling, agreement, confusions and doubled words, with the word lists of the languages. Loaded where a draft is read
// by the program; a caller without word lists does without.
import { disagreements } from '#words/agreement.js';
import { forLanguage } from '#words/by-language.js';
import { confusions, doubledWords } from '#words/confusions.js';
import { wrongApostrophes } from '#words/english-apostrophes.js';
import { indirectQuestions } from '#words/indirect-questions.js';
import { missingAccents } from '#words/missing-accents.js';
import { wrongParticiples } from '#words/participles.js';
import { misspellings } from '#words/spelling.js';
import { sureSlips } from '#words/sure-slips.js';
import { meantSpan } from './tag-place.js';
import { tokenize, type Token } from '#words/tokens.js';
import { hasLetters } from '#words/triggered.js';
import { apostropheBeside } from '#words/typography.js';
import { WORD_CLASS, type WordList } from '#words/word-list.js';
import { spanOverlaps, type Proofreader, type Subject, type WritingFault } from './subject.js';

/** Times that may want an apostrophe: "last nights show". */
const TIMES_IN_S =
  'days |nights |rows |weeks |months |years |mornings |evenings |afternoons |weekends |seasons |summers |winters |springs |autumns |terms ';
const YOU_ARE =
  /your (?:just|already|still|always|never|probably|definitely|also|now|going|able|unable|stuck|new|late|near|up|in|not|supposed|allowed|about|likely|one|here|too|free|under|over|nearby|having) /i;
const mayLackApostrophe = (text: string): boolean =>
  hasLetters(TIMES_IN_S, text.toLowerCase()) || / it[’']s /i.test(text) || (/your /i.test(text) && YOU_ARE.test(text));

// What finds the slips of one language is read where a text may have them (scripts/lazy-packages.mjs).
/** Slips that no other language has. */
const OWN_SLIPS = {
  fr: (text: string, list: WordList) => (/[ \u00a0](?:a[ \u00a0]|ou )/.test(text) ? missingAccents(text, list) : []),
  en: (text: string, list: WordList) => (mayLackApostrophe(text) ? wrongApostrophes(text, list) : []),
};

/** Participles that do not agree, in languages where they should. */
const PARTICIPLES = {
  fr: (text: string, tokens: readonly Token[], list: WordList) =>
    tokens.some(({ word }) => /ée?s?$/.test(word)) ? wrongParticiples(text, tokens, list) : [],
};

/** Texts whose faults are kept: fixes and suggestions are tried on the same text again and again. */
const MAX_KNOWN = 200;

/** The words that the draft and its account write as they do: keywords, title, tags, handles, `words` of the settings. */
function ownWords({ draft, hashtags, mentions, facts }: Subject): ReadonlySet<string> {
  const written = [
    ...(draft.keywords ?? []),
    draft.title ?? '',
    ...hashtags.map(({ value }) => value),
    ...mentions.map(({ value }) => value),
    ...(facts.words ?? []),
  ];
  return new Set(written.flatMap((text) => tokenize(text).map(({ word }) => word)));
}

/**
 * A proofreader for drafts in French and English.
 * @param listOf the words of a language; undefined for a language without a list.
 */
export function createProofreader(listOf: (language: string) => WordList | undefined): Proofreader {
  const known = new Map<string, readonly WritingFault[]>();
  return {
    faultsIn(subject) {
      const { text, language } = subject;
      const list = language === undefined ? undefined : listOf(language);
      if (list === undefined) return [];
      const found = known.get(text);
      if (found !== undefined) return found;
      const faults = proofread(subject, list, listOf);
      if (known.size >= MAX_KNOWN) known.clear();
      known.set(text, faults);
      return faults;
    },
    classesOf: (word, language) => (language === undefined ? undefined : listOf(language)?.lookUp(word)),
    knows(word, language) {
      const classes = language === undefined ? undefined : listOf(language)?.lookUp(word);
      if (classes === undefined) return undefined;
      return (classes & WORD_CLASS.lower) === 0 ? 'name' : 'word';
    },
  };
}

function proofread(
  subject: Subject,
  list: WordList,
  listOf: (language: string) => WordList | undefined,
): readonly WritingFault[] {
  const { text, language, protectedSpans, words } = subject;
  // What X leaves out of a tag was meant as a part of it.
  const apart = [...protectedSpans, ...subject.hashtags.map((tag) => meantSpan(subject, tag))];
  const isFree = (span: WritingFault['span']): boolean => !apart.some((other) => spanOverlaps(span, other));
  const tokens = words.filter(({ span, inTag }) => !inTag && isFree(span));
  const apostrophe = apostropheBeside(text, language);
  const faults: WritingFault[] = [];
  const add = (kind: WritingFault['kind'], span: WritingFault['span'], meant?: string, isSure = false): void => {
    const isSame = (other: WritingFault): boolean =>
      spanOverlaps(other.span, span) &&
      (kind !== 'agreement' || other.kind !== kind || other.span.start === span.start);
    if (!isFree(span) || faults.some(isSame)) return;
    faults.push({
      kind,
      span,
      ...(meant !== undefined && { meant: meant.replaceAll('’', apostrophe) }),
      ...(isSure && { isSure }),
    });
  };
  for (const { span, meant } of doubledWords(text)) add('doubleWord', span, meant);
  for (const { span, meant } of confusions(text, language, list)) add('confusion', span, meant);
  for (const { span, meant } of sureSlips(text, language, list)) add('confusion', span, meant, true);
  for (const { span, meant } of forLanguage(OWN_SLIPS, language)?.(text, list) ?? []) add('confusion', span, meant);
  if (text.includes('?')) {
    for (const { span, meant } of indirectQuestions(text, language)) add('confusion', span, meant);
  }
  const own = ownWords(subject);
  const isForeign = (word: string): boolean =>
    ['fr', 'en'].some((other) => other !== language && listOf(other)?.lookUp(word) !== undefined);
  const isOwn = (word: string): boolean => own.has(word);
  const slips = misspellings(text, tokens, list, { isOwn, isForeign }, language);
  for (const { token, meant, kind } of slips) {
    const isCapital = token.text !== token.text.toLowerCase();
    add(
      kind === 'capital' ? 'accent' : 'spelling',
      token.span,
      isCapital ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant,
    );
  }
  for (const { span, meant } of disagreements(text, tokens, list, language)) add('agreement', span, meant);
  const right = tokens.map((token) => {
    const slip = slips.find((other) => other.token === token);
    return slip === undefined ? token : { ...token, word: slip.meant };
  });
  for (const { span, meant } of forLanguage(PARTICIPLES, language)?.(text, right, list) ?? []) {
    const at = faults.findIndex((fault) => fault.kind === 'spelling' && fault.span.end === span.end);
    const slip = faults[at];
    // What replaces a misspelled participle is to agree as well.
    if (slip !== undefined && meant !== undefined)
      faults[at] = { ...slip, meant: meant.slice(slip.span.start - span.start) };
    else add('agreement', span, meant);
  }
  return faults.sort((a, b) => a.span.start - b.span.start);
}
