// Who speaks in an English opening, and how glad they are of it: parts of expressions.

/** Who speaks, up to the verb. */
export const SENDER = String.raw`(?:[^.,:;!?“”"\n]{0,60}? )?`;
const VERY = String.raw`(?:(?:super|so|very|really|absolutely|truly|more than|beyond|incredibly|extremely|hugely|immensely|deeply|especially|particularly|ever so|just|over the moon and|quite|rather|totally|genuinely|insanely|wildly) )?`;
const ADJECTIVE = String.raw`(?:excited|thrilled|proud|pleased|happy|delighted|honou?red|glad|stoked|humbled|grateful|chuffed|elated|ecstatic|overjoyed|privileged|buzzing|pumped|psyched|over the moon|overwhelmed|tickled pink|blessed|keen)`;
/** Joy and pride. */
export const GLAD = String.raw`(?:${VERY}${ADJECTIVE}(?:(?:,| and|, and| &) (?:${VERY})?${ADJECTIVE})*)`;
/** "We are pleased to", as far as the verb of saying. */
export const IS_GLAD = String.raw`(?:(?:(?:Today,? |This (?:week|morning|month),? |And now,? )?(?:We[’']re|We are|I[’']m|I am)|${SENDER}(?:is|are)) )?${GLAD} to (?:be able to )?(?:finally |officially )?`;
