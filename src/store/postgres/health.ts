// What a server tells of itself, and of what its user may do there.
import type { ServerConnection } from './connection.js';

/** A server, as `doctor` looks at it. */
export interface ServerHealth {
  /** Of PostgreSQL, such as `15.7`. */
  readonly version: string;
  readonly schema: number;
  /** What its user may do: change the schema, work on the queue, or only read it. */
  readonly role: 'owner' | 'worker' | 'reader';
  readonly isEncrypted: boolean;
  /** Whether it is the server that the queue was last accepted on. */
  readonly isAtHome: boolean;
  /** Images and videos that it keeps, and their bytes. */
  readonly media: { readonly files: number; readonly bytes: number };
  /** How far its clock is ahead of this machine's, ms. */
  readonly ahead: number;
}

const HEALTH = `
SELECT split_part(current_setting('server_version'), ' ', 1) AS version,
  (SELECT max(version) FROM tweetspan.schema_version) AS schema,
  has_schema_privilege('tweetspan', 'CREATE') AS "mayChange",
  has_table_privilege('tweetspan.queue_items', 'INSERT') AS "mayWrite",
  coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false) AS "isEncrypted",
  tweetspan.is_at_home() AS "isAtHome",
  (SELECT count(*) FROM tweetspan.media) AS files,
  (SELECT coalesce(sum(octet_length(bytes)), 0)::bigint FROM tweetspan.media) AS bytes`;
interface HealthRow {
  readonly version: string;
  readonly schema: number;
  readonly mayChange: boolean;
  readonly mayWrite: boolean;
  readonly isEncrypted: boolean;
  readonly isAtHome: boolean | null;
  readonly files: number;
  readonly bytes: number;
}

/** Looks at a server, which is left as it is. @throws StoreError for what is wrong with it. */
export async function readServerHealth(connection: ServerConnection): Promise<ServerHealth> {
  const ahead = await connection.aheadBy();
  const row = await connection.read(({ first }) => first<HealthRow>(HEALTH));
  if (row === undefined) throw new Error('the server answered no row on its own state');
  const { version, schema, mayChange, mayWrite, isEncrypted, isAtHome, files, bytes } = row;
  return {
    version,
    schema,
    role: mayChange ? 'owner' : mayWrite ? 'worker' : 'reader',
    isEncrypted,
    isAtHome: isAtHome !== false,
    media: { files, bytes },
    ahead,
  };
}
