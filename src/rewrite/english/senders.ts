// Who speaks in an English opening, and how glad they are of it: parts of expressions.

/** Who speaks, up to the verb. */
export const SENDER = String.raw`(?:[^.,:;!?“”"\n]{0,60}? )?`;
/** Joy and pride. */
export const GLAD = String.raw`(?:(?:super|so|very|really|absolutely|truly|more than|beyond|incredibly) )?(?:excited|thrilled|proud|pleased|happy|delighted|honou?red|glad|stoked)`;
/** "We are pleased to", as far as the verb of saying. */
export const IS_GLAD = String.raw`(?:(?:We[’']re|We are|I[’']m|I am|${SENDER}(?:is|are)) )?${GLAD} to (?:be able to )?(?:finally |officially )?`;
