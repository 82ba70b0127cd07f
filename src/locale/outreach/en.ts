// What the commands for people say, in English.
import { count, dateWithWeekday, list, listed, plural, span } from '#locale/format.js';

const n = (value: number): string => count(value, 'en');
const people = (value: number): string => plural(value, 'person', 'people', 'en');
const days = (value: number): string => (value === 0 ? 'today' : `${plural(value, 'day', 'days', 'en')} ago`);

/** A person who met the account. */
export interface MetSentence {
  readonly times: number;
  readonly day: string | null;
}

const hooks = {
  figure: 'one figure from the page, with what it means for the reader',
  quote: 'a sentence quoted from the page',
  result: 'what the reader can do after reading',
  mistake: 'a common mistake that the page clears up',
  reader: 'who the page is for, and in which situation',
};

const languages: Readonly<Record<string, string>> = {
  en: 'English',
  fr: 'French',
  de: 'German',
  es: 'Spanish',
  it: 'Italian',
  nl: 'Dutch',
  pt: 'Portuguese',
};
const inLanguage = (code: string | null): string => (code === null ? 'any language' : (languages[code] ?? code));

export const en = {
  languageName: inLanguage,
  kit: {
    help: {
      summary: 'make a ready post for each ambassador, no two alike',
      description:
        'Make a kit: for each person who agreed, a post in words that nobody else gets, behind one button that opens X’s composer. The texts are the variants of the drafts and what their words make; each one is linted, keeps the link, and is unlike all others. The program sends nothing: you hand the kit out, and each person decides. Give a draft for each language of the team.',
      examples: [
        'tweetspan kit draft.md --for team.csv            # who would get which text',
        'tweetspan kit draft.md --for team.csv --out kit  # pages, Markdown, mail and CSV in the folder kit',
        'tweetspan kit guide.fr.md guide.en.md --for team.csv --out kit.html',
        'tweetspan kit draft.md --for team.csv --utm --out kit   # clicks of each person can be counted',
        'tweetspan kit record https://x.com/example/status/1 --likes 4   # what an ambassador posted',
      ],
      after:
        'Columns of the table: name, handle, language, agreed (the day on which the person said yes; nobody without it is in a kit), opted out.',
    },
    make: 'make a kit (the default)',
    drafts: 'draft files of one link, one for each language',
    options: {
      for: 'table of the team; without it, the ambassadors of the drafts who agreed before',
      out: 'where to write the kit: a folder for all forms, or a file ending in .html, .md, .txt or .csv; writing counts as handing it out',
      utm: 'tell the clicks of each person apart by UTM parameters',
      again: 'give this person a post even so, soon after another one (repeatable)',
      rest: 'days to leave a person in peace after an ask or a kit',
      dryRun: 'write nothing and record nothing',
      zone: 'time zone of the suggested moments',
    },
    record: {
      help: {
        summary: 'record the post of an ambassador',
        description:
          'Record the post that an ambassador made from a kit, with its counts where you know them: decay then shows the ambassadors’ posts apart from your own.',
        examples: ['tweetspan kit record https://x.com/example/status/1 --likes 4 --reposts 2'],
      },
      url: 'URL of the post',
      likes: 'likes that it has',
      reposts: 'reposts that it has',
      link: 'link of the kit, where the person got several',
      by: 'handle of the ambassador, where the URL does not name it',
      recorded: (handle: string, link: string): string => `Recorded the post of @${handle} for ${link}.`,
      noHandle: 'the URL does not name its author; add --by @handle',
      notGiven: (handle: string): string => `@${handle} was given no kit, so this is not recorded`,
      ownPost: (handle: string): string => `@${handle} is your own account; use tweetspan record`,
      tooEarly: 'this post is older than the kit, so it was not made from it',
    },
    title: (link: string): string => `Kit for ${link}`,
    served: (given: number, wanted: number): string =>
      given === wanted ? `${people(given)} can be served.` : `${n(given)} of ${people(wanted)} can be served.`,
    nobody: 'No one can be given a post now.',
    perLanguage: (language: string | null, given: number, wanted: number): string =>
      `${inLanguage(language)}: ${n(given)} of ${n(wanted)}`,
    missing: (value: number, each: readonly string[]): string =>
      `${plural(value, 'text is', 'texts are', 'en')} missing (${listed(each)}); write ${value === 1 ? 'it' : 'them'} under campaign.variants, each on a point of its own. Reshuffled words would count as a duplicate. Ideas:`,
    missingIn: (language: string | null, value: number): string => `${n(value)} in ${inLanguage(language)}`,
    hooks,
    columns: { who: 'For', when: 'When', text: 'Text', length: 'Length' },
    why: {
      left: () => 'left X, according to the table',
      'opted-out': () => 'opted out',
      'no-consent': () => 'has not agreed yet (no valid date under “agreed”)',
      given: (ago: number | null) => `was given a post of this link ${days(ago ?? 0)}; --again @handle gives another`,
      tired: (ago: number | null) => `was asked or given a post ${days(ago ?? 0)}; leave them in peace for now`,
    },
    spared: 'Not in this kit',
    moreSpared: (value: number): string => `… and ${n(value)} more`,
    faults: 'Rows of the table to check',
    fault: {
      'bad-handle': (row: number, value: string) =>
        `row ${n(row)}: ${value === '' ? 'no handle' : `“${value}” is not a handle`}; write @name, with letters, digits and _ only`,
      twice: (row: number, value: string) => `row ${n(row)}: ${value} is in the table already; one row is used`,
      'bad-date': (row: number, value: string) => `row ${n(row)}: “${value}” is not a day; write 2026-01-31`,
      'unclear-date': (row: number, value: string) =>
        `row ${n(row)}: “${value}” can be read in two ways; write 2026-01-31`,
      'future-date': (row: number, value: string) =>
        `row ${n(row)}: “${value}” is in the future; write the day on which the person agreed`,
      'bad-language': (row: number, value: string) =>
        `row ${n(row)}: “${value}” is not a language; write en or fr. The person may get a text in any language`,
    },
    quoted: (text: string): string => `“${text}”`,
    refused: 'Texts that are not used',
    textFault: {
      alike: 'reads like a text that is used, planned or posted already',
      tooLong: (weighted: number): string => `has ${n(weighted)} characters; an ambassador’s post holds 280`,
      optedOut: (handle: string): string => `mentions @${handle}, who opted out`,
    },
    wrote: (files: readonly string[]): string => `Wrote ${list(files, 'en')}.`,
    noted: (given: number): string =>
      `Recorded that ${people(given)} ${given === 1 ? 'was' : 'were'} given a post. You hand the kit out; the program sends nothing.`,
    preview: 'This is a preview: nothing was written or recorded. Add --out to make the kit.',
    noTagsYet: 'To count clicks per person, add --utm.',
    policy:
      'X forbids identical or nearly identical posts from several accounts and rewards for reposts. Let people change their text, and say no.',
    errors: {
      noLink: (file: string): string => `${file} has no link; a kit is for posts that lead to a page`,
      otherLink: (file: string, link: string, first: string): string =>
        `${file} leads to ${link}, and the draft before to ${first}; a kit is for one link`,
      noTeam: 'no team; add --for team.csv, or list ambassadors who agreed before under campaign.ambassadors',
      noHandles: (file: string): string =>
        `${file}: no column holds handles; the first row must name the columns: name, handle, language, agreed, opted out`,
      emptyTeam: (file: string): string => `${file} lists no one`,
      largeTeam: (file: string): string => `${file} is larger than 4 MB; split it`,
      noFile: (file: string): string => `${file} was not found`,
      unreadable: (file: string, code: string): string => `${file} cannot be read (${code})`,
      encoding: (file: string): string => `${file} is neither UTF-8 nor UTF-16; save it as “CSV UTF-8”`,
      badOut: (file: string): string => `--out ${file}: end it in .html, .md, .txt or .csv, or name a folder`,
      rest: 'a whole number of days from 0 to 365',
      handle: 'a handle, such as @example',
      count: 'a whole number from 0 up',
    },
  },
  page: {
    title: 'A post for you',
    titleAll: (link: string): string => `Posts to hand out: ${link}`,
    hello: (name: string): string => `Hello ${name},`,
    intro:
      'Thank you for offering to help. Here is a post for you. The button opens X with the text in it; nothing is sent before you press Post there. Change the words as you like, or leave it.',
    introAll:
      'Each person has a text of their own. Send each of them their part: the same text from several accounts is against X’s rules.',
    entry: (name: string): string => `For ${name}`,
    moment: (when: string): string => `A good moment: ${when}.`,
    text: 'Text',
    characters: (weighted: number): string => `${n(weighted)} of 280 characters, as X counts them`,
    post: 'Post on X',
    postFor: (name: string): string => `Post on X (text for ${name})`,
    copy: 'Copy the text',
    copyFor: (name: string): string => `Copy the text for ${name}`,
    copied: 'Copied.',
    notCopied: 'Select the text and copy it.',
    image: 'Image',
    saveImage: (file: string): string => `Save the image (${file})`,
    imageFirst: 'Save the image first, then add it in X: the button cannot carry it.',
    noAlt: 'Image of the post',
    privacy: 'This page loads nothing and counts nothing.',
    counted: (tag: string): string =>
      `The link carries the mark ${tag}, so that visits by it can be counted. You may take it off.`,
    stop: 'You do not want to get such posts any more? Say so, and you will get none.',
    contents: 'People',
  },
  mail: {
    to: 'For',
    subject: (title: string): string => `A post for you: ${title}`,
    open: 'One click opens X with this text; you press Post:',
    thanks: 'Thank you!',
    image: (file: string): string => `Please add the image ${file}.`,
  },
  ask: {
    help: {
      summary: 'prepare the message that asks people for help',
      description:
        'Prepare a message to people you have met: an explicit request, the URL of the post and a thank-you, in groups that X takes. The program sends no message: X forbids bulk and automated messages. You send it, then record it.',
      examples: [
        'tweetspan ask draft.md                    # the message, and whom to send it to',
        'tweetspan ask example.org/guide           # for a link of the history',
        'tweetspan ask draft.md --to @example_a,@example_b --copy',
        'tweetspan ask draft.md --sent             # you sent it: leave these people in peace for 30 days',
      ],
    },
    target: 'a draft file, or a link or post of the history',
    options: {
      to: 'people to ask, with commas between; default: those of the draft, else people met with the link or its subject',
      post: 'URL of the post; default: the newest one of the link',
      text: 'the message; default: that of the draft, else a short one',
      groupSize: 'people in a group, 1 to 49; rule 8 calls 10 or more bulk mail',
      copy: 'copy the message',
      sent: 'record that you sent it',
      again: 'ask this person even so, soon after another time (repeatable)',
    },
    template: (title: string): string =>
      `Hello! I have just posted ${title}. Could you repost it if you find it useful?\n\n{post}\n\nThank you!`,
    untitled: 'something that may interest you',
    thanks: 'Thank you!',
    message: 'Message',
    group: (index: number, of: number, size: number): string =>
      of === 1 ? `To ${people(size)}` : `Group ${n(index)} of ${n(of)}, ${people(size)}`,
    met: ({ times, day }: MetSentence): string =>
      times === 0
        ? 'never met: write only if they wrote to you before'
        : `met ${plural(times, 'time', 'times', 'en')}${day === null ? '' : `, last on ${dateWithWeekday(day, 'en')}`}`,
    spared: 'Not asked',
    open: (url: string): string => `Open a message on X (paste the text if it is not there): ${url}`,
    copied: 'The message is in the clipboard.',
    notCopied: 'There is no clipboard here: select the message and copy it.',
    notSent:
      'The program sends no message: X forbids automated and bulk messages. Send it yourself, then run this again with --sent.',
    recorded: (value: number): string => `Recorded that you asked ${people(value)}.`,
    added: {
      post: 'The URL of the post was added to your message.',
      thanks: 'A thank-you was added to your message.',
    },
    noRequest: 'The message does not ask for anything; say plainly what you would like: a repost.',
    notPosted: 'The link is not posted yet: {post} stands for the URL. Run this again after posting.',
    nobody: 'There is no one to ask: add --to @handle, or people under campaign.ask.to.',
    alone: (value: number): string => `${people(value)}`,
    errors: {
      unposted:
        'the link is not posted yet; there is nothing to ask help for. Post it first, or name its URL with --post',
      badPost: (url: string): string => `--post ${url}: not a post URL, such as https://x.com/example/status/1`,
      groupSize: 'a whole number from 1 to 49',
      handles: 'handles with commas between, such as @example_a,@example_b',
    },
  },
  pin: {
    help: {
      summary: 'choose the post for the top of your profile',
      description:
        'Choose which post deserves the top of your profile now: the one whose link is expected to get most from here on, with the page’s own address in it. X has no API for pinning, so you do it by hand and record it.',
      examples: [
        'tweetspan pin                     # the best post of the last 30 days',
        'tweetspan pin draft.md            # the post of this draft’s link',
        'tweetspan pin example.org/guide --done   # you pinned it',
        'tweetspan pin --off               # you took it down',
        'tweetspan pin --check             # read from X what is pinned',
      ],
    },
    target: 'a draft file, or a link or post of the history; default: the best post',
    options: {
      done: 'record that you pinned it',
      off: 'record that nothing is pinned any more',
      until: 'last day of the pin; default: from the draft',
      check: (price: string): string => `read from X what is pinned (${price})`,
    },
    pinIt: (quote: string): string => `Pin this post: ${quote}`,
    replaceIt: (quote: string): string => `Pin this post in place of the present one: ${quote}`,
    keepIt: (quote: string): string => `Keep what is pinned: ${quote}`,
    unpinIt: { until: 'Unpin now: its campaign is over.', t90: 'Unpin now: it has had nearly all it will get.' },
    nothing: 'No post of the last 30 days is worth pinning.',
    how: (post: string, profile: string): string =>
      `Open ${post}, choose ⋯, then “Pin to your profile”; check it on ${profile}. Then run tweetspan pin --done.`,
    howOff: (profile: string): string =>
      `Open ${profile}, choose ⋯ on the pinned post, then “Unpin from profile”. Then run tweetspan pin --off.`,
    why: (remaining: string, t90: number): string =>
      `Its link is expected to get ${remaining} more reactions; nine tenths come within ${span(t90, 'en')}.`,
    pinned: (quote: string, day: string): string => `Pinned since ${dateWithWeekday(day, 'en')}: ${quote}`,
    onX: (id: string | null, price: string): string =>
      `Read from X for ${price}: ${id === null ? 'nothing is pinned' : `post ${id} is pinned`}.`,
    unknown: 'What is pinned now is not known; record it with --done, or read it with --check.',
    notPinned: 'Nothing is recorded as pinned.',
    recorded: (quote: string): string => `Recorded as pinned: ${quote}`,
    ended: 'Recorded: nothing is pinned any more.',
    refused: 'Not to be pinned',
    fault: {
      shortened: (hosts: string) =>
        `its address goes through ${hosts}; X may take a pinned short link for spam. Post the page’s own address`,
      passed: (words: string) => `“${words}” is out of date`,
      'opted-out': () => 'it names a person who opted out',
      spent: () => 'its link gets hardly anything any more',
    },
    clash: (draft: string, from: string, until: string | null): string =>
      `“${draft}” also plans the pin from ${from}${until === null ? '' : ` to ${until}`}; only one post can be pinned`,
    errors: {
      unposted: 'this link is not posted yet; there is nothing to pin',
      spent: 'no post to record; name one: tweetspan pin LINK --done',
      until: 'a day, such as 2026-12-31',
    },
  },
  steps: {
    title: 'For you to do',
    kinds: {
      kit: 'Hand out the kit',
      ask: 'Ask people for help',
      pin: 'Pin the post',
      unpin: 'Unpin the post',
    },
    states: { planned: 'planned', reminded: 'reminded', done: 'done', cancelled: 'cancelled' },
    how: {
      kit: (draft: string): string => `tweetspan kit ${draft} --out kit`,
      ask: (draft: string): string => `tweetspan ask ${draft}`,
      pin: (draft: string): string => `tweetspan pin ${draft}`,
      unpin: (): string => 'tweetspan pin --off',
    },
    line: (name: string, when: string, what: string, draft: string): string => `${name}  ${when}  ${what} (${draft})`,
    queued: (names: readonly string[]): string => `Reminders for you: ${listed(names)}.`,
    due: (name: string, what: string, link: string): string => `tweetspan ${name}: ${what} — ${link}`,
    run: (command: string): string => `Run: ${command}`,
    after: (name: string): string => `When it is done: tweetspan queue done ${name}`,
    help: {
      summary: 'note that a step of yours is done',
      description:
        'Note that you took a step that only a person can take: a kit handed out, people asked, a post pinned. Its reminder ends.',
      examples: ['tweetspan queue done p3', 'tweetspan queue done p3 --skip   # you will not do it'],
    },
    step: 'its name, such as p3',
    skip: 'you will not do it',
    badName: 'use the name of a step, such as p3; a post is closed by tweetspan record <url>',
    none: (name: string): string => `there is no step ${name}; list them: tweetspan queue`,
    ended: (name: string, state: string): string => `${name} is ${state} already`,
    done: (name: string): string => `${name}: done`,
    skipped: (name: string): string => `${name}: cancelled`,
    open: (value: number): string => `${plural(value, 'step is', 'steps are', 'en')} open:`,
  },
  ambassadors: {
    title: 'Ambassadors',
    line: (value: number, given: number): string =>
      `${plural(value, 'post', 'posts', 'en')} recorded, of ${n(given)} handed out`,
    reactions: (likes: number, reposts: number): string =>
      `${plural(likes, 'like', 'likes', 'en')} and ${plural(reposts, 'repost', 'reposts', 'en')} on them`,
    visits: (value: number): string => `${plural(value, 'visit', 'visits', 'en')} by their links`,
  },
};

export type OutreachSentences = typeof en;
