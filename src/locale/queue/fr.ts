// What is said about planned posts, in French.
import type { ItemState, MissedPolicy } from '#queue/item.js';
import { count, date, list, money, plural, pluralForm, span, time } from '../format.js';
import type { Action, QueueSentences } from './en.js';

type Words<Key extends string> = Readonly<Record<Key, string>>;

const states: Words<ItemState> = {
  planned: 'prévu',
  claimed: 'pris en charge',
  sending: 'en cours d’envoi',
  reminded: 'rappelé',
  posted: 'publié',
  refused: 'refusé',
  unknown: 'incertain',
  missed: 'manqué',
  cancelled: 'annulé',
};

const PLURALS: Words<ItemState> = {
  planned: 'prévus',
  claimed: 'pris en charge',
  sending: 'en cours d’envoi',
  reminded: 'rappelés',
  posted: 'publiés',
  refused: 'refusés',
  unknown: 'incertains',
  missed: 'manqués',
  cancelled: 'annulés',
};

const reasons: QueueSentences['reasons'] = {
  'near-duplicate': 'trop proche d’un autre de vos posts : reformulez-le',
  'opted-out': 'mentionne une personne qui ne le souhaite pas : retirez ce nom',
  late: 'son créneau est passé, et il ne peut plus partir si tard',
  spacing: 'trop peu de temps après un autre post ou rappel',
  blackout: 'période sans publication de votre configuration',
  'no-free-slot': 'aucun créneau libre avant la fin de sa campagne',
  'zone-rules': 'les règles de son fuseau horaire ont changé : il garde son heure locale',
  'not-recorded': 'pas enregistré comme publié après son rappel',
  'media-unreadable': 'une de ses images ou vidéos est illisible : remettez le fichier à sa place',
  'media-changed': 'une de ses images ou vidéos n’est plus le fichier prévu : remettez celui-ci à sa place',
  budget: 'budget dépassé : attendez le jour ou le mois suivant, ou relevez le plafond avec tweetspan budget',
  'by-hand': 'à la main',
  'moved-by-hand': 'déplacé à la main',
  'slot-missed': 'son créneau est passé alors que rien ne tournait : laissez tourner tweetspan run',
  'not-reached':
    'le rappel n’a atteint personne : ni terminal, ni notification de bureau, ni remind.command ne l’a pris ; il est retenté chaque minute, et tweetspan doctor montre ce qui manque',
  'page-gone': 'la page de son lien n’existe plus : vérifiez-la',
  'page-moved': 'la page de son lien mène maintenant ailleurs : vérifiez-la',
  'page-login': 'la page de son lien demande une connexion : vérifiez-la',
  'lease-expired': 'le processus qui s’en occupait s’est arrêté avant la fin',
  duplicate: 'X l’a refusé car vous avez déjà publié ce texte : reformulez-le',
  'too-long': 'X l’a refusé car il est trop long : raccourcissez-le',
  'media-refused': 'X a refusé son image ou sa vidéo : corrigez le fichier',
  invalid: 'X l’a refusé comme non valide : modifiez-le',
  forbidden: 'X ne l’autorise pas : modifiez-le',
  'rate-limit': 'la limite de X est atteinte : nouvel essai automatique',
  'daily-limit': 'la limite de X pour la journée est atteinte : nouvel essai automatique',
  'no-connection': 'X est injoignable : vérifiez votre connexion ; nouvel essai automatique',
  'server-error': 'X a eu une erreur de son côté',
  timeout: 'X n’a pas répondu à temps',
  cut: 'la connexion a été coupée avant la fin de la réponse de X',
  'not-understood': 'la réponse de X est incompréhensible',
  'not-recorded-answer': 'la réponse de X n’a pas pu être enregistrée : vérifiez qu’il reste de la place sur le disque',
  'not-found': 'introuvable parmi vos posts sur X',
  'says-duplicate': 'X dit que vous avez déjà publié ce texte',
  'no-credits': 'votre compte X n’a plus de crédits : ajoutez-en dans la Developer Console de X',
  'usage-cap':
    'votre application a atteint son plafond d’usage : relevez-le dans la Developer Console de X, ou attendez sa remise à zéro',
  'not-enrolled':
    'votre application ne peut pas utiliser l’API : passez-la au forfait Pay-per-use, Production, dans la Developer Console de X',
  'read-only-app':
    'votre application peut seulement lire : donnez-lui l’accès en écriture dans la Developer Console de X, puis lancez tweetspan login',
  'signed-out': 'vous n’êtes pas connecté à X : lancez tweetspan login',
  unauthorized:
    'X a refusé votre connexion : elle a été révoquée, ou X est en panne ; si cela persiste, lancez tweetspan login',
  'write-restricted': 'X ne laisse plus votre application écrire : cherchez un message dans la Developer Console de X',
  'other-account':
    'connecté sous un autre compte que celui de cet historique : lancez tweetspan login avec le bon compte',
  'account-locked': 'X a verrouillé votre compte : déverrouillez-le sur x.com',
  'account-suspended': 'X a suspendu votre compte : lisez son message sur x.com',
  'looks-automated':
    'X prend vos posts pour des posts automatiques : publiez à la main sur x.com pendant quelque temps',
  'wrong-clock': 'l’horloge de cette machine est fausse : réglez-la ; d’ici là, rien n’est envoyé ni abandonné',
  restored:
    'cet historique a été rétabli dans un état antérieur, ou vient d’une autre machine : rien n’est envoyé avant la lecture de vos posts sur X, puis la file reprend automatiquement',
  copied:
    'cette machine n’a jamais travaillé sur cet historique : si c’est une copie, arrêtez tweetspan run sur l’autre machine, puis lancez tweetspan queue adopt',
  'handed-over':
    'cette file a été transférée ailleurs et publie de là-bas ; pour continuer ici malgré tout, arrêtez-la là-bas, puis lancez tweetspan queue adopt',
  imported: 'cette file vient d’ailleurs : vérifiez tweetspan queue, puis lancez tweetspan queue resume',
};

const details: QueueSentences['details'] = {
  item: 'élément',
  'no-answer': 'pas de réponse',
  'half-answer': 'réponse incomplète',
  'no-post-named': 'la réponse ne nomme aucun post',
  'not-of-x':
    'la réponse n’est pas de X, mais une page de protection ou d’un proxy ; votre réseau demande peut-être une connexion',
  'clock-wrong': 'votre horloge est fausse, réglez-la',
  'clock-jumped': 'l’horloge a changé avant tout envoi',
  'proxy-refused': 'le proxy a refusé la connexion',
  'proxy-unreachable': 'le proxy est injoignable',
  'wrong-kind-of-keys': 'X n’accepte pas ce type de clés ici',
  'no-bearer': 'il faut le jeton Bearer de votre application',
  'query-length': 'la recherche est trop longue',
  'tokens-unreadable': 'les identifiants enregistrés sont inutilisables',
  'file-too-large': 'le fichier est trop gros',
  'gif-too-large': 'le GIF a trop de pixels',
  'alt-too-long': 'le texte alternatif est trop long',
  'too-many-files': 'trop de fichiers',
  'file-type': 'X accepte PNG, JPEG, WebP, GIF et MP4',
  'file-incomplete': 'le fichier est incomplet : exportez-le de nouveau',
  'file-not-alone': 'un GIF ou une vidéo doit être le seul fichier d’un post',
  'processing-failed': 'X n’a pas pu traiter le fichier',
  'still-processing': 'X traite encore le fichier',
  'too-many-tags': 'trop de personnes identifiées',
  'no-such-account': 'aucun compte de ce nom sur X',
  'not-signed-in': 'aucun identifiant enregistré',
  'sign-in-expired': 'la connexion a expiré',
  'sign-in-revoked': 'X n’accepte plus la connexion',
  'renewal-failed': 'la connexion n’a pas pu être renouvelée',
  'renewal-lost': 'la connexion renouvelée n’a pas pu être enregistrée',
  'renewal-blocked': 'impossible d’écrire les identifiants',
  'renewal-busy': 'un autre processus renouvelle la connexion',
  'account-unknown': 'X ne dit pas à qui est ce compte',
};

const events: QueueSentences['events'] = {
  added: 'prévu',
  claimed: 'pris en charge',
  released: 'libéré, rien n’a été envoyé',
  sending: 'envoyé à X',
  posted: 'publié',
  refused: 'refusé',
  unknown: 'envoyé, sans certitude qu’il soit publié',
  checked: 'cherché sur X',
  postponed: 'reporté',
  reminded: 'rappel envoyé : publiez-le à la main',
  recorded: 'enregistré comme publié',
  missed: 'manqué',
  moved: 'déplacé',
  approved: 'validé',
  edited: 'modifié',
  retried: 'prévu de nouveau',
  cancelled: 'annulé',
  deleted: 'supprimé de X',
  paused: 'file mise en pause',
  resumed: 'file relancée',
  observed: 'compteurs relevés',
  gone: 'disparu de X : il n’est plus suivi',
  started: 'tweetspan run a démarré',
  stopped: 'tweetspan run s’est arrêté',
  'clock-changed': 'l’horloge de cette machine a changé : vérifiez-la',
  failed: 'échec : nouvel essai dans la minute',
};

const eventValues: Readonly<Record<string, string>> = {
  from: 'de',
  to: 'à',
  dueAt: 'créneau',
  until: 'jusqu’à',
  postedAt: 'le',
  checks: 'recherches',
  cost: 'coût',
  price: 'prix',
  attempt: 'essai',
  outcome: 'issue',
  posts: 'posts',
  by: 'de',
  pid: 'processus',
};

const recordIt = (id: number): string => `tweetspan record <url> --item ${id}`;

/** A local time in a sentence of candidates: `29 nov. 2026 à 20 h`. */
const localMoment = (localTime: string): string => `${date(localTime, 'fr')} à ${time(localTime.slice(11, 16), 'fr')}`;

export const fr: QueueSentences = {
  states,
  stateCount: (state, value) => `${count(value, 'fr')}\u00a0${pluralForm(value, states[state], PLURALS[state], 'fr')}`,
  reasons,
  thenResume: ', puis tweetspan queue resume',
  resumedBecause: {
    restored: 'vos posts sur X ont été lus',
    'wrong-clock': 'l’horloge de cette machine est de nouveau juste',
  },
  details,
  events,
  eventValues,
  advice: {
    page: (id) =>
      `tweetspan queue approve ${id} le publie quand même ; tweetspan queue edit ${id} le modifie ; tweetspan queue cancel ${id} l’abandonne`,
    review: (id) => `à valider : tweetspan queue approve ${id}`,
    lookedFor: (when) =>
      `il est peut-être sur X : tweetspan run l’y recherche le ${when} ; il n’y a rien à faire d’ici là`,
    sending: (when) =>
      `la réponse de X est attendue ; si le processus s’est arrêté, il sera recherché sur X après le ${when}`,
    unknown: (id) =>
      `il est peut-être sur X, vérifiez votre profil : s’il y est, ${recordIt(id)} ; sinon, tweetspan queue retry ${id}`,
    reminded: (id) => `publiez-le à la main, puis ${recordIt(id)}`,
    notRecorded: (id) =>
      `si vous l’avez publié, ${recordIt(id)} ; sinon, tweetspan queue retry ${id} lui donne un nouveau créneau ; tweetspan queue cancel ${id} l’abandonne`,
    missed: (id) =>
      `tweetspan queue retry ${id} lui donne un nouveau créneau ; tweetspan queue cancel ${id} l’abandonne`,
    refused: (id) => `tweetspan queue edit ${id} le modifie ; tweetspan queue cancel ${id} l’abandonne`,
    file: (id) =>
      `tweetspan queue retry ${id} le retente une fois le fichier remis ; tweetspan queue edit ${id} en choisit un autre`,
    duplicate: (id, url) =>
      `vous avez déjà publié ce texte : ${url} ; si c’est ce post, tweetspan record ${url} --item ${id}`,
  },
  ifMissed: (policy: MissedPolicy) => {
    if (policy === 'skip') return 'abandonner';
    return policy === 'next-slot'
      ? 'déplacer au prochain jour libre'
      : `publier jusqu’à ${span(policy.within, 'fr')} plus tard`;
  },

  list: {
    queue: 'File',
    empty: 'La file est vide. Pour la remplir : tweetspan schedule <brouillon>',
    none: 'Aucun élément dans cet état. Pour tout voir : tweetspan queue --all',
    posting: (person, host, since, ago) => `Publie : ${person} sur ${host} depuis ${since}, vu il y a ${ago}.`,
    standsBy: (person, host, ago) => `En réserve : ${person} sur ${host}, vu il y a ${ago}.`,
    running: (pid, host, ago) => `En marche : processus ${pid} sur ${host}, vu il y a ${ago}.`,
    idle: 'Le planificateur ne tourne pas : tweetspan run le lance.',
    paused: (since, why) => `En pause depuis le ${since} : ${why}`,
    until: (until) => `Reprise automatique le ${until}.`,
    resume: ' ; tweetspan queue resume la relance',
    next: (id, when) => `Prochain : élément ${id}, ${when}`,
    overdue: (id, when, ago) => `En retard : élément ${id}, prévu il y a ${ago}, le ${when}`,
    budget: (day, month) => `Dépensé : ${spentOf(day)} aujourd’hui, ${spentOf(month)} ce mois-ci (UTC)`,
    review: 'à valider',
    notBefore: (when) => `pas avant le ${when}`,
    more: (limit) => `plus de ${count(limit, 'fr')} lignes ; -n 0 les affiche toutes`,
  },
  item: {
    title: (id, state) => `Élément ${id} : ${states[state]}`,
    slot: 'créneau',
    planner: 'planifié par',
    person: ({ name, host }) => `${name} (${host})`,
    noSuchTime: (moment) => `demandé : ${moment} ; ce jour-là, le changement d’heure saute ou répète cette heure`,
    notBefore: 'pas avant',
    mode: 'mode',
    modes: { api: 'api, publié par le programme', remind: 'remind, publié à la main' },
    modeWords: { api: 'par l’API', remind: 'à la main' },
    cost: 'coût',
    link: 'lien',
    draft: 'brouillon',
    ifMissed: 'si manqué',
    gap: 'écart',
    experiment: 'expérience',
    drawn: ({ seed, link, arm }) =>
      `lien ${count(link, 'fr')}, ${arm === 'best' ? 'une des meilleures heures' : 'une heure habituelle'} par tirage (graine ${seed})`,
    until: 'fin de campagne',
    review: 'validation',
    waiting: 'à valider',
    added: 'ajouté le',
    attempts: 'essais',
    attemptCount: (attempts, checks) => `${count(attempts, 'fr')}, cherché ${count(checks, 'fr')} fois`,
    lastAttempt: 'dernier essai',
    post: 'post',
    postBy: 'lien pour publier',
    text: 'Texte :',
    media: 'Médias :',
    alt: (text) => `texte alternatif : ${text}`,
    noAlt: 'sans texte alternatif',
    tagged: (handles) => `identifiés : ${handles.join(', ')}`,
    log: 'Journal :',
    nothing: 'Rien ne s’est encore passé.',
    short: (id) => `élément ${id} : `,
    because: (why) => ` ; ${why}`,
  },

  changed: {
    cancelled: (id) => `élément ${id} : annulé`,
    cancelledFor: (id, when) =>
      `élément ${id} : annulé ; jusqu’au ${when}, tweetspan queue cancel ${id} --undo le prévoit de nouveau`,
    cancelledUnclear: (id) => `élément ${id} : annulé ; il est peut-être sur X malgré tout, vérifiez votre profil`,
    approved: (id) => `élément ${id} : validé`,
    approvedLate: (id) =>
      `élément ${id} : validé, mais son créneau est passé et il ne peut plus partir si tard ; tweetspan queue retry ${id} lui en donne un nouveau`,
    approvedMoves: (id) => `élément ${id} : validé ; son créneau est passé, il est déplacé au prochain jour libre`,
    adopted:
      'Cette machine travaille désormais sur cet historique. Rien n’est envoyé avant la lecture de vos posts sur X ; la file reprend ensuite automatiquement. Arrêtez tweetspan run sur l’autre machine',
    notACopy: 'Cette machine connaît déjà cet historique : il n’y a rien à reprendre',
    noApproval: (id) => `élément ${id} : n’est pas à valider`,
    moved: (id, when) => `élément ${id} : déplacé au ${when}`,
    edited: (id, when, price, score, isToBeApproved) =>
      `élément ${id} : modifié, ${isToBeApproved ? `à valider avec tweetspan queue approve ${id}, créneau du` : 'part le'} ${when} ; ${price === 0 ? 'gratuit' : money(price, 'fr')}${score === null ? '' : `, score du texte ${score}/100`}`,
    notEdited: (id) => `élément ${id} : rien à modifier`,
    confirmDelete: (id, post, price) =>
      `Supprimer l’élément ${id} de X (https://x.com/i/status/${post}) pour ${money(price, 'fr')} ? C’est définitif. [o/N]`,
    deleted: (id, price) =>
      `élément ${id} : supprimé de X pour ${money(price, 'fr')} ; son texte et ses compteurs restent dans votre historique`,
    now: (id) => `élément ${id} : part dans la minute si tweetspan run tourne, sinon avec tweetspan run --once`,
    retried: (id, when) => `élément ${id} : prévu de nouveau le ${when}`,
    remark: (text) => `. ${text}`,
    inExperiment: 'Il fait partie d’une expérience et compte toujours pour l’heure tirée au sort',
    leavesExperiment: 'Son lien sort de l’expérience : un lien est jugé sur ses deux posts',
    closeToOther: (minInterval) =>
      `Un autre de vos posts est à moins de ${span(minInterval, 'fr')} : le second ne partira qu’après ce délai`,
    paused: 'File en pause : rien ne part avant tweetspan queue resume',
    pausedAlready: (why) => `La file est déjà en pause : ${why}`,
    resumed: (why) => `File relancée ; elle était en pause : ${why}`,
    notPaused: 'La file n’est pas en pause',
    staysPaused: (why) => `la file reste en pause : ${why}`,
    unknownStays: (id) => `l’élément ${id} reste incertain ; rien n’a été modifié`,
    confirmNotOnX: (id) =>
      `L’élément ${id} a été envoyé et il est peut-être sur X. Vérifiez sur votre profil. S’il n’y est pas, l’envoyer de nouveau ? [o/N]`,
  },
  errors: {
    noQueue: (file) => `pas encore de file (${file}) : créez-la avec tweetspan schedule <brouillon>`,
    noItem: (id) => `pas d’élément ${id} : tweetspan queue --all les liste`,
    wrongState: (id, state, action, from) =>
      `l’élément ${id} est ${states[state]} ; ${ACTIONS[action]} est possible seulement s’il est ${list(
        from.map((each) => states[each]),
        'fr',
        'or',
      )}${action === 'delete' && state === 'planned' ? ` ; pour y renoncer : tweetspan queue cancel ${id}` : ''}`,
    justChanged: (id, state) =>
      `l’élément ${id} ${state === undefined ? 'a disparu' : `est maintenant ${states[state]}`} ; rien n’a été modifié`,
    passed: (id, slot, now) => `élément ${id} : ${slot} est passé ; donnez une heure après le ${now}`,
    afterCampaign: (id, slot, end) => `élément ${id} : ${slot} est après la fin de sa campagne le ${end}`,
    itemsOrLink: 'indiquez des éléments, ou tous ceux d’un lien avec --link',
    noneOfLink: (link) => `aucun élément en attente pour ${link} : tweetspan queue --all les liste tous`,
    undoTooLate: (id) =>
      `l’élément ${id} ne peut plus être rétabli : son créneau est passé ; replanifiez son brouillon`,
    altWithoutMedia: '--alt décrit le fichier du --media qui le précède : ajoutez --media',
    noEditor: 'ce n’est pas un terminal : passez --text, --file ou --media ; rien n’a été modifié',
    editorFailed: 'l’éditeur s’est terminé en erreur ; rien n’a été modifié',
    linkLost: (id, link) => `l’élément ${id} promeut ${link} : gardez ce lien dans son texte`,
    notEdited: (id, why) => `l’élément ${id} n’a pas été modifié : ${why}`,
    notDeleted: (id, post, why) =>
      `élément ${id} : X ne l’a pas supprimé${why === '' ? '' : ` (${why})`} ; regardez https://x.com/i/status/${post} et supprimez-le là`,
    alreadyDeleted: (id) => `l’élément ${id} est déjà supprimé de X ; rien n’a été fait`,
    tooClose: (id, slot, other, gap, free) =>
      `élément ${id} : ${slot} est trop près d’${other} ; laissez au moins ${span(gap, 'fr')}, prochaine heure libre le ${free}`,
    itemAt: (id, slot) => `un autre post prévu du même lien (élément ${id}), le ${slot}`,
    lastPostAt: (slot) => `un post déjà publié du même lien, le ${slot}`,
    ownPostAt: (slot) => `un autre de vos posts, le ${slot}`,
    noSlot: (id) => `élément ${id} : aucun créneau libre avant la fin de sa campagne ; choisissez une heure avec --at`,
    foundOnX: (id, url) => `élément ${id} : il est sur X, ${url} ; il est maintenant enregistré comme publié`,
    stillLooking: (id, when) =>
      `élément ${id} : il est peut-être sur X et y sera de nouveau recherché le ${when} ; votre profil peut avoir du retard : réessayez après`,
    mayBeOnX: (id) =>
      `l’élément ${id} est peut-être sur X : vérifiez votre profil ; s’il n’y est pas, ajoutez --not-on-x ; s’il y est, ${recordIt(id)}`,
    noCalendar: 'aucun élément n’est à publier à la main : rien à mettre dans un agenda',
    nothingOnTerminal: 'ce n’est pas un terminal : ajoutez --yes pour confirmer ; rien n’a été fait',
  },

  post: {
    confirm: (price) => `Publier maintenant pour ${money(price, 'fr')} ? [o/N]`,
    confirmByHand: 'Publier maintenant à la main ? [o/N]',
    nothingPosted: 'rien n’a été publié',
    posted: (url) => `Publié : ${url}`,
    open: (link, id) => `Ouvrez ${link}\nEnsuite : ${recordIt(id)}`,
    waiting: (id, why) => `l’élément ${id} n’a pas été publié et reste prévu : ${why}`,
    refused: (id, why) => `l’élément ${id} a été refusé : ${why}`,
    busy: (id) =>
      `élément ${id} : il attend, un autre post part en ce moment ; tweetspan run l’enverra dès que possible`,
    notSaved: (id, url, why) =>
      `il est sur X, mais cela n’a pas pu être enregistré (${why}) : tweetspan run le retrouvera automatiquement ; ou bien : tweetspan record ${url} --item ${id}`,
    overBudget: (price, left) =>
      `cela coûte ${money(price, 'fr')}, et il reste ${money(left, 'fr')} de votre budget : relevez-le avec tweetspan budget, ou utilisez --mode remind (gratuit)`,
    paused: (why) => `la file est en pause (${why}) : tweetspan queue resume la relance`,
    pausedUntil: (why, until) =>
      `la file est en pause jusqu’au ${until} (${why}) ; tweetspan queue resume la relance plus tôt`,
    held: (why) => `la file est en pause : ${why}`,
    signedOut: 'vous n’êtes pas connecté : lancez tweetspan login, ou utilisez --mode remind (gratuit, sans connexion)',
    noTerminal: 'ce n’est pas un terminal : ajoutez --yes pour confirmer ; rien n’a été publié',
    noLink: 'le brouillon n’a pas de lien : ajoutez celui que vous voulez partager',
  },
  repost: {
    confirm: (post, price) => `Reposter ${post} pour ${money(price, 'fr')} ? [o/N]`,
    confirmUndo: (post, price) => `Annuler le repost de ${post} pour ${money(price, 'fr')} ? [o/N]`,
    done: (post) => `Reposté : https://x.com/i/status/${post}`,
    undone: (post) => `Repost annulé : https://x.com/i/status/${post}`,
    nothingDone: 'rien n’a été fait',
    notYours: (post) =>
      `le post ${post} n’est pas dans votre historique : seuls vos propres posts se repostent ; lancez tweetspan sync`,
    signedOut: 'vous n’êtes pas connecté : lancez tweetspan login',
  },
  record: {
    recorded: (id) => `élément ${id} : enregistré comme publié`,
    added: 'Le post est dans votre historique',
    known: 'Le post était déjà dans votre historique',
    tracked: ' ; ses compteurs sont suivis tant que tweetspan run tourne',
    notTracked: ' ; ses compteurs ne sont pas suivis, car vous n’êtes pas connecté (tweetspan login)',
    whose: ' ; votre nom de compte n’est pas connu ici : vérifiez que ce post est le vôtre',
    notYours: (handle, own) =>
      `c’est un post de @${handle}, et votre historique est celui de @${own} : n’enregistrez que vos propres posts`,
    taken: (post, id) => `le post ${post} est déjà enregistré comme élément ${id} : donnez un autre post`,
    notAUrl: (received) =>
      `« ${received} » n’est pas l’URL d’un post : donnez par exemple https://x.com/example/status/123`,
    tooOld: (post) => `le post ${post} date d’avant novembre 2010, ou n’en est pas un : vérifiez l’URL`,
    future: (post, at) => `le post ${post} est dans le futur (${at}) : vérifiez l’URL et votre horloge`,
    beforeItem: (post, at, id) => `le post ${post} (${at}) est plus ancien que l’élément ${id} : donnez le bon post`,
    noCandidate:
      'aucun élément n’attend d’être enregistré : indiquez-en un avec --item, ou donnez le texte avec --text ou --file',
    whichItem: (candidates) =>
      `plusieurs éléments attendent : utilisez --item avec l’un de ${candidates
        .map(({ id, state, requestedTime }) => `${id} (${states[state]}, ${localMoment(requestedTime)})`)
        .join(', ')}`,
  },
  sync: {
    done: (posts, added) =>
      `${plural(posts, 'post lu', 'posts lus', 'fr')}, dont ${plural(added, 'nouveau', 'nouveaux', 'fr')}`,
    gone: (posts) => `${plural(posts, 'disparu', 'disparus', 'fr')} de X`,
    cost: (price) => `coût : ${money(price, 'fr')}`,
    older: 'il y a des posts plus anciens : le budget, ou X, n’en permet pas davantage',
    spent: 'le budget est épuisé : relevez-le avec tweetspan budget',
    progress: 'Lecture des posts sur X …',
  },
  count: {
    posts: (posts) => `${plural(posts, 'post', 'posts', 'fr')} en 7 jours`,
    cost: (price) => `coût : ${money(price, 'fr')}`,
    emptyWord: 'un mot est vide : donnez des mots à compter, par exemple logement "prix du loyer"',
    overBudget: (words, price, left) =>
      `compter ${plural(words, 'mot', 'mots', 'fr')} coûte ${money(price, 'fr')}, et il reste ${money(left, 'fr')} de votre budget : comptez-en moins, ou voyez tweetspan budget`,
  },
  run: {
    alreadyRunning: (file) => `tweetspan run travaille déjà sur ${file} ; tweetspan doctor indique quel processus`,
  },
  calendar: {
    name: 'Posts planifiés',
    event: (title) => `Publier : ${title}`,
    open: (link) => `Ouvrez la fenêtre de rédaction : ${link}`,
    media: (files) => `À joindre à la main : ${files}`,
    recordIt: (id) => `Ensuite : ${recordIt(id)}`,
  },
  options: {
    item: 'numéro d’un élément',
    items: 'numéros d’éléments',
    itemInvalid: 'donnez le numéro d’un élément, comme tweetspan queue les liste',
    when: 'une heure telle que 2026-03-05T09:00, "demain 9h", "lundi 17h30" ou 17h30, ou un décalage de son créneau tel que +2h, -1h ou +1j',
    whenInvalid:
      'donnez une date et une heure telles que 2026-03-05T09:00, "demain 9h" ou 17h30, ou un décalage tel que +2h, -1h ou +1j',
    zone: 'fuseau horaire IANA de l’heure (par défaut : celui de l’élément)',
    stateInvalid: (known) => `donnez l’un de ${known.join(', ')}`,
    yes: 'ne pas demander de confirmation',
  },
  help: {
    queue: {
      summary: 'lister et modifier les posts planifiés',
      description: 'Lister les posts planifiés avec leurs textes, créneaux et états, et les modifier.',
      examples: [
        'tweetspan queue                      # ce qui est prévu ou demande votre attention',
        'tweetspan queue show 2               # tout sur l’élément 2',
        'tweetspan queue move 2 +1d           # même heure, un jour plus tard',
        'tweetspan queue pause                # ne plus rien envoyer',
      ],
    },
    list: {
      summary: 'lister les posts planifiés',
      description: 'Lister les posts planifiés, et ceux qui demandent votre attention, dans l’ordre de leurs créneaux.',
      examples: ['tweetspan queue', 'tweetspan queue --state unknown', 'tweetspan queue --format ics > plan.ics'],
      state: (known) => `seulement les éléments dans cet état ; répétable (${known.join(', ')})`,
      stateDefault: 'tous sauf posted et cancelled',
      link: 'seulement les éléments de ce lien',
      all: 'aussi les éléments publiés ou annulés',
    },
    show: {
      summary: 'tout afficher sur un élément',
      description: 'Afficher un élément : son texte exact, ses médias et tout ce qui lui est arrivé.',
      examples: ['tweetspan queue show 2'],
    },
    cancel: {
      summary: 'annuler des éléments',
      description:
        'Annuler des éléments : ils sont gardés, mais ne partent jamais. Jusqu’à son créneau, --undo rétablit un élément.',
      examples: [
        'tweetspan queue cancel 2 3',
        'tweetspan queue cancel 2 --undo',
        'tweetspan queue cancel --link https://example.org/guide',
      ],
      link: 'tous les éléments en attente de ce lien',
      undo: 'rétablir des éléments annulés, à leur créneau',
    },
    approve: {
      summary: 'valider des éléments',
      description: 'Valider des éléments planifiés avec --review : ils partent alors à l’heure.',
      examples: ['tweetspan queue approve 2 3'],
    },
    move: {
      summary: 'déplacer un élément',
      description:
        'Déplacer un élément à une autre heure, à distance de vos autres posts. Un décalage compte à partir de son créneau, ou de maintenant s’il est passé.',
      examples: [
        'tweetspan queue move 2 +2h',
        'tweetspan queue move 2 -1h',
        'tweetspan queue move 2 "demain 9h"',
        'tweetspan queue move 2 2026-03-05T09:00',
      ],
    },
    edit: {
      summary: 'changer le texte ou les médias d’un élément',
      description:
        'Changer le texte ou les médias d’un élément, dans votre éditeur ($VISUAL, $EDITOR) ou par des options. Il est jugé de nouveau ; un élément refusé ou manqué est prévu de nouveau.',
      examples: [
        'tweetspan queue edit 2',
        'tweetspan queue edit 2 --text "5 questions à poser avant de louer https://example.org/guide"',
        'tweetspan queue edit 2 --media photo.jpg --alt "Le parc vu de la rue"',
      ],
      text: 'son nouveau texte',
      file: 'fichier du nouveau texte, avec les médias en en-tête ; - pour l’entrée standard',
      media: 'image ou vidéo à la place de ses médias ; répétable',
      noMedia: 'retirer ses médias',
      alt: 'texte alternatif du --media qui précède ; répétable',
    },
    delete: {
      summary: 'supprimer de X un élément publié',
      description:
        'Supprimer de X le post d’un élément, après une confirmation qui indique le prix. Son texte et ses compteurs restent dans votre historique.',
      examples: ['tweetspan queue delete 2'],
    },
    now: {
      summary: 'envoyer un élément maintenant',
      description:
        'Donner maintenant pour créneau à un élément : le planificateur l’envoie, ou vous le rappelle, dans la minute. Toutes les autres vérifications restent.',
      examples: ['tweetspan queue now 2'],
    },
    retry: {
      summary: 'prévoir de nouveau un élément',
      description: 'Prévoir de nouveau un élément manqué ou refusé, ou dont on ne sait s’il est sur X.',
      examples: ['tweetspan queue retry 2', 'tweetspan queue retry 2 --at +2h'],
      at: 'une heure ou un décalage, comme pour queue move (par défaut : même heure, prochain jour libre)',
      notOnX: 'vous avez vérifié sur votre profil, et le post n’y est pas',
    },
    pause: {
      summary: 'mettre la file en pause',
      description: 'Mettre la file en pause : le programme n’envoie rien avant que vous la relanciez.',
      examples: ['tweetspan queue pause'],
    },
    resume: {
      summary: 'relancer la file',
      description: 'Relancer la file, et afficher pourquoi elle était en pause.',
      examples: ['tweetspan queue resume'],
    },
    adopt: {
      summary: 'travailler ici sur un historique copié',
      description:
        'Travaille ici sur un historique venu d’une autre machine : vos posts sur X sont d’abord lus, pour qu’aucun ne parte deux fois.',
      examples: ['tweetspan queue adopt'],
    },
    log: {
      summary: 'afficher ce qui s’est passé',
      description: 'Afficher ce qui s’est passé, le plus récent en dernier.',
      examples: ['tweetspan queue log -n 50', 'tweetspan queue log --item 2'],
      item: 'seulement cet élément',
    },
    post: {
      summary: 'publier un brouillon maintenant',
      description:
        'Publier un brouillon maintenant, une seule fois, comme le fait la file : le texte et le prix sont affichés d’abord.',
      examples: ['tweetspan post brouillon.md', 'tweetspan post brouillon.md --mode remind   # à la main, gratuit'],
      draft: 'fichier du brouillon, ou - pour l’entrée standard',
      mode: 'par le programme (api, par défaut si vous êtes connecté), ou à la main par un lien (remind, par défaut sinon)',
    },
    repost: {
      summary: 'reposter un de vos posts',
      description:
        'Reposter un de vos posts tel quel, pour une fraction du prix d’un nouveau post ; ou annuler ce repost.',
      examples: [
        'tweetspan repost https://x.com/example/status/123',
        'tweetspan repost https://x.com/example/status/123 --undo',
      ],
      url: 'URL du post',
      undo: 'annuler le repost',
    },
    record: {
      summary: 'enregistrer un post publié à la main',
      description:
        'Ajouter à la file et à l’historique un post publié à la main ; ses compteurs sont suivis à partir de là.',
      examples: [
        'tweetspan record https://x.com/example/status/123',
        'tweetspan record https://x.com/example/status/123 --item 2',
      ],
      url: 'URL du post, par exemple https://x.com/example/status/123',
      item: 'l’élément auquel il correspond (par défaut : le seul qui attend)',
      text: 'son texte, s’il ne correspond à aucun élément',
      file: 'fichier contenant son texte ; - pour l’entrée standard',
    },
    run: {
      summary: 'faire tourner le planificateur',
      description:
        'Envoyer ce qui est à envoyer et vous rappeler ce que vous publiez à la main, chaque minute ; relever les compteurs de vos posts.',
      examples: ['tweetspan run', 'tweetspan run --once      # pour cron'],
      once: 'faire ce qui est à faire maintenant, puis s’arrêter ; pour cron',
      log: 'format du journal sur la sortie d’erreur',
      minInterval: 'délai minimal entre deux posts du compte (par défaut : 1h)',
    },
    sync: {
      summary: 'lire vos posts sur X',
      description:
        'Lire vos posts et leurs compteurs sur X et les ajouter à l’historique, pour 0,005 $US par post et par jour (0,001 $US si l’application X est à vous : x.ownApp).',
      examples: ['tweetspan sync', 'tweetspan sync --since 2026-01-01'],
      since: 'posts à partir de ce jour ou de cet instant (par défaut : 30 derniers jours)',
      all: 'tout ce que X a encore, jusqu’à 3 200 posts',
    },
    count: {
      summary: 'compter les posts récents qui contiennent un mot',
      description: 'Compter les posts des 7 derniers jours sur X qui contiennent un mot, pour 0,005 $US par mot.',
      examples: ['tweetspan keywords count logement "prix du loyer" --language fr'],
      words: 'mots ou expressions',
      language: 'langue des posts, comme fr (par défaut : toutes)',
    },
  },
};

const spentOf = ({ spent, cap }: { readonly spent: number; readonly cap: number }): string =>
  `${money(spent, 'fr')} sur ${money(cap, 'fr')}`;

const ACTIONS: Words<Action> = {
  cancel: 'l’annuler',
  undo: 'rétablir l’élément par --undo',
  now: 'l’envoyer maintenant',
  edit: 'le modifier',
  delete: 'le supprimer de X',
  approve: 'le valider',
  move: 'le déplacer',
  retry: 'le prévoir de nouveau',
  record: 'l’enregistrer',
};
