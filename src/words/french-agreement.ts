// Agreement of French where it is sure: number between small words and the noun right behind them, subjects that open a
// sentence.
import { wordSet } from '#base/word-set.js';
import { has, isLower, isNextTo, spanOf, type Disagreement, type Place } from './english-agreement.js';
import type { Token } from './tokens.js';
import { WORD_CLASS } from './word-list.js';

const FRENCH = {
  /** Numbers that go on in "et un". */
  tens: wordSet('vingt trente quarante cinquante soixante cent cents mille'),
  plural: wordSet('les des ces mes tes ses nos vos leurs aux plusieurs quelques'),
  singular: wordSet('un une ce cet cette chaque ma ta sa mon ton son notre votre'),
  numbers: wordSet(
    'deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante cent',
  ),
  counted: wordSet(
    'heure jour semaine mois an année minute seconde personne euro mètre point place kilo litre page enfant ville ligne fois atelier livre voie question idée conseil étape carte photo recette commune panier concert visite nuit table kilomètre',
  ),
  /** Behind these, a number counts what follows; behind a noun it may be its own: "tome 2 édition", "samedi 12 concert". */
  beforeNumber: wordSet(
    'les des nos vos ces mes reste restent avec sur dans en pour après depuis par ont avons encore sont seulement déjà que propose proposent proposons organise organisent organisons offre offrent offrons accueille accueillent accueillons compte comptent comptons cherche cherchons recrute recrutons recherche recherchons vend vendons ouvre ouvrons parmi entre',
  ),
  /** Not to be taken for a noun behind an article: their plural is another matter. */
  invariable: wordSet(
    'mille cent vingt tout toute même autre demi plus moins trop mieux bien fort haut bas net plein grand fait sud nord est ouest marron orange vert bleu gris noir blanc rouge rose or azur crème marine kaki mi dit dite lundi mardi mercredi jeudi vendredi samedi dimanche soir matin midi janvier février mars avril mai juin juillet août septembre octobre novembre décembre web pop rock bio sexy open standard maximum minimum surprise clé clef type phare record modèle pilote test express limite image vidéo audio jeu un deux trois quatre cinq',
  ),
  are: wordSet('sont étaient seront restent semblent deviennent furent'),
  is: wordSet('est était sera reste semble devient fut'),
  singularVerbs: wordSet(
    'a est était sera va peut doit reste fait contient devient permet propose ouvre ferme commence attend revient vient prend met vend offre',
  ),
  pluralVerbs: wordSet(
    'sont ont seront vont peuvent doivent restent font contiennent deviennent étaient permettent proposent ouvrent ferment commencent attendent reviennent viennent prennent',
  ),
  opensPlural: wordSet('les nos vos ces mes tes ses des'),
  opensSingular: wordSet("le la l' un une ce cet cette notre votre mon ma son sa"),
  /** "La plupart des gens sont": the verb may follow the complement. */
  collectives: wordSet(
    'plupart majorité moitié tiers quart centaine dizaine douzaine vingtaine trentaine quinzaine millier million milliard nombre série foule ensemble groupe partie poignée multitude totalité reste infinité minorité quantité équipe couple troupe bande tas paire',
  ),
  adjectivesBefore: wordSet(
    'nouveau nouvelle ancien ancienne petit petite grand grande bon bonne beau belle premier première dernier dernière prochain prochaine',
  ),
};

const { noun, adjective, plural, verb, name, plain } = WORD_CLASS;

/** A form that can only be the singular of a noun or an adjective. */
const isSingularOnly = ({ list }: Place, token: Token): boolean => {
  const classes = list.lookUp(token.word);
  const isNominal = has(classes, noun | adjective);
  return (
    isNominal &&
    !has(classes, verb | plural | name | plain) &&
    !FRENCH.invariable.has(token.word) &&
    !/[sxz]$/.test(token.word)
  );
};
const isPluralOnly = ({ list }: Place, token: Token): boolean => {
  const classes = list.lookUp(token.word);
  return has(classes, plural) && !has(classes, noun | adjective | verb | name | plain);
};
const isPluralForm = ({ list }: Place, token: Token | undefined): boolean =>
  token !== undefined && (has(list.lookUp(token.word), plural) || /[sxz]$/.test(token.word));

function pluralOf({ list }: Place, word: string): string | undefined {
  const forms = [`${word}s`, `${word}x`, word.endsWith('al') ? `${word.slice(0, -2)}aux` : ''];
  return forms.find((form) => form !== '' && has(list.lookUp(form), plural));
}
/** Nouns in the plural by which what is said of them is feminine, where their ending does not show it. */
const FEMININE = wordSet(
  'places portes séances visites salles photos vidéos équipes dates infos recettes soirées écoles boutiques routes rues commandes personnes balades randonnées listes règles aides primes bourses fêtes plages pistes lignes voies cartes tables chambres maisons fenêtres filles femmes mères élections préventes ventes offres annonces demandes réponses questions',
);
const isFeminine = (word: string): boolean =>
  FEMININE.has(word) || /(?:[ts]ions|ités|tures|ances|ences|esses|ettes|nées|rées|eries)$/.test(word);
const feminineOf = ({ list }: Place, word: string): string | undefined =>
  has(list.lookUp(`${word}es`), plural) ? `${word}es` : undefined;
const singularOf = ({ list }: Place, word: string): string | undefined =>
  [word.slice(0, -1), word.endsWith('aux') ? `${word.slice(0, -3)}al` : ''].find(
    (form) => form !== '' && has(list.lookUp(form), noun | adjective),
  );

/** What does not agree in a French text. */
export function frenchDisagreements(place: Place): Disagreement[] {
  const { text, tokens } = place;
  const found: Disagreement[] = [];
  tokens.forEach((token, index) => {
    const [next, third] = [tokens[index + 1], tokens[index + 2]];
    const { word } = token;
    if (word === "c'" && next?.word === 'est' && third !== undefined && /^(?:les|ces|mes|nos|vos)$/.test(third.word)) {
      const meant = `${token.text.startsWith('C') ? 'Ce' : 'ce'} sont ${third.text}`;
      if (isPluralForm(place, tokens[index + 3])) found.push({ span: spanOf(token, third), meant });
    }
    if (next === undefined || !isNextTo(place, index)) return;
    const before = tokens[index - 1];
    const number = /^\d{1,3}$/.test(word) ? Number(word) : FRENCH.numbers.has(word) ? 2 : 0;
    const isDetermined = before !== undefined && isNextTo(place, index - 1) && FRENCH.plural.has(before.word);
    const isCounting =
      /^\d/.test(word) &&
      (before === undefined
        ? !/\d/.test(text.slice(0, token.span.start))
        : isNextTo(place, index - 1) && FRENCH.beforeNumber.has(before.word)) &&
      (third === undefined || !/^\d/.test(third.word));
    const counts =
      number >= 2 &&
      ((FRENCH.counted.has(next.word) && !DAY.test(before?.word ?? '')) ||
        isDetermined ||
        (isCounting && has(place.list.lookUp(next.word), noun)));
    const afterPlural =
      FRENCH.plural.has(word) &&
      !(
        before !== undefined &&
        isNextTo(place, index - 1) &&
        /^(?:je|tu|il|elle|on|nous|vous|ils|elles|qui|ne|se|de|à|pour|sans)$/.test(before.word)
      );
    if ((afterPlural || counts) && isLower(next) && isSingularOnly(place, next)) {
      // "les quatre coins", "des grand-mères": what stands between is no noun.
      const meant = pluralOf(place, next.word);
      if (meant !== undefined && !isPartOfMore(text, next))
        found.push({ span: spanOf(token, next), meant: `${token.text} ${meant}` });
    }
    if (word === 'tout' && next.word === 'les' && third !== undefined && isNextTo(place, index + 1) && isLower(third)) {
      const days = toDays(place, index + 2);
      if (days !== undefined) {
        found.push({
          span: spanOf(token, days.last),
          meant: `${token.text === 'Tout' ? 'Tous' : 'tous'} les ${days.put}`,
        });
        return;
      }
      const meant = isSingularOnly(place, third) ? pluralOf(place, third.word) : third.word;
      if (meant !== undefined && has(place.list.lookUp(meant), plural) && !has(place.list.lookUp(third.word), verb)) {
        const written = `${token.text === 'Tout' ? 'Tous' : 'tous'} les ${meant}`;
        found.push({ span: spanOf(token, third), meant: written });
      }
    }
    const days = /^(?:les|des|ces|nos|vos)$/.test(word) ? toDays(place, index + 1) : undefined;
    // "les mardi et jeudi" may be one of each in the week, and "les lundi 3 et mardi 4" are dates.
    if (days !== undefined && before?.word !== 'tout' && !isListed(place, index + 1)) {
      const first = before?.word === 'tous' && isNextTo(place, index - 1) ? before : token;
      found.push({
        span: spanOf(first, days.last),
        meant: `${text.slice(first.span.start, token.span.end)} ${days.put}`,
      });
    }
    // "vingt et un arbres" are twenty-one.
    const isEndOfNumber = before?.word === 'et' && FRENCH.tens.has(tokens[index - 2]?.word ?? '');
    if (FRENCH.singular.has(word) && !isEndOfNumber && isLower(next) && isPluralOnly(place, next)) {
      const meant = singularOf(place, next.word);
      if (meant !== undefined) found.push({ span: spanOf(token, next), meant: `${token.text} ${meant}` });
    }
    if (FRENCH.adjectivesBefore.has(word) && isLower(next) && isPluralOnly(place, next) && isDetermined) {
      const meant = pluralOf(place, word);
      if (meant !== undefined) found.push({ span: spanOf(token, next), meant: `${meant} ${next.text}` });
    }
    // "sont ouverte", "est ouvertes": an adjective alone, with nothing behind it.
    const classes = place.list.lookUp(next.word);
    if (
      FRENCH.are.has(word) &&
      isLower(next) &&
      has(classes, adjective) &&
      isSingularOnly(place, next) &&
      !/^(?:on|nous)$/.test(before?.word ?? '')
    ) {
      const meant =
        (isFeminine(before?.word ?? '') ? feminineOf(place, next.word) : undefined) ?? pluralOf(place, next.word);
      if (meant !== undefined) found.push({ span: spanOf(token, next), meant: `${token.text} ${meant}` });
    }
    if (
      FRENCH.is.has(word) &&
      isLower(next) &&
      isPluralOnly(place, next) &&
      // "Il reste quelques places": what is left comes behind its verb.
      !FRENCH.plural.has(next.word) &&
      /(?:ée|te|se|ie|ue|le)s$/.test(next.word) &&
      !/^(?:on|nous|vous|ce|c')$/.test(before?.word ?? '')
    ) {
      found.push({ span: spanOf(token, next) });
    }
    // "12 voies nouvelle": the adjective right behind a noun that is counted.
    const countsNoun = number >= 2 || FRENCH.plural.has(word);
    // "une formation de 2 jours intitulée": the adjective is of the noun in front of "de".
    const isComplement = /^(?:de|d')$/.test(before?.word ?? '');
    if (
      countsNoun &&
      !isComplement &&
      third !== undefined &&
      isNextTo(place, index + 1) &&
      isLower(next) &&
      isLower(third)
    ) {
      const isNoun = has(classes, plural) && !has(classes, verb | plain | name);
      const behind = place.list.lookUp(third.word);
      if (
        isNoun &&
        has(behind, adjective) &&
        !has(behind, noun) &&
        isSingularOnly(place, third) &&
        !isPartOfMore(text, third)
      ) {
        const meant = pluralOf(place, third.word);
        if (meant !== undefined)
          found.push({ span: spanOf(token, third), meant: `${token.text} ${next.text} ${meant}` });
      }
    }
    if (isSentenceStart(place, index)) found.push(...frenchSubject(place, index));
  });
  return found;
}

const DAY = /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)$/;
const PART_OF_DAY = /^(?:matin|midi|soir)$/;

/** A weekday in the singular with a part of the day behind it ("mardi soir"), in the plural; undefined for other words. */
function toDays(place: Place, index: number): { readonly last: Token; readonly put: string } | undefined {
  const { tokens } = place;
  const day = tokens[index];
  if (day === undefined || !DAY.test(day.word)) return undefined;
  const next = isNextTo(place, index) ? tokens[index + 1] : undefined;
  // The part of the day stays in the singular: it is that of the day.
  if (next !== undefined && PART_OF_DAY.test(next.word)) return { last: next, put: `${day.text}s ${next.text}` };
  return { last: day, put: `${day.text}s` };
}

/** Whether another weekday or a figure follows one: "les mardi et jeudi", "les lundi 3 et mardi 4". */
const isListed = ({ text, tokens }: Place, index: number): boolean => {
  const day = tokens[index];
  return (
    day !== undefined &&
    /^(?:[ \u00a0\u202f]+\d|(?:,| et| ou| au)[ \u00a0\u202f]+(?:le |les )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))/.test(
      text.slice(day.span.end, day.span.end + 20),
    )
  );
};

const isSentenceStart = ({ text, tokens }: Place, index: number): boolean =>
  index === 0 ||
  /[.!?:;,…\n]|\s(?:mais|et|car)\s*$/.test(text.slice(tokens[index - 1]?.span.end ?? 0, tokens[index]?.span.start));

/** What a hyphen, an inclusive sign or an apostrophe goes on. */
const isPartOfMore = (text: string, token: Token): boolean =>
  /^(?:[-·•(/'’.][A-Za-zÀ-ÿŒœ]|\(e)/.test(text.slice(token.span.end, token.span.end + 2));

/** A subject that opens a sentence and a verb of the other number right behind it. */
function frenchSubject(place: Place, start: number): Disagreement[] {
  const { tokens, list } = place;
  const opening = tokens[start];
  if (opening === undefined) return [];
  const isPlural = FRENCH.opensPlural.has(opening.word);
  if (!isPlural && !FRENCH.opensSingular.has(opening.word)) return [];
  let index = start + 1;
  const head = tokens[index];
  const isAt = (at: number): boolean =>
    at === start + 1 ? opening.word.endsWith("'") || isNextTo(place, start) : isNextTo(place, at - 1);
  if (head === undefined || !isAt(index) || !isLower(head)) return [];
  if (isPlural) {
    // Up to three words in the plural, then a verb in the singular.
    while (index - start <= 3 && isAt(index) && isLower(tokens[index]) && isPluralForm(place, tokens[index]))
      index += 1;
    const verbToken = tokens[index];
    const last = tokens[index - 1];
    if (verbToken === undefined || last === undefined || index === start + 1 || !isAt(index)) return [];
    if (!FRENCH.singularVerbs.has(verbToken.word) || last.word === 'ce') return [];
    return [{ span: spanOf(index > start + 2 ? head : last, verbToken) }];
  }
  if (!has(list.lookUp(head.word), noun | adjective) || FRENCH.collectives.has(head.word) || /[sx]$/.test(head.word))
    return [];
  index += 1;
  // A complement: "le téléski des Marmottes restent".
  if (isAt(index) && /^(?:de|des|du|d')$/.test(tokens[index]?.word ?? '')) index += 2;
  const verbToken = tokens[index];
  if (verbToken === undefined || !isNextTo(place, index - 1)) return [];
  return FRENCH.pluralVerbs.has(verbToken.word) ? [{ span: spanOf(opening, verbToken) }] : [];
}
