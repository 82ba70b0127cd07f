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
import { usablePosts } from '#timing/hours/usable-posts.js';
import type { Registration } from '../command.js';
import { withHistory, type OpenHistory } from '../history-database.js';
import { learnFrom } from '../learned.js';
import { databaseOption, formatChoice, jsonOption, newCommand, option } from '../options/common.js';
import { seedReader } from '../options/times.js';
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
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .addOption(option('--seed <n>', sentences.options.seed).argParser(seedReader(locale)).default(1))
    .action(async ({ db, seed, format, json, color, quiet }) => {
      const { account, audited } = await withHistory(shell, { db, readonly: true }, async (open) => {
        const learned = learnFrom(open, shell.now());
        const result = await learned.recall(JSON.stringify(['audit', seed]), () =>
          auditHistory(open, shell.now(), seed),
        );
        await learned.keep(shell, db);
        return { account: open.timing.account()?.handles ?? [], audited: result };
      });
      const document: AuditDocument = { schema: 'tweetspan/audit@1', account, seed, ...audited };
      const titles = new Map<string, string>(rulesIn(locale).map(({ id, title }) => [id, title]));
      const view = { color: wantsColor(shell, color), columns: terminalWidth(shell), locale, quiet };
      shell.stdout.write(
        json || format === 'json' ? asJson(document) : auditReport(document, (rule) => titles.get(rule) ?? rule, view),
      );
      finish(EXIT.done);
    });
};

/** Scores the posts of a history, and compares the scores with what the posts got. */
async function auditHistory({ reader, timing }: OpenHistory, now: number, seed: number) {
  const originals = reader.posts({ kinds: ['original'] }, 'newest', MAX_POSTS + 1);
  const usable = usablePosts(countedPosts(timing.timedPosts()), now);
  const judged = new Map(originals.slice(0, MAX_POSTS).map((post) => [post.id, post]));
  const lexicons = (await Promise.all(LANGUAGES.map(loadLexicon))).flatMap((lexicon) => lexicon ?? []);
  const posts = selectTimed(timing.timedPosts(), judged).flatMap((post): ScoredPost[] => {
    const original = judged.get(post.id);
    const [value] = usablePosts(countedPosts([post]), now, usable.metric).posts;
    if (original === undefined || value === undefined) return [];
    const lang = LANGUAGES.find((language) => language === original.language);
    const report = lint(
      { text: original.text, ...(lang !== undefined && { lang }) },
      { ...JUDGED_WITH, lexicons, facts: { now: value.at } },
    );
    if (report.score === null) return [];
    const scores = report.rules.flatMap(({ id, score }) => (score === null ? [] : [[id, score] as const]));
    return [{ ...value, score: report.score, rules: Object.fromEntries(scores) }];
  });
  const { verdict, score, rules: associations, n } = auditScore(posts, seed);
  return {
    metric: usable.metric ?? null,
    verdict,
    needed: HOURS_BAR,
    posts: n,
    newest: originals.length > MAX_POSTS ? MAX_POSTS : null,
    leftOut: usable.leftOut,
    score: verdict === 'too few posts' ? null : (score ?? null),
    rules: associations,
  };
}

function selectTimed(posts: Iterable<TimedPost>, ids: ReadonlyMap<string, unknown>): TimedPost[] {
  const selected: TimedPost[] = [];
  for (const post of posts) if (ids.has(post.id)) selected.push(post);
  return selected;
}
