// What every command says, in French.
import type { CliSentences } from './en.js';

export const fr: CliSentences = {
  program: {
    description: 'Évaluez, réécrivez, planifiez et suivez vos tweets qui mènent à une page.',
    examples: [
      'tweetspan lint brouillon.md          # noter un brouillon et voir quoi corriger',
      'tweetspan rewrite brouillon.md       # de meilleurs textes pour ce brouillon',
      'tweetspan import archive.zip         # lire vos posts dans une archive de X',
      'tweetspan schedule brouillon.md      # planifier les reposts de son lien',
      'tweetspan decay                      # voir la durée de vie de chaque lien',
    ],
    version: 'afficher la version',
    help: 'afficher cette aide',
    exitCodes: (code) =>
      [
        'Codes de sortie :',
        `  ${code['done']}    terminé`,
        `  ${code['findings']}    remarques, ou éléments en échec`,
        `  ${code['usage']}    appel ou configuration incorrects, ou fichier illisible`,
        `  ${code['nativePart']}   composant natif absent`,
        `  ${code['bug']}   erreur interne`,
        `  ${code['tryLater']}   à réessayer plus tard`,
        `  ${code['credentials']}   non connecté, ou identifiants refusés`,
        `  ${code['version']}   historique d’une autre version`,
        `  ${code['interrupted']}  interrompu`,
      ].join('\n'),
  },
  groups: {
    write: 'Écrire :',
    plan: 'Planifier :',
    learn: 'Apprendre :',
    people: 'Personnes :',
    x: 'X :',
    system: 'Système :',
  },
  frame: {
    'Usage:': 'Utilisation :',
    'Arguments:': 'Arguments :',
    'Options:': 'Options :',
    'Global Options:': 'Options communes :',
    'Commands:': 'Commandes :',
    examples: 'Exemples :',
    choices: (list) => `valeurs : ${list}`,
    default: (value) => `par défaut : ${value}`,
  },
  options: {
    help: 'afficher cette aide',
    locale: 'langue des messages (par défaut : celle de l’environnement)',
    color: 'forcer la couleur',
    noColor: 'sans couleur',
    quiet: 'le résultat seul : ni titres, ni conseils, ni remarques',
    verbose: 'plus de détails sur la sortie d’erreur',
    database: 'fichier de l’historique (par défaut : TWEETSPAN_DB, sinon votre dossier de données)',
    config:
      'fichier de configuration (par défaut : tweetspan.config.json ou .yaml, cherché en remontant depuis le brouillon)',
    format: 'format de sortie',
    json: 'équivaut à --format json',
    limit: 'nombre maximal de lignes (0 : toutes)',
  },
  errors: {
    interrupted: 'interrompu ; rien n’a été modifié',
    tooMuchInput: (max) => `l’entrée standard dépasse ${max} octets : envoyez une ligne par réponse`,
    noAnswer: (prompt) => `pas de réponse à « ${prompt} » ; rien n’a été modifié`,
    unknownCommand: (name) => `commande inconnue : « ${name} »`,
    unknownOption: (flag) => `option inconnue : ${flag}`,
    missingArgument: (name) => `il manque l’argument <${name}>`,
    missingValue: (flags) => `il manque la valeur de ${flags}`,
    conflict: (one, other) => `${one} et ${other} ne vont pas ensemble`,
    tooManyArguments: (most, received) => {
      const allowed =
        most === 0 ? 'n’en accepte aucun' : most === 1 ? 'en accepte un seul' : `en accepte au plus ${most}`;
      return `trop d’arguments : cette commande ${allowed}, ${received} reçus`;
    },
    invalidValue: (what, value, reason) => `${what} : « ${value} » reçu ; ${reason}`,
    choices: (list) => `valeurs admises : ${list}`,
    didYouMean: (names) => ` (vouliez-vous dire ${names} ?)`,
    seeHelp: (command) => `(${command} --help affiche l’utilisation)`,
    internal: (detail) => `erreur interne (${detail}) ; merci de la signaler avec ce qu’affiche --verbose`,
    atLine: (line, message) => `ligne ${line} : ${message}`,
  },
};
