// Words that name no subject, though lists of subjects have them: people, forms of a page, fields too wide.
import { lazy } from '#base/lazy.js';
import { forLanguage } from './by-language.js';
import { wordSet, type WordSet } from '#base/word-set.js';

/** Endings of words for people. */
const PERSON = 'graphe|logue|iatre|eur|euse|ier|ière|iste|ant|ante|rice|ien|ienne|aire|é|ée|er|or|ist|ian'.split('|');
/** Things that end as people do. */
const THINGS =
  /^(?:glacier|papier|quartier|chantier|calendrier|escalier|potager|verger|mobilier|courrier|boucher|concert|hiver|restaurant|croissant|volcan|carburant|diesel|séisme|musée|orchidée|marée|marché|café|thé|blé|santé|égalité|weather|water|river|butter|paper|theater|theatre|winter|summer|meter|otter|badger|flower|timber|printer|scanner|boiler|container|laser|computer|burger|forest|fossil)s?$/;
/** Whether a word names people, whom a text speaks of or to, hardly ever what it is about. @param word in lower case. */
export function namesPeople(word: string): boolean {
  const single = word.endsWith('s') ? word.slice(0, -1) : word;
  return PERSON.some((ending) => single.endsWith(ending)) && !THINGS.test(word);
}

/** The field of expressions that name no subject, whatever their words do: "langue de bois", "book a table". */
export const NO_FIELD = 'none';

/** Fields so wide that no reader looks for a post by them. */
export const WIDE_FIELDS: WordSet = wordSet(
  'home work data web innovation industrie engineering productivity management localgov retail DroitDuTravail sciences sea mer water coast community lieux places',
);
/** Fields that are found by so many posts that a tag of one tells little. */
export const BROAD_FIELDS: WordSet = wordSet(
  'art travail sport famille droit énergie commerce commerces économie politique jeunesse enfants enfance musique finance cuisine numérique éducation seniors journalisme associations collection lecture family money law food nature culture science transit kids children politics music cooking language tech HR cars events books gaming startups charity',
);
/** Fields that hold nearly anything: as a tag of what is wider, or of one word alone, beside the subject more often than not. */
export const VAGUE_FIELDS: ReadonlySet<string> = new Set(
  'culture nature democracy démocratie dev politics politique science tech numérique lecture'.split(' '),
);
/** Fields whose subjects are places. */
export const PLACES: WordSet = wordSet('lieux places');
/** Fields whose subjects are days of the year: before or after one, something else happens. */
export const FEASTS: WordSet = wordSet('fêtes noel halloween rentrée christmas party');
/** Words for what a page or a post is, and for what offices do. */
const FORMS: Readonly<Record<string, () => WordSet>> = {
  fr: lazy(() =>
    wordSet(
      'épisode podcast radio écoute vidéo lecture journal enquête reportage film album affiche média documentaire projection communication communiquédepresse débat débats projection maquette logo article billet page photo photos carte plan guide dossier fiche rapport bilan bulletin lettre newsletter blog menu liste galerie démo vitrine catalogue agenda calendrier programme horaire horaires tarif tarifs prix billetterie billets réservation inscription inscriptions formulaire permanence permanences accueil contact bureau bureaux appel annonce annonces actualité actualités actus résultat résultats compte rendu règle règles notice mémo test quiz sondage pétition chiffres étude enquêtes témoignage témoignages entretien interview portrait coulisses visite séance soirée journée journées semaine saison édition atelier stage offre offres service services site équipe équipes projet projets aide aides aménagement restauration garantie consigne consignes alerte vote écrit visuel dates date lieu lieux adresse adresses parcours étape étapes leçon cours devis commande panier boutique essai saint grand grande nord sud conseilmunicipal assembléegénérale réunionpublique laboratoire consultation consultations',
    ),
  ),
  en: lazy(() =>
    wordSet(
      'episode podcast audio radio interview video reading newspaper film post page photo photos picture pictures map plan guide report notes note paper bulletin letter newsletter blog menu list gallery demo catalogue agenda calendar schedule hours price prices pricing tickets ticket booking bookings register signup form forms contact office call talk talks news results result rules rule brief memo test quiz survey poll petition study story stories tales case interviews portrait visit session day days week season edition workshop offer offers service services site team teams project projects help support dates date place places address route step steps lesson lessons course quote order cart trial chart logs production budget habit focus reply answers answer questions question faq docs files download downloads tour program programme chapter draft matinee matinees pressrelease',
    ),
  ),
};

/** Whether a word says what a page or a post is, and not its subject. @param word in lower case. */
export const namesForm = (word: string, language: string | undefined): boolean =>
  forLanguage(FORMS, language)?.().has(word) === true;
