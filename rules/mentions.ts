import { lazy } from '#base/lazy.js';
import { postName, type Subject } from '#lint/subject.js';
import { insert, replace } from '#lint/edits.js';
import type { ContactFacts } from '#lint/facts.js';
import { foreignHandles, lostNames } from '#lint/lost-signs.js';
import { opensWithDotMention } from '#lint/measures.js';
import { postType } from '#lint/post-type.js';
import { defineRule } from '#lint/rule.js';
import { overlap } from '#tweet/bounds.js';
import { linkIdentity } from '#tweet/link.js';
import { isLatin, LATIN_WORD } from '#words/characters.js';

const DAY = 86_400_000;
/** A handle as its author means it. Other networks have hyphens and dots in theirs; X stops there and names a stranger. */
const AT_WORD = lazy(
  () => /(?<![\p{L}\p{M}\p{N}_!#$%&*@＠/])[@＠]([\p{L}\p{M}\p{N}_]+(?:[-.][\p{Ll}\p{N}_][\p{L}\p{M}\p{N}_]*)*)/gu,
);
/** The same of a text in Latin letters, none of them beyond Western Europe behind a hyphen or dot. */
const AT_WORD_IN_LATIN = new RegExp(
  `(?<![${LATIN_WORD}_!#$%&*@＠/])[@＠]([${LATIN_WORD}_]+(?:[-.][0-9a-zµß-öø-ÿ²³¹¼-¾_][${LATIN_WORD}_]*)*)`,
  'g',
);
/** Longest handle that X gives (help.x.com, username registration). */
const LONGEST_HANDLE = 15;
const MAX_PROPOSALS = 2;
const ELIDED = /^(?:l|d|j|n|c|s|m|t|qu)$/i;

/** 5: mentions. People concerned or already met, with moderation. */
export const mentions = defineRule({
  id: 'mentions',
  number: 5,
  title: 'Mentions',
  summary: 'One or two people the page is about, mentioned in the text, and none of them too often.',
  lever: 'amplification',
  weight: 5,
  evidence: {
    grade: 'published',
    source:
      '“10 conseils pour prolonger la vie d’un tweet” (2016), tip 5; X developer policy, “no unsolicited @mentions”; X treats a post that opens with a mention as a reply',
  },
  options: {
    max: {
      type: 'integer',
      default: 3,
      minimum: 1,
      maximum: 50,
      description: 'Most mentions before the post looks like spam.',
    },
    restDays: {
      type: 'integer',
      default: 14,
      minimum: 0,
      maximum: 365,
      description: 'Days to wait before mentioning the same person again.',
    },
  },
  messages: {
    none: { severity: 'info', penalty: 5, text: 'no one is mentioned; someone the page is about may share it' },
    tooMany: { severity: 'warning', penalty: 2, text: '{count} mentions; more than {max} look like spam' },
    opensWithMention: {
      severity: 'warning',
      penalty: 5,
      text: 'the post opens with {handle}: X treats it as a reply, which few people see; put the name behind the first words',
    },
    opensWithDot: {
      severity: 'warning',
      penalty: 3,
      text: '.{handle} at the start reads like a reply; put the name behind the first words',
    },
    variantOpensWithMention: {
      severity: 'warning',
      penalty: 2,
      countsFor: 'repeats',
      text: '{post} opens with {handle}: X treats it as a reply, which few people see',
    },
    invalid: {
      severity: 'warning',
      penalty: 2,
      text: '{handle} is not a valid handle; use letters without accents, digits and _, at most {longest} characters',
    },
    lost: { severity: 'warning', penalty: 2, text: '{handle} mentions no one on X; put a space before it' },
    foreign: {
      severity: 'warning',
      penalty: 2,
      text: '{handle} is a {network} handle, not an X account; write the name without @, or their X handle',
    },
    known: { severity: 'info', text: 'you have been in touch with {handle} on this subject' },
    tired: {
      severity: 'warning',
      penalty: 1,
      text: '{handle} was mentioned or asked {days|today|day ago|days ago}; wait at least {rest|day|days}',
    },
    optedOut: { severity: 'error', penalty: 5, text: '{handle} does not want to be mentioned' },
    sameInReposts: {
      severity: 'warning',
      penalty: 2,
      countsFor: 'repeats',
      text: '{handle} is mentioned in {count} posts of this campaign; once is enough',
    },
    sameInManyReposts: {
      severity: 'error',
      penalty: 10,
      countsFor: 'repeats',
      text: '{handle} is mentioned in {count} posts of this campaign: X forbids repeated unsolicited mentions',
    },
  },
  fixes: {
    mention: { safe: false, text: 'mention {handle}' },
    separate: { safe: false, text: 'put a space before {handle}' },
  },
  reasons: {
    noContacts: 'contacts are not checked: there is no history',
  },
  examples: {
    good: [
      { draft: 'Loyers à Lyon : la carte, avec @example_agence https://example.org/loyers' },
      { draft: 'What @example_dev taught us about releases https://example.org/releases' },
    ],
    bad: [
      {
        draft: '@example_agence publie la carte des loyers à Lyon https://example.org/loyers',
        finding: 'opensWithMention',
      },
      { draft: 'La carte des loyers de @Métropole https://example.org/loyers', finding: 'invalid' },
    ],
  },

  check(subject, report, options) {
    const { draft, mentions: found, text, facts } = subject;
    const handles = [...new Set(found.map(({ value }) => extractHandle(value)))];
    if (handles.length === 0 && postType(draft) === undefined) report.find('none', {});
    if (handles.length > options.max) report.find('tooMany', { count: handles.length, max: options.max });

    const [first] = found;
    if (first?.span.start === 0) report.find('opensWithMention', { handle: first.text }, { span: first.span });
    if (first !== undefined && opensWithDotMention(subject)) {
      report.find('opensWithDot', { handle: first.text }, { span: { start: 0, end: first.span.end } });
    }

    subject.campaign?.variants?.forEach((variant, index) => {
      const [opening] = subject.measure(variant.text).entities;
      if (opening?.type !== 'mention' || opening.span.start > 0) return;
      report.find('variantOpensWithMention', { post: postName(index + 1), handle: opening.text });
    });

    const signs = text.match(/[@＠]/g)?.length ?? 0;
    for (const { span, text: handle, seen = '' } of signs > found.length ? lostNames(subject) : []) {
      const suggestions = seen === '' ? [] : [report.suggest('separate', { handle }, [replace(span, seen)])];
      report.find('lost', { handle }, { span, suggestions });
    }
    const foreign = /[@＠][\w.-]*[.@-]\w/.test(text) ? foreignHandles(subject) : [];
    for (const { span, network } of foreign) {
      report.find('foreign', { handle: text.slice(span.start, span.end), network }, { span });
    }
    for (const { span, handle } of invalidHandles(subject)) {
      if (foreign.some((other) => overlap(span, other.span))) continue;
      report.find('invalid', { handle, longest: LONGEST_HANDLE }, { span });
    }

    for (const { handle, count } of repeatedHandles(subject)) {
      report.find(count >= 3 ? 'sameInManyReposts' : 'sameInReposts', { handle: `@${handle}`, count });
    }

    const { contacts, now } = facts;
    if (contacts === undefined) {
      report.cannotJudge('noContacts', {});
      return 1;
    }
    for (const mention of found) {
      const contact = contacts.find(({ handle }) => handle.toLowerCase() === extractHandle(mention.value));
      if (contact?.optedOut) {
        report.find('optedOut', { handle: mention.text }, { span: mention.span });
      }
      const days = contact && now !== undefined ? daysSinceContact(contact, now) : Infinity;
      if (days < options.restDays) {
        report.find('tired', { handle: mention.text, days, rest: options.restDays }, { span: mention.span });
      }
    }
    if (handles.length < 2) {
      const held = topicCounts(contacts);
      const concerned = contacts
        .filter((contact) => isConcerned(contact, subject) && !handles.includes(contact.handle.toLowerCase()))
        .filter((contact) => now === undefined || daysSinceContact(contact, now) >= options.restDays)
        .map((contact) => ({ handle: contact.handle, closeness: measureCloseness(contact, subject, held) }))
        .sort((a, b) => b.closeness - a.closeness);
      for (const { handle } of concerned.slice(0, MAX_PROPOSALS)) {
        const name = `@${handle}`;
        // Behind everything, and said to be a copy: no sentence is broken, and no one is presented as its author.
        const edits = [insert(text.length, ` cc ${name}`)];
        report.find('known', { handle: name }, { suggestions: [report.suggest('mention', { handle: name }, edits)] });
      }
    }
    return 1;
  },
});

const extractHandle = (value: string): string => (value.split('/')[0] ?? '').toLowerCase();

/** Handles that X does not see, or not as they are written. */
function invalidHandles({
  text,
  mentions: found,
  links,
}: Subject): { span: { start: number; end: number }; handle: string }[] {
  if (!/[@＠]/.test(text)) return [];
  const byStart = new Map(found.map((mention) => [mention.span.start, mention]));
  const isPlain = isLatin(text) && !/[-.][\u0100-\u024f]/.test(text);
  return [...text.matchAll(isPlain ? AT_WORD_IN_LATIN : AT_WORD())].flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    if (links.some((link) => link.span.start < span.end && span.start < link.span.end)) return [];
    const seen = byStart.get(span.start);
    // "@L’équipe" mentions the account @L.
    const rest = ELIDED.test(match[1] ?? '') ? (/^['’][\p{L}\p{M}\p{N}]+/u.exec(text.slice(span.end))?.[0] ?? '') : '';
    if (rest !== '') return [{ span: { start: span.start, end: span.end + rest.length }, handle: match[0] + rest }];
    const whole = seen !== undefined && extractHandle(seen.value).length === (match[1] ?? '').length;
    return whole && (match[1] ?? '').length <= LONGEST_HANDLE ? [] : [{ span, handle: match[0] }];
  });
}

/** Handles that stand in more than one post of the campaign, the first post included. */
function repeatedHandles({ mentions: found, campaign, measure }: Subject): { handle: string; count: number }[] {
  const posts = [found, ...(campaign?.variants ?? []).map(({ text }) => measure(text).entities)];
  const counts = new Map<string, number>();
  for (const entities of posts) {
    const handles = entities.filter(({ type }) => type === 'mention').map(({ value }) => extractHandle(value));
    for (const handle of new Set(handles)) counts.set(handle, (counts.get(handle) ?? 0) + 1);
  }
  return [...counts].flatMap(([handle, count]) => (count < 2 ? [] : [{ handle, count }]));
}

/** Whole days since someone was last mentioned, asked or given a post; infinite when never. */
function daysSinceContact({ lastMentioned, lastRequested, lastAmbassador }: ContactFacts, now: number): number {
  const last = Math.max(...[lastMentioned, lastRequested, lastAmbassador].map((at) => at ?? -Infinity));
  return Math.floor((now - last) / DAY);
}

/** How many contacts stand for each topic: what all of them share tells nothing of one. */
function topicCounts(contacts: readonly ContactFacts[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const topic of contacts.flatMap(({ topics = [] }) => topics)) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return counts;
}

/**
 * How near a contact is to a subject: topics that few contacts share count more, and most of someone's topics more than
 * one among fifty. Who was mentioned with the very page comes before all others.
 */
function measureCloseness(
  { topics = [], links = [] }: ContactFacts,
  subject: Subject,
  held: ReadonlyMap<string, number>,
): number {
  const identity = subject.link === undefined ? undefined : linkIdentity(subject.link, subject.linkOptions);
  const words = new Set(subject.words.map(({ word }) => word));
  const shared = topics.filter((topic) => words.has(topic));
  const rarity = shared.reduce((sum, topic) => sum + 1 / (held.get(topic) ?? 1), 0);
  const isOfPage = identity !== undefined && links.includes(identity);
  return (isOfPage ? 1000 : 0) + shared.length / Math.max(1, topics.length) + rarity;
}

function isConcerned({ optedOut, topics = [], links = [] }: ContactFacts, subject: Subject): boolean {
  if (optedOut) return false;
  const identity = subject.link === undefined ? undefined : linkIdentity(subject.link, subject.linkOptions);
  const subjects = new Set(subject.words.filter(({ kind }) => kind === 'subject').map(({ word }) => word));
  return (identity !== undefined && links.includes(identity)) || topics.some((topic) => subjects.has(topic));
}
