// Words that are true for a few days only: seasons, weekdays, places left, countdowns. What phrases can say stands in the
// lexicons; here is what takes a number or a name.
import { forLanguage } from './by-language.js';
import { findTriggered, triggered, type Triggered } from './triggered.js';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const NUMBER =
  '(?:\\d[\\d \\u00a0\\u202f,.]*|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|one|two|three|four|five|ten|a few|quelques)';
const FRENCH_DAY = '(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)';
const ENGLISH_DAY = '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)';
const FRENCH_DAYS = 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche';
const ENGLISH_DAYS = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday';

/**
 * `samedi après-midi`, `jusqu’à dimanche soir`, `cet hiver`, `ferment dans 5 jours`, `plus que 8 places`. A weekday behind
 * an article is a habit, and so is a row from one to another or of two ("les samedi et dimanche").
 */
const FRENCH: readonly Triggered[] = [
  triggered(
    FRENCH_DAYS,
    `(?<!(?:les?|des|aux|chaque)\\s${FRENCH_DAY}s?\\s(?:et\\s)?)(?:(?:jusqu[’']à|dès|avant|d[’']ici|à partir de|pour|ce|rendez-vous)\\s)?(?<!(?:le|les|du|des|au|aux|un|chaque|tous les|premier|deuxième|troisième|dernier|«)\\s)${FRENCH_DAY}(?:\\set\\s${FRENCH_DAY})?(?:\\s(?:matin|midi|après-midi|soir))?(?:\\s(?:prochain|dernier))?(?!\\s+(?:au|à)\\s+${FRENCH_DAY}|\\s+\\d|s|\\s+(?:saint|des cendres))`,
  ),
  triggered(
    'hiver|été|automne|printemps|saison|rentrée',
    "(?:cet?|cette)\\s(?:hiver|été|automne|printemps|saison|rentrée)(?!-là)|(?:avant|d[’']ici)\\s(?:l[’']hiver|l[’']été|l[’']automne|le printemps)|(?:l[’']hiver|l[’']été|l[’']automne|le printemps|la saison|la rentrée)\\s(?:prochaine?|dernière?)",
  ),
  triggered('cette nuit', 'cette\\snuit(?!-là)'),
  triggered(
    ' dans ',
    `(?:ferme|ouvre|commence|démarre|débute|se termine|termine|expire|s[’']achève|prend fin|prennent fin|reprend|fini[ts]|finissent)(?:nt)?\\sdans\\s${NUMBER}\\s(?:jours?|heures?|semaines?|minutes?)`,
  ),
  triggered(
    'reste|plus que|plus\u00a0que',
    `(?:il\\s(?:ne\\s|n[’'])?(?:vous\\s)?reste\\s(?:plus\\sque\\s|encore\\s)?|(?<=^|[.!?:…\\n]\\s?)plus\\sque\\s|n[’']y\\sa\\splus\\sque\\s)${NUMBER}\\s[A-Za-zÀ-ÿŒœ-]+`,
  ),
  triggered(
    'derni|j-',
    '(?:les\\s)?derni[eè]res\\s(?:places|heures|chances|minutes)|derniers?\\sjours?(?:\\spour)?|j-\\d{1,2}(?!\\d)',
  ),
];

/** `until Sunday night`, `this winter`, `starts in 2 hours`, `only 3 chairs are left`. */
const ENGLISH: readonly Triggered[] = [
  triggered(
    ENGLISH_DAYS,
    `from\\s${ENGLISH_DAY}\\s(?:to|until)\\s${ENGLISH_DAY}|(?<!(?:every|each)\\s)(?:on|until|till|by|before|this|next|last|ends?|starts?|opens?|closes?|comes?)\\s${ENGLISH_DAY}(?:\\s(?:morning|afternoon|evening|night|noon))?(?![s’'])`,
  ),
  triggered(
    'winter|spring|summer|fall|autumn|season',
    '(?:this|next|last)\\s(?:winter|spring|summer|fall|autumn|season)',
  ),
  triggered(
    ' in ',
    `(?:starts?|closes?|ends?|opens?|begins?|expires?|launch(?:es)?|due)\\sin\\s${NUMBER}\\s(?:hours?|days?|minutes?|weeks?)`,
  ),
  triggered(
    'left|remain|to go',
    `only\\s${NUMBER}\\s(?:[a-z-]+\\s){0,2}(?:left|remain(?:ing|s)?|to go)|\\d+\\s(?:seats?|spots?|places?|tickets?|copies|rooms?|days?|hours?|weeks?)\\s(?:left|remaining|to go)`,
  ),
  triggered('last day|final day', '(?:the\\s)?(?:last|final)\\sdays?\\s(?:to|for)'),
];

const PASSING = { fr: FRENCH, en: ENGLISH };

/** Where a text of that language holds words that pass; none for a language that is not read. */
export const passingWords = (text: string, language: string | undefined): Stretch[] =>
  findTriggered(text, forLanguage(PASSING, language) ?? []);
