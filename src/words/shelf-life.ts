import { lazy } from '#base/lazy.js';

/** How long a post stays true, by its words. */
export interface ShelfLife {
  /** What ties the text to its day, as it stands there; undefined when nothing seen does. */
  readonly passing: string | undefined;
  /** What promises a page that lasts; undefined when nothing does. */
  readonly lasting: string | undefined;
}

/** By these a post shows that it is tied to its day: events, news and thanks, which are over soon. In English, then in French; `*` stands for any ending. */
const PASSING_PHRASES = `
today, tomorrow, yesterday, tonight, this week*, this month, next week*, last night, live, monday,
tuesday, wednesday, thursday, friday, saturday, sunday, january, february, april, june, july, august,
september, october, november, december, in march, in may, summer, this winter, this spring,
christmas, halloween, easter, black friday, brexit, election*, primaries, announc*, launch*, unveil*,
just released, is out, now available, breaking, is here, acquires, acquired, raises, hires, joins,
appoint*, new record, has died, rip, resign*, latest, conference, meetup, webinar, hackathon, summit,
workshop, keynote, register, sign up, tickets, award*, winner*, congrat*, thank you, thanks to,
great to see, join us, see you, meet us, hiring, job, jobs, vacancy, internship, apply, call for,
deadline, survey, vote, contest, of the week, of the month, of the year, of the day, weekly, daily,
roundup, round-up, recap,

aujourd'hui, demain, hier, ce soir, ce matin, ce midi, cette semaine, ce week-end, ce mois*, été 20*,
lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, en mars, en mai, noël, pâques, janvier,
février, avril, juin, juillet, août, septembre, octobre, novembre, décembre, rentrée, élection*,
présidentielle*, primaire*, euro 2016, jeux olympiques, mondial, lance, lancent, lancement, lancé*,
annonc*, dévoil*, vient de, viennent de, est en ligne, nouveau portail, nouvelle interface,
fait peau neuve, inaugur*, ouvre ses portes, promulgu*, adopté*, va imposer, attendra, rachète,
rachat, lève, recrut*, nommé*, se fédèrent, se confirme, récompensé*, trophée*, prix, lauréat*,
gagn*, bravo, félicitations, merci, remerci*, fier*, meetup*, conférence*, salon, hackathon*,
webinaire*, webinar*, apéro*, afterwork, matinale, atelier*, journée*, soirée*, rencontre*, festival,
édition, rendez-vous, rdv, inscri*, places, en direct, live, livetweet*, retour sur, retour en,
participants, présent*, nous serons, retrouvez-nous, rejoignez-nous, venez, offre d'emploi, emploi*,
stage, appel à, candidat*, concours, votre avis, sondage, votez, notre équipe, l'équipe, barre des,
de la semaine, du mois, de l'année, du jour, de lundi, cette année, bientôt, prochain*,
dernière minute, prévi*, météo, grève
`
  .trim()
  .split(/,\s+/);

/**
 * By these it promises what is looked for again later. In English, then in French; `*` stands for any ending. A lone
 * "how", "why", "comment" or "pourquoi" opens news as often as explanations, so it promises nothing.
 */
const LASTING_PHRASES = `
guide*, how to, what is, what are, tutorial*, introduction, intro to, 101,
cheat sheet*, cheatsheet*, checklist*, handbook, primer, explained, explainer, for beginners, tips,
tricks, lessons, mistakes, examples, resources, tools, books, principles, algorithms, curated list,
gallery, library, course*, learn to, learning path, best practices, step by step, difference,
differences, vs, versus, myths, ways to, reasons, template*, understanding, faq,

guide*, comment ça marche, comment fonctionne, qu'est-ce, c'est quoi, tuto*, introduction, initiation, découvrir,
découvrez, débutant*, mode d’emploi, mode d'emploi, expliqué*, comprendre, apprendre, conseils,
astuces, bonnes pratiques, règles, commandements, erreurs, outils, livres, ressources, méthode*,
fiche*, mémo, dossier, infographie, cartographie, carte, panorama, liste, exemples, métiers,
différence*, définition*, les bases, livre blanc, bien choisir, choisir, choisissez, cours,
formations, glossaire, tour d'horizon, étapes, modèle*, algorithme*, en chiffres
`
  .trim()
  .split(/,\s+/);

const WORDS = lazy(() => /[\p{L}\p{N}_]+/gu);

interface Phrase {
  readonly words: readonly string[];
  /** Whether its last word may have any ending. */
  readonly isOpen: boolean;
}

/** Phrases by their first word; those of one word with any ending apart. */
interface PhraseIndex {
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>;
  readonly beginnings: readonly string[];
}

const wordsOf = (text: string): string[] => [...text.matchAll(WORDS())].map(([word]) => word);

/** A look-up of words: one expression of hundreds of phrases takes milliseconds a text. */
function buildIndex(phrases: readonly string[]): PhraseIndex {
  const byFirst = new Map<string, Phrase[]>();
  const beginnings: string[] = [];
  for (const text of phrases) {
    const isOpen = text.endsWith('*');
    const words = wordsOf(text.toLowerCase().replaceAll('’', "'"));
    const [first = ''] = words;
    if (isOpen && words.length === 1) beginnings.push(first);
    else byFirst.set(first, [...(byFirst.get(first) ?? []), { words, isOpen }]);
  }
  return { byFirst, beginnings };
}

// An account may write in several languages, so all are looked for.
const PASSING = lazy(() => buildIndex(PASSING_PHRASES));
const LASTING = lazy(() => buildIndex(LASTING_PHRASES));

interface PlacedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The first phrase in a text, as it stands there; of several at one place the longest. */
function findPhrase(
  text: string,
  placed: readonly PlacedWord[],
  { byFirst, beginnings }: PhraseIndex,
): string | undefined {
  for (const [i, { word, start, end }] of placed.entries()) {
    const fits = (byFirst.get(word) ?? [])
      .filter(({ words, isOpen }) =>
        words.every((each, k) => {
          const there = placed[i + k]?.word;
          return isOpen && k === words.length - 1 ? there?.startsWith(each) : there === each;
        }),
      )
      .sort((one, other) => other.words.length - one.words.length);
    const [longest] = fits;
    if (longest !== undefined) return text.slice(start, placed[i + longest.words.length - 1]?.end ?? end);
    if (beginnings.some((beginning) => word.startsWith(beginning))) return text.slice(start, end);
  }
  return undefined;
}

const LINKS = /https?:\/\/\S+/g;
/** A tag of an event: `#Summit26`, `#Fair2026`. */
const EVENT_TAG = lazy(() => /#\p{L}+(?:20)?[1-3]\d\b/u);
const YEAR = lazy(() => /(?<![\p{L}\p{N}.,#])20\d\d(?![\p{L}\p{N}])/gu);
/** A day with its month in figures: `7/12`. */
const DAY_AND_MONTH = /(?<![\d/])(?:0?[1-9]|[12]\d|3[01])[/](?:0?[1-9]|1[0-2])(?![\d/])/;
const COUNTED_LIST = lazy(() => /(?<![\p{L}\p{N}#])(?:[3-9]|[1-9]\d)\s+\p{L}{3,}/u);

/**
 * Judges whether a text is tied to the day it was written on: words of time, events, news and thanks, tags of events and
 * past years. Cheap and crude: it is to keep what may be stale out of a proposal, not to judge a draft.
 * @param now ms UTC.
 */
export function judgeShelfLife(text: string, now: number): ShelfLife {
  const written = text.replace(LINKS, ' ').replace(/\s+/g, ' ');
  // Of the same length, so that what is found can be shown as it is written.
  const plain = written.replaceAll('’', "'");
  const year = new Date(now).getUTCFullYear();
  const oldYear = [...plain.matchAll(YEAR())].find(([found]) => Number(found) < year)?.[0];
  const placed = [...plain.toLowerCase().matchAll(WORDS())].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
  const passing = findPhrase(written, placed, PASSING()) ?? EVENT_TAG().exec(plain)?.[0];
  return {
    passing: passing ?? oldYear ?? DAY_AND_MONTH.exec(plain)?.[0],
    lasting: findPhrase(written, placed, LASTING()) ?? COUNTED_LIST().exec(plain)?.[0],
  };
}

/** What kinds of page lasting words speak of. */
export type PageKind = 'guide' | 'comparison' | 'collection' | 'advice' | 'overview' | 'explanation';

/** Beginnings of lasting words by kind; all others promise an explanation. */
const KINDS: readonly (readonly [PageKind, () => RegExp])[] = [
  [
    'guide',
    lazy(
      () =>
        /^(?:guide|tuto|intro|101|handbook|primer|for beginners|débutant|initiation|cours|learn|apprendre|mode d|step|étapes|les bases|how to|formations)/i,
    ),
  ],
  ['comparison', lazy(() => /^(?:vs|versus|differen|différen)/i)],
  [
    'collection',
    lazy(
      () =>
        /^(?:\d|resources|tools|books|galler|librar|cheat|exampl|template|checklist|curated|outils|livres|ressources|liste|exemples|glossaire|fiche|mémo|modèle)/i,
    ),
  ],
  [
    'advice',
    lazy(
      () =>
        /^(?:tips|tricks|lessons|mistakes|best pr|principles|myths|ways|reasons|conseils|astuces|bonnes|règles|commandements|erreurs|bien choisir|choisi)/i,
    ),
  ],
  ['overview', lazy(() => /^(?:carto|carte|panorama|tour d|dossier|infographie|en chiffres|métiers|histoire)/i)],
];

/** The kind of page that words found as `lasting` promise. */
export const pageKind = (lasting: string): PageKind =>
  KINDS.find(([, beginning]) => beginning().test(lasting.replaceAll('’', "'")))?.[0] ?? 'explanation';
