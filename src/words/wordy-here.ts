// Where a phrase that has a shorter one means something else, or wants another one, by the words around it.
import { wordSet } from '#base/word-set.js';
import type { WordyPhrase } from './lexicon.js';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What happens to people; nothing is made for it: letters turn up "à l’occasion d’un déménagement". */
const HAPPENS = wordSet(
  'succession héritage donation partage inventaire déménagement emménagement séparation divorce décès deuil mort disparition obsèques vente cession liquidation fouille fouilles travaux chantier perquisition procès contrôle enquête audience accident incident sinistre incendie inondation crue tempête panne grossesse hospitalisation voyage passage promenade randonnée rangement débarras tri recherche recherches renouvellement changement licenciement embauche',
);
const WORD = /[a-zà-ÿœ]+/g;
/** Words of what happens that are looked at: an article, an adjective, the noun. */
const LOOKED_AT = 3;

/** What a feeling of grief or anger is said with. */
const FELT = wordSet(
  'gutted heartbroken devastated saddened shattered distraught bereft crushed broken shocked stunned furious appalled sickened tragic',
);

/** A wordy phrase as it is to be judged where it stands; undefined where it is right as it is. */
export function wordyHere(entry: WordyPhrase, text: string, { start, end }: Stretch): WordyPhrase | undefined {
  const behind = text.slice(end, end + 40);
  if (entry.class === 'deletion')
    return FELT.has(/^ ([a-z]+)/.exec(behind)?.[1] ?? '') && !entry.phrase.includes(' ') ? undefined : entry;
  if (entry.phrase.startsWith("à l'occasion d")) {
    const words = (behind.match(WORD) ?? []).slice(0, LOOKED_AT);
    return words.some((word) => HAPPENS.has(word)) ? undefined : entry;
  }
  // "l’ensemble des 2 400 m²": before a figure, "tous les" would count what is measured.
  if (entry.phrase === "l'ensemble des" && /^[ \u00a0]\d/.test(behind))
    return /(?:^|[ \u00a0])[àd]e?[ \u00a0]$/i.test(text.slice(Math.max(0, start - 4), start))
      ? undefined
      : { ...entry, shorter: 'les' };
  return entry;
}
