// `hours --experiment`: what the experiment in the queue has found. Loaded when it is requested.
import { COUNTED_AT } from '#campaign/experiment.js';
import { experimentsIn, followExperiment, type CountedItem } from '#campaign/experiment-result.js';
import type { Locale } from '#base/locale.js';
import type { ExperimentDocument } from '#report/documents/experiment.js';
import { asJson } from '#report/documents/json.js';
import { experimentReport } from '#report/terminal/experiment.js';
import type { Metric } from '#timing/hours/usable-posts.js';
import { MAX_OPEN } from './campaign.js';
import { withHistory, type OpenHistory } from './history-database.js';
import { terminalWidth, wantsColor, type Shell } from './shell.js';

/** How the result is requested. */
export interface ExperimentFlags {
  readonly db?: string | undefined;
  readonly seed: number;
  readonly metric?: Metric | undefined;
  readonly isJson: boolean;
  readonly color?: boolean | undefined;
  readonly quiet?: boolean | undefined;
  readonly locale: Locale;
}

/** Writes what the experiment of a seed and a metric has found. */
export async function showExperiment(shell: Shell, flags: ExperimentFlags): Promise<void> {
  const { db, locale, isJson, color, quiet } = flags;
  const document = await withHistory(shell, { db, readonly: true }, (open) =>
    experimentDocument(open, flags, shell.now()),
  );
  const view = { color: wantsColor(shell, color), columns: terminalWidth(shell), locale, quiet };
  shell.stdout.write(isJson ? asJson(document) : experimentReport(document, view));
}

async function experimentDocument(
  { queue, reader, timing }: OpenHistory,
  { seed, metric = 'reactions' }: Pick<ExperimentFlags, 'seed' | 'metric'>,
  now: number,
): Promise<ExperimentDocument> {
  const experiments = experimentsIn(await queue.list({ inExperiment: true }, MAX_OPEN)).flatMap((items) => {
    const first = items[0];
    return first === undefined ? [] : [{ items, seed: first.experiment.seed, metric: first.experiment.metric, first }];
  });
  const found = experiments.find((each) => each.seed === seed && each.metric === metric);
  const items = found?.items ?? [];
  const posts = new Map<string, CountedItem>();
  for (const link of new Set(items.map((item) => item.link))) {
    for (const { id, at, observations, gone } of reader.postsOfLink(link)) {
      if (at !== undefined) posts.set(id, { at, observations, gone });
    }
  }
  return {
    schema: 'tweetspan/experiment@1',
    account: timing.account()?.handles ?? [],
    seed,
    metric,
    countedAt: found?.first.experiment.countedAt ?? COUNTED_AT,
    ...followExperiment(items, (id) => posts.get(id), now),
    others: experiments
      .filter((each) => each !== found)
      .map((each) => ({
        seed: each.seed,
        metric: each.metric,
        links: new Set(each.items.map(({ experiment }) => experiment.pair)).size,
      })),
  };
}
