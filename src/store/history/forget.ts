// How a person is forgotten: nothing of them is left but that they opted out.
import type { Database } from '../driver/port.js';
import { defineSearchable } from '../migrations.js';
import { forgetInQueue, type ForgottenItems } from '../queue/forget.js';
import { asHandle } from './contacts.js';
import { forgetLearned } from './learned.js';
import { forgetOutreach } from './outreach.js';

/** What stands in a text where a forgotten person stood: it is not a handle, so X mentions no account for it. */
const NOBODY = '@…';

interface Mentioning {
  readonly id: string;
  readonly text: string;
}

// The index finds the posts in a few ms; the sign before the name it does not know.
const MENTIONING = `
SELECT p.id, p.text FROM posts_text JOIN posts p ON p.key = posts_text.rowid WHERE posts_text MATCH ?`;
const REPLACE = [
  `INSERT INTO posts_text (posts_text, rowid, text) SELECT 'delete', key, searchable(text) FROM posts WHERE key = CAST($id AS INTEGER)`,
  'UPDATE posts SET text = $text WHERE key = CAST($id AS INTEGER)',
  'INSERT INTO posts_text (rowid, text) SELECT key, searchable(text) FROM posts WHERE key = CAST($id AS INTEGER)',
];

/** A function that gives a text without a person. */
const removing = (handle: string): ((text: string) => string) => {
  const name = new RegExp(`@${handle}(?![A-Za-z0-9_])`, 'giu');
  return (text) => text.replace(name, NOBODY);
};

/** Takes a person out of the texts, links and contacts of the history; answers in how many posts they stood. */
function forgetPerson(database: Database, handle: string): number {
  const withoutName = removing(handle);
  const replace = REPLACE.map((sql) => database.prepare(sql));
  let posts = 0;
  for (const { id, text } of database.prepare<[string], Mentioning>(MENTIONING).all(`"${handle}"`)) {
    const without = withoutName(text);
    if (without === text) continue;
    posts += 1;
    for (const statement of replace) statement.run({ id, text: without });
  }
  const inUrl = new RegExp(`^(https?://(?:www\\.|mobile\\.)?(?:twitter|x)\\.com/)${handle}(?=[/?#]|$)`, 'iu');
  database.defineFunction('without_person', (target) => String(target).replace(inUrl, '$1i'));
  database
    .prepare("UPDATE post_links SET target = without_person(target) WHERE target LIKE ? ESCAPE '!'")
    .run(`%.com/${handle.replaceAll('_', '!_')}%`);
  database
    .prepare('DELETE FROM post_contacts WHERE contact IN (SELECT key FROM contacts WHERE handle = ?)')
    .run(handle);
  database.prepare('DELETE FROM contacts WHERE handle = ?').run(handle);
  forgetOutreach(database, handle, withoutName);
  return posts;
}

/** Forgets again, after an import, those who are to be forgotten: an export still has them. */
export function forgetAll(database: Database): void {
  defineSearchable(database);
  const handles = database.prepare<[], string>('SELECT handle FROM contact_opt_outs WHERE forgotten').pluck().all();
  for (const handle of handles) forgetPerson(database, handle);
}

const KNOWN = `
SELECT 1 FROM contacts WHERE handle = $handle UNION ALL SELECT 1 FROM ambassadors WHERE handle = $handle
UNION ALL SELECT 1 FROM outreach WHERE handle = $handle`;

/** What was found of a person who is forgotten. */
export interface Forgotten extends ForgottenItems {
  /** In how many posts they stood. */
  readonly posts: number;
  readonly known: boolean;
}

/**
 * Forgets a person from now on, and notes that they opted out; `now` is ms UTC. What was deleted is overwritten in the file,
 * and the full-text index is written anew, since its old parts still hold the words: some seconds for a million posts.
 */
export function forget(database: Database, name: string, now: number): Forgotten {
  defineSearchable(database);
  const handle = asHandle(name);
  database.pragma('secure_delete = ON');
  const forgotten = database.transact(() => {
    const known = database.prepare(KNOWN).get({ handle }) !== undefined;
    database
      .prepare(
        `INSERT INTO contact_opt_outs (handle, noted_at, forgotten) VALUES (?, ?, 1)
         ON CONFLICT DO UPDATE SET forgotten = 1`,
      )
      .run(handle, now);
    const posts = forgetPerson(database, handle);
    const items = forgetInQueue(database, handle, { without: removing(handle), now });
    forgetLearned(database);
    if (posts > 0) database.exec("INSERT INTO posts_text (posts_text) VALUES ('optimize')");
    return { posts, known: known || posts > 0, ...items };
  });
  if (!database.memory) database.pragma('wal_checkpoint(TRUNCATE)');
  return forgotten;
}
