import type { PostRequest } from '#queue/x-port.js';
import { openXClient, type XClient, type XClientParts } from '#x/api/client.js';
import type { FakeX } from './server.js';

/** A client of a fake X, with times so short that a test can wait for their end. */
export const openTestClient = (x: FakeX, parts: Partial<XClientParts> = {}): XClient =>
  openXClient({
    tokens: x.tokens,
    bearer: x.bearer,
    connection: { origin: x.origin, silenceMs: 5000 },
    now: Date.now,
    readFile: () => Promise.reject(new Error('no file is expected')),
    wait: () => Promise.resolve(),
    ...parts,
  });

/** A post of nothing but text. */
export const plain = (text: string): PostRequest => ({ text, mediaIds: [], taggedIds: [] });
