import { expect, it } from 'vitest';
import { decodePage, detectNoPage } from '#page/decode.js';

const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array => Buffer.from(text, encoding);

it.each([
  ['UTF-8 without a word', bytes('été'), undefined],
  ['UTF-8 with its mark', bytes('\ufeffété'), undefined],
  ['Latin-1 by the server', bytes('été', 'latin1'), 'text/html; charset=ISO-8859-1'],
  ['Latin-1 without a word', bytes('été', 'latin1'), undefined],
  ['UTF-8 that the server calls a set that does not exist', bytes('été'), 'text/html; charset=none-such'],
  ['UTF-16 by its mark', bytes('\ufeffété', 'utf16le'), undefined],
])('%s', (_, page, contentType) => {
  expect(decodePage(page, contentType)).toBe('été');
});

it('Latin-1 by the page itself', () => {
  const page = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15"><p>10 € été</p>';
  const latin9 = Buffer.from(page.replace('€', '\u00a4'), 'latin1');
  expect(decodePage(latin9)).toContain('10 € été');
});

it.each([
  ['pdf', bytes('%PDF-1.7 …')],
  ['zip', bytes('PK\u0003\u0004')],
  ['image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d)],
  ['binary', Uint8Array.of(1, 2, 0, 3)],
  [undefined, bytes('<!doctype html>')],
])('%s is known by its first bytes', (kind, page) => {
  expect(detectNoPage(page)).toBe(kind);
});
