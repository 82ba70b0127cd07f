// What the commands on the account at X say, in French.
import { money } from '../format.js';
import type { AccountSentences } from './en.js';

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
    scopes: (list) => `autorise ${list}`,
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
      media: 'médias',
      read: 'posts lus',
      count: 'comptages',
      user: 'personnes',
    },
    utc: (day) => `Nous sommes le ${day} ; jours et mois sont en UTC, comme X les compte.`,
    usedUp: 'Il ne reste rien : ce qui coûte de l’argent attend.',
    blocked: 'Un plafond de zéro bloque tout ce qui coûte de l’argent ; publier à la main est gratuit.',
    change: 'Pour changer les plafonds : tweetspan budget --day 2 --month 20',
  },
};
