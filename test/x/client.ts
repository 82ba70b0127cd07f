import type { PostRequest } from '#queue/x-port.js';
import type { Connection } from '#x/api/connection.js';
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

/**
 * Alarms that ring as soon as a request has reached X and will not be answered, however long that takes: deadlines by
 * what happens, not by time. Others never ring.
 */
export const alarmOf =
  (x: FakeX, isUnanswered: boolean): NonNullable<Connection['setAlarm']> =>
  (_, ring) => {
    const before = x.requests.length;
    const look = setInterval(() => {
      if (!isUnanswered || x.requests.length === before) return;
      clearInterval(look);
      ring();
    }, 2);
    return () => clearInterval(look);
  };

/** A post of nothing but text. */
export const plain = (text: string): PostRequest => ({ text, mediaIds: [], taggedIds: [] });
