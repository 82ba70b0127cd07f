// What `queue export` says, in English.
import { list, plural, pluralForm } from '../format.js';

const items = (ids: readonly number[]): string =>
  `${pluralForm(ids.length, 'item', 'items', 'en')} ${list(ids.map(String), 'en', 'and')}`;

export const en = {
  help: {
    summary: 'write the plan for another scheduler',
    description:
      'Write the planned posts as a table for the bulk upload of another scheduler: buffer for Buffer, csv for others and for spreadsheets. Items that wait for approval stay here.',
    examples: [
      'tweetspan queue export --format buffer -o plan.csv',
      'tweetspan queue export --csv-separator semicolon -o plan.csv    # for a French spreadsheet',
      'tweetspan queue export --format buffer --hand-over -o plan.csv  # and cancel them here',
    ],
  },
  link: 'only items of this link',
  zone: 'time zone of the times (default: that of the items)',
  mediaUrl: 'address of the folder where your media files are on the web: their names are added to it',
  mediaUrlInvalid: 'use an address such as https://example.org/media/',
  handOver: 'cancel here what was exported, and export what tweetspan posts by the API, too',
  output: 'write to this file (default: standard output)',
  exported: (posts: number, zone: string): string =>
    `${plural(posts, 'post', 'posts', 'en')} exported; the times are in ${zone}: set the other scheduler to it`,
  exactTexts: (ids: readonly number[]): string =>
    `${items(ids)}: the text begins like a formula and is kept to the letter; do not open this file in a spreadsheet`,
  stillHere: 'they are still planned here, and you will be reminded of them: --hand-over cancels them',
  cancelled: (posts: number): string =>
    `${plural(posts, 'item', 'items', 'en')} cancelled here; before its slot, queue cancel --undo plans an item again`,
  awaiting: (ids: readonly number[]): string =>
    `left out: ${items(ids)}, not approved yet (tweetspan queue approve ${ids.join(' ')})`,
  late: (ids: readonly number[]): string => `left out: ${items(ids)}, whose time has passed`,
  ownPosts: (ids: readonly number[]): string =>
    `left out: ${items(ids)}, which tweetspan posts itself; --hand-over exports them and cancels them here`,
  people: (steps: number): string =>
    `left out: ${plural(steps, 'step', 'steps', 'en')} for a person (messages, pins), which no scheduler takes`,
  withoutMedia: (ids: readonly number[]): string =>
    `${items(ids)}: the media cannot go along, since a table holds only addresses; add them by hand, or name their folder on the web with --media-url`,
  furtherMedia: (ids: readonly number[]): string =>
    `${items(ids)}: one image goes along, the others cannot; add them by hand`,
  severalZones: (zones: readonly string[]): string =>
    `the items have several time zones (${zones.join(', ')}); choose one with --zone`,
  nothing: 'nothing to export',
};

/** The shape of the section in any language. */
export type BulkSentences = typeof en;
