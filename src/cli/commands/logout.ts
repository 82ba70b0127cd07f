import { accountSentences } from '#locale/account.js';
import type { LogoutDocument } from '#report/documents/x-schemas.js';
import { asJson } from '#report/documents/json.js';
import { CredentialsError } from '#x/auth/fault.js';
import type { SecretStore } from '#x/auth/secret-store.js';
import type { Registration } from '../command.js';
import { changeStore } from '../credentials.js';
import { openSecretStore, withCredentials } from '../sign-in.js';
import { formatChoice, jsonOption, newCommand } from '../options/common.js';
import { EXIT } from '../user-error.js';

/** `logout`: forgets the credentials. */
export const registerLogout: Registration = (program, { shell, locale, finish }) => {
  const sentences = accountSentences(locale).logout;
  newCommand(program, 'logout', sentences.help)
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async ({ format }) => {
      const store = await openSecretStore(shell);
      const { place } = store;
      const signedOut = (await isEmpty(store))
        ? // What may be left is a pointer to nothing.
          await withCredentials(() => store.remove().then(() => false))
        : await changeStore(shell, store, () => store.remove());
      const document: LogoutDocument = { schema: 'tweetspan/logout@1', signedOut, place };
      const line = signedOut ? sentences.done(accountSentences(locale).place(place)) : sentences.notSignedIn;
      shell.stdout.write(format === 'json' ? asJson(document) : `${line}\n`);
      finish(EXIT.done);
    });
};

async function isEmpty(store: SecretStore): Promise<boolean> {
  try {
    return (await store.read()) === undefined;
  } catch (error) {
    // What is damaged is there, and can be removed.
    if (error instanceof CredentialsError) return false;
    throw error;
  }
}
