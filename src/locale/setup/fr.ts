import { plural } from '../format.js';
import type { SetupSentences } from './en.js';

export const fr: SetupSentences = {
  init: {
    help: {
      summary: 'créer une configuration et un brouillon d’exemple',
      description: 'Créer une configuration et un brouillon d’exemple. Les fichiers existants restent intacts.',
      examples: [
        'tweetspan init              # cinq questions, Entrée accepte la valeur par défaut',
        'tweetspan init --yes posts  # les valeurs par défaut, dans le dossier posts',
      ],
    },
    folder: 'dossier où écrire (par défaut : celui-ci)',
    yes: 'accepter toutes les valeurs par défaut, sans question',
    intro: (questions) =>
      `${plural(questions, 'question', 'questions', 'fr')}. Entrée garde [la réponse]. Ctrl-C quitte.`,
    questions: {
      lang: 'Langue de vos posts (en, fr)',
      link: 'Page à promouvoir (URL)',
      zone: 'Fuseau horaire de vos lecteurs',
      window: 'Heures auxquelles publier',
      minText: 'Score du texte à partir duquel un brouillon est accepté (0 à 100)',
    },
    invalid: {
      lang: 'indiquez en ou fr',
      link: 'indiquez une URL telle que https://example.org/guide',
      zone: 'indiquez une ville ou un fuseau IANA tel que Europe/Paris',
      window: 'indiquez une plage horaire telle que 08:00-20:00',
      minText: 'indiquez un nombre entier de 0 à 100',
    },
    wrote: (file) => `${file} est enregistré`,
    kept: (file) => `${file} existe déjà : il n’a pas été modifié`,
    next: 'Et maintenant :',
    steps: {
      lint: 'noter le brouillon et voir quoi corriger',
      rewrite: 'voir de meilleurs textes',
      schedule: 'voir quand il serait publié',
    },
  },
  watch: {
    needsFile: '--watch demande un fichier ou un dossier ; l’entrée standard ne change pas',
    needsText: (format) => `--watch ne s’utilise pas avec --format ${format} ; choisissez text ou table`,
    waiting: 'En attente de modifications ; Ctrl-C arrête',
  },
};
