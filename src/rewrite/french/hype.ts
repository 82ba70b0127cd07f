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
  // "La vidéo à ne pas manquer :" → "La vidéo :".
  phrase(
    'filler',
    String.raw`(?<=^(?:(?:La|Le|L[’']|Les|Notre|Nos|Un|Une) ?)(?:vidéo|podcast|épisode|article|interview|entretien|reportage|dossier|émission|replay|programme|photos|enquête|portrait)(?: [^.,:;!?]{2,40})?) (?:à ${MISSED}|incontournable|immanquable)(?= ?:$)`,
    '',
    { dropsNegation: true },
  ),
  // "…, ce qui pourrait changer la vie de millions de personnes."
  phrase(
    'boast',
    String.raw`,? (?:ce )?qui (?:pourrait|pourraient|va|vont|devrait|peut) (?:bien )?(?:changer|révolutionner|transformer|bouleverser|changer à jamais|améliorer) (?:la vie|le quotidien|les vies|la donne|le monde|l[’']avenir|notre avenir)(?: d[eu]s? (?:millions d[e’'] ?|milliers d[e’'] ?|nombreu(?:x|ses) |beaucoup d[e’'] ?)?\p{L}+)?(?= ?[.!]*$)`,
    '',
    { only: () => /^[^,]{30,}|,[^,]{30,},/ },
  ),
  // "l’incroyable somme de 8 400 €" → "8 400 €".
  phrase(
    'filler',
    String.raw`(?<![\p{L}’'])(?:l[’']incroyable|la (?:belle|coquette|jolie|magnifique|superbe|rondelette|fabuleuse)) somme de (?=\d)`,
    '',
    { unless: () => /(?:^|\s)(?:de|à) (?:la|l[’'])[^,]{0,20}somme de/i },
  ),
  // "nichée dans un écrin de verdure à 12 min de la gare" → "à 12 min de la gare".
  phrase(
    'filler',
    String.raw`(?<=\p{L}|\d|²)(?<comma>,?) (?:nichée?s?|située?s?|blottie?s?|lovée?s?|posée?s?|implantée?s?) (?:dans|au cœur d[e’']|au milieu d[e’']|en plein cœur d[e’'])\s?une? (?:(?:véritable|magnifique|superbe|splendide) )?(?:écrin de (?:verdure|nature)|havre de paix|cadre (?:idyllique|enchanteur|exceptionnel|bucolique|verdoyant|de rêve))(?= (?:à (?:\d|deux|quelques)|et (?:à|au) )|[.!,]|$)`,
    '',
  ),
  phrase(
    'filler',
    String.raw`(?<=(?:^|[\s’'])(?:cette|notre|une|un|la|ce|le) (?:très )?)(?:sublime|magnifique|superbe|splendide|somptueu(?:x|se)|ravissante?|exceptionnel(?:le)?) (?=(?:longère|maison|villa|propriété|demeure|bâtisse|ferme|duplex|loft|studio|pavillon|chalet|château|terrain|T\d)(?![\p{L}]))`,
    '',
  ),
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
