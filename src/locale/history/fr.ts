// What the commands on the history say, in French.
import type { HistorySentences } from './en.js';

export const fr: HistorySentences = {
  backup: {
    help: {
      summary: 'copier l’historique dans un fichier',
      description:
        'Copie l’historique dans un nouveau fichier, entier et cohérent, même pendant qu’un autre programme y écrit.',
      examples: ['tweetspan backup historique-2026-03.db'],
    },
    file: 'un fichier qui n’existe pas encore',
    done: (file) => `L’historique est copié dans ${file}`,
  },
};
