import { statSync } from 'node:fs';
import type { CredentialFacts } from '../../report/doctor/facts.js';
import { credentialsFile, openSecretStore } from '../credentials.js';
import { Failure } from '../failure.js';
import type { Shell } from '../shell.js';

/** What a group or anybody may do with a file. */
const OTHERS = 0o077;

/** The mode of a file that others may use, `644`; undefined for any other, and where files have no such modes. */
function openModeOf(file: string, { uid }: Pick<Shell, 'uid'>): string | undefined {
  if (uid === undefined) return undefined;
  const mode = statSync(file, { throwIfNoEntry: false })?.mode ?? 0;
  return (mode & OTHERS) === 0 ? undefined : (mode & 0o777).toString(8);
}

/** What X would be called with. Nothing is renewed and X is not asked; faults are told, not thrown. */
export async function credentialsOf(shell: Shell): Promise<CredentialFacts> {
  let where = 'credentials.json';
  try {
    const store = await openSecretStore(shell);
    ({ where } = store);
    const kept = await store.read();
    if (kept === undefined) return { kind: 'none', where };
    const { kind, account } = kept;
    if (kind === 'oauth1') return { kind, where, account };
    const { expiresAt, scopes, refreshToken } = kept;
    return { kind, where, account, expiresAt, scopes, isRenewed: refreshToken !== undefined };
  } catch (error) {
    // Those of both are one line, without anything secret.
    const isForeseen = error instanceof Error && (error instanceof Failure || error.name === 'CredentialsError');
    const detail = isForeseen ? error.message : String((error as { readonly code?: unknown }).code ?? 'unreadable');
    const mode = openModeIn(shell);
    return { kind: 'fault', where: mode?.file ?? where, detail, ...(mode !== undefined && { mode: mode.mode }) };
  }
}

function openModeIn(shell: Shell): { readonly file: string; readonly mode: string } | undefined {
  try {
    const file = credentialsFile(shell);
    const mode = openModeOf(file, shell);
    return mode === undefined ? undefined : { file, mode };
  } catch {
    // There is no place for them: said already.
    return undefined;
  }
}
