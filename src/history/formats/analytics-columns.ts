import type { Metric } from '#tweet/counters.js';
import { normaliseHeader } from './csv.js';

/** What a column holds. `more:` columns are counters without a column of their own; `-` is known and not needed. */
export type Field = 'id' | 'link' | 'text' | 'time' | 'date' | Metric | `more:${string}` | '-';

/**
 * Names of the columns of both analytics exports after `normaliseHeader`, English and French.
 * A rate is left out: it is engagements by impressions and can be computed.
 */
const FIELDS: Readonly<Record<string, Field>> = {
  'tweet id': 'id',
  'post id': 'id',
  'identifiant du tweet': 'id',
  'tweet permalink': 'link',
  'permalien du tweet': 'link',
  link: 'link',
  'post link': 'link',
  'tweet text': 'text',
  'post text': 'text',
  'texte du tweet': 'text',
  time: 'time',
  heure: 'time',
  date: 'date',
  impressions: 'impressions',
  engagements: 'engagements',
  'engagement rate': '-',
  "taux d'engagement": '-',
  retweets: 'reposts',
  reposts: 'reposts',
  replies: 'replies',
  réponses: 'replies',
  likes: 'likes',
  favorites: 'likes',
  "j'aime": 'likes',
  bookmarks: 'bookmarks',
  quotes: 'quotes',
  share: 'more:shares',
  shares: 'more:shares',
  'user profile clicks': 'profileClicks',
  'profile visits': 'profileClicks',
  "clics sur le profil de l'utilisateur": 'profileClicks',
  'url clicks': 'linkClicks',
  "clics sur l'url": 'linkClicks',
  'hashtag clicks': 'more:hashtagClicks',
  'clics sur le hashtag': 'more:hashtagClicks',
  'detail expands': 'detailExpands',
  'ouvertures des détails': 'detailExpands',
  'permalink clicks': 'more:permalinkClicks',
  'clics sur le permalien': 'more:permalinkClicks',
  'app opens': 'more:appOpens',
  "ouvertures d'application": 'more:appOpens',
  'app installs': 'more:appInstalls',
  "installations de l'application": 'more:appInstalls',
  follows: 'follows',
  'new follows': 'follows',
  abonnements: 'follows',
  'email tweet': 'more:emails',
  'envoyer le tweet par email': 'more:emails',
  'dial phone': 'more:calls',
  'composer le numéro': 'more:calls',
  'media views': 'more:mediaViews',
  'vues du média': 'more:mediaViews',
  'media engagements': 'more:mediaEngagements',
  'engagements avec le média': 'more:mediaEngagements',
};

/** Columns in their order, for headers in a language that is not known. */
const OLD_ORGANIC: readonly Field[] = [
  'impressions',
  'engagements',
  '-',
  'reposts',
  'replies',
  'likes',
  'profileClicks',
  'linkClicks',
  'more:hashtagClicks',
  'detailExpands',
  'more:permalinkClicks',
  'more:appOpens',
  'more:appInstalls',
  'follows',
  'more:emails',
  'more:calls',
  'more:mediaViews',
  'more:mediaEngagements',
];
const promoted = (field: Field): Field =>
  field === '-' ? '-' : `more:promoted${capital(field.startsWith('more:') ? field.slice(5) : field)}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const OLD_ORDER: readonly Field[] = ['id', 'link', 'text', 'time', ...OLD_ORGANIC, ...OLD_ORGANIC.map(promoted)];
export const NEW_ORDER: readonly Field[] = [
  'id',
  'date',
  'text',
  'link',
  'impressions',
  'likes',
  'engagements',
  'bookmarks',
  'more:shares',
  'follows',
  'replies',
  'reposts',
  'profileClicks',
  'detailExpands',
  'linkClicks',
  'more:hashtagClicks',
  'more:permalinkClicks',
];

/** What a header names; undefined when it is not known. */
export function findField(header: string): Field | undefined {
  // R writes dots for blanks.
  const name = normaliseHeader(header).replaceAll('.', ' ');
  const known = FIELDS[name];
  if (known !== undefined) return known;
  const organic = /^promoted (.+)$/.exec(name)?.[1] ?? /^(.+) sponsorisé$/.exec(name)?.[1];
  const field = organic === undefined ? undefined : FIELDS[organic];
  return field === undefined ? undefined : promoted(field);
}

/** Whether a field is a counter. */
export const isCounter = (field: Field): field is Metric | `more:${string}` =>
  !['id', 'link', 'text', 'time', 'date', '-'].includes(field);
