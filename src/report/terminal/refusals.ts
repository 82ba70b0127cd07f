import { FRENCH_ENGINE_ADVICE } from '#locale/engine-advice.js';
import type { RefusalReason } from '#history/refusal.js';
import type { StoreProblem } from '#store/errors.js';

/** Why a file was refused, in French; the history itself says it in English. */
const FRENCH: Readonly<Record<RefusalReason | StoreProblem, string>> = {
  missing: 'le fichier ne peut être lu : vérifiez son chemin et ses droits',
  'unknown-format': 'ce fichier n’est aucun export connu : voyez tweetspan import --help',
  'other-code': 'ce script n’est pas une partie d’archive de X : il n’est ni lu, ni exécuté',
  damaged: 'le fichier est coupé ou abîmé : téléchargez-le de nouveau',
  'too-large': 'le fichier dépasse ce que X produit : il n’est pas lu',
  'unsafe-path': 'l’archive nomme des fichiers hors d’elle-même : X n’en produit pas, elle n’est pas lue',
  'web-page': 'c’est une page web enregistrée sous le nom d’un tableau : prenez le bouton de téléchargement de la page',
  encoding: 'le fichier n’est pas en UTF-8 : exportez-le de nouveau, sans l’ouvrir dans un tableur',
  'daily-totals': 'ce sont des totaux par jour, sans tweets : exportez « par tweet » et non « par jour »',
  overview: 'c’est la vue d’ensemble du compte, sans tweets : exportez « Contenu »',
  video: 'c’est le rapport des vidéos, sans tweets : exportez « Contenu »',
  followers: 'c’est un tableau d’abonnés, sans tweets : exportez « Contenu »',
  'unknown-columns': 'aucune colonne ne porte l’identifiant d’un tweet et un compteur',
  'several-accounts': 'le fichier mêle plusieurs comptes : importez-en un par historique',
  private: 'cette partie d’archive ne contient pas de tweets et n’est pas lue : nommez l’archive entière',
  'incomplete-pair': 'il manque l’autre moitié de cet export : nommez le dossier entier',
  'newer-export': 'le fichier vient d’une version plus récente : mettez tweetspan à jour',
  'no-posts': 'il ne contient aucun export de tweets : nommez l’archive, zip ou dossier, ou un CSV',
  'no-native-part': `aucun moteur de base de données ne fonctionne ici : ${FRENCH_ENGINE_ADVICE}`,
  newer: 'l’historique vient d’une version plus récente : mettez tweetspan à jour, ou nommez-en un autre par --db',
  older: 'l’historique est d’une version plus ancienne et ne peut être écrit : donnez-vous ce droit',
  locked: 'un autre programme écrit dans l’historique : attendez qu’il ait fini, puis recommencez',
  'not-ours': 'cette base est celle d’un autre programme : nommez un autre fichier par --db',
  'read-only': 'l’historique ne peut être écrit : donnez-vous ce droit, ou nommez-en un autre par --db',
  full: 'il n’y a plus de place : libérez-en, puis recommencez ; rien n’a été changé',
  corrupt: 'l’historique est abîmé : remettez une sauvegarde, ou écartez-le et importez de nouveau',
  unreachable: 'l’historique ne peut être ouvert : son dossier doit exister, sur un disque local',
  'other-account':
    'c’est un autre compte que celui de l’historique : nommez-en un autre par --db, ou dites par --also-known-as que le compte a changé de nom',
  'wrong-use': 'le fichier existe déjà : nommez-en un nouveau',
  'slot-taken': 'ce lien a déjà un tweet à cette heure : choisissez-en une autre',
};

/** Reasons that name something which only the original message holds. */
const WITH_DETAIL = new Set([
  'missing',
  'damaged',
  'too-large',
  'unknown-columns',
  'several-accounts',
  'other-account',
]);

/** Why a file was refused: a line, and in French, where the original names something, a second one with it. */
export function refusalLines(locale: 'en' | 'fr', reason: string, message: string): readonly string[] {
  const french = Object.hasOwn(FRENCH, reason) ? FRENCH[reason as keyof typeof FRENCH] : undefined;
  if (locale === 'en' || french === undefined) return [message];
  return WITH_DETAIL.has(reason) ? [french, `(${message})`] : [french];
}
