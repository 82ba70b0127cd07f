// The calls that golden transcripts are made of: one format, `fixtures/transcripts/<group>/calls.json`.
import { readdirSync, readFileSync } from 'node:fs';

/** Where the calls and their transcripts are. */
export const FOLDER = 'fixtures/transcripts';

/** One transcript: commands, one after the other, in a folder of their own. */
export interface Call {
  /** The name of its file in the group, without `.txt`. */
  readonly name: string;
  /** What there is before the first command, by its name in `worlds.ts`; an empty folder when left out. */
  readonly world?: string;
  /** Commands that must succeed first; of them the transcript has the line alone. */
  readonly setup?: readonly string[];
  /** Command lines without `tweetspan`; words with blanks in quotes. */
  readonly lines: readonly string[];
  /** What is typed at the prompts of the last command; `^C` interrupts it. */
  readonly typed?: readonly string[];
  /** Standard input, which is a terminal when left out. */
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Columns of the output; 80 when left out. */
  readonly columns?: number;
  /** The present instant, ISO 8601; Monday 2026-03-02, noon UTC, when left out. */
  readonly now?: string;
  /** What `crontab -l` prints; the tool is missing when left out. */
  readonly crontab?: string;
  /** Whether the built program, as a process of its own, must answer the same. */
  readonly built?: true;
}

/** A call with the group that it belongs to: as a rule its command. */
export interface GroupedCall extends Call {
  readonly group: string;
}

/** The groups of transcripts, by name. */
export const groups = (): readonly string[] =>
  readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** All calls, group by group. */
export const allCalls = (): readonly GroupedCall[] =>
  groups().flatMap((group) =>
    (JSON.parse(readFileSync(`${FOLDER}/${group}/calls.json`, 'utf8')) as readonly Call[]).map((call) => ({
      ...call,
      group,
    })),
  );

/** The file of a call's transcript. */
export const transcriptFile = ({ group, name }: GroupedCall): string => `${FOLDER}/${group}/${name}.txt`;

/** The words of a command line, as a shell splits it. */
export const splitWords = (line: string): readonly string[] =>
  [...line.matchAll(/'([^']*)'|"([^"]*)"|[^\s'"]+/g)].map(([word, single, double]) => single ?? double ?? word);

const quoted = (word: string): string => (/^[\w./=@:-]+$/.test(word) ? word : `'${word}'`);

/** A command line as it is shown, with what its call changes in the environment. */
export function shownLine(line: string, { stdin = '', env = {}, columns }: Call): string {
  const settings = { ...env, ...(columns !== undefined && { COLUMNS: String(columns) }) };
  const words = Object.entries(settings).map(([name, value]) => `${name}=${quoted(value)}`);
  const piped = stdin === '' ? '' : `printf %s ${quoted(stdin)} | `;
  return `$ ${piped}${[...words, 'tweetspan', line].join(' ').trimEnd()}`;
}
