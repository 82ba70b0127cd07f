// What the commands on the history say, in French.
import type { PostKind } from '#history/ports.js';
import { count, date, decimal, plural, time } from '../format.js';
import type { HistorySentences } from './en.js';

const kinds: Readonly<Record<PostKind, string>> = { original: '', thread: 'fil', reply: 'réponse', repost: 'repost' };

/** What the readers of search volumes call what a figure counts. */
const MEASURES: Readonly<Record<string, string>> = {
  'impressions in Google': 'impressions dans Google',
  'searches a month': 'recherches par mois',
  'posts in 7 days': 'posts en 7 jours',
  figure: 'chiffre',
};
const INDEX = 'interest index among ';

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
    sort: 'ordre : par nombre de posts ou par dernier post',
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
    search: 'seulement les posts contenant tous ces mots ; "dans cet ordre", début*, -sans',
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
    since: 'indiquez un jour comme 2026-01-31, ou un instant comme 2026-01-31T18:00Z',
    count: 'indiquez un nombre entier à partir de 1',
    handle: 'indiquez un nom de compte : lettres sans accent, chiffres et _, avec ou sans @',
    language: 'indiquez un code de deux lettres comme fr ou en (ISO 639-1)',
  },
};
