import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PostOutcome, ReadOutcome } from '#queue/x-port.js';
import { openSession, DEADLINES, type Session } from '#x/api/session.js';
import { sendPost } from '#x/api/client.js';
import { isObject, textIn } from '#x/api/answer.js';
import { readFixture } from '../../fixture.js';
import { type FakeX, startFakeX } from '../server.js';

interface Expected {
  readonly kind: string;
  readonly code?: string;
  /** Minutes from now until it may be tried again. */
  readonly inMinutes?: number;
  /** Words that its detail holds. */
  readonly says?: string;
}

interface Row {
  readonly name: string;
  readonly status: number;
  /** A reset of `+7` is in 7 minutes. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly post: Expected;
  readonly get: Expected;
}

const NOW = Date.UTC(2026, 8, 14, 9, 30);
const MINUTE = 60_000;

const readHeaders = ({ headers = {} }: Row): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const minutes = /^\+(-?\d+)$/.exec(value)?.[1];
      return [name, minutes === undefined ? value : String((NOW + Number(minutes) * MINUTE) / 1000)];
    }),
  );

/** Checks all of an outcome but its kind and code, which are answered for the test to compare. */
function checked(outcome: PostOutcome | ReadOutcome<unknown>, { inMinutes, says }: Expected): object {
  if (outcome.kind === 'posted' || outcome.kind === 'done') return { kind: outcome.kind };
  const again = outcome.kind === 'later' ? outcome.retryAt : outcome.kind === 'stopped' ? outcome.until : undefined;
  expect(again).toBe(inMinutes === undefined ? undefined : NOW + inMinutes * MINUTE);
  expect(outcome.detail).toContain(says ?? '');
  expect(outcome.detail).toMatch(/^\P{Cc}{1,200}$/u);
  expect(outcome.detail).not.toContain('example-');
  return { kind: outcome.kind, code: outcome.code };
}

const named = ({ kind, code }: Expected): object => (code === undefined ? { kind } : { kind, code });

describe('an answer of X', () => {
  let x: FakeX;
  let session: Session;
  beforeAll(async () => {
    x = await startFakeX({ now: () => NOW });
    session = openSession({
      tokens: () => Promise.resolve({ kind: 'done', value: x.tokens }),
      connection: { origin: x.origin, silenceMs: 2000 },
      deadlines: DEADLINES,
      now: () => NOW,
      wait: () => Promise.resolve(),
      skew: undefined,
    });
  });
  afterAll(() => x.close());

  it.each(readFixture<Row>('x/answers'))('$name, $status: on a post and on a read', async (row) => {
    const reply = { status: row.status, body: row.body, headers: readHeaders(row) };
    x.next('POST /2/tweets', { kind: 'answer', reply });
    x.next('GET /2/tweets', { kind: 'answer', reply });
    const posted = await sendPost(session, { text: row.name, mediaIds: [], taggedIds: [] });
    const read = await session.read({
      endpoint: 'GET /2/tweets',
      request: (api) => api.v2.get('tweets', { ids: '1' }),
      read: (data) => (isObject(data) && /^\d{1,19}$/.test(textIn(data['data'], 'id')) ? data : undefined),
    });
    expect([checked(posted, row.post), checked(read, row.get)]).toEqual([named(row.post), named(row.get)]);
  });
});
