// Regions and towns of French in lower case that the text itself writes as names in its tags: "les abribus de creuse",
// #Creuse.
import { wordSet } from '#base/word-set.js';
import type { Confusion } from './confusions.js';
import { WORD_CLASS, type WordList } from './word-list.js';

/** Regions and their like, also those that are words: behind "de" or "en" and beside their tag, they are named. */
const REGIONS = wordSet(
  'ain aisne allier ardèche ardennes ariège aude aveyron calvados cantal charente cher corrèze corse creuse dordogne doubs drôme eure finistère gard gers gironde hérault indre isère jura loire loiret lozère marne mayenne meuse morbihan moselle nièvre oise orne rhône sarthe savoie tarn var vaucluse vendée vienne vosges yonne alsace aquitaine auvergne bourgogne bretagne champagne limousin lorraine normandie occitanie picardie provence périgord quercy béarn anjou berry touraine roussillon camargue cévennes sologne beauce brie perche',
);
/** What is drunk or eaten by the name of its region: "du champagne" has no capital. */
const EATEN = wordSet('champagne bourgogne calvados cantal brie touraine');
const TAG = /#([A-ZÀ-ÞŒ][a-zà-ÿœ]{2,})(?![\wÀ-ÿŒœ-])/g;

/** Names of places in lower case that one of the tags has with a capital. */
export function loweredPlaces(text: string, list: WordList): Confusion[] {
  const names = new Set([...text.matchAll(TAG)].map(({ 1: name = '' }) => name));
  return [...names].flatMap((name) => {
    const lower = name.toLowerCase();
    const isRegion = REGIONS.has(lower);
    if (!isRegion && ((list.lookUp(lower) ?? 0) & WORD_CLASS.lower) !== 0) return [];
    const before = EATEN.has(lower)
      ? 'en '
      : isRegion
        ? "(?:de|en|la|le|du|des|les|dans la) |[dl][’']"
        : '(?:à|près de|autour de|vers) ';
    const pattern = new RegExp(`(?<=(?<![A-Za-zÀ-ÿŒœ’'-])(?:${before}))${lower}(?![A-Za-zÀ-ÿŒœ'’_-]|\\.[a-z])`, 'g');
    return [...text.matchAll(pattern)].map(({ index }) => ({
      span: { start: index, end: index + lower.length },
      meant: name,
    }));
  });
}
