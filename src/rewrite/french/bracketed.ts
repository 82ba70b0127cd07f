// French labels in brackets or before a bar, which name the kind of content and nothing of it: "[Article] …".
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { inBrackets } from '../bracketed.js';
import type { Operation } from '../wording.js';

/** Labels that say nothing of what follows. */
const EMPTY = String.raw`(?:(?:nouvel |nouveau |dernier |notre )?(?:article|billet|post|blog|contenu)(?: (?:de|du) blog)?|sur le blog|blog post|à lire|à la une|lecture|nouveau|nouveauté|actu(?:alité)?s?|infos?|information|news|annonce|rappel|important|le saviez[- ]vous ?\??|zoom|focus|astuce|à savoir|bon à savoir|lien|release|nouvelle version|communiqué(?: de presse)?|presse|guide|dossier|fil|thread|étude|rapport|enquête|newsletter|rappel important|petit rappel|côté blog|parution|(?:nouvelle )?(?:sortie|publication)|agenda|événement|save the date|rendez-vous|portrait|témoignages?|interview|entretien|décryptage|analyse|reportage|récit|tribune|coulisses|en coulisses|revue de presse|culture|sports?|santé|environnement|éducation|économie|société|politique|jeunesse|vie locale|vie municipale|vie associative|tourisme|patrimoine|urbanisme|cadre de vie|breaking|flash info|info flash|exclu(?:sif|sivité)?|scoop|bonne nouvelle|nouvel? article de blog)`;
/** Labels of what one hears or sees, with what takes their place. */
const MEDIA: readonly (readonly [RegExp, string])[] = [
  [/^(?:nouvelle )?vid[ée]o$/i, 'En vidéo\u00a0: '],
  [/^(?:nouvel |nouveau )?(?:podcast|épisode)$/i, 'Podcast\u00a0: '],
  [/^webinaire$/i, 'Webinaire\u00a0: '],
];
const LABEL = lazy(() =>
  latin(
    String.raw`^(?:(?<bracket>[^\]\[\n]{2,25})\](?: ?[:–—-])?|(?<bar>${EMPTY}|(?:nouvelle )?vidéo|podcast) ?(?:[|│►▶]|(?<= )[–—])) (?=[\p{L}\d«])`,
  ),
);
const IS_EMPTY = lazy(() => latin(String.raw`^${EMPTY}$`));

/** A word that goes on small behind a colon. */
const COMMON =
  /^(?:l[ea]s?|une?|des|nos|notre|cette|ces?|nous|on|comment|pourquoi|quand|que|qui|où|dans|avec|pour)\s|^l[’']/i;

/** Labels in brackets. */
export const bracketed: readonly Operation[] = [
  inBrackets({ label: LABEL, isEmpty: IS_EMPTY, media: MEDIA, common: COMMON }),
];
