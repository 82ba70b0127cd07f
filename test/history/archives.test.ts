import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHistory } from './open-history.js';
import { listScript, manifestScript } from './archive-script.js';

const OWNER = { id: '900000001', name: 'example_owner' };
const STRANGER = { id: '900000099', name: 'example_famous' };
const FIRST = Date.UTC(2025, 0, 5);
const MINUTE = 60_000;
const idAt = (at: number): string => String((BigInt(at) - 1288834974657n) << 22n);

type Tweet = Readonly<Record<string, unknown>>;

/** What a tool writes of a post: X itself, or another program that continued the archive with what it saw. */
const post = fc.record({
  kind: fc.constantFrom('original', 'reply', 'thread', 'repost', 'foreign', 'community', 'edited'),
  text: fc.constantFrom('A guide to housing', 'Loyer &amp; charges 😀', '今日は本を読みました', 'x'.repeat(250)),
  likes: fc.nat(9),
  reposts: fc.nat(9),
  isWrapped: fc.boolean(),
  isNumeric: fc.boolean(),
  part: fc.nat(2),
  hasNote: fc.boolean(),
});

function toTweets(spec: typeof post extends fc.Arbitrary<infer T> ? T : never, index: number): Tweet[] {
  const id = idAt(FIRST + index * 97 * MINUTE);
  const count = (value: number): unknown => (spec.isNumeric ? value : String(value));
  const base = {
    id,
    id_str: id,
    created_at: 'Sun Jan 05 00:00:00 +0000 2025',
    full_text: spec.hasNote ? `${'n'.repeat(200)}…` : spec.text,
    favorite_count: count(spec.likes),
    retweet_count: count(spec.reposts),
    lang: 'en',
    entities: { urls: [], user_mentions: [] },
  };
  switch (spec.kind) {
    case 'reply':
      return [{ ...base, in_reply_to_user_id_str: STRANGER.id, in_reply_to_screen_name: STRANGER.name }];
    case 'thread':
      return [{ ...base, in_reply_to_user_id_str: OWNER.id, in_reply_to_screen_name: OWNER.name }];
    case 'repost':
      return [{ ...base, full_text: `RT @${STRANGER.name}: ${spec.text}` }];
    case 'foreign':
      return [{ ...base, user: { id_str: STRANGER.id, screen_name: STRANGER.name } }];
    case 'edited': {
      const later = idAt(FIRST + index * 97 * MINUTE + 20 * MINUTE);
      const info = { initial: { editTweetIds: [id, later] } };
      return [
        { ...base, edit_info: info },
        { ...base, id: later, id_str: later, edit_info: { edit: { initialTweetId: id } } },
      ];
    }
    default:
      return [base];
  }
}

/** The second parser: no more than JSON.parse, and what the words of the format say. */
function readPlainly(folder: string): Map<string, { kind: string; text: string; likes: number | undefined }> {
  const list = (name: string): Tweet[] => {
    const text = readFileSync(join(folder, 'data', name), 'utf8');
    return JSON.parse(text.slice(text.indexOf('['))) as Tweet[];
  };
  const names = readdirSync(join(folder, 'data'));
  const notes = names.includes('note-tweet.js')
    ? list('note-tweet.js').map(({ noteTweet }) => noteTweet as { createdAt: string; core: { text: string } })
    : [];
  const posts = new Map<string, { kind: string; text: string; likes: number | undefined }>();
  for (const name of names.filter((each) => /tweets?(-part\d+)?\.js$/.test(each) && !each.startsWith('note'))) {
    for (const element of list(name)) {
      const tweet = (element['tweet'] ?? element) as Record<string, never>;
      const user = tweet['user'] as { id_str: string } | undefined;
      const text = String(tweet['full_text']);
      const isForeign = user !== undefined && user.id_str !== OWNER.id;
      const answered = tweet['in_reply_to_user_id_str'] as string | undefined;
      const reply = answered === undefined ? 'original' : answered === OWNER.id ? 'thread' : 'reply';
      const id = String(tweet['id_str']);
      const at = Number((BigInt(id) >> 22n) + 1288834974657n);
      const note = text.endsWith('…')
        ? notes.find(({ createdAt }) => Date.parse(createdAt) === Math.floor(at / 1000) * 1000)
        : undefined;
      posts.set(id, {
        kind: isForeign || text.startsWith('RT @') ? 'repost' : reply,
        text: (note?.core.text ?? text).replaceAll('&amp;', '&'),
        likes: isForeign ? undefined : Number(tweet['favorite_count']),
      });
    }
  }
  return posts;
}

function writeArchive(folder: string, specs: readonly (typeof post extends fc.Arbitrary<infer T> ? T : never)[]): void {
  const files = new Map<string, unknown[]>();
  const add = (name: string, element: unknown): void => void files.set(name, [...(files.get(name) ?? []), element]);
  specs.forEach((spec, index) => {
    for (const tweet of toTweets(spec, index)) {
      const name =
        spec.kind === 'community' ? 'community-tweet' : spec.part === 0 ? 'tweets' : `tweets-part${spec.part}`;
      add(name, spec.isWrapped ? { tweet } : tweet);
    }
    if (spec.hasNote && ['original', 'reply', 'thread', 'community'].includes(spec.kind)) {
      const createdAt = new Date(Math.floor((FIRST + index * 97 * MINUTE) / 1000) * 1000).toISOString();
      const text = `${'n'.repeat(240)} the end ${index}`;
      add('note-tweet', {
        noteTweet: { noteTweetId: idAt(FIRST + index), createdAt, core: { text, urls: [], mentions: [] } },
      });
    }
  });
  mkdirSync(join(folder, 'data'), { recursive: true });
  const describeFile = (name: string, key: string) => ({
    fileName: `data/${name}.js`,
    globalName: `YTD.${key}.part${/part(\d)/.exec(name)?.[1] ?? 0}`,
    count: String(files.get(name)?.length ?? 0),
  });
  const types: Record<string, { files: object[] }> = {};
  for (const [name, elements] of files) {
    const key = name.startsWith('tweets') ? 'tweets' : name.replace('-', '_');
    const type = { tweets: 'tweets', note_tweet: 'noteTweet', community_tweet: 'communityTweet' }[key] ?? key;
    types[type] = { files: [...(types[type]?.files ?? []), describeFile(name, key)] };
    const part = /part(\d)/.exec(name)?.[1] ?? 0;
    writeFileSync(join(folder, 'data', `${name}.js`), listScript(elements, key, part));
  }
  const { id: accountId, name: userName } = OWNER;
  const manifest = manifestScript({ accountId, userName, generationDate: '2026-01-01T00:00:00.000Z', types });
  writeFileSync(join(folder, 'data', 'manifest.js'), manifest);
}

describe('an archive that several tools wrote', () => {
  let root: string;
  beforeAll(() => (root = mkdtempSync(join(tmpdir(), 'tweetspan-archives-'))));
  afterAll(() => rmSync(root, { recursive: true }));

  it('is read as a plain parser reads it: ids, kinds, texts and likes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(post, { minLength: 1, maxLength: 25 }), async (specs) => {
        const folder = mkdtempSync(join(root, 'a-'));
        writeArchive(folder, specs);
        const history = await openHistory();
        const { files } = await history.import([folder]);
        expect(files).toMatchObject([{ status: 'imported' }]);
        const read = [...history.contents().posts].map(
          ({ id, kind, text, observations }) =>
            [id, { kind, text, likes: observations.at(-1)?.counters.likes }] as const,
        );
        const expected = [...readPlainly(folder)].sort(([a], [b]) => (BigInt(a) < BigInt(b) ? -1 : 1));
        expect(read).toEqual(expected);
        history.database.close();
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
