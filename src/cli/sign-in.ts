import type { App } from '#x/auth/token-request.js';
import { xConnection } from './credentials.js';
import { EXIT, UserError } from './user-error.js';
import { interrupted, lineReader } from './terminal/lines.js';
import type { Shell } from './shell.js';
import type { Locale } from '#base/locale.js';
import { keyFault, type Credentials, type Grant, type Keys } from '#x/auth/credentials.js';
import { awaitCode, PATIENCE } from '#x/auth/callback.js';
import { beginSignIn, callbackAddress, codeIn, finishSignIn } from '#x/auth/sign-in.js';

/** Asks for something at the terminal, or takes it from standard input. */
export type Prompt = ReturnType<typeof lineReader>;

const WORDS = {
  en: {
    open: (link: string) => `Open this address in a browser, and grant the access there:\n\n${link}\n\n`,
    waiting: (address: string) =>
      `The app must name ${address} among its callback addresses.\nWaiting for the browser there; Ctrl-C ends it.\n`,
    paste: (address: string) =>
      `The browser ends at ${address}?…, and may say that it cannot be reached.\nPaste that whole address here within 30 seconds: `,
    done: 'Signed in as far as the browser goes: the terminal says how it ended. This page can be closed.',
    failed: 'This did not work: the terminal says why. This page can be closed.',
    names: {
      appKey: 'API key',
      appSecret: 'API key secret',
      accessToken: 'Access token',
      accessSecret: 'Access token secret',
    },
    bearer: 'Bearer token of the app',
    clientSecret: 'Client secret of the app',
  },
  fr: {
    open: (link: string) => `Ouvrez cette adresse dans un navigateur et accordez-y l’accès :\n\n${link}\n\n`,
    waiting: (address: string) =>
      `L’application doit citer ${address} parmi ses adresses de retour.\nLe navigateur y est attendu ; Ctrl-C arrête.\n`,
    paste: (address: string) =>
      `Le navigateur finit sur ${address}?…, et dit peut-être qu’elle est injoignable.\nCollez ici cette adresse entière dans les 30 secondes : `,
    done: 'Le navigateur a fait sa part : le terminal dit la suite. Cette page peut être fermée.',
    failed: 'Cela n’a pas fonctionné : le terminal dit pourquoi. Cette page peut être fermée.',
    names: {
      appKey: 'Clé d’API',
      appSecret: 'Secret de la clé d’API',
      accessToken: 'Jeton d’accès',
      accessSecret: 'Secret du jeton d’accès',
    },
    bearer: 'Jeton (bearer) de l’application',
    clientSecret: 'Secret client de l’application',
  },
} as const;

const colon = (locale: Locale): string => (locale === 'fr' ? ' : ' : ': ');

/** Asks for a key. @throws Failure for what cannot be one, which it does not show. */
async function promptForKey(prompt: Prompt, name: string, locale: Locale): Promise<string> {
  const key = await prompt(`${name}${colon(locale)}`, 'secret');
  const wrong = keyFault(key);
  if (wrong !== undefined) throw new UserError(`${name}: ${wrong}`);
  return key;
}

/** Asks for the four keys of an app. */
export async function promptForKeys(prompt: Prompt, locale: Locale): Promise<Keys> {
  const { names } = WORDS[locale];
  // One after another, in the order of X's pages: they are copied from there.
  const appKey = await promptForKey(prompt, names.appKey, locale);
  const appSecret = await promptForKey(prompt, names.appSecret, locale);
  const accessToken = await promptForKey(prompt, names.accessToken, locale);
  const accessSecret = await promptForKey(prompt, names.accessSecret, locale);
  return { kind: 'oauth1', appKey, appSecret, accessToken, accessSecret };
}

export const promptForBearer = (prompt: Prompt, locale: Locale): Promise<string> =>
  promptForKey(prompt, WORDS[locale].bearer, locale);

/** How somebody signs in by the browser. */
export interface BrowserFlags {
  /** The id of the app; that of the last sign-in when left out. */
  readonly clientId?: string;
  /** Ask for the secret of the app too. */
  readonly clientSecret?: boolean;
  /** Take the address from whoever pastes it, and not from the browser. */
  readonly paste?: boolean;
  readonly port: number;
}

/**
 * The app to sign in to: the one that is named, else that of the last sign-in.
 * @throws Failure when neither is there.
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
    throw new UserError(
      'name your app of X: tweetspan login --client-id ID (its OAuth 2.0 Client ID), or give its keys with tweetspan login --keys',
    );
  }
  const wrong = keyFault(id);
  if (wrong !== undefined) throw new UserError(`--client-id ${wrong}`);
  const kept = id === before?.clientId ? before.clientSecret : undefined;
  const secret = clientSecret === true ? await promptForKey(prompt, WORDS[locale].clientSecret, locale) : kept;
  return { clientId: id, ...(secret !== undefined && { clientSecret: secret }) };
}

/**
 * Signs in by the browser. What there is to do is told on standard error.
 * @throws Failure in one line: denied, no code, another sign-in's state, a taken port, nobody came, X refuses the code.
 */
export async function signInByBrowser(
  shell: Shell,
  app: App,
  { paste, port }: BrowserFlags,
  prompt: Prompt,
  locale: Locale,
): Promise<Grant> {
  const words = WORDS[locale];
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
  if (arrival.kind === 'failed') throw new UserError(arrival.detail, { exitCode: EXIT.credentials });
  const outcome = await finishSignIn(app, pending, arrival.code, connection, () => shell.now());
  if (outcome.kind === 'granted') return outcome.grant;
  throw new UserError(outcome.detail, { exitCode: outcome.kind === 'refused' ? EXIT.credentials : EXIT.tryLater });
}
