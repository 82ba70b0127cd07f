import type { Format, Remark } from '#history/formats/reader.js';
import type { SkipReason } from '#history/collector.js';
import { formatDay, type Counted, type Locale } from './figures.js';

type Remarks = { readonly [Id in Remark['id']]: (remark: Extract<Remark, { id: Id }>) => string };

/** The words of the report on an import. */
interface ImportWords {
  readonly format: Readonly<Record<Format, string>>;
  readonly read: string;
  readonly posts: Counted;
  readonly added: Counted;
  readonly updated: Counted;
  readonly nothingNew: string;
  readonly observations: Counted;
  readonly marked: string;
  readonly marks: Readonly<
    Record<'originals' | 'threads' | 'replies' | 'reposts' | 'quotes' | 'edited' | 'hourUnknown' | 'gone', Counted>
  >;
  readonly leftOut: string;
  readonly skipped: Readonly<Record<SkipReason, Counted>>;
  readonly remarks: Remarks;
  readonly refused: string;
  readonly stopped: string;
  readonly history: string;
  readonly empty: string;
  readonly span: (first: string, last: string) => string;
  readonly share: Readonly<Record<'hour' | 'counters' | 'impressions' | 'link' | 'twice', string>>;
  readonly of: (part: string, whole: string) => string;
  readonly capabilities: string;
  readonly hours: string;
  readonly decay: string;
  readonly links: string;
  readonly yesFrom: { readonly impressions: string; readonly reactions: string };
  readonly missing: { readonly posts: string; readonly hours: string; readonly counters: string };
  readonly tooLittle: string;
  readonly decayYes: Counted;
  readonly decayNo: string;
  readonly linksYes: Counted;
  readonly linksNo: string;
}

const en: ImportWords = {
  format: {
    archive: 'archive of X',
    'archive-part': 'part of an archive of X',
    grailbird: 'old archive',
    'grailbird-csv': 'table of an old archive',
    analytics: 'analytics',
    'analytics-old': 'old analytics',
    api: 'timeline of the API',
    table: 'table of posts',
    history: 'history of tweetspan',
  },
  read: 'read',
  posts: ['post', 'posts'],
  added: ['new', 'new'],
  updated: ['updated', 'updated'],
  nothingNew: 'nothing new',
  observations: ['observation', 'observations'],
  marked: 'marked',
  marks: {
    originals: ['original', 'originals'],
    threads: ['in a thread', 'in threads'],
    replies: ['reply', 'replies'],
    reposts: ['repost', 'reposts'],
    quotes: ['quote', 'quotes'],
    edited: ['version of an edited post', 'versions of edited posts'],
    hourUnknown: ['without its hour', 'without their hour'],
    gone: ['gone from X', 'gone from X'],
  },
  leftOut: 'left out',
  skipped: {
    ghost: ['row without a post', 'rows without a post'],
    'damaged-id': ['row with a damaged id', 'rows with a damaged id'],
    'before-post': ['set of counters older than its post', 'sets of counters older than their post'],
    'not-a-post': ['row that is no post', 'rows that are no posts'],
    'note-without-post': ['long text without its post', 'long texts without their post'],
  },
  remarks: {
    'observed-unknown': () => 'nothing tells when its counters were read: --observed-at 2026-01-31 says it',
    'observed-bounded': ({ from }) =>
      `its counters were read on ${formatDay(from)} or later, as its name tells: --observed-at says it exactly`,
    'observed-on': ({ day }) => `its counters are taken as read on ${formatDay(day)}, as its name tells`,
    'count-mismatch': ({ part, declaredCount, read }) =>
      `${part} holds ${read} posts, its archive says ${declaredCount}`,
    'part-missing': ({ part }) => `${part} is missing: the archive is not whole`,
    'partial-archive': () => 'X says that this archive is partial: what it lacks counts as kept',
    'no-manifest': () => 'the list of its parts is missing: it counts as not whole',
    'columns-by-order': () => 'its headers are in a language not known here: columns were taken by their order',
    'columns-unknown': ({ columns }) => `columns not read: ${columns.join(', ')}`,
    'no-posts': () => 'it holds no posts',
  },
  refused: 'refused',
  stopped: 'what follows it was not tried',
  history: 'The history',
  empty: 'no posts yet',
  span: (first, last) => `${first} to ${last}`,
  share: {
    hour: 'hour known',
    counters: 'with counters',
    impressions: 'with impressions',
    link: 'with a link',
    twice: 'observed twice',
  },
  of: (part, whole) => `${part} of ${whole} originals`,
  capabilities: 'What it allows',
  hours: 'best hours',
  decay: 'decay',
  links: 'links',
  yesFrom: { impressions: 'yes, from impressions', reactions: 'yes, from likes and reposts' },
  missing: {
    posts: 'no: it needs posts of your own',
    hours: 'no: it needs the hour of posts; import an archive of X',
    counters: 'no: it needs counters; import an archive of X or an analytics export',
  },
  tooLittle: 'too few to say anything',
  decayYes: ['yes, for 1 post', 'yes, for {count} posts'],
  decayNo: 'needs two observations per post: import another export later',
  linksYes: ['1 post with a link', '{count} posts with a link'],
  linksNo: 'no post has a link',
};

const fr: ImportWords = {
  format: {
    archive: 'archive de X',
    'archive-part': 'partie d’une archive de X',
    grailbird: 'ancienne archive',
    'grailbird-csv': 'tableau d’une ancienne archive',
    analytics: 'statistiques',
    'analytics-old': 'anciennes statistiques',
    api: 'fil de l’API',
    table: 'tableau de tweets',
    history: 'historique de tweetspan',
  },
  read: 'lu',
  posts: ['tweet', 'tweets'],
  added: ['nouveau', 'nouveaux'],
  updated: ['mis à jour', 'mis à jour'],
  nothingNew: 'rien de nouveau',
  observations: ['relevé', 'relevés'],
  marked: 'marqué',
  marks: {
    originals: ['original', 'originaux'],
    threads: ['dans un fil', 'dans des fils'],
    replies: ['réponse', 'réponses'],
    reposts: ['republication', 'republications'],
    quotes: ['citation', 'citations'],
    edited: ['version d’un tweet modifié', 'versions de tweets modifiés'],
    hourUnknown: ['sans son heure', 'sans leur heure'],
    gone: ['disparu de X', 'disparus de X'],
  },
  leftOut: 'laissé de côté',
  skipped: {
    ghost: ['ligne sans tweet', 'lignes sans tweet'],
    'damaged-id': ['ligne à l’identifiant abîmé', 'lignes à l’identifiant abîmé'],
    'before-post': ['relevé antérieur à son tweet', 'relevés antérieurs à leur tweet'],
    'not-a-post': ['ligne qui n’est pas un tweet', 'lignes qui ne sont pas des tweets'],
    'note-without-post': ['texte long sans son tweet', 'textes longs sans leur tweet'],
  },
  remarks: {
    'observed-unknown': () => 'rien ne dit quand ses compteurs ont été lus : --observed-at 2026-01-31 l’indique',
    'observed-bounded': ({ from }) =>
      `ses compteurs ont été lus le ${formatDay(from)} ou plus tard, d’après son nom : --observed-at le précise`,
    'observed-on': ({ day }) => `ses compteurs sont réputés lus le ${formatDay(day)}, d’après son nom`,
    'count-mismatch': ({ part, declaredCount, read }) =>
      `${part} contient ${read} tweets, son archive en annonce ${declaredCount}`,
    'part-missing': ({ part }) => `${part} manque : l’archive n’est pas entière`,
    'partial-archive': () => 'X dit cette archive partielle : ce qui y manque n’est pas réputé supprimé',
    'no-manifest': () => 'la liste de ses parties manque : elle n’est pas réputée entière',
    'columns-by-order': () => 'ses en-têtes sont dans une langue inconnue ici : les colonnes sont prises dans l’ordre',
    'columns-unknown': ({ columns }) => `colonnes non lues : ${columns.join(', ')}`,
    'no-posts': () => 'il ne contient aucun tweet',
  },
  refused: 'refusé',
  stopped: 'la suite n’a pas été essayée',
  history: 'L’historique',
  empty: 'aucun tweet encore',
  span: (first, last) => `du ${first} au ${last}`,
  share: {
    hour: 'heure connue',
    counters: 'avec compteurs',
    impressions: 'avec impressions',
    link: 'avec un lien',
    twice: 'relevés deux fois',
  },
  of: (part, whole) => `${part} sur ${whole} originaux`,
  capabilities: 'Ce qu’il permet',
  hours: 'meilleures heures',
  decay: 'durée de vie',
  links: 'liens',
  yesFrom: { impressions: 'oui, d’après les impressions', reactions: 'oui, d’après likes et republications' },
  missing: {
    posts: 'non : il faut des tweets de vous',
    hours: 'non : il faut l’heure des tweets ; importez une archive de X',
    counters: 'non : il faut des compteurs ; importez une archive de X ou un export de statistiques',
  },
  tooLittle: 'trop peu pour en dire quoi que ce soit',
  decayYes: ['oui, pour 1 tweet', 'oui, pour {count} tweets'],
  decayNo: 'il faut deux relevés par tweet : importez plus tard un autre export',
  linksYes: ['1 tweet avec un lien', '{count} tweets avec un lien'],
  linksNo: 'aucun tweet n’a de lien',
};

/** In the languages of the program. */
export const IMPORT_WORDS: Readonly<Record<Locale, ImportWords>> = { en, fr };
