// French praise and urging that any text could carry.
import { phrase } from '../phrase.js';
import type { Operation } from '../wording.js';

/** Words of praise: part of an expression. */
export const PRAISE = String.raw`(?:exceptionnel(?:le)?|incroyable|magnifique|superbe|extraordinaire|incontournable|inoubliable|fabuleu(?:x|se)|sublime|époustouflante?|fantastique|génial(?:e)?|formidable|splendide|grandiose|unique en son genre)s?`;
const TREASURE = String.raw`(?:joyau|écrin|havre de paix|bijou|pépite|trésor|perle|petit coin de paradis|coin de paradis|petit paradis|merveille)`;
/** What a reader is warned not to miss. */
const MISSED = String.raw`(?:ne (?:surtout |vraiment |absolument )?(?:pas )?(?:manquer|rater|louper)(?: sous aucun prétexte)?|(?:voir|découvrir|lire|écouter|visiter|regarder) absolument)`;

/** Praise and urging that go. */
export const hype: readonly Operation[] = [
  phrase(
    'filler',
    String.raw`(?<= )(?:absolument|tout simplement|tout bonnement|vraiment|réellement|juste) (?=${PRAISE}(?![\p{L}]))`,
    '',
    {
      unless: () => /\b(?:pas|plus|rien|guère|jamais) (?:absolument|tout|vraiment|réellement|juste)/i,
    },
  ),
  phrase('filler', String.raw`,? [àa] ${MISSED}(?= ?[.!]*$)`, '', { dropsNegation: true }),
  // "…, dépêchez-vous !" at the end of a sentence.
  phrase(
    'filler',
    String.raw`,? (?:alors |donc |et |mais )?(?:dépêchez[- ]vous|faites vite|foncez(?: vite)?|courez-y(?: vite)?|profitez-en(?: vite)?|ne tardez pas|ne ratez pas ça)(?:,? (?:car |parce que )?(?:(?:il )?(?:n[’'])?y en aura pas pour tout le monde|(?:elles|les places) partent vite|les places sont limitées))?(?= ?[.!]*$)`,
    '',
    { dropsNegation: true, unless: () => /^[^\p{L}]*(?:dépêchez|faites|foncez|courez|profitez|ne )/iu },
  ),
  // "…, un livre fort qui ne vous laissera pas indifférent."
  phrase(
    'filler',
    String.raw`, (?:une? [^.,:;!?]{3,40}|l[ea] [^.,:;!?]{3,40}) qui ne (?:vous |nous )?laisse(?:ra|nt|ront)? (?:pas|personne|certainement pas|sûrement pas) indifférente?s?(?= ?[.!]*$)`,
    '',
    { dropsNegation: true },
  ),
  // "Véritable joyau niché au cœur d’une nature préservée, le lac …": the lac comes first.
  phrase(
    'filler',
    String.raw`^(?:(?:Véritable|Authentique|Vrai|Petit|Grand) ){0,2}${TREASURE}[^.,:;!?\d]{0,60}, (?=(?:l[ea]s? |l[’']|notre |nos |cette |cet |ce ))`,
    '',
  ),
  // "Venez nombreux, l’entrée est libre !" → "L’entrée est libre !".
  phrase(
    'filler',
    String.raw`^(?:Venez|Soyez) (?:très |tous )?(?:nombreux|nombreuses)(?: et nombreuses)?(?:,| ?[:;–-]| car) (?=(?:l[ea]s? |l[’']|c[’']est |il y |entrée |on |nous |tout |inscription|réservation|gratuit))`,
    '',
  ),
  // "Un véritable écrin de verdure vous attend : 22 km de sentiers …".
  phrase(
    'filler',
    String.raw`^(?:Un |Une )?(?:(?:véritable|vrai|petit|authentique) ){0,2}${TREASURE}[^.,:;!?\d]{0,40} vous attend(?:ent)? ?: (?=[\p{L}\d])`,
    '',
  ),
  phrase(
    'filler',
    String.raw`^Vous ne (?:devinerez|croirez) (?:jamais|pas) (?=(?:ce qu(?:e |i |[’'])|comment |pourquoi |qui ))`,
    '',
    {
      dropsNegation: true,
    },
  ),
];
