// The table of a team, as a spreadsheet saves it.
import { resolve } from 'node:path';
import type { Locale } from '#base/locale.js';
import { detectEncoding, parseCsv } from '#history/formats/csv.js';
import { isDayFirst } from '#locale/format.js';
import { outreachSentences } from '#locale/outreach.js';
import { readTeam, type Team } from '#outreach/team.js';
import { readNamedFile } from './files.js';
import type { Shell } from './shell.js';
import { UserError } from './user-error.js';

/** Some ten thousand people. @source own choice */
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * Reads the table of a team: commas, semicolons or tabs, UTF-8 or UTF-16, with or without a byte-order mark.
 * @throws UserError when it cannot be read, names no column of handles, or lists no one.
 */
export async function readTeamFile(shell: Shell, file: string, locale: Locale): Promise<Team> {
  const { errors } = outreachSentences(locale).kit;
  const read = readNamedFile(resolve(shell.cwd, file), MAX_BYTES);
  if ('unread' in read) {
    if (read.unread === 'missing') throw new UserError(errors.noFile(file));
    throw new UserError(errors.unreadable(file, typeof read.unread === 'string' ? read.unread : read.unread.code));
  }
  if (read.size > MAX_BYTES) throw new UserError(errors.largeTeam(file));
  const rows = await parseCsv(decode(read.bytes, errors.encoding(file)).replace(/^"?sep=.?"?\r?\n/i, ''));
  // A French spreadsheet writes its days first, whatever the language of the run.
  const today = new Date(shell.now()).toISOString().slice(0, 10);
  const team = readTeam(rows, { today, ...(isDayFirst(locale) && { isDayFirst: true }) });
  if (team === undefined) throw new UserError(errors.noHandles(file));
  if (team.members.length === 0 && team.faults.length === 0) throw new UserError(errors.emptyTeam(file));
  return team;
}

function decode(bytes: Uint8Array, sentence: string): string {
  const encoding = detectEncoding(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (encoding === 'utf-8' && bytes.includes(0)) throw new UserError(sentence);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UserError(sentence, { cause });
  }
}
