// What `report` says, in the terminal and on its page, in English.
import type { CommandHelp } from '../cli.js';
import { approximate, count, date, decimal, list, money, moment, plural } from '../format.js';

const help: CommandHelp = {
  summary: 'show the account at a glance, as a page to share',
  description:
    'Show the account at a glance: what to repost this week, links by the reactions still to come, hours, the plan, what is yours to do, and cost. With --html, write it as one page that loads nothing and needs no script.',
  examples: [
    'tweetspan report                         # a summary',
    'tweetspan report --html                  # the page, in report.html',
    'tweetspan report --html -o march.html',
  ],
  after: `Its figures are those of suggest, decay, hours, queue and budget.`,
};

const n = (value: number): string => count(value, 'en');

export const en = {
  help,
  html: 'also write the page',
  output: 'file of the page (default: report.html)',
  outputNeedsHtml: '-o names the file of the page: add --html',
  notOurs: (file: string): string =>
    `${file} exists and is not a report of tweetspan: choose another name, such as -o account.html`,
  generated: (when: string, zone: string): string => `${moment(when, 'en')} (${zone})`,
  title: (account: string): string => (account === '' ? 'Account report' : `Account report of ${account}`),
  /** In the terminal. */
  page: 'tweetspan report --html writes all of this as a page.',
  contents: 'Contents',
  glance: {
    title: 'At a glance',
    reposts: (many: number): string =>
      many === 1 ? 'link worth reposting this week' : 'links worth reposting this week',
    expected: (low: string, high: string): string => `${low} to ${high} in 8 of 10 cases`,
    toCome: 'reactions still to come',
    live: (many: number): string => plural(many, 'link still gets some', 'links still get some', 'en'),
    none: 'no link still gets reactions',
    planned: (many: number): string => (many === 1 ? 'post planned' : 'posts planned'),
    next: (when: string): string => `next: ${moment(when, 'en')}`,
    nothingPlanned: 'nothing is queued',
    attention: (many: number): string => plural(many, 'item needs you', 'items need you', 'en'),
    cost: 'spent on X this month',
    ofCap: (cap: number, toCome: number): string =>
      `of ${money(cap, 'en')} allowed; ${money(toCome, 'en')} planned to come`,
    hour: 'your best hour',
    noHour: ['None', 'clear best hour'] as readonly [figure: string, label: string],
    steps: (many: number): string => plural(many, 'step is yours to take', 'steps are yours to take', 'en'),
  },
  suggest: {
    title: 'To repost this week',
    nav: 'Reposts',
    when: (localTime: string): string => moment(localTime, 'en'),
    plan: 'To plan one: put its text in a draft, then run tweetspan suggest drafts/*.md --plan.',
    columns: { link: 'Link', when: 'Best time', gain: 'Reactions expected (80%)', why: 'Why', text: 'Text' },
  },
  decay: {
    title: 'Links by what is still to come',
    nav: 'Links',
    none: 'No link is still getting reactions: below are the newest ones. Reactions are counted for 7 days after a post.',
    picture: 'Reactions still to come',
    description: (rows: number): string =>
      `${plural(rows, 'bar', 'bars', 'en')}, one for each link: the reactions it should still get, with an 80% interval.`,
    bar: 'expected',
    interval: '80% interval',
    shown: (shown: number, known: number): string =>
      `${n(shown)} of ${plural(known, 'link', 'links', 'en')} shown, those with most to come first; tweetspan decay shows more.`,
    curves: 'How reactions came in',
    curve: (link: string): string => `Reactions of ${link}`,
    table: 'These links as a table',
    points: 'The curve as a table',
    columns: { when: 'When', mean: 'Reactions', interval: '80% interval' },
  },
  hours: { title: 'Hours of the week', nav: 'Hours' },
  plan: {
    title: 'The plan',
    nav: 'Plan',
    none: 'Nothing is queued. tweetspan schedule draft.md plans the reposts of a link.',
    calendar: 'Calendar of the planned posts',
    description: (posts: number, days: number, from: string, to: string): string =>
      `${plural(posts, 'planned post', 'planned posts', 'en')} on ${plural(days, 'day', 'days', 'en')}, from ${date(from, 'en')} to ${date(to, 'en')}.`,
    weekOf: (day: string): string => date(day, 'en').replace(/, \d+$/, ''),
    today: 'outlined: today',
    filled: 'filled: posts go out',
    more: (many: number): string => `+${n(many)}`,
    later: (many: number, day: string): string =>
      `${plural(many, 'post comes', 'posts come', 'en')} after the calendar ends on ${date(day, 'en')}: see the table.`,
    table: 'The planned posts as a table',
    shown: (shown: number): string => `The first ${n(shown)} items only; tweetspan queue --limit 0 lists all.`,
    attention: 'Needs you',
    stopped: (reason: string): string => `The queue is paused: ${reason}.`,
    review: 'waits for approval',
    free: 'free',
    columns: { when: 'When', text: 'Text', link: 'Link', how: 'How', cost: 'Cost', state: 'State', why: 'Why' },
  },
  people: {
    title: 'Yours to do',
    nav: 'To do',
    none: 'No kit, request for help or pin is due.',
    overdue: 'due since',
    columns: { what: 'What', when: 'When', link: 'Link', how: 'How' },
  },
  cost: {
    title: 'Cost',
    nav: 'Cost',
    columns: { kind: 'Paid to X', today: 'Today', month: 'This month' },
    toCome: 'To come, by the API',
    toComeColumns: { month: 'Month', posts: 'Posts', total: 'Cost' },
    none: 'No post by the API is planned. Posting by hand, with a reminder, is free.',
    total: 'in all',
  },
  weights: {
    title: 'What goes with reactions to your posts',
    clicks: 'What goes with clicks on your links',
    nav: 'Weights',
    none: (least: number): string =>
      `Not enough original posts with counts: with ${n(least)} and more, this shows what goes with their reactions.`,
    basis: (posts: number, value: number, low: number, high: number, unseen: number): string =>
      `From your last ${plural(posts, 'original post', 'original posts', 'en')}. On ${n(unseen)} that the model had not seen, its order and the real one had a rank correlation of ${decimal(value, 'en', 2)} (95% interval ${decimal(low, 'en', 2)} to ${decimal(high, 'en', 2)})${low <= 0 ? ': nothing shows yet that it beats chance' : ''}.`,
    unsureTerm: 'dashed: may be chance',
    unsure: 'No term differs from chance yet (80%).',
    picture: 'Terms and what they go with',
    description: (terms: readonly string[]): string =>
      terms.length === 0 ? 'No term differs from chance.' : `The terms that differ from chance: ${list(terms, 'en')}.`,
    unit: 'standard deviations of your posts’ result; right of zero: more',
    caveat: 'What goes together is not a cause: a link may come with other subjects.',
    table: 'All terms as a table',
    columns: { term: 'The text has', effect: 'Effect', interval: '80% interval', sure: 'Sure' },
    sure: 'yes',
    notSure: 'no',
  },
  empty: {
    title: 'Nothing to report yet',
    intro: 'The history is empty, so there is nothing to show. Three steps fill it:',
    steps: [
      'On X, request your archive (Settings, Your account, Download an archive of your data). X takes about a day.',
      'Import it: tweetspan import archive.zip. A CSV of your posts, such as the one from X analytics, works too.',
      'Then write the report: tweetspan report --html.',
    ],
    without: 'You need no history to check a draft: tweetspan lint draft.md.',
  },
  terminal: {
    suggest: 'Repost',
    decay: 'To come',
    hours: 'Hours',
    plan: 'Plan',
    people: 'To do',
    cost: 'Cost',
    reactions: (mean: number): string => `about ${approximate(mean, 'en')} reactions still to come`,
    suggested: (label: string, when: string): string => `${label}, ${moment(when, 'en')}`,
    spent: (spent: number, cap: number, toCome: number): string =>
      `${money(spent, 'en')} of ${money(cap, 'en')} this month; ${money(toCome, 'en')} planned to come`,
  },
};

/** The shape of the section in any language. */
export type ReportSentences = typeof en;
