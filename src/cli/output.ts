// Standard output and standard error.
import { fstatSync, writeSync } from 'node:fs';

/** Where text goes. `columns` is undefined for a pipe or a file, and for a terminal of unknown width. */
export interface Output {
  readonly isTTY: boolean;
  readonly columns: number | undefined;
  /** The stream behind it, for a library that draws on a terminal. */
  readonly stream?: NodeJS.WriteStream;
  write(text: string): void;
}

/** An output that can also wait for its reader. */
export interface PatientOutput extends Output {
  /**
   * Writes a long text, no faster than its reader takes it. Ends early when the reader has seen enough, or with the
   * reason of `signal`.
   */
  writeAll(pieces: Iterable<string>, signal?: AbortSignal): Promise<void>;
}

type Descriptor = 1 | 2;

/** Output that could not be written: a full disk, a device that fails. `code` is the system's: ENOSPC. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
  readonly code: string;

  constructor(cause: NodeJS.ErrnoException) {
    super(cause.message, { cause });
    this.code = cause.code ?? cause.message;
  }
}

/**
 * The output behind a descriptor. Pipes and files are written to by plain system calls: Node's streams take 5 ms to load
 * (Node 20), a tenth of a `lint`. Terminals and other devices are left to the stream.
 * @param onFault gets what a stream reports after the call that caused it; what is known at once is thrown.
 */
export function openOutput(
  descriptor: Descriptor,
  openStream: () => NodeJS.WriteStream,
  env: Readonly<Record<string, string | undefined>> = {},
  onFault: (fault: OutputError) => void = rethrow,
): PatientOutput {
  return isPipeOrFile(descriptor) ? directOutput(descriptor, openStream) : streamOutput(openStream(), env, onFault);
}

function rethrow(fault: OutputError): never {
  throw fault;
}

/** Whether a descriptor leads into a pipe, which another Node makes of sockets, or a file; false when it is closed. */
export function isPipeOrFile(descriptor: Descriptor): boolean {
  try {
    const status = fstatSync(descriptor);
    return status.isFIFO() || status.isSocket() || status.isFile();
  } catch {
    return false;
  }
}

/** How the direct way ended: all is written, the reader is gone, or `rest` has to wait. */
type Written = 'all' | 'gone' | { readonly rest: Uint8Array };

/**
 * Writes bytes at once, in as many calls as it takes.
 * @param write `fs.writeSync`; it may take a part only, and refuse with EAGAIN a pipe that another program opened not to
 *   block.
 */
export function writeDirectly(descriptor: Descriptor, text: string, write = writeSync): Written {
  let rest: Uint8Array = Buffer.from(text);
  try {
    while (rest.length > 0) rest = rest.subarray(write(descriptor, rest));
    return 'all';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A reader that has seen enough (`| head`) closes the pipe: the rest has no reader.
    if (code === 'EPIPE' || code === 'ECONNRESET') return 'gone';
    if (code === 'EAGAIN') return { rest };
    throw new OutputError(error as NodeJS.ErrnoException);
  }
}

/**
 * An output by plain system calls, and by the stream from where the pipe is full.
 * @param write as for `writeDirectly`.
 */
export function directOutput(
  descriptor: Descriptor,
  openStream: () => NodeJS.WriteStream,
  write = writeSync,
): PatientOutput {
  let isGone = false;
  // Once something had to wait, all that follows waits behind it.
  let waiting: PatientOutput | undefined;
  const put = (text: string): void => {
    if (isGone) return;
    if (waiting !== undefined) return waiting.write(text);
    const written = writeDirectly(descriptor, text, write);
    if (written === 'gone') isGone = true;
    else if (written !== 'all') {
      const stream = openStream();
      waiting = streamOutput(stream);
      stream.write(written.rest);
    }
  };
  return {
    isTTY: false,
    columns: undefined,
    write: put,
    async writeAll(pieces, signal) {
      const blocks = joinIntoBlocks(pieces);
      for (let next = blocks.next(); !next.done; next = blocks.next()) {
        put(next.value);
        // An interruption shows between two turns of the event loop only.
        await nextTurn();
        signal?.throwIfAborted();
        if (isGone) return;
        if (waiting !== undefined) return waiting.writeAll(blocks, signal);
      }
    },
  };
}

function streamOutput(
  stream: NodeJS.WriteStream,
  env: Readonly<Record<string, string | undefined>> = {},
  onFault: (fault: OutputError) => void = rethrow,
): PatientOutput {
  const shown = stream.isTTY && isAsciiOnly(env) ? toAscii : (text: string): string => text;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') onFault(new OutputError(error));
  });
  return {
    isTTY: stream.isTTY === true,
    columns: stream.isTTY && stream.columns > 0 ? stream.columns : undefined,
    stream,
    write: (text) => void stream.write(shown(text)),
    async writeAll(pieces, signal) {
      let isGone = false;
      stream.once('error', () => (isGone = true));
      for (const block of joinIntoBlocks(pieces)) {
        const hasRoom = stream.write(shown(block));
        // Also when there is room: an interruption or a closed pipe shows between two turns of the event loop only.
        await (hasRoom ? nextTurn() : drained(stream));
        signal?.throwIfAborted();
        if (isGone || stream.destroyed) return;
      }
    },
  };
}

const nextTurn = (): Promise<void> => new Promise((done) => setImmediate(done));

const drained = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((done) => {
    const events = ['drain', 'error', 'close'] as const;
    const end = (): void => {
      for (const event of events) stream.off(event, end);
      done();
    };
    for (const event of events) stream.once(event, end);
  });

/** Characters that are written at once: one system call for many lines. */
const BLOCK = 64 * 1024;

/** Pieces joined into blocks of about 64 K characters. */
export function* joinIntoBlocks(pieces: Iterable<string>): Generator<string> {
  let block = '';
  for (const piece of pieces) {
    block += piece;
    if (block.length < BLOCK) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}

// What the program itself draws and sets, for terminals that the locale says know ASCII only.

const SIGNS: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u202f': ' ',
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '…': '...',
  '–': '-',
  '—': '-',
  '−': '-',
  '×': 'x',
  '·': '-',
  '→': '->',
  '✓': '+',
  '✗': 'x',
  '█': '#',
  '░': '.',
};
/** Blocks of eighths, rules and braille patterns, of which charts are drawn. */
const DRAWN = /[\u00a0\u202f“”«»‘’…–—−×·→✓✗█░]|[\u2581-\u2587\u2591-\u2593\u2801-\u28ff]|[\u2500-\u257f]|\u2800/g;

function drawn(sign: string): string {
  if (sign === '\u2800') return ' ';
  return sign >= '\u2500' && sign <= '\u257f' ? '-' : '#';
}

/** A text with the program's own signs in ASCII. Letters and emoji of posts stay: they are data. */
export const toAscii = (text: string): string => text.replace(DRAWN, (sign) => SIGNS[sign] ?? drawn(sign));

/** Whether the locale names no character set but ASCII: `C` and `POSIX` do, an unset one does not. */
export function isAsciiOnly(env: Readonly<Record<string, string | undefined>>): boolean {
  // The first that is set wins, as in POSIX; an empty one counts as unset.
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return locale === 'C' || locale === 'POSIX';
}
