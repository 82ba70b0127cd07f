import { once } from 'node:events';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestRewrites, type ModelSettings } from '#model/client.js';
import { rewriteSentences } from '#locale/rewrite.js';
import type { ModelAnswer } from '#model/answer.js';
import { nastyText } from './nasty-text.js';
import { answers, openModelServer, writes, type Behaviour, type ModelServer } from './server.js';

const KEY = 'sk-0123456789abcdef';
const PROMPT = { system: 'Réécris ce tweet.', user: '{"draft":"Un tweet"}' };
/** Long enough never to end in these tests: what answers with it was not waited for. */
const AMPLE = 60_000;
const SHORT = 80;
/** Far below AMPLE and far above SHORT, on a machine that does other things too. */
const SOON = 5_000;

let server: ModelServer;
let closed: ModelServer;
beforeAll(async () => {
  server = await openModelServer();
  closed = await openModelServer();
  await closed.close();
});
afterAll(() => server.close());

const settings = (changes: Partial<ModelSettings> = {}): ModelSettings => ({
  baseUrl: server.baseUrl,
  name: 'llama3.2',
  key: KEY,
  timeoutMs: AMPLE,
  ...changes,
});

/** Asks a server that behaves so, and says how long it took in ms. */
async function ask(behaviour: Behaviour, changes?: Partial<ModelSettings>) {
  server.behave(behaviour);
  const begin = performance.now();
  const answer = await requestRewrites(settings(changes), PROMPT);
  return { answer: inWords(answer), took: performance.now() - begin };
}

/** An answer with its failure in English. */
const inWords = (answer: ModelAnswer): unknown =>
  'failure' in answer ? { failure: rewriteSentences('en').modelFailure(answer.failure) } : answer;

const completion = (content: string): string => JSON.stringify({ choices: [{ message: { content } }] });
const megabyte = 'a'.repeat(1024 * 1024);

describe('a question', () => {
  it('is one POST with the model, two messages, JSON asked for, and the key as a bearer token', async () => {
    await ask(writes('{"texts": ["a"]}'));
    expect(server.received).toHaveLength(1);
    const [{ method, url, headers, body } = expect.fail('nothing came')] = server.received;
    expect({ method, url }).toEqual({ method: 'POST', url: '/v1/chat/completions' });
    expect(headers).toMatchObject({ 'content-type': 'application/json', authorization: `Bearer ${KEY}` });
    expect(JSON.parse(body)).toEqual({
      model: 'llama3.2',
      messages: [
        { role: 'system', content: PROMPT.system },
        { role: 'user', content: PROMPT.user },
      ],
      response_format: { type: 'json_object' },
      temperature: 0.5,
    });
  });

  it('carries no authorization without a key', async () => {
    server.behave(writes('{"texts": ["a"]}'));
    const { baseUrl, name, timeoutMs } = settings();
    await requestRewrites({ baseUrl, name, timeoutMs }, PROMPT);
    expect(server.received[0]?.headers).not.toHaveProperty('authorization');
  });
});

describe('a good answer', () => {
  it.each([
    ['plain', '{"texts": ["Un logement à Lyon ?", "À Lyon, un logement"]}'],
    ['in a fence', '```json\n{"texts": ["Un logement à Lyon ?", "À Lyon, un logement"]}\n```'],
  ])('gives its texts: %s', async (_, content) => {
    const { answer } = await ask(writes(content));
    expect(answer).toEqual({ texts: ['Un logement à Lyon ?', 'À Lyon, un logement'] });
  });

  it('is read whole where its letters are cut between two packets', async () => {
    const whole = Buffer.from(completion('{"texts": ["é👍"]}'));
    const cut = whole.indexOf('👍') + 2;
    const packets = ReadableStream.from([whole.subarray(0, cut), whole.subarray(cut)]);
    const answer = await requestRewrites(settings(), PROMPT, async () => new Response(packets));
    expect(answer).toEqual({ texts: ['é👍'] });
  });

  it('may be just 64 KiB long', async () => {
    const frame = completion('{"texts": ["a"]}');
    const { answer } = await ask(answers(200, frame.padEnd(64 * 1024)));
    expect(answer).toEqual({ texts: ['a'] });
    const { answer: longer } = await ask(answers(200, frame.padEnd(64 * 1024 + 1)));
    expect(longer).toEqual({ failure: 'the answer is longer than 64 KiB; the rest was not read' });
  });
});

/** Repeats the key that it was sent, as some servers do when they refuse it. */
const repeats =
  (status: number, frame: (key: string) => string): Behaviour =>
  (response, { headers }) => {
    response.writeHead(status).end(frame(String(headers.authorization)));
  };

const said = (pattern: RegExp): unknown => expect.stringMatching(pattern);

const BAD: readonly [name: string, behaviour: Behaviour, failure: unknown][] = [
  ['prose', writes('Voici trois tweets'), said(/^the model did not return \{ "texts": .* "Voici trois tweets"$/)],
  ['another shape', writes('{"tweets": []}'), said(/^the model did not return/)],
  ['a page', answers(200, '<h1>It works!</h1>'), 'the answer is not JSON: "It works!"'],
  ['nothing', answers(200, ''), 'the answer is not JSON: ""'],
  ['no content', answers(204, ''), 'the answer is not JSON: ""'],
  ['1 MB', answers(200, megabyte), 'the answer is longer than 64 KiB; the rest was not read'],
  [
    'a page of error 500',
    answers(500, '<html><title>Oops</title>\n<p>Internal\u001b[2J error</p></html>'),
    'HTTP 500: "Oops Internal [2J error"',
  ],
  ['an error of 1 MB', answers(502, megabyte), said(/^HTTP 502: "a{160}…"$/)],
  ['an error without a word', answers(503, ''), 'HTTP 503'],
  [
    '401',
    answers(401, '{"error":{"message":"Invalid token"}}'),
    'HTTP 401, the key is missing or refused: "Invalid token"',
  ],
  [
    '404',
    answers(404, '{"error":"model \\"m\\" not found"}'),
    said(/^HTTP 404, no such URL .*: "model "m" not found"$/),
  ],
  ['429', answers(429, 'slow down'), 'HTTP 429, too many requests for now: "slow down"'],
  ['a refusal that repeats the key', repeats(403, (key) => `Bad key: ${key}`), said(/"Bad key: Bearer …"$/)],
  [
    'a refusal that repeats the key in JSON',
    repeats(401, (key) => `{"error":{"message":"${key.replace('s', String.raw`\u0073`)}"}}`),
    said(/"Bearer …"$/),
  ],
  [
    'rubbish that repeats the key',
    repeats(200, (key) => `${'.'.repeat(150)}${key}`),
    said(/^the answer is not JSON: /),
  ],
  ['a model that writes the key', repeats(200, completion), said(/^the model did not return .*"Bearer …"$/)],
  [
    'a connection that is cut before the answer',
    (response) => response.destroy(),
    said(/^127\.0\.0\.1:\d+: the connection was cut$/),
  ],
  [
    'a connection that is cut within the answer',
    (response) => void response.writeHead(200).write('{"choices":', () => response.destroy()),
    said(/^127\.0\.0\.1:\d+: the connection was cut$/),
  ],
  [
    'bytes that are not what they are said to be',
    answers(200, 'plain', { 'content-encoding': 'gzip' }),
    said(/connection/),
  ],
];

describe('a bad answer', () => {
  it.each(BAD)('is reported in one line that shows no key: %s', async (_, behaviour, failure) => {
    const { answer } = await ask(behaviour);
    expect(answer).toEqual({ failure });
    expect(JSON.stringify(answer)).not.toContain('sk-');
    expect(JSON.stringify(answer)).not.toMatch(/\\[nru]/);
    expect(server.received).toHaveLength(1);
  });

  it('without end is left after 64 KiB, and the server sees it', async () => {
    let left: Promise<unknown> | undefined;
    const { answer, took } = await ask((response) => {
      left = once(response, 'close');
      response.write(megabyte);
    });
    expect(answer).toEqual({ failure: 'the answer is longer than 64 KiB; the rest was not read' });
    expect(took).toBeLessThan(SOON);
    await left;
  });

  it.each([301, 302, 303, 307, 308])('that leads elsewhere is not followed: %d', async (status) => {
    const elsewhere = await openModelServer();
    const { answer } = await ask(answers(status, '', { location: `${elsewhere.baseUrl}/chat/completions` }));
    expect(answer).toEqual({
      failure: `HTTP ${status}: the server redirects, and neither the draft nor the key is sent on`,
    });
    expect(elsewhere.received).toEqual([]);
    await elsewhere.close();
  });
});

describe('a late answer', () => {
  const late: readonly [name: string, behaviour: Behaviour][] = [
    ['none at all', () => undefined],
    ['a head without a body', (response) => response.writeHead(200).flushHeaders()],
    [
      'one letter after the other',
      (response) => {
        // Each is soon after the one before: only a deadline for the whole ends this.
        const drip = setInterval(() => response.write(' '), 10);
        response.on('close', () => clearInterval(drip));
      },
    ],
  ];

  it.each(late)('is given up when its time is over: %s', async (_, behaviour) => {
    const { answer, took } = await ask(behaviour, { timeoutMs: SHORT });
    expect(answer).toEqual({ failure: 'no complete answer within 0.08 s' });
    expect(took).toBeLessThan(SOON);
  });

  it('with an error whose text never comes is the error', async () => {
    const { answer } = await ask((response) => response.writeHead(500).flushHeaders(), { timeoutMs: SHORT });
    expect(answer).toEqual({ failure: 'HTTP 500' });
  });
});

describe('no answer', () => {
  it('where nothing listens', async () => {
    const answer = await requestRewrites(settings({ baseUrl: closed.baseUrl }), PROMPT);
    const { host } = new URL(closed.baseUrl);
    expect(inWords(answer)).toEqual({ failure: `${host}: connection refused; is the server running?` });
  });

  it('where the URL may not be used: nothing is sent', async () => {
    const never: typeof fetch = () => expect.fail('something was sent');
    expect(inWords(await requestRewrites(settings({ baseUrl: 'http://example.org/v1' }), PROMPT, never))).toEqual({
      failure:
        '"model.baseUrl" must begin with https://: http:// is for this machine only (localhost), received example.org',
    });
  });

  it.each(['sk-é', 'sk-1\nX-Other: 1', 'sk 1', ''])(
    'where the key cannot be one, without showing it: %j',
    async (key) => {
      expect(await requestRewrites(settings({ key }), PROMPT)).toEqual({ failure: { code: 'badKey' } });
    },
  );

  it.each([
    ['a host without a name', { code: 'ENOTFOUND' }, 'no such host'],
    ['a certificate', { code: 'CERT_HAS_EXPIRED' }, 'the connection failed (CERT_HAS_EXPIRED)'],
    ['a fault that names the key', new Error(`bad header ${KEY}`), 'the connection failed (bad header …)'],
    ['a fault that is no error', 'oops', 'the connection failed (oops)'],
  ])('because of %s', async (_, cause, reason) => {
    const failing: typeof fetch = () => Promise.reject(new TypeError('fetch failed', { cause }));
    const answer = await requestRewrites(settings({ baseUrl: 'https://example.org/v1' }), PROMPT, failing);
    expect(inWords(answer)).toEqual({ failure: `example.org: ${reason}` });
  });
});

describe('whatever a server sends', () => {
  it('the client gives texts or a failure, and never throws or shows the key', async () => {
    const body = fc.oneof(nastyText, nastyText.map(completion), fc.constant(`${KEY}\n${KEY}`));
    const status = fc.constantFrom(200, 201, 302, 400, 401, 404, 418, 429, 500, 599);
    await fc.assert(
      fc.asyncProperty(body, status, async (text, code) => {
        const canned: typeof fetch = async () => new Response(text, { status: code });
        const answer = await requestRewrites(settings(), PROMPT, canned);
        expect(Object.keys(answer)).toHaveLength(1);
        expect(JSON.stringify(answer)).not.toContain(KEY);
      }),
    );
  });
});
