// What `hours`, `decay` and `audit` say, in the terminal and on their pages, in English.
import { correlation, count, date, plural, probability, span } from '../format.js';

const n = (value: number): string => count(value, 'en');

const posts = (value: number): string => plural(value, 'post', 'posts', 'en');

const days = (value: number): string => plural(value, 'day', 'days', 'en');

const readings = (value: number, one: string, other: string): string =>
  plural(value, `reading ${one}`, `readings ${other}`, 'en');

const metrics = { reactions: 'reactions (likes + reposts)', impressions: 'impressions', clicks: 'link clicks' };

const typical = 'of public accounts (2010–2021), not yours';

/** What one more post or day is missing for, in words. */
const missing = (morePosts: number, moreDays: number): string =>
  moreDays === 0
    ? plural(morePosts, 'more post', 'more posts', 'en')
    : morePosts === 0
      ? `posts on ${plural(moreDays, 'more day', 'more days', 'en')}`
      : `${plural(morePosts, 'more post', 'more posts', 'en')} on ${plural(moreDays, 'more day', 'more days', 'en')}`;

/** An interval of 80 %, as texts. */
type Interval = readonly [low: string, high: string];

const metricNames = { reactions: 'reactions', impressions: 'impressions', clicks: 'link clicks' };

/** What the reasons for an advice are worded from. Durations in ms, shares 0..1. */
export interface AdviceFacts {
  readonly minGap: number;
  readonly t90: number;
  readonly restShare: number;
  readonly worthShare: number;
  readonly maxReposts: number;
  readonly reposts: number;
}

export const en = {
  metrics,
  options: {
    zone: 'IANA time zone of your readers (default: this machine’s)',
    metric: 'what to count (default: what most of your posts have)',
    html: 'also write a page with the picture',
    seed: 'seed of the random draws',
    link: 'a link, or a part of one: its curve and its posts (default: the newest links)',
  },
  errors: {
    noMetric: (metric: keyof typeof metrics, others: readonly string[]): string =>
      `no usable post has a count of ${metrics[metric]}; use ${others.map((other) => `--metric ${other}`).join(' or ')}`,
    untimedLink: (link: string): string =>
      `no post of ${link} has a known time, so its decay is unknown; import an archive, which has the times`,
    unknownLink: (link: string): string => `no post of ${link} is in your history; tweetspan decay lists your links`,
    severalLinks: (part: string, names: string): string =>
      `several links contain "${part}": ${names}; name one of them`,
    page: (file: string, code: string): string =>
      `--html ${file}: cannot write the page (${code}); choose a file in a folder of yours`,
  },
  pageWritten: (file: string): string => `Wrote the page to ${file}`,
  hours: {
    help: {
      summary: 'show your best hours, if your posts show any',
      description: 'Show at which hours of the week your posts do better than usual, and whether they show it at all.',
      examples: [
        'tweetspan hours',
        'tweetspan hours --zone America/New_York     # for readers in New York',
        'tweetspan hours --html hours.html           # also a page with the picture',
      ],
      after: `Effects are compared with your average and shrunk to what held out of sample.
They are observations: people post other things at night, so an hour is not a
proven cause. The typical curve comes from public accounts, 2010 to 2021, most
of them American and well known, before X ranked its feed as it does today.
Deleted posts are missing; clicks may have other hours than reactions.`,
    },
    title: (account: string): string => (account === '' ? 'Best hours' : `Best hours of ${account}`),
    period: (from: string, to: string, active: number): string =>
      `${date(from, 'en')} to ${date(to, 'en')}, posts on ${days(active)}`,
    posts,
    leftOut: (what: string): string => `Left out: ${what}`,
    nothing: 'nothing',
    reasons: {
      replies: (value: number): string => plural(value, 'reply', 'replies', 'en'),
      reposts: (value: number): string => plural(value, 'repost of others', 'reposts of others', 'en'),
      unknownHour: (value: number): string => `${posts(value)} without a known hour`,
      young: (value: number): string => `${posts(value)} less than 72 h old`,
      uncounted: (value: number): string => `${posts(value)} without a count`,
    },
    verdicts: {
      'typical only': (used: number, active: number, neededPosts: number, neededDays: number): string =>
        `Not enough data: ${posts(used)} on ${days(active)} (need ${n(neededPosts)} on ${n(neededDays)}). Showing the typical curve ${typical}.`,
      'no detectable best hour': (used: number, pValue: number): string =>
        `No best hour shows in your ${posts(used)} (p = ${probability(pValue, 'en')}). Showing the typical curve ${typical}.`,
      'best hours': (used: number, pValue: number): string =>
        `The hour makes a difference in your ${posts(used)} (p = ${probability(pValue, 'en')}).`,
    },
    outlooks: {
      'typical only': (morePosts: number, moreDays: number): string =>
        `With ${missing(morePosts, moreDays)}, your own hours can be checked; a clear answer takes several thousand posts.`,
      'no detectable best hour': (chance: number): string =>
        `With that many posts, a usual difference is found for about ${n(100 * chance)} accounts in 100; a clear answer takes several thousand posts.`,
    },
    effects: { own: 'Effect of the hour', typical: 'Typical effect of the hour, not yours' },
    slots: { own: 'Best slots', typical: 'Typical slots, not yours' },
    compared: { average: ', compared with your average', others: ', compared with the average hour' },
    uplift: (uplift: string, [low, high]: Interval): string => `${uplift} (80%: ${low} to ${high})`,
    columns: { slot: 'Slot', posts: 'Posts', effect: 'Effect (80% interval)' },
    postsColumn: 'posts',
    few: {
      own: (mark: string, few: number): string =>
        `${mark} marks an hour with fewer than ${n(few)} of your posts: its effect comes mostly from the hours around it`,
      typical: (mark: string, few: number): string => `${mark} marks an hour with fewer than ${n(few)} of your posts`,
    },
    byHour: 'Hours 0 to 23',
    byDay: 'Monday to Sunday',
    below: (value: string): string => `below ${value}`,
    from: (value: string): string => `from ${value}`,
  },
  decay: {
    help: {
      summary: 'show how long your links live, and whether to repost one',
      description:
        'Show how fast the reactions to your links come, how many are still to come, and whether to post a link again.',
      examples: [
        'tweetspan decay                      # your newest links',
        'tweetspan decay example.org/guide    # one link: its curve and its posts',
        'tweetspan decay example.org/guide --html guide.html',
      ],
      after: `Reactions are likes and reposts within 7 days. Times come with the range that
holds 8 in 10 posts; where a post has too few readings, they are those of your
complete posts, or typical and not yours. Nothing shows that waiting increases
reach: the reasons to wait are spacing and X's rules on repeats.`,
    },
    title: (account: string): string => (account === '' ? 'Link decay' : `Link decay of ${account}`),
    none: 'Your history has no link with a post of known time: import an archive or an export that has links.',
    learned: (level: number, shape: number): string => {
      const source = (complete: number): string =>
        complete === 0
          ? 'public accounts, not yours'
          : complete === 1
            ? 'your last complete post'
            : `your last ${n(complete)} complete posts`;
      return `Typical total: ${source(level)}. Decay speed: ${source(shape)}.`;
    },
    shown: (shown: number, known: number): string => `The newest ${n(shown)} of ${n(known)} links; --limit shows more.`,
    posts,
    last: (localTime: string): string => `last ${date(localTime, 'en')}`,
    soFar: (reactions: string): string => `${reactions} so far`,
    toCome: (reactions: string): string => `${reactions} to come`,
    total: (reactions: string): string => `7-day total ${reactions}`,
    counted: (reactions: string): string => `7-day total ${reactions} counted`,
    together: (soFar: string, toCome: string, total: string): string => `Together: ${soFar}, ${toCome}, ${total}`,
    timesFirst: (ratio: string): string => `${ratio} times the first`,
    quoted: (text: string): string => `“${text}”`,
    now: 'now',
    legend: 'Reactions of all posts; dots: 80% interval; ▲ a post',
    between: (low: string, high: string): string => `${low} to ${high}`,
    under: (time: string): string => `under ${time}`,
    seen: (time: string, [from, to]: Interval): string => `${time} (seen between ${from} and ${to})`,
    basis: { own: '', account: 'typical of your posts', typical: 'typical, not yours' },
    times: (half: string, ninety: string): string => `half of the reactions after ${half}, 90% after ${ninety}`,
    verbs: {
      'repost now': (): string => 'Repost now',
      'wait until': (when: string): string => `Wait until ${when}`,
      'let it rest': (): string => 'Let it rest',
      stop: (): string => 'Stop',
    },
    advice: (verb: string, reason: string): string => `${verb}: ${reason}.`,
    reasons: {
      due: ({ minGap }: AdviceFacts): string =>
        `the last post is more than ${span(minGap, 'en')} old and has most of its reactions, and you usually post at this hour`,
      'never posted': (): string => 'the link has not been posted yet',
      'too soon': ({ minGap, t90 }: AdviceFacts): string =>
        t90 > minGap
          ? `the last post takes about ${span(t90, 'en')} to get 90% of its reactions; the reason to wait is spacing, not reach`
          : `two posts of a link should be at least ${span(minGap, 'en')} apart; the reason to wait is spacing, not reach`,
      'still collecting': ({ restShare }: AdviceFacts): string =>
        `the link is still getting reactions: more than ${n(100 * restShare)}% of them are to come`,
      'hour not in use': (): string => 'you rarely post at this hour',
      'gain too small': ({ worthShare }: AdviceFacts): string =>
        `a repost would get less than the link is still getting, or less than ${n(100 * worthShare)}% of your usual post`,
      'no hour left': (): string => 'no hour to post is left',
      'enough reposts': ({ maxReposts, reposts }: AdviceFacts): string =>
        `it has been reposted ${plural(reposts, 'time', 'times', 'en')}; the limit is ${n(maxReposts)}`,
      'window over': (): string => 'the campaign of this link is over',
      'two weak reposts': (): string => 'the last two reposts are among the weakest 10%',
    },
    gain: (median: number, [low, high]: Interval): string =>
      `A repost then should get a median of ${plural(median, 'reaction', 'reactions', 'en')} (80%: ${low} to ${high}).`,
    faults: {
      beforePublication: (value: number): string =>
        `${readings(value, 'was', 'were')} made before the post was published, so one of two clocks is wrong: left out.`,
      wentDown: (value: number): string =>
        `${readings(value, 'is', 'are')} lower than an earlier one (reactions taken back): the earlier one counts.`,
      undated: (value: number): string =>
        `${plural(value, 'post was', 'posts were', 'en')} counted on an unknown date: the count is taken as the 7-day total and says nothing about speed.`,
      uncounted: (value: number): string =>
        `${plural(value, 'post has', 'posts have', 'en')} no count of reactions: expectations are typical, not yours.`,
      untimed: (value: number): string =>
        `${plural(value, 'post without a known hour is', 'posts without a known hour are', 'en')} left out.`,
    },
  },
  audit: {
    help: {
      summary: 'check whether the score predicts what your posts get',
      description: 'Check whether the score goes with what your posts got, and say so when it does not.',
      examples: ['tweetspan audit', 'tweetspan audit --json'],
    },
    title: 'Audit: does the score predict?',
    posts,
    verdicts: {
      'too few posts': (used: number, neededPosts: number, neededDays: number): string =>
        `Not enough data: ${posts(used)} (need ${n(neededPosts)} on ${n(neededDays)} days).`,
      'does not predict': (metric: keyof typeof metrics, figure: string): string =>
        `The score does not predict this account’s ${metricNames[metric]}: ${figure}.`,
      predicts: (metric: keyof typeof metrics, figure: string): string =>
        `The score follows this account’s ${metricNames[metric]}: the higher the score, the more of them; ${figure}.`,
      'predicts the opposite': (metric: keyof typeof metrics, figure: string): string =>
        `The score moves against this account’s ${metricNames[metric]}: the higher the score, the fewer of them; ${figure}.`,
    },
    alike: 'all posts have the same score',
    figure: (value: number, low: number, high: number, used: number): string =>
      `rank correlation ${correlation(value, 'en')} (95%: ${correlation(low, 'en')} to ${correlation(high, 'en')}) over ${posts(used)}`,
    notes: [
      'Out of sample: the rules were not fitted to this account. What posts got is compared with the account’s own trend.',
      'Correlation is not causation, and many rules give many chances of a false alarm: only the score has a verdict.',
      'Images are not scored: exports do not have their descriptions. Rules that lack what they need are left out.',
    ],
    newest: (used: number): string => `Only the newest ${posts(used)} were scored.`,
    columns: { rule: 'Rule', value: 'Correlation', interval: '95% interval', posts: 'Posts' },
    interval: (low: string, high: string): string => `${low} to ${high}`,
  },
  pages: {
    hours: {
      figures: 'Figures in the cells: your posts.',
      hourOfDay: 'Hour of the day',
      week: (best: readonly string[]): string =>
        `A week by hours: seven rows of twenty-four cells.${best.length === 0 ? '' : ` The highest: ${best.join(', ')}.`}`,
      curve: 'Twenty-four bars, one for each hour of the day.',
      few: (posts: number): string => `hatched: fewer than ${n(posts)} of your posts`,
      outlined: 'outlined: the slots below, by rank',
      rank: 'Rank',
      table: 'The picture as a table',
      cells: 'Effect, and number of posts',
      caveat:
        'Observations, not proof of a cause: people post other things at night. Effects are shrunk to what held out of sample on public accounts.',
    },
    decay: {
      titleOf: (title: string, link: string): string => `${title}: ${link}`,
      curve: 'Reactions of all posts of the link',
      curveDescription: (total: string, posts: number): string =>
        `A curve with its band: ${plural(posts, 'post', 'posts', 'en')}, ${total} reactions in all by 7 days after the newest.`,
      band: 'band: 80% interval',
      posts: 'numbered lines: posts',
      times: 'How long reactions take',
      timesDescription: (rows: number): string =>
        `${plural(rows, 'row', 'rows', 'en')}: when half and when 90% of the reactions are in, each with its 80% interval.`,
      half: 'half of the reactions',
      ninety: '90% of the reactions',
      dashed: 'dashed: typical value, not measured on this post',
      table: 'The figures as a table',
      columns: {
        link: 'Link',
        post: 'Post',
        when: 'When',
        posts: 'Posts',
        last: 'Last',
        soFar: 'So far',
        toCome: 'To come (80%)',
        total: '7-day total (80%)',
        half: 'Half after (80%)',
        ninety: '90% after (80%)',
        advice: 'Advice',
        text: 'Text',
      },
      shown: (shown: number, known: number): string => `The newest ${n(shown)} of ${n(known)} links.`,
    },
  },
};

/** The shape of the section in any language. */
export type TimingSentences = typeof en;
