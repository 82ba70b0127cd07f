// People who help, in the first line of an exported history.
import type { Consent, OutreachContents, OutreachRecord, PinRecord } from '../outreach.js';
import { readCount, readInstant } from '../values.js';
import { writeInstant } from './record.js';
import { idAt, listAt, objectAt, textAt, type Json } from './tweet-object.js';

const present = <Value>(name: string, value: Value | undefined): Readonly<Record<string, Value>> =>
  value === undefined ? {} : { [name]: value };
const instantOf = (name: string, at: number | undefined) =>
  present(name, at === undefined ? undefined : writeInstant(at));

/** What an export says of people who help; nothing where there are none. */
export const writeOutreach = ({ consents, outreach, pins }: OutreachContents): object => ({
  ...(consents.length > 0 && {
    consents: consents.map(({ notedAt, ...consent }) => ({ ...consent, notedAt: writeInstant(notedAt) })),
  }),
  ...(outreach.length > 0 && {
    outreach: outreach.map(({ at, moment, post, ...record }) => ({
      ...record,
      at: writeInstant(at),
      ...instantOf('moment', moment),
      ...(post && { post: { ...post, at: writeInstant(post.at) } }),
    })),
  }),
  ...(pins.length > 0 && {
    pins: pins.map(({ postId, link, since, until, endedAt }) => ({
      post: postId,
      link,
      since: writeInstant(since),
      ...instantOf('until', until),
      ...instantOf('endedAt', endedAt),
    })),
  }),
});

const HANDLE = /^\w{1,20}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const handleAt = (json: Json): string | undefined => {
  const handle = textAt(json, 'handle')?.toLowerCase();
  return handle !== undefined && HANDLE.test(handle) ? handle : undefined;
};

function consentAt(json: Json): Consent | undefined {
  const [handle, agreed, notedAt] = [handleAt(json), textAt(json, 'agreed'), readInstant(json['notedAt']).at];
  if (handle === undefined || agreed === undefined || !DAY.test(agreed) || notedAt === undefined) return undefined;
  return { handle, name: textAt(json, 'name') ?? '', language: textAt(json, 'language') ?? '', agreed, notedAt };
}

function postAt(json: Json): OutreachRecord['post'] {
  const [id, at] = [idAt(json, 'id'), readInstant(json['at']).at];
  if (id === undefined || at === undefined) return undefined;
  return { id, at, ...present('likes', readCount(json['likes'])), ...present('reposts', readCount(json['reposts'])) };
}

function recordAt(json: Json): OutreachRecord | undefined {
  const { what } = json;
  const [handle, at, link] = [handleAt(json), readInstant(json['at']).at, textAt(json, 'link')];
  if (handle === undefined || at === undefined || link === undefined || (what !== 'ask' && what !== 'kit')) {
    return undefined;
  }
  const post = postAt(objectAt(json, 'post'));
  return {
    handle,
    what,
    at,
    link,
    text: textAt(json, 'text') ?? '',
    tag: textAt(json, 'tag') ?? '',
    ...present('moment', readInstant(json['moment']).at),
    ...(post && { post }),
  };
}

function pinAt(json: Json): PinRecord | undefined {
  const [postId, link, since] = [idAt(json, 'post'), textAt(json, 'link'), readInstant(json['since']).at];
  if (postId === undefined || since === undefined) return undefined;
  return {
    postId,
    link: link ?? '',
    since,
    ...present('until', readInstant(json['until']).at),
    ...present('endedAt', readInstant(json['endedAt']).at),
  };
}

/** Reads what the first line of an export says of people who help; rows that are none are left out. */
export const readOutreach = (header: Json): OutreachContents => ({
  consents: listAt(header, 'consents').flatMap((json) => consentAt(json) ?? []),
  outreach: listAt(header, 'outreach').flatMap((json) => recordAt(json) ?? []),
  pins: listAt(header, 'pins').flatMap((json) => pinAt(json) ?? []),
});
