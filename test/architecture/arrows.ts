import type { IFlattenedRuleSet } from 'dependency-cruiser';

/** The rooms, as paths from the root. `index` and `cli` stand above all of them. */
const ROOM = {
  base: '^src/base/',
  tweet: '^src/tweet/',
  draft: '^src/draft/',
  page: '^src/page/',
  web: '^src/web/',
  words: '^src/words/',
  lint: '^src/lint/',
  rules: '^rules/',
  rewrite: '^src/rewrite/',
  timing: '^src/timing/',
  compose: '^src/compose/',
  campaign: '^src/campaign/',
  outreach: '^src/outreach/',
  evidence: '^src/evidence/',
  history: '^src/history/',
  queue: '^src/queue/',
  store: '^src/store/',
  x: '^src/x/',
  model: '^src/model/',
  doctor: '^src/doctor/',
  locale: '^src/locale/',
  report: '^src/report/',
  mcp: '^src/mcp/',
  cli: '^src/cli/',
} as const;
type Room = keyof typeof ROOM;

interface Arrow {
  /** Rooms whose values and types may be imported. */
  readonly to: readonly Room[];
  /** Rooms of which only types may be imported. */
  readonly types?: readonly Room[] | 'all';
  readonly why: string;
}

/** Where data may come from: each room with the rooms that it may import, and why no others. Nothing is transitive. */
const ARROWS: Readonly<Record<Exclude<Room, 'cli'>, Arrow>> = {
  base: { to: [], why: 'the ground: constants and small readers that every room may need' },
  tweet: { to: ['base'], why: 'what a tweet is depends on nothing that we do with it' },
  draft: {
    to: ['base', 'tweet'],
    types: ['page'],
    why: 'a draft file is text and keys, what its page says among them; what they are worth is judged elsewhere',
  },
  page: { to: ['base'], why: 'a page is read as it is; what to make of it is decided elsewhere' },
  web: { to: ['base'], types: 'all', why: 'fetches what a port asks for; what is read from it is decided elsewhere' },
  words: { to: ['base', 'tweet'], why: 'what words are worth depends on no use of them' },
  lint: {
    to: ['base', 'tweet', 'draft', 'words', 'locale'],
    why: 'the engine takes rules as arguments, so that any can be tested; of locale it needs numbers and dates',
  },
  rules: {
    to: ['base', 'lint', 'tweet', 'words'],
    types: ['draft'],
    why: 'rules judge text and facts; who gathers facts is not their matter',
  },
  rewrite: { to: ['base', 'tweet', 'draft', 'lint', 'words', 'page'], why: 'a rewrite is a text that is linted again' },
  timing: { to: ['base'], why: 'numbers in, numbers out: claims about time must be testable without a history' },
  campaign: {
    to: ['base', 'tweet', 'draft', 'words', 'lint', 'rewrite', 'timing', 'queue'],
    types: ['history'],
    why: 'one plan for one link, from data alone; it refuses texts and people by the tests that the queue sends by',
  },
  compose: {
    to: ['base', 'tweet', 'draft', 'lint', 'locale', 'report'],
    why: 'what an editor shows and how keys change it, without a terminal; it draws as reports do',
  },
  outreach: {
    to: ['base', 'tweet', 'words', 'lint', 'rewrite', 'timing'],
    types: ['draft'],
    why: 'messages to people are texts, judged like any other; they come from drafts',
  },
  evidence: {
    to: ['base', 'lint', 'timing'],
    why: 'measures what rules are worth; needs their reports and the mathematics',
  },
  history: { to: ['base', 'tweet'], why: 'readers turn files into posts; where posts are kept is not their matter' },
  queue: { to: ['base', 'timing', 'tweet', 'words'], why: 'the queue knows its own ports, and no adapter behind them' },
  store: { to: ['base', 'tweet'], types: 'all', why: 'the store implements ports that the domain declares as types' },
  x: { to: ['base', 'tweet'], types: 'all', why: 'the API client implements ports that the domain declares as types' },
  model: {
    to: ['base'],
    types: 'all',
    why: 'a prompt in, texts out: what a machine wrote is judged where people’s texts are',
  },
  doctor: {
    to: ['base'],
    types: 'all',
    why: 'facts in, codes out: who gathers the facts is not its matter',
  },
  locale: { to: ['base'], types: 'all', why: 'sentences need the shape of what they speak of, never its code' },
  report: {
    to: ['base', 'locale', 'queue'],
    types: 'all',
    why: 'a renderer gets data and gives text: it must never compute a verdict; its schemas list the codes of the queue',
  },
  mcp: {
    to: ['base', 'locale', 'report'],
    types: 'all',
    why: 'cli hands it the jobs: it only translates them for an agent, whom it speaks to in the language of the run',
  },
};

/** Each outside library with the only places that may load it. One door makes it replaceable, and its cost visible. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  commander: [ROOM.cli],
  chalk: [ROOM.cli, '^src/report/terminal'],
  'get-east-asian-width': ['^src/report/terminal'],
  ora: [ROOM.cli, '^src/report/terminal'],
  '@earendil-works/pi-tui': ['^src/cli/editor/'],
  pg: ['^src/store/postgres/'],
  'better-sqlite3': ['^src/store/driver/better-sqlite3\\.ts$'],
  '@napi-rs/keyring': [ROOM.x],
  'twitter-api-v2': [ROOM.x],
  'twitter-text': [ROOM.tweet],
  '@twemoji/parser': [ROOM.tweet],
  eld: [ROOM.tweet],
  yaml: [ROOM.draft, ROOM.cli],
  'fastest-levenshtein': [ROOM.base],
  'file-type': [ROOM.tweet],
  'image-size': [ROOM.tweet],
  '@commander-js/extra-typings': [ROOM.cli],
  valibot: [ROOM.draft, ROOM.lint, '^src/report/documents', ROOM.mcp],
  '@valibot/to-json-schema': [ROOM.mcp],
  '@modelcontextprotocol/sdk': [ROOM.mcp],
  natural: [ROOM.words],
  'node-cron': [ROOM.queue],
  yauzl: [ROOM.history],
  papaparse: [ROOM.history],
  opening_hours: ['^src/cli/holidays\\.ts$'],
  diff: [ROOM.report],
  '@observablehq/plot': ['^src/report/html'],
  linkedom: ['^src/report/html', ROOM.page],
  '@mozilla/readability': [ROOM.page],
  feedsmith: [ROOM.page],
};

/** Node's own modules with the only rooms that may use them; pure rooms use none. */
const WORLD =
  '^(?:node:)?(?:fs|fs/promises|path|os|child_process|net|http|https|stream|zlib|readline|crypto|url|buffer)$';
const IMPURE_ROOMS = [ROOM.cli, ROOM.history, ROOM.store, ROOM.queue, ROOM.x, ROOM.web, ROOM.mcp];

const inPackage = (name: string): string => `node_modules/${name.replaceAll('/', '\\/')}/`;

/** The arrows of the house as rules for dependency-cruiser, each with the reason that a breach is shown with. */
export const arrows: Required<Pick<IFlattenedRuleSet, 'forbidden'>> = {
  forbidden: [
    ...Object.entries(ARROWS).map(([room, { to, why }]) => ({
      name: `arrows-of-${room}`,
      comment: `${room} may import ${to.length === 0 ? 'no other room' : to.join(', ')}: ${why}.`,
      severity: 'error' as const,
      from: { path: ROOM[room as Room] },
      to: {
        path: Object.values(ROOM),
        pathNot: [ROOM[room as Room], ...to.map((other) => ROOM[other])],
        ...(ARROWS[room as keyof typeof ARROWS].types === undefined
          ? {}
          : { dependencyTypesNot: ['type-only' as const] }),
      },
    })),
    ...Object.entries(ARROWS)
      .filter(([, { types }]) => Array.isArray(types))
      .map(([room, { to, types }]) => ({
        name: `types-of-${room}`,
        comment: `${room} may import types of ${String(types)} besides: a type couples nothing at run time, but it does couple minds.`,
        severity: 'error' as const,
        from: { path: ROOM[room as Room] },
        to: {
          path: Object.values(ROOM),
          pathNot: [ROOM[room as Room], ...[...to, ...(types as readonly Room[])].map((other) => ROOM[other])],
          dependencyTypes: ['type-only' as const],
        },
      })),
    {
      name: 'nothing-imports-cli',
      comment: 'cli puts the house together: to import it would run the program.',
      severity: 'error',
      from: { pathNot: [ROOM.cli] },
      to: { path: ROOM.cli },
    },
    {
      name: 'only-cli-and-index-import-rules',
      comment: 'the engine takes `readonly Rule[]`; only the two ends, program and library, choose which.',
      severity: 'error',
      from: { pathNot: [ROOM.cli, ROOM.rules, '^src/index\\.ts$'] },
      to: { path: ROOM.rules },
    },
    ...Object.entries(DOORS).map(([library, rooms]) => ({
      name: `door-of-${library}`,
      comment: `${library} has one door (${rooms.join(', ')}): what else needs it asks there.`,
      severity: 'error' as const,
      from: { pathNot: [...rooms] },
      to: { path: inPackage(library) },
    })),
    {
      name: 'no-other-library',
      comment: 'a library without a door was added: give it one here, with its cost in mind.',
      severity: 'error',
      from: {},
      to: { path: 'node_modules/', pathNot: Object.keys(DOORS).map(inPackage) },
    },
    {
      name: 'never-the-root-of-natural',
      comment: 'the root of natural prints to stdout, loads .env into the environment and takes half a second.',
      severity: 'error',
      from: {},
      to: {
        path: 'node_modules/natural/',
        pathNot: 'node_modules/natural/lib/natural/(?:stemmers|distance)/\\w+\\.js$',
      },
    },
    {
      name: 'door-of-node:sqlite',
      comment: 'node:sqlite has one door (src/store/driver): what else needs a database uses its port.',
      severity: 'error',
      from: { pathNot: ['^src/store/driver/node-sqlite\\.ts$'] },
      to: { path: '^(?:node:)?sqlite$' },
    },
    {
      name: 'pure-rooms-touch-no-world',
      comment: 'pure rooms get files, time and chance as arguments: that is what makes them testable.',
      severity: 'error',
      from: { pathNot: IMPURE_ROOMS },
      to: { path: WORLD, dependencyTypes: ['core'] },
    },
    {
      name: 'no-circles',
      comment: 'two files that need each other are one subject in two places.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
};
