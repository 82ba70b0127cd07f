// What is said of profiles, in French.
import { list } from '../format.js';
import type { ProfileSentences } from './en.js';

const WHAT = { database: 'la même base', credentials: 'le même fichier d’identifiants' } as const;

export const fr: ProfileSentences = {
  inUse: (name, account, database) =>
    `profil ${name}${account === undefined ? '' : ` (@${account})`}\u00a0: ${database}`,
  keysUnused: (names) =>
    `un profil utilise ses propres identifiants\u00a0: ${list(names, 'fr', 'and')} ${names.length === 1 ? 'n’est pas utilisée' : 'ne sont pas utilisées'}`,
  unknown: (name, near, known) => {
    if (known.length === 0) {
      return `pas de profil «\u00a0${name}\u00a0»\u00a0: ajoutez profiles à votre propre configuration (~/.config/tweetspan/tweetspan.config.yaml)`;
    }
    return `pas de profil «\u00a0${name}\u00a0»\u202f; ${near === undefined ? `les vôtres\u00a0: ${known.join(', ')}` : `vouliez-vous dire ${near}\u202f?`}`;
  },
  shared: (one, other, what, path) =>
    `les profils ${one} et ${other} ont ${WHAT[what]} (${path})\u00a0: donnez à chacun le sien`,
  otherAccount: (name, account, handle) =>
    `le profil ${name} est celui de @${account}, mais la connexion est celle de @${handle}\u00a0: lancez tweetspan login --profile ${name}`,
};
