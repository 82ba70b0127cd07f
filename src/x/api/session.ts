import type { IncomingHttpHeaders } from 'node:http';
import type { TwitterApi } from 'twitter-api-v2';
import type { ReadOutcome } from '#queue/x-port.js';
import { type Answer, callX } from './call.js';
import type { Connection, XTokens } from './connection.js';
import { clockSkew, type Limit, readLimits, realSkew, oneLine } from './answer.js';
import { readOutcome } from './outcome.js';

/** X's two vocabularies for its fields: of before and after its specification 2.167. Which one holds is found out. */
export type Naming = 'old' | 'new';

/** Tokens for the next call: those of OAuth 2 live two hours, so they are asked for each time. */
export type TokenSource = () => Promise<ReadOutcome<XTokens>>;

/** Times within which a call has to be answered whole, ms. */
export interface Deadlines {
  readonly post: number;
  readonly read: number;
  readonly upload: number;
}

/** @source own choice: X answers in a second or two, and an upload of 512 MB takes its time. */
export const DEADLINES: Deadlines = { post: 30_000, read: 20_000, upload: 120_000 };

/** What X told of itself in its last answers. */
export interface LastSeen {
  readonly limits: readonly Limit[];
  /** Ms that X's clock is ahead of ours; undefined before the first answer. */
  readonly skew: number | undefined;
}

/** One call that may be made again. */
export interface ReadCall<T> {
  /** Method and path with its variables, under which its limits are kept. */
  readonly endpoint: string;
  /** Ms; that of reads without it. */
  readonly deadline?: number;
  readonly request: (api: TwitterApi) => Promise<unknown>;
  /** Whether it is too late to send it, looked at before its first byte leaves. */
  readonly isStale?: () => boolean;
  /** Takes what is wanted from the JSON of an answer; undefined when it is not X's. */
  readonly read: (data: unknown) => T | undefined;
}

/** What all calls of a client share. */
export interface Session {
  readonly deadlines: Deadlines;
  /** ms UTC by our clock. */
  now(): number;
  /** Ms that X's clock is really ahead; 0 while that is unknown. */
  skew(): number;
  readonly wait: (ms: number) => Promise<void>;
  /** Makes a call with tokens of a source; the answer itself is there when one came. */
  call(
    tokens: TokenSource,
    call: Pick<ReadCall<unknown>, 'endpoint' | 'request' | 'isStale'> & { readonly deadline: number },
  ): Promise<Called>;
  read<T>(call: ReadCall<T>, tokens?: TokenSource): Promise<ReadOutcome<T>>;
  /** Reads with the names of fields that X knows; tries the others once when it refuses those by name. */
  readNamed<T>(
    call: (naming: Naming) => ReadCall<T>,
    words: Readonly<Record<Naming, readonly string[]>>,
  ): Promise<ReadOutcome<T>>;
  readonly tokens: TokenSource;
  readonly seen: () => LastSeen;
}

type Called =
  | { readonly answer: Answer; readonly at: number }
  | { readonly failure: Exclude<ReadOutcome<never>, { kind: 'done' }> };

/** What a session is made of. */
interface SessionParts {
  readonly tokens: TokenSource;
  readonly connection: Connection;
  readonly deadlines: Deadlines;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** The skew seen last, of an earlier run. */
  readonly skew: number | undefined;
}

async function take(tokens: TokenSource): Promise<ReadOutcome<XTokens>> {
  try {
    return await tokens();
  } catch (error) {
    const cause = error instanceof Error ? `: ${error.message}` : '';
    return { kind: 'stopped', code: 'signed-out', detail: oneLine(`tokens-unreadable${cause}`) };
  }
}

/** Whether X refused a request for a word of it. */
const refusesAny = (answer: Answer, words: readonly string[]): boolean => {
  if (answer.kind === 'failed' || answer.status !== 400) return false;
  const text = JSON.stringify(answer.data) ?? '';
  return words.some((word) => text.includes(word));
};

/** Opens a session. Nothing is sent yet. */
export function openSession({ tokens, connection, deadlines, now, wait, skew: known }: SessionParts): Session {
  const limits = new Map<string, Limit>();
  let skew = known;
  let naming: Naming = 'old';

  function note(endpoint: string, headers: IncomingHttpHeaders, at: number): void {
    for (const limit of readLimits(endpoint, headers)) limits.set(`${endpoint} ${limit.window}`, limit);
    skew = clockSkew(headers, at) ?? skew;
  }

  const call: Session['call'] = async (source, { endpoint, deadline: deadlineMs, request, isStale }) => {
    const taken = await take(source);
    if (taken.kind !== 'done') return { failure: taken };
    const caller = { tokens: taken.value, connection, deadlineMs, ...(isStale !== undefined && { isStale }) };
    const answer = await callX(caller, request);
    const at = now();
    if (answer.kind !== 'failed') note(endpoint, answer.headers, at);
    return { answer, at };
  };

  const callRead = <T>({ endpoint, deadline, request }: ReadCall<T>, source: TokenSource): Promise<Called> =>
    call(source, { endpoint, deadline: deadline ?? deadlines.read, request });
  const toOutcome = <T>(called: Called, read: ReadCall<T>['read']): ReadOutcome<T> =>
    'failure' in called ? called.failure : readOutcome(called.answer, called.at, read);

  return {
    deadlines,
    now,
    skew: () => realSkew(skew),
    wait,
    call,
    tokens,
    async read(request, source = tokens) {
      return toOutcome(await callRead(request, source), request.read);
    },
    async readNamed(request, words) {
      const first = request(naming);
      const called = await callRead(first, tokens);
      if ('failure' in called || !refusesAny(called.answer, words[naming])) return toOutcome(called, first.read);
      const other = naming === 'old' ? 'new' : 'old';
      const second = request(other);
      const outcome = toOutcome(await callRead(second, tokens), second.read);
      // Where X takes neither, its answer to the documented names is reported.
      if (outcome.kind === 'refused') return toOutcome(called, first.read);
      if (outcome.kind === 'done') naming = other;
      return outcome;
    },
    seen: () => ({ limits: [...limits.values()], skew }),
  };
}

/** The parameter of a request and the fields that have two names. */
const WORDS = {
  old: {
    parameter: 'tweet.fields',
    named: ['note_tweet', 'referenced_tweets', 'edit_history_tweet_ids'],
    pinned: 'pinned_tweet_id',
  },
  new: {
    parameter: 'post.fields',
    named: ['note_post', 'referenced_posts', 'edit_history_post_ids'],
    pinned: 'pinned_post_id',
  },
} as const;

const PLAIN = ['created_at', 'entities', 'attachments', 'in_reply_to_user_id', 'lang', 'author_id', 'public_metrics'];
const PRIVATE = ['non_public_metrics', 'organic_metrics'];

/** The query that asks for all that is kept of a post, with the counters that only its author sees or without. */
export function postFields(naming: Naming, withPrivate: boolean): Record<string, string> {
  const { parameter, named } = WORDS[naming];
  return { [parameter]: [...PLAIN, ...named, ...(withPrivate ? PRIVATE : [])].join(',') };
}

/** Words by which X names the fields of a post, or their parameter, when it refuses them. */
export const POST_WORDS: Readonly<Record<Naming, readonly string[]>> = {
  old: [WORDS.old.parameter, ...WORDS.old.named],
  new: [WORDS.new.parameter, ...WORDS.new.named],
};

/** The field of an account that names its pinned post. */
export const pinnedField = (naming: Naming): string => WORDS[naming].pinned;

/** The same as a word by which X refuses it. */
export const PINNED_WORDS: Readonly<Record<Naming, readonly string[]>> = {
  old: [WORDS.old.pinned],
  new: [WORDS.new.pinned],
};
