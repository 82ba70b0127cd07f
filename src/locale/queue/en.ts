// What is said about planned posts, in English.
import type { ItemState, MissedPolicy } from '#queue/item.js';
import type { EventName } from '#queue/event.js';
import type { DetailCode, ReasonCode } from '#queue/reason.js';
import { count, list, money, plural, span } from '../format.js';

type Words<Key extends string> = Readonly<Record<Key, string>>;

/** What an item is, in a word: in English the name of the state itself, which `--state` takes. */
const states: Words<ItemState> = {
  planned: 'planned',
  claimed: 'claimed',
  sending: 'sending',
  reminded: 'reminded',
  posted: 'posted',
  refused: 'refused',
  unknown: 'unknown',
  missed: 'missed',
  cancelled: 'cancelled',
};

/** Why an item, or the whole queue, is as it is. */
const reasons: Words<ReasonCode> = {
  'near-duplicate': 'too similar to another post of yours: reword it',
  'opted-out': 'mentions a person who opted out: remove the name',
  late: 'its slot has passed, and it may not go out that late',
  spacing: 'too soon after another post or reminder',
  blackout: 'a blackout of your configuration',
  'no-free-slot': 'no free slot is left before its campaign ends',
  'zone-rules': 'the rules of its time zone have changed: it keeps its local time',
  'not-recorded': 'not recorded as posted after its reminder',
  'media-unreadable': 'one of its images or videos cannot be read: put the file back',
  'media-changed': 'one of its images or videos is not the file you planned: put that file back',
  budget: 'over budget: wait for the next day or month, or raise the cap with tweetspan budget',
  'by-hand': 'by hand',
  'moved-by-hand': 'moved by hand',
  'slot-missed': 'its slot passed while nothing was running: keep tweetspan run running',
  'not-reached':
    'the reminder reached no one: no terminal, desktop notification or remind.command took it; it is tried again each minute, and tweetspan doctor shows what is missing',
  'page-gone': 'the page of its link is gone: check it',
  'page-moved': 'the page of its link now leads to another one: check it',
  'page-login': 'the page of its link asks for a sign-in: check it',
  'lease-expired': 'the process working on it ended before it was done',
  duplicate: 'X refused it because you already posted this text: reword it',
  'too-long': 'X refused it as too long: shorten it',
  'media-refused': 'X refused its image or video: fix the file',
  invalid: 'X refused it as invalid: change it',
  forbidden: 'X does not allow it: change it',
  'rate-limit': 'X’s rate limit is reached: retried automatically',
  'daily-limit': 'X’s daily limit is reached: retried automatically',
  'no-connection': 'X cannot be reached: check your connection; retried automatically',
  'server-error': 'X had an error of its own',
  timeout: 'X did not answer in time',
  cut: 'the connection broke before X’s answer was complete',
  'not-understood': 'X’s answer could not be understood',
  'not-recorded-answer': 'X’s answer could not be saved: check that the disk has room',
  'not-found': 'not found among your posts on X',
  'says-duplicate': 'X says that you already posted this same text',
  'no-credits': 'your X account is out of credits: add some in X’s Developer Console',
  'usage-cap': 'your app reached its usage cap: raise it in X’s Developer Console, or wait until it resets',
  'not-enrolled':
    'your app may not use the API: move it to the Pay-per-use package, Production, in X’s Developer Console',
  'read-only-app': 'your app may only read: give it write access in X’s Developer Console, then tweetspan login',
  'signed-out': 'you are not signed in to X: run tweetspan login',
  unauthorized: 'X rejected your sign-in: it was revoked, or X has an outage; if this continues, run tweetspan login',
  'write-restricted': 'X no longer lets your app write: look for a message in X’s Developer Console',
  'other-account': 'signed in as another account than this history’s: run tweetspan login with the right one',
  'account-locked': 'X has locked your account: unlock it on x.com',
  'account-suspended': 'X has suspended your account: read its message on x.com',
  'looks-automated': 'X takes your posts for automated ones: post by hand on x.com for a while',
  'wrong-clock': 'this machine’s clock is wrong: set it; nothing is sent or skipped until then',
  restored:
    'this history was put back from an earlier time, or comes from another machine: nothing is sent until your posts on X have been read, then it resumes automatically',
  copied:
    'this machine has never worked on this history: if it is a copy, stop the scheduler on the other machine, then run tweetspan queue adopt',
  'handed-over':
    'this queue was handed over to another place: it posts from there; to go on here all the same, end it there, then run tweetspan queue adopt',
  imported: 'this queue comes from another place: check tweetspan queue, then run tweetspan queue resume',
};

/** What else is known of a reason; facts may follow in the text. */
const details: Words<DetailCode> = {
  item: 'item',
  'no-answer': 'no answer',
  'half-answer': 'incomplete answer',
  'no-post-named': 'the answer names no post',
  'not-of-x': 'the answer is not X’s own but the page of a guard or proxy; your network may need a sign-in',
  'clock-wrong': 'your clock is wrong, set it',
  'clock-jumped': 'the clock changed before anything was sent',
  'proxy-refused': 'the proxy refused the connection',
  'proxy-unreachable': 'the proxy cannot be reached',
  'wrong-kind-of-keys': 'X does not accept this kind of keys here',
  'no-bearer': 'needs your app’s Bearer token',
  'query-length': 'the search is too long',
  'tokens-unreadable': 'the stored credentials cannot be used',
  'file-too-large': 'the file is too large',
  'gif-too-large': 'the GIF has too many pixels',
  'alt-too-long': 'the alt text is too long',
  'too-many-files': 'too many files',
  'file-type': 'X accepts PNG, JPEG, WebP, GIF and MP4',
  'file-incomplete': 'the file is incomplete: export it again',
  'file-not-alone': 'a GIF or video must be the only file of a post',
  'processing-failed': 'X could not process the file',
  'still-processing': 'X is still processing the file',
  'too-many-tags': 'too many people are tagged',
  'no-such-account': 'no such account on X',
  'not-signed-in': 'no credentials are stored',
  'sign-in-expired': 'the sign-in has expired',
  'sign-in-revoked': 'X no longer accepts the sign-in',
  'renewal-failed': 'the sign-in could not be renewed',
  'renewal-lost': 'the renewed sign-in could not be stored',
  'renewal-blocked': 'the credentials cannot be written',
  'renewal-busy': 'another process is renewing the sign-in',
  'account-unknown': 'X does not say whose account this is',
};

/** What happened, as the log reports it. */
const events: Words<EventName> = {
  added: 'planned',
  claimed: 'claimed',
  released: 'released, nothing was sent',
  sending: 'sent to X',
  posted: 'posted',
  refused: 'refused',
  unknown: 'sent, unclear whether it was posted',
  checked: 'looked for on X',
  postponed: 'postponed',
  reminded: 'reminder sent: post it by hand',
  recorded: 'recorded as posted',
  missed: 'missed',
  moved: 'moved',
  approved: 'approved',
  edited: 'edited',
  retried: 'planned again',
  cancelled: 'cancelled',
  deleted: 'deleted from X',
  paused: 'queue paused',
  resumed: 'queue resumed',
  observed: 'counters read',
  gone: 'gone from X: no longer tracked',
  started: 'tweetspan run started',
  stopped: 'tweetspan run stopped',
  'clock-changed': 'this machine’s clock was changed: check it',
  failed: 'failed: retried within a minute',
};

/** What the values of an event are called. */
const eventValues: Readonly<Record<string, string>> = {
  from: 'from',
  to: 'to',
  dueAt: 'slot',
  until: 'until',
  postedAt: 'at',
  checks: 'times',
};

const recordIt = (id: number): string => `tweetspan record <url> --item ${id}`;

export const en = {
  states,
  /** States as they are counted: `2 planned`. */
  stateCount: (state: ItemState, value: number) => `${count(value, 'en')}\u00a0${states[state]}`,
  reasons,
  thenResume: ', then tweetspan queue resume',
  /** What ended a pause that no person ends. */
  resumedBecause: {
    restored: 'your posts on X have been read',
    'wrong-clock': 'this machine’s clock is right again',
  },
  details,
  events,
  eventValues,
  advice: {
    page: (id: number) =>
      `tweetspan queue approve ${id} posts it all the same; tweetspan queue edit ${id} changes it; tweetspan queue cancel ${id} drops it`,
    review: (id: number) => `waiting for approval: tweetspan queue approve ${id}`,
    lookedFor: (when: string) =>
      `it may be on X: tweetspan run looks for it there at ${when}; there is nothing to do until then`,
    sending: (when: string) =>
      `X’s answer is awaited; should the process have ended, it is looked for on X after ${when}`,
    unknown: (id: number) =>
      `it may be on X, check your profile: if it is there, ${recordIt(id)}; if not, tweetspan queue retry ${id}`,
    reminded: (id: number) => `post it by hand, then ${recordIt(id)}`,
    notRecorded: (id: number) =>
      `if you posted it, ${recordIt(id)}; if not, tweetspan queue retry ${id} gives it a new slot; tweetspan queue cancel ${id} drops it`,
    missed: (id: number) => `tweetspan queue retry ${id} gives it a new slot; tweetspan queue cancel ${id} drops it`,
    refused: (id: number) => `tweetspan queue edit ${id} changes it; tweetspan queue cancel ${id} drops it`,
    file: (id: number) =>
      `tweetspan queue retry ${id} tries it again once the file is back; tweetspan queue edit ${id} chooses another`,
    duplicate: (id: number, url: string) =>
      `you have posted this text already: ${url}; if that is this post, tweetspan record ${url} --item ${id}`,
  },
  /** What happens to an item whose slot passes while nothing runs. */
  ifMissed: (policy: MissedPolicy) => {
    if (policy === 'skip') return 'skip';
    return policy === 'next-slot' ? 'move to the next free day' : `post up to ${span(policy.within, 'en')} late`;
  },

  list: {
    queue: 'Queue',
    empty: 'The queue is empty. To fill it: tweetspan schedule <draft>',
    none: 'No items match. To see all: tweetspan queue --all',
    running: (pid: number, host: string, ago: string) => `Running: process ${pid} on ${host}, seen ${ago} ago.`,
    posting: (person: string, host: string, since: string, ago: string) =>
      `Posting: ${person} on ${host} since ${since}, seen ${ago} ago.`,
    standsBy: (person: string, host: string, ago: string) => `Standing by: ${person} on ${host}, seen ${ago} ago.`,
    idle: 'The scheduler is not running: tweetspan run starts it.',
    paused: (since: string, why: string) => `Paused since ${since}: ${why}`,
    until: (until: string) => `Resumes automatically at ${until}.`,
    resume: '; tweetspan queue resume restarts it',
    next: (id: number, when: string) => `Next: item ${id}, ${when}`,
    overdue: (id: number, when: string, ago: string) => `Overdue: item ${id} was due ${ago} ago, ${when}`,
    budget: (day: Spent, month: Spent) => `Spent: ${spentOf(day)} today, ${spentOf(month)} this month (UTC)`,
    review: 'to be approved',
    notBefore: (when: string) => `not before ${when}`,
    more: (limit: number) => `more than ${count(limit, 'en')} rows; use -n 0 to show all`,
  },
  item: {
    title: (id: number, state: ItemState) => `Item ${id}: ${states[state]}`,
    slot: 'slot',
    planner: 'planned by',
    person: ({ name, host }: { readonly name: string; readonly host: string }) => `${name} (${host})`,
    noSuchTime: (time: string) => `${time} was requested; on that day the clock skips or repeats it`,
    notBefore: 'not before',
    mode: 'mode',
    modes: { api: 'api, posted by the program', remind: 'remind, posted by hand' },
    /** The same in a list. */
    modeWords: { api: 'api', remind: 'remind' },
    cost: 'cost',
    link: 'link',
    draft: 'draft',
    ifMissed: 'if missed',
    gap: 'gap',
    experiment: 'experiment',
    drawn: ({ seed, link, arm }: { readonly seed: number; readonly link: number; readonly arm: 'best' | 'usual' }) =>
      `link ${count(link, 'en')}, ${arm === 'best' ? 'a best hour' : 'a usual hour'} by lot (seed ${seed})`,
    until: 'campaign until',
    review: 'review',
    waiting: 'waiting for approval',
    added: 'added',
    attempts: 'attempts',
    attemptCount: (attempts: number, checks: number) =>
      `${count(attempts, 'en')}, looked for ${plural(checks, 'time', 'times', 'en')}`,
    lastAttempt: 'last attempt',
    post: 'post',
    postBy: 'link to post',
    text: 'Text:',
    media: 'Media:',
    alt: (text: string) => `alt text: ${text}`,
    noAlt: 'no alt text',
    tagged: (handles: readonly string[]) => `tagged: ${handles.join(', ')}`,
    log: 'Log:',
    nothing: 'Nothing has happened yet.',
    short: (id: number) => `item ${id}: `,
    because: (why: string) => `; ${why}`,
  },

  changed: {
    cancelled: (id: number) => `item ${id}: cancelled`,
    cancelledFor: (id: number, when: string) =>
      `item ${id}: cancelled; until ${when}, tweetspan queue cancel ${id} --undo plans it again`,
    cancelledUnclear: (id: number) => `item ${id}: cancelled; it may be on X anyway, check your profile`,
    approved: (id: number) => `item ${id}: approved`,
    approvedLate: (id: number) =>
      `item ${id}: approved, but its slot has passed and it may not go out that late; tweetspan queue retry ${id} gives it a new one`,
    approvedMoves: (id: number) => `item ${id}: approved; its slot has passed, so it moves to the next free day`,
    adopted:
      'This machine works on this history from now on. Nothing is sent until your posts on X have been read; then it resumes automatically. Stop the scheduler on the other machine',
    notACopy: 'This machine knows this history already: there is nothing to adopt',
    noApproval: (id: number) => `item ${id}: needs no approval`,
    moved: (id: number, when: string) => `item ${id}: moved to ${when}`,
    edited: (id: number, when: string, price: number, score: number | null, isToBeApproved: boolean) =>
      `item ${id}: edited, ${isToBeApproved ? `waits for tweetspan queue approve ${id}, slot` : 'goes out'} ${when}; ${price === 0 ? 'free' : money(price, 'en')}${score === null ? '' : `, text score ${score}/100`}`,
    notEdited: (id: number) => `item ${id}: nothing to change`,
    confirmDelete: (id: number, post: string, price: number) =>
      `Delete item ${id} from X (https://x.com/i/status/${post}) for ${money(price, 'en')}? This cannot be undone. [y/N]`,
    deleted: (id: number, price: number) =>
      `item ${id}: deleted from X for ${money(price, 'en')}; its text and counters stay in your history`,
    now: (id: number) =>
      `item ${id}: goes out within a minute while tweetspan run is working, or with tweetspan run --once`,
    retried: (id: number, when: string) => `item ${id}: planned again for ${when}`,
    remark: (text: string) => `. ${text}`,
    inExperiment: 'It is part of an experiment and still counts for the hour that was drawn',
    leavesExperiment: 'Its link drops out of the experiment: links are compared by both of their posts',
    closeToOther: (minInterval: number) =>
      `Another post of yours is less than ${span(minInterval, 'en')} away: the later one goes out after that time`,
    paused: 'Queue paused: nothing goes out until tweetspan queue resume',
    pausedAlready: (why: string) => `The queue is already paused: ${why}`,
    resumed: (why: string) => `Queue resumed; it was paused: ${why}`,
    notPaused: 'The queue is not paused',
    staysPaused: (why: string) => `the queue stays paused: ${why}`,
    unknownStays: (id: number) => `item ${id} stays unknown; nothing was changed`,
    confirmNotOnX: (id: number) =>
      `Item ${id} was sent and may be on X. Check your profile. If it is not there, send it again? [y/N]`,
  },
  errors: {
    noQueue: (file: string) => `no queue yet (${file}): create it with tweetspan schedule <draft>`,
    noItem: (id: number) => `no item ${id}: tweetspan queue --all lists them`,
    wrongState: (id: number, state: ItemState, action: Action, from: readonly ItemState[]) =>
      `item ${id} is ${states[state]}; only ${list(
        from.map((each) => states[each]),
        'en',
        'or',
      )} items can be ${ACTIONS[action]}${action === 'delete' && state === 'planned' ? `; to drop it: tweetspan queue cancel ${id}` : ''}`,
    justChanged: (id: number, state: ItemState | undefined) =>
      `item ${id} ${state === undefined ? 'is gone' : `is now ${states[state]}`}; nothing was changed`,
    passed: (id: number, slot: string, now: string) => `item ${id}: ${slot} has passed; use a time after ${now}`,
    afterCampaign: (id: number, slot: string, end: string) =>
      `item ${id}: ${slot} is after the end of its campaign, ${end}`,
    itemsOrLink: 'name items, or all of one link with --link',
    noneOfLink: (link: string) => `no open items of ${link}: tweetspan queue --all lists all items`,
    undoTooLate: (id: number) => `item ${id} cannot be planned again: its slot has passed; schedule its draft again`,
    altWithoutMedia: '--alt describes the file of the --media before it: pass --media too',
    noEditor: 'not a terminal: pass --text, --file or --media; nothing was changed',
    editorFailed: 'the editor ended with an error; nothing was changed',
    linkLost: (id: number, link: string) => `item ${id} promotes ${link}: keep that link in its text`,
    notEdited: (id: number, why: string) => `item ${id} was not edited: ${why}`,
    notDeleted: (id: number, post: string, why: string) =>
      `item ${id}: X did not delete it${why === '' ? '' : ` (${why})`}; look at https://x.com/i/status/${post} and delete it there`,
    alreadyDeleted: (id: number) => `item ${id} is deleted from X already; nothing was done`,
    tooClose: (id: number, slot: string, other: string, gap: number, free: string) =>
      `item ${id}: ${slot} is too close to ${other}; leave at least ${span(gap, 'en')}, next free time ${free}`,
    itemAt: (id: number, slot: string) => `item ${id} of the same link, ${slot}`,
    lastPostAt: (slot: string) => `the link’s last post, ${slot}`,
    ownPostAt: (slot: string) => `another post of yours, ${slot}`,
    noSlot: (id: number) => `item ${id}: no free slot before its campaign ends; choose a time with --at`,
    foundOnX: (id: number, url: string) => `item ${id} is on X: ${url}; it is now posted`,
    stillLooking: (id: number, when: string) =>
      `item ${id} may be on X and is looked for there again at ${when}: your profile may lag behind; try again after that`,
    mayBeOnX: (id: number) =>
      `item ${id} may be on X: check your profile; if it is not there, add --not-on-x; if it is, ${recordIt(id)}`,
    noCalendar: 'no item is to be posted by hand: nothing to put in a calendar',
    nothingOnTerminal: 'not a terminal: pass --yes to confirm; nothing was done',
  },

  post: {
    confirm: (price: number) => `Post this now for ${money(price, 'en')}? [y/N]`,
    confirmByHand: 'Post this by hand now? [y/N]',
    nothingPosted: 'nothing was posted',
    posted: (url: string) => `Posted: ${url}`,
    open: (link: string, id: number) => `Open ${link}\nThen: ${recordIt(id)}`,
    waiting: (id: number, why: string) => `item ${id} was not posted and stays planned: ${why}`,
    busy: (id: number) =>
      `item ${id} waits: another post is being sent right now; tweetspan run sends it as soon as it may`,
    notSaved: (id: number, url: string, why: string) =>
      `it is on X, but this could not be saved (${why}): tweetspan run finds it again automatically, or: tweetspan record ${url} --item ${id}`,
    refused: (id: number, why: string) => `item ${id} was refused: ${why}`,
    overBudget: (price: number, left: number) =>
      `this costs ${money(price, 'en')}, and ${money(left, 'en')} of your budget is left: raise it with tweetspan budget, or use --mode remind (free)`,
    paused: (why: string) => `the queue is paused (${why}): tweetspan queue resume restarts it`,
    pausedUntil: (why: string, until: string) =>
      `the queue is paused until ${until} (${why}); tweetspan queue resume restarts it sooner`,
    held: (why: string) => `the queue is paused: ${why}`,
    signedOut: 'you are not signed in: run tweetspan login, or use --mode remind (free, no sign-in)',
    noTerminal: 'not a terminal: pass --yes to confirm; nothing was posted',
    noLink: 'the draft has no link: add the link you want to share',
  },
  repost: {
    confirm: (post: string, price: number) => `Repost ${post} for ${money(price, 'en')}? [y/N]`,
    confirmUndo: (post: string, price: number) => `Undo the repost of ${post} for ${money(price, 'en')}? [y/N]`,
    done: (post: string) => `Reposted: https://x.com/i/status/${post}`,
    undone: (post: string) => `No longer reposted: https://x.com/i/status/${post}`,
    nothingDone: 'nothing was done',
    notYours: (post: string) =>
      `post ${post} is not in your history: only your own posts can be reposted; run tweetspan sync`,
    signedOut: 'you are not signed in: run tweetspan login',
  },
  record: {
    recorded: (id: number) => `item ${id}: recorded as posted`,
    added: 'The post is in your history',
    known: 'The post was already in your history',
    tracked: '; its counters are tracked while tweetspan run is working',
    notTracked: '; its counters are not tracked, as you are not signed in (tweetspan login)',
    whose: '; your own handle is not known here: check that the post is yours',
    notYours: (handle: string, own: string) =>
      `this is a post of @${handle}, and your history is that of @${own}: record only your own posts`,
    taken: (post: string, id: number) => `post ${post} is already recorded as item ${id}: use another post`,
    notAUrl: (received: string) => `"${received}" is not a post URL: use one such as https://x.com/example/status/123`,
    tooOld: (post: string) => `post ${post} is older than November 2010, or not a post: check the URL`,
    future: (post: string, at: string) => `post ${post} is in the future (${at}): check the URL and your clock`,
    beforeItem: (post: string, at: string, id: number) =>
      `post ${post} (${at}) is older than item ${id}: use the right post`,
    noCandidate: 'no item is waiting to be recorded: name one with --item, or pass the text with --text or --file',
    whichItem: (
      candidates: readonly { readonly id: number; readonly state: ItemState; readonly requestedTime: string }[],
    ) =>
      `several items are waiting: use --item with one of ${candidates
        .map(({ id, state, requestedTime }) => `${id} (${states[state]}, ${requestedTime})`)
        .join(', ')}`,
  },
  sync: {
    done: (posts: number, added: number) => `${plural(posts, 'post', 'posts', 'en')} read, ${count(added, 'en')} new`,
    gone: (posts: number) => `${count(posts, 'en')} gone from X`,
    cost: (price: number) => `cost ${money(price, 'en')}`,
    older: 'there are older posts: the budget, or X, allows no more now',
    spent: 'the budget is used up: raise it with tweetspan budget',
    progress: 'Reading posts from X …',
  },
  count: {
    posts: (posts: number) => `${plural(posts, 'post', 'posts', 'en')} in 7 days`,
    cost: (price: number) => `cost ${money(price, 'en')}`,
    emptyWord: 'a word is empty: pass words to count, such as logement "prix du loyer"',
    overBudget: (words: number, price: number, left: number) =>
      `counting ${plural(words, 'word', 'words', 'en')} costs ${money(price, 'en')}, and ${money(left, 'en')} of your budget is left: count fewer, or see tweetspan budget`,
  },
  run: {
    alreadyRunning: (file: string) =>
      `tweetspan run is already working on ${file}; tweetspan doctor shows which process`,
  },
  calendar: {
    name: 'Planned posts',
    event: (title: string) => `Post: ${title}`,
    open: (link: string) => `Open the composer: ${link}`,
    media: (files: string) => `Add by hand: ${files}`,
    recordIt: (id: number) => `Then: ${recordIt(id)}`,
  },
  options: {
    item: 'item number',
    items: 'item numbers',
    itemInvalid: 'use an item number, as tweetspan queue lists them',
    when: 'a time such as 2026-03-05T09:00, "tomorrow 9:00", "monday 17:30" or 17:30, or a shift of its slot such as +2h, -1h or +1d',
    whenInvalid: 'use a time such as 2026-03-05T09:00, "tomorrow 9:00" or 17:30, or a shift such as +2h, -1h or +1d',
    zone: 'IANA time zone of the time (default: the item’s)',
    stateInvalid: (known: readonly string[]) => `use one of ${known.join(', ')}`,
    yes: 'do not ask for confirmation',
  },
  help: {
    queue: {
      summary: 'list and change planned posts',
      description: 'List planned posts with their texts, slots and states, and change them.',
      examples: [
        'tweetspan queue                      # what is planned or needs attention',
        'tweetspan queue show 2               # everything about item 2',
        'tweetspan queue move 2 +1d           # same time, one day later',
        'tweetspan queue pause                # stop sending',
      ],
    },
    list: {
      summary: 'list planned posts',
      description: 'List planned posts, and those that need attention, in the order of their slots.',
      examples: ['tweetspan queue', 'tweetspan queue --state unknown', 'tweetspan queue --format ics > plan.ics'],
      state: (known: readonly string[]) => `only items in this state; repeatable (${known.join(', ')})`,
      stateDefault: 'all but posted and cancelled',
      link: 'only items of this link',
      all: 'posted and cancelled items too',
    },
    show: {
      summary: 'show everything about an item',
      description: 'Show an item: its exact text, its media, and everything that happened to it.',
      examples: ['tweetspan queue show 2'],
    },
    cancel: {
      summary: 'cancel items',
      description: 'Cancel items: they are kept, but never go out. Until its slot, --undo plans an item again.',
      examples: [
        'tweetspan queue cancel 2 3',
        'tweetspan queue cancel 2 --undo',
        'tweetspan queue cancel --link https://example.org/guide',
      ],
      link: 'all open items of this link',
      undo: 'plan cancelled items again, at their own slots',
    },
    approve: {
      summary: 'approve items',
      description: 'Approve items that were scheduled with --review: they then go out on time.',
      examples: ['tweetspan queue approve 2 3'],
    },
    move: {
      summary: 'move an item to another time',
      description:
        'Move an item to another time that keeps the distance to your other posts. A shift counts from its slot, or from now once that has passed.',
      examples: [
        'tweetspan queue move 2 +2h',
        'tweetspan queue move 2 -1h',
        'tweetspan queue move 2 "tomorrow 9:00"',
        'tweetspan queue move 2 2026-03-05T09:00',
      ],
    },
    edit: {
      summary: 'change the text or media of an item',
      description:
        'Change the text or media of an item, in your editor ($VISUAL, $EDITOR) or by options. It is judged again; a refused or missed item is planned again.',
      examples: [
        'tweetspan queue edit 2',
        'tweetspan queue edit 2 --text "5 questions to ask before you rent https://example.org/guide"',
        'tweetspan queue edit 2 --media photo.jpg --alt "The park seen from the street"',
      ],
      text: 'its new text',
      file: 'file with the new text, with media in its front matter; - for standard input',
      media: 'image or video in place of its media; repeatable',
      noMedia: 'remove its media',
      alt: 'alt text of the --media before it; repeatable',
    },
    delete: {
      summary: 'delete a posted item from X',
      description:
        'Delete the post of an item from X, after a confirmation that shows the price. Its text and counters stay in your history.',
      examples: ['tweetspan queue delete 2'],
    },
    now: {
      summary: 'send an item now',
      description:
        'Make an item due now: the scheduler sends it, or reminds you of it, within a minute. Every other check stays.',
      examples: ['tweetspan queue now 2'],
    },
    retry: {
      summary: 'plan an item again',
      description: 'Plan an item again that was missed or refused, or that may or may not be on X.',
      examples: ['tweetspan queue retry 2', 'tweetspan queue retry 2 --at +2h'],
      at: 'a time or a shift, as for queue move (default: same time, next free day)',
      notOnX: 'you checked your profile, and the post is not there',
    },
    pause: {
      summary: 'pause the queue',
      description: 'Pause the queue: the program sends nothing until you resume it.',
      examples: ['tweetspan queue pause'],
    },
    resume: {
      summary: 'resume the queue',
      description: 'Resume the queue, and show why it was paused.',
      examples: ['tweetspan queue resume'],
    },
    adopt: {
      summary: 'work on a copied history here',
      description:
        'Work on a history here that comes from another machine: your posts on X are read first, so that none goes out twice.',
      examples: ['tweetspan queue adopt'],
    },
    log: {
      summary: 'show what happened',
      description: 'Show what happened, the latest last.',
      examples: ['tweetspan queue log -n 50', 'tweetspan queue log --item 2'],
      item: 'only this item',
    },
    post: {
      summary: 'post a draft now',
      description: 'Post a draft now, once, the same way as the queue: you see the text and the price first.',
      examples: ['tweetspan post draft.md', 'tweetspan post draft.md --mode remind   # by hand, free'],
      draft: 'draft file, or - for standard input',
      mode: 'by the program (api, default when you are signed in), or by hand from a link (remind, default otherwise)',
    },
    repost: {
      summary: 'repost one of your posts',
      description: 'Repost one of your own posts as it is, for a fraction of the price of a new post; or undo it.',
      examples: [
        'tweetspan repost https://x.com/example/status/123',
        'tweetspan repost https://x.com/example/status/123 --undo',
      ],
      url: 'post URL',
      undo: 'undo the repost',
    },
    record: {
      summary: 'record a post you made by hand',
      description: 'Add a post you made by hand to the queue and the history; its counters are tracked from then on.',
      examples: [
        'tweetspan record https://x.com/example/status/123',
        'tweetspan record https://x.com/example/status/123 --item 2',
      ],
      url: 'post URL, such as https://x.com/example/status/123',
      item: 'the item it belongs to (default: the only one waiting for it)',
      text: 'its text, if it is not an item',
      file: 'file with its text; - for standard input',
    },
    run: {
      summary: 'run the scheduler',
      description:
        'Send what is due and remind you of what you post by hand, every minute; read the counters of your posts.',
      examples: ['tweetspan run', 'tweetspan run --once      # for cron'],
      once: 'do what is due now, then exit; for cron',
      log: 'format of the log on standard error',
      minInterval: 'minimum time between two posts of the account (default: 1h)',
    },
    sync: {
      summary: 'read your posts from X',
      description:
        'Read your own posts and their counters from X into the history, for $0.005 per post and day ($0.001 if the X app is yours: x.ownApp).',
      examples: ['tweetspan sync', 'tweetspan sync --since 2026-01-01'],
      since: 'posts from this day or time on (default: the last 30 days)',
      all: 'everything X still has, up to 3,200 posts',
    },
    count: {
      summary: 'count recent posts with a word',
      description: 'Count the posts of the last 7 days on X that contain a word, for $0.005 per word.',
      examples: ['tweetspan keywords count logement "prix du loyer" --language fr'],
      words: 'words or phrases',
      language: 'language of the posts, such as fr (default: any)',
    },
  },
};

/** What was spent of a cap, thousandths of a US dollar. */
export interface Spent {
  readonly spent: number;
  readonly cap: number;
}
const spentOf = ({ spent, cap }: Spent): string => `${money(spent, 'en')} of ${money(cap, 'en')}`;

/** What a person does to an item. */
export type Action = 'cancel' | 'undo' | 'approve' | 'move' | 'now' | 'retry' | 'record' | 'edit' | 'delete';
const ACTIONS: Words<Action> = {
  cancel: 'cancelled',
  undo: 'planned again by --undo',
  now: 'sent now',
  edit: 'edited',
  delete: 'deleted from X',
  approve: 'approved',
  move: 'moved',
  retry: 'retried',
  record: 'recorded',
};

/** The shape of the section in any language. */
export type QueueSentences = typeof en;
