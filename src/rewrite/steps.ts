// Everything that may be done to a draft, in the order in which it is tried.
import { lazy } from '#base/lazy.js';
import type { Finding, LintReport, Suggestion } from '#lint/finding.js';
import { postType } from '#lint/post-type.js';
import type { Subject } from '#lint/subject.js';
import { latin } from './latin.js';
import { operationsOf } from './languages.js';
import { linkLast, type Proposal } from './operations.js';
import { doubledEmoji, tagsLast } from './signs.js';
import { dropFigures, keywordTags, trimTags, widerTags } from './tags.js';
import { proposalsOf, sentencesOf, wordsIn } from './wording.js';

/** A suggestion of a rule as a change of the text. */
export const toProposal = ({ id, title, data, edits }: Suggestion): Proposal => ({ operation: id, title, data, edits });

/** Suggestions of rules that are right beside the safe ones; the others are for the author to choose. */
const TRUSTED: ReadonlySet<string> = new Set([
  'quality/blankAfterDotWithCare',
  'quality/correct',
  'quality/joinInclusiveWithCare',
  'quality/plain',
  'quality/remove',
  'mentions/separate',
]);
/** Corrections without which nobody would post a text; blanks and apostrophes are not among them. */
const REPAIRS: ReadonlySet<string> = new Set([
  'concision/shorten',
  'one-emoji',
  'quality/blankAfterDot',
  'quality/calm',
  'quality/calmPhrase',
  'quality/correct',
  'quality/correctSurely',
  'quality/joinInclusive',
  'quality/middot',
  'quality/plain',
  'quality/remove',
  'quality/typeset',
]);
/** Whether an operation corrects what was written, by its name in reports. */
export const isRepair = (operation: string): boolean => REPAIRS.has(operation);

/** What stands behind # in an address may be a place in the page, and a tag in a sentence may be no word of it. */
export const NEVER: ReadonlySet<string> = new Set([
  'hashtags/find',
  'hashtags/untag',
  'hashtags/untagOthers',
  'mentions/mention',
]);

const plain = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** Behind which a participle stands. */
const AUXILIARY = lazy(() =>
  latin(
    String.raw`(?:^|[\s’'])(?:a|ai|as|ont|avons|avez|est|sont|été|sera|seront|fut|ayant|était|étaient|avait|avaient)(?: \p{L}+)? $`,
  ),
);

const HAVE = lazy(() =>
  latin(String.raw`(?:^|[\s’'])(?:a|ai|as|ont|avons|avez|aura|auront|avait|avaient|ayant)(?: \p{L}+)? $`),
);

/** A sentence that goes on with the verb of one. */
const OF_ONE = /^[^.;!?\n]*? (?:est|a|sera|était|va|peut|doit|reste|ouvre|ferme|commence) /;

/** Whether it takes the author to know what was meant: of "heres", "here" is one meaning of several. */
function isUnsure({ messageId, data }: Finding, before: string, behind: string, disagreements: number): boolean {
  const [text, meant] = [String(data['text'] ?? ''), String(data['meant'] ?? '')];
  // Where more of the kind stand beside "les inscription", it may be one or several; a figure counts.
  if (messageId === 'agreement')
    return !/^\d/.test(text) && (disagreements > 1 || (!/^(?:each|every|another)/i.test(text) && OF_ONE.test(behind)));
  // "trois jours a": the verb of what the days are said of. "Quelque soit" is of the gender of its noun.
  if (messageId === 'confusion') return / a $|^quelque/i.test(text);
  if (messageId !== 'spelling') return false;
  const [written, right] = [plain(text), plain(meant)];
  // Where accents alone are missing, only an end in "e" may be a participle: "a publie", "fete".
  if (written === right) return right.endsWith('e') && AUXILIARY().test(before);
  // "ont realisés un journal": behind "avoir" it has nothing to agree with.
  if (/^e?s$/.test(written.slice(right.length)) && written.startsWith(right) && right.endsWith('e'))
    return !HAVE().test(before);
  return written.startsWith(right) || right.startsWith(written);
}

/** Words in capitals before a colon are a heading, or a label: "DO NOT MERGE:". */
const isHeading = ({ id, edits }: Suggestion, text: string): boolean =>
  id === 'quality/calm' &&
  edits.some(({ span, text: put }) => /^[ \u00a0]?:/.test(text.slice(span.end)) && put.split(' ').length <= 3);

/** "BONNE NOUVELLE Le loup revient": without its capitals the label would run into the sentence. */
export const runsOn = ({ id, edits }: Pick<Suggestion, 'id' | 'edits'>, text: string): boolean =>
  id.startsWith('quality/calm') &&
  edits.some(
    ({ span }) =>
      /^\P{L}*$/u.test(text.slice(0, span.start)) && /^ \p{Lu}(?:[’']?\p{Ll}|[ ’'])/u.test(text.slice(span.end)),
  );

/** "Now, staff are asked" leads on from something: there the long phrase goes whole. */
const isNowInFront = ({ id, edits }: Suggestion, text: string): boolean =>
  id === 'concision/shorten' &&
  edits.some(({ span, text: put }) => put === 'Now' && text.slice(span.end).startsWith(','));

/** The sign between two genders is right where the author has it already. */
const isOwnWay = (id: string, text: string): boolean => id === 'quality/middot' && text.includes('·');

/** What an apostrophe cuts off in English is no article: of "#don’t" no tag comes. */
const isContraction = ({ id, edits }: Suggestion, text: string): boolean =>
  id === 'hashtags/join' && edits.some(({ span }) => /n[’']t/.test(text.slice(span.start, span.end)));

/** What the rules suggest: about tags, or about the rest. */
function suggestedBy(subject: Subject, { findings, asides }: LintReport, isOfTags: boolean): Proposal[] {
  const { text } = subject;
  const disagreements = findings.filter(({ messageId }) => messageId === 'agreement').length;
  const suggested = findings
    .filter(({ rule }) => (rule === 'hashtags') === isOfTags)
    .flatMap((finding) =>
      isUnsure(finding, text.slice(0, finding.span?.start ?? 0), text.slice(finding.span?.end), disagreements)
        ? finding.suggestions.filter(({ safe }) => safe)
        : finding.suggestions,
    )
    .filter(
      (suggestion) =>
        !isHeading(suggestion, text) &&
        !runsOn(suggestion, text) &&
        !isContraction(suggestion, text) &&
        !isNowInFront(suggestion, text),
    )
    .filter(({ id, safe }) => !NEVER.has(id) && (safe || isOfTags || TRUSTED.has(id) || isOwnWay(id, text)))
    .map((suggestion) => ({
      ...toProposal(suggestion),
      // The shorter phrase is a phrase of the lexicon: its words stand for those that go.
      ...(REPAIRS.has(suggestion.id) && {
        // "D&eacute;tails": the letters on both sides make one word with what is put in.
        replaces: wordsIn(
          suggestion.edits.map(({ span, text: put }) => ({
            span: { start: span.start - 1, end: span.end + 1 },
            text: put,
          })),
          subject,
        ),
      }),
    }));
  return isOfTags
    ? suggested
    : [
        ...asides.map(toProposal),
        ...together(suggested, 'quality/middot'),
        ...suggested.filter(({ operation }) => operation !== 'quality/middot'),
      ];
}

const EMOJI = lazy(
  () => /\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic}\ufe0f?)*/u,
);
/** Of a heap of emoji, one. */
const calmEmoji = ({ text }: Subject, { findings }: LintReport): Proposal[] =>
  findings.flatMap(({ messageId, span }) => {
    if (messageId !== 'emojiHeap' || span === null) return [];
    const first = EMOJI().exec(text.slice(span.start, span.end))?.[0] ?? '';
    return [{ operation: 'one-emoji', data: { what: first }, edits: [{ span, text: first }] }];
  });

/** Ways of inclusive writing are changed all at once, into the sign that the text may have already. */
function together(proposals: readonly Proposal[], operation: string): Proposal[] {
  const same = proposals.filter((proposal) => proposal.operation === operation);
  const [first] = same;
  if (first === undefined) return [];
  return [{ ...first, edits: same.flatMap(({ edits }) => edits) }];
}

/** Kinds of changes in the order in which they are tried: wording before tags, which name what the wording left. */
export const tagSteps = (subject: Subject, report: LintReport): Proposal[] => [
  ...dropFigures(subject),
  ...trimTags(subject, report),
  ...keywordTags(subject, report),
  ...suggestedBy(subject, report, true),
];

/** For a text that was reworded, a wider tag as well: by itself it would be no better text. */
export const allTagSteps = (subject: Subject, report: LintReport): Proposal[] => [
  ...tagSteps(subject, report),
  ...widerTags(subject),
];

/** What may be done to a draft's wording, the most certain first. */
export function wordingSteps(subject: Subject, report: LintReport): Proposal[] {
  const { lexicon, language } = subject;
  const forms = { imperatives: lexicon?.imperatives ?? {} };
  const sentences = sentencesOf(subject);
  const isAlert = postType(subject.draft) === 'alert';
  const operations = isOthersWords(subject)
    ? operationsOf(language).filter(({ id, isForAlerts }) => isAlert && (isForAlerts === true || id === 'courtesy'))
    : operationsOf(language);
  const own = operations
    .flatMap((each) => proposalsOf(each, subject, forms, sentences))
    .filter((proposal) => !isAlert || !dropsCare(proposal, subject));
  return [
    ...suggestedBy(subject, report, false),
    ...calmEmoji(subject, report),
    ...doubledEmoji(subject),
    ...own,
    ...linkLast(subject),
    ...(isOthersWords(subject) ? [] : tagsLast(subject)),
  ];
}

/** "Stay safe" is no courtesy where there is danger. */
const dropsCare = ({ operation, edits }: Proposal, { text }: Subject): boolean =>
  operation === 'courtesy' &&
  edits.some(({ span }) =>
    /prudent|courage|soin|safe|care|excus|désol|apolog|sorry/i.test(text.slice(span.start, span.end)),
  );

/** An alert, a tribute and a quotation are left in the words that they came in. */
function isOthersWords({ draft, text, quotations, links }: Subject): boolean {
  if (postType(draft) !== undefined) return true;
  const quoted = quotations.reduce((sum, { start, end }) => sum + end - start, 0);
  return quoted > 30 && 2 * quoted > text.slice(0, links[0]?.span.start).length;
}
