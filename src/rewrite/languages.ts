import { en, type RewriteGrammar } from './languages/en.js';
import { fr } from './languages/fr.js';
import { endings as englishEndings } from './english/endings.js';
import { openings as englishOpenings } from './english/openings.js';
import { verbs as englishVerbs } from './english/verbs.js';
import { address } from './french/address.js';
import { endings } from './french/endings.js';
import { labels } from './french/labels.js';
import { openings } from './french/openings.js';
import { order } from './french/order.js';
import { verbs } from './french/verbs.js';
import type { Operation } from './wording.js';

const GRAMMARS: Readonly<Record<string, RewriteGrammar>> = { en, fr };

/** What the rewriter knows of a language, or undefined for a language of which it knows nothing. */
export const rewriteGrammarOf = (language: string | undefined): RewriteGrammar | undefined =>
  language !== undefined && Object.hasOwn(GRAMMARS, language) ? GRAMMARS[language] : undefined;

const OPERATIONS: Readonly<Record<string, readonly Operation[]>> = {
  fr: [...labels, ...openings, ...endings, ...verbs, ...address, ...order],
  en: [...englishOpenings, ...englishEndings, ...englishVerbs],
};

/** The operations on the wording of a language, in the order in which they are tried; none for other languages. */
export const operationsOf = (language: string | undefined): readonly Operation[] =>
  (language !== undefined && Object.hasOwn(OPERATIONS, language) ? OPERATIONS[language] : undefined) ?? [];
