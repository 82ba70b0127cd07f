// What the commands on the account at X say, and what is said of the connection to X, in French.
import type { KeyFault, Place, XFault } from '#x/auth/fault.js';
import { list, money } from '../format.js';
import type { AccountSentences, FaultSentences } from './en.js';

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
  if (place.kind === 'none') return 'nulle part (HOME n’est pas définie)';
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

export const fr: AccountSentences = {
  login: {
    help: {
      summary: 'se connecter à X',
      description:
        'Se connecter à X dans le navigateur, ou avec les quatre clés de votre propre application. Les identifiants ne sont enregistrés que pour vous.',
      examples: [
        'tweetspan login --client-id ID       # dans le navigateur',
        'tweetspan login --keys               # avec les quatre clés de votre application',
        'tweetspan login --bearer             # ajouter le jeton Bearer, pour keywords count',
      ],
    },
    clientId:
      'se connecter dans le navigateur, avec le Client ID OAuth 2.0 de cette application (par défaut : le dernier)',
    clientSecret: 'demander aussi le secret client, si votre application en a un',
    keys: 'demander plutôt les quatre clés d’une application ; elles n’expirent pas',
    paste: 'coller l’URL à laquelle le navigateur s’arrête, pour un terminal distant',
    port: 'port auquel le navigateur revient',
    keyring: 'enregistrer les identifiants dans le trousseau du système plutôt que dans un fichier',
    bearer:
      'demander aussi le jeton Bearer de votre application, nécessaire pour compter des posts ; seul : l’ajouter aux identifiants enregistrés',
    portInvalid: 'donnez un nombre entier de 1 à 65535',
    done: (who, place) => `Connecté en tant que ${who} ; enregistré dans ${place}`,
    cost: (price) => `X a été interrogé une fois sur l’identité du compte : ${money(price, 'fr')}`,
    bearerStored: (place) => `Le jeton Bearer de votre application est enregistré dans ${place}`,
    environmentFirst: (place) =>
      `les clés dans ${place} passent avant toutes les autres : supprimez-les, puis connectez-vous`,
    bearerAlone: 'vous n’êtes pas connecté à X : utilisez --keys ou --client-id ID avec --bearer',
  },
  logout: {
    help: {
      summary: 'supprimer votre connexion à X',
      description: 'Supprimer de cette machine les identifiants pour X.',
      examples: ['tweetspan logout'],
    },
    done: (place) =>
      `Déconnecté ; supprimé de ${place}\nVotre application garde son accès chez X : révoquez-le sur https://x.com/settings/connected_apps`,
    notSignedIn: 'Vous n’étiez pas connecté',
  },
  whoami: {
    help: {
      summary: 'afficher qui est connecté à X',
      description: 'Afficher quel compte X est connecté, comment, et où les identifiants sont enregistrés.',
      examples: ['tweetspan whoami', 'tweetspan whoami --online      # vérifier aussi auprès de X, pour 0,01 $US'],
    },
    online: (price) => `demander à X s’il accepte encore la connexion, pour ${money(price, 'fr')}`,
    unknown: 'un compte dont le nom n’est pas encore connu (utilisez --online)',
    id: (id) => `compte ${id}`,
    oauth1: (app) => `avec les quatre clés de l’application ${app}, qui n’expirent pas`,
    oauth2: (app) => `dans le navigateur, pour l’application ${app}`,
    expires: (at) => `expire le ${at}`,
    expired: (at) => `a expiré le ${at}`,
    renewed: 'renouvelé automatiquement',
    notRenewed: 'non renouvelé : offline.access n’a pas été accordé',
    scopes: (names) => `autorise ${names}`,
    bearer: 'avec le jeton Bearer de votre application : keywords count fonctionne',
    noBearer: 'sans le jeton Bearer de votre application, nécessaire à keywords count : tweetspan login --bearer',
    place: (place) => `enregistré dans ${place}`,
    queried: (price) => `X vient d’être interrogé : ${money(price, 'fr')}`,
  },
  budget: {
    help: {
      summary: 'afficher ce que vous avez payé à X, et fixer des plafonds',
      description:
        'Afficher ce que vous avez payé à X aujourd’hui et ce mois-ci (UTC), par nature, et fixer des plafonds qui ne sont jamais dépassés.',
      examples: ['tweetspan budget', 'tweetspan budget --day 2 --month 20'],
    },
    day: 'plafond par jour en dollars US ; 0 bloque tout ce qui coûte de l’argent',
    month: 'plafond par mois en dollars US ; 0 bloque tout ce qui coûte de l’argent',
    dollarsInvalid: (max) => `donnez des dollars US, par exemple 2 ou 0.50, de 0 à ${max}`,
    dollars: 'dollars US',
    today: 'aujourd’hui',
    thisMonth: 'ce mois-ci',
    spent: 'dépensé',
    cap: 'plafond',
    left: 'reste',
    kinds: {
      post: 'posts',
      repost: 'reposts',
      delete: 'suppressions',
      media: 'médias',
      read: 'posts lus',
      count: 'comptages',
      user: 'personnes',
    },
    utc: (day) => `Nous sommes le ${day} ; jours et mois sont en UTC, comme X les compte.`,
    usedUp: 'Il ne reste rien : ce qui coûte de l’argent attend.',
    blocked: 'Un plafond de zéro bloque tout ce qui coûte de l’argent ; publier à la main est gratuit.',
    readPrices:
      'Lire un de vos posts coûte 0,005 $US par jour, ou 0,001 $US si l’application X est à vous : indiquez alors x.ownApp: true dans votre propre configuration.',
    change: 'Pour changer les plafonds : tweetspan budget --day 2 --month 20',
  },
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
      `Une fois l’accès accordé, le navigateur s’arrête sur ${url}?…, peut-être avec une erreur de connexion.\nVous avez alors 30 secondes pour coller ici cette URL entière : `,
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
