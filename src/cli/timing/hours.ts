import { hoursDocument } from '../../report/hours-document.js';
import { asJson } from '../../report/json.js';
import { hoursReport } from '../../report/terminal/hours.js';
import { estimateHours, HOURS_BAR, upliftOf } from '../../timing/hours.js';
import { typicalHours } from '../../timing/typical-hours.js';
import { METRICS, usablePosts } from '../../timing/usable-posts.js';
import { openZone, printWall } from '../../timing/zone.js';
import { zoneOf } from '../arguments.js';
import { wantsColor } from '../color.js';
import type { HoursFlags } from '../commands/hours.js';
import { EXIT, Failure, type ExitCode } from '../failure.js';
import { columnsOf, type Shell } from '../shell.js';
import { uiLanguage } from '../ui.js';
import { countedPosts } from './account.js';
import { writePage } from './page-file.js';
import { readHistory } from './read-history.js';

/** Estimates the account's hours and reports them. */
export async function hoursCommand(shell: Shell, flags: HoursFlags): Promise<ExitCode> {
  const { seed, metric } = flags;
  const ui = uiLanguage(shell, flags.ui);
  const zone = zoneOf(shell, flags.zone);
  const { account, posts } = await readHistory(shell, flags.db, ({ timing }) => ({
    account: timing.account()?.handles ?? [],
    posts: countedPosts(timing.timedPosts()),
  }));
  const now = shell.now();
  const usable = usablePosts(posts, now, metric);
  if (metric !== undefined && usable.posts.length === 0) {
    const others = METRICS.filter((other) => usablePosts(posts, now, other).posts.length > 0);
    if (others.length > 0) {
      throw new Failure(
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
      dayOf: (instant) => printWall(clock.wallAt(instant)).slice(0, 10),
      upliftOf,
    },
    HOURS_BAR,
    ui,
  );
  if (flags.html !== undefined) {
    const { hoursPage } = await import('../../report/html/pages.js');
    writePage(shell, flags.html, hoursPage(document, ui), ui);
  }
  if (flags.json || flags.format === 'json') shell.stdout.write(asJson(document));
  else
    shell.stdout.write(hoursReport(document, { color: wantsColor(shell, flags.color), columns: columnsOf(shell), ui }));
  return EXIT.done;
}
