import { asJson } from '#report/documents/json.js';
import { resolveZone } from '../options/arguments.js';
import { wantsColor } from '../terminal/color.js';
import { EXIT, UserError, type ExitCode } from '../user-error.js';
import { withHistory } from '../history-database.js';
import { terminalWidth, type Shell } from '../shell.js';
import { resolveLocale } from '../options/locale.js';
import { writePage } from './page-file.js';
import type { HoursFlags } from '../options/timing.js';
import { countedPosts } from './account.js';
import { usablePosts, METRICS } from '#timing/hours/usable-posts.js';
import { estimateHours, effectToPercent, HOURS_BAR } from '#timing/hours/hours.js';
import { openZone, formatLocalTime } from '#timing/clock/zone.js';
import { hoursDocument } from '#report/documents/hours.js';
import { typicalHours } from '#timing/hours/typical-hours.js';
import { hoursReport } from '#report/terminal/hours.js';
import { hoursPage } from '#report/html/hours.js';

/** Estimates the account's hours and reports them. */
export async function hoursCommand(shell: Shell, flags: HoursFlags): Promise<ExitCode> {
  const { seed, metric } = flags;
  const locale = resolveLocale(shell, flags.locale);
  const zone = resolveZone(shell, flags.zone);
  const { account, posts } = await withHistory(shell, { db: flags.db, readonly: true }, ({ timing }) => ({
    account: timing.account()?.handles ?? [],
    posts: countedPosts(timing.timedPosts()),
  }));
  const now = shell.now();
  const usable = usablePosts(posts, now, metric);
  if (metric !== undefined && usable.posts.length === 0) {
    const others = METRICS.filter((other) => usablePosts(posts, now, other).posts.length > 0);
    if (others.length > 0) {
      throw new UserError(
        `no post has a count of ${metric} that can be used; --metric ${others.join(' or --metric ')} has`,
      );
    }
  }
  const estimate = estimateHours(usable.posts, { zone, seed });
  const { from, to } = estimate.period ?? { from: now, to: now };
  const clock = openZone(zone, from, to);
  const document = hoursDocument(
    {
      account,
      seed,
      usable,
      estimate,
      typical: typicalHours(estimate),
      formatDay: (instant) => formatLocalTime(clock.localTimeAt(instant)).slice(0, 10),
      effectToPercent: effectToPercent,
    },
    HOURS_BAR,
    locale,
  );
  if (flags.html !== undefined) {
    writePage(shell, flags.html, hoursPage(document, locale), locale);
  }
  const view = { color: wantsColor(shell, flags.color), columns: terminalWidth(shell), locale };
  const isJson = flags.json === true || flags.format === 'json';
  shell.stdout.write(isJson ? asJson(document) : hoursReport(document, view));
  return EXIT.done;
}
