import { rulesIn } from '#rules/locales/rules-in.js';
import { countedPosts } from '#campaign/account.js';
import { auditScore, type ScoredPost } from '#evidence/audit.js';
import type { TimedPost } from '#history/query-ports.js';
import { lint, type LintOptions } from '#lint/engine.js';
import { timingSentences } from '#locale/timing.js';
import type { AuditDocument } from '#report/documents/hours.js';
import { asJson } from '#report/documents/json.js';
import { auditReport } from '#report/terminal/hours.js';
import { rules } from '#rules/index.js';
import { loadLexicon } from '#rules/lexicon/load.js';
import { HOURS_BAR } from '#timing/hours/hours.js';
import { METRICS, type Metric, REQUESTABLE, usablePosts } from '#timing/hours/usable-posts.js';
import type { Registration } from '../command.js';
import { withHistory, type OpenHistory } from '../history-database.js';
import { learnFrom } from '../learned.js';
import { databaseOption, formatChoice, jsonOption, newCommand, option } from '../options/common.js';
import { resolveZone, seedReader, zoneOption } from '../options/times.js';
import { terminalWidth, wantsColor } from '../shell.js';
import { EXIT } from '../user-error.js';

/** Posts that are judged at most: about two seconds. */
const MAX_POSTS = 10_000;
const LANGUAGES = ['fr', 'en'] as const;
/** Exports do not have the descriptions of images: judged without them, every image would count as a fault. */
const JUDGED_WITH: Pick<LintOptions, 'rules' | 'config'> = { rules, config: { rules: { image: 'off' } } };

/** `audit`: whether the score goes with what the account's posts got. */
export const registerAudit: Registration = (program, { shell, locale, finish }) => {
  const sentences = timingSentences(locale);
  newCommand(program, 'audit', sentences.audit.help)
    .addOption(databaseOption(locale))
    .addOption(zoneOption(locale, sentences.options.zone))
    .addOption(option('--metric <metric>', sentences.options.metric).choices(REQUESTABLE))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .addOption(option('--seed <n>', sentences.options.seed).argParser(seedReader(locale)).default(1))
    .action(async ({ db, metric, seed, format, json, color, quiet, zone: named }) => {
      const zone = resolveZone(shell, named);
      const { account, audited } = await withHistory(shell, { db, readonly: true }, async (open) => {
        const learned = learnFrom(open, shell.now());
        const result = await learned.recall(JSON.stringify(['audit', zone, seed, metric ?? '']), () =>
          auditHistory(open, { now: shell.now(), seed, zone, metric }),
        );
        await learned.keep(shell, db);
        return { account: open.timing.account()?.handles ?? [], audited: result };
      });
      const document: AuditDocument = { schema: 'tweetspan/audit@1', account, zone, seed, ...audited };
      const titles = new Map<string, string>(rulesIn(locale).map(({ id, title }) => [id, title]));
      const view = { color: wantsColor(shell, color), columns: terminalWidth(shell), locale, quiet };
      shell.stdout.write(
        json || format === 'json' ? asJson(document) : auditReport(document, (rule) => titles.get(rule) ?? rule, view),
      );
      finish(EXIT.done);
    });
};

interface AuditQuery {
  /** ms UTC. */
  readonly now: number;
  readonly seed: number;
  readonly zone: string;
  /** The count that is asked for; the one that most posts have when undefined. */
  readonly metric: Metric | undefined;
}

/** Scores the posts of a history, and compares the scores with what the posts got. */
async function auditHistory({ reader, timing }: OpenHistory, { now, seed, zone, metric: wanted }: AuditQuery) {
  const originals = reader.posts({ kinds: ['original'] }, 'newest', MAX_POSTS + 1);
  const usable = usablePosts(countedPosts(timing.timedPosts()), now, wanted);
  const judged = new Map(originals.slice(0, MAX_POSTS).map((post) => [post.id, post]));
  const lexicons = (await Promise.all(LANGUAGES.map(loadLexicon))).flatMap((lexicon) => lexicon ?? []);
  const scored = selectTimed(timing.timedPosts(), judged).flatMap((timed) => {
    const original = judged.get(timed.id);
    if (original === undefined || timed.at === undefined) return [];
    const lang = LANGUAGES.find((language) => language === original.language);
    const report = lint(
      { text: original.text, ...(lang !== undefined && { lang }) },
      { ...JUDGED_WITH, lexicons, facts: { now: timed.at } },
    );
    if (report.score === null) return [];
    const scores = report.rules.flatMap(({ id, score }) => (score === null ? [] : [[id, score] as const]));
    return [{ timed, score: report.score, rules: Object.fromEntries(scores), length: original.text.length }];
  });
  const countedBy = (metric: Metric | undefined): ScoredPost[] =>
    scored.flatMap(({ timed, ...rest }) => {
      const [value] = usablePosts(countedPosts([timed]), now, metric).posts;
      return value === undefined ? [] : [{ ...value, ...rest }];
    });
  const { verdict, score, rules: associations, n } = auditScore(countedBy(usable.metric), seed, { zone });
  const metrics = METRICS.filter((metric) => metric !== usable.metric).flatMap((metric) => {
    const other = auditScore(
      countedBy(metric).map((post) => ({ ...post, rules: {} })),
      seed,
      { zone },
    );
    return other.score === undefined ? [] : [{ metric, verdict: other.verdict, ...other.score }];
  });
  return {
    metric: usable.metric ?? null,
    verdict,
    needed: HOURS_BAR,
    posts: n,
    newest: originals.length > MAX_POSTS ? MAX_POSTS : null,
    leftOut: usable.leftOut,
    score: verdict === 'too few posts' ? null : (score ?? null),
    rules: associations,
    metrics,
  };
}

function selectTimed(posts: Iterable<TimedPost>, ids: ReadonlyMap<string, unknown>): TimedPost[] {
  const selected: TimedPost[] = [];
  for (const post of posts) if (ids.has(post.id)) selected.push(post);
  return selected;
}
