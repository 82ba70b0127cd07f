// French turns of phrase around a noun or a verb, in fewer words.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { phrase } from '../phrase.js';
import { dropOpening, type Operation } from '../wording.js';
import { presentOf } from './conjugation.js';

const RETURNS = lazy(() =>
  latin(
    String.raw`^(?:(?:nous nous permettons|je me permets) de (?:revenir vers vous|vous (?:recontacter|relancer|solliciter|contacter|écrire))|(?:nous revenons|je reviens) vers vous) (?:(?:de nouveau|à nouveau|aujourd[’']hui) )?(?:concernant|au sujet (?:de |d[’'])|à propos (?:de |d[’'])|pour|sur) (?=(?:l[ea]s? |l[’']|notre |nos )[^.:;!?]{3,90} ?:)`,
  ),
);
/** "Nous nous permettons de revenir vers vous concernant la vente : il manque 6 personnes" → "La vente : il manque 6 personnes". */
const returns: Operation = {
  id: 'lead-in',
  apply(sentence) {
    const match = RETURNS().exec(sentence.text);
    return match === null ? undefined : { changes: [dropOpening(sentence, match[0].length)] };
  },
};

/** Houses and offers that open. */
const HOUSE = String.raw`(?:exposition|expo|musée|magasin|boutique|médiathèque|bibliothèque|ludothèque|piscine|patinoire|crèche|école|collège|restaurant|café|salle|parc|jardin|station|guichet|marché|halle|ferme|gîte|camping|billetterie|librairie|cabinet|centre|pont|tunnel|piste|saison|épicerie|refuge|gare|festival|buvette|recyclerie|ressourcerie|déchèterie|maison|galerie|atelier|espace|site|ligne)`;
const WHEN = String.raw`(?:ce (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir|week-end)|(?:le |dès le |à partir du |du |dès )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|(?:le|du|dès le|à partir du) \d{1,2}(?:er)?|demain|aujourd[’']hui|en (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre))`;
const ARTICLE: Readonly<Record<string, string>> = { 'de la ': 'La ', 'du ': 'Le ' };
const OPENING = lazy(() =>
  latin(
    String.raw`^(?<re>Ré)?ouverture (?:au public |officielle |prochaine |tant attendue )*(?<of>de la |du |de l[’'])(?<what>(?:nouvelle |nouveau |nouvel |grande |petite )?${HOUSE}(?: [^.,:;!?]{2,70}?)?) (?=${WHEN}(?![\p{L}]))`,
  ),
);
/** "Ouverture au public de l’exposition « Verre » ce samedi" → "L’exposition « Verre » ouvre ce samedi". */
const opens: Operation = {
  id: 'announcement',
  apply({ text }) {
    const match = OPENING().exec(text);
    const { re = '', of = '', what = '' } = match?.groups ?? {};
    if (match === null || / (?:qui|que|dont|où|est|sont|a|ont|sera|aura) /.test(` ${what} `)) return undefined;
    const end = match[0].length;
    // A title within stays untouched.
    return {
      changes: [
        { start: 0, end: end - what.length - 1, text: ARTICLE[of.toLowerCase()] ?? 'L’' },
        { start: end, end, text: re === '' ? 'ouvre ' : 'rouvre ' },
      ],
    };
  },
};

/** Turns of phrase. */
export const turns: readonly Operation[] = [
  returns,
  opens,
  // "ce sont 48 200 € qui ont été récoltés" → "48 200 € ont été récoltés".
  phrase(
    'plain-words',
    String.raw`(?<=^|, )(?:ce sont|c[’']est) (?:donc |ainsi |au total |pas moins de )?(?<what>(?:près de |plus de |environ )?\d[\d ]*(?:€|[kM]€|%)) qui (?=(?:ont|avaient|auront|sont|seront|étaient) )`,
    '$<what> ',
    { unless: () => / (?:pas|plus|non|seulement) (?:\d|l[ea]s? )/ },
  ),
  // "via la mise en place d’une enveloppe" → "via une enveloppe".
  phrase(
    'plain-words',
    String.raw`(?<=(?<![\p{L}])(?:via|avec|par) )la (?:mise en place|mise en œuvre|création) d[’'](?=une? )`,
    '',
    { only: () => /(?:via|avec|par) la (?:mise en place|mise en œuvre) / },
  ),
  phrase('plain-words', String.raw`(?<=(?<![\p{L}])grâce )à la (?:mise en place|mise en œuvre) d[’'](?=une? )`, 'à '),
  // "débutants acceptés, il n’est pas nécessaire de savoir lire" → "débutants acceptés, inutile de savoir lire".
  phrase(
    'plain-words',
    String.raw`(?<open>^|, |: |; )il n[’']est (?:pas|plus) (?:nécessaire|utile|obligatoire|besoin) (?<of>de |d[’'])(?=(?:l[ea]s? |l[’']|y |en |vous |s[’'])?\p{L}+(?:er|ir|re|oir)(?![\p{L}]))`,
    ({ open = '', of = '' }, { text }) =>
      /n[’']est (?:plus|pas obligatoire)/i.test(text) ? undefined : `${open}inutile ${of}`,
    { dropsNegation: true },
  ),
  // "…, ce qui constitue une première depuis 1911" → "…, une première depuis 1911".
  phrase(
    'plain-words',
    String.raw`(?<=[\p{L}\d]), ce qui (?:constitue|représente|est) (?=une (?:première|grande première|petite révolution|belle performance) ?)`,
    ', ',
  ),
  // "La bibliothèque a décidé de prolonger l’exposition" → "La bibliothèque prolonge l’exposition".
  phrase(
    'plain-words',
    String.raw`(?<=^(?:La|Le|L[’']|Les|Notre|Nos|Nous) ?(?:[^.,:;!?«»]{3,50} )?)(?<have>a|ont|avons) (?:donc |ainsi |finalement )?décidé (?:de |d[’'])(?<verb>prolonger|reporter|reconduire|offrir|ouvrir|proposer|organiser|lancer|accueillir|publier|installer|créer|rénover)(?= (?:l[ea]s? |l[’']|une? |des |notre |nos |son |sa |ses |\d))`,
    ({ have = '', verb = '' }) => {
      const person = { a: 1, avons: 2, ont: 3 }[have.toLowerCase()];
      return person === undefined ? undefined : presentOf(verb.toLowerCase())?.[person];
    },
    { unless: () => /(?<![\p{L}])(?:ne|n|pas|si|et|mais|puis)[ ’']/iu },
  ),
  // "sur Switch ainsi que sur PC" → "sur Switch et sur PC".
  phrase(
    'plain-words',
    String.raw`(?<![\p{L}’'-])(?<prep>sur|à|au|en|dans|pour|avec|par|chez|aux) (?<one>[^\s.,:;!?]+(?: [^\s.,:;!?]+)?) ainsi qu(?:e |[’'])\k<prep>(?= )`,
    '$<prep> $<one> et $<prep>',
  ),
  phrase(
    'plain-words',
    String.raw`(?<=(?:est|sont|sera|seront) (?:présentée?s?|exposée?s?)) (?:aux visiteurs|à nos visiteurs)(?= ?[.!]|$)`,
    '',
  ),
];
