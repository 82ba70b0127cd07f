// What the commands on the account at X say, in English.
import { money } from '../format.js';

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
    scopes: (list: string) => `allows ${list}`,
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
    kinds: { post: 'posts', repost: 'reposts', media: 'media', read: 'posts read', count: 'counts', user: 'people' },
    utc: (day: string) => `Today is ${day}; days and months are in UTC, as X counts them.`,
    usedUp: 'Nothing is left: whatever costs money waits.',
    blocked: 'A cap of zero blocks everything that costs money; posting by hand is free.',
    change: 'To change the caps: tweetspan budget --day 2 --month 20',
  },
};

/** The shape of the section in any language. */
export type AccountSentences = typeof en;
