import type { QueueStore, Watched } from '#queue/ports.js';
import type { QueueConnection } from './connection.js';

/** Begins to watch a post; nothing for one that is or was watched. */
export const START_WATCH =
  'INSERT INTO queue_watched (post_id, posted_at, step) VALUES (?, ?, 0) ON CONFLICT DO NOTHING';

const OPEN = `
SELECT post_id AS postId, posted_at AS postedAt, step FROM queue_watched WHERE step IS NOT NULL
ORDER BY posted_at, post_id LIMIT ?`;

/** Posts whose counters are still to be read, the oldest first. */
export const createQueueWatch = ({
  prepare,
  read,
  write,
}: QueueConnection): Pick<QueueStore, 'watch' | 'watched' | 'watchedTo'> => ({
  watch: (postId, postedAt) => write(() => void prepare(START_WATCH).run(postId, postedAt)),
  watched: (limit) => read(() => prepare<Watched>(OPEN).all(limit)),
  watchedTo: (postId, step) =>
    write(() => {
      // One that has ended stays so.
      const sql = 'UPDATE queue_watched SET step = ? WHERE post_id = ? AND step IS NOT NULL';
      prepare(sql).run(step ?? null, postId);
    }),
});
