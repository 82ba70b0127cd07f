// French sentences that say what the reader could do: they address the reader instead.
import { lazy } from '#base/lazy.js';
import { capital, type Change, type Operation, type WordForms } from '../wording.js';
import { imperativeOf } from './conjugation.js';
import { latin } from '../latin.js';
import { phrase } from '../phrase.js';

const CLITIC_FORMS: Readonly<Record<string, string>> = {
  nous: '-nous',
  vous: '-vous',
  le: '-le',
  la: '-la',
  les: '-les',
  lui: '-lui',
  leur: '-leur',
  y: '-y',
  en: '-en',
};
/** What the reader may do, and since when. */
const POSSIBLE = String.raw`(?:Il (?:vous )?est (?<now>désormais |maintenant |aujourd[’']hui )?(?:dès (?:à présent|maintenant) |aussi |également |toujours )?possible (?<now2>désormais |maintenant )?(?:pour vous )?d(?:e |[’'])|(?<can>Vous pouvez )(?<now3>désormais |maintenant )?(?:dès (?:à présent|maintenant) |aussi |également |d[’']ores et déjà )?|Vous avez (?<now4>désormais |maintenant )?(?:aussi |également )?la possibilité d(?:e |[’']))`;
/** Readers who are spoken of instead of spoken to. */
const PUBLIC = String.raw`(?:Les|Nos) (?:habitants|usagers|visiteurs|voyageurs|clients|riverains|administrés|citoyens|intéressés|personnes intéressées|curieux|amateurs|volontaires|participants|automobilistes|promeneurs|adhérents|lecteurs|internautes|spectateurs|familles|parents)`;
const STRONGLY = String.raw`(?:vivement |fortement |cordialement |chaleureusement |également |aussi |donc |instamment )*`;
/** What the reader is invited to do. */
const INVITED = [
  String.raw`N[’']hésitez (?:donc |surtout )?(?:pas|plus|surtout pas)(?: non plus)? à `,
  String.raw`(?:Nous|On|Je) vous ${STRONGLY}(?:invitons|invite|proposons|propose|encourageons|encourage|convions|convie|conseillons|conseille|recommandons|recommande|suggérons|suggère|incitons|engageons) ${STRONGLY}(?:à |d(?:e |[’']))`,
  String.raw`(?:(?:Nous|On|Je) vous (?:remercions|remercie|prions|prie|demandons|demande|saurions gré)(?: par avance| d[’']avance)? d(?:e |[’'])|Merci d(?:e |[’'])|Veuillez )(?:bien vouloir )?`,
  String.raw`(?:Vous êtes|${PUBLIC} sont) ${STRONGLY}(?:invités?|conviés?|priés?|encouragés?|appelés?)(?:·e·s|\(e\)s|\(e\)|es)? (?:à |d(?:e |[’']))(?:bien vouloir )?`,
  String.raw`Il est (?:instamment |vivement |fortement |expressément )?(?:demandé|conseillé|recommandé|rappelé) (?:aux|à tous les|à l[’']ensemble des) (?:habitants|usagers|visiteurs|voyageurs|clients|riverains|administrés|citoyens|automobilistes|promeneurs|adhérents|familles|parents|spectateurs|participants) d(?:e |[’'])(?:bien vouloir )?`,
  String.raw`(?:L[’']|La |Le |Les )[^.,:;!?«»]{3,40} vous (?:invite|invitent|propose|proposent|convie|convient) (?:à |d(?:e |[’']))`,
  String.raw`Il (?:vous )?suffit (?:juste |simplement |alors |donc )?d(?:e |[’'])`,
  String.raw`(?:Pour cela,? |Pour ce faire,? )?(?:Vous n[’']avez|Il ne vous reste) plus qu[’']à `,
  String.raw`Prenez (?:donc )?le temps de `,
  String.raw`Pensez (?:donc |bien |également |aussi )?à (?=(?:réserver|vous inscrire|vérifier|consulter) )`,
];
/** What is good to do: verbs of things that a reader does. */
const ADVISED = String.raw`(?:Il est (?:donc |très |aussi |également )?(?:vivement |fortement )?(?:important|essentiel|indispensable|nécessaire|primordial|impératif|conseillé|recommandé|préférable|demandé|vital|crucial)|Il convient|Il est de votre devoir) (?:pour vous )?d(?:e |[’'])(?=(?:vous )?(?:bien |toujours |régulièrement )?(?:anticiper|protéger|réserver|prévoir|préparer|signaler|éviter|trier|consulter|arroser|aérer|boire|fermer|couper|éteindre|limiter|réduire|économiser|planter|tailler|inscrire|présenter|apporter|prendre|vacciner|changer|nettoyer|contacter|appeler|déposer|remplir|envoyer|respecter|surveiller|sauvegarder|acheter|participer|soutenir|penser|isoler|assurer|entretenir|choisir|comparer|adapter|installer|soigner|privilégier|veiller|laver|déclarer|relever|contrôler|tester|vider|garder) )`;
const OPENS = lazy(() =>
  latin(
    String.raw`(?<=^(?:[^.:!?]{3,40}[ \u00a0]: |(?:Avec|Grâce à|Depuis|Sur|Dans|Pour) [^.,:;!?]{3,50}, )?)(?:${POSSIBLE}|${INVITED.join('|')}|${ADVISED})(?:(?<clitic>nous|vous|le|la|les|lui|leur|y|en) )?(?:(?<adverb>bien|toujours|régulièrement) )?(?<verb>[\p{L}]+)(?=[\s,.!])`,
  ),
);
/** What a reader is glad to be free to do: other things are only allowed, and sound like an order without "pouvez". */
const WELCOME =
  /^(?:visiter|découvrir|réserver|télécharger|consulter|emprunter|louer|essayer|participer|inscrire|rejoindre|commander|soutenir|parrainer|venir|lire|écouter|regarder|calculer|comparer|tester|estimer|trouver|retrouver|choisir|apprendre|créer|suivre|demander|goûter|déguster|acheter|adopter|rencontrer|voir|jouer|explorer|parcourir|cueillir|prendre|assister|profiter|offrir|planter|partir|cuisiner|contribuer|poster|postuler|recevoir|confier|déposer|effectuer|imprimer|utiliser|vérifier|simuler|personnaliser|fabriquer|souder|programmer|signer|voter|proposer|contacter)$/;
const GOES_ON = lazy(
  () =>
    /(?<=(?:, |\bet |; ))(?:n[’']hésitez pas à |(?:merci d(?:e |[’'])|veuillez )(?:bien vouloir )?|il (?:convient|est (?:conseillé|recommandé)) d(?:e |[’']))(?:(?<clitic>nous|vous|le|la|les|lui|leur|y|en) )?(?<verb>\p{L}+)(?=[\s,.!])/iu,
);
const NO_COMMAND =
  /^(?:être|avoir|savoir|pouvoir|devoir|vouloir|falloir|sembler|paraître|aimer|attendre|trouver|constater|perdre|réussir|arriver|voir|excuser|pardonner|accepter)$/;
/** A second infinitive behind these belongs to them: "venez découvrir et goûter". */
const LEADS_ON = /^(?:venir|aller|aider|commencer|apprendre|continuer|laisser|faire|penser|songer)$/;
/** What is said of others than the reader. */
export const OF_OTHERS = /(?:^|\s)(?:son|sa|ses|leurs?|se|soi)\s|\ss[’']/i;
const TOKEN = lazy(
  () => /(?:\b(?<and>et|ou|puis) )?(?:(?:à|de) |d[’'])?(?:(?<clitic>nous|vous|le|la|les|y|en) )?(?<word>[\p{L}]+)/giu,
);

/** The imperative of an infinitive with its pronoun behind it; undefined for a verb that has none. */
export function command(verb: string, clitic: string | undefined, forms: WordForms): string | undefined {
  const infinitive = verb.toLowerCase();
  const bent = imperativeOf(infinitive, forms);
  if (NO_COMMAND.test(infinitive) || bent === undefined) return undefined;
  return `${bent}${clitic === undefined ? '' : (CLITIC_FORMS[clitic.toLowerCase()] ?? '')}`;
}

/** Infinitives that are no verbs of their own: "à partir de". */
const FIXED = /à (?:partir|savoir|venir) $|à (?:partir|savoir|venir)$/;
const LEFT = lazy(() => /\b(?:et|ou|puis) (?:de |d[’']|à )(?:(?:nous|le|la|les|y|en) )?\p{L}+(?:er|ir|re|oir)\b/u);

/**
 * Infinitives that stand beside the first one ("postuler ou poser"), turned as well; undefined where one is left behind
 * another infinitive, of which nobody can tell to which verb it belongs.
 */
function coordinated(rest: string, at: number, forms: WordForms): Change[] | undefined {
  const changes: Change[] = [];
  let done = 0;
  for (const match of rest.matchAll(TOKEN())) {
    const { and, clitic, word = '' } = match.groups ?? {};
    if (FIXED.test(rest.slice(0, match.index + match[0].length))) continue;
    const isLed =
      and !== undefined && /(?:à|de) |d[’']/.test(match[0]) && (word.endsWith('er') || /^(?:dire|faire)$/.test(word));
    if (!isLed && !Object.hasOwn(forms.imperatives, word.toLowerCase())) continue;
    if (and === undefined) break;
    const put = command(word, clitic, forms);
    if (put === undefined) break;
    done = match.index + match[0].length;
    changes.push({ start: at + match.index, end: at + done, text: `${and} ${put}` });
  }
  return LEFT().test(rest.slice(done)) ? undefined : changes;
}

const POSSIBILITY = /^(?:il\s[^.]*possible|vous avez\s)/i;
const AND_OF = lazy(
  () => /(?<= (?:et|ou) )(?:de |d[’'])(?=(?:nous |l[ea]s? |y |en )?\p{L}+(?:er|ir|re|oir)(?!\p{L}))/giu,
);
/** "de" in front of the infinitives that stand beside the first one goes. */
const withoutOf = (clause: string, at: number): Change[] =>
  [...clause.matchAll(AND_OF())].map((match) => ({
    start: at + match.index,
    end: at + match.index + match[0].length,
    text: '',
  }));

/** What a reader has; other things are of something that was named before: "vérifier son authenticité". */
const OWN = lazy(() =>
  latin(
    String.raw`^ (son|sa|ses) (?=(?:logement|commerce|toit|habitation|maison|appartement|jardin|potager|boutique|entreprise|activité|compte|chien|chat|animal|enfants?|santé|sommeil|dos|peau|cœur|mots? de passe|données|déchets|budget|véhicule|voiture|vélo|identité|vacances|repas|alimentation|patrimoine|épargne|retraite|facture|consommation|chauffage|chaudière|ordinateur|téléphone|proches|parents|voisins|chaudière|cheminée)s?(?![\p{L}]))`,
  ),
);

/** "Il est possible de visiter" → "Visitez", "vous pouvez postuler ou partager" → "postulez ou partagez". */
const possibility: Operation = {
  id: 'imperative',
  apply({ text }, forms) {
    if (text.endsWith('?')) return undefined;
    const match = OPENS().exec(text) ?? GOES_ON().exec(text);
    const { clitic, adverb, verb = '' } = match?.groups ?? {};
    if (match === null) return undefined;
    const end = match.index + match[0].length;
    const rest = text.slice(end);
    const clause = /^[^.:;!?]*/.exec(rest)?.[0] ?? '';
    // "Vous pouvez vous demander" is no question to ask.
    if (clitic === 'vous' && verb === 'demander') return undefined;
    // A command alone says nothing: "Partagez."
    if (!/^,? [\p{L}\d«]/u.test(rest)) return undefined;
    const isAdvice = /^il (?:est (?!.*possible)|convient)/i.test(match[0]);
    if (isAdvice && /\son\s/.test(clause)) return undefined;
    // "Il est essentiel de protéger son commerce": everybody's own is the reader's.
    const own = isAdvice && match.index === 0 ? OWN().exec(rest)?.[1] : undefined;
    // "ne pas", "son": what is denied, or is said of others, is no command to the reader.
    if (
      OF_OTHERS.test(own === undefined ? clause : clause.slice(own.length + 1)) ||
      /\bn[e’'][^.]*\b(?:pas|plus)\b/.test(clause)
    )
      return undefined;
    const { can, now = '', now2 = '', now3 = '', now4 = '' } = match.groups ?? {};
    const since = `${now}${now2}${now3}${now4}`;
    const isPossible = can !== undefined || since !== '' || POSSIBILITY.test(match[0]);
    const isOffered = isPossible && (since !== '' || !WELCOME.test(verb.toLowerCase()) || /\bou\b/.test(clause));
    if (isOffered) {
      // What is new, allowed, or one thing or another stays a possibility.
      if (can !== undefined || NO_COMMAND.test(verb.toLowerCase())) return undefined;
      const open = `vous pouvez ${since}${clitic === undefined ? '' : `${clitic} `}${adverb === undefined ? '' : `${adverb} `}${verb}`;
      return {
        changes: [
          { start: match.index, end, text: match.index === 0 ? capital(open) : open },
          ...withoutOf(clause, end),
        ],
      };
    }
    const bent = command(verb, clitic, forms);
    if (bent === undefined) return undefined;
    const put = adverb === undefined ? bent : `${bent} ${adverb}`;
    const written = match.index === 0 ? capital(put) : put;
    const changes =
      own === undefined
        ? [{ start: match.index, end, text: written }]
        : [{ start: match.index, end: end + own.length + 1, text: `${written} ${own === 'ses' ? 'vos' : 'votre'}` }];
    // "Il ne vous reste plus qu’à" denies nothing.
    const denies = /^(?:vous n|il ne)/i.test(match[0]) ? ({ dropsNegation: true } as const) : {};
    if (LEADS_ON.test(verb.toLowerCase())) return LEFT().test(clause) ? undefined : { changes, ...denies };
    const others = coordinated(clause, end, forms);
    return others === undefined ? undefined : { changes: [...changes, ...others], ...denies };
  },
};

const COMMANDS: Readonly<Record<string, string>> = {
  réservé: 'Réservez',
  téléchargé: 'Téléchargez',
  déposé: 'Déposez',
  commandé: 'Commandez',
  emprunté: 'Empruntez',
  consulté: 'Consultez',
  acheté: 'Achetez',
  visité: 'Visitez',
  demandé: 'Demandez',
  envoyé: 'Envoyez',
  adressé: 'Adressez',
  loué: 'Louez',
  essayé: 'Essayez',
  retiré: 'Retirez',
  apporté: 'Apportez',
  rapporté: 'Rapportez',
  signalé: 'Signalez',
  récupéré: 'Récupérez',
  visionné: 'Visionnez',
  découvert: 'Découvrez',
  écouté: 'Écoutez',
  réécouté: 'Réécoutez',
  regardé: 'Regardez',
  lu: 'Lisez',
  retourné: 'Retournez',
  renvoyé: 'Renvoyez',
  imprimé: 'Imprimez',
  rempli: 'Remplissez',
  posté: 'Postez',
  soutenu: 'Soutenez',
  parrainé: 'Parrainez',
};
/** What the reader hands over or books is the reader's. */
const YOURS = /^(?:Réservez|Déposez|Envoyez|Adressez|Apportez|Rapportez|Retournez|Renvoyez|Postez)$/;
/** What one reader hands over is one: "votre demande". */
const ONE: readonly (readonly [RegExp, string])[] = [
  [/^dossiers(?= |$)/i, 'votre dossier'],
  [/^demandes(?= |$)/i, 'votre demande'],
  [/^candidatures(?= |$)/i, 'votre candidature'],
  [/^projets(?= |$)/i, 'votre projet'],
  [/^inscriptions(?= |$)/i, 'votre inscription'],
];
const CAN_BE = lazy(() =>
  latin(
    String.raw`^(?<article>Les |Des |Le |La |L[’']|Vos |Votre |Nos |Notre )(?<noun>(?!.*\bqui\b)[^.,:;!?]{3,50}?) (?:(?:peut|peuvent|pourra|pourront|doit|doivent|devra|devront) (?:désormais |aussi |également |maintenant |dès à présent |impérativement )?être|(?:sont|est) (?:désormais |maintenant )?à(?= (?:retirer|déposer|envoyer|adresser|retourner|réserver|commander) )) (?<participle>retirer|déposer|envoyer|adresser|retourner|réserver|commander|${Object.keys(COMMANDS).join('|')})e?s?(?=[\s.,!])`,
  ),
);

const FOR_OTHERS = lazy(() =>
  latin(
    String.raw`^ (?:à|au|aux) (?!l[’'](?:accueil|avance|office|hôtel)|la (?:billetterie|caisse|mairie|boutique|gare|médiathèque|bibliothèque)|guichet|partir|tarif|\d)`,
  ),
);
const NOT_CARRIED = lazy(() =>
  latin(
    String.raw`^Des |modification|changement|précision|réponse|solution|aide|soutien|soin|correction|contribution|preuve|attention`,
  ),
);
/** "Les billets peuvent être réservés en ligne" → "Réservez vos billets en ligne". */
const passive: Operation = {
  id: 'imperative',
  apply({ text }) {
    const match = CAN_BE().exec(text);
    const { article = '', noun = '', participle = '' } = match?.groups ?? {};
    const put = COMMANDS[participle.toLowerCase().replace(/er$/, 'é')];
    if (match === null || put === undefined) return undefined;
    // What is reserved for somebody is nothing to book.
    if (put === 'Réservez' && FOR_OTHERS().test(text.slice(match[0].length))) return undefined;
    // "Des modifications peuvent être apportées" is of nothing to carry.
    if (put === 'Apportez' && NOT_CARRIED().test(`${article}${noun}`)) return undefined;
    const rest = text.slice(match[0].length);
    // "jusqu’au 31 mars" and "même incomplets" are of what is handed over, by many.
    if (/^[^.]*\b(?:par(?! (?:téléphone|mail|courriel|e-mail|internet|courrier|SMS))|même si|et|mais)\b/i.test(rest))
      return undefined;
    const one = YOURS.test(put) && /^l[ea]s /i.test(article) ? ONE.find(([many]) => many.test(noun)) : undefined;
    if (one !== undefined) {
      // "Déposez votre inscription": nobody says so, and "même incomplets" was said of many.
      if (/inscription/.test(one[1]) || /\b(?:complets|incomplets|signés|signées|complètes|incomplètes)\b/.test(rest))
        return undefined;
      return { changes: [{ start: 0, end: match[0].length, text: `${put} ${noun.replace(one[0], one[1])}` }] };
    }
    const mine = /^les /i.test(article) && YOURS.test(put) ? 'vos ' : article.toLowerCase();
    return { changes: [{ start: 0, end: match[0].length, text: `${put} ${mine}${noun}` }] };
  },
};

/** Operations that address the reader in French. */
export const address: readonly Operation[] = [
  possibility,
  passive,
  // "Les élèves ont fait un journal, il est possible de le lire en ligne" → "… un journal. Lisez-le en ligne".
  phrase(
    'imperative',
    String.raw`(?<=^(?:Les |La |Le |L[’']|Nos |Notre |Nous |On |Mes |Mon |Ma )(?:[^.:;!?]{1,60} )?(?:a|ont|avons|est|sont|sommes) [^.:;!?]{15,120}), (?:il est (?:désormais |maintenant |aussi )?possible de|vous pouvez(?: désormais| maintenant| aussi)?) (?<it>l[ea]s?) (?<verb>\p{L}+(?:er|ir|re))(?= (?:en ligne|gratuitement|sur|dans|dès|à)(?:[\s:.]|$)| ?[:.!]|$)`,
    ({ it = '', verb = '' }, _, forms) => {
      const put = command(verb.toLowerCase(), undefined, forms);
      return put === undefined ? undefined : `. ${capital(put)}-${it}`;
    },
  ),
];
