// What is said of the history: its commands, what `import` reads, what is wrong with a file or the database, in French.
import type { SkipReason } from '#history/collector.js';
import type { Format } from '#history/formats/reader.js';
import type { PostKind } from '#history/ports.js';
import type { RefusalData } from '#history/refusal.js';
import type { StoreProblemData } from '#store/errors.js';
import { count, date, decimal, list, listed, plural, pluralForm, time } from '../format.js';
import type { Counted, HistorySentences, ProblemSentences, RemarkSentences } from './en.js';

const kinds: Readonly<Record<PostKind, string>> = { original: '', thread: 'fil', reply: 'réponse', repost: 'repost' };

/** What the readers of search volumes call what a figure counts. */
const MEASURES: Readonly<Record<string, string>> = {
  'impressions in Google': 'impressions dans Google',
  'searches a month': 'recherches par mois',
  'posts in 7 days': 'posts en 7 jours',
  figure: 'chiffre',
};

const INDEX = 'interest index among ';

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
  matomo: 'statistiques web (Matomo)',
  plausible: 'statistiques web (Plausible)',
  ga4: 'statistiques web (GA4)',
  visits: 'tableau de visites',
};

const skipped: Readonly<Record<SkipReason, Counted>> = {
  ghost: counted('ligne sans post', 'lignes sans post'),
  'damaged-id': counted('ligne à l’identifiant abîmé', 'lignes à l’identifiant abîmé'),
  'before-post': counted('relevé antérieur à son post', 'relevés antérieurs à leur post'),
  'short-row': counted('ligne tronquée (trop peu de cellules)', 'lignes tronquées (trop peu de cellules)'),
  'not-a-post': counted('ligne qui n’est pas un post', 'lignes qui ne sont pas des posts'),
  'not-a-visit': counted('ligne sans page, date ou visites', 'lignes sans page, date ou visites'),
  'note-without-post': counted('texte long sans son post', 'textes longs sans leur post'),
};

const remarks: RemarkSentences = {
  'observed-unknown': () => 'date du relevé des compteurs inconnue : ajoutez --observed-at 2026-01-31',
  'observed-bounded': ({ from }) =>
    `d’après son nom, ses compteurs ont été relevés le ${day(from)} ou plus tard : ajoutez --observed-at pour le préciser`,
  'observed-on': ({ day: last }) => `d’après son nom, ses compteurs ont été relevés le ${day(last)} au plus tard`,
  'count-mismatch': ({ part, declaredCount, read }) =>
    `${part} contient ${posts(read)}, son archive en annonce ${count(declaredCount, 'fr')}`,
  'part-unlisted': ({ part }) => `${part} n’est pas dans la liste de l’archive : pas lu`,
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

const figure = (value: number): string => count(value, 'fr');

const quoted = (names: readonly string[]): string => listed(names.map((name) => `« ${name} »`));

const engineAdvice =
  'utilisez Node 22.16 ou plus récent, qui contient SQLite, ou installez Python, make et un compilateur C++, ' +
  'puis réinstallez tweetspan (dans un dépôt cloné : npm ci)';

const files: { readonly [Code in keyof RefusalData]: (data: RefusalData[Code]) => string } = {
  missing: ({ path }) => `${path} n’existe pas : vérifiez le chemin`,
  unreadable: ({ path }) => `lecture impossible de ${path} : vérifiez les droits`,
  'not-regular': ({ name }) =>
    `${name} n’est pas un fichier ordinaire : enregistrez son contenu dans un fichier, puis importez celui-ci`,
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
  'queue-copy': () =>
    'ce sont des éléments planifiés, pas des posts publiés : reprenez-les avec tweetspan queue import',
  'json-cut': () => 'ce JSON s’interrompt avant la fin : téléchargez-le ou exportez-le de nouveau',
  'unknown-columns': ({ columns }) =>
    `aucune colonne ne contient un identifiant de post et un compteur (inconnues : ${quoted(columns)}) : nommez-les comme dans l’export de X, ou id, text, at, likes…`,
  'no-site': () =>
    'les pages y sont désignées par leur chemin, sans le site : ajoutez --site blog.example avec le nom de votre site',
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
  'too-many-archives': ({ archives, most }) =>
    `${figure(archives)} archives au même endroit : mettez-en au plus ${figure(most)} dans un dossier, puis importez-le`,
  'too-many-exports': ({ files: many, most }) =>
    `${figure(many)} fichiers qui pourraient être des exports : mettez-en au plus ${figure(most)} dans un dossier, puis importez-le`,
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
  full: ({ file }) => `plus de place pour ${file} : libérez de l’espace, puis réessayez`,
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
  'other-account': ({ file, received, present, decidedBy }) => {
    const differs = `cet export est celui de ${listed(received)}, mais ${file} contient ${listed(present)}`;
    return decidedBy === 'id'
      ? `${differs} : leurs identifiants diffèrent, ce sont donc deux comptes ; indiquez un autre fichier avec --db`
      : `${differs} : indiquez un autre fichier avec --db, ou utilisez --also-known-as si le compte a changé de nom`;
  },
  'post-taken': ({ postId }) => `le post ${postId} est déjà celui d’un autre élément : indiquez-en un autre`,
  'item-changed': ({ id }) => `l’élément ${id} a changé entre-temps ; rien n’a été mis en file : replanifiez`,
  'planned-meanwhile': ({ id, link, planner }) => {
    const who = planner === undefined ? 'une autre commande' : `${planner.name} (${planner.host})`;
    return `${who} vient de planifier ${link} (élément ${id}) ; rien n’a été mis en file de votre côté : voyez tweetspan queue, puis replanifiez`;
  },
  'wrong-server-address': ({ why, name }) =>
    ({
      form: 'l’adresse du serveur est illisible : écrivez postgresql://<utilisateur>@<hôte>/<base>',
      option: `l’adresse du serveur a une option inconnue « ${name} » : sslmode, sslrootcert et host sont permis`,
      tls: 'dans l’adresse du serveur, sslmode vaut disable, require ou verify-full',
      several:
        'l’adresse nomme plusieurs serveurs : nommez-en un seul, par exemple un nom d’hôte qui suit le serveur actif',
    })[why],
  'no-server-client': () =>
    'une file sur un serveur demande le paquet pg, qui n’est pas installé : npm install -g pg (ou à côté de tweetspan : npm install pg)',
  'no-root-certificate': ({ file }) =>
    `lecture impossible de ${file} : indiquez le fichier du certificat dans sslrootcert`,
  'server-unreachable': ({ place }) =>
    `${place} ne répond pas : rien n’a été planifié ni publié d’ici ; vérifiez le réseau et que le serveur tourne, puis réessayez`,
  'server-unknown-host': ({ place }) =>
    `${place} est introuvable : rien n’a été planifié ni publié d’ici ; vérifiez le réseau et le nom d’hôte`,
  'server-no-entry': ({ place }) =>
    `${place} refuse la connexion : vérifiez l’utilisateur et mettez son mot de passe dans ~/.pgpass (ou PGPASSFILE)`,
  'server-no-database': ({ place }) => `${place} n’a pas cette base : créez-la, voir docs/team.md`,
  'server-no-rights': ({ place }) =>
    `${place} ne permet pas cela à cet utilisateur : demandez le rôle worker, voir docs/team.md`,
  'server-no-tls': ({ place }) =>
    `${place} ne propose pas TLS : activez-le là-bas, ou ajoutez ?sslmode=disable à l’adresse sur un réseau privé`,
  'server-bad-certificate': ({ place }) =>
    `le certificat de ${place} n’est pas reconnu : indiquez son autorité avec ?sslrootcert=<fichier>, ou vérifiez le nom d’hôte`,
  'server-read-only': ({ place }) =>
    `${place} est une copie en lecture seule : nommez le serveur qui accepte les écritures`,
  'server-full': ({ place }) => `${place} n’a plus de place : libérez-en sur le serveur, puis réessayez`,
  'server-busy': ({ place }) => `${place} est occupé par un autre programme : réessayez dans un instant`,
  'server-crowded': ({ place }) =>
    `${place} n’accepte plus de connexions : fermez-en, ou augmentez max_connections là-bas, puis réessayez`,
  'server-older': ({ place, version, known }) =>
    version === 0
      ? `${place} n’a pas encore de file et cet utilisateur ne peut pas en créer : lancez une fois tweetspan queue comme propriétaire`
      : `la file de ${place} est en version ${version}, ce programme a besoin de la ${known} : lancez une fois tweetspan queue comme propriétaire`,
  'media-too-large': ({ file, bytes, allowed }) =>
    `${file} fait ${figure(bytes)} octets, une file sur un serveur en accepte ${figure(allowed)} par fichier : prenez-en un plus léger`,
  'items-at-work': ({ ids }) =>
    `${pluralForm(ids.length, 'l’élément', 'les éléments', 'fr')} ${list(ids.map(String), 'fr')} ${pluralForm(ids.length, 'est', 'sont', 'fr')} en cours d’envoi : arrêtez tweetspan run, ou réessayez dans quelques minutes`,
  'copy-diverged': ({ ids }) =>
    `rien n’a été importé : ${pluralForm(ids.length, 'l’élément', 'les éléments', 'fr')} ${list(ids.map(String), 'fr')} ${pluralForm(ids.length, 'a', 'ont', 'fr')} changé ici et dans l’autre file ; importez dans une base neuve`,
  'slot-taken': ({ link, requestedTime, zone }) =>
    `${link} a déjà un post le ${requestedTime.replace('T', ' à ')} (${zone}) : choisissez une autre heure`,
};

export const fr: HistorySentences = {
  backup: {
    help: {
      summary: 'copier l’historique dans un fichier',
      description:
        'Copie l’historique dans un nouveau fichier, entier et cohérent, même pendant qu’un autre programme y écrit.',
      examples: ['tweetspan backup historique-2026-03.db'],
    },
    file: 'un fichier qui n’existe pas encore',
    done: (file) => `L’historique est copié dans ${file}`,
  },
  restore: {
    help: {
      summary: 'remplacer l’historique par une sauvegarde',
      description:
        'Remplace l’historique par une sauvegarde. Rien n’est envoyé avant la lecture de vos posts sur X : ce qui a été publié depuis n’est pas renvoyé.',
      examples: ['tweetspan restore historique-2026-03.db'],
    },
    file: 'un fichier écrit par tweetspan backup',
    done: (backup, target) => `${backup} est rétabli dans ${target}`,
    aside: (file) => `L’historique précédent est conservé : ${file}`,
    thenRead:
      'Rien n’est envoyé avant que tweetspan run ait lu vos posts sur X ; la file reprend ensuite automatiquement.',
    thenAdopt:
      'Cette machine n’a jamais travaillé sur cet historique : arrêtez tweetspan run sur l’autre machine, puis lancez tweetspan queue adopt.',
    sameFile: (file) => `${file} est l’historique lui-même : indiquez une sauvegarde`,
    noFile: (file) => `${file} n’existe pas : indiquez une sauvegarde faite par tweetspan backup`,
    notABackup: (file) =>
      `${file} est endommagé ou n’est pas une sauvegarde : indiquez-en une faite par tweetspan backup`,
    isRunning: (file) => `tweetspan run travaille sur ${file} : arrêtez-le, puis réessayez`,
  },
  export: {
    help: {
      summary: 'écrire tout l’historique en texte',
      description:
        'Écrit tout l’historique en lignes JSON, ou ses posts avec tous leurs relevés en CSV. tweetspan import relit les deux sans perte.',
      examples: ['tweetspan export > historique.jsonl', 'tweetspan export --format csv -o posts.csv'],
    },
    output: 'écrire dans ce fichier et non sur la sortie standard ; il n’est remplacé qu’une fois complet',
    interrupted: 'interrompu ; le fichier n’a pas été modifié',
  },
  lists: {
    more: (limit) => `plus de ${count(limit, 'fr')} ; -n 0 montre tout`,
    zone: 'fuseau horaire (par défaut : celui de cet ordinateur)',
    unknownCounter: '–',
    day: (localTime) => date(localTime, 'fr'),
    when: (localTime) => `${date(localTime, 'fr')} à ${time(localTime.slice(11, 16), 'fr')}`,
    count: (value) => count(value, 'fr'),
    likes: 'j’aime',
    reposts: 'reposts',
    replies: 'réponses',
    impressions: 'impressions',
    clicks: 'clics',
    visits: 'visites',
    first: 'premier',
    last: 'dernier',
  },
  links: {
    help: {
      summary: 'lister les liens que vous avez publiés',
      description:
        'Liste les liens que vous avez publiés : combien de fois, quand, et ce que tous leurs posts ont rapporté.',
      examples: [
        'tweetspan links',
        'tweetspan links --search blog.example --min-posts 2',
        'tweetspan links --sort last -n 0',
      ],
    },
    search: 'seulement les liens dont l’URL contient ce texte',
    minPosts: 'seulement les liens publiés au moins ce nombre de fois',
    sort: 'ordre : par nombre de posts, par dernier post ou par visites',
    metric: 'seulement les liens dont ce chiffre est connu, le plus élevé d’abord',
    link: 'lien',
    posts: 'posts',
    byText: (text) => `« ${text} »`,
    none: 'aucun lien',
  },
  posts: {
    help: {
      summary: 'chercher et lister vos posts',
      description: 'Cherche et liste vos posts.',
      examples: [
        'tweetspan posts --search "guide logement"',
        'tweetspan posts --link https://blog.example/guide --sort likes',
        'tweetspan posts --since 2025-09-01 --until 2025-09-30',
      ],
    },
    noWord: (search: string): string =>
      `--search ne contient rien à chercher dans « ${search} » : donnez un mot, un emoji ou un #tag ; -mot ne fait qu’exclure`,
    search: 'seulement les posts contenant tous ces mots, emojis ou #tags ; "dans cet ordre", début*, -sans',
    kind: 'seulement les posts de ce genre (répétable)',
    link: 'seulement les posts de ce lien',
    since: 'à partir de ce jour ou de cet instant',
    until: 'jusqu’à la fin de ce jour, ou avant cet instant',
    onlyGone: 'seulement les posts disparus de X',
    sort: 'ce qui vient en premier',
    whenIn: (zone) => `quand (${zone})`,
    kindTitle: 'genre',
    text: 'texte',
    gone: 'disparu',
    kinds,
    none: 'aucun post',
  },
  contacts: {
    help: {
      summary: 'lister les personnes rencontrées, et qui ne veut plus l’être',
      description:
        'Liste les personnes que vous avez mentionnées, à qui vous avez répondu ou que vous avez repostées, et note qui ne veut pas l’être.',
      examples: [
        'tweetspan contacts',
        'tweetspan contacts opt-out @example_nom',
        'tweetspan contacts opt-in @example_nom',
      ],
    },
    list: {
      summary: 'lister les personnes rencontrées',
      description: 'Liste les personnes que vous avez mentionnées, à qui vous avez répondu ou que vous avez repostées.',
    },
    optOut: {
      summary: 'noter un refus',
      description: 'Note qu’une personne ne souhaite ni mention ni sollicitation ; lint le signale ensuite.',
    },
    forget: {
      summary: 'retirer une personne de l’historique',
      description:
        'Retirer une personne des textes, des liens et des contacts, y compris lors des imports suivants. Seul son refus d’être contactée est conservé ; tweetspan contacts opt-in y met fin aussi.',
      examples: ['tweetspan contacts forget @example_name'],
    },
    forgotten: (handle, many) =>
      `@${handle} est retiré de ${posts(many)} et de vos contacts ; seul son refus est conservé`,
    itemsCancelled: (many) =>
      `${plural(many, 'post planifié qui la nommait', 'posts planifiés qui la nommaient', 'fr')} : annulation ; donnez un autre texte avec tweetspan queue edit`,
    itemsUnderWay: (many) =>
      `${plural(many, 'élément', 'éléments', 'fr')} de la file en cours d’envoi : le nom y est encore ; relancez la commande ensuite`,
    neverMet: (handle) => `@${handle} n’est pas dans votre historique ; son refus est enregistré`,
    optIn: { summary: 'lever un refus', description: 'Lève un refus.' },
    sort: 'ordre : par fréquence ou par date de la dernière rencontre',
    handle: 'avec ou sans @',
    optedOut: (handle) => `@${handle} : ni mention ni sollicitation`,
    alreadyOut: (handle) => `@${handle} : refus déjà noté`,
    optedIn: (handle) => `@${handle} : de nouveau autorisé`,
    neverOut: (handle) => `@${handle} : aucun refus noté`,
    person: 'compte',
    mentions: 'mentions',
    out: 'refus',
    asked: 'sollicité',
    kit: 'kit',
    yes: 'oui',
    none: 'aucun contact',
  },
  keywords: {
    help: {
      summary: 'importer et lister les volumes de recherche des mots',
      description: 'Importe et liste combien les mots sont recherchés, d’après vos propres exports.',
      examples: [
        'tweetspan keywords import Requetes.csv --language fr',
        'tweetspan keywords count logement habitation',
        'tweetspan keywords -n 50',
      ],
    },
    list: {
      summary: 'lister les derniers chiffres',
      description: 'Liste le dernier chiffre de chaque terme et de chaque source, du plus grand au plus petit.',
    },
    importing: {
      help: {
        summary: 'importer des volumes de recherche',
        description:
          'Importe des exports de Google Search Console, Trends ou Keyword Planner, ou de simples listes terme,chiffre.',
        examples: [
          'tweetspan keywords import Requetes.csv --language fr',
          'tweetspan keywords import sondage.csv --source Sondage --as-of 2026-02-01',
        ],
      },
      files: 'fichiers CSV',
      language: 'langue des termes, si le fichier ne l’indique pas',
      source: 'nom de la source d’une simple liste (par défaut : le nom du fichier)',
      asOf: 'date des chiffres, si le fichier ne l’indique pas (par défaut : maintenant)',
      formats: {
        'search-console': 'Google Search Console',
        trends: 'Google Trends',
        'keyword-planner': 'Google Keyword Planner',
        plain: 'liste de termes',
      },
      figures: (many) => plural(many, 'chiffre', 'chiffres', 'fr'),
      added: (many) => plural(many, 'nouveau', 'nouveaux', 'fr'),
      skipped: (many) => plural(many, 'ligne non lue', 'lignes non lues', 'fr'),
      refused: 'non importé',
    },
    term: 'terme',
    language: 'langue',
    figure: 'chiffre',
    measure: 'mesure',
    source: 'source',
    asOf: 'à la date du',
    figureOf: (value) => (value < 100 && !Number.isInteger(value) ? decimal(value, 'fr') : count(value, 'fr')),
    measureOf: (measure) =>
      measure.startsWith(INDEX)
        ? `indice d’intérêt parmi ${measure.slice(INDEX.length)}`
        : (MEASURES[measure] ?? measure),
    none: 'aucun mot-clé : ajoutez-en avec tweetspan keywords import <csv>',
  },
  values: {
    site: 'donnez le nom d’un site, tel que blog.example',
    since: 'indiquez un jour comme 2026-01-31, ou un instant comme 2026-01-31T18:00Z',
    count: 'indiquez un nombre entier à partir de 1',
    handle: 'indiquez un nom de compte : lettres sans accent, chiffres et _, avec ou sans @',
    language: 'indiquez un code de deux lettres comme fr ou en (ISO 639-1)',
  },
  import: {
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
des tableaux ou lignes JSON avec id et text. Visites de vos pages : exports de
Matomo, Plausible et GA4, ou un tableau avec page, date et visites. Autres colonnes des posts : at
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
    readVisits: (many) => plural(many, 'visite lue', 'visites lues', 'fr'),
    visits: counted('relevé nouveau ou plus élevé', 'relevés nouveaux ou plus élevés'),
    site: 'site de statistiques web qui désignent les pages par leur chemin',
    zone: 'fuseau horaire des statistiques web (par défaut : celui de cet ordinateur)',
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
    moreRefused: (many) =>
      `et ${plural(many, 'autre fichier', 'autres fichiers', 'fr')} pour la même raison : --format json les nomme tous`,
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
      clicks: (many) => `oui, d’après les clics sur les liens (${posts(many)})`,
    },
    hoursTooFew: (usable, needed) =>
      `pas assez de données : ${posts(usable.posts)} sur ${plural(usable.days, 'jour', 'jours', 'fr')} ` +
      `(il en faut ${count(needed.posts, 'fr')} sur ${count(needed.days, 'fr')})`,
    hoursMissing: {
      posts: 'non : importez des posts de votre compte',
      hours: 'non : l’heure des posts manque ; importez une archive de X',
      counters: 'non : les compteurs manquent ; importez une archive de X ou un export de statistiques',
      age: 'pas encore : tous les compteurs ont été relevés moins de 72 h après leur post ; importez un export plus récent',
    },
    decayTooFew: (many, needed) =>
      `pas encore : ${posts(many)} avec des réactions relevées dans les 7 premiers jours et après ` +
      `(il en faut ${count(needed, 'fr')}) ; refaites un export dans les 3 jours qui suivent un post, puis une semaine plus tard`,
    decayFor: (many) => `oui, pour ${posts(many)}`,
    noDecay:
      'pas encore : importez un autre export plus tard, il faut un relevé dans les 7 premiers jours d’un post et un autre après',
    linksIn: (many) => `${posts(many)} avec un lien`,
    noLinks: 'aucun post n’a de lien',
  },
  engineAdvice,
  noEngine: (nodeVersion) =>
    `aucun moteur de base de données ne fonctionne avec Node ${nodeVersion} ; la vérification des brouillons fonctionne, pas l’historique ni la file : ${engineAdvice}`,
  problems: { ...files, ...database } as ProblemSentences,
  notWritten: (file, code) =>
    `écriture impossible de ${file} (${code}) : indiquez un fichier dans un dossier où vous pouvez écrire`,
};
