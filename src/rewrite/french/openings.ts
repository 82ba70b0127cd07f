// French openings that only announce or boast: what they announce comes first instead.
import { lazy } from '#base/lazy.js';
import { capital, dropOpening, LEAST_REST, isCode, type Change, type Operation } from '../wording.js';
import { CLAUSE, GLAD, IS_GLAD, SENDER } from './senders.js';
import { STANDS_ALONE } from './standing.js';
import { latin } from '../latin.js';

const SAY = String.raw`(?:informer|annoncer|rappeler|faire savoir|faire part|apprendre|dire|signaler|confirmer|partager)`;
const SAYS = String.raw`(?:informe|informons|informent|rappelle|rappelons|rappellent|annonce|annonçons|annoncent|signale|signalons|signalent|communique|confirmons|confirme|confirment)`;
const PUBLIC = String.raw`(?:ses|nos|les|aux|à ses|à nos) (?:administrés|administrées|habitants|usagers|abonnés|adhérents|lecteurs|riverains|clients|visiteurs|élèves|parents|agents)`;

const LEAD_IN = lazy(() =>
  latin(
    String.raw`^(?:(?<sender>${SENDER})(?:vous ${SAYS}|${SAYS} ${PUBLIC}|(?:vous )?(?:fait|font|faisons|fais) savoir|(?:${IS_GLAD}|(?:tient|tiennent|tenons|tiens) à |(?:souhaite|souhaitent|souhaitons|voudrions|voulons) )(?:vous |nous |${PUBLIC} )?${SAY})(?: enfin)?|Il (?:est|a été|convient|faut) (?:de (?:rappeler|noter|préciser|souligner|signaler)|rappelé|porté à (?:votre|la) connaissance(?: d[^.,:;!?]{1,30}?)?|décidé|constaté|démontré|prouvé|établi|précisé|à noter|à signaler|important de (?:savoir|noter|rappeler|souligner)|utile de (?:savoir|rappeler)|bon de (?:savoir|rappeler)|essentiel de noter|intéressant de noter)|Il faut (?:savoir|noter|rappeler)|[ÀA] noter|Sachez|Notez|Veuillez (?:noter|prendre note)|Merci de (?:bien vouloir )?noter|On sait|Rappelons|Précisons|C[’']est avec ${GLAD} que (?:nous|je) vous (?:annonçons|annonce|informons|informe)) (?:que |qu(?=[’']))`,
  ),
);
const SMALL_LEAD_IN =
  /^(?:Pour (?:rappel|information|info)(?:,| :)|Petit rappel ?:|(?:Petite )?info(?:rmation)?(?: importante| pratique)? ?:|Rappel ?:|Message important ?:|Comme (?:vous le savez(?: peut-être)?|annoncé),|(?:Bonjour|Bonsoir|Hello|Salut|Coucou)(?: à (?:tous|toutes)(?: et à (?:tous|toutes))?| tout le monde| les amis)?(?:,| !)|Chers? [^.,:!?]{3,30},|Dans un monde (?:en (?:constante|perpétuelle|pleine) (?:évolution|mutation)|où tout [^,]{3,30}),|[ÀA] l[’'](?:ère|heure) (?:du (?:numérique|digital)|de l[’']IA|des réseaux sociaux),|Dans le cadre (?:de (?:notre|son|leur|nos|ses|la poursuite de (?:notre|son))|du) (?:développement|croissance|activités?|missions?|expansion)(?: [^\s,]+)?,)\s+/i;
const PLACE = lazy(
  () =>
    /(?:[Vv]ille|[Cc]ommune|[Mm]airie|[Mm]unicipalité|[Mm]étropole|[Cc]ommunauté d[^\s]+|[Oo]ffice de tourisme|[Mm]édiathèque|[Bb]ibliothèque|[Hh]ôpital|[Pp]réfecture|[Dd]épartement) (?:de |d[’']|du |des )(?:la )?(\p{Lu}[\p{L}-]*(?:[ ’']\p{Lu}[\p{L}-]*)*)/u,
);
/** Bodies that speak for a place, which alone is of interest. */
const TOWN =
  /(?:[Vv]ille|[Cc]ommune|[Mm]airie|[Mm]unicipalité|[Mm]étropole|[Cc]ommunauté|[Oo]ffice de tourisme|[Pp]réfecture|[Dd]épartement)/;
/** Houses without which a sentence may be taken for one about another. */
const HOUSE = lazy(
  () =>
    /^(?:l[ea] |l[’'])(?:bibliothèque|médiathèque|ludothèque|piscine|patinoire|musée|théâtre|cinéma|déchèterie|cantine)(?![\p{L}])/iu,
);

/** The sender in front of the news, or undefined where it says nothing that the news does not. */
function labelOf(sender: string, rest: string): string | undefined {
  const who = sender.trim();
  const place = PLACE().exec(who)?.[1];
  if (place !== undefined && rest.includes(place)) return undefined;
  if (place !== undefined && TOWN.test(who)) return place;
  const noun = /^(?:l[ea] |l[’'])(?<noun>[^,]{3,45})$/i.exec(who)?.groups?.['noun'];
  if (noun === undefined || !(HOUSE().test(who) || /\s\p{Lu}|^\p{Lu}{2}/u.test(noun))) return undefined;
  const head = /^[\p{L}-]+/u.exec(noun)?.[0] ?? '';
  return rest.toLowerCase().includes(head.toLowerCase()) || TOWN.test(head) ? undefined : capital(noun);
}

const IMPERSONAL = /^il (?:est|faut|existe|reste|y a|s[’']agit|pleut|suffit)\s/i;
const CONDITIONAL = lazy(() => /\b(\p{L}+?)(rait|raient)\b/gu);
const AND_THAT = / et (?:que |qu(?=[’']))/gu;

/** The offset behind "que" or "qu’". */
const behindThat = (text: string, length: number): number => length + (/^[’']/.test(text.slice(length)) ? 1 : 0);

/** "La ville vous informe que la piscine ouvre" → "La piscine ouvre". */
const leadIn: Operation = {
  id: 'lead-in',
  apply(sentence) {
    const { text } = sentence;
    const match = LEAD_IN().exec(text);
    const from = match === null ? SMALL_LEAD_IN.exec(text)?.[0].length : behindThat(text, match[0].length);
    if (from === undefined || CLAUSE.test(match?.groups?.['sender'] ?? '')) return undefined;
    const rest = text.slice(from);
    if (rest.length + sentence.next.length < LEAST_REST || rest.length < 8 || isCode(rest)) return undefined;
    // A second "que" would have lost its verb.
    if (match !== null && / (?:ou|ni|mais) qu(?:e |[’'])/.test(rest)) return undefined;
    if (match !== null && !STANDS_ALONE.test(rest) && !IMPERSONAL.test(rest)) return undefined;
    const changes: Change[] = [dropOpening(sentence, from)];
    if (match !== null) {
      const moods = [...rest.matchAll(CONDITIONAL())];
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
    const sender = match?.groups?.['sender'] ?? '';
    const name = PLACE().exec(sender)?.[1];
    const label = labelOf(sender, rest);
    // Who says it is where it is: "Trévallon : la piscine ouvre".
    if (label !== undefined) changes[0] = { start: 0, end: from, text: `${label}\u00a0: ` };
    changes.sort((a, b) => a.start - b.start);
    return { changes, ...(name !== undefined && { name }) };
  },
};

const PLURAL_VERB = lazy(
  () => /^(?:(?:ne|se|vous|nous|l[ea]s?|y|en) |s[’']|l[’'])*(?:sont|ont|font|vont|\p{L}+ent)(?![\p{L}])/iu,
);
const isPlural = (noun: string): boolean => /^(?:les|nos|mes|ses|ces|des|vos|deux|trois)\s/i.test(noun);

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
  fermeture: ['ferme', 'fermons', 'ferment'],
  signature: ['signe', 'signons', 'signent'],
  arrivée: ['accueille', 'accueillons', 'accueillent'],
  reprise: ['reprend', 'reprenons', 'reprennent'],
  rénovation: ['rénove', 'rénovons', 'rénovent'],
  construction: ['construit', 'construisons', 'construisent'],
  installation: ['installe', 'installons', 'installent'],
};
const ANNOUNCES = lazy(() =>
  latin(
    String.raw`^(?<sender>${SENDER})(?<glad>${IS_GLAD}|C[’']est avec ${GLAD} que (?:nous|je) )(?:vous )?(?:annoncer|annonçons|annonce|faire part de|présenter)(?: enfin)? (?:de )?(?:l[’']|la |le )(?<noun>${Object.keys(ANNOUNCED).join('|')}) (?<of>de la |du |de l[’']|des |de |d[’'])`,
  ),
);
const OBJECT: Readonly<Record<string, string>> = { 'de la ': 'la ', 'du ': 'le ', 'des ': 'les ' };

/** What is there from now on, of which the act itself is no news. */
const PRESENTED = /^(?:lancement|création|publication|parution|sortie|mise en (?:ligne|service))$/i;

/** The object behind "de", or undefined where its article is not known. */
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
    const match = ANNOUNCES().exec(text);
    const { sender = '', glad = '', noun = '', of = '' } = match?.groups ?? {};
    const persons = ANNOUNCED[noun.toLowerCase()];
    if (match === null || persons === undefined || CLAUSE.test(sender)) return undefined;
    const rest = text.slice(match[0].length);
    const object = objectOf(of, rest);
    if (object === undefined) return undefined;
    // What is new and at once said to do something does it: "notre nouveau site, qui permet".
    const works = /^(?<what>(?:notre|mon|un|une) [^.,:;!?]*nouve[^.,:;!?]*), qui (?!l[’']on)/iu.exec(
      `${object}${rest}`,
    );
    if (works !== null && PRESENTED.test(noun) && !PLURAL_VERB().test(`${object}${rest}`.slice(works[0].length))) {
      const start = match[0].length + (works.groups?.['what'] ?? '').length - object.length;
      return {
        changes: [
          { start: 0, end: match[0].length + 1, text: capital(`${object}${rest.charAt(0)}`) },
          { start, end: start + ', qui '.length, text: ' ' },
        ],
      };
    }
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

const BOAST = lazy(() =>
  latin(
    String.raw`^(?:(?<sender>${SENDER})${IS_GLAD}(?:pouvoir )?(?:enfin )?(?:vous )?(?:présenter|dévoiler|proposer|faire découvrir|annoncer|partager(?: avec vous)?)|C[’']est avec ${GLAD} que (?:nous|je) vous (?:dévoilons|dévoile|présentons|présente|proposons))(?: enfin)? `,
  ),
);

/** "Nous sommes fiers de vous présenter notre baromètre : …" → "Notre baromètre : …", where a statement is left. */
const boast: Operation = {
  id: 'boast',
  apply(sentence) {
    const { text } = sentence;
    const match = BOAST().exec(text);
    if (match === null || CLAUSE.test(match.groups?.['sender'] ?? '')) return undefined;
    const from = match[0].length;
    const rest = text.slice(from);
    if (
      rest.length < LEAST_REST ||
      !/^(?:une?\s|les?\s|la\s|l[’']|notre\s|nos\s|mon\s|ma\s|mes\s|son\s|sa\s|ses\s|\p{Lu}|«)/u.test(rest)
    )
      return undefined;
    const sign = /[,:;!?]|(?<=\p{L})\.\s/u.exec(rest);
    const behind = rest.slice(sign?.index ?? rest.length);
    // "Notre coopérative est fière de présenter son rapport": it is ours.
    const owner = /^(son|sa|ses) /.exec(rest)?.[1];
    if (owner !== undefined && !/^(?:Notre|Nos|Nous) /.test(text)) return undefined;
    const opening =
      owner === undefined
        ? dropOpening(sentence, from)
        : { start: 0, end: from + owner.length, text: owner === 'ses' ? 'Nos' : 'Notre' };
    const changes = [opening];
    if (/^:\s/.test(behind) && !/ qui /.test(rest.slice(0, sign?.index))) return { changes };
    if (/^, (?:l[’']|les? |la |une? |notre |nos |\p{L}{2,}(?:ée?s?|ies?|ites?|its?|us?|ues?|ues?) )/u.test(behind))
      return { changes };
    // Behind a comma, "qui" goes on with what is said of the noun: it may stand as the sentence.
    const relative = /^, qui (?!l[’']on)/.exec(behind)?.[0].length;
    if (relative === undefined || sign === null) return undefined;
    const at = from + sign.index;
    // "une gamme de savons, qui sont": the verb is of another noun than the first.
    if (isPlural(rest) !== PLURAL_VERB().test(behind.slice(relative))) return undefined;
    return { changes: [...changes, { start: at, end: at + relative, text: ' ' }] };
  },
};

const WITH_PLEASURE = lazy(() =>
  latin(String.raw`^C[’']est avec (?!.{0,30}(?:émotion|regret))${GLAD} que (?=(?:nous|je|l[’'])\s?\p{L})`),
);
/** "C’est avec une immense joie que nous ouvrons" → "Nous ouvrons". */
const pleasure: Operation = {
  id: 'boast',
  apply(sentence) {
    const match = WITH_PLEASURE().exec(sentence.text);
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
    const moods = [...text.slice(from).matchAll(CONDITIONAL())];
    if (moods.length > 1 || !STANDS_ALONE.test(text.slice(from))) return undefined;
    const future = moods.map((mood) => {
      const at = from + mood.index + (mood[1] ?? '').length;
      return { start: at, end: at + (mood[2] ?? '').length, text: mood[2] === 'rait' ? 'ra' : 'ront' };
    });
    return { changes: [{ start: match.index, end: from, text: ', ' }, ...future] };
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
export const openings: readonly Operation[] = [announcement, leadIn, decided, boast, pleasure, statement];
