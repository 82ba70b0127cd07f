import { statSync } from 'node:fs';
import type { Locale } from '#base/locale.js';
import { faultSentence, xSentences } from '#locale/x.js';
import { CredentialsError, type Place } from '#x/auth/fault.js';
import type { CredentialFacts } from '#doctor/facts.js';
import { credentialsFile, openSecretStore } from '../credentials.js';
import { UserError } from '../user-error.js';
import type { Shell } from '../shell.js';

/** What a group or anybody may do with a file. */
const OTHERS = 0o077;

/** The mode of a file of one's own that others may use, `644`; undefined for any other, and where there are no modes. */
function exposedMode(file: string, { uid }: Pick<Shell, 'uid'>): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  if (uid === undefined || found === undefined || found.uid !== uid || (found.mode & OTHERS) === 0) return undefined;
  return (found.mode & 0o777).toString(8);
}

/** What X would be called with. Nothing is renewed and X is not asked; faults are told, not thrown. */
export async function inspectCredentials(shell: Shell, locale: Locale): Promise<CredentialFacts> {
  let place: Place | undefined;
  try {
    const store = await openSecretStore(shell);
    ({ place } = store);
    const where = xSentences(locale).place(place);
    const kept = await store.read();
    if (kept === undefined) return { kind: 'none', where };
    const { kind, account } = kept;
    if (kind === 'oauth1') return { kind, where, account };
    const { expiresAt, scopes, refreshToken } = kept;
    return { kind, where, account, expiresAt, scopes, isRenewed: refreshToken !== undefined };
  } catch (error) {
    if (!(error instanceof CredentialsError) && !(error instanceof UserError)) throw error;
    // Both hold nothing secret.
    const detail = error instanceof UserError ? error.toLine(locale) : faultSentence(error.fault, locale);
    // Without a place they come from elsewhere, and no file is at fault.
    const file = place === undefined ? undefined : credentialsFile(shell);
    const mode = file === undefined ? undefined : exposedMode(file, shell);
    return { kind: 'fault', where: file ?? '', detail, ...(mode !== undefined && { mode }) };
  }
}
