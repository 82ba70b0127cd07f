// What `compose` says, in English.
import type { CommandHelp } from '../cli.js';

const help: CommandHelp = {
  summary: 'write a draft with its score beside it',
  description:
    'Write a draft in the terminal: length, score and findings follow each key. Fixes and rewrites are taken by a key. The front matter of the file stays as it is.',
  examples: [
    'tweetspan compose draft.md  # an existing draft, or a new one of that name',
    'tweetspan compose           # a new draft, saved as draft.md',
  ],
  after: [
    'Keys:',
    '  Ctrl-S save · Ctrl-Q quit · Ctrl-F fixes · Ctrl-R rewrites · Tab next panel',
    '  Ctrl-N, Ctrl-P next and previous finding · Ctrl-Z undo · Ctrl-Y redo · F1 or Ctrl-G all keys',
    '',
    'When the terminal closes, or on Ctrl-C, unsaved text is kept beside the draft as <file>.unsaved; the next compose of that draft brings it back.',
  ].join('\n'),
};

export const en = {
  help,
  file: 'draft to write; one that does not exist yet is created when you save',
  errors: {
    notATerminal: 'not a terminal: edit the file and run tweetspan lint --watch beside it',
    dumbTerminal: 'TERM=dumb cannot show a full screen: edit the file and run tweetspan lint --watch beside it',
    standardInput: 'compose needs a file name; standard input cannot be saved',
  },
  /** Below the columns or rows that it needs. */
  tooSmall: (columns: number, rows: number): string => `needs ${columns}×${rows}`,
  untitled: 'new',
  unsaved: 'unsaved',
  placeholder: 'Write your post…',
  noScore: '–/100',
  score: (text: number): string => `${text}/100`,
  scores: (text: number, whole: number): string => `text ${text}/100 · whole ${whole}/100`,
  weight: (weighted: number, limit: number): string => `${weighted}/${limit}`,
  views: { findings: 'Findings', card: 'Card', slots: 'First slots', help: 'Keys' },
  counted: (title: string, count: number): string => `${title} ${count}`,
  nothingToFix: 'Nothing to fix.',
  tooLong: 'Too long to be judged.',
  empty: 'Type a text, or paste one.',
  card: {
    noLink: 'No link yet: a post worth repeating leads to a page.',
    unknown: (link: string): string => `Nothing is known of ${link}. "tweetspan new ${link}" reads it into a draft.`,
    noTitle: 'No title: X shows the address alone.',
    picture: (url: string): string => `Picture: ${url}`,
    noPicture: 'No picture: X shows a small card.',
    media: 'The media you attach take the place of the card.',
    whole: 'A timeline shows the whole text.',
    fold: (last: string): string => `A timeline cuts it after “${last}”.`,
  },
  slots: {
    none: 'No link yet: there is nothing to plan.',
    waiting: 'Looking for slots…',
    zone: (zone: string): string => `Time zone: ${zone}`,
    dryRun: (file: string): string => `Why, and with which texts: tweetspan schedule --dry-run ${file}`,
  },
  /** What keys do, for the last line; the key first. */
  hints: [
    ['^S', 'save'],
    ['^Q', 'quit'],
    ['^F', 'fixes'],
    ['^R', 'rewrites'],
    ['Tab', 'panel'],
    ['^N', 'finding'],
    ['^Z', 'undo'],
    ['F1', 'keys'],
  ] as readonly (readonly [string, string])[],
  choiceHints: [
    ['1-9', 'take'],
    ['↑↓', 'move'],
    ['Enter', 'take'],
    ['Esc', 'back'],
  ] as readonly (readonly [string, string])[],
  keys: [
    ['Ctrl-S', 'save'],
    ['Ctrl-Q', 'quit; asks what to do if unsaved'],
    ['Ctrl-C', 'quit at once; unsaved text is kept'],
    ['Ctrl-F', 'fixes: all safe ones, or one'],
    ['Ctrl-R', 'rewrites with a higher score'],
    ['Tab', 'next panel'],
    ['Ctrl-N, Ctrl-P', 'next, previous finding'],
    ['Ctrl-Z, Ctrl-Y', 'undo, redo'],
    ['Ctrl-A, Ctrl-E', 'start, end of the line'],
    ['Ctrl-←, Ctrl-→', 'a word left, right'],
    ['Ctrl-W, Ctrl-K, Ctrl-U', 'delete word, line end, line start'],
    ['F1, Ctrl-G', 'this list'],
  ] as readonly (readonly [string, string])[],
  choices: {
    fixes: 'Take which fix?',
    rewrites: 'Take which rewrite?',
    leave: 'The text is not saved.',
    changed: (file: string): string => `${file} was changed by another program.`,
    allSafe: (count: number): string => (count === 1 ? 'the safe fix' : `all ${count} safe fixes`),
    gain: (score: number, gain: number): string => `${score}/100 (+${gain})`,
    saveAndLeave: 'save and quit',
    discard: 'quit without saving',
    overwrite: 'save mine; theirs is kept as a backup',
    reload: 'load theirs; Ctrl-Z brings mine back',
  },
  notices: {
    saved: (file: string): string => `Saved ${file}`,
    savedWithBackup: (backup: string): string => `Saved; the other version: ${backup}`,
    loaded: (file: string): string => `Loaded ${file}; Ctrl-Z brings your text back`,
    recovered: (): string => 'Unsaved text of last time is back; Ctrl-Z shows the file',
    fixed: (count: string): string => `Fixed: ${count}`,
    noFixes: (): string => 'No fixes for this text',
    noRewrites: (): string => 'No rewrite scores higher without changing what you say',
    noFindings: (): string => 'No findings',
    nothingToSave: (): string => 'Nothing to save yet',
    notWritten: (why: string): string => `Not saved: ${why}`,
    noPlace: (): string => 'This text cannot be put into the file as it stands',
  },
  /** On standard error, after the screen is closed. */
  kept: (file: string, command: string): string => `unsaved text is kept in ${file}; "${command}" brings it back`,
  notKept: (why: string): string => `the unsaved text could not be kept: ${why}`,
};

/** The shape of the section in any language. */
export type ComposeSentences = typeof en;
