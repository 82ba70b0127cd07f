import { isMediaLink, linkIdentity } from '#tweet/link.js';
import { readWordy } from '#words/lexicon.js';
import { findPhrases } from '#words/phrases.js';
import { stemWord } from '#words/stems.js';
import { splitTag } from '#words/tokens.js';
import { classifyAccident } from '#lint/accidental-link.js';
import type { Finding } from '#lint/finding.js';
import type { Subject, Word } from '#lint/subject.js';
import { rewriteGrammarOf } from './languages.js';
import { figureTags } from './tags.js';

/** What a text states that no rewrite may change: who, what, where to, how many, and what is denied. */
export interface StatedFacts {
  /** Identities of its links. */
  readonly links: ReadonlySet<string>;
  /** Figures outside links, each as often as it stands. */
  readonly numbers: readonly string[];
  /** Handles in lower case. */
  readonly mentions: ReadonlySet<string>;
  readonly negations: number;
  /** Stems of the subject words in sentences, with a form of each to show. */
  readonly subjects: ReadonlyMap<string, string>;
  /** Stems of all words, those inside tags one by one. */
  readonly stems: ReadonlySet<string>;
}

const NUMBER = /\d+(?:[.,:\u00a0\u202f]\d+)*/g;
const extractHandle = (value: string): string => (value.split('/')[0] ?? '').toLowerCase();

/** What a prepared draft states. */
export function statedFacts(subject: Subject): StatedFacts {
  const { text, entities, words, language, linkOptions, lexicon } = subject;
  const links = subject.links.filter(
    (link) => classifyAccident(link, subject) === undefined && !isMediaLink(link.value),
  );
  const hidden = [...entities.filter(({ type }) => type !== 'hashtag').map(({ span }) => span), ...figureTags(text)];
  // "N'hésitez pas à lire" denies nothing: what the lexicon calls padding is no statement.
  const padding =
    lexicon === undefined
      ? []
      : findPhrases(text, lexicon.wordy, subject.protectedSpans)
          .filter((found) => readWordy(found).class === 'deletion')
          .map(({ span }) => span);
  const inside = (spans: readonly { start: number; end: number }[], at: number): boolean =>
    spans.some(({ start, end }) => start <= at && at < end);
  const grammar = rewriteGrammarOf(language);
  const isNegation = ({ word, span }: Word): boolean =>
    grammar?.isNegation(word) === true && !inside(padding, span.start);
  const subjects = words.filter(({ kind, inTag }) => kind === 'subject' && !inTag);
  return {
    links: new Set(links.flatMap(({ value }) => linkIdentity(value, linkOptions) ?? [])),
    numbers: [...text.matchAll(NUMBER)].filter(({ index }) => !inside(hidden, index)).map(([number]) => number),
    mentions: new Set(subject.mentions.map(({ value }) => extractHandle(value))),
    negations: words.filter(isNegation).length,
    subjects: new Map(subjects.map(({ word }) => [stemWord(word, language), word])),
    stems: new Set(
      words.flatMap(({ word, text: written, inTag }) =>
        (inTag ? [...splitTag(written), word] : [word, ...word.split('-')]).map((part) => stemWord(part, language)),
      ),
    ),
  };
}

/** What a rewrite may do beyond keeping everything. */
export interface Allowance {
  /** Words that may go because others took their place. Lower case. */
  readonly replaced?: readonly string[];
  /** Whether a negation may go with what was dropped. */
  readonly dropsNegation?: boolean;
  /** Stems that may come in; undefined lets any, for operations whose words are our own. */
  readonly newStems?: ReadonlySet<string>;
}

const countEach = (numbers: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
};

/**
 * What a rewrite changed of what was stated, or undefined when it kept it all: the same links, figures and negations,
 * every mention and every subject, nobody mentioned whom the author did not name, and where stems are limited, no new
 * subject.
 */
export function brokenFact(
  before: StatedFacts,
  after: StatedFacts,
  language: string | undefined,
  { replaced = [], newStems, dropsNegation = false }: Allowance = {},
): Refusal | undefined {
  const lostLink = [...before.links].find((link) => !after.links.has(link));
  if (lostLink !== undefined) return { code: 'lostLink', what: lostLink };
  const newLink = [...after.links].find((link) => !before.links.has(link));
  if (newLink !== undefined) return { code: 'newLink', what: newLink };
  const [had, has] = [countEach(before.numbers), countEach(after.numbers)];
  const changed = [...new Set([...had.keys(), ...has.keys()])].find((number) => had.get(number) !== has.get(number));
  if (changed !== undefined) return { code: 'figure', what: changed };
  const lostMention = [...before.mentions].find((handle) => !after.mentions.has(handle));
  if (lostMention !== undefined) return { code: 'lostMention', what: `@${lostMention}` };
  const stranger = [...after.mentions].find((handle) => !before.mentions.has(handle));
  if (stranger !== undefined) return { code: 'stranger', what: `@${stranger}` };
  const denied = before.negations - after.negations;
  // "ne … pas" is one denial in two words.
  if (denied !== 0 && !(dropsNegation && (denied === 1 || denied === 2))) return { code: 'negation' };
  const gone = new Set(replaced.map((word) => stemWord(word, language)));
  // "text-mining" is still there in #TextMining.
  const isSaid = (stem: string, word: string): boolean =>
    after.stems.has(stem) || word.split(/[-'’]/).every((part) => after.stems.has(stemWord(part, language)));
  const lost = [...before.subjects].find(([stem, word]) => !isSaid(stem, word) && !gone.has(stem));
  if (lost !== undefined) return { code: 'lostWord', what: lost[1] };
  if (newStems === undefined) return undefined;
  const added = [...after.subjects].find(([stem]) => !before.stems.has(stem) && !newStems.has(stem));
  return added === undefined ? undefined : { code: 'newWord', what: added[1] };
}

/**
 * Why a text is refused; `what` is the link, figure, handle or word that it is about. A variant is also refused for a
 * finding of a rule.
 */
export type Refusal =
  | {
      readonly code: 'lostLink' | 'newLink' | 'figure' | 'lostMention' | 'stranger' | 'lostWord' | 'newWord';
      readonly what: string;
    }
  | { readonly code: 'negation' | 'tooLong' | 'rule' | 'noBetter' | 'tooClose' }
  | { readonly code: 'finding'; readonly finding: Pick<Finding, 'rule' | 'messageId' | 'message' | 'data'> };

/** A reason with how often it came up. */
export interface RefusalCount {
  readonly refusal: Refusal;
  readonly count: number;
}

/** Each different refusal once, the most frequent first. */
export function countRefusals(refusals: readonly Refusal[]): RefusalCount[] {
  const counts = new Map<string, { refusal: Refusal; count: number }>();
  for (const refusal of refusals) {
    const key = JSON.stringify(refusal);
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { refusal, count: 1 });
    else known.count += 1;
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
