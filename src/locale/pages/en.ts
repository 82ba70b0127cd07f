// What the pages of `--html` say beside what the reports in the terminal say, in English.
import { count, plural } from '#locale/format.js';

const n = (value: number): string => count(value, 'en');

export const en = {
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
};

/** The shape of the section in any language. */
export type PagesSentences = typeof en;
