import { InvalidArgumentError, Option } from 'commander';
import type { Credentials } from '#x/auth/credentials.js';
import type { SecretStore } from '#x/auth/secret-store.js';
import { withDatabase, type CommonFlags } from '../options/common.js';
import type { Registration } from '../command.js';
import { changeStore, openSecretStore } from '../credentials.js';
import { EXIT, UserError, type ExitCode } from '../user-error.js';
import { lineReader } from '../terminal/lines.js';
import type { Shell } from '../shell.js';
import { resolveLocale } from '../options/locale.js';
import type { BrowserFlags } from '../sign-in.js';
import { PRICES } from '#x/api/prices.js';
import { toSigningTokens } from '#x/auth/token.js';

interface LoginFlags extends CommonFlags, BrowserFlags {
  readonly db?: string;
  readonly keys?: boolean;
  readonly bearer?: boolean;
  readonly keyring?: boolean;
}

const WORDS = {
  en: {
    done: (who: string, where: string) => `signed in as ${who}; kept in ${where}\n`,
    asked: (price: string) => `X was asked once whose account this is: ${price}\n`,
    bearer: (where: string) => `the app’s own token is kept in ${where}\n`,
  },
  fr: {
    done: (who: string, where: string) => `connecté en tant que ${who} ; conservé dans ${where}\n`,
    asked: (price: string) => `X a été interrogé une fois sur l’identité du compte : ${price}\n`,
    bearer: (where: string) => `le jeton de l’application est conservé dans ${where}\n`,
  },
} as const;

function readPort(value: string): number {
  const port = Number(value);
  if (/^\d+$/.test(value) && port >= 1 && port <= 65_535) return port;
  throw new InvalidArgumentError('It must be a whole number from 1 to 65535.');
}

/** `login`: signs in to X, by the browser or by the keys of one's own app. */
export const registerLogin: Registration = (program, { shell, finish }) =>
  void withDatabase(program.command('login'))
    .summary('sign in to X')
    .description(
      'Signs in to X, by the browser or by the four keys of your own app, and keeps that for this user only.',
    )
    .option(
      '--client-id <id>',
      'sign in by the browser, for the app with this OAuth 2.0 client id (default: as last time)',
    )
    .option('--client-secret', 'ask for the secret of that app too, if it has one')
    .addOption(
      new Option('--keys', 'ask for the four keys of an app instead; they never run out').conflicts([
        'clientId',
        'clientSecret',
        'paste',
      ]),
    )
    .option('--paste', 'paste the address that the browser ends at: for a remote shell')
    // The default stands in `sign-in.ts` of the room that knows X, which is not loaded for this.
    .addOption(new Option('--port <n>', 'port that the browser comes back to').argParser(readPort).default(8723))
    .option('--keyring', 'keep it in the keyring of the system, and not in a file')
    .option('--bearer', 'ask for the app’s own token too, which counts of posts need; alone: add it to what is kept')
    .action(async (flags: LoginFlags) => finish(await loginCommand(shell, flags)));

async function loginCommand(shell: Shell, flags: LoginFlags): Promise<ExitCode> {
  const locale = resolveLocale(shell, flags.locale);
  const words = WORDS[locale];
  const store = await openSecretStore(shell, flags);
  if (store.lock === undefined) {
    throw new UserError(`the keys of ${store.where} come before any others: unset them, and log in then`);
  }
  const { resolveApp, promptForBearer, promptForKeys, signInByBrowser } = await import('../sign-in.js');
  const { requestAccount, checkHistoryOwner } = await import('../x-account.js');
  const { dollars } = await import('#locale/dollars.js');
  const prompt = lineReader(shell);

  const { bearer: wantsBearer, keys, clientId, clientSecret, paste } = flags;
  if (wantsBearer === true && keys !== true && clientId === undefined && clientSecret !== true && paste !== true) {
    await addBearer(shell, store, await promptForBearer(prompt, locale));
    shell.stdout.write(words.bearer(store.where));
    return EXIT.done;
  }

  const last = await readLastCredentials(shell);
  const fresh =
    keys === true
      ? await promptForKeys(prompt, locale)
      : await signInByBrowser(shell, await resolveApp(flags, last, prompt, locale), flags, prompt, locale);
  const bearer =
    wantsBearer === true ? await promptForBearer(prompt, locale) : isSameApp(fresh, last) ? last?.bearer : undefined;
  const account = await requestAccount(shell, toSigningTokens(fresh));
  shell.stderr.write(words.asked(dollars(PRICES.user)));
  await checkHistoryOwner(shell, flags.db, account);
  const credentials: Credentials = { ...fresh, account, ...(bearer !== undefined && { bearer }) };
  await changeStore(shell, store, () => store.write(credentials));
  shell.stdout.write(words.done(`@${account.handle}`, store.where));
  return EXIT.done;
}

/** What was kept before, if it can be read: a sign-in replaces it, and may be there to mend it. */
async function readLastCredentials(shell: Shell): Promise<Credentials | undefined> {
  try {
    return await (await openSecretStore(shell)).read();
  } catch (error) {
    if (error instanceof Error && (error.name === 'CredentialsError' || error instanceof UserError)) return undefined;
    throw error;
  }
}

const isSameApp = (fresh: Credentials, last: Credentials | undefined): boolean =>
  fresh.kind === 'oauth1'
    ? last?.kind === 'oauth1' && last.appKey === fresh.appKey
    : last?.kind === 'oauth2' && last.clientId === fresh.clientId;

const addBearer = (shell: Shell, store: SecretStore, bearer: string): Promise<void> =>
  changeStore(shell, store, async () => {
    const kept = await store.read();
    if (kept === undefined) {
      throw new UserError('nobody is signed in to X: give --keys or --client-id ID together with --bearer', {
        exitCode: EXIT.credentials,
      });
    }
    await store.write({ ...kept, bearer });
  });
