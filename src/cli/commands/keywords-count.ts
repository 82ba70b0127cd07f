import type { LocalizedCommand } from '../command.js';
import type { KeywordFigure } from '#history/ports.js';
import { queueSentences } from '#locale/queue.js';
import { budgetAt } from '#queue/budget.js';
import { asJson } from '#report/documents/json.js';
import type { KeywordsCountDocument } from '#report/documents/x-schemas.js';
import { PRICES } from '#x/api/prices.js';
import { appBearer } from '../credentials.js';
import { withHistory } from '../history-database.js';
import { databaseOption, formatChoice, jsonOption, newCommand, option } from '../options/common.js';
import { openQueueIn } from '../queue/open.js';
import { EXIT, UserError } from '../user-error.js';
import { openClient } from '../wiring.js';
import { asCallError } from '../x-account.js';

/** What the figures are called where they are compared. */
const SOURCE = 'X';
const MEASURE = 'posts in 7 days';

/** A search for a word as it is written, reposts left out (docs.x.com, search operators). Quotes inside would end it. */
const toQuery = (word: string, language: string | undefined): string =>
  `"${word.replaceAll('"', ' ').trim()}" -is:retweet${language === undefined ? '' : ` lang:${language}`}`;

/**
 * `keywords count`: how many recent posts contain a word, as a figure of demand.
 * @param readLanguage reads the code of a language.
 */
export function registerKeywordsCount(keywords: LocalizedCommand, readLanguage: (value: string) => string): void {
  const { shell, locale, finish } = keywords.context;
  const { help, count: sentences } = queueSentences(locale);
  newCommand(keywords, 'count', help.count)
    .argument('<words...>', help.count.words)
    .addOption(option('--language <code>', help.count.language).argParser(readLanguage))
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (words, flags) => {
      const { language } = flags;
      if (words.some((word) => word.trim() === '')) throw new UserError(sentences.emptyWord);
      await withHistory(shell, { db: flags.db, readonly: false }, async (history) => {
        const { store } = await openQueueIn(shell, flags, history);
        const cost = words.length * PRICES.counts;
        const { left } = budgetAt(store, shell.now());
        if (cost > left) {
          throw new UserError(sentences.overBudget(words.length, cost, left), { exitCode: EXIT.tryLater });
        }
        const bearer = await appBearer(shell);
        const client = await openClient(shell, { tokens: bearer, bearer });
        const figures: KeywordFigure[] = [];
        for (const word of words) {
          const counted = await client.counts(toQuery(word, language));
          if (counted.kind !== 'done') throw asCallError(counted);
          store.spend({ at: shell.now(), what: 'count', amount: PRICES.counts });
          const figure = {
            term: word.trim(),
            language: language ?? '',
            figure: counted.value.total,
            measure: MEASURE,
            source: SOURCE,
            reportedAt: shell.now(),
          };
          figures.push(figure);
          // One by one: what was paid for is kept, whatever becomes of the next.
          history.keywords.addKeywords([figure]);
        }
        const document: KeywordsCountDocument = {
          schema: 'tweetspan/keywords-count@1',
          language: language ?? null,
          counts: figures.map(({ term, figure }) => ({ term, posts: figure })),
          cost,
        };
        const width = Math.max(...figures.map(({ term }) => term.length));
        const lines = figures.map(({ term, figure }) => `${term.padEnd(width)}  ${sentences.posts(figure)}`);
        shell.stdout.write(
          flags.format === 'json' ? asJson(document) : `${[...lines, sentences.cost(cost)].join('\n')}\n`,
        );
      });
      finish(EXIT.done);
    });
}
