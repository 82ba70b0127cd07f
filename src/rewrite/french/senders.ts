// Who speaks in a French opening, and how glad they are of it: parts of expressions.

/** Who speaks, up to the verb. */
export const SENDER = String.raw`[^.,:;!?«»“”\n]{0,80}?`;
/** In who speaks there is no clause, no verb of its own, and nothing is denied. */
export const CLAUSE =
  /(?:^|[\s’'])(?:ne|n[’']|qui|que|qu[’']|est|sont|sommes|suis|avons|ont|était|étaient|sera|serait|fut|furent|toujours|si|quand|lorsque|pourquoi|comment|pas|pour|afin)(?:\s|$)/i;
const VERY = String.raw`(?:très |vraiment |particulièrement |si |trop |tous |toutes |extrêmement |super |hyper |tellement |plus que |absolument |infiniment |sincèrement |tout )?`;
const ADJECTIVE = String.raw`(?:heureux|heureuses?|ravie?s?|fi[eè]re?s?|enchantée?s?|contente?s?|honorée?s?|comblée?s?|émue?s?|excitée?s?|impatiente?s?|reconnaissante?s?)(?:·e·s|\(e\)s|\(es\)|·es|\(e\)|\.e\.s)?`;
/** Joy, pride and regret. */
export const GLAD = String.raw`(?:${VERY}${ADJECTIVE}(?:(?:,| et| &) (?:${VERY})?${ADJECTIVE})*|(?:le |un |quel |l[’'])?(?:(?:très )?grand |immense |vrai |réel |véritable |profond |énorme )?(?:plaisir|honneur|bonheur|privilège)(?: et (?:la |le |l[’']|une? )?(?:(?:grande |immense )?(?:fierté|joie|honneur|plaisir|bonheur)))?|(?:la |une |l[’']|quelle |beaucoup d(?:e |[’']))?(?:(?:très )?grande |immense |vraie |vive |profonde |réelle |énorme )?(?:joie|fierté|honneur|émotion|satisfaction|excitation|enthousiasme)(?: et (?:la |le |l[’']|une? |beaucoup d(?:e |[’'])|de |d[’'])?(?:(?:grande |immense )?(?:fierté|joie|honneur|plaisir|bonheur|émotion)))?|le regret)`;
/** "Nous sommes ravis", "La ville a le plaisir", "Heureux", as far as the verb of saying. */
export const IS_GLAD = String.raw`(?:(?:sommes|suis|est|sont|avons|ai|a|ont) (?:donc |aussi |également )?)?${GLAD} (?:de |d[’'])`;
