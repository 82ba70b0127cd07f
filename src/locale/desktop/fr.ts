// What a reminder says, in French.
import type { DesktopSentences } from './en.js';

export const fr: DesktopSentences = {
  title: 'tweetspan : c’est l’heure de publier',
  due: (item, slot) => `Élément ${item} à publier à la main : ${slot}`,
  open: (url) => `Ouvrir : ${url}`,
  media: (file) => `À joindre à la main : ${file}`,
  alt: (text) => `texte alternatif : ${text}`,
  tag: (handles) => `taguer : ${handles}`,
  after: (item) => `Ensuite : tweetspan record <URL du post> --item ${item}`,
  copied: 'Le texte est dans votre presse-papiers.',
};
