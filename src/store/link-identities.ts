// What a database has stored of links, brought to the identities that this program gives them.
import { linkIdentity } from '#tweet/link.js';
import type { Database } from './driver/port.js';
import { recountLinks } from './history/aggregates.js';

/** A stored identity as it is named now. What stands behind `#` was kept because its user said so. */
const renew = (identity: string): string =>
  identity.startsWith('text:') ? identity : (linkIdentity(identity, { keepFragment: true }) ?? identity);

// A target that was written out says more than the identity that was once made of it.
const RENAME_LINKS = `
CREATE TEMP TABLE renamed AS
  SELECT post, position, identity_of_target(target) AS identity FROM post_links
  WHERE grade = 3 AND link IS NOT NULL AND target IS NOT NULL;
INSERT OR IGNORE INTO links (identity) SELECT DISTINCT identity FROM temp.renamed WHERE identity IS NOT NULL;
UPDATE post_links SET link = l.key FROM temp.renamed r JOIN links l ON l.identity = r.identity
  WHERE r.post = post_links.post AND r.position = post_links.position AND l.key <> post_links.link;
DROP TABLE temp.renamed;
`;

/**
 * Gives all links of a history and a queue the identity of today. Links that become one keep all their posts, and a link
 * that no post has any more goes. Of two planned items that would then share link and time, the later one in the order of
 * their numbers goes out a millisecond later: no slot is taken twice.
 */
export function renewLinkIdentities(database: Database): void {
  database.defineFunction('identity_of_target', (target) => linkIdentity(String(target)) ?? null);
  database.exec(RENAME_LINKS);
  recountLinks(database);
  renewQueue(database);
}

function renewQueue(database: Database): void {
  const items = database
    .prepare<[], { id: number; link: string; due_at: number }>('SELECT id, link, due_at FROM queue_items ORDER BY id')
    .all();
  const isTaken = database.prepare<[string, number, number]>(
    `SELECT 1 FROM queue_items WHERE link = ? AND due_at = ? AND id <> ? AND state NOT IN ('refused', 'missed', 'cancelled')`,
  );
  const rename = database.prepare('UPDATE queue_items SET link = ?, due_at = ? WHERE id = ?');
  for (const { id, link, due_at } of items) {
    const identity = renew(link);
    if (identity === link) continue;
    let due = due_at;
    while (isTaken.get(identity, due, id) !== undefined) due += 1;
    rename.run(identity, due, id);
  }
}
