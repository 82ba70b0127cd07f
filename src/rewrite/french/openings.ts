// French openings that only announce or boast: what they announce comes first instead.
import { lazy } from '#base/lazy.js';
import { capital, dropOpening, LEAST_REST, type Operation } from '../wording.js';
import { CLAUSE, GLAD, IS_GLAD, SENDER } from './senders.js';
import { leadIns } from './lead-ins.js';
import { STANDS_ALONE } from './standing.js';
import { latin } from '../latin.js';

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

const CANCELED: Readonly<Record<string, string>> = {
  annulation: 'annulé',
  report: 'reporté',
  suspension: 'suspendu',
  fermeture: 'fermé',
  suppression: 'supprimé',
};
const cancels = (acts: string, behind: string): RegExp =>
  latin(
    String.raw`^(?:Nous (?:avons le regret|sommes au regret|regrettons|sommes désolés|sommes contraints)|C[’']est avec (?:beaucoup de |un grand )?regret que nous|Nous devons malheureusement|Nous) (?:devons )?(?:de )?(?:vous )?(?:annoncer|annonçons|informer de|informons de|faire part de) (?:l[’']|la |le )(?<act>${acts})(?: (?:temporaire|exceptionnelle|provisoire|momentanée))? (?<of>du |de la )(?<what>[^.,:;!?]{3,70}?)(?= (?:en raison|à cause|pour cause|suite à|faute|pour des raisons|compte tenu${behind})|[.!]|$)`,
  );
const CANCELS = lazy(() => cancels(Object.keys(CANCELED).join('|'), ''));
/** What is closed for a while, of which the days are said behind it; a concert has its day in its name. */
const CLOSES = lazy(() =>
  cancels(
    'fermeture|suspension',
    String.raw`|du (?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?\d[^.,:;!?]{0,25}? au |ce (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|soir|matin) |jusqu[’'a]`,
  ),
);
/** "Nous avons le regret de vous annoncer l’annulation du concert" → "Le concert est annulé". */
const canceled: Operation = {
  id: 'announcement',
  apply({ text }) {
    const match = CLOSES().exec(text) ?? CANCELS().exec(text);
    const { act = '', of = '', what = '' } = match?.groups ?? {};
    const done = CANCELED[act.toLowerCase()];
    if (match === null || done === undefined || / (?:et|ou|qui|que) /.test(what)) return undefined;
    const isHer = of.toLowerCase() === 'de la ';
    return {
      changes: [
        { start: 0, end: match[0].length, text: `${isHer ? 'La' : 'Le'} ${what} est ${done}${isHer ? 'e' : ''}` },
      ],
    };
  },
};

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
    // Without the sender, "son affiche" is nobody's.
    if (owner === undefined && /(?:^|[\s’'])(?:sa|son|ses|leurs?)\s/i.test(rest.slice(0, sign?.index)))
      return undefined;
    // A name with what it is stands alone as no sentence: it is shown.
    if (/^\p{Lu}/u.test(rest) && behind.startsWith(', ')) return undefined;
    if (/^:\s/.test(behind) && !/ qui /.test(rest.slice(0, sign?.index))) return { changes };
    // "…, façonnés à la main, qui sera disponible": the second clause is the verb.
    const second =
      /^, \p{L}{2,}(?:ée?s?|ies?|ites?|ues?) [^.,:;!?]{3,90}, qui (?=(?:est|sont|sera|seront|a|ont) )/iu.exec(
        behind,
      )?.[0];
    if (second !== undefined && sign !== null) {
      const end = from + sign.index + second.length;
      return isPlural(rest) === PLURAL_VERB().test(text.slice(end))
        ? { changes: [...changes, { start: end - 'qui '.length, end, text: '' }] }
        : undefined;
    }
    if (
      /^, (?:l[’']|les? |la |une? |notre |nos |\d|(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|quarante|cinquante|cent) |\p{L}{2,}(?:ée?s?|ies?|ites?|its?|us?|ues?|ues?) )/u.test(
        behind,
      )
    )
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
  latin(
    String.raw`^C[’']est avec (?!.{0,30}(?:émotion|regret)(?!.{3,60} vous (?:présent|dévoil|accueill)))${GLAD} que (?=(?:nous|je|l[’']|l[ea]s?|notre|nos)\s?\p{L})`,
  ),
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

const DID_YOU_KNOW = /^(?:Le )?saviez[- ]vous (?:que |qu[’'])(?<said>[^?]{20,})[ \u00a0\u202f]\?$/i;
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

const MANY_WAYS = lazy(() =>
  latin(
    String.raw`^Il (?:existe|y a) (?:de (?:très )?nombreuses|plusieurs|bien des|beaucoup de|mille) (?<ways>façons|manières|raisons|solutions|astuces) (?<of>de |d[’'])(?<what>[^.:;!?]{5,90})\.$`,
  ),
);
const SOME =
  /^En voici (?<count>\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze)(?: exemples?)?[ \u00a0\u202f]?(?<sign>[.:!])/i;
/** "Il existe plusieurs façons de pailler. En voici cinq :" → "Cinq façons de pailler :". */
const counted: Operation = {
  id: 'existential',
  apply({ text, next }) {
    const { ways = '', of = '', what = '' } = MANY_WAYS().exec(text)?.groups ?? {};
    const some = SOME.exec(next);
    const { count = '', sign = '' } = some?.groups ?? {};
    if (some === null || what === '') return undefined;
    const put = `${capital(count)} ${ways} ${of}${what}${sign === ':' ? '\u00a0:' : sign}`;
    return { changes: [{ start: 0, end: text.length + 1 + some[0].length, text: put }] };
  },
};

/** What French texts may open with in vain, the most certain first. */
export const openings: readonly Operation[] = [counted, announcement, canceled, ...leadIns, boast, pleasure, statement];
