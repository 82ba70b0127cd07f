import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifyMedia } from '#tweet/media-file.js';
import { nameUnsupportedFile } from '#tweet/unsupported-file.js';

const latin = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));
const uint16 = (value: number): number[] => [value >> 8, value & 0xff];
const uint32 = (value: number): number[] => [...uint16(value >> 16), ...uint16(value & 0xffff)];
const little16 = (value: number): number[] => uint16(value).toReversed();

const png = [
  ...latin('\x89PNG\r\n\x1a\n'),
  ...uint32(13),
  ...latin('IHDR'),
  ...uint32(1200),
  ...uint32(675),
  8,
  2,
  0,
  0,
  0,
];
const gif = [...latin('GIF89a'), ...little16(480), ...little16(270), 0, 0, 0];
const webp = [
  ...latin('RIFF'),
  ...uint32(30).toReversed(),
  ...latin('WEBPVP8X'),
  ...uint32(10).toReversed(),
  0,
  0,
  0,
  0,
  // Width and height less one, three bytes each, the low byte first.
  ...little16(799),
  0,
  ...little16(449),
  0,
];
const startOfFrame = [0xff, 0xc0, ...uint16(11), 8, ...uint16(675), ...uint16(1200), 1, 1, 0x11, 0];
const app0 = [0xff, 0xe0, ...uint16(16), ...latin('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0];
const exif = (orientation: number): number[] => [
  ...latin('Exif\0\0'),
  ...latin('MM'),
  ...uint16(42),
  ...uint32(8),
  ...uint16(1),
  // One entry: the orientation, a short, once.
  ...uint16(0x0112),
  ...uint16(3),
  ...uint32(1),
  ...uint16(orientation),
  ...uint16(0),
  ...uint32(0),
];
const app1 = (orientation: number): number[] => [
  0xff,
  0xe1,
  ...uint16(exif(orientation).length + 2),
  ...exif(orientation),
];
// The reader wants some bytes behind the frame's header.
const rest = Array.from({ length: 32 }, () => 0);
const jpeg = [0xff, 0xd8, ...app0, ...startOfFrame, ...rest];
const turnedJpeg = [0xff, 0xd8, ...app1(6), ...startOfFrame, ...rest];
const mp4 = [...uint32(24), ...latin('ftypisom'), ...uint32(512), ...latin('isomavc1')];
/** A file of the ISO base media format with a brand, and nothing in it. */
const container = (brand: string): Uint8Array =>
  Uint8Array.from([...uint32(20), ...latin(`ftyp${brand}`), ...uint32(0), ...latin(brand)]);

describe('a media file by its content', () => {
  it.each([
    ['PNG', png, { type: 'png', width: 1200, height: 675 }],
    ['GIF', gif, { type: 'gif', width: 480, height: 270 }],
    ['WebP', webp, { type: 'webp', width: 800, height: 450 }],
    ['JPEG', jpeg, { type: 'jpeg', width: 1200, height: 675 }],
    ['JPEG that lies on its side', turnedJpeg, { type: 'jpeg', width: 675, height: 1200 }],
    ['MP4', mp4, { type: 'mp4' }],
    ['PNG that breaks off', png.slice(0, 12), { damaged: 'png' }],
    ['PNG signature alone', png.slice(0, 8), { damaged: 'png' }],
    ['JPEG that breaks off', jpeg.slice(0, 6), { damaged: 'jpeg' }],
    ['JPEG of four bytes', [0xff, 0xd8, 0xff, 0xe0], { damaged: 'jpeg' }],
    ['GIF signature alone', latin('GIF89a'), { damaged: 'gif' }],
  ])('%s', (_, bytes, expected) => {
    expect(identifyMedia(Uint8Array.from(bytes), true)).toEqual(expected);
  });

  it('JPEG whose header lies behind the part that was read is a JPEG of unknown size', () => {
    expect(identifyMedia(Uint8Array.from(jpeg.slice(0, 12)), false)).toEqual({ type: 'jpeg' });
  });

  it.each(['isom', 'iso5', 'mp41', 'mp42', 'avc1', 'M4V ', 'MSNV', 'XAVC', 'dash'])('brand %s is a video', (brand) => {
    expect(identifyMedia(container(brand), true)).toEqual({ type: 'mp4' });
  });
});

/** What a file that X does not take is called. */
async function foreign(head: Uint8Array): Promise<string> {
  expect(identifyMedia(head, true)).toBeUndefined();
  return nameUnsupportedFile(head);
}

describe('what X does not take', () => {
  it.each([
    ['inode/x-empty', ''],
    ['text/plain', 'Bonjour, ceci est un texte.'],
    ['text/plain', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['application/pdf', '%PDF-1.7'],
    ['application/zip', 'PK\x03\x04\x14\0'],
    ['image/bmp', 'BM\x36\0\0\0'],
    ['image/tiff', 'II*\0\x08\0\0\0\0\0\0\0\0\0'],
    ['image/tiff', 'MM\0*\0\0\0\x08\0\0\0\0\0\0'],
    ['image/jxl', '\xff\x0a\0\0\0\0\0\0'],
    ['image/vnd.adobe.photoshop', '8BPS\0\x01\0\0'],
    ['application/octet-stream', '\xde\xad\xbe\xef\0\x01'],
  ])('is %s: %j', async (name, bytes) => {
    expect(await foreign(Uint8Array.from(latin(bytes)))).toBe(name);
  });

  it.each([
    ['heic', 'image/heic'],
    ['heix', 'image/heic'],
    ['heim', 'image/heic'],
    ['hevc', 'image/heic'],
    ['mif1', 'image/heif'],
    ['msf1', 'image/heif-sequence'],
    ['avif', 'image/avif'],
    ['avis', 'image/avif'],
    ['jp2 ', 'image/jp2'],
    ['crx ', 'image/x-canon-cr3'],
    ['M4A ', 'audio/x-m4a'],
    ['qt  ', 'video/quicktime'],
    ['3gp5', 'video/3gpp'],
    ['abcd', 'application/octet-stream'],
  ])('is brand %s, which shares its container with MP4: %s', async (brand, name) => {
    expect(await foreign(container(brand))).toBe(name);
  });

  it('is text/plain in UTF-8, even where the part that was read ends within a letter', async () => {
    expect(await foreign(new TextEncoder().encode(`a${'é'.repeat(600)}`))).toBe('text/plain');
  });
});

it('answers for any bytes, without throwing', async () => {
  const heads = [png, gif, webp, jpeg, turnedJpeg, mp4].map((bytes) => Uint8Array.from(bytes));
  const spoiled = fc
    .tuple(fc.constantFrom(...heads), fc.nat({ max: 80 }), fc.nat({ max: 255 }), fc.nat({ max: 80 }))
    .map(([head, at, value, length]) => head.map((byte, index) => (index === at ? value : byte)).subarray(0, length));
  await fc.assert(
    fc.asyncProperty(fc.oneof(spoiled, fc.uint8Array({ maxLength: 64 })), fc.boolean(), async (bytes, isWhole) => {
      const media = identifyMedia(bytes, isWhole);
      const name = media === undefined ? await nameUnsupportedFile(bytes) : 'known';
      expect(name).toMatch(/^(?:known|[a-z]+\/[\w.+-]+)$/);
    }),
    { numRuns: 500 },
  );
});
