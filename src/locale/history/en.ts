// What the commands on the history say, in English.
import type { KeywordFile } from '#history/keywords.js';
import type { PostKind } from '#history/ports.js';
import { count, date, decimal, plural, time } from '../format.js';

const keywordFormats: Readonly<Record<KeywordFile['format'], string>> = {
  'search-console': 'Google Search Console',
  trends: 'Google Trends',
  'keyword-planner': 'Google Keyword Planner',
  plain: 'list of terms',
};

/** The kind of a post in a list; originals need no word. */
const kinds: Readonly<Record<PostKind, string>> = { original: '', thread: 'thread', reply: 'reply', repost: 'repost' };

export const en = {
  backup: {
    help: {
      summary: 'copy the history to a file',
      description: 'Copy the history to a new file, whole and consistent, even while another program writes to it.',
      examples: ['tweetspan backup history-2026-03.db'],
    },
    file: 'a file that does not exist yet',
    done: (file: string): string => `Copied the history to ${file}`,
  },
  export: {
    help: {
      summary: 'write the whole history as text',
      description:
        'Write the whole history as JSON lines, or its posts with all observations as CSV. tweetspan import reads both back without loss.',
      examples: ['tweetspan export > history.jsonl', 'tweetspan export --format csv -o posts.csv'],
    },
    output: 'write to this file instead of standard output; it is replaced only once complete',
    interrupted: 'interrupted; the file was not changed',
  },
  lists: {
    more: (limit: number): string => `more than ${count(limit, 'en')}; -n 0 shows all`,
    zone: 'time zone (default: the one of this computer)',
    unknownCounter: '–',
    day: (localTime: string): string => date(localTime, 'en'),
    when: (localTime: string): string => `${date(localTime, 'en')} ${time(localTime.slice(11, 16), 'en')}`,
    count: (value: number): string => count(value, 'en'),
    likes: 'likes',
    reposts: 'reposts',
    replies: 'replies',
    impressions: 'impressions',
    clicks: 'clicks',
    first: 'first',
    last: 'last',
  },
  links: {
    help: {
      summary: 'list the links you posted',
      description: 'List the links you posted: how often, first and last, and what all their posts brought.',
      examples: [
        'tweetspan links',
        'tweetspan links --search blog.example --min-posts 2',
        'tweetspan links --sort last -n 0',
      ],
    },
    search: 'only links whose URL contains this',
    minPosts: 'only links posted at least this often',
    sort: 'order: by number of posts or by last post',
    link: 'link',
    posts: 'posts',
    byText: (text: string): string => `“${text}”`,
    none: 'no links',
  },
  posts: {
    help: {
      summary: 'search and list your posts',
      description: 'Search and list your posts.',
      examples: [
        'tweetspan posts --search "guide logement"',
        'tweetspan posts --link https://blog.example/guide --sort likes',
        'tweetspan posts --since 2025-09-01 --until 2025-09-30',
      ],
    },
    search: 'only posts with all these words; "in this order", begin*, -without',
    kind: 'only posts of this kind (repeatable)',
    link: 'only posts of this link',
    since: 'from this day or instant on',
    until: 'up to the end of this day, or before this instant',
    onlyGone: 'only posts that are gone from X',
    sort: 'what comes first',
    whenIn: (zone: string): string => `when (${zone})`,
    kindTitle: 'kind',
    text: 'text',
    gone: 'gone',
    kinds,
    none: 'no posts',
  },
  contacts: {
    help: {
      summary: 'list the people you met, and who opted out',
      description: 'List the people you mentioned, replied to or reposted, and record who wants none of it.',
      examples: [
        'tweetspan contacts',
        'tweetspan contacts opt-out @example_name',
        'tweetspan contacts opt-in @example_name',
      ],
    },
    list: {
      summary: 'list the people you met',
      description: 'List the people you mentioned, replied to or reposted.',
    },
    optOut: {
      summary: 'record that a person opted out',
      description: 'Record that a person does not want to be mentioned or contacted; lint then reports it.',
    },
    optIn: { summary: 'remove an opt-out', description: 'Remove an opt-out.' },
    sort: 'order: by how often or by how recently you met',
    handle: 'with or without @',
    optedOut: (handle: string): string => `@${handle} opted out`,
    alreadyOut: (handle: string): string => `@${handle} had already opted out`,
    optedIn: (handle: string): string => `@${handle} may be mentioned again`,
    neverOut: (handle: string): string => `@${handle} had not opted out`,
    person: 'handle',
    mentions: 'mentions',
    out: 'opted out',
    yes: 'yes',
    none: 'no contacts',
  },
  keywords: {
    help: {
      summary: 'import and list search volumes of words',
      description: 'Import and list how much words are searched, from your own exports.',
      examples: [
        'tweetspan keywords import Queries.csv --language fr',
        'tweetspan keywords count logement habitation',
        'tweetspan keywords -n 50',
      ],
    },
    list: {
      summary: 'list the latest figures',
      description: 'List the latest figure of each term and source, the largest first.',
    },
    importing: {
      help: {
        summary: 'import search volumes',
        description: 'Import exports of Google Search Console, Trends or Keyword Planner, or plain lists term,figure.',
        examples: [
          'tweetspan keywords import Queries.csv --language fr',
          'tweetspan keywords import survey.csv --source Survey --as-of 2026-02-01',
        ],
      },
      files: 'CSV files',
      language: 'language of the terms, if the file does not say',
      source: 'name of the source of a plain list (default: the file name)',
      asOf: 'date of the figures, if the file does not say (default: now)',
      formats: keywordFormats,
      figures: (many: number): string => plural(many, 'figure', 'figures', 'en'),
      added: (many: number): string => `${count(many, 'en')} new`,
      skipped: (many: number): string => plural(many, 'row skipped', 'rows skipped', 'en'),
      refused: 'not imported',
    },
    term: 'term',
    language: 'lang',
    figure: 'figure',
    measure: 'measure',
    source: 'source',
    asOf: 'as of',
    figureOf: (value: number): string =>
      value < 100 && !Number.isInteger(value) ? decimal(value, 'en') : count(value, 'en'),
    /** Measures are kept in the words of the program that first read them. */
    measureOf: (measure: string): string => measure,
    none: 'no keywords: add some with tweetspan keywords import <csv>',
  },
  values: {
    since: 'use a day such as 2026-01-31, or a time such as 2026-01-31T18:00Z',
    count: 'use a whole number from 1 up',
    handle: 'use a handle: unaccented letters, digits and _, with or without @',
    language: 'use a two-letter code such as fr or en (ISO 639-1)',
  },
};

/** The shape of the section in any language. */
export type HistorySentences = typeof en;
