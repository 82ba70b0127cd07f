// French words with the endings of both genders, written with full stops: étudiant.es, citoyen.ne.s.
import type { BothEndings } from './en.js';

/** Feminine endings that are top-level domains: étudiant.es, citoyen.ne, heureux.se, créatif.ve, directeur.ice; and le.la. */
const ENDINGS = /^([a-zß-öø-ÿœ]{2,})\.(es|ne|se|ve|ice)$|^(l[ea]|d[eu])\.(la|le)$/i;
/** What each ending is put behind. A site has any letters before its domain: amazon.es, marca.es. */
const STEMS: Readonly<Record<string, RegExp>> = {
  es: /(?:[^aeiouyéxz]|[éiu])$/i,
  ne: /(?:n|an|en|on)$/i,
  se: /(?:eur|eux|oux|our|ou)$/i,
  ve: /f$/i,
  ice: /eur$/i,
};
/** Masculine endings that no other language has before the same feminine one: heureux.se, lecteur.ice, sportif.ve. */
const FRENCH_PAIR = /(?:eux\.se|eur\.(?:se|ice)|if\.ve|[iy]en\.ne)$/;
/** Words that come before a person, never before a site. */
const DETERMINER =
  /(?:^|[\s(«“’'])(?:une?|les?|la|des|du|aux?|nos|vos|ses|mes|tes|leurs?|ces?|cet|cette|ton|mon|son|notre|votre|chaque|tou[ts]|toutes?|plusieurs|chers?|chères|jeunes?|nouve(?:aux?|l)|futur|ancien(?:ne)?s?|d[eu’'])\s*$/i;

/** Words that come before a site as well. */
const BEFORE_SITE = /(?:^|[\s(])(?:sur|chez|via|par|de|avec|à|vers|site|voir)\s$/i;

/**
 * Reads a word that X takes for a link as one with the endings of both genders; undefined when it may well be a site.
 * @param word as X links it: `citoyen.ne`.
 * @param before the end of the text before it, and `after` the beginning of the text behind it.
 */
export function readBothEndings(word: string, before: string, after: string): BothEndings | undefined {
  if (word.length > 40) return undefined;
  const [isPair, stem, ending = ''] = ENDINGS.exec(word) ?? [];
  if (isPair === undefined) return undefined;
  if (stem !== undefined && STEMS[ending.toLowerCase()]?.test(stem) !== true) return undefined;
  const plural = /^\.s(?![a-zà-ÿ0-9.])/i.exec(after)?.[0] ?? '';
  const isSure =
    stem === undefined || plural !== '' || FRENCH_PAIR.test(word) || /[éèêîôûç]/i.test(stem) || DETERMINER.test(before);
  return isSure || !BEFORE_SITE.test(before) ? { more: plural.length, isSure } : undefined;
}
