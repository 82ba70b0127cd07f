// A whole queue on its way to another database, as a file: with the media that its open items need.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import type { Locale } from '#base/locale.js';
import { bulkSentences } from '#locale/bulk.js';
import type { CopyCounts, QueueCopy } from '#queue/copy.js';
import type { ItemMedia } from '#queue/item.js';
import { queueCopyLines, readQueueCopy, type CopiedMedia } from '#report/documents/queue-copy.js';
import type { OpenHistory } from '../history-database.js';
import { writeNotice } from '../notice.js';
import type { Shell } from '../shell.js';
import { EXIT, UserError } from '../user-error.js';
import { writeWhole } from '../write-whole.js';
import { stateFolder } from './entry.js';
import { withQueue, type QueueFlags } from './open.js';

/** States whose items may still go out: with their media. */
const MAY_GO_OUT: ReadonlySet<string> = new Set(['planned', 'reminded', 'unknown', 'missed', 'refused']);

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The bytes of a file that are still those of its planning; undefined for any others. */
function readPlanned({ file, sha256 }: ItemMedia): Uint8Array | undefined {
  try {
    const bytes = readFileSync(file);
    return hashOf(bytes) === sha256 ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** The media that open items of a copy need, each once, and the numbers of items whose media are not to be had. */
async function gatherMedia(
  { items }: QueueCopy,
  { team }: Pick<OpenHistory, 'team'>,
): Promise<{ readonly files: readonly CopiedMedia[]; readonly without: readonly number[] }> {
  const files = new Map<string, CopiedMedia>();
  const without: number[] = [];
  for (const { number, state, media } of items) {
    if (!MAY_GO_OUT.has(state)) continue;
    for (const one of media) {
      const { sha256 } = one;
      if (sha256 === undefined || files.has(sha256)) continue;
      const bytes = (await team?.store.readMedia(sha256)) ?? readPlanned(one);
      if (bytes === undefined) without.push(number);
      else files.set(sha256, { sha256, bytes });
    }
  }
  return { files: [...files.values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1)), without: [...new Set(without)] };
}

/** How the whole queue is exported. */
interface ExportFlags extends QueueFlags {
  readonly output?: string | undefined;
  readonly handOver?: boolean | undefined;
}

/**
 * Writes the whole queue as lines of JSON; with `handOver` it is set aside first, so that nothing goes out twice.
 * @throws UserError when it cannot be written; StoreError when something is being sent.
 */
export async function exportQueue(shell: Shell, flags: ExportFlags, locale: Locale): Promise<void> {
  const { handOver = false, output, quiet } = flags;
  const { copy: sentences } = bulkSentences(locale);
  await withQueue(shell, flags, handOver ? 'change' : 'read', async ({ opened, now }) => {
    const copy = await (await opened.openCopies()).read(handOver, now);
    const { files, without } = await gatherMedia(copy, opened);
    const pieces = queueCopyLines(copy, files);
    if (output === undefined) await shell.writeAll(pieces);
    else await writeWhole(resolve(shell.cwd, output), pieces, { signal: shell.interruption(), locale });
    if (without.length > 0) writeNotice(shell, sentences.withoutMedia(without));
    if (quiet === true) return;
    writeNotice(shell, sentences.exported(copy.items.length));
    writeNotice(shell, handOver ? sentences.handedOver : sentences.stillPosts);
  });
}

/** The longest copy that standard input is read for, bytes. @source own choice */
const MAX_BYTES = 2 ** 31;

async function readBytes(shell: Shell, name: string): Promise<Uint8Array> {
  const unreadable = (why: string, cause?: unknown): UserError =>
    new UserError((locale) => bulkSentences(locale).copy.unreadable(name, why), { cause });
  if (name === '-') {
    const bytes = await shell.stdin.read(MAX_BYTES);
    if (bytes === undefined) throw unreadable('EFBIG');
    return bytes;
  }
  try {
    return readFileSync(resolve(shell.cwd, name));
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw unreadable(code ?? message, cause);
  }
}

/** The lines of a text, one at a time: as a whole it may be longer than a string can be. */
function* linesOf(bytes: Uint8Array): Generator<string> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let from = 0; from < text.length;) {
    const end = text.indexOf(0x0a, from);
    const to = end < 0 ? text.length : end;
    yield text.toString('utf8', from, to);
    from = to + 1;
  }
}

/**
 * Reads the copy of a queue, checked as a whole.
 * @throws UserError for what is none, was cut or changed, or comes from a newer version.
 */
export async function readCopyFile(
  shell: Shell,
  name: string,
): Promise<{ readonly copy: QueueCopy; readonly media: readonly CopiedMedia[] }> {
  const read = readQueueCopy(linesOf(await readBytes(shell, name)));
  const fault =
    'fault' in read
      ? read.fault
      : read.media.some(({ sha256, bytes }) => hashOf(bytes) !== sha256)
        ? ({ code: 'media-damaged' } as const)
        : undefined;
  if (fault !== undefined || 'fault' in read) {
    const exitCode = fault?.code === 'newer' ? EXIT.version : EXIT.usage;
    throw new UserError((locale) => bulkSentences(locale).copy.fault(name, fault ?? { code: 'not-a-copy' }), {
      exitCode,
    });
  }
  return read;
}

/** Keeps the media of a copy where its items find them; answers the copy with the files that they then have. */
async function placeMedia(
  shell: Shell,
  { team }: Pick<OpenHistory, 'team'>,
  { copy, media }: Awaited<ReturnType<typeof readCopyFile>>,
): Promise<QueueCopy> {
  if (team !== undefined) {
    for (const { sha256, bytes } of media) await team.store.keepMedia(sha256, bytes);
    return copy;
  }
  const state = stateFolder(shell);
  if (state === undefined) return copy;
  const folder = join(state, 'media');
  const bySha = new Map(media.map((one) => [one.sha256, one.bytes]));
  const place = (one: ItemMedia): ItemMedia => {
    const bytes = one.sha256 === undefined ? undefined : bySha.get(one.sha256);
    if (bytes === undefined || readPlanned(one) !== undefined) return one;
    const file = join(folder, `${one.sha256}${extname(one.file)}`);
    if (!existsSync(file)) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      // In one step: half a file would be taken for another one.
      writeFileSync(`${file}.${shell.pid}`, bytes, { mode: 0o600 });
      renameSync(`${file}.${shell.pid}`, file);
    }
    return { ...one, file };
  };
  return { ...copy, items: copy.items.map((item) => ({ ...item, media: item.media.map(place) })) };
}

/** Brings a copy into a queue: all of it, or nothing. @throws StoreError for what stands in its way. */
export async function importQueue(
  shell: Shell,
  opened: OpenHistory,
  read: Awaited<ReturnType<typeof readCopyFile>>,
): Promise<CopyCounts> {
  return (await opened.openCopies()).add(await placeMedia(shell, opened, read), opened.now());
}
