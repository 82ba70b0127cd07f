// Who is signed in to X, and what that allows.
import { dollars } from '#locale/dollars.js';
import { reasonText } from '#report/reason-text.js';
import { listed } from '#locale/format.js';
import { check, inBoth, formatMinute, type HealthCheck, type LocalizedText } from './check.js';
import type { CredentialFacts, HealthFacts, HistoryFacts, OnlineFacts } from './facts.js';

type SignedIn = Extract<CredentialFacts, { kind: 'oauth1' | 'oauth2' }>;

const LOGIN: LocalizedText = { en: 'tweetspan login signs in.', fr: 'tweetspan login connecte.' };
const LOGIN_AGAIN: LocalizedText = { en: 'Sign in again: tweetspan login.', fr: 'Reconnectez-vous : tweetspan login.' };

/** The sign-in: whether there is one, what it allows, whose it is, and what X says of it when it was asked. */
export function credentialChecks({ credentials, history, queue, now, price }: HealthFacts): readonly HealthCheck[] {
  if (credentials.kind === 'none') return [noneCheck(queue?.byApi ?? 0)];
  if (credentials.kind === 'fault') return [faultCheck(credentials)];
  return [
    keptCheck(credentials, now),
    scopesCheck(credentials),
    ...sameAccountChecks(credentials, history?.account),
    ...(credentials.online === undefined ? [] : [onlineCheck(credentials.online, price)]),
  ];
}

function noneCheck(byApi: number): HealthCheck {
  if (byApi === 0) {
    return check(
      'credentials',
      'note',
      {
        en: 'Nobody is signed in to X: posts go out by hand, from reminders.',
        fr: 'Personne n’est connecté à X : les posts se font à la main, sur rappel.',
      },
      LOGIN,
    );
  }
  return check(
    'credentials',
    'problem',
    {
      en: `Nobody is signed in to X, and posts are planned that tweetspan is to send (${byApi}).`,
      fr: `Personne n’est connecté à X, et des posts prévus sont à envoyer par tweetspan (${byApi}).`,
    },
    LOGIN,
  );
}

function faultCheck({ where, mode, detail }: Extract<CredentialFacts, { kind: 'fault' }>): HealthCheck {
  if (mode !== undefined) {
    return check(
      'credentials',
      'problem',
      {
        en: `${where} is open to other users (mode ${mode}), and is not used.`,
        fr: `${where} est ouvert à d’autres utilisateurs (mode ${mode}), et n’est pas utilisé.`,
      },
      {
        en: `Run chmod 600 ${where}; if others may have read it, make new keys.`,
        fr: `Lancez chmod 600 ${where} ; si d’autres ont pu le lire, faites de nouvelles clés.`,
      },
    );
  }
  const text = {
    en: `The credentials cannot be used: ${detail}.`,
    fr: `Les identifiants sont inutilisables (${detail}).`,
  };
  return check('credentials', 'problem', text, {
    en: 'Mend that, or sign in anew: tweetspan login.',
    fr: 'Corrigez cela, ou reconnectez-vous : tweetspan login.',
  });
}

function keptCheck({ kind, where, expiresAt, isRenewed }: SignedIn, now: number): HealthCheck {
  if (kind === 'oauth1' || expiresAt === undefined) {
    return check('credentials', 'ok', {
      en: `Signed in to X by the keys of an app, which do not run out; kept in ${where}.`,
      fr: `Connecté à X par les clés d’une app, qui n’expirent pas ; conservées dans ${where}.`,
    });
  }
  const said = (en: string, fr: string): LocalizedText => ({
    en: `Signed in to X by the browser, ${en}; kept in ${where}.`,
    fr: `Connecté à X par le navigateur, ${fr} ; conservé dans ${where}.`,
  });
  if (isRenewed) return check('credentials', 'ok', said('renewed by itself', 'renouvelé de lui-même'));
  if (expiresAt > now) {
    const text = said(
      `good until ${formatMinute(expiresAt)} and not renewed`,
      `jusqu’au ${formatMinute(expiresAt)} sans renouvellement`,
    );
    return check('credentials', 'warning', text, LOGIN_AGAIN);
  }
  return check(
    'credentials',
    'problem',
    said(
      `which ran out at ${formatMinute(expiresAt)} and is not renewed`,
      `mais expiré le ${formatMinute(expiresAt)} sans renouvellement`,
    ),
    LOGIN_AGAIN,
  );
}

/** What each right is needed for (docs.x.com, OAuth 2.0 scopes). Without the first nothing is posted. */
const NEEDED: Readonly<Record<string, LocalizedText>> = {
  'tweet.write': { en: 'to post', fr: 'pour poster' },
  'media.write': { en: 'to add pictures', fr: 'pour joindre des images' },
  'offline.access': { en: 'to stay signed in', fr: 'pour rester connecté' },
  'tweet.read': { en: 'to read what was posted', fr: 'pour lire ce qui est posté' },
  'users.read': { en: 'to know the account', fr: 'pour connaître le compte' },
};

function scopesCheck({ scopes }: SignedIn): HealthCheck {
  if (scopes === undefined) {
    return check('scopes', 'note', {
      en: 'What the keys allow is unknown here: X’s Developer Console shows it, and posting needs Read and write.',
      fr: 'Ce que les clés permettent est inconnu ici : la Developer Console de X le montre, et poster demande Read and write.',
    });
  }
  const missing = Object.keys(NEEDED).filter((scope) => !scopes.includes(scope));
  if (missing.length === 0) {
    return check('scopes', 'ok', {
      en: 'The sign-in allows to post, to add pictures and to stay signed in.',
      fr: 'La connexion permet de poster, de joindre des images et de rester connecté.',
    });
  }
  const text = inBoth((locale) => {
    const named = listed(missing.map((scope) => `${scope} (${NEEDED[scope]?.[locale] ?? ''})`));
    return locale === 'fr' ? `La connexion ne permet pas ${named}.` : `The sign-in does not allow ${named}.`;
  });
  return check('scopes', missing.includes('tweet.write') ? 'problem' : 'warning', text, {
    en: 'Sign in again and grant all that is asked for: tweetspan login.',
    fr: 'Reconnectez-vous en accordant tout ce qui est demandé : tweetspan login.',
  });
}

function sameAccountChecks({ account }: SignedIn, held: HistoryFacts['account']): readonly HealthCheck[] {
  if (held === undefined) return [];
  if (account === undefined) {
    return [
      check('same-account', 'note', {
        en: 'Whether the keys are of the history’s account is unknown: --online asks X.',
        fr: 'On ignore si les clés sont du compte de l’historique : --online le demande à X.',
      }),
    ];
  }
  const handles = held.handles.map((handle) => handle.toLowerCase());
  const isComparable = held.id !== undefined || (account.handle !== undefined && handles.length > 0);
  if (!isComparable) return [];
  // Ids decide where both tell one: handles change.
  const isSame = held.id === undefined ? handles.includes(account.handle?.toLowerCase() ?? '') : held.id === account.id;
  const self = account.handle === undefined ? account.id : `@${account.handle}`;
  const other = held.handles[0] === undefined ? (held.id ?? '') : `@${held.handles[0]}`;
  if (isSame) {
    const text = {
      en: `The account that is signed in (${self}) is the history’s.`,
      fr: `Le compte connecté (${self}) est celui de l’historique.`,
    };
    return [check('same-account', 'ok', text)];
  }
  return [
    check(
      'same-account',
      'problem',
      {
        en: `${self} is signed in, and the history is of ${other}.`,
        fr: `${self} est connecté, et l’historique est celui de ${other}.`,
      },
      {
        en: `Sign in as ${other} (tweetspan login), or name another history with --db.`,
        fr: `Connectez-vous comme ${other} (tweetspan login), ou nommez un autre historique par --db.`,
      },
    ),
  ];
}

function onlineCheck(online: OnlineFacts, price: number): HealthCheck {
  if (online.kind === 'done') {
    const text = {
      en: `X takes the sign-in, as @${online.handle}; asking cost ${dollars(price)}.`,
      fr: `X accepte la connexion, pour @${online.handle} ; la question a coûté ${dollars(price)}.`,
    };
    return check('online', 'ok', text);
  }
  if (online.kind === 'capped') {
    const text = {
      en: `X was not asked: the budget does not allow ${dollars(price)}.`,
      fr: `X n’a pas été interrogé : le budget ne permet pas ${dollars(price)}.`,
    };
    return check('online', 'warning', text, {
      en: 'Wait for the next day or month, or raise it with tweetspan budget.',
      fr: 'Attendez le jour ou le mois suivant, ou augmentez-le par tweetspan budget.',
    });
  }
  if (online.kind === 'later') {
    const text = {
      en: `X cannot be asked now (${online.detail}).`,
      fr: `X ne peut être interrogé (${online.detail}).`,
    };
    return check('online', 'warning', text, {
      en: 'Check the connection, and try again later.',
      fr: 'Vérifiez la connexion, et réessayez plus tard.',
    });
  }
  const { code, detail } = online;
  if (code === undefined) {
    const text = { en: `X does not take the sign-in: ${detail}.`, fr: `X n’accepte pas la connexion (${detail}).` };
    return check('online', 'problem', text, LOGIN_AGAIN);
  }
  const text = inBoth((locale) => {
    const reason = reasonText({ code, detail }, locale, true);
    return locale === 'fr' ? `X a répondu : ${reason}.` : `X answered: ${reason}.`;
  });
  return check('online', 'problem', text);
}
