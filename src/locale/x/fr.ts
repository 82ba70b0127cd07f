// What is said about the connection to X, in French.
import type { KeyFault, Place, XFault } from '#x/auth/fault.js';
import { list, money } from '../format.js';
import type { FaultSentences, XSentences } from './en.js';

function keyFault(fault: KeyFault): string {
  switch (fault.code) {
    case 'no-text':
      return `doit être un texte (reçu : ${fault.received})`;
    case 'empty':
      return 'est vide';
    case 'too-long':
      return `compte ${fault.length} caractères ; aucune clé de X n’en a plus de ${fault.max}`;
    case 'foreign-character':
      return 'contient une espace ou un autre caractère qu’aucune clé de X n’a : copiez-la de nouveau';
  }
}

const KEYRINGS: Readonly<Record<string, string>> = {
  darwin: 'le trousseau d’accès',
  win32: 'le Gestionnaire d’identification de Windows',
};

function placeName(place: Place): string {
  if (place.kind === 'file') return place.path;
  return place.kind === 'keyring'
    ? (KEYRINGS[place.platform] ?? 'le trousseau (Secret Service)')
    : 'les variables d’environnement (TWEETSPAN_APP_KEY et les autres)';
}

const nested = (fault: XFault): string => (faults[fault.code] as (fault: XFault) => string)(fault);

const OTHER_PORT =
  'choisissez-en un autre avec --port N et ajoutez http://127.0.0.1:N/callback aux réglages de votre application, ou utilisez --paste';
const LOGIN = 'lancez tweetspan login';

const DAMAGED_PARTS = {
  json: 'n’est pas un objet JSON',
  kind: 'est d’un type inconnu (connus : oauth1, oauth2)',
  account: 'est endommagé : account doit avoir un id en chiffres',
  expiresAt: 'est endommagé : expiresAt doit être un nombre entier de millisecondes',
  scopes: 'est endommagé : scopes doit être une liste de textes',
} as const;

const faults: FaultSentences = {
  'file-unreadable': ({ path, cause }) => `impossible de lire ${path} (${cause})`,
  'file-unwritable': ({ path, cause }) => `impossible d’écrire ${path} (${cause}) ; rien n’a été modifié`,
  'file-kept': ({ path, cause }) => `impossible de supprimer ${path} (${cause})`,
  'file-of-other-user': ({ path, owner, user }) =>
    `${path} appartient à l’utilisateur ${owner}, et vous êtes l’utilisateur ${user} : supprimez-le, puis ${LOGIN}`,
  'file-open-to-others': ({ path, mode }) =>
    `d’autres utilisateurs peuvent lire ${path} (mode ${mode}) : lancez chmod 600 ${path} ; s’ils ont pu le lire, créez de nouvelles clés`,
  'lock-unwritable': ({ path, cause }) =>
    `impossible de créer ${path} (${cause}) : la connexion ne peut pas être renouvelée sans risque`,
  damaged: ({ place, part }) => `${placeName(place)} ${DAMAGED_PARTS[part]} ; ${LOGIN} pour le recréer`,
  'damaged-key': ({ place, key, fault }) =>
    `${placeName(place)} est endommagé : ${key} ${keyFault(fault)} ; ${LOGIN} pour le recréer`,
  'keyring-missing': ({ place }) =>
    `${placeName(place)} demande le paquet @napi-rs/keyring, qui n’est pas installé : connectez-vous sans --keyring`,
  'keyring-empty': ({ place }) => `${placeName(place)} ne contient pas d’identifiants : ${LOGIN}`,
  'keyring-forgot': ({ place }) =>
    `${placeName(place)} n’a pas conservé ce qui y a été écrit : connectez-vous sans --keyring`,
  'keyring-refuses': ({ place, reply }) =>
    `${placeName(place)} signale une erreur (${reply}) : connectez-vous sans --keyring`,
  'environment-fixed': () =>
    'les clés viennent des variables d’environnement (TWEETSPAN_APP_KEY et les autres) : supprimez-les, puis connectez-vous',
  'environment-incomplete': ({ missing }) =>
    `seule une partie des quatre clés est dans l’environnement : définissez aussi ${list(missing, 'fr')}`,
  'environment-key': ({ name, fault }) => `${name} ${keyFault(fault)}`,

  'not-signed-in': () => `vous n’êtes pas connecté à X : ${LOGIN}`,
  'sign-in-expired': () => `votre connexion à X a expiré et ne peut pas être renouvelée sans offline.access : ${LOGIN}`,
  'sign-in-revoked': ({ reply }) => `X n’accepte plus votre connexion (${reply}) : ${LOGIN}`,
  'renewal-failed': ({ reply }) =>
    `impossible de renouveler votre connexion à X (${reply}) : réessayez, et ${LOGIN} si cela persiste`,
  'renewal-lost': ({ because }) =>
    `X a renouvelé votre connexion, mais elle n’a pas pu être enregistrée (${nested(because)}) : ${LOGIN}`,
  'renewal-blocked': ({ because }) => `votre connexion à X ne peut pas être renouvelée : ${nested(because)}`,
  'renewal-busy': ({ pid }) =>
    `${pid === undefined ? 'un autre processus' : `le processus ${pid}`} renouvelle la connexion à X : réessayez dans une minute`,

  'no-code-pasted': () =>
    'aucun code dans le texte collé : collez l’URL entière à laquelle le navigateur s’est arrêté, avec ?state=…&code=…',
  'other-sign-in': () =>
    `la réponse du navigateur vient d’une autre connexion (son état diffère) : ${LOGIN} de nouveau`,
  'access-denied': () => 'accès refusé dans le navigateur ; rien n’a été modifié',
  'no-code': () => `la réponse du navigateur ne contient pas de code : ${LOGIN} de nouveau`,
  interrupted: () => 'interrompu ; rien n’a été modifié',
  'browser-error': ({ reply }) => `X a refusé la connexion${reply === '' ? '' : ` (${reply})`} : ${LOGIN} de nouveau`,
  'browser-late': ({ minutes }) =>
    `le navigateur n’est pas revenu en ${minutes} min : réessayez, ou utilisez --paste depuis un terminal distant`,
  'port-taken': ({ port }) => `le port ${port} est utilisé par un autre programme : ${OTHER_PORT}`,
  'port-closed': ({ port, cause }) => `impossible d’ouvrir le port ${port} (${cause}) : ${OTHER_PORT}`,
  'code-refused': ({ reply }) =>
    `X n’a pas accepté le code (${reply}) : un code sert une fois et pendant 30 secondes ; vérifiez que le Client ID est celui des réglages OAuth 2.0 de votre application`,
  'no-token': ({ reply }) =>
    `X n’a pas envoyé de jeton (${reply}) : vérifiez que votre réseau n’a pas sa propre page de connexion, puis réessayez`,
};

export const fr: XSentences = {
  place: placeName,
  keyFault,
  faults,
  wrongOrigin: (value) =>
    `TWEETSPAN_X_URL vaut « ${value} » : seule cette machine peut remplacer X, par exemple http://127.0.0.1:8080`,
  wrongDeadline: (value) =>
    `TWEETSPAN_X_DEADLINE vaut « ${value} » : donnez un nombre entier de millisecondes, de 1 à 3600000`,
  noHome: 'pas de HOME où enregistrer les identifiants : définissez HOME ou XDG_CONFIG_HOME',
  bearerMissing:
    'compter des posts demande le jeton Bearer de votre application : lancez tweetspan login --bearer, ou définissez TWEETSPAN_BEARER',
  accountLater: (detail) => `X ne peut pas dire à qui est ce compte (${detail}) : réessayez plus tard`,
  accountRefused: (detail) => `X ne dit pas à qui est ce compte : ${detail}`,
  otherAccount: (file, owner, self) =>
    `${file} est l’historique de ${owner}, et vous êtes ${self} : connectez-vous en tant que ${owner}, ou utilisez un autre historique avec --db ; rien n’a été modifié`,
  accountById: (id) => `compte ${id}`,
  notEnoughBudget: (price, left) =>
    `cela coûte ${money(price, 'fr')}, et il reste ${money(left, 'fr')} de votre budget : voyez tweetspan budget`,
  signIn: {
    open: (link) => `Ouvrez cette URL dans un navigateur et accordez l’accès :\n\n${link}\n\n`,
    waiting: (url) =>
      `Votre application doit avoir ${url} parmi ses URL de retour.\nEn attente du navigateur ; Ctrl-C pour annuler.\n`,
    paste: (url) =>
      `Le navigateur s’arrêtera sur ${url}?…, peut-être avec une erreur de connexion.\nCollez ici cette URL entière dans les 30 secondes : `,
    done: 'Le navigateur a terminé : la suite est dans le terminal. Vous pouvez fermer cette page.',
    failed: 'Cela n’a pas fonctionné : le terminal dit pourquoi. Vous pouvez fermer cette page.',
    keys: {
      appKey: 'Clé d’API',
      appSecret: 'Secret de la clé d’API',
      accessToken: 'Jeton d’accès',
      accessSecret: 'Secret du jeton d’accès',
    },
    bearer: 'Jeton Bearer de votre application',
    clientSecret: 'Secret client de votre application',
    keyWrong: (name, fault) => `${name} ${keyFault(fault)}`,
    noApp:
      'aucune application à laquelle se connecter : lancez tweetspan login --client-id ID (son Client ID OAuth 2.0), ou tweetspan login --keys',
  },
};
