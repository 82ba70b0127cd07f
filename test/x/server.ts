import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type FakeTokens, resolveSpeaker } from './fake/auth.js';
import { BODIES } from './fake/bodies.js';
import { type Fault, isAccepted, misbehave, type Reply, send } from './fake/faults.js';
import { type FakeRequest, ROUTES, type Route } from './fake/routes.js';
import {
  type FakePost,
  type FakeState,
  type FakeUser,
  type Growth,
  type Naming,
  newId,
  usualGrowth,
} from './fake/state.js';

export type { Fault } from './fake/faults.js';
export { joinBytes } from './fake/media.js';

/** How a fake X is opened. */
export interface FakeXOptions {
  /** X's clock, ms UTC; that of this machine without it. */
  readonly now?: () => number;
  /** A free port of the loopback without it. */
  readonly port?: number;
  /** The origin that requests are signed for, where it is reached by another one than its own. */
  readonly signedFor?: string;
  readonly account?: Partial<FakeUser>;
  readonly others?: readonly FakeUser[];
  readonly names?: Naming;
  readonly growth?: Growth;
  /** Routes besides X's own, or in their place, by method and path such as `POST /2/oauth2/token`. */
  readonly routes?: Readonly<Record<string, Route>>;
}

/** A request as it came in. */
interface Recorded {
  readonly at: number;
  /** Method and path with its variables: the name that faults go by. */
  readonly endpoint: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage['headers'];
  /** The body read as JSON, or as text. */
  readonly body: unknown;
}

/** An X on this machine, for tests and for the demonstration. */
export interface FakeX {
  readonly origin: string;
  readonly tokens: FakeTokens;
  /** The app's own Bearer token. */
  readonly bearer: string;
  /** Bearer tokens of OAuth 2 that speak for the account; a sign-in may add and take some. */
  readonly userBearers: Set<string>;
  readonly state: FakeState;
  /** Every request, those that went wrong too, oldest first. */
  readonly requests: readonly Recorded[];
  /** Every post that was accepted, deleted ones too, oldest first. */
  readonly posts: readonly FakePost[];
  readonly routes: Map<string, Route>;
  /** What goes wrong with the next requests of an endpoint, one each. */
  next(endpoint: string, ...faults: readonly Fault[]): void;
  /** What goes wrong with every request of an endpoint, or (`*`) with all, until that is changed. */
  always(endpoint: string, fault: Fault | undefined): void;
  /** Ms that the `Date` header and all instants of X are ahead of the clock given. */
  skew: number;
  /** Adds a post of the account, made elsewhere at an instant. */
  add(text: string, at: number): FakePost;
  delete(id: string): void;
  close(): Promise<void>;
}

const TOKENS: FakeTokens = {
  appKey: 'example-app-key',
  appSecret: 'example-app-secret',
  accessToken: '9000000000-example-access-token',
  accessSecret: 'example-access-secret',
};
const BEARER = 'example-app-bearer';
const QUARTER = 900_000;

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

function asJson(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString()) as unknown;
  } catch {
    return undefined;
  }
}

/** The route that a path belongs to, those without variables first, and the variables. */
function findRoute(
  routes: ReadonlyMap<string, Route>,
  method: string,
  path: string,
): { endpoint: string; route: Route; params: Record<string, string> } | undefined {
  const names = [...routes.keys()].sort((a, b) => a.split(':').length - b.split(':').length);
  for (const endpoint of names) {
    const pattern = endpoint.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)');
    const match = new RegExp(`^${pattern}$`).exec(`${method} ${path}`);
    const route = routes.get(endpoint);
    if (match !== null && route !== undefined) return { endpoint, route, params: { ...match.groups } };
  }
  return undefined;
}

/** Opens a fake X on the loopback. */
export async function startFakeX(options: FakeXOptions = {}): Promise<FakeX> {
  const clock = options.now ?? Date.now;
  const requests: Recorded[] = [];
  const queued = new Map<string, Fault[]>();
  const standing = new Map<string, Fault>();
  const used = new Map<string, { start: number; count: number }>();
  const state: FakeState = {
    account: { id: '1700000001', handle: 'example', name: 'Example', premium: false, ...options.account },
    others: [...(options.others ?? [])],
    posts: [],
    reposted: new Set(),
    media: new Map(),
    names: options.names ?? 'old',
    strictNames: false,
    growth: options.growth ?? usualGrowth,
    takesDuplicates: false,
    timelineLag: 0,
    processing: ['pending', 'in_progress', 'succeeded'],
    hourlyCount: () => 3,
  };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((done) => server.listen(options.port ?? 0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  /** Counts a request against its limit; answers the headers, and whether there was room. */
  function count(
    endpoint: string,
    { perQuarter }: Route,
    now: number,
  ): { headers: Record<string, string>; ok: boolean } {
    const start = Math.floor(now / QUARTER) * QUARTER;
    const before = used.get(endpoint);
    const spent = (before?.start === start ? before.count : 0) + 1;
    used.set(endpoint, { start, count: spent });
    const headers = {
      'x-rate-limit-limit': String(perQuarter),
      'x-rate-limit-remaining': String(Math.max(0, perQuarter - spent)),
      'x-rate-limit-reset': String((start + QUARTER) / 1000),
    };
    return { headers, ok: spent <= perQuarter };
  }

  function answer(endpoint: string, route: Route, request: FakeRequest): Reply {
    const { headers, ok } = count(endpoint, route, request.now);
    const reply = (): Reply => {
      if (!ok) return { status: 429, body: BODIES.rateLimit };
      if (route.who !== 'everybody' && request.speaker === undefined) return { status: 401, body: BODIES.unauthorized };
      if (route.who === 'user' && request.speaker === 'app') return { status: 403, body: BODIES.appOnly };
      if (route.who === 'app' && request.speaker !== 'app') return { status: 403, body: BODIES.userOnly };
      return route.handle(request, state);
    };
    const given = reply();
    return { ...given, headers: { ...headers, ...given.headers } };
  }

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('error', () => {});
    let raw: Buffer;
    try {
      raw = await readBody(incoming);
    } catch {
      // Whoever asked has gone before the end of the question.
      return;
    }
    const url = new URL(incoming.url ?? '/', options.signedFor ?? origin);
    const method = incoming.method ?? 'GET';
    const found = findRoute(fake.routes, method, url.pathname);
    const endpoint = found?.endpoint ?? `${method} ${url.pathname}`;
    const now = clock() + fake.skew;
    const json = asJson(raw);
    requests.push({
      at: now,
      endpoint,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: incoming.headers,
      body: json ?? raw.toString('latin1'),
    });
    response.setHeader('date', new Date(now).toUTCString());
    const fault = queued.get(endpoint)?.shift() ?? standing.get(endpoint) ?? standing.get('*');
    const request: FakeRequest = {
      method,
      path: url.pathname,
      query: url.searchParams,
      headers: incoming.headers,
      raw,
      json: typeof json === 'object' && json !== null ? (json as Readonly<Record<string, unknown>>) : undefined,
      params: found?.params ?? {},
      speaker: resolveSpeaker(
        { method, url, authorization: incoming.headers.authorization },
        TOKENS,
        fake.userBearers,
        new Set([BEARER]),
      ),
      now,
    };
    const missing: Reply = { status: 404, body: BODIES.notFound };
    const act = (): Reply => (found === undefined ? missing : answer(endpoint, found.route, request));
    if (fault === undefined) send(response, act());
    else misbehave(response, fault, isAccepted(fault) ? act() : { status: 200 }, now);
  }

  const fake: FakeX = {
    origin,
    tokens: TOKENS,
    bearer: BEARER,
    userBearers: new Set(['example-user-bearer']),
    state,
    requests,
    posts: state.posts,
    routes: new Map(Object.entries({ ...ROUTES, ...options.routes })),
    skew: 0,
    next(endpoint, ...faults) {
      queued.set(endpoint, [...(queued.get(endpoint) ?? []), ...faults]);
    },
    always(endpoint, fault) {
      if (fault === undefined) standing.delete(endpoint);
      else standing.set(endpoint, fault);
    },
    add(text, at) {
      const { id: authorId } = state.account;
      const post: FakePost = { id: newId(at), authorId, text, at, mediaIds: [], taggedIds: [] };
      state.posts.push(post);
      return post;
    },
    delete(id) {
      const post = state.posts.find((other) => other.id === id);
      if (post !== undefined) post.deleted = true;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return fake;
}
