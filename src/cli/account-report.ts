// The account at a glance, as data: each part is read as the command reads it that shows it alone.
import { countFaults, estimateNamedLink, type EstimatedLink, type LinkName } from '#campaign/link-decay.js';
import type { OwnModel } from '#evidence/own-model.js';
import type { Item } from '#queue/item.js';
import type { ReportDocument, ReportedWeights } from '#report/documents/report.js';
import { Z80 } from '#timing/math/random.js';
import { MAX_OPEN } from './campaign.js';
import { hoursDocument } from './commands/hours.js';
import type { OpenHistory } from './history-database.js';
import { learnFrom } from './learned.js';
import { describeDecay, newestLinks, type DecaySetting } from './link-decay.js';
import { ownModels } from './own-standing.js';
import { openQueueIn } from './queue/open.js';
import { readBudget, readQueue, UNFINISHED_STATES } from './queue/read.js';
import type { Shell } from './shell.js';
import { describeSuggestion, findSuggestions } from './suggestions.js';

/** Suggestions, links, curves, and items of the queue that a report has at most. @source own choice */
const MAX_SUGGESTED = 5;
const MAX_LINKS = 20;
const MAX_CURVES = 3;
const MAX_ITEMS = 100;
/** Links posted of late among which those with most to come are looked for: more than fifty posts a day. */
const MAX_LATE = 400;
/** After this nothing more is expected of a post, ms. */
const HORIZON = 7 * 86_400_000;

/** What a report is asked for by. */
export interface ReportQuery {
  readonly db: string | undefined;
  readonly zone: string;
  readonly seed: number;
}

/** Reads all parts of the report. What was learned on the way is kept in the database. */
export async function readReport(
  shell: Shell,
  open: OpenHistory,
  { db, zone, seed }: ReportQuery,
): Promise<ReportDocument> {
  const now = shell.now();
  const learned = learnFrom(open, now);
  const found = await findSuggestions(open, learned, { now, zone, seed, limit: MAX_SUGGESTED });
  const hours = learned.hours({ zone, seed, metric: undefined });
  const { estimate } = learned.hours({ zone, seed, metric: 'reactions' });
  const decay = readDecay(open, { now, zone, seed, hours: estimate, decay: learned.decay() });
  const queue = await openQueueIn(shell, {}, open);
  const models = await ownModels(shell, open, db);
  await learned.keep(shell, db);
  const account = open.timing.account()?.handles ?? [];
  const { document: listed } = await readQueue(queue, shell, {
    states: UNFINISHED_STATES,
    limit: MAX_ITEMS,
    withSteps: true,
  });
  return {
    schema: 'tweetspan/report@1',
    account,
    zone,
    now: new Date(now).toISOString(),
    localTime: decay.localTime,
    seed,
    suggest: {
      ...found.document,
      links: found.links.map((link, index) => describeSuggestion(link, index, { zone })),
      queued: null,
    },
    decay,
    hours: hoursDocument({ account, seed, usable: hours, estimate: hours.estimate }),
    queue: listed,
    budget: await readBudget(queue),
    costToCome: sumCosts(await queue.store.list({ states: ['planned', 'claimed'] }, MAX_OPEN)),
    weights: (['reactions', 'clicks'] as const).flatMap((metric) => {
      const model = models[metric];
      return model === undefined ? [] : [{ metric, ...describeWeights(model) }];
    }),
  };
}

/** The links with most still to come, of those posted so late that anything is; the newest ones where none is. */
function readDecay({ reader, timing }: OpenHistory, setting: DecaySetting): ReportDocument['decay'] {
  const { now, seed, decay } = setting;
  const { head, toDecay } = describeDecay(setting);
  const estimateOf = (name: LinkName, totalsOnly: boolean): EstimatedLink | undefined =>
    estimateNamedLink(name, reader.postsOfLink(name.identity), { now, decay, seed, totalsOnly });
  const late: { readonly estimated: EstimatedLink; readonly toCome: number }[] = [];
  for (const link of newestLinks(reader, {}, MAX_LATE)) {
    if (late.length >= MAX_LINKS && link.lastAt < now - HORIZON) break;
    const estimated = estimateOf(link, true);
    if (estimated !== undefined) late.push({ estimated, toCome: toDecay(estimated, false).remaining.mean });
  }
  const shown = late
    .sort((a, b) => b.toCome - a.toCome)
    .slice(0, MAX_LINKS)
    .map(({ estimated }, index) => (index < MAX_CURVES ? (estimateOf(estimated.name, false) ?? estimated) : estimated));
  return {
    ...head,
    account: timing.account()?.handles ?? [],
    metric: 'reactions',
    known: reader.countDatedLinks(),
    sort: 'remaining',
    links: shown.map((estimated, index) => toDecay(estimated, index < MAX_CURVES)),
    faults: countFaults(shown),
  };
}

/** What posts by the API will cost, in all and by month. */
function sumCosts(items: readonly Pick<Item, 'mode' | 'dueAt' | 'price'>[]): ReportDocument['costToCome'] {
  const paid = items.filter(({ mode }) => mode === 'api');
  const monthOf = ({ dueAt }: Pick<Item, 'dueAt'>): string => new Date(dueAt).toISOString().slice(0, 7);
  const sum = (some: typeof paid): { posts: number; total: number } => ({
    posts: some.length,
    total: some.reduce((total, { price }) => total + price, 0),
  });
  const months = [...new Set(paid.map(monthOf))].sort();
  return {
    ...sum(paid),
    months: months.map((begins) => ({ begins, ...sum(paid.filter((item) => monthOf(item) === begins)) })),
  };
}

function describeWeights({
  posts,
  unseen,
  columns,
  weights,
  errors,
  scale,
}: OwnModel): Omit<ReportedWeights, 'metric'> {
  const terms = columns.map((term, index) => {
    const unit = scale[index] ?? 1;
    const effect = (weights[index] ?? 0) / unit;
    const reach = (Z80 * (errors[index] ?? 0)) / unit;
    return { term, effect, low: effect - reach, high: effect + reach, isSure: Math.abs(effect) > reach };
  });
  return {
    posts,
    unseen,
    terms: terms.sort((a, b) => Number(b.isSure) - Number(a.isSure) || Math.abs(b.effect) - Math.abs(a.effect)),
  };
}
