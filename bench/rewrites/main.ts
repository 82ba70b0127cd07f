import { lexicons } from '#rules/lexicon/index.js';
import { rules } from '#rules/index.js';
import type { Facts } from '#lint/facts.js';
import { searchRewrites, type RewriteSearch } from '#rewrite/rewrite.js';
import { planVariants } from '#rewrite/variants.js';
import type { Draft } from '#draft/draft.js';
import { languageByModel } from '#tweet/language-model.js';
import {
  firstProposals,
  HELD_OUT,
  readNeeds,
  readVerdicts,
  TUNING,
  type FirstProposal,
  type Part,
  type RewriteVerdict,
} from './judged.js';
import { accountPosts, toContactFacts, encountersIn, sampleDrafts } from './drafts.js';

/** A figure with what it is, and what it should be where that is settled. */
export type Row = readonly [name: string, value: number | string, target: string];

const GOOD = 80;
const WORTHWHILE = 8;
const REPOSTS = 4;
const MAIN_REASONS = 3;

interface Trial {
  readonly search: RewriteSearch;
  readonly milliseconds: number;
}

const optionsWith = (facts: Facts) => ({ rules, lexicons, languageModel: languageByModel, facts });

function timed<Result>(work: () => Result): { result: Result; milliseconds: number } {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  return { result, milliseconds: (user + system) / 1000 };
}

const rewriteOne = (draft: Draft, facts: Facts): Trial => {
  const { result, milliseconds } = timed(() => searchRewrites(draft, optionsWith(facts)));
  return { search: result, milliseconds };
};

const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
};
const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`);
const bestGain = ({ search }: Trial): number => search.rewrites[0]?.gain ?? 0;
const scoreBefore = ({ search }: Trial): number => search.before.score ?? 0;

function formatReasons(trials: readonly Trial[]): string {
  const counts = new Map<string, number>();
  for (const { refusal, count } of trials.flatMap(({ search }) => search.refused)) {
    counts.set(refusal.code, (counts.get(refusal.code) ?? 0) + count);
  }
  const main = [...counts].sort((a, b) => b[1] - a[1]).slice(0, MAIN_REASONS);
  return main.map(([reason, count]) => `${reason} (${count})`).join(', ');
}

function qualityRows(name: string, trials: readonly Trial[], target: string): Row[] {
  const weak = trials.filter((trial) => scoreBefore(trial) < GOOD);
  const tried = trials.reduce((sum, { search }) => sum + search.tried, 0);
  const refused = trials.flatMap(({ search }) => search.refused).reduce((sum, { count }) => sum + count, 0);
  return [
    [`${name}: drafts (those below ${GOOD})`, `${trials.length} (${weak.length})`, ''],
    [`${name}: improved`, percent(trials.filter((trial) => bestGain(trial) > 0).length, trials.length), ''],
    [
      `${name}: below ${GOOD}, gain of ${WORTHWHILE} or more`,
      percent(weak.filter((trial) => bestGain(trial) >= WORTHWHILE).length, weak.length),
      target,
    ],
    [`${name}: median gain (points)`, quantile(trials.map(bestGain), 0.5), ''],
    [`${name}: refused by the guard, of ${tried} tried`, percent(refused, tried), formatReasons(trials)],
  ];
}

/** Processor time of 30 million square roots where the limits were set, in ms: times are scaled to it. */
const REFERENCE = 70;
function scaleOfMachine(): number {
  let sum = 0;
  const { milliseconds } = timed(() => {
    for (let each = 0; each < 3e7; each += 1) sum += Math.sqrt(each);
  });
  return sum > 0 ? REFERENCE / milliseconds : 1;
}

function timeRows(name: string, milliseconds: readonly number[], atMost: number): Row[] {
  const scale = scaleOfMachine();
  return [
    [`${name}: median (ms, scaled)`, Number((scale * quantile(milliseconds, 0.5)).toFixed(1)), ''],
    [`${name}: 95 % (ms, scaled)`, Number((scale * quantile(milliseconds, 0.95)).toFixed(1)), `at most ${atMost}`],
  ];
}

/** One post in so many is tried, spread over the year: enough for shares to a few points, and soon done. */
const EVERY = 5;

/** A part with its first proposals, and those of them that a reader accepted or rejected. */
interface Judged {
  readonly part: Part;
  readonly proposals: readonly FirstProposal[];
  readonly accepted: ReadonlySet<FirstProposal>;
  readonly rejected: ReadonlySet<FirstProposal>;
}

function judge(part: Part): Judged {
  const verdicts = readVerdicts().filter((each) => each.part === part);
  const proposals = firstProposals(part);
  const saying = (verdict: RewriteVerdict['verdict']): Set<FirstProposal> =>
    new Set(
      proposals.filter(({ id, proposal }) =>
        verdicts.some((each) => each.id === id && each.proposal === proposal && each.verdict === verdict),
      ),
    );
  return { part, proposals, accepted: saying('accepted'), rejected: saying('rejected') };
}

const isReachable = ({ before, reach }: FirstProposal): boolean => before > 0 && before < GOOD && reach >= WORTHWHILE;

const saysSomething = (each: FirstProposal): boolean => isReachable(each) && !each.saysNothing;

/** Of drafts within reach (or of those that say something), how many gain enough with a text that was accepted. */
function gainRow(name: string, parts: readonly Judged[], isMeant: (each: FirstProposal) => boolean = isReachable): Row {
  const reachable = parts.flatMap(({ proposals, accepted }) =>
    proposals.filter(isMeant).map((each) => accepted.has(each) && each.gain >= WORTHWHILE),
  );
  return [
    `${name}: within reach, gain of ${WORTHWHILE} or more with an accepted text`,
    `${percent(reachable.filter(Boolean).length, reachable.length)} of ${reachable.length}`,
    'at least 70 %',
  ];
}

function partRows({ part, proposals, accepted, rejected }: Judged): Row[] {
  const made = proposals.filter(({ proposal }) => proposal !== undefined);
  const needs = readNeeds(part);
  const needy = proposals.filter(({ id }) => needs.has(id));
  const cured = needy.filter((each) => accepted.has(each)).length;
  return [
    [`${part}: first proposals accepted`, `${accepted.size} of ${made.length}`, 'at least 90 %'],
    [`${part}: rejected`, rejected.size, 'at most 2 %'],
    ...(needy.length === 0
      ? []
      : [[`${part}: with an obvious fault, given an accepted text`, `${cured} of ${needy.length}`, ''] as const]),
  ];
}

/** What readers said of the first proposals for judged drafts: each part, and all that were tuned on and all held out. */
function judgedRows(): Row[] {
  const [tuning, heldOut] = [TUNING.map(judge), HELD_OUT.map(judge)];
  return [
    ...[...tuning, ...heldOut].flatMap((each) => [...partRows(each), gainRow(each.part, [each])]),
    gainRow('all tuning parts', tuning),
    gainRow('all held-out parts', heldOut),
    gainRow('all tuning parts, drafts that say something', tuning, saysSomething),
    gainRow('all held-out parts, drafts that say something', heldOut, saysSomething),
  ];
}

/** What the rewriter does for the sample drafts and, where its data is there, for a real account's posts. */
export function rewriteRows(folder: string): Row[] {
  const samples = sampleDrafts();
  const posts = accountPosts(folder);
  // The first texts warm the caches up: no user waits for them twice.
  for (const draft of samples) rewriteOne(draft, {});
  const sampleTrials = samples.map((draft) => rewriteOne(draft, {}));
  const encounters = encountersIn(posts ?? []);
  const chosen = (posts ?? []).flatMap((text, index) => (index % EVERY === 0 ? [{ text, index }] : []));
  const drafts = chosen.map(({ text }): Draft => ({ text }));
  const alone = drafts.map((draft) => rewriteOne(draft, {}));
  // Contacts are what all its other posts tell.
  const met = chosen.map(({ text, index }) =>
    rewriteOne({ text }, { contacts: toContactFacts(encounters.toSpliced(index, 1)) }),
  );
  const every = [...samples, ...drafts];
  const planned = every.map((draft) => timed(() => planVariants(draft, REPOSTS, optionsWith({}))));
  const made = planned.map(({ result }) => result.variants.length);
  return [
    ...judgedRows(),
    ...qualityRows('samples', sampleTrials, ''),
    ...(posts === undefined
      ? [[`account: no data in ${folder}: set TWEETSPAN_BENCH_DATA`, '–', ''] as const]
      : [...qualityRows('account', alone, ''), ...qualityRows('account with contacts', met, 'at least 70 %')]),
    [
      `variants for ${REPOSTS} reposts: made on average`,
      Number((made.reduce((a, b) => a + b, 0) / made.length).toFixed(1)),
      '',
    ],
    ...timeRows(
      'one rewrite',
      [...sampleTrials, ...alone, ...met].map(({ milliseconds }) => milliseconds),
      60,
    ),
    ...timeRows(
      `variants for ${REPOSTS} reposts`,
      planned.map(({ milliseconds }) => milliseconds),
      150,
    ),
  ];
}
