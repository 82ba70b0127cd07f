import type { Credentials } from '#x/auth/credentials.js';
import type { SecretStore } from '#x/auth/secret-store.js';
import { common, type CommonFlags } from '../options/common.js';
import type { Registration } from '../command.js';
import { changeStore, openSecretStore, withCredentials } from '../credentials.js';
import { EXIT } from '../user-error.js';
import { resolveLocale } from '../options/locale.js';

const WORDS = {
  en: {
    done: (where: string) =>
      `signed out; removed from ${where}\nwhat X granted is still valid there: withdraw it at https://x.com/settings/connected_apps\n`,
    nobody: 'nobody was signed in\n',
  },
  fr: {
    done: (where: string) =>
      `déconnecté ; retiré de ${where}\nce que X a accordé y reste valable : révoquez-le sur https://x.com/settings/connected_apps\n`,
    nobody: 'personne n’était connecté\n',
  },
} as const;

/** `logout`: forgets the credentials. */
export const registerLogout: Registration = (program, { shell, finish }) =>
  void common(program.command('logout'))
    .summary('forget the sign-in to X')
    .description('Removes what calls to X are signed with from this machine.')
    .action(async (flags: CommonFlags) => {
      const store = await openSecretStore(shell);
      const wasThere = (await isEmpty(store))
        ? // What may be left is a pointer to nothing.
          await withCredentials(() => store.remove().then(() => false))
        : await changeStore(shell, store, () => store.remove());
      const words = WORDS[resolveLocale(shell, flags.locale)];
      shell.stdout.write(wasThere ? words.done(store.where) : words.nobody);
      finish(EXIT.done);
    });

async function isEmpty(store: SecretStore): Promise<boolean> {
  let kept: Credentials | undefined;
  try {
    kept = await store.read();
  } catch (error) {
    // What is damaged is there, and can be removed.
    if (error instanceof Error && error.name === 'CredentialsError') return false;
    throw error;
  }
  return kept === undefined;
}
