// What `new` says, and what is wrong with a page that is to be read, in French.
import type { NoPage } from '#page/decode.js';
import type { FetchFault } from '#web/fetch-page.js';
import { plural } from '../format.js';
import type { PageSentences } from './en.js';

const kinds: Readonly<Record<NoPage, string>> = {
  pdf: 'd’un PDF',
  zip: 'd’une archive zip',
  image: 'd’une image',
  binary: 'd’un fichier binaire',
};

const faults: Readonly<Record<FetchFault, (detail: string) => string>> = {
  status: (status) => `HTTP ${status} : vérifiez l’URL, ou enregistrez la page et indiquez le fichier`,
  login: (status) =>
    `HTTP ${status} : la page demande une connexion ; enregistrez-la dans votre navigateur et indiquez le fichier`,
  type: (type) => `ce n’est pas une page web (${type}) : indiquez la page qui y mène`,
  packed: (encoding) => `le serveur compresse sa réponse (${encoding}) ; enregistrez la page et indiquez le fichier`,
  large: (most) => `plus de ${most} Mio ; enregistrez la partie utile et indiquez le fichier`,
  timeout: (seconds) =>
    `pas de réponse complète en ${seconds} s ; réessayez plus tard, ou enregistrez la page et indiquez le fichier`,
  certificate: (code) =>
    `son certificat n’est pas fiable (${code}) ; vérifiez l’URL, ou enregistrez la page et indiquez le fichier`,
  'no-host': (host) => `hôte introuvable (${host}) ; vérifiez l’URL et votre réseau`,
  refused: (host) => `connexion refusée (${host}) ; vérifiez l’URL`,
  connection: (code) => `la connexion a échoué (${code}) ; réessayez plus tard`,
  proxy: (detail) => `le proxy n’a établi aucune connexion (${detail})`,
  redirects: (most) => `plus de ${most} redirections ; ouvrez la page dans votre navigateur et copiez son URL finale`,
  scheme: (protocol) => `redirige vers ${protocol} ; seuls http et https sont suivis`,
  'own-network': (host) => `redirige vers votre propre réseau (${host}), ce qu’une page publique ne doit pas faire`,
};

export const fr: PageSentences = {
  help: {
    summary: 'écrire un brouillon à partir d’une page, ou de chaque nouvelle entrée d’un flux',
    description:
      'Écrire un brouillon à partir d’une page : lien, titre, mots-clés, image et un texte de départ. Un fichier enregistré est lu sans réseau.',
    examples: [
      'tweetspan new https://example.org/guide         # écrit guide.md',
      'tweetspan new page.html --output posts/guide.md',
      'tweetspan new --feed https://example.org/feed.xml --output posts',
    ],
  },
  page: 'URL de la page, ou fichier HTML enregistré',
  feed: 'URL ou fichier d’un flux (RSS, Atom, JSON Feed) : un brouillon par nouvelle entrée',
  noPages: 'avec --feed : ne pas lire les pages des entrées',
  output: 'fichier à écrire ; avec --feed, un dossier (par défaut : le dossier courant)',
  needsPage: 'indiquez une page, ou un flux avec --feed',
  onlyOne: 'indiquez une page ou un flux, pas les deux',
  fetchFault: (fault, detail) => faults[fault](detail),
  kind: (kind) => `ce n’est pas une page web : il s’agit ${kinds[kind]} ; indiquez la page qui y mène`,
  loginForm:
    'cette page est un formulaire de connexion ; connectez-vous dans votre navigateur, enregistrez la page et indiquez le fichier',
  noWords:
    'la page n’a ni titre ni texte ; les scripts ne sont pas exécutés : enregistrez-la dans votre navigateur et indiquez le fichier',
  noFeed: 'ce n’est pas un flux (RSS, Atom ou JSON Feed) ; vérifiez l’URL, les sites l’appellent « flux » ou « RSS »',
  noLink: 'la page n’indique pas sa propre URL : ajoutez-la au brouillon sous link:',
  robots: (words) => `la page demande aux robots de ne pas l’utiliser (${words})`,
  exists: (file) => `${file} existe et n’est pas écrasé ; choisissez un autre nom avec --output`,
  noFile: 'fichier introuvable ; vérifiez le nom, ou écrivez l’URL avec https://',
  folder: 'c’est un dossier ; nommez la page enregistrée qu’il contient',
  notRegular: 'ce n’est pas un fichier ordinaire ; nommez une page enregistrée',
  notUrl: 'ce n’est pas une URL ; écrivez-la comme https://example.org/guide',
  notFolder: (file) => `${file} est un fichier ; avec --feed, --output désigne un dossier`,
  largeFile: (most) => `plus de ${most} Mio ; enregistrez la partie utile`,
  memory: (file) => `${file} est illisible ; réparez-le ou supprimez-le (les entrées seraient de nouveau rédigées)`,
  written: (file) => `${file} est enregistré`,
  feedDone: (made, known) =>
    `${plural(made, 'nouveau brouillon', 'nouveaux brouillons', 'fr')}, ${plural(known, 'entrée déjà rédigée', 'entrées déjà rédigées', 'fr')}`,
  imageRemark: 'pour joindre l’image, enregistrez-la à côté de ce fichier',
  campaignRemark: 'pour planifier des reposts, supprimez les signes #',
};
