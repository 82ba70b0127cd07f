// What `doctor` and `service` say, and what a reminder says on the desktop, in English.
import type { FindingData, HealthStatus, RemedyData, Scope } from '#doctor/check.js';
import type { ServiceFault } from '#doctor/facts.js';
import type { Place } from '#x/auth/fault.js';
import type { CommandHelp } from '../cli.js';
import { count, list, moment, money, plural, span } from '../format.js';

/** What other sections word for a finding: the reason of a pause, items by state, a fault of the credentials. */
export interface QueuePhrases {
  readonly reason: (reason: { readonly code: string; readonly detail: string }) => string;
  readonly states: (states: FindingData['queue-holds']['states']) => string;
  readonly credentials: (fault: FindingData['credentials-unusable']['fault']) => string;
  /** A problem of the store, by its code and data, as a sentence without its full stop. */
  readonly store: (problem: string, data: object) => string;
  readonly place: (place: Place) => string;
}

/** A sentence for each finding, made from its data. */
export type FindingSentences = {
  readonly [Code in keyof FindingData]: (data: FindingData[Code], phrases: QueuePhrases) => string;
};

/** A sentence for each remedy, made from its data. */
export type RemedySentences = { readonly [Code in keyof RemedyData]: (data: RemedyData[Code]) => string };

/** A clause for each reason that no service can be installed. */
export type ServiceFaultClauses = {
  readonly [Code in ServiceFault['code']]: (fault: Extract<ServiceFault, { readonly code: Code }>) => string;
};

const megabytes = (bytes: number): string => `${count(Math.ceil(bytes / 1e6), 'en')}\u00a0MB`;

/** Numbers of items, the first few of them. */
const numbers = ({ items }: { readonly items: readonly number[] }): string =>
  `${items.slice(0, 5).join(', ')}${items.length > 5 ? ' …' : ''}`;

const utc = (instant: string): string => `${moment(instant.slice(0, 16), 'en')} UTC`;

const amount = ({ spent, cap }: { readonly spent: number; readonly cap: number }): string =>
  `${money(spent, 'en')} of ${money(cap, 'en')}`;

const versions = ({ version }: FindingData['newer']): string =>
  version === undefined ? '' : ` (version ${version.found}; this one reads ${version.present})`;

const scopes: Readonly<Record<Scope, string>> = {
  'tweet.write': 'to post',
  'media.write': 'to add images',
  'offline.access': 'to stay signed in',
  'tweet.read': 'to read your posts',
  'users.read': 'to know your account',
};

const serviceFaults: ServiceFaultClauses = {
  'no-manager': ({ platform }) => `neither systemd nor launchd on ${platform}`,
  'tool-missing': ({ tool }) => `${tool} was not found`,
  'tool-refuses': ({ tool, reply }) => `${tool} answers: “${reply}”`,
  'no-home': () => 'HOME is not set',
};

const serviceFault = (fault: ServiceFault): string =>
  (serviceFaults[fault.code] as (fault: ServiceFault) => string)(fault);

const findings: FindingSentences = {
  'node-runs': ({ version, node }) => `tweetspan ${version} runs on Node ${node}.`,
  'engine-works': ({ engine }) => `The database engine works (${engine}).`,
  'engine-missing': ({ why }) => `No database engine works: ${why}.`,
  'no-history': ({ file }) => `No history yet (${file}).`,
  'history-sound': ({ file, bytes, version }) =>
    `The history is intact: ${file}, ${megabytes(bytes)}, version ${version}.`,
  'history-unchecked': ({ file, bytes, version }) =>
    `The history opens, but is too large to check: ${file}, ${megabytes(bytes)}, version ${version}.`,
  damaged: ({ file, detail }) => `${file} is damaged (${detail}).`,
  unreadable: ({ file, detail }) => `${file} cannot be read (${detail}).`,
  'no-native-part': ({ file }) => `${file} cannot be opened without a database engine.`,
  newer: (data) => `${data.file} was written by a later tweetspan${versions(data)}.`,
  older: (data) => `${data.file} was written by an earlier tweetspan${versions(data)}.`,
  'not-ours': ({ file }) => `${file} is a database of another program.`,
  locked: ({ file }) => `${file} is locked: another program is writing to it.`,
  'read-only': ({ file }) => `${file} can be read, but not written.`,
  full: ({ file }) => `The disk of ${file} is full.`,
  corrupt: ({ file }) => `${file} is damaged or not a database.`,
  unreachable: ({ file }) => `${file} cannot be opened.`,
  'network-disk': ({ file, system }) =>
    `${file} is on a network disk (${system}), where SQLite can damage it: its write-ahead log needs a local disk.`,
  'synced-folder': ({ file, service }) =>
    `${file} is in a folder that ${service} copies to other machines, which can damage it or post twice.`,
  'little-space': ({ file, freeBytes }) =>
    `Only ${count(Math.floor(freeBytes / 1e6), 'en')}\u00a0MB are free on the disk of ${file}.`,
  'server-open': ({ place, version, schema, isEncrypted }) =>
    `The queue is on ${place}: PostgreSQL ${version}, schema ${schema}, ${isEncrypted ? 'encrypted' : 'not encrypted'}.`,
  'server-unusable': ({ problem, problemData }, { store }) => `The shared queue: ${store(problem, problemData)}.`,
  'server-unencrypted': () => 'The connection to the server is not encrypted: others on the network can read along.',
  'server-replaced': () =>
    'The server was put back from a backup or taken over by another one: nothing is sent until your posts on X have been read.',
  'server-worked-on-by': ({ role }) =>
    role === 'owner' ? 'You may work on the shared queue and update its schema.' : 'You may work on the shared queue.',
  'server-read-by': () => 'You may only read the shared queue.',
  'server-clock-same': () => 'Your clock agrees with the server’s.',
  'server-clock-differs': ({ ahead }) =>
    `Your clock is ${span(Math.abs(ahead), 'en')} ${ahead < 0 ? 'behind' : 'ahead of'} the server’s; the shared queue goes by the server’s.`,
  'server-media': ({ files, bytes }) =>
    `The server keeps ${plural(files, 'image or video', 'images and videos', 'en')}, ${megabytes(bytes)}.`,
  'no-posts': () => 'The history has no posts yet.',
  'history-of': ({ handles, id, posts, newest }) => {
    const names = handles.map((handle) => `@${handle}`).join(', ');
    const owner = names !== '' ? names : id === undefined ? 'an unnamed account' : `account ${id}`;
    const age = newest === undefined ? '' : `, the latest ${span(newest.age, 'en')} ago (${utc(newest.at)})`;
    return `History of ${owner}: ${plural(posts, 'post', 'posts', 'en')}${age}.`;
  },
  'not-signed-in': ({ byApi }) =>
    byApi === 0
      ? 'You are not signed in to X: post by hand when reminded.'
      : `You are not signed in to X, and ${plural(byApi, 'planned post is', 'planned posts are', 'en')} to be sent by tweetspan.`,
  'credentials-exposed': ({ file, mode }) => `Other users can read ${file} (mode ${mode}); it is not used.`,
  'credentials-unusable': ({ fault }, { credentials }) => `Your credentials cannot be used: ${credentials(fault)}.`,
  'signed-in-by-keys': ({ place }, phrases) =>
    `Signed in to X with the keys of an app, which do not expire; stored in ${phrases.place(place)}.`,
  'signed-in-renewed': ({ place }, phrases) =>
    `Signed in to X in the browser, renewed automatically; stored in ${phrases.place(place)}.`,
  'signed-in-until': ({ place, expiresAt }, phrases) =>
    `Signed in to X in the browser until ${utc(expiresAt)}, not renewed; stored in ${phrases.place(place)}.`,
  'sign-in-expired': ({ place, expiresAt }, phrases) =>
    `Your sign-in to X expired on ${utc(expiresAt)} and is not renewed; stored in ${phrases.place(place)}.`,
  'scopes-unknown': () =>
    'What your keys allow is shown in X’s Developer Console only; posting needs “Read and write”.',
  'scopes-complete': () => 'Your sign-in allows posting, adding images and staying signed in.',
  'scopes-missing': ({ missing }) =>
    `Your sign-in does not include ${list(
      missing.map((scope) => `${scope} (${scopes[scope]})`),
      'en',
    )}.`,
  'account-unknown': () => 'Whether your keys belong to the account of the history is unknown; --online asks X.',
  'account-same': ({ signedIn }) => `You are signed in as ${signedIn}, whose history this is.`,
  'account-other': ({ signedIn, owner }) => `You are signed in as ${signedIn}, but this is the history of ${owner}.`,
  'online-accepted': ({ handle, price }) =>
    `X accepts your sign-in as @${handle}; the check cost ${money(price, 'en')}.`,
  'online-over-budget': ({ price }) => `X was not contacted: your budget does not allow ${money(price, 'en')}.`,
  'online-unreachable': ({ detail }) => `X cannot be reached now (${detail}).`,
  'online-rejected': ({ detail }) => `X rejects your sign-in: ${detail}.`,
  'online-stopped': (data, { reason }) => `X answered: ${reason(data)}.`,
  'clock-not-compared': () => 'Your clock has not been compared with X’s yet: nothing was sent or read.',
  'clock-right': () => 'Your clock agrees with X’s.',
  'clock-wrong': ({ ahead, seenAgo }) =>
    `Your clock is ${span(Math.abs(ahead), 'en')} ${ahead < 0 ? 'behind' : 'ahead of'} X’s (seen ${span(seenAgo, 'en')} ago).`,
  'zone-used': ({ zone, from, rules }) =>
    `Times are in ${zone}, from ${from === 'TZ' ? 'TZ' : 'your system'}${rules === '' ? '' : `, time zone rules ${rules}`}.`,
  'zone-ignored': ({ zone, received }) => `TZ is "${received}", which is not a time zone: times are in ${zone}.`,
  'zone-rules-changed': ({ planned, present }) =>
    `Time zone rules changed since posts were planned (${planned}, now ${present}): each post keeps its local time.`,
  'budget-left': ({ day, month }) => `Spent on X: ${amount(day)} today, ${amount(month)} this month (UTC).`,
  'budget-zero': () => 'Your budget is $0: it blocks everything that costs money; posting by hand is free.',
  'budget-spent': (data) =>
    `${data.period === 'month' ? 'This month’s' : 'Today’s'} budget is spent: ${amount(data)}. Everything that costs money waits.`,
  'queue-empty': () => 'The queue is empty.',
  'queue-holds': ({ states, next }, phrases) => {
    const slot = next === undefined ? '' : `; next: item ${next.item}, ${moment(next.localTime, 'en')} (${next.zone})`;
    return `Queue: ${phrases.states(states)}${slot}.`;
  },
  'queue-paused': (data, { reason }) => `The queue has been paused since ${utc(data.since)}: ${reason(data)}.`,
  'items-unknown': (data) => `Items that may or may not be on X: ${numbers(data)}.`,
  'items-refused': (data) => `Items refused in the last 7 days: ${numbers(data)}.`,
  'items-missed': (data) => `Items missed in the last 7 days: ${numbers(data)}.`,
  'items-reminded': (data) => `Items to post by hand now: ${numbers(data)}.`,
  'items-in-review': (data) => `Items waiting for approval: ${numbers(data)}.`,
  'worker-runs': ({ pid, host, version, age, person, postingSince }) => {
    const who = person === undefined ? '' : ` (${person})`;
    const role =
      postingSince === undefined
        ? ''
        : postingSince === null
          ? '; it stands by'
          : `; it posts since ${utc(postingSince)}`;
    return `tweetspan run is working: process ${pid} on ${host}${who}, version ${version}, for ${span(age, 'en')}${role}.`;
  },
  'worker-of-other-version': ({ worker, program }) =>
    `That process has version ${worker}, this program has version ${program}.`,
  'cron-runs': () => 'cron works on the queue, by a line of your crontab (tweetspan run --once).',
  'queue-idle': () => 'The scheduler is not running, and nothing is planned.',
  'queue-unattended': ({ planned, last }) => {
    const gone = last === undefined ? '' : `: process ${last.pid} on ${last.host} stopped responding`;
    return `${plural(planned, 'post is', 'posts are', 'en')} planned, but the scheduler is not running${gone}.`;
  },
  'service-unavailable': ({ fault }) => `No service can be installed here (${serviceFault(fault)}).`,
  'service-missing': () => 'The service is not installed.',
  'service-runs': ({ file }) => `The service is running (${file}).`,
  'service-not-at-login': ({ file }) => `The service is running, but does not start when you log in (${file}).`,
  'service-stopped': ({ file }) => `The service is installed, but not running (${file}).`,
  'service-broken': ({ file, missing }) =>
    `The service cannot start again: ${list(missing, 'en')}, named in ${file}, ${missing.length === 1 ? 'does' : 'do'} not exist.`,
  'service-settings-differ': ({ names }) => `The service was installed with other values of ${list(names, 'en')}.`,
  'service-without-keys': ({ names }) =>
    `${list(names, 'en')} ${names.length === 1 ? 'is' : 'are'} set in this shell only: the service does not have ${names.length === 1 ? 'it' : 'them'}.`,
  'service-ends-at-logout': () => 'Lingering is off: the service stops when you log out.',
  'notices-shown': () => 'Reminders appear on your desktop.',
  'notices-missing': () =>
    'Reminders appear in the terminal only: no desktop session, or notify-send is missing; remind.command can send them elsewhere.',
  'reminders-by-command': () => 'Reminders go to your own command (remind.command).',
  'reminder-unreached': ({ ago }) => `The last reminder reached no one (${span(ago, 'en')} ago).`,
  'clipboard-works': () => 'The text of a reminder is copied to the clipboard.',
  'clipboard-missing': () =>
    'You copy the text of a reminder yourself: no clipboard here, or wl-copy, xclip and xsel are missing.',
};

const signIn = 'Run tweetspan login.';

const remedies: RemedySentences = {
  'install-engine': () =>
    'Use Node 22.16 or later, which includes SQLite, or install Python, make and a C++ compiler and run npm ci again; linting works without it.',
  'install-engine-first': () => 'Install one as described above, then run tweetspan doctor again.',
  'create-history': () => 'tweetspan import <archive or export> creates it; so does tweetspan schedule <draft>.',
  'fill-history': () => 'Run tweetspan import <archive or export>, or tweetspan sync once you are signed in.',
  restore: () => 'Put a backup in its place (tweetspan restore <backup>), or move the file away and import again.',
  'other-file': () => 'Name the file of a history with --db or TWEETSPAN_DB.',
  'update-program': () => 'Update tweetspan, or name another file with --db.',
  'updated-on-use': () => 'Nothing to do: the next command that uses it updates it and keeps a copy.',
  'wait-for-lock': () => 'Wait until it is done, then run tweetspan doctor again.',
  'allow-writing': () => 'Give yourself write permission for the file and its folder, or name another file with --db.',
  'free-space': () => 'Free some space: without it nothing can be posted safely.',
  'check-folder': () => 'Check that its folder exists, that you can write there, and that it is on a local disk.',
  'use-local-disk': () => 'Move it to a local disk, and name it with --db or TWEETSPAN_DB.',
  'encrypt-connection': () => 'Leave sslmode=disable out of the address, unless a tunnel protects it.',
  'look-again': () => 'Then run tweetspan doctor again.',
  'resumes-once-read': () => 'It resumes automatically once tweetspan run works where somebody is signed in.',
  'adopt-queue': () => 'Once the other queue posts nothing any more: tweetspan queue adopt.',
  'leave-synced-folder': () => 'Move it to a folder that is not synchronized, and name it with --db or TWEETSPAN_DB.',
  'sign-in': () => signIn,
  'sign-in-again': () => 'Sign in again: tweetspan login.',
  'protect-file': ({ file }) => `Run chmod 600 ${file}; if others may have read it, create new keys.`,
  'repair-credentials': () => 'Fix that, or sign in again: tweetspan login.',
  'grant-scopes': () => 'Sign in again and grant everything: tweetspan login.',
  'switch-account': ({ owner }) => `Sign in as ${owner} (tweetspan login), or name another history with --db.`,
  'raise-budget': ({ period }) =>
    `Wait for the next ${period ?? 'day or month'}, or raise the cap with tweetspan budget.`,
  'check-connection': () => 'Check your connection, then try again.',
  'ask-online': ({ price }) => `tweetspan doctor --online compares them, for ${money(price, 'en')}.`,
  'set-clock': () =>
    'Let your system set the clock (Linux: timedatectl set-ntp true); until then posts go out at wrong times.',
  'set-zone': () => 'Set TZ to an IANA name such as Europe/Paris, or unset it.',
  'schedule-draft': () => 'tweetspan schedule <draft> fills it.',
  'resumes-alone': ({ until }) => `It resumes automatically on ${utc(until)}.`,
  'resume-queue': () => 'When that is done: tweetspan queue resume.',
  'settle-unknown': () =>
    'Check your profile: if it is there, tweetspan record <url> --item <n>; if not, tweetspan queue retry <n>.',
  'settle-refused': () =>
    'tweetspan queue show <n> explains why; then tweetspan queue retry <n> or tweetspan queue cancel <n>.',
  'settle-missed': () => 'tweetspan queue retry <n> plans a new slot, tweetspan queue cancel <n> drops it.',
  'post-by-hand': () => 'Post them, then tweetspan record <url> --item <n>.',
  'approve-items': () => 'tweetspan queue approve <n>',
  'restart-worker': () => 'Restart it (for a service: tweetspan service install).',
  'run-scheduler': ({ cronLine }) =>
    `Run tweetspan run, or tweetspan service install to keep it running${
      cronLine === undefined ? '.' : `, or add this line to your crontab: ${cronLine}`
    }`,
  'install-service': () => 'tweetspan service install runs the queue in the background.',
  'enable-service': () => 'tweetspan service install fixes that.',
  'start-service': () => 'tweetspan service install starts it; its log shows why it stopped.',
  'choose-channel': () => 'Set remind.command in your own configuration, or run the scheduler in your desktop session.',
  'enable-linger': () => 'To keep it running: loginctl enable-linger',
};

/** The help of the group and of each of its commands. */
export interface ServiceHelp {
  readonly service: CommandHelp;
  readonly install: CommandHelp;
  readonly status: CommandHelp;
  readonly remove: CommandHelp;
  readonly print: CommandHelp;
}

const help: ServiceHelp = {
  service: {
    summary: 'run the scheduler in the background',
    description: 'Let systemd (Linux) or launchd (macOS) run the scheduler in the background, for your user only.',
    examples: [
      'tweetspan service install   # start it now and whenever you log in',
      'tweetspan service status',
      'tweetspan service remove',
    ],
  },
  install: {
    summary: 'install and start the service, or update it',
    description:
      'Write the service file and start the service, now and whenever you log in. Run it again to update it.',
    examples: ['tweetspan service install'],
  },
  status: {
    summary: 'show whether the service is running',
    description:
      'Show whether the service is installed and running, and whether it can start again. Exit code 1 when not.',
    examples: ['tweetspan service status'],
  },
  remove: {
    summary: 'stop and remove the service',
    description: 'Stop the service and delete its file. The queue keeps its items.',
    examples: ['tweetspan service remove'],
  },
  print: {
    summary: 'print the service file',
    description: 'Print the file that install would write, without changing anything.',
    examples: ['tweetspan service print --manager systemd'],
  },
};

const yesNo = (is: boolean): string => (is ? 'yes' : 'no');

export const en = {
  doctor: {
    help: {
      summary: 'check the set-up and suggest fixes',
      description:
        'Check the set-up and suggest a fix for each problem. Nothing is changed. Exit code 1 when something does not work.',
      examples: ['tweetspan doctor', 'tweetspan doctor --quiet     # only what needs attention'],
    },
    online: (price: number): string =>
      `contact X too, for ${money(price, 'en')}: check the sign-in and compare the clocks`,
    askingX: (price: number): string => `asking X who is signed in, for ${money(price, 'en')}`,
    statuses: { ok: 'ok', note: 'note', warning: 'warning', problem: 'problem' } as Readonly<
      Record<HealthStatus, string>
    >,
    well: 'No problems found.',
    problems: (many: number): string => plural(many, 'problem', 'problems', 'en'),
    warnings: (many: number): string => plural(many, 'warning', 'warnings', 'en'),
    credentialsUnreadable: 'they cannot be read',
    serviceFault,
    findings,
    remedies,
  },
  service: {
    help,
    manager: 'service manager (default: that of your system)',
    written: (file: string): string => `Wrote ${file}`,
    updated: (file: string): string => `Updated ${file}`,
    started: 'The service is running now, and starts whenever you log in.',
    linger: 'To keep it running while you are logged out: loginctl enable-linger',
    log: (command: string): string => `Log: ${command}`,
    temporary:
      'This copy of tweetspan is in the npx cache, which npm may empty: install tweetspan, then run this again.',
    lingerOff: 'Lingering: off, so the service stops when you log out (to keep it running: loginctl enable-linger)',
    missing: (path: string): string => `Missing: ${path} does not exist; run tweetspan service install again`,
    different: (names: readonly string[]): string =>
      `Other settings in this shell: ${names.join(', ')}; to use them, run tweetspan service install again`,
    keysInShell: (names: readonly string[]): string =>
      `${list(names, 'en')} ${names.length === 1 ? 'is' : 'are'} set in this shell only, and the service does not get ${names.length === 1 ? 'it' : 'them'}: store your keys with tweetspan login`,
    proxyWithPassword: (name: string): string =>
      `${name} holds a password, which a service file must not: set it for the service with systemctl --user edit tweetspan`,
    notInstalled: 'Not installed: run tweetspan service install.',
    installed: (file: string): string => `Installed: ${file}`,
    startsAtLogIn: (is: boolean): string => `Starts at login: ${yesNo(is)}`,
    running: (is: boolean, detail: string): string => `Running: ${yesNo(is)}${detail === '' ? '' : ` (${detail})`}`,
    heartbeat: (pid: number, host: string, age: number): string =>
      `Heartbeat: process ${pid} on ${host}, ${span(age, 'en')} ago`,
    noHeartbeat: 'Heartbeat: none',
    heartbeatUnknown: (why: string): string => `Heartbeat: unknown (${why})`,
    removed: (file: string): string => `Stopped the service and deleted ${file}`,
    nothingToRemove: (file: string): string => `Nothing to remove: there is no ${file}`,
    noServiceWindows: (why: string, command: string): string =>
      `no service can be installed here (${why}); let Task Scheduler run this every minute: ${command}`,
    noService: (why: string, line: string): string =>
      `no service can be installed here (${why}); add this line to your crontab instead (crontab -e): ${line}`,
    noHome: 'HOME is not set: set it to your home folder, where the service file goes',
    notDeleted: (file: string, code: string): string =>
      `cannot delete ${file} (${code}): the service is stopped; delete the file yourself`,
    controlCharacter: (value: string): string =>
      `${value} contains a control character, which a service file cannot hold: rename it`,
    toolFailed: (command: string, why: string): string => `${command}: ${why}; fix that, then try again`,
    noAnswer: 'no answer',
    exitCode: (code: number): string => `exit code ${code}`,
  },
  reminder: {
    title: 'tweetspan: time to post',
    due: (item: number, slot: string): string => `Time to post item ${item} by hand: ${slot}`,
    open: (url: string): string => `Open: ${url}`,
    media: (file: string): string => `Add by hand: ${file}`,
    alt: (text: string): string => `alt text: ${text}`,
    tag: (handles: string): string => `tag: ${handles}`,
    after: (item: number): string => `Then: tweetspan record <URL of the post> --item ${item}`,
    commandFailed: (code: number | null, reply: string): string =>
      `remind.command ${code === null ? 'did not end in time' : `ended with exit code ${code}`}${reply === '' ? '' : `: ${reply}`}`,
    copied: 'The text is in your clipboard.',
  },
};

/** The shape of the section in any language. */
export type SystemSentences = typeof en;
