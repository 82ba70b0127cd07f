// What `lint` and `rules` say, and what is said of draft files, configurations and the files beside them, in English.
import { lazy } from '#base/lazy.js';
import type { DraftProblem, ValueFault } from '#draft/draft-error.js';
import { count, date, list, plural } from '../format.js';

/** What a value must be, by the code that a schema gives; arguments stand behind colons: `wholeNumber:0:20`. */
const expected = lazy((): Readonly<Record<string, (...args: readonly string[]) => string>> => ({
  text: () => 'must be text',
  notEmpty: () => 'must not be empty',
  handle: () => 'must be a handle such as "@alice", in quotes: letters, digits and _ only',
  day: () => 'must be a day such as 2026-03-02',
  duration: () => 'must be a duration such as 2d, 36h or 1w',
  window: () => 'must be a part of the day such as "08:00-20:00"',
  quoteList: () => 'must be a list such as [{ text: "…", speaker: "…" }]',
  mediaList: () => 'must be a list such as [{ file: photo.jpg, alt: "…" }]',
  variant: () => 'must be a text, or { text: …, media: […] }',
  textList: () => 'must be a list of texts',
  handleList: () => 'must be a list such as ["@alice"]',
  ambassadors: () => 'must be a file such as team.csv, or a list such as [{ handle: "@alice", text: "…" }]',
  keywords: () => 'must be a list such as [logement, loyer]',
  timeZone: () => 'must be a time zone such as Europe/Paris',
  serverAddress: () => 'must be the address of a server such as postgresql://ada@db.example.org/tweetspan',
  flag: () => 'must be true or false',
  webUrl: () => 'must be a web address such as https://example.org/guide',
  language: () => 'must be a two-letter code such as fr or en (ISO 639-1)',
  wholeNumber: (least, most) => `must be a whole number from ${least} to ${most}`,
  number: (least, most) => `must be a number from ${least} to ${most}`,
  oneOf: (...values) => `must be ${list(values, 'en', 'or')}`,
  schemaUrl: () => 'must be the URL of a schema',
  moment: () => 'must be a day such as 2027-04-10, or a time such as 2027-04-10T08:00',
  why: () => 'must say why, in up to 200 characters',
  blackoutOrder: () => 'must not end before it begins',
  blackouts: () => 'must be a list such as [{ from: 2027-04-10, until: 2027-04-11, why: election }]',
  holidayRegion: () => 'must be a country, with a region or school zone where you want one: FR, FR-A, DE-BY',
  holidays: () => 'must be a country such as FR-A, or keys such as { of: FR-A, skip: public }',
  utm: () => 'must be true or keys such as { campaign: guide }',
  utmValue: () => 'must be up to 100 letters, digits, dots, hyphens or underscores',
  aliases: () => 'must map links to links',
  words: () => 'must be a list of words',
  profileName: () => 'must be a name of up to 32 letters, digits, - and _',
  path: () => 'must be the path of a file',
  command: () => 'must be a command line such as "mail -s reminder me@example.org"',
  modelUrl: () => 'must be a URL that begins with https:// or http://',
  modelName: () => 'must be the name of a model on the server',
  keys: () => 'must contain keys',
  setting: (...levels) => `must be ${list([...levels, '{ level, weight, options }'], 'en', 'or')}`,
}));

const yaml: Readonly<Record<string, string>> = {
  BAD_INDENT: 'the indentation does not fit, or a bracket is not closed',
  TAB_AS_INDENT: 'indent with spaces, not tabs',
  DUPLICATE_KEY: 'a key appears twice',
  MISSING_CHAR: 'a character is missing, such as a closing quote or bracket',
  UNEXPECTED_TOKEN: 'something is out of place',
  BLOCK_AS_IMPLICIT_KEY: 'quote values that contain a colon',
  MULTILINE_IMPLICIT_KEY: 'a key runs over several lines',
  BAD_SCALAR_START: 'quote values that begin with a special character',
};

const known = (near: string | undefined, names: readonly string[]): string =>
  near === undefined ? `; allowed: ${names.join(', ')}` : `; did you mean ${near}?`;

function valueFault(fault: ValueFault): string {
  switch (fault.code) {
    case 'unknownKey':
      return `unknown key "${fault.path}"${known(fault.near, fault.known)}`;
    case 'unknownRule':
      return `unknown rule "${fault.path}"${known(fault.near, fault.known)}`;
    case 'missingKey':
      return `"${fault.path}" is missing`;
    case 'secretKey':
      return `"${fault.path}" is not read; keep the key out of the file: set ${fault.variable}`;
    case 'ownOnly':
      return `"${fault.path}" is read only from your own configuration (~/.config/tweetspan), never from one beside a draft; move it there`;
    case 'wrongValue': {
      const [code = '', ...args] = fault.expected.split(':');
      const received = fault.received === undefined ? '' : `, received ${JSON.stringify(fault.received)}`;
      return `"${fault.path}" ${expected()[code]?.(...args) ?? 'has a wrong value'}${received}`;
    }
    case 'yaml':
      return `not valid YAML: ${yaml[fault.reason] ?? fault.reason}`;
    case 'alias':
      return 'YAML aliases (*name) are not read; write the value out';
    case 'json':
      return 'not valid JSON';
    case 'notKeys':
      return `no keys found; write for example "${fault.example}"`;
  }
}

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
    files: 'draft files, or folders of them; - or nothing: standard input',
    minText: 'fail below this text score (rules 1 to 6, 0 to 100)',
    minScore: 'fail below this score of the whole (0 to 100)',
    fix: 'apply the safe fixes to the files',
    fixDryRun: 'show what --fix would change, without changing it',
    fixed: (fixes: number): string =>
      fixes === 0
        ? 'no fix is safe without you; the file is unchanged'
        : `${plural(fixes, 'fix', 'fixes', 'en')} applied`,
    watch: 'lint again each time a file is saved; Ctrl-C stops',
    belowText: (score: number, least: number): string => `the text score ${score} is below the required ${least}`,
    belowWhole: (score: number, least: number): string => `the score ${score} is below the required ${least}`,
    table: {
      draft: 'Draft',
      text: 'Text',
      whole: 'Whole',
      errors: 'Errors',
      warnings: 'Warnings',
      first: 'First to fix',
    },
    moreRows: (rows: number): string => `${plural(rows, 'more draft', 'more drafts', 'en')} not shown`,
    noDrafts: 'No drafts to check.',
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
  completeCampaign: (points: string, keys: readonly string[]): string =>
    `up to +${points} points: add what the campaign still lacks: ${keys.join(', ')}`,
  fixTitle: (title: string, safe: boolean): string => (safe ? `${title} (--fix does it)` : title),
  notJudged: (reasons: readonly string[]): string => `not checked: ${reasons.join('; ')}`,
  turnedOff: 'turned off',
  summary: (drafts: number, errors: number, warnings: number, hints: number): string =>
    `${plural(drafts, 'draft', 'drafts', 'en')}: ${plural(errors, 'error', 'errors', 'en')}, ${plural(warnings, 'warning', 'warnings', 'en')}, ${plural(hints, 'hint', 'hints', 'en')}`,
  options: {
    lang: 'language of the drafts (default: detected)',
    rule: 'how strict a rule is: off, warn, error or default; repeatable',
    ruleDefault: 'as each rule says',
    thesaurus: 'MyThes file (.dat) for synonyms (default: the installed one; English: built in)',
    facts: 'use the history, and fail if it cannot be read (default: use it if there is one)',
    noFacts: 'do not use the history',
    score: 'must be a number from 0 to 100',
    count: (most: number): string => `must be a whole number from 1 to ${most}`,
    language: 'must be a two-letter code such as fr or en (ISO 639-1)',
    unknownRule: (id: string, near: string | undefined, ids: readonly string[]): string =>
      `unknown rule "${id}"${known(near, ids)}`,
    levels: (id: string, levels: readonly string[]): string =>
      `must be ${list(
        levels.map((level) => `${id}=${level}`),
        'en',
        'or',
      )}`,
  },
  valueFault,
  problem: (problem: DraftProblem): string => {
    switch (problem.code) {
      case 'unclosedFrontMatter':
        return 'the front matter opened by "---" is never closed; add a line "---"';
      case 'unknownDirective':
        return `"tweetspan-${problem.name}" is not a directive with rules; write <!-- tweetspan-disable hashtags --> or <!-- tweetspan-disable-next-line hashtags -->`;
      case 'reversedDays':
        return `"campaign.until" (${problem.until}) is before "campaign.from" (${problem.from}); swap them`;
      case 'frontMatter':
        return `front matter: ${valueFault(problem.fault)}`;
      case 'value':
        return valueFault(problem.fault);
    }
  },
  atLine: (line: number, message: string): string => `line ${line}: ${message}`,
  inFile: (file: string, message: string): string => `${file}: ${message}`,
  errors: {
    tooLong: (received: number, allowed: number): string =>
      `the text has ${plural(received, 'character', 'characters', 'en')}; the maximum is ${count(allowed, 'en')}. Put one post in each file`,
    binary: (): string => 'binary file; a draft is a text file in UTF-8',
    empty: (): string => 'the draft is empty; write the text of the post and its link',
    noDraft: (): string =>
      'no draft: name a file (tweetspan lint draft.md) or pipe one in (echo "My post https://…" | tweetspan lint -)',
    longInput: (most: string): string => `more than ${most} on standard input; a draft is one post`,
    folder: (): string => 'this is a folder; name the files in it, such as drafts/*.md',
    notRegular: (): string => 'not a regular file; pipe its text in with -',
    largeFile: (size: string, most: string): string => `the file has ${size}; a draft is one post, ${most} at most`,
    noFile: (): string => 'no such file; check the name, or use - for standard input',
    textAsFile: (): string => 'this is a text, not a file; to score it: echo "My post https://…" | tweetspan lint -',
    noPermission: (): string => 'no permission to read it; change its mode or owner',
    unreadable: (reason: string): string => `cannot be read (${reason})`,
    notUtf8: (): string => 'this text is not valid UTF-8; save the draft as UTF-8',
    unwritable: (reason: string): string => `cannot be written (${reason}); nothing was changed`,
    unwritableFile: (file: string, reason: string): string =>
      `${file} cannot be written (${reason}); nothing was changed`,
    manyBackups: (copies: number): string =>
      `there are already ${copies} backups of it; remove some. Nothing was changed`,
    linkedConfig: (file: string): string =>
      `${file}: a symbolic link to a file outside its folder is not read; copy the configuration, or name it with --config`,
    notRegularConfig: (file: string): string => `${file}: not a regular file; write the configuration into a file`,
    largeConfig: (file: string): string => `${file}: larger than 1 MiB; a configuration is much smaller`,
    noConfig: (file: string, reason: string): string => `${file}: the configuration cannot be read (${reason})`,
    noThesaurus: (file: string): string => `${file}: no such thesaurus; check the name`,
    notMythes: (file: string): string =>
      `${file}: not a MyThes thesaurus; name a .dat file whose first line is its encoding, such as thes_fr.dat`,
    notThesaurusFile: (file: string): string => `${file}: not a file; name a MyThes thesaurus, such as thes_fr.dat`,
    largeThesaurus: (file: string): string => `${file}: larger than 64 MiB; a thesaurus has 5 to 20`,
    encoding: (file: string, encoding: string): string =>
      `${file}: unknown encoding "${encoding}"; save the thesaurus as UTF-8`,
    badThesaurus: (file: string, reason: string): string => `${file}: cannot be read (${reason})`,
    noPermissionFor: (file: string): string => `${file}: no permission to read it; change its mode or owner`,
    noAmbassadors: (file: string): string => `campaign.ambassadors: ${file}: no such file; check the name`,
    outsideAmbassadors: (file: string): string =>
      `campaign.ambassadors: ${file} is outside the folder of the draft; put it beside the draft or below`,
    notRegularAmbassadors: (file: string): string =>
      `campaign.ambassadors: ${file} is not a regular file; name a list such as team.csv`,
    badAmbassadors: (file: string, reason: string): string =>
      `campaign.ambassadors: ${file} cannot be read (${reason})`,
    largeAmbassadors: (file: string): string => `campaign.ambassadors: ${file} is larger than 1 MiB`,
    badHandle: (file: string, row: number): string =>
      `campaign.ambassadors: ${file}, row ${row}: not a handle; write @name, then a comma and the text`,
  },
  configuration: (draft: string, file: string | undefined): string => `${draft}: configuration: ${file ?? 'none'}`,
  withoutHistory: (reason: string): string => `scored without the history: ${reason}`,
  unreadMedia: { outside: 'outside the folder of the draft', notRegular: 'not a regular file' },
  sources: {
    ownPosts: 'likes and reposts of your posts',
    // A plain list does not name what its figures count.
    list: (source: string, measure: string, day: string): string =>
      [source, ...(measure === 'figure' ? [] : [measure]), date(day, 'en')].join(', '),
  },
};

/** The shape of the section in any language. */
export type LintSentences = typeof en;
