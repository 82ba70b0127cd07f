// What `queue export` says, in French.
import { list, plural, pluralForm } from '../format.js';
import type { BulkSentences } from './en.js';

const items = (ids: readonly number[]): string =>
  `${pluralForm(ids.length, 'élément', 'éléments', 'fr')} ${list(ids.map(String), 'fr', 'and')}`;

export const fr: BulkSentences = {
  help: {
    summary: 'écrire le plan pour un autre outil de planification',
    description:
      'Écrire les posts planifiés dans un tableau pour l’import en masse d’un autre outil : buffer pour Buffer, csv pour les autres et pour les tableurs. Ce qui attend votre approbation reste ici.',
    examples: [
      'tweetspan queue export --format buffer -o plan.csv',
      'tweetspan queue export --csv-separator semicolon -o plan.csv    # pour un tableur français',
      'tweetspan queue export --format buffer --hand-over -o plan.csv  # et les annuler ici',
    ],
  },
  link: 'seulement les éléments de ce lien',
  zone: 'fuseau horaire des heures (par défaut : celui des éléments)',
  mediaUrl: 'adresse du dossier où vos médias sont en ligne : leur nom y est ajouté',
  mediaUrlInvalid: 'donnez une adresse telle que https://example.org/media/',
  handOver: 'annuler ici ce qui a été exporté, et exporter aussi ce que tweetspan publie par l’API',
  output: 'écrire dans ce fichier (par défaut : sortie standard)',
  exported: (posts, zone) =>
    `${plural(posts, 'post exporté', 'posts exportés', 'fr')} ; les heures sont celles de ${zone} : réglez l’autre outil sur ce fuseau`,
  exactTexts: (ids) =>
    `${items(ids)} : le texte commence comme une formule et reste tel quel ; n’ouvrez pas ce fichier dans un tableur`,
  stillHere: 'ils restent planifiés ici, et vous recevrez leurs rappels : --hand-over les annule',
  cancelled: (posts) =>
    `${plural(posts, 'élément annulé', 'éléments annulés', 'fr')} ici ; jusqu’à son créneau, queue cancel --undo rétablit un élément`,
  awaiting: (ids) => `non exporté : ${items(ids)}, pas encore approuvé (tweetspan queue approve ${ids.join(' ')})`,
  late: (ids) => `non exporté : ${items(ids)}, dont l’heure est passée`,
  ownPosts: (ids) =>
    `non exporté : ${items(ids)}, que tweetspan publie lui-même ; --hand-over les exporte et les annule ici`,
  people: (steps) =>
    `non exporté : ${plural(steps, 'étape', 'étapes', 'fr')} à faire par une personne (messages, épinglages), qu’aucun outil ne prend`,
  withoutMedia: (ids) =>
    `${items(ids)} : les médias ne peuvent pas suivre, car un tableau ne contient que des adresses ; ajoutez-les à la main, ou donnez l’adresse de leur dossier avec --media-url`,
  furtherMedia: (ids) => `${items(ids)} : une seule image suit ; ajoutez les autres à la main`,
  severalZones: (zones) =>
    `les éléments ont plusieurs fuseaux horaires (${zones.join(', ')}) ; choisissez-en un avec --zone`,
  nothing: 'rien à exporter',
};
