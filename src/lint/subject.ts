import { lazy, lazyFor } from '#base/lazy.js';
import type { Campaign, Draft, Media } from '#draft/draft.js';
import type { Entity } from '#tweet/entities.js';
import { detectLanguage, type LanguageCode, type LanguageModel } from '#tweet/language.js';
import { isMediaLink, type LinkOptions, isSameLink } from '#tweet/link.js';
import { measureTweet, type MeasuredTweet } from '#tweet/parse.js';
import { codeSpans, quotedSpans } from '#tweet/quotations.js';
import type { Span } from '#tweet/bounds.js';
import { POST_LIMIT, type LengthParts } from '#tweet/weight.js';
import { isLatin, LATIN_LETTER } from '#words/characters.js';
import type { Lexicon } from '#words/lexicon.js';
import { isListed } from '#words/phrases.js';
import { tokenize, type Token } from '#words/tokens.js';
import type { Facts } from './facts.js';

/** What a word is worth: nothing by itself, something, or a subject. */
type WordKind = 'stop' | 'generic' | 'subject';

/** A word of a draft. */
export interface Word extends Token {
  readonly kind: WordKind;
  /** Whether it is the body of a hashtag. */
  readonly inTag: boolean;
}

/** A draft prepared for the rules: everything that more than one of them looks at, worked out once. */
export interface Subject {
  readonly draft: Draft;
  readonly text: string;
  readonly entities: readonly Entity[];
  /** Links but for those that stand for attached media. */
  readonly links: readonly Entity[];
  readonly hashtags: readonly Entity[];
  readonly mentions: readonly Entity[];
  readonly length: { readonly weighted: number; readonly limit: number; readonly parts: LengthParts };
  readonly language: LanguageCode | undefined;
  /** What is known of its language; undefined for a language without a lexicon. */
  readonly lexicon: Lexicon | undefined;
  /** Words outside links and mentions. Without a lexicon all of them are subjects. */
  readonly words: readonly Word[];
  /** Links, tags, mentions, code and quotations: no edit of wording may touch them. */
  readonly protectedSpans: readonly Span[];
  /** The quotations with their marks, which are the author's own. */
  readonly quotations: readonly Span[];
  /** The link that the post is made for: the front matter's, else the first in the text, one with a scheme before others. */
  readonly link: string | undefined;
  readonly media: readonly Media[];
  readonly campaign: Campaign | undefined;
  readonly facts: Facts;
  readonly linkOptions: LinkOptions;
  /** Another text as X would see it, such as a variant's. */
  measure(text: string): MeasuredTweet;
  /** Reads for slips of spelling and grammar, where word lists are at hand. */
  readonly proofreader: Proofreader | undefined;
}

/** A slip of spelling or grammar, with what is surely meant where something is. */
export interface WritingFault {
  /** `accent`: that of a capital, which is typography. */
  readonly kind: 'spelling' | 'agreement' | 'confusion' | 'doubleWord' | 'accent';
  readonly span: Span;
  readonly meant?: string;
  /** No reading of the text makes the correction wrong. */
  readonly isSure?: boolean;
}

/** What is known of words beyond the lexicons. */
export interface Proofreader {
  /** The slips of a draft. */
  faultsIn(subject: Subject): readonly WritingFault[];
  /** Whether a word in lower case stands in the word list of a language, as a word or only as a name. */
  knows(word: string, language: string | undefined): 'word' | 'name' | undefined;
  /** What a word in lower case may be, as bits of `WORD_CLASS`; undefined for what no word list has. */
  classesOf(word: string, language: string | undefined): number | undefined;
}

/** Whether two stretches of a text share a character. */
export const spanOverlaps = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

/** Whether a stretch of a text touches one of some lines. */
export function isOnLines({ start, end }: Span, lines: readonly { readonly line: number }[], text: string): boolean {
  if (lines.length === 0) return false;
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length - 1;
  return lines.some(({ line }) => lineAt(start) <= line && line <= lineAt(end));
}

/** What a subject is made with. */
interface SubjectOptions {
  readonly lexicons: readonly Lexicon[];
  readonly facts?: Facts | undefined;
  readonly limit?: number | undefined;
  readonly language?: LanguageCode | undefined;
  readonly languageModel?: LanguageModel | undefined;
  readonly links?: LinkOptions | undefined;
  readonly maxCharacters?: number | undefined;
  readonly proofreader?: Proofreader | undefined;
}

/** Words that are kept. */
const MAX_KNOWN_WORDS = 20_000;

/**
 * What was found of words before, by the lexicon: a draft is judged again for each suggestion. Looked for in the lists as
 * they stand: a set of thousands takes longer to make than the words of a draft to find.
 */
const knownKinds = lazyFor<Lexicon, Map<string, WordKind>>(() => new Map());
const acronyms = lazyFor((lexicon: Lexicon): ReadonlySet<string> => new Set(lexicon.acronyms));

const HAS_LATIN_LETTER = new RegExp(`[${LATIN_LETTER}]`);
const HAS_LETTER = lazy(() => /\p{L}/u);

/** What a word of a language is worth. Numbers and single letters are worth nothing as a subject. */
export function classifyWord(word: string, lexicon: Lexicon | undefined): WordKind {
  if (lexicon === undefined) return kindWithout(word);
  const known = knownKinds(lexicon);
  const before = known.get(word);
  if (before !== undefined) return before;
  const kind = kindIn(word, lexicon);
  if (known.size >= MAX_KNOWN_WORDS) known.clear();
  known.set(word, kind);
  return kind;
}

/** As `classifyWord`; a capital may lack its accent: "Etes" is worth what "Êtes" is. */
function kindOf({ text, word }: Token, lexicon: Lexicon | undefined): WordKind {
  const kind = classifyWord(word, lexicon);
  if (kind !== 'subject' || !/^[EA][a-z]/.test(text)) return kind;
  const rest = word.slice(1);
  const kinds = (word.startsWith('e') ? ['é', 'ê'] : ['à', 'â']).map((first) => classifyWord(first + rest, lexicon));
  return kinds.find((other) => other !== 'subject') ?? kind;
}

function kindIn(word: string, { stopWords, genericWords, imperatives }: Lexicon): WordKind {
  if (word.endsWith("'") || word.length < 2 || isListed(word, stopWords)) return 'stop';
  // Verbs that a table knows name no subject either.
  const isVerb = Object.hasOwn(imperatives, word) || Object.values(imperatives).includes(word);
  if (isVerb || isListed(word, genericWords)) return 'generic';
  const kind = kindWithout(word);
  return kind === 'subject' && word.length < 3 ? 'generic' : kind;
}

/** What a word is worth by its letters. */
function kindWithout(word: string): WordKind {
  if (word.endsWith("'") || word.length < 2) return 'stop';
  const hasLetter = HAS_LATIN_LETTER.test(word) || (!isLatin(word) && HAS_LETTER().test(word));
  return hasLetter ? 'subject' : 'stop';
}

/** Whether a word in capitals is one that is always written so. */
export const isAcronym = (word: string, lexicon: Lexicon | undefined): boolean =>
  lexicon !== undefined && acronyms(lexicon).has(word);

/**
 * Prepares a draft for the rules.
 * @throws TextTooLongError beyond `maxCharacters`.
 */
export function prepare(draft: Draft, options: SubjectOptions): Subject {
  const { limit = POST_LIMIT, facts = {}, links: linkOptions = {} } = options;
  const bounds = { limit, ...(options.maxCharacters !== undefined && { maxCharacters: options.maxCharacters }) };
  const { text } = draft;
  const measured = measureTweet(text, bounds);
  const { entities } = measured;
  // Several rules look at the same few variants.
  const others = new Map<string, MeasuredTweet>();
  const language = options.language ?? draft.lang ?? detectLanguage(text, entities, options.languageModel);
  const lexicon = options.lexicons.find((candidate) => candidate.language === language);
  const links = entities.filter(({ type, value }) => type === 'link' && !isMediaLink(value));
  const hashtags = entities.filter(({ type }) => type === 'hashtag');
  const outside = entities.filter(({ type }) => type !== 'hashtag').map(({ span }) => span);
  const tagStarts = new Set(hashtags.map(({ span }) => span.start + 1));
  const words = tokenize(text, outside).map((token): Word => {
    const inTag = tagStarts.has(token.span.start);
    // Spelled out: spreading costs more than all the rest of a word.
    return { text: token.text, word: token.word, span: token.span, kind: kindOf(token, lexicon), inTag };
  });
  const quotations = quotedSpans(text);
  return {
    draft,
    text,
    entities,
    links,
    hashtags,
    mentions: entities.filter(({ type }) => type === 'mention' || type === 'list'),
    length: { weighted: measured.weightedLength, limit, parts: measured.parts },
    language,
    lexicon,
    words,
    protectedSpans: [...entities.map(({ span }) => span), ...quotations, ...codeSpans(text)],
    quotations,
    // Without a scheme it may be no more than a file name or a slip: README.md, fini.La.
    link: draft.link ?? (links.find(({ value }) => /^https?:/i.test(value)) ?? links[0])?.value,
    media: draft.media ?? [],
    campaign: draft.campaign,
    facts,
    linkOptions,
    proofreader: options.proofreader,
    measure(other) {
      const known = others.get(other) ?? measureTweet(other, bounds);
      others.set(other, known);
      return known;
    },
  };
}

/** What another text of the campaign weighs as it will be posted: with the link, which is added where it is missing. */
export function weightWithLink(text: string, { link, measure, linkOptions }: Subject): number {
  const parsed = measure(text);
  const holds = parsed.entities.some(
    ({ type, value }) => type === 'link' && link !== undefined && isSameLink(value, link, linkOptions),
  );
  return link === undefined || holds ? parsed.weightedLength : measure(`${text} ${link}`).weightedLength;
}

/** How a post of the campaign is named, in the word that every language of the program has for it: 1 is the draft. */
export const postName = (index: number): string => `post ${index + 1}`;
