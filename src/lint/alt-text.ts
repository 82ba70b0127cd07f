import { lazy } from '#base/lazy.js';

/** Of any script: letters, and the signs that are words. */
const LETTER = lazy(() => /\p{L}/u);
/** Names that files have: with an ending, or as cameras and screens number them. */
const FILE_NAME =
  /^\S*\.(?:png|jpe?g|gif|webp|mp4|mov|heic|avif|bmp|tiff?|svg)$|^(?:img|dsc[fn]?|pxl|image|photo|screenshot|capture|visuel|pic)[-_ ]?\d[\w-]*$/i;
/** What any picture is, and the beginning of a sentence that never comes: "image", "photo de", "a picture of". */
const ANY_PICTURE =
  /^(?:(?:an?|une?|the|la|le|l['’]) ?)?(?:images?|photos?|photographies?|pictures?|pics?|img|illustrations?|visuels?|graphics?|graphiques?|screenshots?|captures?(?: d['’][eé]cran)?|banni[eè]res?|banners?|logos?|alt(?: text)?|texte alternatif|description|untitled|sans titre|todo|tbd|xxx+)(?: (?:of|de|du|des|d['’]|showing|avec|with|montrant|ici|here))?[\s.:…]*$/i;
/** The longest of those without what may end it: "une captures d’écran montrant". */
const LONGEST_BEGINNING = 40;

/** Whether an alt text tells nothing of its picture: a file name, an address, signs alone, "image of". @source WCAG 2, F30 */
export function saysNothing(alt: string, file: string): boolean {
  const text = alt.trim();
  const name = file.split(/[\\/]/).at(-1) ?? file;
  if (text.length > 60) return false;
  return (
    text.toLowerCase() === name.toLowerCase() ||
    text.toLowerCase() === name.replace(/\.\w+$/, '').toLowerCase() ||
    // A file's name has one blank at most; the expression takes 0.1 ms to compile.
    (text.split(' ').length < 3 && FILE_NAME.test(text)) ||
    (text.replace(/[\s.:…]+$/, '').length <= LONGEST_BEGINNING && ANY_PICTURE.test(text)) ||
    /^https?:\/\/\S+$/i.test(text) ||
    !(/[A-Za-zÀ-ÿ]/.test(text) || LETTER().test(text))
  );
}
