// What the command `import` says, in French.
import type { SkipReason } from '#history/collector.js';
import type { Format } from '#history/formats/reader.js';
import { count, date, list, plural } from '../format.js';
import type { Counted, ImportSentences, RemarkSentences } from './en.js';

const counted =
  (one: string, other: string): Counted =>
  (many) =>
    plural(many, one, other, 'fr');
const day = (instant: number): string => date(new Date(instant).toISOString(), 'fr');
const posts = counted('post', 'posts');

const formats: Readonly<Record<Format, string>> = {
  archive: 'archive de X',
  'archive-part': 'partie d’une archive de X',
  grailbird: 'ancienne archive',
  'grailbird-csv': 'tableau d’une ancienne archive',
  analytics: 'statistiques',
  'analytics-old': 'anciennes statistiques',
  api: 'fil de l’API',
  table: 'tableau de posts',
  history: 'historique de tweetspan',
};

const skipped: Readonly<Record<SkipReason, Counted>> = {
  ghost: counted('ligne sans post', 'lignes sans post'),
  'damaged-id': counted('ligne à l’identifiant abîmé', 'lignes à l’identifiant abîmé'),
  'before-post': counted('relevé antérieur à son post', 'relevés antérieurs à leur post'),
  'short-row': counted('ligne tronquée (trop peu de cellules)', 'lignes tronquées (trop peu de cellules)'),
  'not-a-post': counted('ligne qui n’est pas un post', 'lignes qui ne sont pas des posts'),
  'note-without-post': counted('texte long sans son post', 'textes longs sans leur post'),
};

const remarks: RemarkSentences = {
  'observed-unknown': () => 'date du relevé des compteurs inconnue : ajoutez --observed-at 2026-01-31',
  'observed-bounded': ({ from }) =>
    `d’après son nom, ses compteurs ont été relevés le ${day(from)} ou plus tard : ajoutez --observed-at pour le préciser`,
  'observed-on': ({ day: last }) => `d’après son nom, ses compteurs ont été relevés le ${day(last)} au plus tard`,
  'count-mismatch': ({ part, declaredCount, read }) =>
    `${part} contient ${posts(read)}, son archive en annonce ${count(declaredCount, 'fr')}`,
  'part-missing': ({ part }) => `${part} manque : l’archive est incomplète`,
  'partial-archive': () => 'X déclare cette archive partielle : les posts qui y manquent sont conservés',
  'no-manifest': () => 'data/manifest.js manque : l’archive est traitée comme incomplète',
  'columns-by-order': () => 'ses en-têtes sont dans une langue inconnue : les colonnes ont été lues dans leur ordre',
  'no-header': () => 'il n’a pas de ligne d’en-têtes : les colonnes ont été lues dans leur ordre',
  'counters-unreadable': ({ cells }) =>
    `${plural(cells, 'compteur illisible', 'compteurs illisibles', 'fr')} : pas un nombre, ou négatif`,
  'columns-unknown': ({ columns }) => `colonnes non lues : ${list(columns, 'fr')}`,
  'no-posts': () => 'il ne contient aucun post',
};

export const fr: ImportSentences = {
  help: {
    summary: 'lire vos posts dans des exports de X',
    description:
      'Lit des archives, des exports de statistiques et des tableaux de posts dans votre historique. Importer de nouveau le même fichier ne change rien.',
    examples: [
      'tweetspan import twitter-2026-01-31.zip       # une archive de X',
      'tweetspan import account_analytics_*.csv      # des exports de statistiques',
      'tweetspan import posts.csv --observed-at 2026-01-31',
    ],
    after: `Fichiers lus : une archive de X (zip ou dossier ; une partie comme
data/tweets.js suffit), une archive de 2012 à 2019, les exports de statistiques
« par tweet » et « Contenu », des fils de l’API, ce qu’écrit tweetspan export, et
des tableaux ou lignes JSON avec id et text. Autres colonnes : at
(2026-01-31T18:00Z), kind, language, links, likes, reposts, replies, quotes,
impressions…, observedAt.`,
  },
  paths: 'archives (zip ou dossier), CSV, JSON ou lignes JSON',
  observedAt: 'date du relevé des compteurs, pour les fichiers qui ne l’indiquent pas',
  alsoKnownAs: 'autre nom du compte, s’il en a changé (répétable)',
  inFuture: '--observed-at est dans le futur : indiquez le jour du relevé des compteurs',
  interrupted: (imported) =>
    imported === 0
      ? 'interrompu : rien n’a été importé'
      : `interrompu : ${plural(imported, 'fichier importé', 'fichiers importés', 'fr')}, rien du suivant`,
  formats,
  posts,
  read: (many) => plural(many, 'post lu', 'posts lus', 'fr'),
  added: counted('nouveau', 'nouveaux'),
  updated: (many) => `${count(many, 'fr')} mis à jour`,
  observations: counted('relevé', 'relevés'),
  nothingNew: 'rien de nouveau',
  including: (parts) => `dont ${parts}`,
  skippedRows: (parts) => `non lu : ${parts}`,
  originals: counted('original', 'originaux'),
  threads: counted('dans un fil', 'dans des fils'),
  replies: counted('réponse', 'réponses'),
  reposts: counted('repost', 'reposts'),
  quotes: counted('citation', 'citations'),
  edited: counted('version d’un post modifié', 'versions de posts modifiés'),
  hourUnknown: counted('sans son heure', 'sans leur heure'),
  gone: counted('disparu de X', 'disparus de X'),
  skipped,
  remarks,
  refused: 'non importé',
  stopped: 'les fichiers suivants n’ont pas été essayés',
  history: 'Votre historique',
  empty: 'pas encore de posts',
  period: (first, last) => `du ${day(first)} au ${day(last)}`,
  shares: {
    hour: 'heure connue',
    counters: 'avec compteurs',
    impressions: 'avec impressions',
    link: 'avec un lien',
    twice: 'relevés deux fois',
  },
  ofOriginals: (part, whole) => `${count(part, 'fr')} sur ${plural(whole, 'original', 'originaux', 'fr')}`,
  capabilities: 'Ce qu’il permet',
  capabilityNames: { hours: 'meilleures heures', decay: 'durée de vie', links: 'liens' },
  hoursFrom: {
    impressions: (many) => `oui, d’après les impressions (${posts(many)})`,
    reactions: (many) => `oui, d’après les j’aime et les reposts (${posts(many)})`,
  },
  hoursTooFew: (many, needed) => `pas assez de données : ${posts(many)} (il en faut ${count(needed, 'fr')})`,
  hoursMissing: {
    posts: 'non : importez des posts de votre compte',
    hours: 'non : l’heure des posts manque ; importez une archive de X',
    counters: 'non : les compteurs manquent ; importez une archive de X ou un export de statistiques',
  },
  decayFor: (many) => `oui, pour ${posts(many)}`,
  noDecay:
    'pas encore : importez un autre export plus tard, il faut un relevé dans les 7 premiers jours d’un post et un autre après',
  linksIn: (many) => `${posts(many)} avec un lien`,
  noLinks: 'aucun post n’a de lien',
};
