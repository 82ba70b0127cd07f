// Options of the commands that judge drafts.
import { InvalidArgumentError } from 'commander';
import { rules } from '#rules/index.js';
import { nearest } from '#base/did-you-mean.js';
import type { Locale } from '#base/locale.js';
import { LEVELS, type RuleLevel } from '#lint/options.js';
import { lintSentences } from '#locale/lint.js';
import { isLanguageCode } from '#tweet/language.js';
import { option } from './common.js';

/** Texts that a person is still going to read. */
export const MAX_REQUESTED = 20;

/** A reader of scores, 0 to 100. */
export const readScore =
  (locale: Locale) =>
  (value: string): number => {
    const score = Number(value);
    if (value.trim() !== '' && score >= 0 && score <= 100) return score;
    throw new InvalidArgumentError(lintSentences(locale).options.score);
  };

/** A reader of how many texts are wanted, 1 to 20. */
export const readTextCount =
  (locale: Locale) =>
  (value: string): number => {
    const count = Number(value);
    if (/^\d+$/.test(value) && count >= 1 && count <= MAX_REQUESTED) return count;
    throw new InvalidArgumentError(lintSentences(locale).options.count(MAX_REQUESTED));
  };

type Levels = Readonly<Record<string, RuleLevel>>;

const readLevel =
  (locale: Locale) =>
  (value: string, before: Levels): Levels => {
    const sentences = lintSentences(locale).options;
    const [id = '', level = ''] = value.split('=');
    const ids: readonly string[] = rules.map((rule) => rule.id);
    if (!ids.includes(id)) throw new InvalidArgumentError(sentences.unknownRule(id, nearest(id, ids), ids));
    const known = LEVELS.find((candidate) => candidate === level);
    if (known === undefined) throw new InvalidArgumentError(sentences.levels(id, LEVELS));
    return { ...before, [id]: known };
  };

/** `--lang`. */
export const languageOption = (locale: Locale) => {
  const sentences = lintSentences(locale).options;
  return option('--lang <code>', sentences.lang).argParser((value: string): string => {
    if (isLanguageCode(value)) return value;
    throw new InvalidArgumentError(sentences.language);
  });
};

/** `--rule hashtags=off`, repeatable. */
export const ruleOption = (locale: Locale) => {
  const sentences = lintSentences(locale).options;
  return option('--rule <id=level>', sentences.rule)
    .argParser<Levels>(readLevel(locale))
    .default({} as Levels, sentences.ruleDefault);
};

/** `--thesaurus`. */
export const thesaurusOption = (locale: Locale) =>
  option('--thesaurus <file>', lintSentences(locale).options.thesaurus);

/** `--facts` and `--no-facts`. */
export const factsOption = (locale: Locale) => option('--facts', lintSentences(locale).options.facts);
export const noFactsOption = (locale: Locale) => option('--no-facts', lintSentences(locale).options.noFacts);
