// What `queue export` and `queue import` say, in English.
import type { CopyCounts } from '#queue/copy.js';
import type { CopyFault } from '#report/documents/queue-copy.js';
import { count, list, plural, pluralForm } from '../format.js';

const items = (ids: readonly number[]): string =>
  `${pluralForm(ids.length, 'item', 'items', 'en')} ${list(ids.map(String), 'en', 'and')}`;

export const en = {
  help: {
    summary: 'write the plan for another scheduler, or the whole queue',
    description:
      'Write the planned posts as a table for the bulk upload of another scheduler: buffer for Buffer, csv for others and for spreadsheets. Items that wait for approval stay here. jsonl is the whole queue with its log and its media, for tweetspan queue import.',
    examples: [
      'tweetspan queue export --format buffer -o plan.csv',
      'tweetspan queue export --csv-separator semicolon -o plan.csv    # for a French spreadsheet',
      'tweetspan queue export --format buffer --hand-over -o plan.csv  # write them and cancel them here',
      'tweetspan queue export --format jsonl --hand-over -o queue.jsonl  # to move it to another database',
    ],
  },
  link: 'only items of this link',
  zone: 'time zone of the times (default: that of the items)',
  mediaUrl: 'address of the folder where your media files are on the web: their names are added to it',
  mediaUrlInvalid: 'use an address such as https://example.org/media/',
  handOver:
    'cancel here what was exported, and export what tweetspan posts by the API, too; with jsonl this queue posts nothing any more',
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
  copy: {
    import: {
      summary: 'import the queue of another database',
      description:
        'Import a whole queue that tweetspan queue export --format jsonl wrote: all of it or nothing. It is paused here until you resume it. What is here already is not added again.',
      examples: [
        'tweetspan queue import queue.jsonl',
        'tweetspan queue import queue.jsonl --db postgresql://ada@db.example.org/tweetspan',
      ],
    },
    file: 'the exported queue, or - for standard input',
    wholeOnly: 'jsonl is the whole queue: leave out --link',
    exported: (number: number): string => `${plural(number, 'item', 'items', 'en')} exported`,
    handedOver:
      'this queue posts nothing any more; import the file in one place only: tweetspan queue import <file> --db <file or address>',
    stillPosts: 'this queue still posts: to move it, export it with --hand-over',
    withoutMedia: (ids: readonly number[]): string =>
      `${items(ids)}: the media are missing or were changed, and do not go along; replace them with tweetspan queue edit`,
    imported: ({ added, updated, known, posts, people }: CopyCounts): string =>
      [
        `${plural(added, 'item', 'items', 'en')} imported`,
        ...(updated > 0 ? [`${count(updated, 'en')} updated`] : []),
        ...(known > 0 ? [`${count(known, 'en')} already here`] : []),
        ...(posts > 0 ? [plural(posts, 'post', 'posts', 'en')] : []),
        ...(people > 0 ? [plural(people, 'note on people', 'notes on people', 'en')] : []),
      ].join(' · '),
    nothingNew: (known: number): string => `Nothing new: ${plural(known, 'item is', 'items are', 'en')} here already`,
    renumbered: (numbers: CopyCounts['renumbered']): string =>
      `Their numbers were taken, so they changed: ${numbers.map(([from, to]) => `${from} → ${to}`).join(', ')}`,
    thenResume: 'The queue is paused: check it with tweetspan queue, then run tweetspan queue resume',
    thenAdopt:
      'The queue is paused: the other one was not set aside and may still post. End it there, then run tweetspan queue adopt here',
    unreadable: (file: string, why: string): string => `${file}: cannot be read (${why})`,
    fault(file: string, fault: CopyFault | { readonly code: 'media-damaged' }): string {
      const again = 'nothing was imported; export it again';
      if (fault.code === 'not-a-copy') {
        return `${file}: not an exported queue; write one with tweetspan queue export --format jsonl`;
      }
      if (fault.code === 'newer') {
        return `${file}: written by a newer version of tweetspan; nothing was imported: update tweetspan`;
      }
      if (fault.code === 'media-damaged') return `${file}: an image or video in it was changed; ${again}`;
      if (fault.code === 'cut') return `${file}: cut after line ${fault.line}; ${again}`;
      return `${file}: line ${fault.line} is damaged; ${again}`;
    },
  },
};

/** The shape of the section in any language. */
export type BulkSentences = typeof en;
