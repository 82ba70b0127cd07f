import type { Association, Audit } from '#evidence/audit.js';
import type { Metric, UsablePosts } from '#timing/hours/usable-posts.js';
import { colon, correlation, count, METRIC_WORDS, plural } from '#locale/format.js';
import type { Locale } from '#base/locale.js';

/** `tweetspan/audit@1`, described by `audit.schema.json` in the package. */
export interface AuditDocument {
  readonly schema: 'tweetspan/audit@1';
  readonly account: readonly string[];
  readonly metric: Metric | null;
  readonly verdict: Audit['verdict'];
  readonly sentence: string;
  readonly posts: number;
  readonly seed: number;
  readonly leftOut: UsablePosts['leftOut'];
  /** Rank correlation of the score with what posts got beyond the account's trend, with its 95 % interval. */
  readonly score: Association | null;
  readonly rules: readonly (Association & { readonly rule: string; readonly title: string })[];
  readonly notes: readonly string[];
}

/** What a document is made from. */
export interface AuditFindings {
  readonly account: readonly string[];
  readonly seed: number;
  readonly audit: Audit;
  readonly usable: UsablePosts;
  /** Posts of the history that were judged at most; undefined when all were. */
  readonly newest: number | undefined;
  readonly formatTitle: (rule: string) => string;
  readonly bar: { readonly posts: number; readonly days: number };
}

const WORDS = {
  en: {
    metric: { reactions: 'reactions', impressions: 'impressions', clicks: 'link clicks' },
    'too few posts': (posts: string, bar: AuditFindings['bar']) =>
      `Too few posts to tell: ${posts} can be used, and ${bar.posts} on ${bar.days} days are needed.`,
    'does not predict': (metric: string) => `The score does not predict this account’s ${metric}`,
    predicts: (metric: string) => `The score goes with this account’s ${metric}: higher scores, more of them`,
    'predicts the opposite': (metric: string) =>
      `The score goes against this account’s ${metric}: higher scores, fewer of them`,
    alike: 'all posts have the same score',
    figure: (value: string, low: string, high: string, posts: string) =>
      `rank correlation ${value} (95 %: ${low} to ${high}) over ${posts} posts`,
    notes: [
      'Out of sample: the rules were not fitted to this account. What posts got is compared with the account’s own trend.',
      'An association is no cause, and many rules give many chances of a false alarm: only the score has a verdict.',
      'Pictures are not judged: no export tells their descriptions. Rules that lack what they need are left out.',
    ],
    newest: (posts: string) => `Only the newest ${posts} posts were judged.`,
  },
  fr: {
    metric: { reactions: 'réactions', impressions: 'impressions', clicks: 'clics sur le lien' },
    'too few posts': (posts: string, bar: AuditFindings['bar']) =>
      `Trop peu de posts pour le dire : ${posts} sont utilisables, il en faut ${bar.posts} sur ${bar.days} jours.`,
    'does not predict': (metric: string) => `Le score ne prédit pas les ${metric} de ce compte`,
    predicts: (metric: string) => `Le score va avec les ${metric} de ce compte : plus il est haut, plus il y en a`,
    'predicts the opposite': (metric: string) =>
      `Le score va contre les ${metric} de ce compte : plus il est haut, moins il y en a`,
    alike: 'tous les posts ont le même score',
    figure: (value: string, low: string, high: string, posts: string) =>
      `corrélation de rangs ${value} (95 % : ${low} à ${high}) sur ${posts} posts`,
    notes: [
      'Hors échantillon : les règles n’ont pas été ajustées à ce compte. Ce qu’un post a obtenu est comparé à la tendance du compte.',
      'Une association n’est pas une cause, et beaucoup de règles font beaucoup de fausses alertes possibles : seul le score a un verdict.',
      'Les images ne sont pas jugées : aucun export ne donne leur description. Les règles qui manquent de données sont laissées de côté.',
    ],
    newest: (posts: string) => `Seuls les ${posts} posts les plus récents ont été jugés.`,
  },
} as const;

/** The findings as data. */
export function auditDocument(
  { account, seed, audit, usable, newest, formatTitle, bar }: AuditFindings,
  locale: Locale,
): AuditDocument {
  const words = WORDS[locale];
  const { verdict, score, rules, n } = audit;
  const metric = words.metric[usable.metric ?? 'reactions'];
  const figure =
    score === undefined
      ? words.alike
      : words.figure(
          correlation(score.correlation, locale),
          correlation(score.low, locale),
          correlation(score.high, locale),
          count(score.n, locale),
        );
  return {
    schema: 'tweetspan/audit@1',
    account,
    metric: usable.metric ?? null,
    verdict,
    sentence:
      verdict === 'too few posts'
        ? words[verdict](count(n, locale), bar)
        : `${words[verdict](metric)}${locale === 'fr' ? ' ; ' : '; '}${figure}.`,
    posts: n,
    seed,
    leftOut: usable.leftOut,
    score: verdict === 'too few posts' ? null : (score ?? null),
    rules: rules.map((rule) => ({ ...rule, title: formatTitle(rule.rule) })),
    notes: [...words.notes, ...(newest === undefined ? [] : [words.newest(count(newest, locale))])],
  };
}

/** `@example · 1,234 posts · reactions (likes + reposts)`. */
export const auditBasis = ({ account, posts, metric }: AuditDocument, locale: Locale): string =>
  [
    ...account.map((handle) => `@${handle}`),
    plural(posts, 'post', 'posts', locale),
    ...(metric === null ? [] : [METRIC_WORDS[locale][metric]]),
  ].join(' · ');

/** `Audit: …` with the colon of the language. */
export const auditTitle = (locale: Locale): string =>
  locale === 'fr' ? `Audit${colon(locale)}le score prédit-il ?` : `Audit${colon(locale)}does the score predict?`;
