// What `queue export` and `queue import` say, in French.
import { count, list, plural, pluralForm } from '../format.js';
import type { BulkSentences } from './en.js';

const items = (ids: readonly number[]): string =>
  `${pluralForm(ids.length, 'élément', 'éléments', 'fr')} ${list(ids.map(String), 'fr', 'and')}`;

export const fr: BulkSentences = {
  help: {
    summary: 'écrire le plan pour un autre outil, ou toute la file',
    description:
      'Écrire les posts planifiés dans un tableau pour l’import en masse d’un autre outil : buffer pour Buffer, csv pour les autres et pour les tableurs. Ce qui attend votre approbation reste ici. jsonl est toute la file avec son journal et ses médias, pour tweetspan queue import.',
    examples: [
      'tweetspan queue export --format buffer -o plan.csv',
      'tweetspan queue export --csv-separator semicolon -o plan.csv    # pour un tableur français',
      'tweetspan queue export --format buffer --hand-over -o plan.csv  # les écrire et les annuler ici',
      'tweetspan queue export --format jsonl --hand-over -o file.jsonl  # pour la transférer dans une autre base',
    ],
  },
  link: 'seulement les éléments de ce lien',
  zone: 'fuseau horaire des heures (par défaut : celui des éléments)',
  mediaUrl: 'adresse du dossier où vos médias sont en ligne : leur nom y est ajouté',
  mediaUrlInvalid: 'donnez une adresse telle que https://example.org/media/',
  handOver:
    'annuler ici ce qui a été exporté, et exporter aussi ce que tweetspan publie par l’API ; avec jsonl, cette file ne publie plus rien',
  output: 'écrire dans ce fichier (par défaut : sortie standard)',
  exported: (posts, zone) =>
    `${plural(posts, 'post exporté', 'posts exportés', 'fr')} ; les heures sont celles de ${zone} : réglez l’autre outil sur ce fuseau`,
  exactTexts: (ids) =>
    `${items(ids)} : le texte commence comme une formule et reste tel quel ; n’ouvrez pas ce fichier dans un tableur`,
  stillHere: 'ils restent planifiés ici, et vous recevrez leurs rappels : --hand-over les annule',
  cancelled: (posts) =>
    `${plural(posts, 'élément annulé', 'éléments annulés', 'fr')} ici ; jusqu’à son créneau, queue cancel --undo rétablit un élément`,
  awaiting: (ids) => `non exporté : ${items(ids)}, pas encore approuvé (tweetspan queue approve ${ids.join(' ')})`,
  late: (ids) => `non exporté : ${items(ids)}, dont l’heure est passée`,
  ownPosts: (ids) =>
    `non exporté : ${items(ids)}, que tweetspan publie lui-même ; --hand-over les exporte et les annule ici`,
  people: (steps) =>
    `non exporté : ${plural(steps, 'étape', 'étapes', 'fr')} à faire par une personne (messages, épinglages), qu’aucun outil ne prend`,
  withoutMedia: (ids) =>
    `${items(ids)} : les médias ne peuvent pas suivre, car un tableau ne contient que des adresses ; ajoutez-les à la main, ou donnez l’adresse de leur dossier avec --media-url`,
  furtherMedia: (ids) => `${items(ids)} : une seule image suit ; ajoutez les autres à la main`,
  severalZones: (zones) =>
    `les éléments ont plusieurs fuseaux horaires (${zones.join(', ')}) ; choisissez-en un avec --zone`,
  nothing: 'rien à exporter',
  copy: {
    import: {
      summary: 'importer la file d’une autre base',
      description:
        'Importer une file entière écrite par tweetspan queue export --format jsonl : tout ou rien. Elle est en pause ici jusqu’à ce que vous la relanciez. Ce qui est déjà là n’est pas ajouté deux fois.',
      examples: [
        'tweetspan queue import file.jsonl',
        'tweetspan queue import file.jsonl --db postgresql://ada@db.example.org/tweetspan',
      ],
    },
    file: 'la file exportée, ou - pour l’entrée standard',
    wholeOnly: 'jsonl est toute la file : enlevez --link',
    exported: (number) => plural(number, 'élément exporté', 'éléments exportés', 'fr'),
    handedOver:
      'cette file ne publie plus rien ; importez le fichier à un seul endroit : tweetspan queue import <fichier> --db <fichier ou adresse>',
    stillPosts: 'cette file publie toujours : pour la transférer, exportez-la avec --hand-over',
    withoutMedia: (ids) =>
      `${items(ids)} : les médias manquent ou ont changé et ne suivent pas ; remplacez-les avec tweetspan queue edit`,
    imported: ({ added, updated, known, posts, people }) =>
      [
        plural(added, 'élément importé', 'éléments importés', 'fr'),
        ...(updated > 0 ? [`${count(updated, 'fr')} mis à jour`] : []),
        ...(known > 0 ? [plural(known, 'déjà présent', 'déjà présents', 'fr')] : []),
        ...(posts > 0 ? [plural(posts, 'post', 'posts', 'fr')] : []),
        ...(people > 0 ? [plural(people, 'note sur des personnes', 'notes sur des personnes', 'fr')] : []),
      ].join(' · '),
    nothingNew: (known) => `Rien de nouveau : ${plural(known, 'élément est déjà là', 'éléments sont déjà là', 'fr')}`,
    renumbered: (numbers) =>
      `Leurs numéros étaient pris et ont changé : ${numbers.map(([from, to]) => `${from} → ${to}`).join(', ')}`,
    thenResume: 'La file est en pause : vérifiez-la avec tweetspan queue, puis lancez tweetspan queue resume',
    thenAdopt:
      'La file est en pause : l’autre n’a pas été mise de côté et publie peut-être encore. Arrêtez-la là-bas, puis lancez tweetspan queue adopt ici',
    unreadable: (file, why) => `${file} : lecture impossible (${why})`,
    fault(file, fault) {
      const again = 'rien n’a été importé ; exportez de nouveau';
      if (fault.code === 'not-a-copy') {
        return `${file} : ce n’est pas une file exportée ; écrivez-la avec tweetspan queue export --format jsonl`;
      }
      if (fault.code === 'newer') {
        return `${file} : écrit par une version plus récente de tweetspan ; rien n’a été importé : mettez tweetspan à jour`;
      }
      if (fault.code === 'media-damaged') return `${file} : une image ou une vidéo y a été modifiée ; ${again}`;
      if (fault.code === 'cut') return `${file} : coupé après la ligne ${fault.line} ; ${again}`;
      return `${file} : la ligne ${fault.line} est endommagée ; ${again}`;
    },
  },
};
