// What a word that is the name of no command most likely meant. Loaded when one was typed: most runs name a command.

/** The words that people try, in English and French, by the command that does it. */
const WORDS: Readonly<Record<string, string>> = {
  lint: 'score check analyze analyse grade note noter verifier vérifier evaluer évaluer analyser',
  rewrite: 'improve rephrase fix correct reword ameliorer améliorer reformuler reecrire réécrire corriger',
  compose: 'edit write editor editer éditer ecrire écrire',
  schedule: 'plan planner program programme programmer planifier',
  suggest: 'recommend ideas next suggerer suggérer',
  'queue list': 'list ls planned pending file',
  'queue cancel': 'cancel remove rm delete del annuler supprimer',
  post: 'tweet send publish publier envoyer',
  import: 'load archive read importer',
  hours: 'time times when best-time best-times best-hours heures',
  decay: 'half-life lifetime lifespan declin déclin',
  report: 'stats statistics dashboard summary rapport bilan',
  init: 'setup set-up configure config settings begin initialiser configurer',
  login: 'auth signin sign-in connect connexion',
  logout: 'signout sign-out disconnect deconnexion déconnexion',
  run: 'start daemon scheduler demarrer démarrer',
  doctor: 'status diagnose diagnostic health verify',
  '--help': 'aide usage man',
  '--version': 'version',
};

/** The same for the parts of `queue`. What begins with the program's name is another command than a part. */
const QUEUE_WORDS: Readonly<Record<string, string>> = {
  cancel: 'remove rm del drop annuler supprimer',
  list: 'ls all status lister',
  show: 'view info details voir montrer',
  move: 'reschedule shift change update deplacer déplacer',
  pause: 'stop suspend suspendre',
  resume: 'start continue unpause reprendre',
  now: 'send post publish publier',
  'tweetspan schedule': 'add create plan new ajouter planifier',
  'tweetspan record': 'posted recorded',
};

/** The command that does what a word names, or undefined when the word is none that people try. */
export function commandMeant(group: string, word: string): string | undefined {
  const words = group === 'queue' ? QUEUE_WORDS : group === 'tweetspan' ? WORDS : {};
  return Object.keys(words).find((name) => words[name]?.split(' ').includes(word.toLowerCase()));
}

/** Whether a word is the text of a post rather than a name: it has blanks in it. */
export const isPostText = (word: string): boolean => /\s/.test(word.trim());

/** Whether a word is the name of a draft: then the command before it was left out. */
export const isDraftName = (word: string): boolean => /^\S+\.(?:md|txt|markdown)$/i.test(word);
