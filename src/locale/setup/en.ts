// What `init`, `completion` and `lint --watch` say, in English.
import type { CommandHelp } from '../cli.js';
import { plural } from '../format.js';

const initHelp: CommandHelp = {
  summary: 'write a configuration and a sample draft',
  description: 'Write a configuration and a sample draft. Existing files are kept as they are.',
  examples: [
    'tweetspan init              # five questions, Enter accepts the default',
    'tweetspan init --yes posts  # the defaults, in the folder posts',
  ],
};

export const en = {
  init: {
    help: initHelp,
    folder: 'folder to write to (default: this one)',
    yes: 'accept every default without questions',
    intro: (questions: number): string =>
      `${plural(questions, 'question', 'questions', 'en')}. Enter keeps [the answer]. Ctrl-C quits.`,
    questions: {
      lang: 'Language of your posts (en, fr)',
      link: 'Page to promote (URL)',
      zone: 'Time zone of your readers',
      window: 'Hours in which posts may go out',
      minText: 'Lowest text score that passes (0 to 100)',
    },
    invalid: {
      lang: 'use en or fr',
      link: 'use a URL such as https://example.org/guide',
      zone: 'use a city or an IANA time zone such as Europe/Paris',
      window: 'use a time range such as 08:00-20:00',
      minText: 'use a whole number from 0 to 100',
    },
    wrote: (file: string): string => `Wrote ${file}`,
    kept: (file: string): string => `Kept ${file}: it exists already`,
    next: 'Next:',
    steps: {
      lint: 'score the draft and see what to fix',
      rewrite: 'see better texts for it',
      schedule: 'preview when it would go out',
    },
  },
  watch: {
    needsFile: '--watch needs a file or folder; standard input does not change',
    needsText: (format: string): string => `--watch cannot be used with --format ${format}; use text or table`,
    waiting: 'Watching for changes; Ctrl-C stops',
  },
};

/** The shape of the section in any language. */
export type SetupSentences = typeof en;
