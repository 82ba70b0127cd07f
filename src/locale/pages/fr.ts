// What the pages of `--html` say beside what the reports in the terminal say, in French.
import { count, plural } from '#locale/format.js';
import type { PagesSentences } from './en.js';

const n = (value: number): string => count(value, 'fr');

export const fr: PagesSentences = {
  hours: {
    figures: 'Chiffres dans les cases : vos posts.',
    hourOfDay: 'Heure du jour',
    week: (best) =>
      `Une semaine heure par heure : sept lignes de vingt-quatre cases.${best.length === 0 ? '' : ` Les plus hautes : ${best.join(', ')}.`}`,
    curve: 'Vingt-quatre barres, une par heure du jour.',
    few: (posts) => `hachuré : moins de ${n(posts)} de vos posts`,
    outlined: 'encadré : les créneaux ci-dessous, par rang',
    rank: 'Rang',
    table: 'Le graphique en tableau',
    cells: 'Effet, et nombre de posts',
    caveat:
      'Des observations, pas la preuve d’une cause : on publie autre chose la nuit. Les effets sont ramenés à ce qui tenait hors échantillon sur des comptes publics.',
  },
  decay: {
    titleOf: (title, link) => `${title} : ${link}`,
    curve: 'Réactions de tous les posts du lien',
    curveDescription: (total, posts) =>
      `Une courbe et sa bande : ${plural(posts, 'post', 'posts', 'fr')}, ${total} réactions en tout, 7 jours après le dernier.`,
    band: 'bande : intervalle à 80 %',
    posts: 'lignes numérotées : posts',
    times: 'Le temps que prennent les réactions',
    timesDescription: (rows) =>
      `${plural(rows, 'ligne', 'lignes', 'fr')} : quand la moitié et quand 90 % des réactions sont là, avec leur intervalle à 80 %.`,
    half: 'moitié des réactions',
    ninety: '90 % des réactions',
    dashed: 'tirets : valeur typique, non mesurée',
    table: 'Les chiffres en tableau',
    columns: {
      link: 'Lien',
      post: 'Post',
      when: 'Quand',
      posts: 'Posts',
      last: 'Dernier',
      soFar: 'À ce jour',
      toCome: 'À venir (80 %)',
      total: 'Total à 7 jours (80 %)',
      half: 'Moitié après (80 %)',
      ninety: '90 % après (80 %)',
      advice: 'Conseil',
      text: 'Texte',
    },
    shown: (shown, known) => `Les ${n(shown)} liens les plus récents sur ${n(known)}.`,
  },
};
