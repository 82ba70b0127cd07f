// The place of a link in an experiment: the next one of the experiment with this seed and metric.
import type { CampaignHistory } from '#campaign/input.js';
import type { ExperimentError } from '#campaign/experiment.js';
import type { Locale } from '#base/locale.js';
import { experimentSentences } from '#locale/experiment.js';
import { MAX_LINKS } from '#timing/experiment/design.js';
import type { Metric } from '#timing/hours/usable-posts.js';
import { MAX_OPEN } from './campaign.js';
import { withHistory } from './history-database.js';
import type { Shell } from './shell.js';
import { UserError } from './user-error.js';

/**
 * The number of a link that joins an experiment, after all that ever did: a number is drawn for once.
 * @throws UserError where there is nothing to compare with, the link has joined already, or the experiment is full.
 */
export async function joinExperiment(
  shell: Shell,
  {
    db,
    seed,
    metric = 'reactions',
  }: { readonly db?: string; readonly seed: number; readonly metric?: Metric | undefined },
  {
    link,
    history,
    locale,
  }: {
    readonly link: string;
    readonly history: (CampaignHistory & { readonly replaced: readonly number[] }) | undefined;
    readonly locale: Locale;
  },
): Promise<{ readonly pair: number }> {
  const { errors } = experimentSentences(locale);
  if (history === undefined) throw new UserError(errors.noHistory);
  if (metric === 'visits') throw new UserError(errors.visits);
  const items = (
    await withHistory(shell, { db, readonly: true }, ({ queue }) => queue.list({ inExperiment: true }, MAX_OPEN))
  ).filter(({ experiment }) => experiment?.seed === seed && experiment.metric === metric);
  const joined = items.filter(
    (item) => item.link === link && item.state !== 'cancelled' && !history.replaced.includes(item.id),
  );
  if (joined.length > 0) throw new UserError(errors.joined(joined.map(({ id }) => id)));
  const pair = Math.max(-1, ...items.map(({ experiment }) => experiment?.pair ?? -1)) + 1;
  if (pair >= MAX_LINKS) throw new UserError(errors.full(MAX_LINKS));
  return { pair };
}

/** Why a link cannot join an experiment, as the command says it. */
export function asUserError({ fault }: ExperimentError, locale: Locale): UserError {
  const { errors } = experimentSentences(locale);
  return new UserError(
    fault.code === 'no-habit' ? errors.noHabit(fault.posts, fault.needed) : errors.noBest(fault.metric),
  );
}
