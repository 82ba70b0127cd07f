import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ItemMedia } from '#queue/item.js';
import type { XClientParts } from '#x/api/client.js';
import { openTestClient } from '../client.js';
import { joinBytes, type FakeX, startFakeX } from '../server.js';

const MIB = 1024 * 1024;
const latin = (text: string, size: number): Uint8Array => {
  const bytes = Buffer.alloc(Math.max(size, text.length));
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = at % 251;
  bytes.write(text, 'latin1');
  return bytes;
};
/** A JPEG of 1200 × 675 pixels, by its header. */
const photo = (size: number): Uint8Array =>
  latin(
    '\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xc0\0\x0b\x08\x02\xa3\x04\xb0\x01\x01\x11\0\xff\xd9',
    size,
  );
/** A GIF's header: its size stands in little endian behind its version. */
const gif = (width: number, height: number): Uint8Array => {
  const bytes = Buffer.from(latin('GIF89a', 64));
  bytes.writeUInt16LE(width, 6);
  bytes.writeUInt16LE(height, 8);
  return bytes;
};
const film = latin('\0\0\0\x18ftypmp42', 64);

const FILES: Readonly<Record<string, Uint8Array>> = {
  '/small.jpg': photo(2000),
  '/large.jpg': photo(2.5 * MIB),
  '/limit.jpg': photo(5_242_880),
  '/over.jpg': photo(5_242_881),
  '/moving.gif': gif(640, 480),
  '/huge.gif': gif(1281, 480),
  '/film.mp4': film,
  '/paper.pdf': latin('%PDF-1.7', 100),
  '/empty.jpg': new Uint8Array(),
  '/phone.jpg': latin('\0\0\0\x18ftypheix\0\0\0\0mif1heix', 64),
  '/cut.jpg': latin('\xff\xd8\xff\xe0', 4),
};

let x: FakeX;
beforeEach(async () => {
  x = await startFakeX({
    others: [
      { id: '501', handle: 'Alice', name: 'Alice' },
      { id: '502', handle: 'bob', name: 'Bob' },
    ],
  });
});
afterEach(() => x.close());

const client = (parts: Partial<XClientParts> = {}): ReturnType<typeof openTestClient> =>
  openTestClient(x, {
    readFile: (path) => {
      const bytes = FILES[path];
      const missing = Object.assign(new Error('no such file'), { code: 'ENOENT' });
      return bytes === undefined ? Promise.reject(missing) : Promise.resolve(bytes);
    },
    ...parts,
  });

const asked = (): string[] => x.requests.map(({ endpoint }) => endpoint);

describe('media', () => {
  it('go up in parts of a mebibyte, arrive whole, and are posted', async () => {
    const x1 = client();
    const prepared = await x1.prepare([{ file: '/large.jpg', alt: 'Une façade 🏠' }, { file: '/small.jpg' }]);
    const [first, second] = [...x.state.media.values()];
    expect(prepared).toEqual({ kind: 'done', value: { mediaIds: [first?.id, second?.id], taggedIds: [] } });
    expect([...(first?.parts.values() ?? [])].map(({ length }) => length)).toEqual([MIB, MIB, MIB / 2]);
    expect(first === undefined ? '' : joinBytes(first).equals(FILES['/large.jpg'] ?? Buffer.of())).toBe(true);
    expect(first).toMatchObject({ type: 'image/jpeg', category: 'tweet_image', alt: 'Une façade 🏠' });
    expect(second).not.toHaveProperty('alt');
    const media = prepared.kind === 'done' ? prepared.value : { mediaIds: [], taggedIds: [] };
    expect(await x1.post({ text: 'Deux photos', ...media })).toMatchObject({ kind: 'posted' });
    expect(x.posts).toMatchObject([{ mediaIds: [first?.id, second?.id] }]);
  });

  it.each<{ media: readonly ItemMedia[]; code: string; says: RegExp }>([
    { media: [{ file: '/over.jpg' }], code: 'media-refused', says: /^file-too-large: \/over\.jpg, 5\.0 MB > 5\.0 MB$/ },
    {
      media: [{ file: '/huge.gif' }],
      code: 'media-refused',
      says: /^gif-too-large: \/huge\.gif, 1281×480 > 1280×1080$/,
    },
    { media: [{ file: '/paper.pdf' }], code: 'media-refused', says: /^file-type: \/paper\.pdf, application\/pdf$/ },
    { media: [{ file: '/empty.jpg' }], code: 'media-refused', says: /inode\/x-empty/ },
    { media: [{ file: '/phone.jpg' }], code: 'media-refused', says: /^file-type: \/phone\.jpg, image\/heic$/ },
    { media: [{ file: '/cut.jpg' }], code: 'media-refused', says: /^file-incomplete: \/cut\.jpg, JPEG$/ },
    { media: [{ file: '/gone.jpg' }], code: 'media-unreadable', says: /^\/gone.jpg: ENOENT$/ },
    {
      media: [{ file: '/small.jpg', alt: 'a'.repeat(1001) }],
      code: 'media-refused',
      says: /^alt-too-long: \/small\.jpg, 1001 > 1000$/,
    },
    { media: [{ file: '/small.jpg' }, { file: '/moving.gif' }], code: 'media-refused', says: /^file-not-alone$/ },
    { media: [{ file: '/film.mp4' }, { file: '/film.mp4' }], code: 'media-refused', says: /^file-not-alone$/ },
    {
      media: Array.from({ length: 5 }, () => ({ file: '/small.jpg' })),
      code: 'media-refused',
      says: /^too-many-files: 5 > 4$/,
    },
    { media: [{ file: '/small.jpg' }, { file: '/over.jpg' }], code: 'media-refused', says: /over.jpg/ },
    {
      media: [{ file: '/small.jpg', tag: Array.from({ length: 11 }, (_, n) => `someone${n}`) }],
      code: 'invalid',
      says: /^too-many-tags: 11 > 10$/,
    },
  ])('$media.0.file is refused before anything is sent: $says', async ({ media, code, says }) => {
    expect(await client().prepare(media)).toMatchObject({
      kind: 'refused',
      code,
      detail: expect.stringMatching(says) as string,
    });
    expect(x.requests).toEqual([]);
  });

  it('of exactly the largest size are taken', async () => {
    expect(await client().prepare([{ file: '/limit.jpg', alt: 'é'.repeat(1000) }])).toMatchObject({ kind: 'done' });
  });

  it('that X processes are waited for, as long as X says', async () => {
    const waits: number[] = [];
    const wait = (ms: number): Promise<void> => {
      waits.push(ms);
      return Promise.resolve();
    };
    expect(await client({ wait }).prepare([{ file: '/film.mp4', alt: 'Un film' }])).toMatchObject({ kind: 'done' });
    expect(waits).toEqual([1000, 1000]);
    expect([...x.state.media.values()]).toMatchObject([{ category: 'tweet_video', finished: true }]);
    expect(asked()).not.toContain('POST /2/media/metadata');
  });

  it('that X cannot process are refused, with its reason', async () => {
    x.state.processing = ['pending', 'failed'];
    expect(await client().prepare([{ file: '/moving.gif' }])).toMatchObject({
      kind: 'refused',
      code: 'media-refused',
      detail: 'processing-failed: file cannot be read',
    });
  });

  it('that X processes for ever are tried again later', async () => {
    x.state.processing = ['pending'];
    const later = { kind: 'later', code: 'server-error' };
    expect(await client({ deadlines: { upload: 3500 } }).prepare([{ file: '/moving.gif' }])).toMatchObject(later);
    expect(asked().filter((endpoint) => endpoint === 'GET /2/media/upload')).toHaveLength(3);
  });

  it.each([
    'POST /2/media/upload/initialize',
    'POST /2/media/upload/:id/append',
    'POST /2/media/upload/:id/finalize',
    'POST /2/media/metadata',
  ])('are tried again later when X falters at %s, and refused when X refuses them there', async (endpoint) => {
    const media = [{ file: '/small.jpg', alt: 'Une photo' }];
    const reply = { status: 400, body: { title: 'Bad Request', detail: 'The file is broken', status: 400 } };
    x.next(endpoint, { kind: 'json503' }, { kind: 'resetBefore' }, { kind: 'answer', reply });
    expect(await client().prepare(media)).toMatchObject({ kind: 'later', code: 'server-error' });
    expect(await client().prepare(media)).toMatchObject({ kind: 'later', code: 'no-connection' });
    expect(await client().prepare(media)).toMatchObject({ kind: 'refused', code: 'media-refused' });
    expect(asked()).not.toContain('POST /2/tweets');
  });
});

describe('people in a photo', () => {
  it('are found by their handles, each once, and paid for once', async () => {
    const x1 = client();
    const media = [{ file: '/small.jpg', tag: ['alice', 'bob', 'ALICE'] }];
    for (const text of ['Un', 'Deux']) {
      const prepared = await x1.prepare(media);
      expect(prepared).toMatchObject({ kind: 'done', value: { taggedIds: ['501', '502'] } });
      if (prepared.kind === 'done') await x1.post({ text, ...prepared.value });
    }
    expect(x.posts.map(({ taggedIds }) => taggedIds)).toEqual([
      ['501', '502'],
      ['501', '502'],
    ]);
    expect(asked().filter((endpoint) => endpoint === 'GET /2/users/by')).toHaveLength(1);
  });

  it('who are nobody on X are named, and nothing is uploaded', async () => {
    expect(await client().prepare([{ file: '/small.jpg', tag: ['alice', 'nobody_here'] }])).toMatchObject({
      kind: 'refused',
      code: 'invalid',
      detail: expect.stringContaining('@nobody_here') as string,
    });
    expect(asked()).toEqual(['GET /2/users/by']);
  });
});
