// What `lint` and `rules` say, in English.
import { plural } from '../format.js';

export const en = {
  lint: {
    help: {
      summary: 'score drafts against the ten longevity rules',
      description: 'Score drafts against the ten longevity rules and see what to fix.',
      examples: [
        'tweetspan lint draft.md',
        'tweetspan lint --fix drafts/*.md             # apply the safe fixes',
        'tweetspan lint --min-text 60 --quiet *.md    # for CI: the findings alone',
        'echo "My post https://example.org" | tweetspan lint -',
      ],
    },
    files: 'draft files; - or nothing: standard input',
    minText: 'fail below this text score (rules 1 to 6, 0 to 100)',
    minScore: 'fail below this score of the whole (0 to 100)',
    fix: 'apply the safe fixes to the files',
    fixDryRun: 'show what --fix would change, without changing it',
    fixNeedsFile: '--fix writes a file back; use --fix-dry-run with standard input',
  },
  rules: {
    help: {
      summary: 'list the rules, or explain one',
      description: 'List the ten rules, or explain one with its evidence, options and examples.',
      examples: ['tweetspan rules', 'tweetspan rules hashtags', 'tweetspan rules 4'],
    },
    id: 'id or number of a rule',
    lever: { relevance: 'relevance', search: 'search', amplification: 'amplification' },
    grade: { measured: 'measured', published: 'published', advice: 'advice' },
    facts: (id: string, lever: string, weight: number): string => `${id} · ${lever} · weight ${weight}`,
    evidence: 'Evidence',
    options: 'Options',
    messages: 'Findings',
    good: 'Good',
    bad: (messageId: string): string => `Needs work (${messageId})`,
    flag: (name: string, value: boolean): string => `${name} (default ${value})`,
    number: (name: string, value: number, least: number, most: number): string =>
      `${name} (default ${value}, from ${least} to ${most})`,
  },
  severity: { error: 'error', warning: 'warning', info: 'hint' },
  textScore: 'Text',
  score: 'Whole',
  points: (points: string, possible: string): string => `${points} of ${possible}`,
  total: (score: number): string => `${`= ${score}`.padStart(5)} of  100`,
  loss: (points: string, message: string): string => `−${points} ${message}`,
  cap: (points: string, at: number, message: string): string => `−${points} at most ${at}: ${message}`,
  open: (points: string): string => `open: up to +${points} once planned`,
  title: (score: number): string => `text ${score}/100`,
  unscored: {
    reply: 'not scored: it answers somebody',
    repost: 'not scored: it repeats the post of somebody else',
  },
  length: (weighted: number, limit: number, parts: readonly string[]): string =>
    `Length ${weighted} of ${limit}${parts.length > 0 ? ` = ${parts.join(' + ')}` : ''}`,
  parts: {
    text: 'text',
    wide: 'double-width characters',
    links: 'links',
    emoji: 'emoji',
    hashtags: 'tags',
    mentions: 'mentions',
  },
  next: 'Next',
  nothingToFix: 'nothing to fix',
  gain: (points: string, message: string): string => `up to +${points} points: ${message}`,
  planCampaign: (points: string): string =>
    `up to +${points} points: plan what comes after the post, for example campaign: { reposts: 2 }`,
  fixTitle: (title: string, safe: boolean): string => (safe ? `${title} (--fix does it)` : title),
  notJudged: (reasons: readonly string[]): string => `not checked: ${reasons.join('; ')}`,
  turnedOff: 'turned off',
  summary: (drafts: number, errors: number, warnings: number, hints: number): string =>
    `${plural(drafts, 'draft', 'drafts', 'en')}: ${plural(errors, 'error', 'errors', 'en')}, ${plural(warnings, 'warning', 'warnings', 'en')}, ${plural(hints, 'hint', 'hints', 'en')}`,
};

/** The shape of the section in any language. */
export type LintSentences = typeof en;
