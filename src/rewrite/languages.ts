import { en, type RewriteGrammar } from './languages/en.js';
import { fr } from './languages/fr.js';
import { shorterPhrases as englishShorter } from './english/shorter.js';
import { spelling as englishSpelling } from './english/spelling.js';
import { address as englishAddress } from './english/address.js';
import { alone as englishAlone } from './english/alone.js';
import { behindLink as englishBehindLink } from './english/behind-link.js';
import { boasts as englishBoasts } from './english/boasts.js';
import { appointment } from './english/appointments.js';
import { bracketed as englishBracketed } from './english/bracketed.js';
import { clauses as englishClauses } from './english/clauses.js';
import { commonplaces as englishCommonplaces } from './english/commonplaces.js';
import { events as englishEvents } from './english/events.js';
import { fillers as englishFillers } from './english/fillers.js';
import { hype as englishHype } from './english/hype.js';
import { frames as englishFrames } from './english/frames.js';
import { gladness as englishGladness } from './english/gladness.js';
import { plannings as englishPlannings } from './english/planned.js';
import { plainWords as englishPlainWords } from './english/plain-words.js';
import { endings as englishEndings } from './english/endings.js';
import { notices as englishNotices } from './english/notices.js';
import { openings as englishOpenings } from './english/openings.js';
import { ours as englishOurs } from './english/ours.js';
import { papers as englishPapers } from './english/papers.js';
import { partners as englishPartners } from './english/partners.js';
import { pointers as englishPointers } from './english/pointers.js';
import { preambles as englishPreambles } from './english/preambles.js';
import { nestled, relatives as englishRelatives } from './english/relatives.js';
import { seasons as englishSeasons } from './english/seasons.js';
import { stock as englishStock } from './english/stock.js';
import { turns as englishTurns } from './english/turns.js';
import { verbs as englishVerbs } from './english/verbs.js';
import { address } from './french/address.js';
import { alone } from './french/alone.js';
import { behindLink } from './french/behind-link.js';
import { boasts } from './french/boasts.js';
import { bracketed } from './french/bracketed.js';
import { clauses } from './french/clauses.js';
import { commas } from './french/commas.js';
import { commonplaces } from './french/commonplaces.js';
import { endings } from './french/endings.js';
import { events } from './french/events.js';
import { fillers } from './french/fillers.js';
import { frames } from './french/frames.js';
import { genders } from './french/genders.js';
import { gladness } from './french/gladness.js';
import { headlines } from './french/headlines.js';
import { hype } from './french/hype.js';
import { hiddenVerbs } from './french/hidden-verbs.js';
import { labels } from './french/labels.js';
import { necessity } from './french/necessity.js';
import { notices } from './french/notices.js';
import { openings } from './french/openings.js';
import { order } from './french/order.js';
import { ours } from './french/ours.js';
import { ownVersions } from './french/own-versions.js';
import { pageTasks } from './french/page-tasks.js';
import { papers } from './french/papers.js';
import { pointers } from './french/pointers.js';
import { preambles } from './french/preambles.js';
import { announced } from './french/announced.js';
import { partners } from './french/partners.js';
import { permittings } from './french/permitting.js';
import { plainWords } from './french/plain-words.js';
import { relatives } from './french/relatives.js';
import { spelling } from './french/spelling.js';
import { seasons } from './french/seasons.js';
import { shorterPhrases } from './french/shorter.js';
import { stock } from './french/stock.js';
import { turns } from './french/turns.js';
import { verbs } from './french/verbs.js';
import { arrows } from './arrows.js';
import { joined } from './fragments.js';
import { runInList } from './run-in-list.js';
import type { Operation } from './wording.js';

const GRAMMARS: Readonly<Record<string, RewriteGrammar>> = { en, fr };

/** What the rewriter knows of a language, or undefined for a language of which it knows nothing. */
export const rewriteGrammarOf = (language: string | undefined): RewriteGrammar | undefined =>
  language !== undefined && Object.hasOwn(GRAMMARS, language) ? GRAMMARS[language] : undefined;

const FRAGMENTS = {
  fr: joined(
    /^(?:Dont (?!acte)|Parmi lesquel(?:le)?s |Soit (?=(?:près |plus |environ )?(?:d[e’'] ?)?\d|une? (?:hausse|baisse|économie|moyenne|record) ))/,
    /[?:]/,
  ),
  en: joined(
    /^(?:\d+|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Some|Most|Many|All|None|Several|Both|Half) of (?:which|whom) /,
    /\?/,
  ),
};

const OPERATIONS: Readonly<Record<string, readonly Operation[]>> = {
  fr: [
    ...bracketed,
    ...announced,
    ...relatives,
    ...ours,
    ...papers,
    ...preambles,
    ...boasts,
    ...commonplaces,
    ...seasons,
    ...partners,
    ...labels,
    ...openings,
    ...gladness,
    ...fillers,
    ...clauses,
    ...alone,
    ...hype,
    ...stock,
    ...pageTasks,
    ...endings,
    ...behindLink,
    ...pointers,
    ...ownVersions,
    ...turns,
    ...plainWords,
    ...shorterPhrases,
    ...hiddenVerbs,
    ...permittings,
    ...verbs,
    ...events,
    ...headlines,
    ...genders,
    ...notices,
    ...address,
    ...necessity,
    ...order,
    ...frames,
    ...commas,
    FRAGMENTS.fr,
    runInList,
    arrows('\u00a0:'),
    ...spelling,
  ],
  en: [
    ...englishBracketed,
    appointment,
    ...englishOurs,
    ...englishPapers,
    ...englishPreambles,
    ...englishBoasts,
    ...englishCommonplaces,
    ...englishSeasons,
    ...englishPartners,
    ...englishOpenings,
    ...englishGladness,
    ...englishFillers,
    ...englishClauses,
    ...englishAlone,
    ...englishRelatives,
    nestled,
    ...englishHype,
    ...englishStock,
    ...englishEndings,
    ...englishBehindLink,
    ...englishPointers,
    ...englishTurns,
    ...englishPlainWords,
    ...englishShorter,
    ...englishVerbs,
    ...englishFrames,
    ...englishNotices,
    ...englishAddress,
    ...englishEvents,
    ...englishPlannings,
    FRAGMENTS.en,
    runInList,
    arrows(':'),
    ...englishSpelling,
  ],
};

/** The operations on the wording of a language, in the order in which they are tried; none for other languages. */
export const operationsOf = (language: string | undefined): readonly Operation[] =>
  (language !== undefined && Object.hasOwn(OPERATIONS, language) ? OPERATIONS[language] : undefined) ?? [];
