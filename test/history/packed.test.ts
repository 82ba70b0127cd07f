import { describe, expect, it } from 'vitest';
import { readTweetObject, type Json, type TweetContext } from '#history/formats/tweet-object.js';

const plain: TweetContext = {
  provenance: { source: 'archive', at: 1 },
  observed: { certainty: 'exact', instant: 1 },
  own: new Set(['moi']),
  midnightTrap: false,
};
const pack = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, cell: unknown) =>
    typeof cell === 'string' ? Buffer.from(cell).toString('latin1') : cell,
  );

describe('a packed tweet', () => {
  it.each<[string, Json]>([
    [
      'a post with a link and a picture',
      {
        id_str: '1965000000000000000',
        full_text: 'Été à l’école 🏠 &amp; « fin » https://t.co/aaaaaaaaaa https://t.co/bbbbbbbbbb',
        lang: 'fr',
        favorite_count: '1\u202f234',
        retweet_count: '3',
        entities: {
          urls: [{ url: 'https://t.co/aaaaaaaaaa', expanded_url: 'https://été.example/école' }],
          media: [{ url: 'https://t.co/bbbbbbbbbb' }],
        },
      },
    ],
    [
      'a reply',
      {
        id_str: '1965000000000000001',
        full_text: '@autre Noël…',
        in_reply_to_screen_name: 'autre',
        entities: { user_mentions: [{ screen_name: 'autre' }, { screen_name: 'naïf' }] },
      },
    ],
    ['a text with an address and no entities', { id_str: '20', text: 'vu à https://café.example/é', created_at: '' }],
  ])('%s is read like the same one that is not packed', (_, tweet) => {
    const read = readTweetObject({ tweet }, plain);
    expect(read).toBeDefined();
    expect(readTweetObject({ tweet: pack(tweet) }, { ...plain, isPacked: true })).toEqual(read);
  });
});
