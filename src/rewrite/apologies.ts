// Apologies that are owed: behind a mistake of one's own, or what went wrong for the reader.
import { lazy } from '#base/lazy.js';
import { latin } from './latin.js';

const APOLOGY = lazy(() => latin(String.raw`excus|désolé|pardon|sorry|apolog`));
/** What is said of any closure. */
const STOCK = lazy(() =>
  latin(String.raw`la gêne|please accept|any (?:and all )?(?:inconvenience|disruption|trouble|confusion)`),
);
/** A mistake of the sender's own. */
const MISTAKE = lazy(() =>
  latin(
    String.raw`(?<![\p{L}])(?:erreurs?|erratum|rectificatif|correctif|correction|nous (?:avons|nous sommes) (?:tromp|oubli|mal |publi\p{L}+ par erreur)|débitée?s?|fuite de données|pirat\p{L}+|par (?:erreur|mégarde)|mistakes?|errors?|wrong(?:ly)?|we (?:got|misspell|misspelled|misstated|forgot)|incorrectly|charged|data breach|overcharged|earlier (?:tweet|post)|double[- ]booked)(?![\p{L}])`,
  ),
);
/** What went wrong. */
const INCIDENT = lazy(() =>
  latin(
    String.raw`(?<![\p{L}])(?:incidents?|pannes?|interrompue?s?|annulée?s?|retards?|perturb\p{L}+|indisponibles?|bugs?|bogues?|rupture|inaccessibles?|outages?|down|delays?|delayed|cancell?ed|suspended|failures?|failed|faults?|disrupt\p{L}+|broken|sold out|unavailable|offline)(?![\p{L}])`,
  ),
);

/** Whether a formula of a text apologizes for what its sender answers for: it stays. */
export const isOwedApology = (formula: string, text: string): boolean =>
  APOLOGY().test(formula) && (MISTAKE().test(text) || (!STOCK().test(formula) && INCIDENT().test(text)));
