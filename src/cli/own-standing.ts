// How a draft stands among the account's own posts. Loaded where a history exists.
import { countedPosts } from '#campaign/account.js';
import type { Draft } from '#draft/draft.js';
import { columnsOf } from '#evidence/columns.js';
import {
  disagree,
  learnOwnModel,
  MIN_CLICKED_POSTS,
  MIN_OWN_POSTS,
  standingOf,
  type OwnModel,
  type OwnPost,
} from '#evidence/own-model.js';
import type { TimedPost } from '#history/query-ports.js';
import { lintSubject, prepareDraft, type LintOptions } from '#lint/engine.js';
import type { ReportedStanding } from '#report/documents/drafts.js';
import { loadLexicon } from '#rules/lexicon/load.js';
import { rules } from '#rules/index.js';
import { usablePosts } from '#timing/hours/usable-posts.js';
import type { OpenHistory } from './history-database.js';
import { learnFrom } from './learned.js';
import type { Shell } from './shell.js';

/** Newest posts that are judged: about half a second, once. */
const MAX_POSTS = 500;
const LANGUAGES = ['fr', 'en'] as const;
const OWN_METRICS = ['reactions', 'clicks'] as const;
/** The columns come from the text alone: these two rules find what is not counted. */
const JUDGED_BY = rules.filter(({ id }) => id === 'quality' || id === 'hashtags');

/** What was learned of the account, by outcome; none where too few posts have it. */
export type OwnModels = Readonly<Partial<Record<ReportedStanding['metric'], OwnModel>>>;

/** The models of the account behind a history: learned once, and kept there until it changes. */
export async function ownModels(shell: Shell, history: OpenHistory, db: string | undefined): Promise<OwnModels> {
  const learned = learnFrom(history, shell.now());
  const models = await learned.recall('own posts', () => learnModels(history, shell.now()));
  await learned.keep(shell, db);
  return models;
}

async function learnModels({ reader, timing }: OpenHistory, now: number): Promise<OwnModels> {
  const originals = new Map(reader.posts({ kinds: ['original'] }, 'newest', MAX_POSTS).map((post) => [post.id, post]));
  if (originals.size < MIN_OWN_POSTS) return {};
  const lexicons = (await Promise.all(LANGUAGES.map(loadLexicon))).flatMap((lexicon) => lexicon ?? []);
  const timed: TimedPost[] = [];
  for (const post of timing.timedPosts()) if (originals.has(post.id)) timed.push(post);
  const posts: Record<ReportedStanding['metric'], OwnPost[]> = { reactions: [], clicks: [] };
  for (const post of timed) {
    const original = originals.get(post.id);
    if (original === undefined) continue;
    let columns: OwnPost['columns'] | undefined;
    for (const metric of OWN_METRICS) {
      const [counted] = usablePosts(countedPosts([post]), now, metric).posts;
      if (counted === undefined) continue;
      columns ??= columnsIn({ text: original.text }, lexicons, original.language);
      posts[metric].push({ ...counted, columns });
    }
  }
  const reactions = learnOwnModel(posts.reactions, 'reactions');
  const clicks = posts.clicks.length < MIN_CLICKED_POSTS ? undefined : learnOwnModel(posts.clicks, 'clicks');
  return { ...(reactions && { reactions }), ...(clicks && { clicks }) };
}

function columnsIn(draft: Draft, lexicons: LintOptions['lexicons'], language: string | null | undefined) {
  const lang = LANGUAGES.find((known) => known === language);
  const options = { rules: JUDGED_BY, lexicons, ...(lang !== undefined && { config: { lang } }) };
  const subject = prepareDraft(draft, options);
  return columnsOf(subject, lintSubject(subject, options));
}

/**
 * Where a draft stands by its models: by clicks where they are known, by reactions else, and by both where they point
 * opposite ways.
 */
export function standingsOf(models: OwnModels, draft: Draft, { lexicons, config }: LintOptions): ReportedStanding[] {
  const columns = columnsIn(draft, lexicons, config?.lang);
  const [reactions, clicks] = OWN_METRICS.map((metric): ReportedStanding | undefined => {
    const model = models[metric];
    if (model === undefined) return undefined;
    return { metric, posts: model.posts, unseen: model.unseen, ...standingOf(model, columns) };
  });
  if (clicks === undefined || reactions === undefined) return [clicks ?? reactions].flatMap((one) => one ?? []);
  return disagree(clicks, reactions) ? [clicks, reactions] : [clicks];
}
