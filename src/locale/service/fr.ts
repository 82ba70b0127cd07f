// What the commands on the background service say, in French.
import { span } from '../format.js';
import type { ServiceSentences } from './en.js';

const yesNo = (is: boolean): string => (is ? 'oui' : 'non');

export const fr: ServiceSentences = {
  help: {
    service: {
      summary: 'faire tourner le planificateur en arrière-plan',
      description:
        'Laisser systemd (Linux) ou launchd (macOS) faire tourner le planificateur en arrière-plan, pour votre seul utilisateur.',
      examples: [
        'tweetspan service install   # le lancer, maintenant et à chaque ouverture de session',
        'tweetspan service status',
        'tweetspan service remove',
      ],
    },
    install: {
      summary: 'installer et lancer le service, ou le mettre à jour',
      description:
        'Écrire le fichier du service et lancer le service, maintenant et à chaque ouverture de session. Relancez cette commande pour le mettre à jour.',
      examples: ['tweetspan service install'],
    },
    status: {
      summary: 'voir si le service tourne',
      description: 'Indiquer si le service est installé et s’il tourne. Code de sortie 1 quand il ne tourne pas.',
      examples: ['tweetspan service status'],
    },
    remove: {
      summary: 'arrêter et supprimer le service',
      description: 'Arrêter le service et supprimer son fichier. La file garde ses éléments.',
      examples: ['tweetspan service remove'],
    },
    print: {
      summary: 'afficher le fichier du service',
      description: 'Afficher le fichier qu’install écrirait, sans rien modifier.',
      examples: ['tweetspan service print --manager systemd'],
    },
  },
  manager: 'gestionnaire de services (par défaut : celui de votre système)',
  written: (file) => `${file} est enregistré`,
  updated: (file) => `${file} est mis à jour`,
  started: 'Le service tourne, et se lancera à chaque ouverture de session.',
  linger: 'Pour qu’il tourne aussi quand votre session est fermée : loginctl enable-linger',
  log: (command) => `Journal : ${command}`,
  temporary:
    'Cette copie de tweetspan est dans le cache de npx, que npm peut vider : installez tweetspan, puis recommencez.',
  notInstalled: 'Pas installé : lancez tweetspan service install.',
  installed: (file) => `Installé : ${file}`,
  startsAtLogIn: (is) => `Démarre à l’ouverture de session : ${yesNo(is)}`,
  running: (is, detail) => `Tourne : ${yesNo(is)}${detail === '' ? '' : ` (${detail})`}`,
  heartbeat: (pid, host, age) => `Signe de vie : processus ${pid} sur ${host}, il y a ${span(age, 'fr')}`,
  noHeartbeat: 'Signe de vie : aucun',
  heartbeatUnknown: (why) => `Signe de vie : inconnu (${why})`,
  removed: (file) => `Le service est arrêté, et ${file} est supprimé`,
  nothingToRemove: (file) => `Rien à supprimer : ${file} n’existe pas`,
  noServiceWindows: (why, command) =>
    `aucun service ne peut être installé ici (${why}) ; faites lancer cette commande chaque minute par le Planificateur de tâches : ${command}`,
  noService: (why, line) =>
    `aucun service ne peut être installé ici (${why}) ; ajoutez plutôt cette ligne à votre crontab (crontab -e) : ${line}`,
  noHome: 'HOME n’est pas définie : donnez-lui votre dossier personnel, qui reçoit le fichier du service',
  notDeleted: (file, code) =>
    `${file} ne peut pas être supprimé (${code}) : le service est arrêté ; supprimez le fichier vous-même`,
  controlCharacter: (value) =>
    `${value} contient un caractère de contrôle, impossible dans le fichier d’un service : renommez-le`,
  toolFailed: (command, why) => `${command} : ${why} ; corrigez cela, puis réessayez`,
  noAnswer: 'pas de réponse',
  exitCode: (code) => `code de sortie ${code}`,
};
