// The account at X as data: what may be spent, and who is signed in.
import type { Budget } from '#queue/budget.js';
import type { Spending } from '#queue/ports.js';
import type { Account } from '#x/auth/credentials.js';
import type { Place } from '#x/auth/fault.js';
import type { BudgetDocument, WhoAmIDocument } from './x-schemas.js';

/** Sums by what was paid for, thousandths of a US dollar. */
export type ByKind = Readonly<Partial<Record<Spending['what'], number>>>;

const KINDS: readonly Spending['what'][] = ['post', 'repost', 'delete', 'media', 'read', 'count', 'user'];

/**
 * `tweetspan/budget@1`.
 * @param now ms UTC.
 */
export function budgetDocument(
  { caps, spent }: Pick<Budget, 'caps' | 'spent'>,
  byKind: { readonly day: ByKind; readonly month: ByKind },
  now: number,
): BudgetDocument {
  const period = (name: 'day' | 'month', begins: string) => ({
    begins,
    cap: caps[name],
    spent: spent[name],
    left: Math.max(0, caps[name] - spent[name]),
  });
  const day = new Date(now).toISOString().slice(0, 10);
  return {
    schema: 'tweetspan/budget@1',
    now: new Date(now).toISOString(),
    day: period('day', day),
    month: period('month', `${day.slice(0, 7)}-01`),
    spent: KINDS.filter((kind) => byKind.month[kind] !== undefined).map((kind) => ({
      kind,
      day: byKind.day[kind] ?? 0,
      month: byKind.month[kind] ?? 0,
    })),
  };
}

/** Who is signed in, as it is shown: nothing of it can be used to call X. */
export interface WhoAmI {
  readonly account: Account | undefined;
  /** `oauth1` is by the four keys of an app, `oauth2` by what was granted to an app in the browser. */
  readonly kind: 'oauth1' | 'oauth2';
  /** The app, as far as its owner needs it to recognize it. */
  readonly app: string;
  readonly place: Place;
  /** When the token runs out, ms UTC; undefined for keys, which do not. */
  readonly expiresAt: number | undefined;
  readonly isRenewed: boolean;
  /** What the token allows; undefined for keys, whose app decides it. */
  readonly scopes: readonly string[] | undefined;
  /** Whether the app's own token is there too. */
  readonly hasBearer: boolean;
  /** What asking X just now cost, thousandths of a US dollar; undefined when it was not asked. */
  readonly price: number | undefined;
}

/** An account as data. */
export const accountRecord = ({ id, handle }: Account) => ({ id, handle: handle ?? null });

/** `tweetspan/whoami@1`. */
export const whoamiDocument = ({
  account,
  kind,
  app,
  place,
  expiresAt,
  isRenewed,
  scopes,
  hasBearer,
  price,
}: WhoAmI): WhoAmIDocument => ({
  schema: 'tweetspan/whoami@1',
  account: account === undefined ? null : accountRecord(account),
  kind,
  app,
  place,
  expires: expiresAt === undefined ? null : new Date(expiresAt).toISOString(),
  renewed: isRenewed,
  scopes: scopes === undefined ? null : [...scopes],
  bearer: hasBearer,
  queried: price !== undefined,
});
