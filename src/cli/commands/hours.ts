import { hasTypicalHours, priorFor } from '#timing/hours/prior.js';
import { experimentSentences } from '#locale/experiment.js';
import { timingSentences } from '#locale/timing.js';
import type { HoursDocument } from '#report/documents/hours.js';
import { asJson } from '#report/documents/json.js';
import { hoursReport } from '#report/terminal/hours.js';
import { formatLocalTime, openZone } from '#timing/clock/zone.js';
import { effectToPercent, HOURS_BAR, type HourBin, type HoursEstimate } from '#timing/hours/hours.js';
import { typicalHours } from '#timing/hours/typical-hours.js';
import { REQUESTABLE, type UsablePosts } from '#timing/hours/usable-posts.js';
import type { Registration } from '../command.js';
import { withHistory } from '../history-database.js';
import { learnFrom } from '../learned.js';
import { resolveZone } from '../options/times.js';
import { databaseOption, formatChoice, jsonOption, newCommand, option } from '../options/common.js';
import { seedReader, zoneOption } from '../options/times.js';
import { writePage } from '../page-file.js';
import { terminalWidth, wantsColor } from '../shell.js';
import { EXIT, UserError } from '../user-error.js';

/** `hours`: at which hours of the week the account's posts do better, and whether they show it at all. */
export const registerHours: Registration = (program, { shell, locale, finish }) => {
  const sentences = timingSentences(locale);
  const { options, errors } = sentences;
  newCommand(program, 'hours', sentences.hours.help)
    .addOption(databaseOption(locale))
    .addOption(zoneOption(locale, options.zone))
    .addOption(option('--metric <metric>', options.metric).choices(REQUESTABLE))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .option('--html <file>', options.html)
    .addOption(option('--experiment', experimentSentences(locale).options.hours).conflicts('html'))
    .addOption(option('--seed <n>', options.seed).argParser(seedReader(locale)).default(1))
    .action(async ({ db, metric, seed, html, experiment, format, json, color, quiet, zone: named }) => {
      if (experiment === true) {
        const { showExperiment } = await import('../experiment-result.js');
        await showExperiment(shell, { db, seed, metric, isJson: json || format === 'json', color, quiet, locale });
        return finish(EXIT.done);
      }
      const zone = resolveZone(shell, named);
      const { account, learned } = await withHistory(shell, { db, readonly: true }, async (open) => {
        const memory = learnFrom(open, shell.now());
        const hours = memory.hours({ zone, seed, metric });
        await memory.keep(shell, db);
        return { account: open.timing.account()?.handles ?? [], learned: hours };
      });
      const { estimate, metrics } = learned;
      if (metric !== undefined && estimate.n === 0 && metrics.length > 0) {
        throw new UserError(errors.noMetric(metric, metrics));
      }
      const document = hoursDocument({ account, seed, usable: learned, estimate });
      if (html !== undefined) {
        // Loaded here only: drawing without a browser makes the run half as long again (0.67 s became 1.04 s).
        const { hoursPage } = await import('#report/html/hours.js');
        await writePage(shell, html, hoursPage(document, locale), locale);
      }
      const view = { color: wantsColor(shell, color), columns: terminalWidth(shell), locale, quiet };
      shell.stdout.write(json || format === 'json' ? asJson(document) : hoursReport(document, view));
      finish(EXIT.done);
    });
};

/**
 * The estimate as data: effects are the account's own only when the verdict says so, the typical curve's otherwise, and
 * all 0 where no typical curve was measured for the metric.
 */
export function hoursDocument({
  account,
  seed,
  usable,
  estimate,
}: {
  readonly account: readonly string[];
  readonly seed: number;
  readonly usable: Pick<UsablePosts, 'metric' | 'leftOut'>;
  readonly estimate: HoursEstimate;
}): HoursDocument {
  const { verdict, n, days, period, pValue, weekdayPValue, detection, zone, typicalShare } = estimate;
  const isOwn = verdict === 'best hours';
  const { bins, slots } = isOwn ? estimate : typicalHours(estimate, { prior: priorFor(usable.metric) });
  const cell = ({ weekday, hour, n: posts, effect, sd }: HourBin) => ({
    weekday,
    hour,
    posts,
    effect,
    sd,
    uplift: effectToPercent(effect),
  });
  const toDay = (instant: number): string =>
    formatLocalTime(openZone(zone, instant, instant).localTimeAt(instant)).slice(0, 10);
  return {
    schema: 'tweetspan/hours@1',
    account,
    zone,
    seed,
    metric: usable.metric ?? null,
    verdict,
    basis: isOwn ? 'own' : hasTypicalHours(usable.metric) ? 'typical' : 'none',
    typicalShare,
    needed: HOURS_BAR,
    posts: n,
    days,
    period: period === undefined ? null : { from: toDay(period.from), to: toDay(period.to) },
    pValue,
    weekdayPValue,
    detection,
    leftOut: usable.leftOut,
    // An hour that is no better than the average is not one to recommend.
    slots: slots
      .filter(({ uplift }) => uplift > 0)
      .map((choice) => ({
        ...cell(choice),
        low: choice.low,
        high: choice.high,
        upliftLow: choice.upliftLow,
        upliftHigh: choice.upliftHigh,
        chanceAbove: isOwn ? choice.chanceAbove : null,
      })),
    hours: bins.map(cell),
  };
}
