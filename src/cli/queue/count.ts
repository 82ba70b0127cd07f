import type { KeywordFigure } from '#history/ports.js';
import { appBearer } from '../credentials.js';
import { EXIT, UserError, type ExitCode } from '../user-error.js';
import { withHistory } from '../history-database.js';
import type { Shell } from '../shell.js';
import type { QueueFlags } from '../options/queue.js';
import { openQueueIn } from './open.js';
import { toUserError, openClient } from './work.js';
import { PRICES } from '#x/api/prices.js';
import { budgetAt } from '#queue/budget.js';
import { dollars } from '#locale/dollars.js';
import { asJson } from '#report/documents/json.js';
import { count } from '#locale/format.js';

/** How `keywords count` was called. */
export interface CountFlags extends QueueFlags {
  readonly language?: string;
  readonly format: 'text' | 'json';
}

const WORDS = {
  en: { count: (posts: string) => `${posts} posts in 7 days`, cost: (dollars: string) => `cost ${dollars}` },
  fr: { count: (posts: string) => `${posts} posts en 7 jours`, cost: (dollars: string) => `coût ${dollars}` },
} as const;

/** How the figures are called where they are compared. */
const SOURCE = 'X';
const MEASURE = 'posts in 7 days';

/**
 * A search for a word: as it stands, reposts left out (docs.x.com, search operators). Quotes inside would end it.
 */
const toQuery = (word: string, language: string | undefined): string =>
  `"${word.replaceAll('"', ' ').trim()}" -is:retweet${language === undefined ? '' : ` lang:${language}`}`;

/** `keywords count`: how many recent posts hold a word, as a figure of demand. */
export function countCommand(shell: Shell, words: readonly string[], flags: CountFlags): Promise<ExitCode> {
  const { language = '' } = flags;
  const blank = words.find((word) => word.trim() === '');
  if (blank !== undefined)
    throw new UserError('a word is empty: give words to count, such as logement "prix du loyer"');
  return withHistory(shell, { db: flags.db, readonly: false }, async (history) => {
    const queue = await openQueueIn(shell, flags, history);
    const { store, locale } = queue;
    const cost = words.length * PRICES.counts;
    const { left } = budgetAt(store, shell.now());
    if (cost > left) {
      throw new UserError(
        `counting ${words.length} words costs ${dollars(cost)}, and ${dollars(left)} are left of the budget: ` +
          'count fewer, or see tweetspan budget',
        { exitCode: EXIT.tryLater },
      );
    }
    const bearer = await appBearer(shell);
    const client = await openClient(shell, { tokens: bearer, bearer });
    const figures: KeywordFigure[] = [];
    for (const word of words) {
      const counted = await client.counts(toQuery(word, flags.language));
      if (counted.kind !== 'done') throw toUserError(counted);
      store.spend({ at: shell.now(), what: 'count', amount: PRICES.counts });
      const figure = { term: word.trim(), language, figure: counted.value.total, measure: MEASURE, source: SOURCE };
      figures.push({ ...figure, reportedAt: shell.now() });
      // One by one: what was paid for is kept, whatever becomes of the next.
      history.keywords.addKeywords(figures.slice(-1));
    }
    if (flags.format === 'json') {
      const counts = figures.map(({ term, figure }) => ({ term, posts: figure }));
      shell.stdout.write(
        asJson({ schema: 'tweetspan/keywords-count@1', language: flags.language ?? null, counts, cost }),
      );
      return EXIT.done;
    }
    const width = Math.max(...figures.map(({ term }) => term.length));
    for (const { term, figure } of figures) {
      shell.stdout.write(`${term.padEnd(width)}  ${WORDS[locale].count(count(figure, locale))}\n`);
    }
    shell.stdout.write(`${WORDS[locale].cost(dollars(cost))}\n`);
    return EXIT.done;
  });
}
