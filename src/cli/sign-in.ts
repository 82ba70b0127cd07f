import type { App } from '#x/auth/token.js';
import { colon } from '#locale/format.js';
import { accountSentences } from '#locale/account.js';
import { xConnection, XError } from './credentials.js';
import { EXIT, UserError } from './user-error.js';
import { interrupted, lineReader } from './terminal/lines.js';
import type { Shell } from './shell.js';
import type { Locale } from '#base/locale.js';
import { findKeyFault, type Credentials, type Grant, type Keys } from '#x/auth/credentials.js';
import { awaitCode, PATIENCE } from '#x/auth/sign-in.js';
import { beginSignIn, callbackAddress, codeIn, finishSignIn } from '#x/auth/sign-in.js';

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
 * Signs in by the browser. What there is to do is told on standard error.
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
