// Who speaks in a French opening, and how glad they are of it: parts of expressions.

/** Who speaks, up to the verb. */
export const SENDER = String.raw`[^.,:;!?«»“”\n]{0,80}?`;
/** In who speaks there is no clause, and nothing is denied. */
export const CLAUSE =
  /(?:^|[\s’'])(?:ne|n[’']|qui|que|qu[’']|si|quand|lorsque|pourquoi|comment|pas|pour|afin)(?:\s|$)/i;
/** Joy, pride and regret. */
export const GLAD = String.raw`(?:(?:très |vraiment |particulièrement |si |trop |tous )?(?:heureux|heureuses?|ravie?s?|fi[eè]re?s?|enchantée?s?|contente?s?)|(?:le |un |l[’'])?(?:(?:très )?grand |immense |vrai )?(?:plaisir|honneur|bonheur)|(?:la |une |l[’']|beaucoup d(?:e |[’']))?(?:(?:très )?grande |immense |vraie |vive )?(?:joie|fierté|honneur|émotion)|le regret)`;
/** "Nous sommes ravis", "La ville a le plaisir", "Heureux", as far as the verb of saying. */
export const IS_GLAD = String.raw`(?:(?:sommes|suis|est|sont|avons|ai|a|ont) (?:donc |aussi |également )?)?${GLAD} (?:de |d[’'])`;
