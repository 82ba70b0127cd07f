// What the commands on the account at X say, and what is said of the connection to X, in English.
import type { KeyFault, Place, XFault } from '#x/auth/fault.js';
import { list, money } from '../format.js';

/** A sentence for each fault, made from its data. */
export type FaultSentences = {
  readonly [Code in XFault['code']]: (fault: Extract<XFault, { readonly code: Code }>) => string;
};

type KeyFaultSentences = {
  readonly [Code in KeyFault['code']]: (fault: Extract<KeyFault, { readonly code: Code }>) => string;
};

type PlaceNames = { readonly [Kind in Place['kind']]: (place: Extract<Place, { readonly kind: Kind }>) => string };

const keyFaults: KeyFaultSentences = {
  'no-text': ({ received }) => `must be text, received ${received}`,
  empty: () => 'is empty',
  'too-long': ({ length, max }) => `has ${length} characters; no key of X has more than ${max}`,
  'foreign-character': () => 'contains a space or another character that no key of X has: copy it again',
};

const KEYRINGS: Readonly<Record<string, string>> = {
  darwin: 'the keychain',
  win32: 'the Windows Credential Manager',
};

const places: PlaceNames = {
  file: ({ path }) => path,
  keyring: ({ platform }) => KEYRINGS[platform] ?? 'the keyring (Secret Service)',
  environment: () => 'environment variables (TWEETSPAN_APP_KEY and others)',
  none: () => 'no place (HOME is not set)',
};

const placeName = (place: Place): string => (places[place.kind] as (place: Place) => string)(place);

const keyFault = (fault: KeyFault): string => (keyFaults[fault.code] as (fault: KeyFault) => string)(fault);

const nested = (fault: XFault): string => (faults[fault.code] as (fault: XFault) => string)(fault);

const OTHER_PORT =
  'use another one with --port N and add http://127.0.0.1:N/callback to your app’s settings, or --paste';

const LOGIN = 'run tweetspan login';

const DAMAGED_PARTS = {
  json: 'is not a JSON object',
  kind: 'has an unknown kind (known: oauth1, oauth2)',
  account: 'is damaged: account needs a numeric id',
  expiresAt: 'is damaged: expiresAt must be whole milliseconds',
  scopes: 'is damaged: scopes must be a list of strings',
} as const;

const faults: FaultSentences = {
  'file-unreadable': ({ path, cause }) => `cannot read ${path} (${cause})`,
  'file-unwritable': ({ path, cause }) => `cannot write ${path} (${cause}); nothing was changed`,
  'file-kept': ({ path, cause }) => `cannot remove ${path} (${cause})`,
  'file-of-other-user': ({ path, owner, user }) =>
    `${path} belongs to user ${owner}, and you are user ${user}: remove it, then ${LOGIN}`,
  'file-open-to-others': ({ path, mode }) =>
    `other users can read ${path} (mode ${mode}): run chmod 600 ${path}; if they may have read it, create new keys`,
  'lock-unwritable': ({ path, cause }) => `cannot create ${path} (${cause}): the sign-in cannot be renewed safely`,
  damaged: ({ place, part }) => `${placeName(place)} ${DAMAGED_PARTS[part]}; ${LOGIN} to create it again`,
  'damaged-key': ({ place, key, fault }) =>
    `${placeName(place)} is damaged: ${key} ${keyFault(fault)}; ${LOGIN} to create it again`,
  'keyring-missing': ({ place }) =>
    `${placeName(place)} needs the package @napi-rs/keyring, which is not installed: log in without --keyring`,
  'keyring-empty': ({ place }) => `${placeName(place)} has no credentials: ${LOGIN}`,
  'keyring-forgot': ({ place }) => `${placeName(place)} did not store what was written to it: log in without --keyring`,
  'keyring-refuses': ({ place, reply }) => `${placeName(place)} reports an error (${reply}): log in without --keyring`,
  'environment-fixed': () =>
    'the keys come from environment variables (TWEETSPAN_APP_KEY and others): unset them, then log in',
  'environment-incomplete': ({ missing }) =>
    `only some of the four keys are set in the environment: set ${list(missing, 'en')} too`,
  'environment-key': ({ name, fault }) => `${name} ${keyFault(fault)}`,

  'not-signed-in': () => `you are not signed in to X: ${LOGIN}`,
  'sign-in-expired': () => `your sign-in to X has expired and cannot be renewed without offline.access: ${LOGIN}`,
  'sign-in-revoked': ({ reply }) => `X no longer accepts your sign-in (${reply}): ${LOGIN}`,
  'renewal-failed': ({ reply }) =>
    `could not renew your sign-in to X (${reply}): try again, and ${LOGIN} if this continues`,
  'renewal-lost': ({ because }) => `X renewed your sign-in, but it could not be stored (${nested(because)}): ${LOGIN}`,
  'renewal-blocked': ({ because }) => `your sign-in to X cannot be renewed: ${nested(because)}`,
  'renewal-busy': ({ pid }) =>
    `${pid === undefined ? 'another process' : `process ${pid}`} is renewing the sign-in to X: try again in a minute`,

  'no-code-pasted': () => 'no code in the pasted text: paste the whole URL the browser ended at, with ?state=…&code=…',
  'other-sign-in': () => `the browser’s answer belongs to another sign-in (its state differs): ${LOGIN} again`,
  'access-denied': () => 'access was denied in the browser; nothing was changed',
  'no-code': () => `the browser’s answer has no code: ${LOGIN} again`,
  interrupted: () => 'interrupted; nothing was changed',
  'browser-error': ({ reply }) => `X refused the sign-in${reply === '' ? '' : ` (${reply})`}: ${LOGIN} again`,
  'browser-late': ({ minutes }) =>
    `the browser did not return within ${minutes} min: try again, or use --paste from a remote shell`,
  'port-taken': ({ port }) => `port ${port} is used by another program: ${OTHER_PORT}`,
  'port-closed': ({ port, cause }) => `cannot open port ${port} (${cause}): ${OTHER_PORT}`,
  'code-refused': ({ reply }) =>
    `X did not accept the code (${reply}): a code works once and for 30 seconds; check that the client ID is the one in your app’s OAuth 2.0 settings`,
  'no-token': ({ reply }) =>
    `X sent no token (${reply}): check that your network has no sign-in page of its own, then try again`,
};

export const en = {
  login: {
    help: {
      summary: 'sign in to X',
      description:
        'Sign in to X in the browser, or with the four keys of your own app. Credentials are stored for your user only.',
      examples: [
        'tweetspan login --client-id ID       # in the browser',
        'tweetspan login --keys               # with the four keys of your app',
        'tweetspan login --bearer             # add your app’s Bearer token, for keywords count',
      ],
    },
    clientId: 'sign in in the browser, with this app’s OAuth 2.0 client ID (default: the last one)',
    clientSecret: 'also ask for the client secret, if your app has one',
    keys: 'ask for the four keys of an app instead; they do not expire',
    paste: 'paste the URL the browser ends at, for remote shells',
    port: 'port the browser returns to',
    keyring: 'store credentials in the system keyring instead of a file',
    bearer: 'also ask for your app’s Bearer token, which counting posts needs; alone: add it to the stored credentials',
    portInvalid: 'use a whole number from 1 to 65535',
    done: (who: string, place: string) => `Signed in as ${who}; stored in ${place}`,
    cost: (price: number) => `Asked X once whose account this is: ${money(price, 'en')}`,
    bearerStored: (place: string) => `Stored your app’s Bearer token in ${place}`,
    environmentFirst: (place: string) => `keys in ${place} take precedence: unset them, then log in`,
    bearerAlone: 'you are not signed in to X: use --keys or --client-id ID together with --bearer',
  },
  logout: {
    help: {
      summary: 'remove your sign-in to X',
      description: 'Remove the credentials for X from this machine.',
      examples: ['tweetspan logout'],
    },
    done: (place: string) =>
      `Signed out; removed from ${place}\nYour app still has access at X: revoke it at https://x.com/settings/connected_apps`,
    notSignedIn: 'You were not signed in',
  },
  whoami: {
    help: {
      summary: 'show who is signed in to X',
      description: 'Show which X account is signed in, how, and where the credentials are stored.',
      examples: ['tweetspan whoami', 'tweetspan whoami --online      # also check with X, for $0.01'],
    },
    online: (price: number) => `ask X whether it still accepts the sign-in, for ${money(price, 'en')}`,
    unknown: 'an account whose name is not known yet (use --online)',
    id: (id: string) => `account ${id}`,
    oauth1: (app: string) => `with the four keys of app ${app}, which do not expire`,
    oauth2: (app: string) => `in the browser, for app ${app}`,
    expires: (at: string) => `expires ${at}`,
    expired: (at: string) => `expired ${at}`,
    renewed: 'renewed automatically',
    notRenewed: 'not renewed: offline.access was not granted',
    scopes: (names: string) => `allows ${names}`,
    bearer: 'with your app’s Bearer token: keywords count works',
    noBearer: 'without your app’s Bearer token, which keywords count needs: tweetspan login --bearer',
    place: (place: string) => `stored in ${place}`,
    queried: (price: number) => `asked X just now: ${money(price, 'en')}`,
  },
  budget: {
    help: {
      summary: 'show what you paid X, and set caps',
      description: 'Show what you paid X today and this month (UTC), by kind, and set caps that are never exceeded.',
      examples: ['tweetspan budget', 'tweetspan budget --day 2 --month 20'],
    },
    day: 'cap per day in US dollars; 0 blocks everything that costs money',
    month: 'cap per month in US dollars; 0 blocks everything that costs money',
    dollarsInvalid: (max: number) => `use US dollars such as 2 or 0.50, from 0 to ${max}`,
    dollars: 'US dollars',
    today: 'today',
    thisMonth: 'this month',
    spent: 'spent',
    cap: 'cap',
    left: 'left',
    kinds: {
      post: 'posts',
      repost: 'reposts',
      delete: 'deletions',
      media: 'media',
      read: 'posts read',
      count: 'counts',
      user: 'people',
    },
    utc: (day: string) => `Today is ${day}; days and months are in UTC, as X counts them.`,
    usedUp: 'Nothing is left: whatever costs money waits.',
    blocked: 'A cap of zero blocks everything that costs money; posting by hand is free.',
    readPrices:
      'Reading one of your own posts costs $0.005 a day, or $0.001 if the X app is yours: then set x.ownApp: true in your own configuration.',
    change: 'To change the caps: tweetspan budget --day 2 --month 20',
  },
  place: placeName,
  keyFault,
  faults,
  wrongOrigin: (value: string) =>
    `TWEETSPAN_X_URL is "${value}": only this machine may stand in for X, such as http://127.0.0.1:8080`,
  wrongDeadline: (value: string) => `TWEETSPAN_X_DEADLINE is "${value}": use whole milliseconds from 1 to 3600000`,
  noHome: 'no HOME to store credentials in: set HOME or XDG_CONFIG_HOME',
  bearerMissing: 'counting posts needs your app’s Bearer token: run tweetspan login --bearer, or set TWEETSPAN_BEARER',
  accountLater: (detail: string) => `X cannot say whose account this is (${detail}): try again later`,
  accountRefused: (detail: string) => `X does not say whose account this is: ${detail}`,
  otherAccount: (file: string, owner: string, self: string) =>
    `${file} is the history of ${owner}, and you are ${self}: log in as ${owner}, or use another history with --db; nothing was changed`,
  accountById: (id: string) => `account ${id}`,
  notEnoughBudget: (price: number, left: number) =>
    `this costs ${money(price, 'en')}, and ${money(left, 'en')} of your budget is left: see tweetspan budget`,
  signIn: {
    open: (link: string) => `Open this URL in a browser and grant access:\n\n${link}\n\n`,
    waiting: (url: string) =>
      `Your app must list ${url} among its callback URLs.\nWaiting for the browser; press Ctrl-C to cancel.\n`,
    paste: (url: string) =>
      `Once you have granted access, the browser ends at ${url}?…, perhaps with a connection error.\nFrom then on you have 30 seconds to paste that whole URL here: `,
    done: 'The browser’s part is done: see the terminal. You can close this page.',
    failed: 'This did not work: see the terminal. You can close this page.',
    keys: {
      appKey: 'API key',
      appSecret: 'API key secret',
      accessToken: 'Access token',
      accessSecret: 'Access token secret',
    },
    bearer: 'Bearer token of your app',
    clientSecret: 'Client secret of your app',
    keyWrong: (name: string, fault: KeyFault) => `${name} ${keyFault(fault)}`,
    noApp:
      'no app to sign in to: run tweetspan login --client-id ID (its OAuth 2.0 client ID), or tweetspan login --keys',
  },
};

/** The shape of the section in any language. */
export type AccountSentences = typeof en;
