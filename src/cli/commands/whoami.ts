import { accountSentences } from '#locale/account.js';
import { whoamiDocument, type WhoAmI } from '#report/documents/account.js';
import { asJson } from '#report/documents/json.js';
import { whoamiText } from '#report/terminal/account.js';
import { PRICES } from '#x/api/prices.js';
import { mask } from '#x/auth/credentials.js';
import { bearerIn } from '#x/auth/secret-store.js';
import type { Registration } from '../command.js';
import { signedIn, requestAccount } from '../credentials.js';
import { openSecretStore, withCredentials, XError } from '../sign-in.js';
import { formatChoice, jsonOption, newCommand } from '../options/common.js';
import type { Shell } from '../shell.js';
import { EXIT } from '../user-error.js';

/** `whoami`: which account is signed in, and how, without anything that could be used. */
export const registerWhoami: Registration = (program, { shell, locale, finish }) => {
  const sentences = accountSentences(locale).whoami;
  newCommand(program, 'whoami', sentences.help)
    .option('--online', sentences.online(PRICES.user))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async ({ online, format }) => {
      const me = await identify(shell, online === true);
      const isJson = format === 'json';
      shell.stdout.write(isJson ? asJson(whoamiDocument(me)) : whoamiText(me, { locale, now: shell.now() }));
      finish(EXIT.done);
    });
};

async function identify(shell: Shell, isOnline: boolean): Promise<WhoAmI> {
  const account = isOnline ? await requestAccount(shell, (await signedIn(shell)).tokens) : undefined;
  const store = await openSecretStore(shell);
  // After the question, which may have renewed them.
  const kept = await withCredentials(() => store.read());
  if (kept === undefined) throw new XError({ code: 'not-signed-in' });
  const bearer = await withCredentials(() => bearerIn(shell.env) ?? kept.bearer);
  const isGrant = kept.kind === 'oauth2';
  return {
    account: account ?? kept.account,
    kind: kept.kind,
    app: mask(isGrant ? kept.clientId : kept.appKey),
    place: store.place,
    expiresAt: isGrant ? kept.expiresAt : undefined,
    isRenewed: isGrant && kept.refreshToken !== undefined,
    scopes: isGrant ? kept.scopes : undefined,
    hasBearer: bearer !== undefined,
    price: isOnline ? PRICES.user : undefined,
  };
}
