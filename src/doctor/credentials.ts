// Who is signed in to X, and what that allows.
import { advise, check, SCOPES, toInstant, type HealthCheck } from './check.js';
import type { CredentialFacts, HealthFacts, HistoryFacts, OnlineFacts } from './facts.js';

type SignedIn = Extract<CredentialFacts, { kind: 'oauth1' | 'oauth2' }>;

/** The sign-in: whether there is one, its permissions, whose it is, and what X answered with `--online`. */
export function credentialChecks({ credentials, history, queue, now, price }: HealthFacts): readonly HealthCheck[] {
  if (credentials.kind === 'none') {
    const byApi = queue?.byApi ?? 0;
    return [check('credentials', byApi === 0 ? 'note' : 'problem', 'not-signed-in', { byApi }, advise('sign-in'))];
  }
  if (credentials.kind === 'fault') return [faultCheck(credentials)];
  return [
    storedCheck(credentials, now),
    scopesCheck(credentials),
    ...sameAccountChecks(credentials, history?.account),
    ...(credentials.online === undefined ? [] : [onlineCheck(credentials.online, price)]),
  ];
}

function faultCheck({ exposed, fault }: Extract<CredentialFacts, { kind: 'fault' }>): HealthCheck {
  if (exposed === undefined) {
    return check('credentials', 'problem', 'credentials-unusable', { fault }, advise('repair-credentials'));
  }
  const remedy = { code: 'protect-file', data: { file: exposed.file } } as const;
  return check('credentials', 'problem', 'credentials-exposed', exposed, remedy);
}

function storedCheck({ kind, place, expiresAt, isRenewed }: SignedIn, now: number): HealthCheck {
  if (kind === 'oauth1' || expiresAt === undefined) return check('credentials', 'ok', 'signed-in-by-keys', { place });
  if (isRenewed) return check('credentials', 'ok', 'signed-in-renewed', { place });
  const data = { place, expiresAt: toInstant(expiresAt) };
  return expiresAt > now
    ? check('credentials', 'warning', 'signed-in-until', data, advise('sign-in-again'))
    : check('credentials', 'problem', 'sign-in-expired', data, advise('sign-in-again'));
}

function scopesCheck({ scopes }: SignedIn): HealthCheck {
  if (scopes === undefined) return check('scopes', 'note', 'scopes-unknown', {});
  const missing = SCOPES.filter((scope) => !scopes.includes(scope));
  if (missing.length === 0) return check('scopes', 'ok', 'scopes-complete', {});
  const status = missing.includes('tweet.write') ? 'problem' : 'warning';
  return check('scopes', status, 'scopes-missing', { missing }, advise('grant-scopes'));
}

function sameAccountChecks({ account }: SignedIn, held: HistoryFacts['account']): readonly HealthCheck[] {
  if (held === undefined) return [];
  if (account === undefined) return [check('same-account', 'note', 'account-unknown', {})];
  const handles = held.handles.map((handle) => handle.toLowerCase());
  const isComparable = held.id !== undefined || (account.handle !== undefined && handles.length > 0);
  if (!isComparable) return [];
  // Ids decide where both have one: handles change.
  const isSame = held.id === undefined ? handles.includes(account.handle?.toLowerCase() ?? '') : held.id === account.id;
  const signedIn = account.handle === undefined ? account.id : `@${account.handle}`;
  const owner = held.handles[0] === undefined ? (held.id ?? '') : `@${held.handles[0]}`;
  if (isSame) return [check('same-account', 'ok', 'account-same', { signedIn })];
  const remedy = { code: 'switch-account', data: { owner } } as const;
  return [check('same-account', 'problem', 'account-other', { signedIn, owner }, remedy)];
}

function onlineCheck(online: OnlineFacts, price: number): HealthCheck {
  if (online.kind === 'done') return check('online', 'ok', 'online-accepted', { handle: online.handle, price });
  if (online.kind === 'capped') {
    return check('online', 'warning', 'online-over-budget', { price }, { code: 'raise-budget', data: {} });
  }
  const { detail } = online;
  if (online.kind === 'later') {
    return check('online', 'warning', 'online-unreachable', { detail }, advise('check-connection'));
  }
  return online.code === undefined
    ? check('online', 'problem', 'online-rejected', { detail }, advise('sign-in-again'))
    : // The reason itself says what to do.
      check('online', 'problem', 'online-stopped', { code: online.code, detail });
}
