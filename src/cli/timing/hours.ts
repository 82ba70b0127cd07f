import { asJson } from '../../report/json.js';
import { zoneOf } from '../arguments.js';
import { wantsColor } from '../color.js';
import { EXIT, Failure, type ExitCode } from '../failure.js';
import { withHistory } from '../history-database.js';
import { columnsOf, type Shell } from '../shell.js';
import { uiLanguage } from '../ui.js';
import { writePage } from './page-file.js';
import type { HoursFlags } from './flags.js';

/** Estimates the account's hours and reports them. */
export async function hoursCommand(shell: Shell, flags: HoursFlags): Promise<ExitCode> {
  const { seed, metric } = flags;
  const ui = uiLanguage(shell, flags.ui);
  const zone = zoneOf(shell, flags.zone);
  const parts = await import('../timing-parts.js');
  const { account, posts } = await withHistory(shell, { db: flags.db, readonly: true }, ({ timing }) => ({
    account: timing.account()?.handles ?? [],
    posts: parts.countedPosts(timing.timedPosts()),
  }));
  const now = shell.now();
  const usable = parts.usablePosts(posts, now, metric);
  if (metric !== undefined && usable.posts.length === 0) {
    const others = parts.METRICS.filter((other) => parts.usablePosts(posts, now, other).posts.length > 0);
    if (others.length > 0) {
      throw new Failure(
        `no post has a count of ${metric} that can be used; --metric ${others.join(' or --metric ')} has`,
      );
    }
  }
  const estimate = parts.estimateHours(usable.posts, { zone, seed });
  const { from, to } = estimate.period ?? { from: now, to: now };
  const clock = parts.openZone(zone, from, to);
  const document = parts.hoursDocument(
    {
      account,
      seed,
      usable,
      estimate,
      typical: parts.typicalHours(estimate),
      dayOf: (instant) => parts.printWall(clock.wallAt(instant)).slice(0, 10),
      upliftOf: parts.upliftOf,
    },
    parts.HOURS_BAR,
    ui,
  );
  if (flags.html !== undefined) {
    const { hoursPage } = await import('../../report/html/page-parts.js');
    writePage(shell, flags.html, hoursPage(document, ui), ui);
  }
  const view = { color: wantsColor(shell, flags.color), columns: columnsOf(shell), ui };
  const isJson = flags.json === true || flags.format === 'json';
  shell.stdout.write(isJson ? asJson(document) : parts.hoursReport(document, view));
  return EXIT.done;
}
