// French openings that only lead to what is said: who says it, a greeting, a frame for any text.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { capital, dropOpening, LEAST_REST, isCode, type Change, type Operation } from '../wording.js';
import { CLAUSE, GLAD, IS_GLAD, SENDER } from './senders.js';
import { STANDS_ALONE } from './standing.js';

/** Whose attention is drawn. */
const OF_PUBLIC = String.raw`d[eu]s? (?:nos |ses |leurs )?(?:\p{L}+s)`;
const SAY = String.raw`(?:informer|annoncer|rappeler|faire (?:savoir|part)|apprendre|dire|signaler|confirmer|partager|préciser|indiquer|prévenir|aviser|notifier|communiquer|souligner|porter à (?:votre|leur) connaissance|faire remarquer|attirer (?:(?:votre|leur) attention|l[’']attention (?:${OF_PUBLIC}))(?: sur)?)(?: (?:(?:du|sur le|le) fait|l[’']information selon laquelle))?`;
const SAYS = String.raw`(?:informe|informons|informent|rapp?ell?e|rapp?ell?ons|rapp?ell?ent|annonce|annonçons|annoncent|signale|signalons|signalent|communique|communiquons|confirmons|confirme|confirment|précise|précisons|précisent|indique|indiquons|indiquent|prévient|prévenons|préviennent|avise|avisons|avisent|notifie|notifions)`;
const PUBLIC = String.raw`(?:(?:à )?(?:ses|nos|l[’']ensemble (?:de (?:ses|nos|leurs)|des)|tou(?:s|tes) (?:ses|nos|les)|chacun de (?:ses|nos))|les|aux|la|à la|le|au) (?:chers |chères )?(?:population|public|administrés|habitantes et habitants|concitoyens|publics|internautes|locataires|licenciés|exposants|baigneurs|promeneurs|supporters|joueurs|administrées|habitants|usagers|abonnés|adhérents|lecteurs|riverains|clients|visiteurs|élèves|parents|agents|membres|voyageurs|citoyens|patients|spectateurs|bénévoles|étudiants|donateurs|partenaires|utilisateurs|fidèles)`;
/** Readers of one's own, by any name that leaves them readers: those of whom something is wanted are more. */
const OWN = String.raw`(?:à (?:tous |toutes |l[’']ensemble de )?|tous |toutes |l[’']ensemble de )?(?:nos|ses|leurs|mes) (?!(?:\p{L}+ )?(?:élu|député|ministre|sénateur|adversaire|concurrent|détracteur|enfant|fils|filles|dirigeant|rivaux|fournisseur|bailleur|créancier))(?:chers |chères )?\p{L}[\p{L}-]+[sx](?: (?:et (?:nos |ses |leurs )?)?\p{L}[\p{L}-]+[sx])?`;
/** Readers who are only there to be informed. */
const READERS = String.raw`(?:Les|Nos|Chers|L[’']ensemble des|Tous les) (?:habitants|habitantes et habitants|usagers|abonnés|adhérents|riverains|clients|visiteurs|parents(?: d[’']élèves)?|agents|voyageurs|administrés|citoyens|patients|familles|lecteurs|étudiants|automobilistes)(?: et (?:usagers|riverains|visiteurs|habitants))?(?: de (?:la commune|la ville|notre commune))?`;

/** Openings that have no sender, up to "que". */
const NO_SENDER = [
  String.raw`Il (?:est|a été|convient|faut)(?: tout de même| également| aussi| toutefois)? (?:de (?:rappeler|noter|préciser|souligner|signaler|savoir)|rappelé|porté à (?:votre |la |l[’'])?(?:connaissance|attention)(?: d[^.,:;!?]{1,30}?)?|décidé|constaté|démontré|prouvé|établi|précisé|à noter|à signaler|à souligner|rappelé (?:aux|à tous les|à l[’']ensemble des|à nos) [^.,:;!?]{3,40}?|important de (?:savoir|noter|rappeler|souligner|préciser)|utile de (?:savoir|rappeler|préciser)|bon de (?:savoir|rappeler|noter)|essentiel de (?:noter|rappeler|savoir)|intéressant de (?:noter|savoir)|nécessaire de rappeler)`,
  String.raw`Il faut (?:savoir|noter|rappeler|préciser)`,
  String.raw`(?:Bon )?[ÀA] (?:noter|savoir|signaler|souligner)(?: également| aussi)?`,
  String.raw`(?:Sachez|Notez|Rappelez-vous|N[’']oubliez pas|Retenez)(?: bien| donc| également| également bien| toutefois)?`,
  String.raw`(?:Veuillez|Merci de)(?: bien vouloir)? (?:noter|prendre note(?: du fait)?)`,
  String.raw`(?:On|Chacun|Tout le monde) sait`,
  String.raw`(?:Rappelons|Précisons|Soulignons|Notons|Signalons)(?: également| aussi| tout de même)?`,
  String.raw`Force est de constater|Il va (?:sans dire|de soi)|Il est (?:évident|clair)|(?:On|Vous) notera`,
  String.raw`(?:Il|On) (?:s[’']avère|constate|observe|remarque)`,
  String.raw`C[’']est avec ${GLAD} que (?:nous|je) vous (?:annonçons|annonce|informons|informe|confirmons|confirme)`,
  String.raw`${READERS} sont (?:donc |également )?(?:informés|avisés|prévenus|avertis)(?:·e·s|\(e\)s)?`,
  String.raw`Vous êtes (?:donc )?informés`,
  String.raw`(?:Nous|Je) (?:portons|porte) à votre connaissance(?: le fait)?`,
  String.raw`(?:Nous|Je) (?:attirons|attire) votre attention sur le fait`,
  String.raw`Par (?:la présente|ce message|ce tweet|ce post), (?:nous|je) vous (?:informons|informe|annonçons|annonce)`,
  String.raw`(?:Juste|(?:Un )?(?:(?:petit|rapide|court) )?(?:mot|message|tweet|post|rappel)(?: rapide)?) pour (?:vous|tous) (?:dire|informer|rappeler|signaler|annoncer)`,
  String.raw`(?:Petit |Simple |Dernier )?rappel(?: important| utile)? ?: (?:sachez|n[’']oubliez pas)`,
  String.raw`(?:Je|On|Nous) (?:tenais|tenait|tenions|voulais|voulait|voulions) (?:juste |simplement |à )*(?:vous )?(?:dire|rappeler|signaler|informer|préciser|partager)`,
  String.raw`(?:Il (?:nous )?(?:semble|paraît|paraissait|semblait) (?:important|utile|essentiel|nécessaire|bon) de (?:vous )?(?:rappeler|préciser|signaler|souligner))`,
  String.raw`Ce (?:message|tweet|post) pour vous (?:dire|informer|rappeler|signaler|annoncer)`,
];
const LEAD_IN = lazy(() =>
  latin(
    String.raw`^(?:(?<sender>${SENDER})(?:vous ${SAYS}|${SAYS} (?:${PUBLIC}|${OWN})|(?:vous )?(?:fait|font|faisons|fais) savoir|(?:${IS_GLAD}|(?:tient|tiennent|tenons|tiens|tenions) à |(?:souhaite|souhaitent|souhaitons|souhaiterions|voudrions|voulons|voudrais|aimerions) )(?:vous |nous |${PUBLIC} )?(?:${SAY}|(?:annoncer|partager)(?: avec vous)? (?:la|cette) (?:très )?(?:bonne |grande |excellente |belle |heureuse |super )?nouvelle)(?: (?:${PUBLIC}|${OWN}))?)(?: enfin)?|${NO_SENDER.join('|')}) (?:que,? |qu(?=[’']))`,
  ),
);
/** Greetings, and frames that fit any text. */
const SMALL = [
  String.raw`Pour (?:rappel|information|info|mémoire|votre information|faire suite à [^,]{3,30}|les retardataires|ceux qui l[’']auraient (?:raté|manqué|oublié))(?:,| :)`,
  String.raw`(?:Petit |Dernier |Simple )?rappel(?: important| utile)? (?:pour|à) (?:ceux qui l[’']auraient (?:raté|manqué|oublié)|tous|toutes et tous|les retardataires|nos \p{L}+s) ?:`,
  String.raw`(?:(?:Nous |Je |J[’'])\s?)?${IS_GLAD}(?:pouvoir )?(?:enfin )?(?:vous )?(?:annoncer|partager)(?: avec vous)? (?:la|une|cette) (?:très )?(?:bonne |grande |excellente |belle |heureuse |super )?nouvelle(?: avec vous)? ?:`,
  String.raw`(?:Petit |Dernier |Simple )?rappel(?: important| utile| du jour)? ?:`,
  String.raw`(?:Petite |Dernière )?info(?:rmation)?(?: importante| pratique| du jour| utile| de dernière minute| flash)? ?:`,
  String.raw`(?:Message|Annonce|Communiqué|Avis)(?: important| du jour)? ?:`,
  String.raw`(?:Petite |Dernière |Grande |Super |Bonne |Excellente )?(?:actualité|actu|nouvelle|news|annonce)(?: du jour)? ?:`,
  String.raw`(?:[ÀA] vos agendas|Save the date|Agenda|Bon à savoir|Le saviez-vous|C[’']est (?:officiel|confirmé|fait|parti|décidé)|Point info|Flash info|Info flash|Breaking)(?: ?:| ?!)`,
  String.raw`Comme (?:vous le savez|annoncé|promis|prévu) (?!(?:l[ea]s? |l[’']|en |dans |hier|lors)\s?(?:semaine|mois|année|jour|autre|an|été|hiver|dernier|week-end|fois)(?![\p{L}]))(?=(?:l[ea]s? |l[’']|notre |nos )\p{L})`,
  String.raw`Comme (?:vous le savez(?: peut-être| sans doute| certainement| déjà)?|annoncé(?: récemment| précédemment)?|promis|prévu|convenu|vous (?:avez pu|pouvez) (?:le )?(?:voir|constater|lire)|on dit|dirait l[’']autre),`,
  String.raw`(?:Bonjour|Bonsoir|Hello|Salut|Coucou|Hey|Bjr|Yo)(?: (?:à|a) (?:tous|toutes|vous)(?: et (?:à |a )?(?:tous|toutes))?| tout le monde| tous| les amis| les gens| la (?:team|communauté|twittosphère|Twittosphère|TL|compagnie)| Twitter| chers (?:amis|abonnés|lecteurs|followers)| (?:amis|amies) [^.,:!?]{3,20})?(?: et bon(?:ne)? \p{L}+)?(?:,| ?!|\.|(?= ?(?:[\u2600-\u27bf\ufe0f]|[\ud83c-\ud83e][\udc00-\udfff])))(?: ?(?:[\u2600-\u27bf\ufe0f]|[\ud83c-\ud83e][\udc00-\udfff]))*`,
  String.raw`(?:Chers|Chères) [^.,:!?]{3,40},|(?:Madame, Monsieur|Mesdames, Messieurs|Mesdames et Messieurs|Mesdames, Mesdemoiselles, Messieurs),`,
  String.raw`Dans un monde (?:en (?:constante|perpétuelle|pleine) (?:évolution|mutation)|où tout [^,]{3,30}|de plus en plus [^,]{3,20}),`,
  String.raw`(?:Aujourd[’']hui est|Ce(?:tte)? \p{L}+ est) un (?:grand jour|jour (?:très |un peu |tout )?(?:spécial|particulier|important|historique))(?: pour (?:nous|toute l[’']équipe|notre équipe))?(?: ?[:!]|,|\.)`,
  String.raw`[ÀA] l[’'](?:ère|heure) (?:du (?:numérique|digital|tout numérique)|de l[’'](?:IA|intelligence artificielle)|des réseaux sociaux|d[eu]s? [^,]{3,35}|de l[’'][^,]{3,30}|où [^,]{3,40}),`,
  String.raw`(?:Aujourd[’']hui,? plus que jamais|Plus que jamais|Aujourd[’']hui plus qu[’']hier|De nos jours|[ÀA] l[’']heure actuelle|En cette période [^,]{3,30}|Par les temps qui courent|Vous le savez(?: bien| déjà)?|Vous l[’'](?:aurez|avez) (?:remarqué|compris|deviné|vu)(?: peut-être)?|On le sait(?: tous)?|Nous le savons(?: tous)?|C[’']est bien connu|Il faut bien le dire|Inutile de le rappeler|Sans plus attendre|Sans plus tarder|Ça y est|Et oui|Eh oui|Eh bien|Bon|Allez|Bref|Alors voilà|Voilà|En résumé|Pour faire court|Et si on vous disait tout),`,
  String.raw`Dans le cadre (?:de (?:notre|son|leur|nos|ses|la poursuite de (?:notre|son))|du) (?:développement|croissance|activités?|missions?|expansion)(?: (?:de|d[’'])\s?(?:notre|nos|ses|son|leurs?|l[’'])?\s?(?:activités?|missions?|services?|équipes?|agence|entreprise|groupe|réseau)| [^\s,]+)?,`,
  String.raw`Dans le cadre de l(?:[’']amélioration continue (?:de (?:nos|ses) [^\s,]+|du service)|a (?:modernisation|démarche qualité)(?: de [^,]{3,30})?),`,
  String.raw`(?:C[’']est dans (?:ce (?:cadre|contexte)|cet esprit|cette (?:optique|logique|perspective)) que|C[’']est pourquoi,?|C[’']est la raison pour laquelle|C[’']est pour cela que) (?=(?:nous|notre|nos|on) )`,
];
const SMALL_LEAD_IN = lazy(() => latin(String.raw`^(?:${SMALL.join('|')})\s*(?=\S)`));
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

const OF_HOUSE = lazy(() =>
  latin(
    String.raw`^(?:direction|directeur|directrice|président|présidente|maire|proviseur|proviseure|principal|principale|responsable|équipe|personnel|bureau|conseil)(?: [\p{L}-]+)? (?:du |de la |de l[’']|des )(?<house>[^,]{3,40})$`,
  ),
);

/** The sender in front of the news, or undefined where it says nothing that the news does not. */
function labelOf(sender: string, rest: string): string | undefined {
  const who = sender.trim();
  const place = PLACE().exec(who)?.[1];
  if (place !== undefined && rest.includes(place)) return undefined;
  if (place !== undefined && TOWN.test(who)) return place;
  const noun = /^(?:l[ea] |l[’'])(?<noun>[^,]{3,45})$/i.exec(who)?.groups?.['noun'];
  if (noun === undefined || !(HOUSE().test(who) || /\s\p{Lu}|^\p{Lu}{2}/u.test(noun))) return undefined;
  // "La directrice de l’école Jules-Ferry": it is the school that is of interest.
  const house = OF_HOUSE().exec(noun)?.groups?.['house'];
  if (house !== undefined) return rest.toLowerCase().includes(house.toLowerCase()) ? undefined : capital(house);
  const head = /^[\p{L}-]+/u.exec(noun)?.[0] ?? '';
  return rest.toLowerCase().includes(head.toLowerCase()) || TOWN.test(head) ? undefined : capital(noun);
}

const IMPERSONAL = /^il (?:est|faut|existe|reste|y a|s[’']agit|pleut|suffit)\s/i;
const CONDITIONAL = lazy(() => /\b(\p{L}+?)(rait|raient)\b/gu);
const AND_THAT = / et (?:que |qu(?=[’']))/gu;

/** Readers in front of "que", and what would lean on them. */
const READERS_NAMED = /(?:^|\s)(?:aux|les|ses|nos|des|leurs) [^,]{3,60} qu[e’'\s]*$/i;
const OF_THEM = lazy(() => /(?:^|[\s’'])(?:leurs?|ils|elles|eux|ceux-ci|celles-ci)(?![\p{L}])/iu);

/** The offset behind "que" or "qu’". */
const behindThat = (text: string, length: number): number => length + (/^[’']/.test(text.slice(length)) ? 1 : 0);

/** "La ville vous informe que la piscine ouvre" → "La piscine ouvre". */
const leadIn: Operation = {
  id: 'lead-in',
  apply(sentence) {
    const { text } = sentence;
    const match = LEAD_IN().exec(text);
    const from = match === null ? SMALL_LEAD_IN().exec(text)?.[0].length : behindThat(text, match[0].length);
    if (from === undefined || CLAUSE.test(match?.groups?.['sender'] ?? '')) return undefined;
    const rest = text.slice(from);
    if (rest.length + sentence.next.length < LEAST_REST || rest.length < 8 || isCode(rest)) return undefined;
    // With the readers goes the noun of "leurs".
    if (match !== null && !/\bvous\b/i.test(match[0]) && READERS_NAMED.test(match[0]) && OF_THEM().test(rest))
      return undefined;
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
    // "Plus que jamais" and "N’oubliez pas que" deny nothing of what follows.
    const denies = /jamais|n[’']oubliez pas/i.test(text.slice(0, from));
    return { changes, ...(name !== undefined && { name }), ...(denies && { dropsNegation: true }) };
  },
};

/** A purpose that every reader has. */
const READERS_OWN = lazy(
  () =>
    /^(?:afin de|pour) (?:mieux )?(?:vous (?:protéger|prémunir)(?: (?:contre|de|des|face aux?) (?:(?:l[ea]s? |l[’'])?(?:tentatives? de )?(?:fraudes?|arnaques?|escroqueries?|piratages?)(?: (?:en ligne|bancaires?))?))?|éviter (?:toute confusion|tout malentendu|les malentendus))$/i,
);
/** What leads in behind a frame of its own. */
const DECIDED_THAT = lazy(() =>
  latin(
    String.raw`, (?:il (?:apparaît|ressort|en ressort|s[’']avère)|il (?:a été|est) (?:décidé|prévu|convenu|établi|rappelé|précisé)|(?:nous|je) (?:vous ${SAYS}|vous faisons savoir|(?:tenons|tiens|tenions) à vous ${SAY}|${IS_GLAD}vous ${SAY}|(?:souhaitons|souhaite|souhaiterions|voulons|voudrions) vous ${SAY})|(?:il (?:est important|convient|faut|est bon|est utile)(?: de)? (?:noter|savoir|rappeler|souligner|préciser))|(?:sachez|notez|veuillez noter|rappelons|merci de noter)) (?:que |qu(?=[’']))`,
  ),
);
/** "Suite à …, il a été décidé que le gymnase resterait ouvert" → "Suite à …, le gymnase restera ouvert". */
const decided: Operation = {
  id: 'lead-in',
  apply(sentence) {
    const { text } = sentence;
    const match = DECIDED_THAT().exec(text);
    // "Pour comparer les prix, sachez que" would be left with another subject.
    if (match === null) return undefined;
    const from = behindThat(text, match.index + match[0].length);
    // Only a purpose that every reader has may go whole.
    if (READERS_OWN().test(text.slice(0, match.index)))
      return STANDS_ALONE.test(text.slice(from)) && text.length - from >= LEAST_REST && !CONDITIONAL().test(text)
        ? { changes: [dropOpening(sentence, from)] }
        : undefined;
    if (/^(?:pour|afin de|en vue de|avant de|si) /i.test(text)) return undefined;
    const moods = [...text.slice(from).matchAll(CONDITIONAL())];
    if (moods.length > 1 || !STANDS_ALONE.test(text.slice(from))) return undefined;
    const future = moods.map((mood) => {
      const at = from + mood.index + (mood[1] ?? '').length;
      return { start: at, end: at + (mood[2] ?? '').length, text: mood[2] === 'rait' ? 'ra' : 'ront' };
    });
    const ands = [...text.slice(from).matchAll(AND_THAT)].map((and) => {
      const start = from + and.index;
      return { start, end: behindThat(text, start + and[0].length), text: ' et ' };
    });
    const changes = [{ start: match.index, end: from, text: ', ' }, ...future, ...ands];
    return { changes: changes.sort((a, b) => a.start - b.start) };
  },
};

/** Lead-ins, the most certain first. */
export const leadIns: readonly Operation[] = [leadIn, decided];
