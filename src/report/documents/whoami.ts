/** Who is signed in, as it is shown: nothing of it can be used to call X. */
export interface WhoAmI {
  readonly account: { readonly id: string; readonly handle?: string } | undefined;
  /** `oauth1` is by the four keys of an app, `oauth2` by what was granted to an app in the browser. */
  readonly kind: 'oauth1' | 'oauth2';
  /** The app, as far as its owner needs it to know it again. */
  readonly app: string;
  /** Where the credentials are. */
  readonly where: string;
  /** When the token runs out, ms UTC; undefined for keys, which do not. */
  readonly expiresAt: number | undefined;
  /** Whether it is renewed by itself then. */
  readonly isRenewed: boolean;
  /** What the token allows; undefined for keys, whose app says it. */
  readonly scopes: readonly string[] | undefined;
  /** Whether the app's own token is there too. */
  readonly hasBearer: boolean;
  /** What asking X just now cost, thousandths of a US dollar; undefined when it was not asked. */
  readonly price: number | undefined;
}

/** The answer of `whoami` as data: `tweetspan/whoami@1`. */
export const whoamiDocument = ({ account, kind, app, where, expiresAt, isRenewed, scopes, ...rest }: WhoAmI) => ({
  schema: 'tweetspan/whoami@1',
  account: account === undefined ? null : { id: account.id, handle: account.handle ?? null },
  kind,
  app,
  where,
  expires: expiresAt === undefined ? null : new Date(expiresAt).toISOString(),
  renewed: isRenewed,
  scopes: scopes ?? null,
  bearer: rest.hasBearer,
  asked: rest.price !== undefined,
});
