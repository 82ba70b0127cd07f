import { rules, rulesIn } from '#rules/index.js';
import { loadLexicon } from '#rules/lexicon/load.js';
import { lint, type LintOptions } from '#lint/engine.js';
import { asJson } from '#report/documents/json.js';
import { wantsColor } from '../terminal/color.js';
import { EXIT, type ExitCode } from '../user-error.js';
import { withHistory } from '../history-database.js';
import { terminalWidth, type Shell } from '../shell.js';
import { resolveLocale } from '../options/locale.js';
import type { AuditFlags } from '../options/timing.js';
import { usablePosts } from '#timing/hours/usable-posts.js';
import { countedPosts } from './account.js';
import { auditDocument } from '#report/documents/audit.js';
import { auditScore, type ScoredPost } from '#evidence/audit.js';
import { HOURS_BAR } from '#timing/hours/hours.js';
import { auditReport } from '#report/terminal/audit.js';

/** Posts that are judged at most: about two seconds. */
const MAX_POSTS = 10_000;
const LANGUAGES: readonly string[] = ['fr', 'en'];

/** Judges past posts by the rules and compares their scores with what they got. */
export async function auditCommand(shell: Shell, flags: AuditFlags): Promise<ExitCode> {
  const locale = resolveLocale(shell, flags.locale);
  const now = shell.now();
  const { account, timed, originals } = await withHistory(
    shell,
    { db: flags.db, readonly: true },
    ({ reader, timing }) => ({
      account: timing.account()?.handles ?? [],
      timed: timing.timedPosts(),
      originals: reader.posts({ kinds: ['original'] }, 'newest', MAX_POSTS + 1),
    }),
  );
  const usable = usablePosts(countedPosts(timed), now);
  const judged = new Map(originals.slice(0, MAX_POSTS).map((post) => [post.id, post]));
  const lexicons = (await Promise.all(LANGUAGES.map(loadLexicon))).flatMap((lexicon) => lexicon ?? []);
  const posts = timed.flatMap((post): ScoredPost[] => {
    const judgedPost = judged.get(post.id);
    const [value] = usablePosts(countedPosts([post]), now, usable.metric).posts;
    if (judgedPost === undefined || value === undefined) return [];
    const report = lint(
      {
        text: judgedPost.text,
        ...(LANGUAGES.includes(judgedPost.language) && { lang: judgedPost.language as 'fr' | 'en' }),
      },
      { ...JUDGED_WITH, lexicons, facts: { now: value.at } },
    );
    if (report.score === null) return [];
    const scores = report.rules.flatMap(({ id, score }) => (score === null ? [] : [[id, score] as const]));
    return [{ ...value, score: report.score, rules: Object.fromEntries(scores) }];
  });
  const titles = new Map(rulesIn(locale).map(({ id, title }) => [id, title]));
  const document = auditDocument(
    {
      account,
      seed: flags.seed,
      audit: auditScore(posts, flags.seed),
      usable,
      newest: originals.length > MAX_POSTS ? MAX_POSTS : undefined,
      formatTitle: (rule) => titles.get(rule) ?? rule,
      bar: HOURS_BAR,
    },
    locale,
  );
  const view = { color: wantsColor(shell, flags.color), columns: terminalWidth(shell), locale };
  const isJson = flags.json === true || flags.format === 'json';
  shell.stdout.write(isJson ? asJson(document) : auditReport(document, view));
  return EXIT.done;
}

/** No export tells the descriptions of pictures: judged without them, every picture would count as a fault. */
const JUDGED_WITH: Pick<LintOptions, 'rules' | 'config'> = { rules, config: { rules: { image: 'off' } } };
