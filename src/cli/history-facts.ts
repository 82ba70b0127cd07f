import type { Locale } from '#base/locale.js';
import { Problem } from '#base/problem.js';
import type { Draft } from '#draft/draft.js';
import type { FactsReader, KeywordFigure, MetContact } from '#history/query-ports.js';
import type { Facts, ContactFacts, DemandSource, PastPost } from '#lint/facts.js';
import type { LintOptions } from '#lint/engine.js';
import { prepare, type Subject } from '#lint/subject.js';
import { lintSentences } from '#locale/lint.js';
import type { ReportedStanding } from '#report/documents/drafts.js';
import type { LanguageCode } from '#tweet/language.js';
import { linkIdentity, type LinkOptions } from '#tweet/link.js';
import type { Lexicon } from '#words/lexicon.js';
import { joinAsTag } from '#words/tags.js';
import { withOutreach } from './outreach-facts.js';
import type { OwnModels } from './own-standing.js';
import type { Shell } from './shell.js';
import { writeNotice } from './notice.js';

/** What the history knows of drafts, for as long as it is open. */
export interface HistoryFacts {
  read(draft: Draft, context: DraftContext): Promise<Partial<Facts>>;
  /** Where a draft stands among the account's own posts; none with too few of them. */
  ownStandings(draft: Draft, options: LintOptions): Promise<readonly ReportedStanding[]>;
  close(): void;
}

/** How long lint waits for a program that writes the history, in ms. */
const LOCK_WAIT = 100;

/**
 * Opens the history for `lint`, which exists or was requested. Undefined when it cannot be read and was not requested: one
 * line says so, and the drafts are scored without it.
 * @throws StoreError when it was requested and cannot be read.
 */
export async function historyFacts(
  shell: Shell,
  {
    facts: requested,
    db,
    locale,
  }: { readonly facts?: boolean | undefined; readonly db?: string | undefined; readonly locale: Locale },
): Promise<HistoryFacts | undefined> {
  // Naming a file requests it.
  const isRequested = requested === true || (requested === undefined && db !== undefined);
  const { openHistory } = await import('./history-database.js');
  const { storeProblemSentence } = await import('#locale/history.js');
  const warn = (error: unknown): void => {
    if (isRequested || !(error instanceof Problem)) throw error;
    const { withoutHistory } = lintSentences(locale);
    writeNotice(shell, withoutHistory(storeProblemSentence(error.problem, error.data, locale)));
  };
  try {
    const history = await openHistory(shell, { db, readonly: true, lockWait: LOCK_WAIT });
    let isBroken = false;
    let models: Promise<OwnModels> | undefined;
    return {
      async ownStandings(draft, options) {
        if (isBroken) return [];
        try {
          const { ownModels, standingsOf } = await import('./own-standing.js');
          models ??= ownModels(shell, history, db);
          return standingsOf(await models, draft, options);
        } catch (error) {
          isBroken = true;
          warn(error);
          return [];
        }
      },
      async read(draft, context) {
        if (isBroken) return {};
        try {
          const facts = factsFromHistory(history.reader, draft, context);
          const contacts = withOutreach(facts.contacts ?? [], draft, context.people, history);
          if (draft.campaign === undefined) return { ...facts, contacts };
          const { campaignFacts } = await import('./campaign-facts.js');
          const link = identityOf(draft, context);
          return { ...facts, contacts, ...campaignFacts({ history, link, now: shell.now() }) };
        } catch (error) {
          isBroken = true;
          warn(error);
          return {};
        }
      },
      close: () => history.close(),
    };
  } catch (error) {
    warn(error);
    return undefined;
  }
}

/** How sources of figures are named to the user. */
interface DemandNames {
  readonly ownPosts: string;
  /** An imported list: its source, what it measures, and the day on which it was imported (`2026-03-02`). */
  readonly list: (source: string, measure: string, day: string) => string;
}

/** What is known of a draft besides itself. */
export interface DraftContext {
  readonly language: LanguageCode | undefined;
  readonly lexicon: Lexicon | undefined;
  readonly links: LinkOptions | undefined;
  /** The longest text that is looked into, in UTF-16 units. */
  readonly maxCharacters: number;
  /** Handles of people whom a list beside the draft names. */
  readonly people: readonly string[];
  /** How sources of figures are named in findings. */
  readonly names: DemandNames;
  /** What a thesaurus has for words of the draft; undefined before it was used. */
  readonly synonyms?: Facts['synonyms'];
}

/** Posts of the link that new texts are compared with; X compares with recent ones only. */
const MAX_PAST_POSTS = 50;
/** People proposed by rule 5 are two at most: these leave room for those who must be left alone. */
const MAX_CONTACTS = 10;
/** Words by which people are looked for. */
const MAX_WORDS = 12;
/** Terms whose figures are looked for: a thesaurus may have many, and each takes a look-up or two. */
const MAX_TERMS = 60;
/** Posts with each of two words below which their engagement is not compared: it is chance.
 * @source own choice */
const MIN_POSTS = 10;
/** Tags that rule 4 asks for: a draft that has them is offered none. */
const MAX_TAGS = 2;
/** Posts from which a tag is one that the account uses.
 * @source own choice */
const MIN_TAGGED = 5;

/**
 * What a history knows of a draft: figures of demand for its words and their synonyms, people met with its link or its
 * subjects and those whom it names, and what was posted of its link before.
 */
export function factsFromHistory(reader: FactsReader, draft: Draft, context: DraftContext): Partial<Facts> {
  const { language, people, names, synonyms = {} } = context;
  const subject = subjectOf(draft, context);
  const identity = subject.link === undefined ? undefined : linkIdentity(subject.link, subject.linkOptions);
  const terms = comparedTerms(subject, synonyms);
  return {
    demand: [
      ...importedDemand(reader, [...terms, ...subjectWords(subject)], language ?? '', names),
      ...ownDemand(reader, terms, names),
    ],
    contacts: selectContacts(reader, subject, identity, people),
    pastPosts: identity === undefined ? [] : pastPosts(reader, identity),
    ownTags: ownTags(reader, subject),
  };
}

/** Tags of the account, the most frequent first, that stand as words, or two words side by side, in a draft. */
function ownTags(reader: FactsReader, { hashtags, text, words }: Subject): string[] {
  if (hashtags.length >= MAX_TAGS) return [];
  const free = words.filter(({ kind, inTag }) => kind === 'subject' && !inTag).slice(0, MAX_WORDS);
  const names = free.flatMap((word, index) => {
    const next = free[index + 1];
    const isPair = next !== undefined && text.slice(word.span.end, next.span.start) === ' ';
    return [word.word, ...(isPair ? [joinAsTag([word.word, next.word])] : [])];
  });
  return [...new Set(names)]
    .map((tag) => ({ tag, posts: reader.termUse(`#${tag}`).posts }))
    .filter(({ posts }) => posts >= MIN_TAGGED)
    .sort((a, b) => b.posts - a.posts)
    .map(({ tag }) => tag);
}

const subjectOf = (draft: Draft, { language, lexicon, links, maxCharacters }: DraftContext): Subject =>
  prepare(draft, { lexicons: lexicon === undefined ? [] : [lexicon], language, links, maxCharacters });

/** The identity of a draft's link; undefined without one. */
function identityOf(draft: Draft, context: DraftContext): string | undefined {
  const { link, linkOptions } = subjectOf(draft, context);
  return link === undefined ? undefined : linkIdentity(link, linkOptions);
}

const subjectWords = ({ words }: Subject): string[] =>
  words.filter(({ kind }) => kind === 'subject').map(({ word }) => word);

/** The words of the draft that have synonyms, with these. */
function comparedTerms({ words, lexicon }: Subject, synonyms: NonNullable<Facts['synonyms']>): readonly string[] {
  if (lexicon === undefined) return [];
  const spoken = new Set(words.filter(({ kind }) => kind !== 'stop').flatMap(({ word }) => [word, singular(word)]));
  const groups = lexicon.synonyms.filter((group) => group.some(({ word }) => spoken.has(word)));
  const inLexicon = groups.flatMap((group) => group.map(({ word }) => word));
  const inThesaurus = Object.entries(synonyms).flatMap(([word, others]) => [word, ...others]);
  return [...new Set([...inLexicon, ...inThesaurus])].slice(0, MAX_TERMS);
}

const singular = (word: string): string => word.replace(/[sx]$/, '');

/**
 * Measures by how well they show what is searched: true volumes, an index of all searches, then whatever a list counts;
 * Search Console last, since it counts only searches that showed the user's own site.
 */
const MEASURES: readonly RegExp[] = [/^searches a month$/, /^interest index/, /^(?!impressions in Google$)/];

const rankMeasure = (measure: string): number => {
  const rank = MEASURES.findIndex((pattern) => pattern.test(measure));
  return rank < 0 ? MEASURES.length : rank;
};

function importedDemand(
  reader: FactsReader,
  terms: readonly string[],
  language: string,
  names: DemandNames,
): DemandSource[] {
  const bySource = new Map<string, (KeywordFigure & { readonly requestedTerm: string })[]>();
  for (const requestedTerm of new Set(terms)) {
    for (const figure of reader.demand(requestedTerm, language)) {
      const key = `${figure.source}\n${figure.measure}\n${figure.language}`;
      bySource.set(key, [...(bySource.get(key) ?? []), { ...figure, requestedTerm }]);
    }
  }
  return [...bySource.values()]
    .map((figures) => ({ figures, reportedAt: Math.max(...figures.map(({ reportedAt }) => reportedAt)) }))
    .flatMap(({ figures, reportedAt }) => {
      const [first] = figures;
      return first === undefined ? [] : [{ figures, reportedAt, source: first.source, measure: first.measure }];
    })
    .sort(
      (a, b) =>
        rankMeasure(a.measure) - rankMeasure(b.measure) ||
        b.reportedAt - a.reportedAt ||
        (a.source < b.source ? -1 : 1),
    )
    .map(({ figures, reportedAt, source, measure }) => ({
      name: names.list(source, measure, new Date(reportedAt).toISOString().slice(0, 10)),
      kind: 'search',
      figures: Object.fromEntries(figures.map(({ requestedTerm, figure }) => [requestedTerm, figure])),
    }));
}

/** How the account's own posts fared with each term, where enough posts hold it. */
function ownDemand(reader: FactsReader, terms: readonly string[], names: DemandNames): DemandSource[] {
  const figures = terms.flatMap((term) => {
    const { posts, meanReactions } = reader.termUse(term);
    return posts < MIN_POSTS || meanReactions === undefined
      ? []
      : [[term, Math.round(meanReactions * 10) / 10] as const];
  });
  if (figures.length < 2) return [];
  return [{ name: names.ownPosts, kind: 'own', figures: Object.fromEntries(figures) }];
}

function selectContacts(
  reader: FactsReader,
  subject: Subject,
  identity: string | undefined,
  people: readonly string[],
): ContactFacts[] {
  const topics = [...new Set(subjectWords(subject))].slice(0, MAX_WORDS);
  const met = reader
    .contactsFor({ words: topics, ...(identity === undefined ? {} : { link: identity }) }, MAX_CONTACTS)
    .map((contact): ContactFacts => {
      const why = contact.because === 'link' ? { links: identity === undefined ? [] : [identity] } : { topics };
      return { ...toContactFacts(contact), ...why };
    });
  const known = new Set(met.map(({ handle }) => handle));
  const named = namedHandles(subject, people).filter((handle) => !known.has(handle));
  const others = named.flatMap((handle) => {
    const contact = reader.contact(handle);
    return contact === undefined ? [] : [toContactFacts(contact)];
  });
  return [...met, ...others];
}

const toContactFacts = ({ handle, lastMentionAt, optedOut }: MetContact): ContactFacts => ({
  handle,
  ...(lastMentionAt === undefined ? {} : { lastMentioned: lastMentionAt }),
  ...(optedOut === undefined ? {} : { optedOut }),
});

/** All whom the draft mentions, tags, asks or gives a post to, in its variants too; lower case, nobody twice. */
function namedHandles({ mentions, campaign, media, measure }: Subject, people: readonly string[]): string[] {
  const ofVariants = (campaign?.variants ?? []).flatMap(({ text }) =>
    measure(text).entities.filter(({ type }) => type === 'mention' || type === 'list'),
  );
  const { ambassadors } = campaign ?? {};
  const handles = [
    ...[...mentions, ...ofVariants].map(({ value }) => value.split('/')[0] ?? ''),
    ...media.flatMap(({ tag = [] }) => tag),
    ...people,
    ...(campaign?.ask?.to ?? []),
    ...(typeof ambassadors === 'string' ? [] : (ambassadors ?? []).map(({ handle }) => handle)),
  ];
  return [
    ...new Set(handles.map((handle) => handle.replace(/^@/, '').toLowerCase()).filter((handle) => handle !== '')),
  ];
}

const pastPosts = (reader: FactsReader, identity: string): PastPost[] =>
  reader.pastPosts(identity, MAX_PAST_POSTS).flatMap(({ text, at }) => (at === undefined ? [] : [{ text, at }]));
