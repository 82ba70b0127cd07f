// French openings that only announce, boast or name the kind of content: what they announce comes first instead.
import { addRemark, capital, dropOpening, type Change, type Operation, type Sentence } from '../wording.js';

/** Least letters that a text must keep behind what is dropped in front of it. */
const LEAST_REST = 25;

/** Who speaks, up to the verb. */
const SENDER = String.raw`[^.,:;!?«»“”\n]{0,80}?`;
/** In who speaks there is no clause, and nothing is denied. */
const CLAUSE = /(?:^|[\s’'])(?:ne|n[’']|qui|que|qu[’']|si|quand|lorsque|pourquoi|comment|pas|pour|afin)(?:\s|$)/i;
const GLAD = String.raw`(?:(?:très |vraiment |particulièrement |si |trop |tous )?(?:heureux|heureuses?|ravie?s?|fi[eè]re?s?|enchantée?s?|contente?s?)|(?:le |un |l[’'])?(?:(?:très )?grand |immense |vrai )?(?:plaisir|honneur|bonheur)|(?:la |une |l[’'])?(?:(?:très )?grande |immense |vraie )?(?:joie|fierté|honneur)|le regret)`;
/** "Nous sommes ravis", "La ville a le plaisir", "Heureux", as far as the verb of saying. */
const IS_GLAD = String.raw`(?:(?:sommes|suis|est|sont|avons|ai|a|ont) (?:donc |aussi |également )?)?${GLAD} (?:de |d[’'])`;
const SAY = String.raw`(?:informer|annoncer|rappeler|faire savoir|faire part|apprendre|dire|signaler|confirmer|partager)`;
const SAYS = String.raw`(?:informe|informons|informent|rappelle|rappelons|rappellent|annonce|annonçons|annoncent|signale|signalons|signalent|communique|confirmons|confirme|confirment)`;
const PUBLIC = String.raw`(?:ses|nos|les|aux|à ses|à nos) (?:administrés|administrées|habitants|usagers|abonnés|adhérents|lecteurs|riverains|clients|visiteurs|élèves|parents|agents)`;

const LEAD_IN = new RegExp(
  String.raw`^(?:(?<sender>${SENDER})(?:vous ${SAYS}|${SAYS} ${PUBLIC}|(?:vous )?(?:fait|font|faisons|fais) savoir|(?:${IS_GLAD}|(?:tient|tiennent|tenons|tiens) à |(?:souhaite|souhaitent|souhaitons|voudrions|voulons) )(?:vous |nous |${PUBLIC} )?${SAY})(?: enfin)?|Il (?:est|a été) (?:rappelé|porté à (?:votre|la) connaissance(?: d[^.,:;!?]{1,30}?)?|décidé|constaté|démontré|prouvé|établi|précisé|à noter|à signaler|important de (?:savoir|noter|rappeler|souligner)|utile de (?:savoir|rappeler)|bon de (?:savoir|rappeler)|essentiel de noter|intéressant de noter)|Il faut (?:savoir|noter|rappeler)|[ÀA] noter|Sachez|Notez|Veuillez (?:noter|prendre note)|Merci de (?:bien vouloir )?noter|On sait|Rappelons|Précisons|C[’']est avec ${GLAD} que (?:nous|je) vous (?:annonçons|annonce|informons|informe)) (?:que |qu(?=[’']))`,
  'i',
);
const SMALL_LEAD_IN =
  /^(?:Pour (?:rappel|information|info)(?:,| :)|Petit rappel ?:|(?:Petite )?info(?:rmation)?(?: importante| pratique)? ?:|Rappel ?:|Message important ?:|Comme (?:vous le savez(?: peut-être)?|annoncé),|(?:Bonjour|Bonsoir|Hello|Salut|Coucou)(?: à (?:tous|toutes)(?: et à (?:tous|toutes))?| tout le monde| les amis)?(?:,| !)|Chers? [^.,:!?]{3,30},|Dans un monde (?:en (?:constante|perpétuelle|pleine) (?:évolution|mutation)|où tout [^,]{3,30}),|[ÀA] l[’'](?:ère|heure) (?:du (?:numérique|digital)|de l[’']IA|des réseaux sociaux),|Dans le cadre (?:de (?:notre|son|leur|nos|ses|la poursuite de (?:notre|son))|du) (?:développement|croissance|activités?|missions?|expansion)(?: [^\s,]+)?,)\s+/i;
const PLACE =
  /(?:ville|commune|mairie|municipalité|métropole|communauté d[^\s]+|office de tourisme|médiathèque|bibliothèque|hôpital|préfecture|département) (?:de |d[’']|du |des )(?:la )?(\p{Lu}[\p{L}-]*(?:[ ’']\p{Lu}[\p{L}-]*)*)/u;
/** What an announcement may go on with as a sentence of its own; a pronoun would have no noun. */
const STANDS_ALONE = /^(?!(?:ils?|elles?|si|cela|ça|celui|celle|ceux|en|y|afin|pour)[\s’'])/i;
const IMPERSONAL = /^il (?:est|faut|existe|reste|y a|s[’']agit|pleut|suffit)\s/i;
const CONDITIONAL = /\b(\p{L}+?)(rait|raient)\b/gu;
const AND_THAT = / et (?:que |qu(?=[’']))/gu;

/** The offset behind "que" or "qu’". */
const behindThat = (text: string, length: number): number => length + (/^[’']/.test(text.slice(length)) ? 1 : 0);

/** "La ville vous informe que la piscine ouvre" → "La piscine ouvre". */
const leadIn: Operation = {
  id: 'lead-in',
  apply(sentence) {
    const { text } = sentence;
    const match = LEAD_IN.exec(text);
    const from = match === null ? SMALL_LEAD_IN.exec(text)?.[0].length : behindThat(text, match[0].length);
    if (from === undefined || CLAUSE.test(match?.groups?.['sender'] ?? '')) return undefined;
    const rest = text.slice(from);
    if (rest.length + sentence.next.length < LEAST_REST || rest.length < 8) return undefined;
    if (match !== null && !STANDS_ALONE.test(rest) && !IMPERSONAL.test(rest)) return undefined;
    const changes: Change[] = [dropOpening(sentence, from)];
    if (match !== null) {
      const moods = [...rest.matchAll(CONDITIONAL)];
      const decided = /décidé/.test(match[0]);
      // Reported in the past, the future stands in the conditional: "il a été décidé que le gymnase resterait ouvert".
      if (moods.length > 1 || (moods.length === 1 && !decided)) return undefined;
      for (const mood of moods) {
        const at = from + mood.index + (mood[1] ?? '').length;
        changes.push({ start: at, end: at + (mood[2] ?? '').length, text: mood[2] === 'rait' ? 'ra' : 'ront' });
      }
      const ands = [...rest.matchAll(AND_THAT)];
      if (ands.length > 1) return undefined;
      for (const and of ands) {
        const start = from + and.index;
        changes.push({ start, end: behindThat(text, start + and[0].length), text: ' et ' });
      }
    }
    const name = match === null ? undefined : PLACE.exec(match[0])?.[1];
    changes.sort((a, b) => a.start - b.start);
    return { changes, ...(name !== undefined && { name }) };
  },
};

type Persons = readonly [il: string, nous: string, ils: string];
const ANNOUNCED: Readonly<Record<string, Persons>> = {
  ouverture: ['ouvre', 'ouvrons', 'ouvrent'],
  réouverture: ['rouvre', 'rouvrons', 'rouvrent'],
  lancement: ['lance', 'lançons', 'lancent'],
  création: ['crée', 'créons', 'créent'],
  publication: ['publie', 'publions', 'publient'],
  parution: ['publie', 'publions', 'publient'],
  sortie: ['lance', 'lançons', 'lancent'],
  'mise en ligne': ['met en ligne', 'mettons en ligne', 'mettent en ligne'],
  'mise en service': ['met en service', 'mettons en service', 'mettent en service'],
  'mise en place': ['met en place', 'mettons en place', 'mettent en place'],
  inauguration: ['inaugure', 'inaugurons', 'inaugurent'],
  organisation: ['organise', 'organisons', 'organisent'],
  recrutement: ['recrute', 'recrutons', 'recrutent'],
  installation: ['installe', 'installons', 'installent'],
};
const ANNOUNCES = new RegExp(
  String.raw`^(?<sender>${SENDER})(?<glad>${IS_GLAD}|C[’']est avec ${GLAD} que (?:nous|je) )(?:vous )?(?:annoncer|annonçons|annonce|faire part de|présenter)(?: enfin)? (?:de )?(?:l[’']|la |le )(?<noun>${Object.keys(ANNOUNCED).join('|')}) (?<of>de la |du |de l[’']|des |de |d[’'])`,
  'i',
);
const OBJECT: Readonly<Record<string, string>> = { 'de la ': 'la ', 'du ': 'le ', 'des ': 'les ' };

/** The object behind "de", or undefined where its article cannot be told. */
function objectOf(of: string, rest: string): string | undefined {
  const plain = of.toLowerCase().replace('’', "'");
  if (plain === "de l'") return of.slice(-2);
  if (plain === 'de ')
    return /^(?:notre|nos|votre|vos|mon|ma|mes|ce|cette|ces|son|sa|ses|deux|trois|\p{Lu}|\d)/u.test(rest)
      ? ''
      : undefined;
  if (plain === "d'") return /^une?[\s(·]/.test(rest) || /^\p{Lu}/u.test(rest) ? '' : undefined;
  return OBJECT[plain];
}

/** "Le musée a le plaisir de vous annoncer l’ouverture de la salle" → "Le musée ouvre la salle". */
const announcement: Operation = {
  id: 'announcement',
  apply({ text }) {
    const match = ANNOUNCES.exec(text);
    const { sender = '', glad = '', noun = '', of = '' } = match?.groups ?? {};
    const persons = ANNOUNCED[noun.toLowerCase()];
    if (match === null || persons === undefined || CLAUSE.test(sender)) return undefined;
    const rest = text.slice(match[0].length);
    const object = objectOf(of, rest);
    if (object === undefined) return undefined;
    const who = sender.trim();
    const isWe = /^nous$/i.test(who) || / nous /i.test(glad) || (who === '' && /^\S*s\b|heureux/i.test(glad));
    const isThey = /^(?:les|nos|vos|mes)\s/i.test(who) || /^(?:sont|ont)/i.test(glad);
    const [il, nous, ils] = persons;
    const verb = isWe ? nous : isThey ? ils : il;
    const isI = who === '' || /^(?:je|j[’'])$/i.test(who);
    const subject = isWe ? 'Nous' : isI ? (/^[aeiouéèê]/.test(verb) ? 'J’' : 'Je') : who;
    const blank = subject.endsWith('’') ? '' : ' ';
    return { changes: [{ start: 0, end: match[0].length, text: `${capital(subject)}${blank}${verb} ${object}` }] };
  },
};

const BOAST = new RegExp(
  String.raw`^(?:(?<sender>${SENDER})${IS_GLAD}(?:vous )?(?:présenter|dévoiler|proposer|faire découvrir|annoncer)|C[’']est avec ${GLAD} que (?:nous|je) vous (?:dévoilons|dévoile|présentons|présente|proposons))(?: enfin)? `,
  'i',
);

/** "Nous sommes fiers de vous présenter notre baromètre : …" → "Notre baromètre : …", where a statement is left. */
const boast: Operation = {
  id: 'boast',
  apply(sentence) {
    const { text } = sentence;
    const match = BOAST.exec(text);
    if (match === null || CLAUSE.test(match.groups?.['sender'] ?? '')) return undefined;
    const from = match[0].length;
    const rest = text.slice(from);
    if (rest.length < LEAST_REST || !/^(?:une?|les?|la|l[’']|notre|nos|mon|ma|mes|\p{Lu})/u.test(rest))
      return undefined;
    const sign = /[,:;!?]|(?<=\p{L})\.\s/u.exec(rest);
    const behind = rest.slice(sign?.index ?? rest.length);
    const changes = [dropOpening(sentence, from)];
    if (/^:\s/.test(behind) && !/ qui /.test(rest.slice(0, sign?.index))) return { changes };
    if (/^, (?:l[’']|les? |la |une? |notre |nos )/.test(behind)) return { changes };
    // Behind a comma, "qui" goes on with what is said of the noun: it may stand as the sentence.
    const relative = /^, qui (?!l[’']on)/.exec(behind)?.[0].length;
    if (relative === undefined || sign === null) return undefined;
    const at = from + sign.index;
    return { changes: [...changes, { start: at, end: at + relative, text: ' ' }] };
  },
};

const MEDIA: readonly (readonly [RegExp, string])[] = [
  [/vidéo|à voir/i, 'vidéo'],
  [/épisode|podcast|à écouter/i, 'podcast'],
  [/tuto/i, 'tutoriel'],
  [/webinaire/i, 'webinaire'],
  [/reportage/i, 'reportage'],
];
const mediumOf = (label: string): string | undefined => MEDIA.find(([words]) => words.test(label))?.[1];
const TOLD_IN = String.raw`^Dans (?:ce|cet|cette|notre|mon|ma|un|une)(?: tout)?(?: nouvel| nouveau| nouvelle| dernier| dernière)?\s(?<medium>article|billet|épisode|vidéo|podcast|tutoriel|tuto|webinaire|reportage|numéro)(?: de (?:blog|podcast)| du podcast)?,? `;
const TELLS = String.raw`(?:je|nous|on|j[’'])\s?(?:vous )?(?:explique|expliquons|montre|montrons|raconte|racontons|parle|parlons|aborde|abordons|détaille|détaillons|décris|décrivons|reviens sur|revenons sur) (?:de )?`;
const HOW = String.raw`(?<how>la (?:façon|manière) dont |la (?:façon|manière) d(?:e |[’'])|comment |pourquoi |ce qu(?:e |i |[’']))`;
const HOW_TOLD = new RegExp(String.raw`${TOLD_IN}${TELLS}${HOW}`, 'i');
const HOW_SAID = new RegExp(
  String.raw`^(?:Nous|On|J[’'])\s?y (?:parlons|parle|expliquons|explique|racontons|raconte) (?:de )?${HOW}`,
  'i',
);
const SOMEONE_TELLS = new RegExp(
  String.raw`${TOLD_IN}(?!(?:je|nous|on|j[’']|vous|il|elle|ils|elles|découvrez|retrouvez)[\s’'])(?=\p{L})`,
  'iu',
);
const LABEL_AND_COLON =
  /^(?:(?:Nouveau|Nouvel article|Nouveau billet|Nouvelle vidéo|Nouvel épisode|Dernier article|Dernière vidéo|Article)(?: (?:sur|du|de|dans) (?:le |notre |mon )?(?:blog|podcast|chaîne)| en ligne)?|[ÀA] (?:lire|voir|écouter|découvrir)(?: sur (?:le|notre) blog)?|Sur le blog|Article à lire|Actu(?:alité)?s?) ?: /i;

const openingOfHow = (how: string): string => {
  const plain = how.toLowerCase();
  return /^la (?:façon|manière)/.test(plain) ? 'Comment ' : capital(plain.replace("'", '’'));
};

function withRemark(sentence: Sentence, change: Change, label: string): Change[] {
  const medium = mediumOf(label);
  const isSaid = medium !== undefined && sentence.text.slice(change.end).toLowerCase().includes(medium);
  return medium === undefined || isSaid ? [change] : [change, addRemark(sentence, medium)];
}

/** "Dans cette vidéo, je vous explique comment …" → "Comment … (vidéo)"; "Nouveau sur le blog : X" → "X". */
const contentLabel: Operation = {
  id: 'content-label',
  apply(sentence) {
    const { text } = sentence;
    const how = HOW_TOLD.exec(text) ?? HOW_SAID.exec(text);
    if (how !== null && text.length - how[0].length >= LEAST_REST) {
      const change = { start: 0, end: how[0].length, text: openingOfHow(how.groups?.['how'] ?? '') };
      return { changes: withRemark(sentence, change, how.groups?.['medium'] ?? '') };
    }
    const label = LABEL_AND_COLON.exec(text) ?? (how === null ? SOMEONE_TELLS.exec(text) : null);
    if (label === null || text.length - label[0].length < LEAST_REST) return undefined;
    return { changes: withRemark(sentence, dropOpening(sentence, label[0].length), label[0]) };
  },
};

const GUEST =
  /^Dans (?:ce|cet|cette|notre|mon)(?: nouvel| nouveau| nouvelle| dernier| dernière)? (?:épisode|podcast|émission|vidéo),? (?:nous|je|on) (?:(?:avons|ai) le plaisir de recevoir|recevons|reçois|reçoit|accueillons|accueille|rencontrons|rencontre) (?<who>[^.:;!?]{3,70}?),? qui (?!l[’']on|sera|est reçu)(?=\p{L})/iu;
/** "Dans ce nouvel épisode, nous recevons Léa, qui parle du vent" → "Léa parle du vent (podcast)". */
const guest: Operation = {
  id: 'content-label',
  apply(sentence) {
    const match = GUEST.exec(sentence.text);
    const who = match?.groups?.['who'];
    if (match === null || who === undefined) return undefined;
    const comma = who.includes(',') ? ',' : '';
    const change = { start: 0, end: match[0].length, text: `${capital(who)}${comma} ` };
    return { changes: withRemark(sentence, change, match[0]) };
  },
};

const WITH_PLEASURE = new RegExp(String.raw`^C[’']est avec ${GLAD} que (?=(?:nous|je|l[’'])\s?\p{L})`, 'iu');
/** "C’est avec une immense joie que nous ouvrons" → "Nous ouvrons". */
const pleasure: Operation = {
  id: 'boast',
  apply(sentence) {
    const match = WITH_PLEASURE.exec(sentence.text);
    if (match === null || sentence.text.length - match[0].length < LEAST_REST) return undefined;
    return { changes: [dropOpening(sentence, match[0].length)] };
  },
};

const DECIDED_THAT = /, il (?:a été|est) (?:décidé|prévu|convenu|établi) (?:que |qu(?=[’']))/i;
/** "Suite à …, il a été décidé que le gymnase resterait ouvert" → "Suite à …, le gymnase restera ouvert". */
const decided: Operation = {
  id: 'lead-in',
  apply({ text }) {
    const match = DECIDED_THAT.exec(text);
    if (match === null) return undefined;
    const from = behindThat(text, match.index + match[0].length);
    const moods = [...text.slice(from).matchAll(CONDITIONAL)];
    if (moods.length > 1 || !STANDS_ALONE.test(text.slice(from))) return undefined;
    const future = moods.map((mood) => {
      const at = from + mood.index + (mood[1] ?? '').length;
      return { start: at, end: at + (mood[2] ?? '').length, text: mood[2] === 'rait' ? 'ra' : 'ront' };
    });
    return { changes: [{ start: match.index, end: from, text: ', ' }, ...future] };
  },
};

const ABOUT =
  /^(?:Retrouvez|Découvrez|Lisez|Voici|Écoutez|Regardez)(?: dès (?:maintenant|à présent)| ici| vite)? (?<whose>notre|mon)(?<kind>(?: grande?| nouvel(?:le)?| nouveau| dernier| dernière)? (?:dossier|format|enquête|reportage|article|série|podcast|guide|portrait|entretien|vidéo|exposition)(?: spéciale?| complet| complète)?) (?:consacrée?|dédiée?) (?<to>à la |à l[’']|au |aux |à (?=\p{Lu}))(?<subject>[^:.!?]{4,70}?)(?<colon>[ \u00a0]: |[.!]?$)/iu;
const ARTICLE: Readonly<Record<string, string>> = { 'à la ': 'La ', 'au ': 'Le ', 'aux ': 'Les ', 'à ': '' };

/** "Retrouvez notre enquête consacrée aux puits" → "Les puits : notre enquête". */
const aboutFirst: Operation = {
  id: 'front-load',
  apply(sentence) {
    const match = ABOUT.exec(sentence.text);
    const { whose = '', kind = '', to = '', subject = '', colon = '' } = match?.groups ?? {};
    if (match === null || sentence.text.length - match[0].length > 200) return undefined;
    const front = `${ARTICLE[to.toLowerCase()] ?? 'L’'}${subject}`;
    if (colon.includes(':')) {
      const remark = addRemark(sentence, kind.trim().replace(/^(?:nouvel(?:le)?|nouveau|dernier|dernière) /, ''));
      return { changes: [{ start: 0, end: match[0].length, text: `${capital(front)}${colon}` }, remark] };
    }
    return {
      changes: [{ start: 0, end: match[0].length, text: `${capital(front)} : ${whose.toLowerCase()}${kind}${colon}` }],
    };
  },
};

const LABEL_ALONE =
  /^(?:Nouvel article|Nouveau billet|(?:Mon|Notre|Un) (?:nouvel|dernier) article|(?:Mon|Notre|Un) (?:nouveau|dernier) billet)(?: est (?:en ligne|disponible))?(?: (?:sur|dans) (?:le|notre|mon) (?:blog|site)(?: d[^.!:]{1,40})?)? ?[.!]$/i;
/** "Nouvel article sur le blog ! …": a sentence that only says that there is one goes. */
const labelSentence: Operation = {
  id: 'content-label',
  apply(sentence) {
    const { text, next } = sentence;
    if (!sentence.isFirst || !LABEL_ALONE.test(text) || next.length < 40) return undefined;
    if (/^(?:ils?|elles?|ce(?:la|t|tte)?|ça|en|vous y|bonne|merci)[\s’']/i.test(next)) return undefined;
    return { changes: [{ start: 0, end: text.length + 1, text: '' }] };
  },
};

const DID_YOU_KNOW = /^(?:Le )?saviez-vous (?:que |qu[’'])(?<said>[^?]{20,})[ \u00a0\u202f]\?$/i;
/** "Saviez-vous que le toit laisse passer 30 % de la chaleur ?" → a statement: questions bring answers, not shares. */
const statement: Operation = {
  id: 'statement',
  apply(sentence) {
    const said = DID_YOU_KNOW.exec(sentence.text)?.groups?.['said'];
    if (said === undefined || !STANDS_ALONE.test(said)) return undefined;
    const from = sentence.text.indexOf(said);
    const end = from + said.length;
    return { changes: [dropOpening(sentence, from), { start: end, end: sentence.text.length, text: '.' }] };
  },
};

/** What French texts may open with in vain, the most certain first. */
export const openings: readonly Operation[] = [
  labelSentence,
  announcement,
  leadIn,
  decided,
  boast,
  pleasure,
  guest,
  contentLabel,
  aboutFirst,
  statement,
];
