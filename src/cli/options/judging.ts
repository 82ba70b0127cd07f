// Options of the commands that judge drafts.
import { InvalidArgumentError, Option, type Command } from 'commander';
import { rules } from '#rules/index.js';
import { LEVELS, type RuleLevel } from '#lint/setting.js';
import { isLanguageCode } from '#tweet/language.js';
import { hint } from '#base/did-you-mean.js';

export const MAX_REQUESTED = 20;

export function readScore(value: string): number {
  const score = Number(value);
  if (value.trim() === '' || !(score >= 0 && score <= 100)) {
    throw new InvalidArgumentError('It must be a number from 0 to 100.');
  }
  return score;
}

/** Reads how many of something are wanted: each of them is to be read by somebody. */
export function readCount(value: string): number {
  const count = Number(value);
  if (!/^\d+$/.test(value) || count < 1 || count > MAX_REQUESTED) {
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${MAX_REQUESTED}.`);
  }
  return count;
}

function readLanguage(value: string): string {
  if (!isLanguageCode(value)) {
    throw new InvalidArgumentError('It must be a two-letter code such as fr or en (ISO 639-1).');
  }
  return value;
}

function readLevel(value: string, before: Record<string, RuleLevel>): Record<string, RuleLevel> {
  const [id = '', level = ''] = value.split('=');
  const ids = rules.map((rule) => rule.id as string);
  if (!ids.includes(id)) throw new InvalidArgumentError(`Unknown rule "${id}"${hint(id, ids)}.`);
  const known = LEVELS.find((candidate) => candidate === level);
  if (known === undefined) throw new InvalidArgumentError(`It must be ${id}=${LEVELS.join(`, ${id}=`)}.`);
  return { ...before, [id]: known };
}

/** The options of every command that judges drafts. */
export const judging = (command: Command): Command =>
  command
    .addOption(new Option('--lang <code>', 'language of the drafts (default: found out)').argParser(readLanguage))
    .addOption(
      new Option('--rule <id=level>', 'how strict a rule is: off, warn, error or default; may be repeated')
        .argParser<Record<string, RuleLevel>>(readLevel)
        .default({}, 'as each rule says'),
    )
    .option('--config <file>', 'configuration file (default: tweetspan.config.json or .yaml, upward from the draft)')
    .option(
      '--thesaurus <file>',
      'MyThes file (.dat) to ask for synonyms (default: what is installed; English: our own)',
    )
    .option('--facts', 'ask the history, and fail when it cannot be read (default: ask it when there is one)')
    .option('--no-facts', 'do not ask the history')
    .option('--db <file>', 'file of the history (default: TWEETSPAN_DB, else in the data folder)');
