import { sameKey } from './characters.js';
import { toPhraseList, type PhraseList } from './phrases.js';
import { toSortedRows } from './sorted-rows.js';
import { toRowBlocks, type RowBlocks } from './row-blocks.js';
import { BETWEEN, toSubjectRows } from './subject-rows.js';

/** A phrase that a shorter one can replace. */
export interface WordyPhrase {
  readonly phrase: string;
  /** Empty: the phrase can go. */
  readonly shorter: string;
  /**
   * `equivalent`: same grammar and meaning, may be replaced without asking; `style`: needs a reader's eye (gender, mood
   * or nuance change); `deletion`: the sentence must be closed over the gap.
   */
  readonly class: 'equivalent' | 'style' | 'deletion';
}

/** A word of the same meaning as others. `gender` is m, f, or left out where the language has none. */
export interface Synonym {
  readonly word: string;
  readonly gender?: 'm' | 'f';
}

/**
 * What the rules know of a language: data that its speakers can edit. Words are lower case, NFC, with straight
 * apostrophes; phrases match whole words in any case.
 */
export interface LexiconData {
  readonly language: string;
  /** Words without a subject of their own: articles, pronouns, auxiliaries … */
  readonly stopWords: readonly string[];
  /** Words with a meaning that names no subject: "article", "nouveau", "découvrir", with their forms. */
  readonly genericWords: readonly string[];
  /** Phrases that are true for a day only, with what lasts instead, where something does. */
  readonly ephemeral: readonly { readonly phrase: string; readonly lasting?: string }[];
  /** Phrases that say why an old page matters now. */
  readonly freshness: readonly string[];
  /** Verbs to the reader: "découvrez", "read". */
  readonly invitations: readonly string[];
  /** Words that promise something: "comment", "guide", "why". */
  readonly promises: readonly string[];
  /** Words by which one asks that something be spread. */
  readonly requests: readonly string[];
  /** Subjects that people follow, with `|` between them, by the field that they belong to, whose tag is broader. */
  readonly subjects?: Readonly<Record<string, string>>;
  /** Tags of one meaning, with blanks between them. */
  readonly sameTags?: readonly string[];
  /** Tags that a text with one of others may have as well: a wider subject, or the same one by another name. */
  readonly wider?: Readonly<Record<string, string>>;
  /** Tags that name no subject, with blanks between them. */
  readonly emptyTags?: string;
  /** Subjects that a text is about where it opens with them, with blanks between them. */
  readonly clearSubjects?: string;
  /**
   * Subjects whose word has other meanings as well, or is too wide to tell what a text is about, with blanks between
   * them: each needs another sign of its field.
   */
  readonly manyMeanings?: string;
  readonly wordy: readonly WordyPhrase[];
  /** Phrases that tell the reader nothing, by kind, with `|` between them. */
  readonly wording?: Readonly<Record<string, string>>;
  /** Groups of words that mean the same to a searcher. */
  readonly synonyms: readonly (readonly Synonym[])[];
  /** Infinitives with the imperative that speaks to the reader: "lire" → "lisez". */
  readonly imperatives: Readonly<Record<string, string>>;
  /** Words that are written in capitals without shouting. */
  readonly acronyms: readonly string[];
  /** January to December, with their abbreviations. */
  readonly months: readonly (readonly string[])[];
  /**
   * How much more often a class of words follows another than chance has it: by the first class, each follower with its
   * log ratio in tenths, `the12 Cs-5`; a number alone is that of all others. Counted from manuals, see the README beside.
   */
  readonly wordOrder?: Readonly<Record<string, string>>;
}

/** The parts of a lexicon that are searched as they stand. */
type Lists =
  'stopWords' | 'genericWords' | 'ephemeral' | 'freshness' | 'invitations' | 'promises' | 'requests' | 'wordy';

/** A lexicon as the rules read it: what lasts is the note of an ephemeral phrase, `readWordy` reads that of a wordy one. */
export interface Lexicon
  extends
    Omit<LexiconData, Lists | 'subjects' | 'wordOrder' | 'wording' | 'wider'>,
    Readonly<Record<Lists, PhraseList>> {
  /** Subjects by the word that they open with, as `toSubjectRows` puts them. */
  readonly subjects?: RowBlocks;
  /** The fields of the subjects, `|field|other|`. */
  readonly fields?: PhraseList;
  /** `|wider: narrow other |`, the narrow ones as `sameKey` has them. */
  readonly wider?: PhraseList;
  readonly wording?: Readonly<Record<string, PhraseList>>;
  /** Rows of `toSortedRows`, a blank behind the class. */
  readonly wordOrder?: string;
}

/** A lexicon from its data. */
export function toLexicon(data: LexiconData): Lexicon {
  const { subjects, wordOrder, wording, wider, ...lists } = data;
  return {
    ...lists,
    stopWords: toPhraseList(data.stopWords),
    genericWords: toPhraseList(data.genericWords),
    ephemeral: toPhraseList(data.ephemeral.map(({ phrase, lasting = '' }) => [phrase, lasting])),
    freshness: toPhraseList(data.freshness),
    invitations: toPhraseList(data.invitations),
    promises: toPhraseList(data.promises),
    requests: toPhraseList(data.requests),
    wordy: toPhraseList(data.wordy.map(({ phrase, class: kind, shorter }) => [phrase, `${kind}>${shorter}`])),
    ...(subjects && {
      subjects: toRowBlocks(toSubjectRows(subjects), BETWEEN),
      fields: `|${Object.keys(subjects).join('|')}|`,
    }),
    ...(wider && { wider: toWider(wider) }),
    ...(wordOrder && { wordOrder: toSortedRows(Object.entries(wordOrder), ' ') }),
    ...(wording && {
      wording: Object.fromEntries(Object.entries(wording).map(([kind, list]) => [kind, toPhraseList(list.split('|'))])),
    }),
  };
}

const toWider = (wider: Readonly<Record<string, string>>): PhraseList =>
  `|${Object.entries(wider)
    .map(([tag, narrow]) => `${tag}: ${narrow.split(' ').map(sameKey).join(' ')} `)
    .join('|')}|`;

/** A wordy phrase that was found, with what its list knows of it. */
export function readWordy({ phrase, note }: { readonly phrase: string; readonly note: string }): WordyPhrase {
  const [kind = '', shorter = ''] = note.split('>');
  return { phrase, shorter, class: kind as WordyPhrase['class'] };
}
