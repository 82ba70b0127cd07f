// What is wrong with a file or with the database, in French.
import type { RefusalData } from '#history/refusal.js';
import type { StoreProblemData } from '#store/errors.js';
import { count, listed, plural } from '../format.js';
import type { ProblemSentences, StoreSentences } from './en.js';

const figure = (value: number): string => count(value, 'fr');
const posts = (many: number): string => plural(many, 'post', 'posts', 'fr');
const quoted = (names: readonly string[]): string => listed(names.map((name) => `« ${name} »`));

const engineAdvice =
  'utilisez Node 22.16 ou plus récent, qui contient SQLite, ou installez Python, make et un compilateur C++, ' +
  'puis réinstallez tweetspan (dans un dépôt cloné : npm ci)';

const files: { readonly [Code in keyof RefusalData]: (data: RefusalData[Code]) => string } = {
  missing: ({ path }) => `lecture impossible de ${path} : vérifiez le chemin et les droits`,
  empty: () => 'ce fichier est vide : exportez-le de nouveau',
  'no-posts': ({ name }) =>
    `${name} ne contient aucun export : indiquez une archive de X (zip ou dossier) ou un CSV de posts`,
  'not-text': () =>
    'ce n’est ni du texte, ni un zip, ni un dossier : les exports de X sont des zips, des scripts ou des tableaux CSV',
  encoding: () => 'ce fichier n’est pas en UTF-8 : enregistrez-le de nouveau en « CSV UTF-8 »',
  'script-encoding': ({ name }) => `${name} n’est pas en UTF-8 : il a été modifié, téléchargez l’archive de nouveau`,
  'no-header': () => 'ce tableau n’a pas de ligne d’en-têtes : exportez-le de nouveau, ou ajoutez celle de l’export',
  'zip-in-zip': ({ name }) =>
    `${name} est un zip dans un zip et n’est pas lu : décompressez-le et importez-le séparément`,
  'web-page': () =>
    'c’est une page web enregistrée sous le nom d’un tableau : utilisez le bouton de téléchargement de la page',
  'unknown-json': () =>
    'ce JSON n’est pas un fil de X et ses lignes n’ont ni id ni text : voyez tweetspan import --help',
  'unknown-columns': ({ columns }) =>
    `aucune colonne ne contient un identifiant de post et un compteur (inconnues : ${quoted(columns)}) : nommez-les comme dans l’export de X, ou id, text, at, likes…`,
  'no-terms': () =>
    'aucune ligne n’a de terme et de chiffre : utilisez un export de Search Console, Trends ou Keyword Planner, ou des lignes terme,chiffre',
  'other-code': () => 'ce script ne fait pas partie d’une archive de X : il n’est ni lu ni exécuté',
  'trailing-code': () => 'il y a un autre code après la liste des posts : ce fichier n’est ni lu ni exécuté',
  'daily-totals': () => 'ce sont des totaux par jour, sans posts : exportez « par tweet » et non « par jour »',
  overview: () => 'c’est la vue d’ensemble du compte, en totaux par jour et sans posts : exportez « Contenu »',
  video: () => 'c’est le rapport des vidéos, sans posts : exportez « Contenu »',
  followers: () => 'c’est un tableau d’abonnés, sans posts : exportez « Contenu »',
  private: ({ part }) =>
    `cette partie d’archive (${part}) ne contient pas de posts et n’est pas lue : indiquez l’archive entière, zip ou dossier`,
  'several-accounts': ({ accounts }) =>
    `ce fichier mêle des posts de ${accounts.join(' et de ')} : séparez-les, un compte par fichier`,
  'newer-export': ({ schema, known }) =>
    `ce fichier est en ${schema}, ce programme lit ${known} : mettez tweetspan à jour`,
  'zip-damaged': () =>
    'ce zip est tronqué ou abîmé : téléchargez-le de nouveau, ou décompressez-le et indiquez le dossier',
  'zip-locked': () => 'ce zip a un mot de passe : décompressez-le et indiquez le dossier',
  'zip-unsafe': () => 'ce zip contient des chemins qui sortent de l’archive : X n’en produit pas, il n’est pas lu',
  'zip-too-many-files': ({ files: many }) =>
    `ce zip contient ${figure(many)} fichiers : X n’en produit pas de tels, il n’est pas lu`,
  'zip-entry-too-large': ({ name, bytes }) =>
    `${name} occuperait ${figure(bytes)} octets une fois décompressé : X n’en produit pas de tels, il n’est pas lu`,
  'folder-too-many-files': ({ most }) =>
    `ce dossier contient plus de ${figure(most)} fichiers : indiquez celui de l’export`,
  'file-too-large': ({ name, megabytes }) => `${name} dépasse ${figure(megabytes)} Mo : il n’est pas lu`,
  'too-many-rows': ({ most }) => `ce fichier a plus de ${figure(most)} lignes : indiquez une liste de mots-clés`,
  'manifest-damaged': () => 'data/manifest.js n’est pas la liste d’une archive : téléchargez l’archive de nouveau',
  'manifest-unsafe': ({ name }) => `data/manifest.js cite « ${name} », en dehors de l’archive : elle n’est pas lue`,
  'json-damaged': () => 'ce JSON est tronqué ou abîmé : enregistrez de nouveau la réponse de X',
  'line-damaged': ({ line }) =>
    `la ligne ${line} n’est pas un objet JSON : le fichier a été coupé ou modifié, exportez-le de nouveau`,
  'row-damaged': ({ row }) =>
    `la ligne ${row} contient une liste abîmée : le tableau a été modifié, exportez-le de nouveau`,
  'row-too-long': ({ row, cells }) => `la ligne ${row} a ${figure(cells)} cellules : ce n’est pas un export`,
  'cut-in-text': () => 'ce fichier s’arrête au milieu d’un texte : il a été coupé, exportez-le de nouveau',
  'entry-damaged': ({ entry }) =>
    `le post ${entry} n’est pas du JSON valide : le fichier a été coupé ou modifié, téléchargez-le de nouveau`,
  'entry-too-large': ({ entry }) => `le post ${entry} dépasse la taille de tout post : ce fichier n’est pas lu`,
  'list-broken': ({ entries }) => `la liste s’interrompt après ${posts(entries)} : téléchargez le fichier de nouveau`,
  'list-cut': ({ entries }) => `ce fichier est tronqué après ${posts(entries)} : téléchargez-le de nouveau`,
};

const database: { readonly [Code in keyof StoreProblemData]: (data: StoreProblemData[Code]) => string } = {
  'no-native-part': ({ nodeVersion }) =>
    `aucun moteur de base de données ne fonctionne avec Node ${nodeVersion} : ${engineAdvice}`,
  newer: ({ file, version, known }) =>
    `${file} est en version ${version}, ce programme lit jusqu’à la ${known} : mettez tweetspan à jour, ou indiquez un autre fichier avec --db`,
  older: ({ file, version, known }) =>
    `${file} est en version ${version}, ce programme a besoin de la ${known} et ne peut pas l’écrire : donnez-vous le droit d’écriture`,
  'not-ours': ({ file }) => `${file} est la base d’un autre programme : indiquez un autre fichier avec --db`,
  locked: ({ file }) => `un autre programme écrit dans ${file} : attendez qu’il ait fini, puis réessayez`,
  'read-only': ({ file }) =>
    `écriture impossible dans ${file} : donnez-vous le droit d’écriture sur ce fichier et son dossier, ou indiquez-en un autre avec --db`,
  full: ({ file }) => `plus de place pour ${file} : libérez de l’espace, puis réessayez ; rien n’a été modifié`,
  corrupt: ({ file }) =>
    `${file} est abîmé ou n’est pas une base de données : restaurez une sauvegarde, ou écartez-le et importez de nouveau`,
  unreachable: ({ file }) => `ouverture impossible de ${file} : vérifiez que son dossier existe, sur un disque local`,
  'no-folder': ({ file }) => `le dossier de ${file} n’existe pas : créez-le d’abord`,
  'no-history': ({ file }) => `pas encore d’historique (${file}) : lancez d’abord tweetspan import <archive ou export>`,
  'folder-not-made': ({ folder, code }) =>
    `création impossible de ${folder} (${code}) : indiquez un fichier dans un autre dossier avec --db`,
  'wrong-lock-wait': ({ value }) =>
    `TWEETSPAN_LOCK_WAIT vaut « ${value} » : indiquez des millisecondes entières, de 0 à 3600000`,
  'file-exists': ({ file }) => `${file} existe déjà : indiquez un nouveau fichier, une sauvegarde n’écrase rien`,
  'other-account': ({ file, received, present }) =>
    `cet export est celui de ${listed(received)}, mais ${file} contient ${listed(present)} : indiquez un autre fichier avec --db, ` +
    'ou utilisez --also-known-as si le compte a changé de nom',
  'post-taken': ({ postId }) => `le post ${postId} est déjà celui d’un autre élément : indiquez-en un autre`,
  'slot-taken': ({ link, requestedTime, zone }) =>
    `${link} a déjà un post le ${requestedTime.replace('T', ' à ')} (${zone}) : choisissez une autre heure`,
};

export const fr: StoreSentences = {
  engineAdvice,
  noEngine: (nodeVersion) =>
    `aucun moteur de base de données ne fonctionne avec Node ${nodeVersion} ; la vérification des brouillons fonctionne, pas l’historique ni la file : ${engineAdvice}`,
  problems: { ...files, ...database } as ProblemSentences,
  notWritten: (file, code) =>
    `écriture impossible de ${file} (${code}) : indiquez un fichier dans un dossier où vous pouvez écrire`,
};
