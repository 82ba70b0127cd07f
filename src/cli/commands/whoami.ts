import type { WhoAmI } from '#report/documents/whoami.js';
import { common, formatOption, type CommonFlags } from '../options/common.js';
import type { Registration } from '../command.js';
import { openSecretStore, signedIn, withCredentials } from '../credentials.js';
import { EXIT, UserError } from '../user-error.js';
import type { Shell } from '../shell.js';
import { resolveLocale } from '../options/locale.js';
import { bearerIn } from '#x/auth/secret-store.js';
import { mask } from '#x/auth/credentials.js';
import { PRICES } from '#x/api/prices.js';

interface WhoAmIFlags extends CommonFlags {
  readonly format: 'text' | 'json';
  readonly online?: boolean;
}

/** `whoami`: which account is signed in, and how, without anything that could be used. */
export const registerWhoami: Registration = (program, { shell, finish }) =>
  void common(program.command('whoami'))
    .summary('tell who is signed in to X')
    .description('Tells which account of X is signed in, how, and where that is kept.')
    .option('--online', 'ask X, for $0.010: whether it still takes the sign-in')
    .addOption(formatOption(['text', 'json']))
    .action(async (flags: WhoAmIFlags) => {
      const me = await identify(shell, flags.online === true);
      const { whoamiDocument } = await import('#report/documents/whoami.js');
      const { whoamiText } = await import('#report/terminal/whoami.js');
      const { asJson } = await import('#report/documents/json.js');
      shell.stdout.write(
        flags.format === 'json'
          ? asJson(whoamiDocument(me))
          : whoamiText(me, { locale: resolveLocale(shell, flags.locale), now: shell.now() }),
      );
      finish(EXIT.done);
    });

async function identify(shell: Shell, isOnline: boolean): Promise<WhoAmI> {
  const { requestAccount } = await import('../x-account.js');
  const account = isOnline ? await requestAccount(shell, (await signedIn(shell)).tokens) : undefined;
  const store = await openSecretStore(shell);
  // After the question, which may have renewed them.
  const kept = await withCredentials(() => store.read());
  if (kept === undefined) {
    throw new UserError('nobody is signed in to X: run tweetspan login', { exitCode: EXIT.credentials });
  }
  const bearer = await withCredentials(() => bearerIn(shell.env) ?? kept.bearer);
  const isGrant = kept.kind === 'oauth2';
  return {
    account: account ?? kept.account,
    kind: kept.kind,
    app: mask(isGrant ? kept.clientId : kept.appKey),
    where: store.where,
    expiresAt: isGrant ? kept.expiresAt : undefined,
    isRenewed: isGrant && kept.refreshToken !== undefined,
    scopes: isGrant ? kept.scopes : undefined,
    hasBearer: bearer !== undefined,
    price: isOnline ? PRICES.user : undefined,
  };
}
