// What every command says, and how the values of options are to be written, in English.
import { count } from '../format.js';

/** The texts of one command's help. Examples are command lines, each with an optional remark behind `#`. */
export interface CommandHelp {
  readonly summary: string;
  readonly description: string;
  readonly examples?: readonly string[];
  readonly after?: string;
}

/** The groups of the commands, in the order of the help. */
export interface GroupTitles {
  readonly write: string;
  readonly plan: string;
  readonly learn: string;
  readonly people: string;
  readonly x: string;
  readonly system: string;
}

const groups: GroupTitles = {
  write: 'Write:',
  plan: 'Plan:',
  learn: 'Learn:',
  people: 'People:',
  x: 'X:',
  system: 'System:',
};

export const en = {
  program: {
    description: 'Lint, rewrite, schedule and track tweets that carry a link.',
    examples: [
      'tweetspan init                 # begin: five questions and a sample draft',
      'tweetspan lint draft.md        # score a draft and see what to fix',
      'tweetspan rewrite draft.md     # better texts for the same draft',
      'tweetspan schedule draft.md    # plan reposts of its link',
      'tweetspan import archive.zip   # read your posts from an X archive',
      'tweetspan decay                # see how long each link lives',
    ],
    more: 'All commands: tweetspan --help. One of them: tweetspan lint --help.',
    version: 'print the version',
    help: 'print this help',
    exitCodes: (code: Readonly<Record<string, number>>): string =>
      [
        'Exit codes:',
        `  ${code['done']}    done`,
        `  ${code['findings']}    findings, or some items failed`,
        `  ${code['usage']}    wrong usage or configuration, or input that cannot be read`,
        `  ${code['nativePart']}   a native part is missing`,
        `  ${code['bug']}   internal error`,
        `  ${code['tryLater']}   try again later`,
        `  ${code['credentials']}   not signed in, or credentials refused`,
        `  ${code['version']}   a history of another version`,
        `  ${code['interrupted']}  interrupted`,
      ].join('\n'),
  },
  groups,
  frame: {
    'Usage:': 'Usage:',
    'Arguments:': 'Arguments:',
    'Options:': 'Options:',
    'Global Options:': 'Global options:',
    'Commands:': 'Commands:',
    examples: 'Examples:',
    separator: '; ',
    choices: (list: string): string => `choices: ${list}`,
    default: (value: string): string => `default: ${value}`,
  },
  /** Placeholders of arguments and values that another language calls otherwise: none in English. */
  placeholders: {} as Readonly<Record<string, string>>,
  options: {
    help: 'print this help',
    locale: 'language of the messages (default: from the environment)',
    color: 'force color',
    noColor: 'no color',
    quiet: 'the result alone: no headings, hints or remarks',
    verbose: 'more detail on standard error',
    database: 'history file, or postgres://… of a shared queue (default: TWEETSPAN_DB, else in your data folder)',
    config: 'configuration file (default: tweetspan.config.json or .yaml, searched upward from the draft)',
    format: 'output format',
    json: 'same as --format json',
    limit: 'maximum rows (0: all)',
    profile: 'account to work for, by its name in your configuration (default: TWEETSPAN_PROFILE)',
    csvSeparator: 'what separates the cells of CSV; semicolon: for French spreadsheets, with decimal commas',
    csvMark: 'begin CSV with a byte-order mark, for Excel (default with semicolon)',
  },
  errors: {
    interrupted: 'interrupted; nothing was changed',
    tooMuchInput: (max: number) => `standard input has more than ${max} bytes: send one line per answer`,
    noAnswer: (prompt: string) => `no answer to "${prompt}"; nothing was changed`,
    wrongProxy: (variable: string): string =>
      `${variable} is not the URL of a proxy: write for example http://proxy.example.org:3128, or unset it`,
    unknownCommand: (name: string): string => `unknown command "${name}"`,
    textIsNoCommand: 'this is a text, not a command; to score it: echo "My post https://…" | tweetspan lint -',
    unknownOption: (flag: string): string => `unknown option ${flag}`,
    missingArgument: (name: string): string => `missing argument <${name}>`,
    missingValue: (flags: string): string => `${flags} needs a value`,
    conflict: (one: string, other: string): string => `${one} cannot be used with ${other}`,
    tooManyArguments: (most: number, received: number): string => {
      const allowed = most === 0 ? 'no argument' : most === 1 ? 'one argument' : `at most ${most} arguments`;
      return `too many arguments: this command takes ${allowed}, received ${received}`;
    },
    invalidValue: (what: string, value: string, reason: string): string => `${what}: received "${value}"; ${reason}`,
    choices: (list: string): string => `use one of ${list}`,
    didYouMean: (names: string): string => ` (did you mean ${names}?)`,
    seeHelp: (command: string): string => `(${command} --help shows the usage)`,
    internal: (detail: string): string => `internal error (${detail}); please report it with the output of --verbose`,
    output: (code: string): string => `standard output cannot be written (${code}); free some space and run it again`,
    atLine: (line: number, message: string): string => `line ${line}: ${message}`,
  },
  values: {
    duration: 'use a duration such as 90m, 36h, 2d or 1w',
    dayOrTime: 'use a date such as 2026-12-31, or a time such as 2026-12-31T09:00',
    window: 'use a time range such as 08:00-20:00',
    skippedDays: 'use weekdays, dates or ranges of them, such as sat,sun or 2026-12-24..2027-01-02',
    missed: 'use skip, next-slot or a duration such as 2h',
    zone: 'use an IANA time zone such as Europe/Paris or UTC',
    wholeNumber: (least: number, most: number): string =>
      `use a whole number from ${count(least, 'en')} to ${count(most, 'en')}`,
  },
};

/** The shape of the section in any language. */
export type CliSentences = typeof en;
