// Names of places in a text, by the words in front of them.
import { wordSet } from '#base/word-set.js';
import { joinAsTag } from './tags.js';

/** A capitalized name behind a preposition. */
const PLACE: Readonly<Record<string, RegExp>> = {
  fr: /(?<![A-Za-zÀ-ÿ]|\b(?:[Ff]ace|[Bb]ienvenue|[Mm]erci|[Bb]ravo|[Gg]râce|[Hh]ommage|confiée?|[Ff]élicitations) )(?:à |près de |près d['’]|autour de |du |de |d['’])([A-ZÀ-Þ][a-zß-ÿœ]{2,}(?:-[A-Za-zÀ-ÿœ]+)*)(?![A-Za-zÀ-ɏ-]| [A-ZÀ-Þ]|\.[A-Za-z])/g,
  en: /(?<![A-Za-z])(?:in|at|near|around) ([A-ZÀ-Þ][a-zß-ÿœ]{3,})(?![A-Za-zÀ-ɏ-]| [A-ZÀ-Þ]| v\.? |['’]s)/g,
};
const NO_PLACE = wordSet(
  'france europe afrique asie amérique belgique suisse allemagne espagne italie angleterre britain england scotland wales ireland germany spain italy africa asia america show court parliament january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday english french spanish german italian welsh python java rust excel word christmas easter ramadan noël pâques halloween dieu google twitter facebook instagram youtube linkedin paul jean marie anne claire',
);

/** What belongs to a place: the name behind it and "de" is one. */
const OF_PLACE =
  /(?:^|[^A-Za-zÀ-ÿ])(?:ports?|gares?|musées?|château|villes?|villages?|bourg|mairie|marché|rade|pays|quartiers?|zoo|théâtre|opéra|communes?|habitant(?:e?s|[.·]e[.·]?s)|plages?|barrage|lac|vallée|baie|golfe|île|forêt|bois|parc|stade|murs?|piscine|bibliothèque|bibliothécaires|médiathèque|hôpital|lycée|collège|écoles?|cinéma|halles?|pont|phare|canal|bassin|canton|région|département|cathédrale|abbaye|conservatoire|vignoble|littoral|côtes?|sentiers?|pompiers|élus|équipe|club) $/i;
/** A contest leads elsewhere: its place is where the text goes, not what it is about. */
const CONTEST =
  /(?:nationals|finals?|semi-finals?|quarter-finals?|championships?|playoffs|finales?|demi-finales?|championnats?|nationaux) $/i;
/** Letters in front of a name that are looked at for what belongs to a place. */
const NEAR = 40;

/** Places that a text names, as tags without their sign, each with where its name stands. */
export function placesIn(text: string, language: string): { readonly tag: string; readonly at: number }[] {
  const pattern = PLACE[language];
  if (pattern === undefined) return [];
  return [...text.matchAll(pattern)].flatMap((match) => {
    const name = match[1] ?? '';
    const at = match.index + match[0].length - name.length;
    // "Charte de Paris" and "le port de Brest" are both of a town; "de" leads to people as well.
    const isSure =
      !/^d(?:[eu] |['’])/.test(match[0]) || OF_PLACE.test(text.slice(Math.max(0, match.index - NEAR), match.index));
    const isOfContest = CONTEST.test(text.slice(Math.max(0, match.index - NEAR), match.index));
    return isSure && !isOfContest && !NO_PLACE.has(name.toLowerCase()) ? [{ tag: joinAsTag([name]), at }] : [];
  });
}
