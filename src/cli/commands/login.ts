import { InvalidArgumentError } from 'commander';
import { accountSentences } from '#locale/account.js';
import { accountRecord } from '#report/documents/account.js';
import type { LoginDocument } from '#report/documents/account-schema.js';
import { asJson } from '#report/documents/json.js';
import { PRICES } from '#x/api/prices.js';
import type { Credentials } from '#x/auth/credentials.js';
import type { SecretStore } from '#x/auth/secret-store.js';
import { CredentialsError } from '#x/auth/fault.js';
import { DEFAULT_PORT } from '#x/auth/sign-in.js';
import { toSigningTokens } from '#x/auth/token.js';
import type { Registration } from '../command.js';
import { changeStore, openSecretStore } from '../credentials.js';
import { databaseOption, formatChoice, jsonOption, newCommand, option } from '../options/common.js';
import type { Shell } from '../shell.js';
import { promptForBearer, promptForKeys, resolveApp, signInByBrowser } from '../sign-in.js';
import { lineReader } from '../terminal/lines.js';
import { EXIT, UserError } from '../user-error.js';
import { checkHistoryOwner, requestAccount } from '../x-account.js';

/** `login`: signs in to X, in the browser or with the keys of one's own app. */
export const registerLogin: Registration = (program, { shell, locale, finish }) => {
  const sentences = accountSentences(locale).login;
  const readPort = (value: string): number => {
    const port = Number(value);
    if (/^\d+$/.test(value) && port >= 1 && port <= 65_535) return port;
    throw new InvalidArgumentError(sentences.portInvalid);
  };
  newCommand(program, 'login', sentences.help)
    .option('--client-id <id>', sentences.clientId)
    .option('--client-secret', sentences.clientSecret)
    .addOption(option('--keys', sentences.keys).conflicts(['clientId', 'clientSecret', 'paste']))
    .option('--paste', sentences.paste)
    .addOption(option('--port <n>', sentences.port).argParser(readPort).default(DEFAULT_PORT))
    .option('--keyring', sentences.keyring)
    .option('--bearer', sentences.bearer)
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (flags) => {
      const { bearer: wantsBearer, keys, clientId, clientSecret, paste, format } = flags;
      const store = await openSecretStore(shell, flags);
      const placeOf = (): string => accountSentences(locale).place(store.place);
      if (store.lock === undefined) throw new UserError(sentences.environmentFirst(placeOf()));
      const prompt = lineReader(shell);
      const answer = (document: Omit<LoginDocument, 'schema' | 'place'>, line: string): void => {
        const { place } = store;
        shell.stdout.write(
          format === 'json'
            ? asJson({ schema: 'tweetspan/login@1', ...document, place } satisfies LoginDocument)
            : `${line}\n`,
        );
        finish(EXIT.done);
      };

      if (wantsBearer === true && keys !== true && clientId === undefined && clientSecret !== true && paste !== true) {
        await addBearer(shell, store, await promptForBearer(prompt, locale), sentences.bearerAlone);
        return answer({ account: null, bearer: true, cost: 0 }, sentences.bearerStored(placeOf()));
      }
      const last = await readLastCredentials(shell);
      const fresh =
        keys === true
          ? await promptForKeys(prompt, locale)
          : await signInByBrowser(shell, await resolveApp(flags, last, prompt, locale), flags, prompt, locale);
      const bearer =
        wantsBearer === true
          ? await promptForBearer(prompt, locale)
          : isSameApp(fresh, last)
            ? last?.bearer
            : undefined;
      const account = await requestAccount(shell, toSigningTokens(fresh));
      if (format === 'text' && flags.quiet !== true) shell.stderr.write(`${sentences.cost(PRICES.user)}\n`);
      await checkHistoryOwner(shell, flags.db, account);
      const credentials: Credentials = { ...fresh, account, ...(bearer !== undefined && { bearer }) };
      await changeStore(shell, store, () => store.write(credentials));
      return answer(
        { account: accountRecord(account), bearer: bearer !== undefined, cost: PRICES.user },
        sentences.done(`@${account.handle}`, placeOf()),
      );
    });
};

/** What was kept before, if it can be read: a sign-in replaces it, and may be there to repair it. */
async function readLastCredentials(shell: Shell): Promise<Credentials | undefined> {
  try {
    return await (await openSecretStore(shell)).read();
  } catch (error) {
    if (error instanceof CredentialsError || error instanceof UserError) return undefined;
    throw error;
  }
}

const isSameApp = (fresh: Credentials, last: Credentials | undefined): boolean =>
  fresh.kind === 'oauth1'
    ? last?.kind === 'oauth1' && last.appKey === fresh.appKey
    : last?.kind === 'oauth2' && last.clientId === fresh.clientId;

const addBearer = (shell: Shell, store: SecretStore, bearer: string, notSignedIn: string): Promise<void> =>
  changeStore(shell, store, async () => {
    const kept = await store.read();
    if (kept === undefined) throw new UserError(notSignedIn, { exitCode: EXIT.credentials });
    await store.write({ ...kept, bearer });
  });
