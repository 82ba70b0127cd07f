// What `schedule` says, in English.
import {
  approximate,
  count,
  dateWithWeekday,
  dayOrMonth,
  decimal,
  list,
  listed,
  moment,
  money,
  percent,
  plural,
  span,
  time,
} from '#locale/format.js';

const n = (value: number): string => count(value, 'en');
const posts = (value: number): string => plural(value, 'post', 'posts', 'en');
/** `Posts 1, 3`. */
const named = (numbers: readonly number[]): string =>
  `${numbers.length === 1 ? 'Post' : 'Posts'} ${listed(numbers.map(String))}`;

/** A text that exists already; `quote` is its beginning. */
export interface KnownSentence {
  readonly item: number | null;
  readonly draft: string | null;
  readonly localTime: string | null;
  readonly zone: string;
  readonly quote: string;
}

const alike = ({ item, draft, localTime, zone, quote }: KnownSentence): string => {
  const when = localTime === null ? '' : moment(localTime, 'en');
  if (draft !== null) return `it reads like the text of ${draft} that is planned for ${when} (${zone})`;
  if (item !== null) return `it reads like item ${item}, planned for ${when} (${zone})`;
  return `it reads like your post ${when === '' ? '' : `of ${when}, `}“${quote}”`;
};

/** Reactions expected of a post: a mean, its 80 % interval, and how many times the usual post that is. */
export interface Gain {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly times: number;
}

/** The effect of an hour in whole per cent, with its 80 % interval. */
export interface Uplift {
  readonly uplift: number;
  readonly upliftLow: number;
  readonly upliftHigh: number;
}

/** A day, or a time of a day. */
const dayOrTime = (text: string): string => (text.length === 10 ? dateWithWeekday(text, 'en') : moment(text, 'en'));

const metrics = { reactions: 'reactions', clicks: 'clicks', impressions: 'impressions', visits: 'visits' };

export const en = {
  help: {
    summary: 'plan when a draft goes out, and its reposts',
    description:
      'Plan when the link of a draft goes out, with which text each time, why then, and at what cost; then add the posts to the queue. Several drafts are planned together: their links share the best hours, no week gets more posts than your rhythm bears, and all are queued or none.',
    examples: [
      'tweetspan schedule draft.md --dry-run    # show the plan; queue nothing',
      'tweetspan schedule draft.md --reposts 3 --gap 2d',
      'tweetspan schedule draft.md --window 08:00-20:00 --skip-day sat,sun',
      'tweetspan schedule drafts/*.md           # several links together',
    ],
  },
  options: {
    drafts: 'draft files; one may be - for standard input',
    dryRun: 'show the plan; queue nothing',
    yes: 'queue the plan without asking',
    reposts: 'reposts after the first post (default: from the draft, else as many as there are texts)',
    force: 'plan texts with errors of the linter, and answers to somebody, too',
    gap: 'minimum time between two posts of the link (default: from the draft, else 1d)',
    from: 'first day, or time (default: from the draft, else now)',
    until: 'last day, or time by which all posts are out (default: from the draft, else as needed)',
    window:
      'hours for posts, such as 08:00-20:00, or office for Mon-Fri 09:00-18:00 (default: from the draft, else the hours you use)',
    skipDay: 'days without posts, such as sat,sun or 2026-12-24..2027-01-02; repeatable',
    zone: 'IANA time zone of your readers (default: from the draft, else this machine’s)',
    mode: 'post with the API (default when you are signed in), or by hand from a reminder (default otherwise)',
    ifMissed: 'what to do with a post that is late: skip, next-slot, or post it up to this late',
    review: 'each post waits for tweetspan queue approve',
    replace: 'replace what is still planned from this draft',
    ics: 'also write the posts to a calendar, with reminders (mode remind)',
    metric: 'rank the hours by this count instead of reactions',
    seed: 'seed of the random draws',
    none: 'none',
  },
  errors: {
    icsByApi: '--ics is for posts that you make by hand; with --mode api they would be posted twice',
    notATerminal: 'not a terminal: pass --yes to queue the plan, or --dry-run to see it only',
    jsonAsksNothing: 'with JSON nothing is asked: pass --yes to queue the plan, or --dry-run to see it only',
    noHolidays: (region: string): string =>
      `holidays: no public holidays of ${region} are known; give a country such as FR, or one with a region such as FR-A or DE-BY`,
    noCalendars:
      'holidays: the package opening_hours is not installed; run npm install opening_hours, or remove holidays from the configuration',
    longGap: (gap: number): string =>
      `a gap of ${span(gap, 'en')} is longer than a year; give a shorter one with --gap or campaign.gap`,
    noMetric: (metric: keyof typeof metrics, has: readonly (keyof typeof metrics)[]): string =>
      `your posts have no ${metrics[metric]}${has.length === 0 ? '; leave --metric out' : `; use ${has.map((each) => `--metric ${each}`).join(' or ')}`}`,
    sameLink: (other: string): string =>
      `it leads to the same page as ${other}; make it a variant of that draft (campaign.variants), or schedule them one after the other`,
    experimentAlone: '--experiment takes one draft at a time: each link is drawn for by itself',
    noLink: 'the draft has no link; a plan is for the posts of one link: add one to the text, or as link:',
    emptyPeriod: (from: string | undefined, until: string): string =>
      `--until ${until} is not after ${from === undefined ? 'now' : `--from ${from}`}; give a later end`,
    pastFrom: (from: string): string => `--from ${from} is in the past; give today or a later day`,
    farUntil: (until: string): string => `the end ${until} is more than 2 years ahead; give an earlier --until`,
    queueChanged: 'the queue has changed since the plan was made; nothing was queued: schedule the draft again',
    slotPassed: (when: string): string =>
      `${when} has passed in the meantime; nothing was queued: schedule the draft again`,
    calendar: (file: string, code: string, isQueued: boolean): string =>
      `--ics ${file}: cannot write the calendar (${code}); ${
        isQueued
          ? 'the posts are queued all the same, and tweetspan queue --format ics writes it too'
          : 'choose a file in a folder of yours'
      }`,
  },
  askQueue: (value: number): string =>
    value === 1 ? 'Queue this post? [y/N]' : `Queue these ${n(value)} posts? [y/N]`,
  queued: (ids: readonly number[], mode: 'api' | 'remind'): string =>
    `Queued ${posts(ids.length)} as ${ids.length === 1 ? 'item' : 'items'} ${listed(ids.map(String))}: tweetspan queue shows them, tweetspan run ${mode === 'api' ? 'sends them' : 'reminds you'} on time`,
  replaces: (ids: readonly number[], drafts: number): string =>
    `Replaces ${ids.length === 1 ? 'item' : 'items'} ${listed(ids.map(String))}, planned from ${drafts === 1 ? 'this draft' : 'these drafts'} before.`,
  notSignedIn: 'you are not signed in: run tweetspan login before the first slot, or nothing goes out',
  notQueued: 'nothing was queued',
  notQueuedProblems: 'Nothing was queued: fix what is marked with ! first.',
  calendarWritten: (file: string): string => `Wrote the calendar to ${file}`,
  title: (link: string): string => `Plan for ${link}`,
  titleTogether: (links: number): string => `Plan for ${plural(links, 'link', 'links', 'en')} together`,
  titleOf: (draft: string, link: string): string => `${draft} · ${link}`,
  rhythm: (most: number, postsPerWeek: number): string =>
    `At most ${posts(most)} a week, those in the queue included: you usually publish ${n(postsPerWeek)}.`,
  placed: (placed: number, requested: number): string =>
    `${n(placed)} of ${posts(requested)} ${placed === 1 ? 'has' : 'have'} a slot`,
  origins: {
    draft: 'from the draft',
    own: 'your variant',
    made: 'from the draft’s words; waits for approval',
    page: 'from the page; waits for approval',
  },
  score: (score: number): string => `text ${n(score)}/100`,
  write: 'text to be written',
  altText: (alt: string): string => `“${alt}”`,
  noAltText: 'no alt text',
  cost: 'Cost',
  budget: 'Budget (UTC)',
  dryRun: 'Dry run: nothing was queued.',
  uplift: ({ uplift, upliftLow, upliftHigh }: Uplift, isOwn: boolean, isCompared: boolean): string =>
    `${isOwn ? 'your hour' : 'typical hour, not yours'}: ${percent(uplift, 'en')} compared with ${isCompared ? 'your average' : 'the average hour'} (80%: ${percent(upliftLow, 'en')} to ${percent(upliftHigh, 'en')})`,
  gain: ({ mean, low, high, times }: Gain): string =>
    `about ${approximate(mean, 'en')} reactions (${n(low)}–${n(high)}), ${decimal(times, 'en')} times your usual post`,
  unknownHour: 'no best hour known',
  hour: (uplift: number, isOwn: boolean): string =>
    `${isOwn ? 'your hour' : 'typical hour, not yours'}: ${percent(uplift, 'en')}`,
  expected: ({ mean, times }: Gain): string =>
    `about ${approximate(mean, 'en')} reactions, ${decimal(times, 'en')} times your usual post`,
  sinceLink: (ms: number): string => `${span(ms, 'en')} after the link’s last post`,
  restShare: (share: number): string => `${n(100 * share)}% of its reactions still to come`,
  toNearest: (ms: number): string => `${span(ms, 'en')} from the nearest other post`,
  other: ({ metric, uplift }: Pick<Uplift, 'uplift'> & { readonly metric: keyof typeof metrics }): string =>
    `but ${percent(uplift, 'en')} in ${metrics[metric]}`,
  reason: (parts: readonly string[]): string => `${parts.join('; ')}.`,
  clock: {
    gap: (requested: string, clock: string): string =>
      `The clock goes forward on ${dateWithWeekday(requested, 'en')}: ${requested.slice(11)} does not exist; moved to ${time(clock.slice(11), 'en')}.`,
    overlap: (requested: string): string =>
      `The clock goes back on ${dateWithWeekday(requested, 'en')}: ${requested.slice(11)} comes twice; the first one is used.`,
  },
  shortfalls: {
    'no hour': (): string => 'The hours, days and period leave no time to post: widen one of them.',
    'too soon': (): string =>
      'The link was posted too recently for this period: choose a later --until or a smaller --gap.',
    'queue full': (): string => 'Other posts take every hour that is left: choose a later --until.',
    gap: (placed: number, requested: number): string =>
      `Only ${n(placed)} of ${posts(requested)} fit: choose a later --until, a smaller --gap or fewer --reposts.`,
  },
  missingTexts: (value: number, hooks: readonly string[]): string =>
    `${plural(value, 'text is', 'texts are', 'en')} missing: add ${value === 1 ? 'one' : n(value)} under campaign.variants; reshuffled words would count as a duplicate.${hooks.length === 0 ? '' : ` ${hooks.length === 1 ? 'Idea' : 'Ideas'}: ${listed(hooks)}.`}`,
  hooks: {
    figure: 'a figure',
    quote: 'a quotation',
    result: 'a result',
    mistake: 'a mistake to avoid',
    reader: 'the readers it is for',
  },
  refusedByX: (numbers: readonly number[], message: string): string => `${named(numbers)}: ${message}.`,
  lintError: (message: string): string => `${message} (tweetspan lint; --force plans it all the same).`,
  dayPassed: (numbers: readonly number[], day: string): string =>
    `${named(numbers)}: ${day} will be over by then; choose an earlier --until or another text (--force plans it all the same).`,
  notAPost: {
    reply:
      'The draft answers somebody, but would go out as a post of its own: reword it, or pass --force to plan it all the same.',
    repost:
      'The draft repeats the post of somebody else: write one of your own, or pass --force to plan it all the same.',
  },
  plannedAnyway: {
    reply: '--force: planned although the draft answers somebody; it goes out as a post of its own.',
    repost: '--force: planned although the draft repeats the post of somebody else.',
  },
  weakText: (numbers: readonly number[], score: number): string =>
    `${named(numbers)}: the text scores ${n(score)} of 100; tweetspan lint shows what to fix.`,
  forced: (errors: number): string =>
    `--force: ${plural(errors, 'error', 'errors', 'en')} of the texts overridden; tweetspan lint shows them.`,
  optedOut: (numbers: readonly number[], handle: string): string =>
    `${named(numbers)}: @${handle} does not want to be mentioned; remove the name.`,
  mentioned: (numbers: readonly number[], handle: string): string =>
    `${named(numbers)}: @${handle} is mentioned; X forbids unsolicited mentions, so make sure that they agree.`,
  mentionedAgain: (handle: string, times: number, isTooOften: boolean): string =>
    `@${handle} would be mentioned in ${posts(times)} of this link: ${
      isTooOften ? 'X forbids repeated unsolicited mentions; keep the name in one post only.' : 'once is enough.'
    }`,
  overBudget: {
    day: (begins: readonly string[], cap: number): string =>
      `On ${list(
        begins.map((each) => dayOrMonth(each, 'en')),
        'en',
      )} (UTC) the plan would exceed the cap of ${money(cap, 'en')} a day: raise it with tweetspan budget --day, or post by hand with --mode remind.`,
    month: (begins: readonly string[], cap: number): string =>
      `In ${list(
        begins.map((each) => dayOrMonth(each, 'en')),
        'en',
      )} (UTC) the plan would exceed the cap of ${money(cap, 'en')} a month: raise it with tweetspan budget --month, or post by hand with --mode remind.`,
  },
  budgetLine: (begins: string, plan: number, cap: number, taken: number): string =>
    `${dayOrMonth(begins, 'en')}: ${money(plan, 'en')} of ${money(cap, 'en')}${taken === 0 ? '' : `, ${money(taken, 'en')} spent or planned already`}`,
  modes: { api: 'with the API', remind: 'by hand' },
  costLine: (
    mode: string,
    withLink: number,
    without: number,
    perPost: readonly [number, number],
    total: number,
  ): string => {
    const all = withLink + without;
    if (total === 0) return `${mode}: ${posts(all)}, no cost`;
    const parts = [
      ...(withLink === 0 ? [] : [`${posts(withLink)} with a link at ${money(perPost[0], 'en')}`]),
      ...(without === 0 ? [] : [`${posts(without)} at ${money(perPost[1], 'en')}`]),
    ];
    return `${mode}: ${parts.join(' + ')} = ${money(total, 'en')}`;
  },
  noHistory: 'No history yet: hours and decay are typical, not yours; import your posts with tweetspan import.',
  typicalHours: 'Hours are typical, not yours (public accounts, 2010–2021): no best hour shows in your posts.',
  blackout: (from: string, until: string, why: string): string =>
    `Nothing goes out from ${dayOrTime(from)} to ${dayOrTime(until)}: ${why}.`,
  daysOffSkipped: (days: number, first: readonly { readonly date: string; readonly name: string }[]): string =>
    `Skipped ${plural(days, 'day', 'days', 'en')} off: ${listed(first.map(({ date, name }) => `${dayOrTime(date)} (${name})`))}${days > first.length ? ', …' : ''}.`,
  dayOff: (numbers: readonly number[], day: string, name: string, kind: 'public' | 'school'): string =>
    `${named(numbers)}: ${dayOrTime(day)} is ${kind === 'public' ? 'a public holiday' : 'in the school holidays'} (${name}).`,
  schoolHolidaysUnknown: (region: string, years: readonly number[]): string =>
    `The school holidays of ${region} in ${listed(years.map(String))} are not known; name those days with --skip-day.`,
  farZone: (from: number, to: number, zone: string): string =>
    `Your posts so far went out between ${time(`${String(from).padStart(2, '0')}:00`, 'en')} and ${time(`${String(to).padStart(2, '0')}:00`, 'en')} of ${zone}: is that the time zone of your readers? If so, choose their hours with --window; if not, give another --zone.`,
  flatPrior: (metric: keyof typeof metrics): string =>
    `Hours are ranked by ${metrics[metric]}, of which no typical hours are known: without a difference in your own posts all hours count alike.`,
  overlap: (numbers: readonly number[], share: number): string =>
    `${named(numbers)}: the post before still has up to ${n(100 * share)}% of its reactions to come, which is taken off; a longer --gap leaves it more time.`,
  advisedAgainst: {
    'rewrite first': (times: number): string =>
      `The link’s posts got less than usual (a repost as it is should bring ${decimal(times, 'en')} times your usual post), so the texts should differ clearly; tweetspan decay says more.`,
    'let it rest': (): string =>
      'tweetspan decay advises to let this link rest: check that the page is still right and worth it.',
    stop: (): string => 'tweetspan decay advises to stop posting this link: it has been posted often enough.',
  },
  manyReposts: (times: number, advised: number): string =>
    `The link would be reposted ${plural(times, 'time', 'times', 'en')}; more than ${n(advised)} annoy readers.`,
  variantAlike: (text: string, known: KnownSentence): string => `Variant not used, “${text}”: ${alike(known)}.`,
  variantRefused: (text: string, reason: string): string => `Variant not used, “${text}”: ${reason}.`,
  draftAlike: (known: KnownSentence): string => `The draft’s own text is not used: ${alike(known)}.`,
  alreadyPlanned: (items: readonly number[]): string =>
    items.length === 1
      ? `Item ${items.join()} of this link is planned already: this plan adds to it.`
      : `Items ${list(items.map(String), 'en')} of this link are planned already: this plan adds to them.`,
};

/** The shape of the section in any language. */
export type PlanSentences = typeof en;
