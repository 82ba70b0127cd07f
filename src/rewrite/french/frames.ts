// French sentences that open with why or after what: what is said comes first, and an empty frame goes.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { phrase } from '../phrase.js';
import { capital, dropOpening, LEAST_REST, type Operation } from '../wording.js';

const EVENTS = String.raw`(?:saisons?|éditions?|années?|ateliers?|concerts?|stages?|soirées?|journées?|rencontres?|visites?|sorties?|représentations?|spectacles?|expositions?|festivals?|marchés?|tournois?|webinaires?|formations?|conférences?|séances?|balades?|événements?|ouverture|lancement|première|programmes?|opérations?|campagnes?)`;
const LAST = String.raw`(?:dernières?|derniers?|précédentes?|précédents?|passées?|passés?|premières?|premiers?)`;
/** A success that names nothing: neither a figure nor what it was of. */
const SUCCESS = lazy(() =>
  latin(
    String.raw`^(?:(?:Après|Suite à|Devant|Face à|Grâce à|Vu) (?:le|son|ce) |(?:Suite|Face) au |Fort(?:e|s|es)? (?:du |de (?:son|ce|leur) ))(?:(?:vif|grand|très grand|franc|immense|énorme|beau|formidable|large|fort|incroyable) )?succès(?: (?:rencontré|remporté|obtenu|connu))?(?: (?:par|de|du|lors de|pour|d[eu]s) ?(?:la |l[’']|le |les |nos |notre |ses |sa |son |leur )?(?:(?:deux|trois|quatre|cinq) )?(?:${LAST} )?${EVENTS}(?: ${LAST})?)?(?: (?:de )?(?:l[’']an(?:née)? (?:dernier|dernière|passé|passée)|l[’']année (?:dernière|passée)|l[’']été dernier|l[’']hiver dernier))?,? (?=(?:l[ea]s? |l[’']|notre |nos |nous |on |cette |ce |une? |« ?|(?=\d))[\p{L}\d])|^(?:À|A) la demande générale,? (?=(?:l[ea]s? |l[’']|notre |nos |nous |on |une? )\p{L})`,
  ),
);
/** "Après le succès de la saison dernière, la pièce revient" → "La pièce revient". */
const success: Operation = {
  id: 'filler',
  apply(sentence) {
    const length = SUCCESS().exec(sentence.text)?.[0].length;
    if (length === undefined || sentence.text.length - length < LEAST_REST) return undefined;
    // Without a comma, the frame may go on: "Après le succès de la saison le club …".
    if (!sentence.text.slice(0, length).endsWith(', ')) return undefined;
    return { changes: [dropOpening(sentence, length)] };
  },
};

/** Longest main clause that may be read before its frame, in words. */
const LONGEST_CLAUSE = 20;
const BECAUSE = lazy(() =>
  latin(
    String.raw`^(?<frame>(?:En raison (?:de |d[’']|du |des )|À cause (?:de |d[’']|du |des )|Du fait (?:de |d[’']|du |des )|Suite (?:à (?=une? |la |l[’']|ce |cette |des |de )|au |aux )|Pour cause (?:de |d[’']))[^,:;!?«»()]{3,90}), (?<main>(?:l[ea]s? |l[’']|notre |nos |une? |aucun |aucune |tou(?:te)?s les )(?:[^.,:;!?«»()]|[.,](?=\d)){15,150}?)(?<sign>[.!]?)$`,
  ),
);
/** What would be taken for a part of the frame, or lean on it. */
const LEANS = lazy(() =>
  latin(
    String.raw`(?:^|[\s’'])(?:son|sa|ses|leurs?|ce dernier|cette dernière|ces derniers|ces dernières|celui-ci|celle-ci|ceux-ci|y)(?=[\s.,!]|$)`,
  ),
);
/** What a cause behind it would be read with: another clause, a second purpose. */
const JOINS = lazy(() =>
  latin(
    String.raw`(?:^|[\s’'])(?:pour|afin|mais|car|donc|puis|qui|que|dont|où|si|lorsque|quand|parce|alors|tandis|en raison|à cause|suite)(?=\s)|\squ[’']|(?<! entre [^.,:;!?]{2,60}) et `,
  ),
);
/** Where it was decided: behind what was decided it would be taken for when it is done. */
const DECIDED =
  /(?:conseil|réunion|assemblée|commission|comité|vote|séance|décision|délibération|consultation|demande)/i;
/** "Suite à" is for the start of a sentence; behind one "après" says it. */
const behind = (frame: string): string =>
  frame
    .replace(/^Suite à /i, 'après ')
    .replace(/^Suite au /i, 'après le ')
    .replace(/^Suite aux /i, 'après les ')
    .replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
/** "En raison d’une panne, la piscine sera fermée mardi" → "La piscine sera fermée mardi en raison d’une panne". */
const because: Operation = {
  id: 'frame-last',
  isForAlerts: true,
  apply({ text }) {
    const { frame = '', main = '' } = BECAUSE().exec(text)?.groups ?? {};
    if (main === '' || main.split(/\s+/).length > LONGEST_CLAUSE || /\.\s/.test(frame)) return undefined;
    if (LEANS().test(frame) || LEANS().test(main) || JOINS().test(main) || DECIDED.test(frame)) return undefined;
    const from = frame.length + 2;
    const end = from + main.length;
    return {
      changes: [
        { start: 0, end: from + 1, text: capital(main.charAt(0)) },
        { start: end, end, text: ` ${behind(frame)}` },
      ],
    };
  },
};

const FOR_WORKS = lazy(() =>
  latin(
    String.raw`^(?<frame>Dans le cadre (?<of>de la |de l[’']|du |des |de |d[’'])(?<what>(?:travaux|chantier|rénovation|réfection|restauration|construction|reconstruction|démolition|extension|entretien|remplacement|renouvellement|réparation|élagage|abattage|nettoyage|installation|modernisation|mise aux normes|raccordement|pose)(?![\p{L}])[^.,:;!?«»()]{0,70})), (?<main>(?:l[ea]s? |l[’']|une? |aucune? |tou(?:te)?s les )(?:[^.,:;!?«»()]|[.,](?=\d)){15,150}?)(?<sign>[.!]?)$`,
  ),
);
const ARTICLES: Readonly<Record<string, string>> = { 'de la ': 'la ', 'du ': 'le ', 'des ': 'des ', 'de ': 'des ' };
/** "Dans le cadre de la rénovation du pont, la rue est fermée" → "La rue est fermée pour la rénovation du pont". */
const works: Operation = {
  id: 'frame-last',
  apply({ text }) {
    const { frame = '', of = '', what = '', main = '' } = FOR_WORKS().exec(text)?.groups ?? {};
    if (main === '' || main.split(/\s+/).length > LONGEST_CLAUSE) return undefined;
    if (LEANS().test(frame) || LEANS().test(main) || JOINS().test(main)) return undefined;
    const article = ARTICLES[of.toLowerCase()] ?? (/^de l/i.test(of) ? of.slice(-2) : undefined);
    if (article === undefined) return undefined;
    const from = frame.length + 2;
    const end = from + main.length;
    return {
      changes: [
        { start: 0, end: from + 1, text: capital(main.charAt(0)) },
        { start: end, end, text: ` pour ${article}${what}` },
      ],
    };
  },
};

/** What every sender says of itself. */
const COMMITTED = lazy(() =>
  latin(
    String.raw`^(?:Dans le cadre de (?:notre|son|sa) (?:engagement|démarche|politique|stratégie|plan d[’']action)|(?:Toujours )?(?:Soucieux|Soucieuse|Soucieuses|Engagée?s?|Mobilisée?s?|Attentive|Attentif|Attentifs|Attentives) (?:de|d[u’']|des|en faveur|pour|à|aux?) ?)(?![^,]*\d)[^.,:;!?«»]{0,70}, (?=(?:nous|notre|nos|l[ea]s?|la|l[’'])(?:\s|(?<=’|')))`,
  ),
);
/** "Dans le cadre de notre démarche qualité, nous ouvrons" → "Nous ouvrons". */
const committed: Operation = {
  id: 'filler',
  apply(sentence) {
    const length = COMMITTED().exec(sentence.text)?.[0].length;
    if (length === undefined || sentence.text.length - length < LEAST_REST) return undefined;
    return { changes: [dropOpening(sentence, length)] };
  },
};

const SEASON = lazy(() =>
  latin(
    String.raw`^(?<frame>(?:Avec (?:l[’']arrivée|le retour|l[’']approche) |[ÀA] l[’'](?:approche|arrivée) )(?:de la |de l[’']|du |des |d[’']|de )(?:beaux jours|hiver|été|automne|printemps|froid|chaleurs|grands froids|vacances|fêtes|fêtes de fin d[’']année|rentrée|belle saison|saison froide|Noël|Pâques|mauvais temps|gelées|premiers froids|saison estivale|période estivale|canicule)(?: d[’'](?:hiver|été|automne)| de (?:Noël|printemps|Pâques))?), (?<main>\p{L}+ez(?:-\p{L}+)? (?:[^.,:;!?«»()]|[.,](?=\d)){12,110}?)(?<end>[.!]|[ \u00a0]:|$)`,
  ),
);
/** "Avec l’arrivée de l’hiver, vérifiez vos joints" → "Vérifiez vos joints avec l’arrivée de l’hiver". */
const season: Operation = {
  id: 'frame-last',
  apply({ text }) {
    const { frame = '', main = '', end: sign = '' } = SEASON().exec(text)?.groups ?? {};
    if (main === '' || main.split(/\s+/).length > LONGEST_CLAUSE || JOINS().test(main) || sign.includes(':'))
      return undefined;
    const from = frame.length + 2;
    const end = from + main.length;
    return {
      changes: [
        { start: 0, end: from + 1, text: capital(main.charAt(0)) },
        { start: end, end, text: ` ${frame.charAt(0).toLowerCase()}${frame.slice(1)}` },
      ],
    };
  },
};

const SOURCE = lazy(() =>
  latin(
    String.raw`^(?<source>(?:Selon|D[’']après) (?:une |un |l[’']|la |le |notre |nos |les )(?:nouvelle |nouveau |dernière |dernier |derniers |dernières |récente |récent |vaste |grande )?(?:étude|enquête|analyse|sondage|baromètre|rapport|observatoire|recensement|bilan|chiffres|données|Insee|Ademe|INSEE|ADEME)(?![\p{L}])(?:[^.,:;!?«»]|[.,](?=\d)){0,110}), (?<found>(?:\d|l[ea]s? |l[’']|près d|plus d|moins d|une? |(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix) )(?:[^.:;!?«»]|[.](?=\d)){20,200}?)(?<sign>[.!]?)$`,
  ),
);
/** "Selon une étude de X, 4 locataires sur 10 …" → "4 locataires sur 10 …, selon une étude de X". */
const source: Operation = {
  id: 'attribution',
  apply({ text }) {
    const { source: who = '', found = '' } = SOURCE().exec(text)?.groups ?? {};
    if (found === '' || !/\d|moitié|tiers|quart|sur (?:deux|trois|quatre|cinq|six|dix)/.test(found)) return undefined;
    // "4 sur 10 ont renoncé": of whom is said in the source.
    if (/^(?:\d+ sur \d+|\d+(?:,\d+)? ?%) (?!d)/.test(found)) return undefined;
    // "leur eau" is that of the towns that are found; "son budget" may be the source's.
    const own = /^(?:\d|les |(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix) )/i.test(found)
      ? found.replace(/\bleurs? /g, '')
      : found;
    if (LEANS().test(own) || / d[’']entre (?:eux|elles)/.test(found) || /^les (?:premiers|secondes?) /i.test(found))
      return undefined;
    const from = who.length + 2;
    const end = from + found.length;
    return {
      changes: [
        { start: 0, end: from + 1, text: capital(found.charAt(0)) },
        { start: end, end, text: `, ${who.charAt(0).toLowerCase()}${who.slice(1)}` },
      ],
    };
  },
};

/** What stands in front of French news. */
export const frames: readonly Operation[] = [
  success,
  committed,
  works,
  because,
  season,
  source,
  // "Une étude, dont les résultats sont publiés aujourd’hui, révèle que" → "Une étude révèle que".
  phrase(
    'filler',
    String.raw`(?<=^(?:Une|Notre|La|Cette|Un|Le|L[’']) ?[^.:;!?«»]{5,140}?),(?: et)? dont les (?:premiers |principaux )?(?:résultats|conclusions) (?:sont|ont été|viennent d[’']être) (?:publié|dévoilé|présenté|rendu|diffusé)e?s(?: publics| publiques)?(?: (?:aujourd[’']hui|ce matin|ce jour|cette semaine|hier|ce mois-ci))?, (?=(?:montre|révèle|indique|démontre|établit|conclut|confirme|souligne) )`,
    ' ',
  ),
  // "Par un arrêt en date du 12 mars, la Cour a jugé que" → "La Cour a jugé le 12 mars que".
  phrase(
    'frame-last',
    String.raw`^Par (?:un |une )(?:arrêt|décision|jugement|ordonnance|délibération|arrêté|avis)(?: rendue?)?(?: en date)? du (?<day>\d{1,2}(?:er)? \p{L}+(?: \d{4})?), (?<who>(?:la |le |l[’']|les )[^.,:;!?«»]{3,50}?) (?<said>(?:a|ont) (?:jugé|décidé|confirmé|rappelé|estimé|considéré|reconnu|précisé)) (?=qu(?:e |[’']))`,
    ({ day = '', who = '', said = '' }) => `${who} ${said} le ${day} `,
  ),
  // "Le conseil, réuni en séance plénière, a voté" → "Le conseil a voté".
  phrase(
    'filler',
    String.raw`(?<=^(?:Le|La|L[’']|Notre|Les) ?[^.,:;!?«»]{3,60}), réunie?s? (?:hier |ce (?:matin|jour|soir) |(?:lundi|mardi|mercredi|jeudi|vendredi|samedi)(?: dernier)? )?en (?:séance|assemblée|session|conseil|commission|réunion|formation)(?: (?:plénière|générale|publique|ordinaire|extraordinaire|restreinte|solennelle))?(?: (?:sous la présidence|en présence) [^.,:;!?«»\d]{3,60})?, (?=(?:a|ont) )`,
    ' ',
    { unless: () => /réunie?s? [^,]*(?:M\.|Mme|[a-zéè’'] \p{Lu}\p{Ll}+)/u },
  ),
];
