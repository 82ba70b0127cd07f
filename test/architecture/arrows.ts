import type { IFlattenedRuleSet } from 'dependency-cruiser';

/** The rooms of the house, as paths from the root. `index` and `cli` stand above all of them. */
const ROOM = {
  tweet: '^src/tweet/',
  words: '^src/words/',
  lint: '^src/lint/',
  rules: '^rules/',
  timing: '^src/timing/',
  outreach: '^src/outreach/',
  history: '^src/history/',
  queue: '^src/queue/',
  store: '^src/store/',
  x: '^src/x/',
  model: '^src/model/',
  report: '^src/report/',
  cli: '^src/cli/',
} as const;
type Room = keyof typeof ROOM;

/** Where data may come from: each room with the rooms whose values it may import, and why no others. */
const ARROWS: Readonly<Record<Exclude<Room, 'cli'>, { readonly to: readonly Room[]; readonly why: string }>> = {
  tweet: { to: [], why: 'what a tweet is depends on nothing that we do with it' },
  words: { to: [], why: 'what words are worth depends on no use of them' },
  lint: { to: ['tweet', 'words'], why: 'the engine takes rules as arguments, so that it can be tested with any' },
  rules: {
    to: ['lint', 'tweet', 'words'],
    why: 'rules judge text and facts; who gathers the facts is not their matter',
  },
  timing: { to: [], why: 'numbers in, numbers out: claims about time must be testable without a history' },
  outreach: { to: ['tweet', 'words', 'lint'], why: 'messages to people are texts, judged like any other' },
  history: { to: ['tweet'], why: 'readers turn files into posts; where posts are kept is not their matter' },
  queue: { to: ['timing', 'tweet', 'words'], why: 'the queue knows its own ports, and no adapter behind them' },
  store: { to: ['tweet'], why: 'the store implements ports that the domain declares as types' },
  x: { to: ['tweet'], why: 'the API client implements ports that the domain declares as types' },
  model: {
    to: [],
    why: 'a prompt in, texts out: what a machine wrote is judged by the same rooms as what a person wrote',
  },
  report: { to: [], why: 'a renderer gets data and gives text: it must never compute a verdict' },
};

/** Rooms that render, ask about or implement what others declare may import types, which couple nothing at run time. */
const SEES_TYPES = new Set(['report', 'store', 'x', 'model']);

/** Each outside library with the only places that may load it. One door makes it replaceable, and its cost visible. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  commander: [ROOM.cli],
  chalk: [ROOM.cli, '^src/report/terminal'],
  ora: [ROOM.cli, '^src/report/terminal'],
  'better-sqlite3': ['^src/store/driver/better-sqlite3\\.ts$'],
  'twitter-api-v2': [ROOM.x],
  'twitter-text': [ROOM.tweet],
  '@twemoji/parser': [ROOM.tweet],
  eld: [ROOM.tweet],
  yaml: [ROOM.tweet],
  'image-size': [ROOM.tweet],
  valibot: [ROOM.tweet, ROOM.lint],
  natural: [ROOM.words],
  'node-cron': [ROOM.queue],
  yauzl: [ROOM.history],
  papaparse: [ROOM.history],
  diff: [ROOM.report],
  '@observablehq/plot': ['^src/report/html'],
  linkedom: ['^src/report/html'],
};

/** Node's own modules with the only rooms that may use them; pure rooms use none. */
const WORLD =
  '^(?:node:)?(?:fs|fs/promises|path|os|child_process|net|http|https|stream|zlib|readline|crypto|url|buffer)$';
const IMPURE_ROOMS = [ROOM.cli, ROOM.history, ROOM.store, ROOM.queue, ROOM.x];

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
        ...(SEES_TYPES.has(room) ? { dependencyTypesNot: ['type-only' as const] } : {}),
      },
    })),
    {
      name: 'nothing-imports-cli',
      comment: 'cli puts the house together: whoever imported it would run the program.',
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
