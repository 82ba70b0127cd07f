import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { directOutput, writeDirectly, isAsciiOnly, toAscii } from '#cli/output.js';

/** A descriptor that takes so many bytes a call, and then refuses with a code of the system. */
function descriptor(perCall: number, total = Infinity, code = 'EAGAIN') {
  let written = Buffer.alloc(0);
  const write = (_: number, bytes: Uint8Array): number => {
    if (written.length >= total) throw Object.assign(new Error(code), { code });
    const taken = bytes.subarray(0, Math.min(perCall, total - written.length));
    written = Buffer.concat([written, taken]);
    return taken.length;
  };
  return { write: write as typeof import('node:fs').writeSync, text: () => written.toString() };
}

const TEXT = 'Évaluez vos brouillons… 👍\n';

describe('a text written to a pipe', () => {
  it('arrives whole when the pipe takes a few bytes at a time, letters of several bytes too', () => {
    const { write, text } = descriptor(3);
    expect(writeDirectly(1, TEXT, write)).toBe('all');
    expect(text()).toBe(TEXT);
  });

  it('is kept from where the pipe is full, so that it can wait', () => {
    const { write, text } = descriptor(4, 10);
    const written = writeDirectly(1, TEXT, write);
    const rest = typeof written === 'object' ? Buffer.from(written.rest) : Buffer.alloc(0);
    expect(Buffer.byteLength(text() === '' ? '' : TEXT) - rest.length).toBe(10);
    expect(Buffer.concat([Buffer.from(TEXT).subarray(0, 10), rest]).toString()).toBe(TEXT);
  });

  it.each(['EPIPE', 'ECONNRESET'])('has nobody to go to when the reader is gone (%s)', (code) => {
    expect(writeDirectly(1, TEXT, descriptor(4, 8, code).write)).toBe('gone');
  });

  it('is lost with a reason when the disk is full', () => {
    expect(() => writeDirectly(1, TEXT, descriptor(4, 8, 'ENOSPC').write)).toThrow('ENOSPC');
  });
});

describe('an output whose pipe is full', () => {
  /** What arrives: at once by the descriptor, then by the stream. */
  function full(total: number) {
    const { write, text } = descriptor(4, total);
    const stream = new PassThrough();
    const output = directOutput(1, () => stream as unknown as NodeJS.WriteStream, write);
    return { output, arrived: () => text() + String(stream.read() ?? '') };
  }

  it('leaves the rest to the stream, and all that follows behind it', () => {
    const { output, arrived } = full(6);
    output.write('one two ');
    output.write('three ');
    output.write('four');
    expect(arrived()).toBe('one two three four');
  });

  it('does so in the middle of a long text', async () => {
    const { output, arrived } = full(70_000);
    const pieces = Array.from({ length: 30 }, (_, index) => String(index % 10).repeat(10_000));
    const writing = output.writeAll(pieces);
    let text = '';
    while (text.length < 300_000) {
      text += arrived().slice(text.length < 70_000 ? 0 : 70_000);
      await new Promise((done) => setImmediate(done));
    }
    await writing;
    expect(text).toBe(pieces.join(''));
  });

  it('ends with the reason of an interruption', async () => {
    const { output } = full(Infinity);
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(output.writeAll(['text'], signal)).rejects.toThrow('enough');
  });
});

describe('a terminal that knows ASCII only', () => {
  it.each([
    [{ LC_ALL: 'C' }, true],
    [{ LC_ALL: '', LANG: 'POSIX' }, true],
    [{ LC_ALL: 'fr_FR.UTF-8', LANG: 'C' }, false],
    [{ LC_ALL: 'C.UTF-8' }, false],
    [{}, false],
  ])('is recognized by its locale: %o %s', (env, expected) => {
    expect(isAsciiOnly(env)).toBe(expected);
  });

  it.each([
    ['“tonight” → “this week” …', '"tonight" -> "this week" ...'],
    ['✓ 85/100 ████████░░', '+ 85/100 ########..'],
    ['⠀⡇⣿⠀', ' ## '],
    ['12\u202f% «\u00a0x\u00a0»', '12 % " x "'],
  ])('%s is shown as %s', (text, shown) => {
    expect(toAscii(text)).toBe(shown);
  });

  it('shows the letters and emoji of a post as they are', () => {
    expect(toAscii('Été à Brest 🚀 日本')).toBe('Été à Brest 🚀 日本');
  });
});
