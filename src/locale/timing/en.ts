// What `hours`, `decay` and `audit` say, in the terminal and on their pages, in English.
import { approximate, correlation, count, date, decimal, list, moment, plural, probability, span } from '../format.js';

const YEAR = 365 * 86_400_000;

const n = (value: number): string => count(value, 'en');

const posts = (value: number): string => plural(value, 'post', 'posts', 'en');

const days = (value: number): string => plural(value, 'day', 'days', 'en');

const readings = (value: number, one: string, other: string): string =>
  plural(value, `reading ${one}`, `readings ${other}`, 'en');

const metrics = {
  reactions: 'reactions (likes + reposts)',
  impressions: 'impressions',
  clicks: 'link clicks',
  visits: 'visits of your site',
};

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

const metricNames = { reactions: 'reactions', impressions: 'impressions', clicks: 'link clicks', visits: 'visits' };

/** What links are judged by; each word for it is its plural. */
type Counted = 'reactions' | 'visits';

/** What the reasons for an advice are worded from. Durations in ms, shares 0..1. */
export interface AdviceFacts {
  readonly counted: Counted;
  readonly minGap: number;
  readonly t90: number;
  readonly restShare: number;
  readonly worthShare: number;
  readonly maxReposts: number;
  readonly maxAge: number;
  readonly reposts: number;
  /** What is still to come, and what a repost is expected to bring, as a multiple of the usual post. */
  readonly rest: number;
  readonly times: number;
  /** Words that tie the text to its day. */
  readonly words: string;
}

export const en = {
  metrics,
  options: {
    zone: 'IANA time zone of your readers (default: this machine’s)',
    metric: 'what to count (default: what most of your posts have)',
    html: 'also write a page with the picture',
    seed: 'seed of the random draws',
    link: 'a link, a part of one, a post ID, or its number in the list (default: the newest links)',
    sort: 'order of the list',
    decayMetric: 'what to count: reactions on X, or visits of your site',
    advice: 'only links with this advice',
  },
  errors: {
    noMetric: (metric: keyof typeof metrics, others: readonly string[]): string =>
      `no usable post has a count of ${metrics[metric]}; use ${others.map((other) => `--metric ${other}`).join(' or ')}`,
    untimedLink: (link: string): string =>
      `no post of ${link} has a known time, so its decay is unknown; import an archive, which has the times`,
    unknownLink: (link: string): string => `no post of ${link} is in your history; tweetspan decay lists your links`,
    severalLinks: (part: string, names: string): string =>
      `several links contain "${part}": ${names}; name one of them`,
    noVisits: 'no link of yours has visits; import your web statistics (Matomo, Plausible, GA4 or a CSV) first',
    pageInPipe: (file: string): string => `--html ${file}: not a regular file; choose a file in a folder of yours`,
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
        `Not enough data: ${posts(used)} on ${days(active)} (need ${n(neededPosts)} on ${n(neededDays)}).`,
      'no detectable best hour': (used: number, pValue: number): string =>
        `No best hour shows in your ${posts(used)} (p = ${probability(pValue, 'en')}).`,
      'best hours': (used: number, pValue: number): string =>
        `The hour makes a difference in your ${posts(used)} (p = ${probability(pValue, 'en')}).`,
    },
    /** @param share how much of the curve the account shows, 0..1. */
    showing: (share: number): string =>
      share > 0.945
        ? `Showing the typical curve ${typical}.`
        : share < 0.005
          ? 'The typical curve of public accounts (2010–2021) does not hold for an account like yours: all hours count alike.'
          : `Showing ${n(Math.round(100 * share))}% of the typical curve ${typical}: so much of it holds for an account like yours.`,
    unmeasured: {
      'typical only': (metric: keyof typeof metrics): string =>
        `Nothing is known of your hours yet: typical hours were measured for reactions only, not for ${metrics[metric]}.`,
      'no detectable best hour': (metric: keyof typeof metrics): string =>
        `All hours count alike: typical hours were measured for reactions only, not for ${metrics[metric]}.`,
    },
    noSlots: 'None of the hours you post at is typically above your average.',
    weekday: (pValue: number): string =>
      `The day of the week makes a difference (p = ${probability(pValue, 'en')}); hours are compared within days.`,
    spaced: 'One slot of each 3 h; the hours around it share most of its effect.',
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
    countsVisits:
      'Visits with the campaign tag (UTM) of one post are that post’s; all others belong to the newest post of their time.',
    shown: (shown: number, known: number): string => `The newest ${n(shown)} of ${n(known)} links; --limit shows more.`,
    shownSorted: (shown: number, known: number): string => `${n(shown)} of ${n(known)} links; --limit shows more.`,
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
    legend: (counted: Counted): string =>
      `${counted === 'visits' ? 'Visits' : 'Reactions'} of all posts; dots: 80% interval; ▲ a post`,
    between: (low: string, high: string): string => `${low} to ${high}`,
    under: (time: string): string => `under ${time}`,
    seen: (time: string, [from, to]: Interval): string => `${time} (seen between ${from} and ${to})`,
    basis: { own: '', account: 'typical of your posts', typical: 'typical, not yours' },
    about: (sign: string, basis: string): string => `${sign} before a time: ${basis}`,
    times: (half: string, ninety: string, counted: Counted): string =>
      `half of the ${counted} after ${half}, 90% after ${ninety}`,
    verbs: {
      'repost now': (): string => 'Repost now',
      'wait until': (when: string): string => `Wait until ${when}`,
      'rewrite first': (): string => 'Change the text first',
      'let it rest': (): string => 'Let it rest',
      stop: (): string => 'Stop',
    },
    advice: (verb: string, reason: string): string => `${verb}: ${reason}.`,
    reasons: {
      due: ({ minGap, counted }: AdviceFacts): string =>
        `the last post is more than ${span(minGap, 'en')} old and has most of its ${counted}, and you usually post at this hour`,
      'never posted': (): string => 'the link has not been posted yet',
      'too soon': ({ minGap, t90, counted }: AdviceFacts): string =>
        t90 > minGap
          ? `the last post takes about ${span(t90, 'en')} to get 90% of its ${counted}; the reason to wait is spacing, not reach`
          : `two posts of a link should be at least ${span(minGap, 'en')} apart; the reason to wait is spacing, not reach`,
      'still collecting': ({ restShare, counted }: AdviceFacts): string =>
        `the link is still getting ${counted}: more than ${n(100 * restShare)}% of them are to come`,
      'hour not in use': (): string => 'you rarely post at this hour',
      'still getting more': ({ rest, counted }: AdviceFacts): string =>
        `the link should get about ${approximate(rest, 'en')} more ${counted} without a repost, more than a repost would bring`,
      'weak so far': ({ times }: AdviceFacts): string =>
        `its posts got less than usual for their time; as it is, a repost should bring ${decimal(times, 'en')} times your usual post`,
      'gain too small': ({ times }: AdviceFacts): string =>
        `several posts got little; another should bring ${decimal(times, 'en')} times your usual post`,
      'too old': ({ maxAge }: AdviceFacts): string =>
        `it was last posted more than ${plural(Math.round(maxAge / YEAR), 'year', 'years', 'en')} ago; check that the page is still right before you post it again`,
      'no hour left': (): string => 'no hour to post is left',
      'enough reposts': ({ maxReposts, reposts }: AdviceFacts): string =>
        `it has been reposted ${plural(reposts, 'time', 'times', 'en')}; the limit is ${n(maxReposts)}`,
      'window over': (): string => 'the campaign of this link is over',
      'two weak reposts': (): string => 'the last two reposts are among the weakest 10%',
      'tied to its day': ({ words }: AdviceFacts): string => `“${words}” ties the text to its day`,
    },
    gain: (mean: number, [low, high]: Interval, times: number, counted: Counted): string =>
      `A repost should get about ${approximate(mean, 'en')} ${counted} (80%: ${low} to ${high}), ${decimal(times, 'en')} times your usual post.`,
    faults: {
      beforePublication: (value: number): string =>
        `${readings(value, 'was', 'were')} made before the post was published, so one of two clocks is wrong: left out.`,
      wentDown: (value: number, counted: Counted): string =>
        `${readings(value, 'is', 'are')} lower than an earlier one${counted === 'reactions' ? ' (reactions taken back)' : ''}: the earlier one counts.`,
      undated: (value: number): string =>
        `${plural(value, 'post was', 'posts were', 'en')} counted on an unknown date: the count is taken as the 7-day total and says nothing about speed.`,
      uncounted: (value: number, counted: Counted): string =>
        `${plural(value, 'post has', 'posts have', 'en')} no count of ${counted}: expectations are typical, not yours.`,
      untimed: (value: number): string =>
        `${plural(value, 'post without a known hour is', 'posts without a known hour are', 'en')} left out.`,
    },
  },
  suggest: {
    help: {
      summary: 'name the links worth reposting this week',
      description:
        'Name the links worth reposting in the next seven days, the best first: what a repost should bring, when, with which text, and why the other links are not named.',
      examples: [
        'tweetspan suggest                     # the five best',
        'tweetspan suggest drafts/*.md         # with the texts that you have ready',
        'tweetspan suggest drafts/*.md --plan  # and queue those that have one',
      ],
      after: `A link is strong when its posts got more than was usual at their time. Links last
posted more than two years ago, texts that are tied to their day, and texts that
name someone who opted out are left out. The list never has more reposts than
half of what you post in a week.`,
    },
    drafts: 'drafts of links that may be suggested',
    limit: 'links at most',
    plan: 'queue the suggested links that have a text, as tweetspan schedule does',
    title: (account: string): string =>
      account === '' ? 'Worth reposting this week' : `Worth reposting this week: ${account}`,
    summary: (reposts: number, usual: number, zone: string): string =>
      `${reposts === 0 ? 'The queue already has the reposts of this week' : `Room for ${plural(reposts, 'repost', 'reposts', 'en')}`} · your usual post: ${approximate(usual, 'en')} reactions (mean of your last three weeks, or of 35 posts) · ${zone}`,
    rhythm: (perWeek: number): string =>
      `You post ${perWeek < 3 ? (['less than once', 'about once', 'about twice'][perWeek] ?? '') : `about ${n(perWeek)} times`} a week, replies not counted. Half as many reposts are suggested, less those in the queue. Reactions are likes and reposts.`,
    until: (localTime: string): string =>
      `Your data go up to ${date(localTime, 'en')}; newer posts are not considered.`,
    order:
      'Best first; links that may be out of date come later. A forecast lies between what a link got so far and your usual post, as a good result is partly luck.',
    times: 'Times are the best free hours among those you post at; hours with less than 2% of your posts are left out.',
    none: 'No link is worth reposting this week.',
    noLinks: 'Your history has no links: import an archive or an export that has them.',
    noRoom: 'the queue already has the reposts of this week',
    gain: (mean: number, [low, high]: Interval, times: number): string =>
      `about ${mean < 2 ? decimal(mean, 'en') : n(Math.round(mean))} reactions (${low} to ${high}, 8 times in 10), ${decimal(times, 'en')} times your usual post`,
    why: (many: number, reactions: number, last: string): string =>
      many === 1
        ? `posted once, on ${date(last, 'en')}: ${plural(reactions, 'reaction', 'reactions', 'en')}`
        : `posted ${many === 2 ? 'twice' : `${n(many)} times`}, last on ${date(last, 'en')}; ${plural(reactions, 'reaction', 'reactions', 'en')} in all`,
    lasting: (kind: string, words: string): string => `likely to last: ${kind} (“${words}”)`,
    kinds: {
      guide: 'a guide',
      comparison: 'a comparison',
      collection: 'a collection',
      advice: 'advice',
      overview: 'an overview',
      explanation: 'an explanation',
    },
    unclear: 'may be out of date: check the page',
    texts: {
      draft: (name: string): string => `text ready in ${name}`,
      own: (name: string): string => `variant ready in ${name}`,
      made: (name: string): string => `text made from the words of ${name}; read it again`,
      page: (name: string): string => `text made from the page of ${name}; read it again`,
    },
    write: (idea: string | undefined): string =>
      idea === undefined ? 'no new text yet: write one' : `no new text yet: write one, perhaps opening with ${idea}`,
    needsText: 'X may refuse a text that you posted before, so each repost needs a new one.',
    others: 'Why not the others',
    all: 'Why none',
    other: (links: number, reason: string): string => `${plural(links, 'link', 'links', 'en')}: ${reason}`,
    causes: {
      due: 'not needed',
      'never posted': 'never posted',
      'too soon': 'posted too recently',
      'still collecting': 'still getting reactions',
      'still getting more': 'still getting more than a repost would bring',
      'hour not in use': 'no hour that you post in is left this week',
      'weak so far': 'did less than usual so far; try another text first',
      'gain too small': 'several posts got little',
      'too old': 'last posted more than two years ago',
      'no hour left': 'no hour to post is left',
      'enough reposts': 'reposted often enough',
      'window over': 'campaign over',
      'two weak reposts': 'the last two reposts were weak',
      'tied to its day': 'the text is about a day, an event or news',
      'repeats another': 'the text copies a post of someone else (“RT @…”)',
      'opted out': 'a person named in the text opted out',
      'planned already': 'in the queue already',
      'like another': 'the text is too similar to one above',
      'not yours': 'posted in replies only',
      uncounted: 'no counts of reactions',
      'list full': 'fewer reactions expected than for those above',
    },
    slot: (localTime: string): string => moment(localTime, 'en'),
    colon: ': ',
    nothingReady:
      'none of the suggested links has a text: write a draft and name it, as in tweetspan suggest drafts/*.md',
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
    before: (raw: number): string =>
      `Before month, hour of the week and length of the text were taken into account: ${correlation(raw, 'en')}.`,
    carriers: (going: readonly string[], against: readonly string[], nothing: readonly string[]): string =>
      [
        ...(going.length > 0 ? [`What carries it: ${list(going, 'en')}.`] : []),
        ...(against.length > 0 ? [`What goes against it: ${list(against, 'en')}.`] : []),
        ...(nothing.length > 0 ? [`No difference from chance: ${list(nothing, 'en')}.`] : []),
      ].join(' '),
    parts: { with: 'carries it', against: 'goes against it', nothing: 'chance' },
    notes: [
      'Out of sample: the rules were not fitted to this account. What posts got is compared with the account’s own trend, given month, hour of the week and length of the text.',
      'Correlation is not causation. The rules are judged together (Holm), as many of them give many chances of a false alarm.',
      'Images are not scored: exports do not have their descriptions. Rules that lack what they need are left out.',
    ],
    newest: (used: number): string => `Only the newest ${posts(used)} were scored.`,
    columns: { rule: 'Rule', value: 'Correlation', interval: '95% interval', part: 'Part', posts: 'Posts' },
    interval: (low: string, high: string): string => `${low} to ${high}`,
  },
  pages: {
    hours: {
      effect: 'Effect',
      figures: 'Figures in the cells: your posts.',
      hourOfDay: 'Hour of the day',
      week: (best: readonly string[]): string =>
        `A week by hours: seven rows of twenty-four cells.${best.length === 0 ? '' : ` The highest: ${best.join(', ')}.`}`,
      curve: 'Twenty-four bars, one for each hour of the day.',
      few: (many: number): string => `hatched: fewer than ${n(many)} of your posts`,
      outlined: 'outlined: the slots below, by rank',
      rank: 'Rank',
      table: 'The picture as a table',
      cells: 'Effect, and number of posts',
      caveat:
        'Observations, not proof of a cause: people post other things at night. Effects are shrunk to what held out of sample on public accounts.',
    },
    decay: {
      titleOf: (title: string, link: string): string => `${title}: ${link}`,
      curve: (counted: Counted): string => `${counted === 'visits' ? 'Visits' : 'Reactions'} of all posts of the link`,
      curveDescription: (total: string, many: number, counted: Counted): string =>
        `A curve with its band: ${plural(many, 'post', 'posts', 'en')}, ${total} ${counted} in all by 7 days after the newest.`,
      band: 'band: 80% interval',
      posts: 'numbered lines: posts',
      times: (counted: Counted): string => `How long ${counted} take`,
      timesDescription: (rows: number, counted: Counted): string =>
        `${plural(rows, 'row', 'rows', 'en')}: when half and when 90% of the ${counted} are in, each with its 80% interval.`,
      half: (counted: Counted): string => `half of the ${counted}`,
      ninety: (counted: Counted): string => `90% of the ${counted}`,
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
