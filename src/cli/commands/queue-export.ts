import { basename, resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { csvLines, PLAIN_CSV } from '#base/csv.js';
import { bulkSentences } from '#locale/bulk.js';
import type { Item } from '#queue/item.js';
import { BULK_TABLES, type BulkFormat, type BulkPost } from '#report/export/bulk-upload.js';
import { linkIdentity } from '#tweet/link.js';
import type { Registration } from '../command.js';
import { writeNotice } from '../notice.js';
import { databaseOption, formatChoice, newCommand, option } from '../options/common.js';
import { csvMarkOption, csvSeparatorOption, csvStyle } from '../options/csv.js';
import { zoneOption } from '../options/times.js';
import { changeItem } from '../queue/change.js';
import { withQueue, type OpenQueue } from '../queue/open.js';
import { EXIT, UserError } from '../user-error.js';
import { writeWhole } from '../write-whole.js';

/** More than any queue holds. @source own choice */
const MAX_ITEMS = 100_000;
/** What the image column of another scheduler takes. */
const IMAGE = /\.(?:png|jpe?g|webp|gif)$/i;

/** Items by what becomes of them. */
interface Chosen {
  readonly posts: readonly Item[];
  readonly awaiting: readonly Item[];
  readonly late: readonly Item[];
  /** Those that the program posts itself: elsewhere they would go out twice. */
  readonly own: readonly Item[];
}

function choose(items: readonly Item[], now: number, handsOver: boolean): Chosen {
  const awaiting = items.filter(({ review }) => review);
  const late = items.filter(({ review, dueAt }) => !review && dueAt <= now);
  const rest = items.filter(({ review, dueAt }) => !review && dueAt > now);
  const isOurs = ({ mode }: Item): boolean => mode === 'api' && !handsOver;
  return { awaiting, late, own: rest.filter(isOurs), posts: rest.filter((item) => !isOurs(item)) };
}

/** The addresses that media files have on the web, in a folder there. */
const mediaUrls = ({ media }: Item, folder: string | undefined, format: BulkFormat): readonly string[] =>
  folder === undefined
    ? []
    : media
        .filter(({ file }) => format === 'csv' || IMAGE.test(file))
        .map(({ file }) => new URL(encodeURIComponent(basename(file)), folder).href);

/** `queue export`: the plan as a table for the bulk upload of another scheduler, or the whole queue for another database. */
export const registerQueueExport: Registration = (queue, { shell, locale, finish }) => {
  const sentences = bulkSentences(locale);
  const readFolder = (value: string): string => {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol)) {
      throw new InvalidArgumentError(sentences.mediaUrlInvalid);
    }
    return `${url.origin}${url.pathname.replace(/\/?$/, '/')}`;
  };
  newCommand(queue, 'export', sentences.help)
    .addOption(formatChoice(locale, ['csv', 'buffer', 'jsonl']))
    .addOption(csvSeparatorOption(locale))
    .addOption(csvMarkOption(locale))
    .option('--link <link>', sentences.link)
    .addOption(zoneOption(locale, sentences.zone))
    .addOption(option('--media-url <url>', sentences.mediaUrl).argParser(readFolder))
    .option('--hand-over', sentences.handOver)
    .addOption(option('-o, --output <file>', sentences.output))
    .addOption(databaseOption(locale))
    .action(async (flags) => {
      const { format, output, handOver = false, quiet = false } = flags;
      if (format === 'jsonl') {
        if (flags.link !== undefined) throw new UserError(sentences.copy.wholeOnly);
        await (await import('../queue/copy.js')).exportQueue(shell, flags, locale);
        finish(EXIT.done);
        return;
      }
      await withQueue(shell, flags, handOver ? 'change' : 'read', async (open) => {
        const link = flags.link === undefined ? undefined : (linkIdentity(flags.link) ?? flags.link);
        const ofLink = link !== undefined && { link };
        const items = await open.store.list({ states: ['planned'], ...ofLink }, MAX_ITEMS);
        const chosen = choose(items, open.now, handOver);
        const { posts } = chosen;
        const steps = await open.opened.steps.list({ isOpen: true, ...ofLink }, MAX_ITEMS);
        const say = (sentence: (ids: readonly number[]) => string, found: readonly Item[]): void => {
          if (found.length > 0) writeNotice(shell, sentence(found.map(({ id }) => id)));
        };
        // Even with --quiet: what is not in the file goes out nowhere else.
        say(sentences.awaiting, chosen.awaiting);
        say(sentences.late, chosen.late);
        say(sentences.ownPosts, chosen.own);
        if (steps.length > 0 && !quiet) writeNotice(shell, sentences.people(steps.length));
        if (posts.length === 0) throw new UserError(sentences.nothing, { exitCode: EXIT.findings });
        const zone = flags.zone ?? commonZone(posts, sentences.severalZones);
        const bulk = posts.map((item) => toBulkPost(open, item, zone, mediaUrls(item, flags.mediaUrl, format)));
        const { header, row } = BULK_TABLES[format];
        // What Buffer reads it posts to the letter, and it knows its columns by names without a mark before them.
        const style = format === 'buffer' ? { ...PLAIN_CSV, exact: true as const } : csvStyle(flags);
        const pieces = csvLines(header, bulk.map(row), style);
        if (output === undefined) await shell.writeAll(pieces);
        else await writeWhole(resolve(shell.cwd, output), pieces, { signal: shell.interruption(), locale });
        const urlsOf = (item: Item): number => mediaUrls(item, flags.mediaUrl, format).length;
        say(
          sentences.withoutMedia,
          posts.filter((item) => item.media.length > 0 && urlsOf(item) === 0),
        );
        const taken = format === 'buffer' ? 1 : Infinity;
        say(
          sentences.furtherMedia,
          posts.filter((item) => urlsOf(item) > 0 && item.media.length > Math.min(taken, urlsOf(item))),
        );
        if (format === 'buffer')
          say(
            sentences.exactTexts,
            posts.filter(({ text }) => /^[=+\-@]/.test(text)),
          );
        if (handOver) {
          for (const item of posts) {
            const patch = { state: 'cancelled', reason: { code: 'by-hand' } } as const;
            await changeItem(open, item, { from: ['planned'], action: 'cancel', patch, event: 'cancelled' });
          }
        }
        if (quiet) return;
        writeNotice(shell, sentences.exported(posts.length, zone));
        writeNotice(shell, handOver ? sentences.cancelled(posts.length) : sentences.stillHere);
      });
      finish(EXIT.done);
    });
};

/** @throws UserError when items have several zones: in a table each time is of one. */
function commonZone(items: readonly Item[], sentence: (zones: readonly string[]) => string): string {
  const zones = [...new Set(items.map(({ zone }) => zone))];
  if (zones.length > 1) throw new UserError(sentence(zones));
  return zones[0] ?? 'UTC';
}

const toBulkPost = (
  { clocks }: OpenQueue,
  { id, text, dueAt, media }: Item,
  zone: string,
  urls: readonly string[],
): BulkPost => ({
  id,
  text,
  zone,
  localTime: clocks.formatLocalTime(dueAt, zone),
  mediaUrls: urls,
  alt: media.flatMap(({ alt }) => (alt === undefined ? [] : [alt])),
});
