import { InvalidArgumentError } from 'commander';
import type { Locale } from '#base/locale.js';
import { accountSentences } from '#locale/account.js';
import { colon } from '#locale/format.js';
import { accountRecord } from '#report/documents/account.js';
import type { LoginDocument } from '#report/documents/x-schemas.js';
import { asJson } from '#report/documents/json.js';
import { PRICES } from '#x/api/prices.js';
import { type Credentials, findKeyFault, type Grant, type Keys } from '#x/auth/credentials.js';
import { CredentialsError } from '#x/auth/fault.js';
import type { SecretStore } from '#x/auth/secret-store.js';
import {
  DEFAULT_PORT,
  awaitCode,
  PATIENCE,
  beginSignIn,
  callbackAddress,
  codeIn,
  finishSignIn,
} from '#x/auth/sign-in.js';
import { toSigningTokens, type App } from '#x/auth/token.js';
import type { Registration } from '../command.js';
import { changeStore, xConnection, requestAccount } from '../credentials.js';
import { checkHistoryOwner } from '../history-owner.js';
import { openSecretStore, XError } from '../sign-in.js';
import { databaseOption, formatChoice, jsonOption, newCommand, option } from '../options/common.js';
import type { Shell } from '../shell.js';
import { lineReader, interrupted } from '../terminal/prompt.js';
import { EXIT, UserError } from '../user-error.js';

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
      // Before anything is typed in that could not be kept.
      if (store.place.kind === 'none') throw new UserError(accountSentences(locale).noHome);
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
      const account = await requestAccount(shell, toSigningTokens(fresh), flags.db);
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

/** Asks for something at the terminal, or takes it from standard input. */
export type Prompt = ReturnType<typeof lineReader>;

/** Asks for a key. @throws UserError for what cannot be one, which it does not show. */
async function promptForKey(prompt: Prompt, name: string, locale: Locale): Promise<string> {
  const key = await prompt(name + colon(locale), 'secret');
  const fault = findKeyFault(key);
  if (fault !== undefined) throw new UserError(accountSentences(locale).signIn.keyWrong(name, fault));
  return key;
}

/** Asks for the four keys of an app. */
export async function promptForKeys(prompt: Prompt, locale: Locale): Promise<Keys> {
  const names = accountSentences(locale).signIn.keys;
  // One after another, in the order of X's pages: they are copied from there.
  const appKey = await promptForKey(prompt, names.appKey, locale);
  const appSecret = await promptForKey(prompt, names.appSecret, locale);
  const accessToken = await promptForKey(prompt, names.accessToken, locale);
  const accessSecret = await promptForKey(prompt, names.accessSecret, locale);
  return { kind: 'oauth1', appKey, appSecret, accessToken, accessSecret };
}

export const promptForBearer = (prompt: Prompt, locale: Locale): Promise<string> =>
  promptForKey(prompt, accountSentences(locale).signIn.bearer, locale);

/** How a person signs in by the browser. */
export interface BrowserFlags {
  /** The id of the app; that of the last sign-in when left out. */
  readonly clientId?: string;
  /** Ask for the secret of the app too. */
  readonly clientSecret?: boolean;
  /** Take the URL from a person who pastes it, and not from the browser. */
  readonly paste?: boolean;
  readonly port: number;
}

/**
 * The app to sign in to: the one that is named, else that of the last sign-in.
 * @throws UserError when neither is there.
 */
export async function resolveApp(
  { clientId, clientSecret }: BrowserFlags,
  last: Credentials | undefined,
  prompt: Prompt,
  locale: Locale,
): Promise<App> {
  const before = last?.kind === 'oauth2' ? last : undefined;
  const id = clientId ?? before?.clientId;
  if (id === undefined) {
    throw new UserError(accountSentences(locale).signIn.noApp);
  }
  const fault = findKeyFault(id);
  if (fault !== undefined) throw new UserError(accountSentences(locale).signIn.keyWrong('--client-id', fault));
  const kept = id === before?.clientId ? before.clientSecret : undefined;
  const secret =
    clientSecret === true ? await promptForKey(prompt, accountSentences(locale).signIn.clientSecret, locale) : kept;
  return { clientId: id, ...(secret !== undefined && { clientSecret: secret }) };
}

/**
 * Signs in by the browser. Instructions go to standard error.
 * @throws UserError in one line: denied, no code, another sign-in's state, a taken port, nobody came, X refuses the code.
 */
export async function signInByBrowser(
  shell: Shell,
  app: App,
  { paste, port }: BrowserFlags,
  prompt: Prompt,
  locale: Locale,
): Promise<Grant> {
  const words = accountSentences(locale).signIn;
  const connection = await xConnection(shell);
  const pending = beginSignIn(app, port, connection);
  const address = callbackAddress(port);
  const show = (): void => shell.stderr.write(words.open(pending.link));

  const arrive = async () => {
    if (paste === true) {
      show();
      return codeIn(await prompt(words.paste(address)), pending.state);
    }
    const signal = shell.interruption();
    const onReady = (): void => {
      show();
      shell.stderr.write(words.waiting(address));
    };
    const arrival = await awaitCode(pending, { patienceMs: PATIENCE, signal, onReady, pageTexts: words });
    if (signal.aborted) throw interrupted();
    return arrival;
  };
  const arrival = await arrive();
  if (arrival.kind === 'failed') throw new XError(arrival.fault);
  const outcome = await finishSignIn(app, pending, arrival.code, connection, () => shell.now());
  if (outcome.kind === 'granted') return outcome.grant;
  throw new XError(outcome.fault, outcome.kind === 'refused' ? EXIT.credentials : EXIT.tryLater);
}
