// Where a link leads, as French sentences say it: parts of expressions.

/** Where the link leads, said in words. */
export const ON_SITE = String.raw`(?:(?:dès (?:maintenant|à présent) |directement |juste |tout de suite )?(?:ici(?: même)?|là|par ici|par là|en ligne|sur (?:notre|le|mon|leur|son|nos) (?:blog|sites?(?: (?:internet|web|officiel))?(?: de (?:la |l[’']|notre )?(?:ville|commune|mairie|association|école|agence|musée|boutique))?|boutique en ligne|page(?: dédiée| facebook| instagram| linkedin)?|compte (?:facebook|instagram|linkedin|twitter)|appli(?:cation)?|portail)|sur (?:ma|notre|la) chaîne(?: youtube)?|sur ma (?:page|boutique)|en (?:suivant|cliquant sur) (?:le|ce) lien(?: ci-dessous| suivant| ci-après)?|en cliquant (?:ici|là|ci-dessous|sur l[’']image)|(?:via|dans|sur|avec|à|au) (?:le |ce |l[’']|cette )?(?:lien|adresse|URL|page)(?: ci-dessous| en bio| suivante?| ci-après| qui suit)?|(?:juste )?en dessous|plus bas|juste ici|dans (?:la bio|les commentaires)|ci-dessous|ci-après|en commentaires?|(?:en|dans le) (?:premier|1er) commentaire|en bio|à cette adresse|à l[’']adresse suivante))`;
/** What one may learn there. */
export const THINGS = String.raw`(?:infos?|informations?|renseignements|détails|précisions|modalités|explications)`;
/** How it is praised. */
export const OF_USE = String.raw`(?: (?:pratiques|utiles|complémentaires|nécessaires|supplémentaires|complètes))?`;
/** Signs that lead to a link. */
export const SIGNS = String.raw`[ \u00a0\u202f]*(?:[.:!👉⬇👇➡⤵]|\ufe0f)*$`;
