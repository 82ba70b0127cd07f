// What `doctor` and `service` say, and what a reminder says on the desktop, in French.
import type { FindingData, Scope } from '#doctor/check.js';
import type { ServiceFault } from '#doctor/facts.js';
import { count, list, moment, money, plural, span } from '../format.js';
import type { FindingSentences, RemedySentences, ServiceFaultClauses, SystemSentences } from './en.js';

const megabytes = (bytes: number): string => `${count(Math.ceil(bytes / 1e6), 'fr')}\u00a0Mo`;

const numbers = ({ items }: { readonly items: readonly number[] }): string =>
  `${items.slice(0, 5).join(', ')}${items.length > 5 ? ' …' : ''}`;

const utc = (instant: string): string => `${moment(instant.slice(0, 16), 'fr')} UTC`;

const amount = ({ spent, cap }: { readonly spent: number; readonly cap: number }): string =>
  `${money(spent, 'fr')} sur ${money(cap, 'fr')}`;

const versions = ({ version }: FindingData['newer']): string =>
  version === undefined ? '' : ` (version ${version.found} ; celui-ci lit la ${version.present})`;

const scopes: Readonly<Record<Scope, string>> = {
  'tweet.write': 'pour publier',
  'media.write': 'pour joindre des images',
  'offline.access': 'pour rester connecté',
  'tweet.read': 'pour lire vos posts',
  'users.read': 'pour connaître votre compte',
};

const serviceFaults: ServiceFaultClauses = {
  'no-manager': ({ platform }) => `ni systemd ni launchd sur ${platform}`,
  'tool-missing': ({ tool }) => `${tool} est introuvable`,
  'tool-refuses': ({ tool, reply }) => `${tool} répond « ${reply} »`,
  'no-home': () => 'HOME n’est pas définie',
};

const serviceFault = (fault: ServiceFault): string =>
  (serviceFaults[fault.code] as (fault: ServiceFault) => string)(fault);

const findings: FindingSentences = {
  'node-runs': ({ version, node }) => `tweetspan ${version} tourne avec Node ${node}.`,
  'engine-works': ({ engine }) => `Le moteur de base de données fonctionne (${engine}).`,
  'engine-missing': ({ why }) => `Aucun moteur de base de données ne fonctionne (${why}).`,
  'no-history': ({ file }) => `Pas encore d’historique (${file}).`,
  'history-sound': ({ file, bytes, version }) =>
    `L’historique est intact : ${file}, ${megabytes(bytes)}, version ${version}.`,
  'history-unchecked': ({ file, bytes, version }) =>
    `L’historique s’ouvre, mais il est trop grand pour être vérifié : ${file}, ${megabytes(bytes)}, version ${version}.`,
  damaged: ({ file, detail }) => `${file} est endommagé (${detail}).`,
  unreadable: ({ file, detail }) => `${file} est illisible (${detail}).`,
  'no-native-part': ({ file }) => `${file} ne peut pas être ouvert sans moteur de base de données.`,
  newer: (data) => `${data.file} a été écrit par un tweetspan plus récent${versions(data)}.`,
  older: (data) => `${data.file} a été écrit par un tweetspan plus ancien${versions(data)}.`,
  'not-ours': ({ file }) => `${file} est la base d’un autre programme.`,
  locked: ({ file }) => `${file} est verrouillé : un autre programme y écrit.`,
  'read-only': ({ file }) => `${file} est en lecture seule.`,
  full: ({ file }) => `Le disque de ${file} est plein.`,
  corrupt: ({ file }) => `${file} est endommagé, ou n’est pas une base de données.`,
  unreachable: ({ file }) => `${file} ne s’ouvre pas.`,
  'network-disk': ({ file, system }) =>
    `${file} est sur un disque réseau (${system}), où SQLite peut l’endommager : son journal demande un disque local.`,
  'synced-folder': ({ file, service }) =>
    `${file} est dans un dossier que ${service} copie sur d’autres machines, au risque de l’abîmer ou de publier deux fois.`,
  'little-space': ({ file, freeBytes }) =>
    `Il ne reste que ${count(Math.floor(freeBytes / 1e6), 'fr')}\u00a0Mo sur le disque de ${file}.`,
  'server-open': ({ place, version, schema, isEncrypted }) =>
    `La file est sur ${place} : PostgreSQL ${version}, schéma ${schema}, connexion ${isEncrypted ? 'chiffrée' : 'non chiffrée'}.`,
  'server-unusable': ({ problem, problemData }, { store }) => `File partagée : ${store(problem, problemData)}.`,
  'server-unencrypted': () => 'La connexion au serveur n’est pas chiffrée : d’autres peuvent lire sur le réseau.',
  'server-replaced': () =>
    'Le serveur a été rétabli depuis une sauvegarde ou remplacé par un autre : rien n’est envoyé avant la lecture de vos posts sur X.',
  'server-worked-on-by': ({ role }) =>
    role === 'owner'
      ? 'Vous pouvez travailler sur la file partagée et mettre à jour son schéma.'
      : 'Vous pouvez travailler sur la file partagée.',
  'server-read-by': () => 'Vous pouvez seulement lire la file partagée.',
  'server-clock-same': () => 'Votre horloge est d’accord avec celle du serveur.',
  'server-clock-differs': ({ ahead }) =>
    `Votre horloge ${ahead < 0 ? 'retarde' : 'avance'} de ${span(Math.abs(ahead), 'fr')} sur celle du serveur ; la file partagée suit celle du serveur.`,
  'server-media': ({ files, bytes }) =>
    `Le serveur garde ${plural(files, 'image ou vidéo', 'images et vidéos', 'fr')}, ${megabytes(bytes)}.`,
  'no-posts': () => 'L’historique ne contient encore aucun post.',
  'history-of': ({ handles, id, posts, newest }) => {
    const names = handles.map((handle) => `@${handle}`).join(', ');
    const owner = names !== '' ? `de ${names}` : id === undefined ? 'd’un compte sans nom' : `du compte ${id}`;
    const age = newest === undefined ? '' : `, le plus récent il y a ${span(newest.age, 'fr')} (${utc(newest.at)})`;
    return `Historique ${owner} : ${plural(posts, 'post', 'posts', 'fr')}${age}.`;
  },
  'not-signed-in': ({ byApi }) =>
    byApi === 0
      ? 'Vous n’êtes pas connecté à X : vous publiez à la main, sur rappel.'
      : `Vous n’êtes pas connecté à X, et tweetspan doit publier ${plural(byApi, 'post prévu', 'posts prévus', 'fr')}.`,
  'credentials-exposed': ({ file, mode }) =>
    `D’autres utilisateurs peuvent lire ${file} (mode ${mode}) ; il n’est pas utilisé.`,
  'credentials-unusable': ({ fault }, { credentials }) =>
    `Vos identifiants sont inutilisables : ${credentials(fault)}.`,
  'signed-in-by-keys': ({ place }, phrases) =>
    `Connecté à X avec les clés d’une application, qui n’expirent pas ; conservées dans ${phrases.place(place)}.`,
  'signed-in-renewed': ({ place }, phrases) =>
    `Connecté à X par le navigateur, avec renouvellement automatique ; identifiants dans ${phrases.place(place)}.`,
  'signed-in-until': ({ place, expiresAt }, phrases) =>
    `Connecté à X par le navigateur jusqu’au ${utc(expiresAt)}, sans renouvellement ; identifiants dans ${phrases.place(place)}.`,
  'sign-in-expired': ({ place, expiresAt }, phrases) =>
    `Votre connexion à X a expiré le ${utc(expiresAt)}, sans renouvellement ; identifiants dans ${phrases.place(place)}.`,
  'scopes-unknown': () =>
    'Seule la Developer Console de X indique ce que vos clés permettent ; pour publier, il faut « Read and write ».',
  'scopes-complete': () => 'Votre connexion permet de publier, de joindre des images et de rester connecté.',
  'scopes-missing': ({ missing }) =>
    `Il manque à votre connexion ${list(
      missing.map((scope) => `${scope} (${scopes[scope]})`),
      'fr',
    )}.`,
  'account-unknown': () => 'On ignore si vos clés sont celles du compte de l’historique ; --online interroge X.',
  'account-same': ({ signedIn }) => `Vous êtes connecté comme ${signedIn}, dont c’est l’historique.`,
  'account-other': ({ signedIn, owner }) =>
    `Vous êtes connecté comme ${signedIn}, mais cet historique est celui de ${owner}.`,
  'online-accepted': ({ handle, price }) =>
    `X accepte votre connexion comme @${handle} ; la vérification a coûté ${money(price, 'fr')}.`,
  'online-over-budget': ({ price }) => `X n’a pas été interrogé : votre budget ne permet pas ${money(price, 'fr')}.`,
  'online-unreachable': ({ detail }) => `X est injoignable pour le moment (${detail}).`,
  'online-rejected': ({ detail }) => `X rejette votre connexion : ${detail}.`,
  'online-stopped': (data, { reason }) => `Réponse de X : ${reason(data)}.`,
  'clock-not-compared': () => 'Votre horloge n’a pas encore été comparée à celle de X : rien n’a été envoyé ni lu.',
  'clock-right': () => 'Votre horloge est à l’heure de celle de X.',
  'clock-wrong': ({ ahead, seenAgo }) =>
    `Votre horloge ${ahead < 0 ? 'retarde' : 'avance'} de ${span(Math.abs(ahead), 'fr')} sur celle de X (constaté il y a ${span(seenAgo, 'fr')}).`,
  'zone-used': ({ zone, from, rules }) =>
    `Les heures sont celles du fuseau ${zone}, d’après ${from === 'TZ' ? 'TZ' : 'votre système'}${
      rules === '' ? '' : `, règles des fuseaux ${rules}`
    }.`,
  'zone-ignored': ({ zone, received }) =>
    `TZ vaut « ${received} », qui n’est pas un fuseau horaire : les heures sont celles de ${zone}.`,
  'zone-rules-changed': ({ planned, present }) =>
    `Les règles des fuseaux ont changé depuis la planification (${planned}, maintenant ${present}) : chaque post garde son heure locale.`,
  'budget-left': ({ day, month }) => `Dépensé pour X : ${amount(day)} aujourd’hui, ${amount(month)} ce mois-ci (UTC).`,
  'budget-zero': () =>
    `Votre budget est de ${money(0, 'fr')} : rien de payant n’est possible ; publier à la main est gratuit.`,
  'budget-spent': (data) =>
    `Le budget ${data.period === 'month' ? 'du mois' : 'du jour'} est épuisé : ${amount(data)}. Tout ce qui est payant attend.`,
  'queue-empty': () => 'La file est vide.',
  'queue-holds': ({ states, next }, phrases) => {
    const slot =
      next === undefined ? '' : ` ; prochain : élément ${next.item}, ${moment(next.localTime, 'fr')} (${next.zone})`;
    return `File : ${phrases.states(states)}${slot}.`;
  },
  'queue-paused': (data, { reason }) => `La file est en pause depuis le ${utc(data.since)} : ${reason(data)}.`,
  'items-unknown': (data) => `Éléments envoyés, sans certitude qu’ils soient publiés : ${numbers(data)}.`,
  'items-refused': (data) => `Éléments refusés ces 7 derniers jours : ${numbers(data)}.`,
  'items-missed': (data) => `Éléments manqués ces 7 derniers jours : ${numbers(data)}.`,
  'items-reminded': (data) => `Éléments à publier à la main maintenant : ${numbers(data)}.`,
  'items-in-review': (data) => `Éléments à valider : ${numbers(data)}.`,
  'worker-runs': ({ pid, host, version, age, person, postingSince }) => {
    const who = person === undefined ? '' : ` (${person})`;
    const role =
      postingSince === undefined
        ? ''
        : postingSince === null
          ? ' ; il est en réserve'
          : ` ; il publie depuis le ${utc(postingSince)}`;
    return `tweetspan run est actif : processus ${pid} sur ${host}${who}, version ${version}, depuis ${span(age, 'fr')}${role}.`;
  },
  'worker-of-other-version': ({ worker, program }) =>
    `Ce processus est en version ${worker}, ce programme en version ${program}.`,
  'cron-runs': () => 'cron s’occupe de la file, par une ligne de votre crontab (tweetspan run --once).',
  'queue-idle': () => 'Le planificateur ne tourne pas, et rien n’est prévu.',
  'queue-unattended': ({ planned, last }) => {
    const gone = last === undefined ? '' : ` : le processus ${last.pid} sur ${last.host} ne répond plus`;
    return `${plural(planned, 'post est prévu', 'posts sont prévus', 'fr')}, mais le planificateur ne tourne pas${gone}.`;
  },
  'service-unavailable': ({ fault }) => `Aucun service ne peut être installé ici (${serviceFault(fault)}).`,
  'service-missing': () => 'Le service n’est pas installé.',
  'service-runs': ({ file }) => `Le service tourne (${file}).`,
  'service-not-at-login': ({ file }) =>
    `Le service tourne, mais ne démarre pas à l’ouverture de votre session (${file}).`,
  'service-stopped': ({ file }) => `Le service est installé, mais ne tourne pas (${file}).`,
  'service-broken': ({ file, missing }) =>
    `Le service ne pourra pas redémarrer : ${list(missing, 'fr')}, cité dans ${file}, n’existe plus.`,
  'service-settings-differ': ({ names }) => `Le service a été installé avec d’autres valeurs de ${list(names, 'fr')}.`,
  'service-without-keys': ({ names }) =>
    `${list(names, 'fr')} : ${names.length === 1 ? 'défini' : 'définis'} dans ce shell seulement, le service n’en dispose pas.`,
  'service-ends-at-logout': () => 'Le service s’arrête quand vous fermez votre session (linger désactivé).',
  'notices-shown': () => 'Les rappels s’affichent sur votre bureau.',
  'notices-missing': () =>
    'Les rappels s’affichent dans le terminal seulement : pas de session graphique, ou notify-send absent ; remind.command peut les envoyer ailleurs.',
  'reminders-by-command': () => 'Les rappels sont transmis à votre propre commande (remind.command).',
  'reminder-unreached': ({ ago }) => `Le dernier rappel n’a atteint personne (il y a ${span(ago, 'fr')}).`,
  'clipboard-works': () => 'Le texte d’un rappel est copié dans le presse-papiers.',
  'clipboard-missing': () =>
    'Vous copiez vous-même le texte d’un rappel : pas de presse-papiers ici, ou wl-copy, xclip et xsel absents.',
};

const remedies: RemedySentences = {
  'install-engine': () =>
    'Utilisez Node 22.16 ou plus récent, qui contient SQLite, ou installez Python, make et un compilateur C++ puis relancez npm ci ; lint fonctionne sans.',
  'install-engine-first': () => 'Installez-en un comme indiqué plus haut, puis relancez tweetspan doctor.',
  'create-history': () => 'tweetspan import <archive ou export> le crée ; tweetspan schedule <brouillon> aussi.',
  'fill-history': () => 'Lancez tweetspan import <archive ou export>, ou tweetspan sync une fois connecté.',
  restore: () =>
    'Mettez une copie à sa place (tweetspan restore <copie>), ou déplacez le fichier et importez de nouveau.',
  'other-file': () => 'Indiquez le fichier d’un historique avec --db ou TWEETSPAN_DB.',
  'update-program': () => 'Mettez tweetspan à jour, ou indiquez un autre fichier avec --db.',
  'updated-on-use': () => 'Rien à faire : la prochaine commande qui s’en sert le met à jour et en garde une copie.',
  'wait-for-lock': () => 'Attendez qu’il ait fini, puis relancez tweetspan doctor.',
  'allow-writing': () =>
    'Donnez-vous le droit d’écrire ce fichier et son dossier, ou indiquez un autre fichier avec --db.',
  'free-space': () => 'Libérez de la place : sans elle, rien ne peut être publié sans risque.',
  'check-folder': () => 'Vérifiez que son dossier existe, que vous pouvez y écrire et qu’il est sur un disque local.',
  'use-local-disk': () => 'Déplacez-le sur un disque local, et indiquez-le avec --db ou TWEETSPAN_DB.',
  'encrypt-connection': () => 'Enlevez sslmode=disable de l’adresse, sauf si un tunnel la protège.',
  'look-again': () => 'Relancez ensuite tweetspan doctor.',
  'resumes-once-read': () => 'Reprise automatique dès que tweetspan run est actif sur une machine connectée à X.',
  'adopt-queue': () => 'Quand l’autre file ne publie plus rien : tweetspan queue adopt.',
  'leave-synced-folder': () =>
    'Déplacez-le dans un dossier qui n’est pas synchronisé, et indiquez-le avec --db ou TWEETSPAN_DB.',
  'sign-in': () => 'Lancez tweetspan login.',
  'sign-in-again': () => 'Reconnectez-vous : tweetspan login.',
  'protect-file': ({ file }) => `Lancez chmod 600 ${file} ; si d’autres ont pu le lire, créez de nouvelles clés.`,
  'repair-credentials': () => 'Corrigez cela, ou reconnectez-vous : tweetspan login.',
  'grant-scopes': () => 'Reconnectez-vous en accordant tous les droits : tweetspan login.',
  'switch-account': ({ owner }) =>
    `Connectez-vous comme ${owner} (tweetspan login), ou indiquez un autre historique avec --db.`,
  'raise-budget': ({ period }) => {
    const next = { day: 'demain', month: 'le mois prochain', any: 'le jour ou le mois suivant' }[period ?? 'any'];
    return `Attendez ${next}, ou relevez le plafond avec tweetspan budget.`;
  },
  'check-connection': () => 'Vérifiez votre connexion, puis réessayez.',
  'ask-online': ({ price }) => `tweetspan doctor --online les compare, pour ${money(price, 'fr')}.`,
  'set-clock': () =>
    'Laissez votre système régler l’horloge (Linux : timedatectl set-ntp true) ; d’ici là, les posts partent à de mauvaises heures.',
  'set-zone': () => 'Donnez à TZ un nom IANA tel que Europe/Paris, ou supprimez-la.',
  'schedule-draft': () => 'tweetspan schedule <brouillon> la remplit.',
  'resumes-alone': ({ until }) => `Reprise automatique le ${utc(until)}.`,
  'resume-queue': () => 'Quand c’est fait : tweetspan queue resume.',
  'settle-unknown': () =>
    'Vérifiez sur votre profil : s’il y est, tweetspan record <url> --item <n> ; sinon, tweetspan queue retry <n>.',
  'settle-refused': () =>
    'tweetspan queue show <n> explique pourquoi ; ensuite tweetspan queue retry <n> ou tweetspan queue cancel <n>.',
  'settle-missed': () => 'tweetspan queue retry <n> donne un nouveau créneau, tweetspan queue cancel <n> y renonce.',
  'post-by-hand': () => 'Publiez-les, puis tweetspan record <url> --item <n>.',
  'approve-items': () => 'tweetspan queue approve <n>',
  'restart-worker': () => 'Relancez-le (pour un service : tweetspan service install).',
  'run-scheduler': ({ cronLine }) =>
    `Lancez tweetspan run, ou tweetspan service install pour qu’il tourne en permanence${
      cronLine === undefined ? '.' : `, ou ajoutez cette ligne à votre crontab : ${cronLine}`
    }`,
  'install-service': () => 'tweetspan service install fait tourner la file en arrière-plan.',
  'enable-service': () => 'tweetspan service install y remédie.',
  'start-service': () => 'tweetspan service install le lance ; son journal dit pourquoi il s’est arrêté.',
  'choose-channel': () =>
    'Définissez remind.command dans votre propre configuration, ou lancez le planificateur dans votre session graphique.',
  'enable-linger': () => 'Pour qu’il continue : loginctl enable-linger',
};

const yesNo = (is: boolean): string => (is ? 'oui' : 'non');

export const fr: SystemSentences = {
  doctor: {
    help: {
      summary: 'vérifier l’installation et proposer des remèdes',
      description:
        'Vérifier l’installation et proposer un remède à chaque problème. Rien n’est modifié. Code de sortie 1 quand quelque chose ne fonctionne pas.',
      examples: ['tweetspan doctor', 'tweetspan doctor --quiet     # seulement ce qui demande votre attention'],
    },
    online: (price) =>
      `interroger X aussi, pour ${money(price, 'fr')} : vérifier la connexion et comparer les horloges`,
    askingX: (price) => `on demande à X qui est connecté, pour ${money(price, 'fr')}`,
    statuses: { ok: 'bon', note: 'note', warning: 'alerte', problem: 'problème' },
    well: 'Aucun problème.',
    problems: (many) => plural(many, 'problème', 'problèmes', 'fr'),
    warnings: (many) => plural(many, 'alerte', 'alertes', 'fr'),
    credentialsUnreadable: 'ils sont illisibles',
    serviceFault,
    findings,
    remedies,
  },
  service: {
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
        description:
          'Indiquer si le service est installé, s’il tourne et s’il pourra redémarrer. Code de sortie 1 sinon.',
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
    lingerOff:
      'Linger : désactivé, le service s’arrête quand vous fermez votre session (pour qu’il continue : loginctl enable-linger)',
    missing: (path) => `Absent : ${path} n’existe pas ; relancez tweetspan service install`,
    different: (names) =>
      `Autres réglages dans ce shell : ${names.join(', ')} ; pour les utiliser, relancez tweetspan service install`,
    keysInShell: (names) =>
      `${list(names, 'fr')} : ${names.length === 1 ? 'défini' : 'définis'} dans ce shell seulement, le service n’en disposera pas ; enregistrez vos clés avec tweetspan login`,
    proxyWithPassword: (name) =>
      `${name} contient un mot de passe, qu’un fichier de service ne doit pas contenir : définissez-le pour le service avec systemctl --user edit tweetspan`,
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
  },
  reminder: {
    title: 'tweetspan : c’est l’heure de publier',
    due: (item, slot) => `Élément ${item} à publier à la main : ${slot}`,
    open: (url) => `Ouvrir : ${url}`,
    media: (file) => `À joindre à la main : ${file}`,
    alt: (text) => `texte alternatif : ${text}`,
    tag: (handles) => `taguer : ${handles}`,
    after: (item) => `Ensuite : tweetspan record <URL du post> --item ${item}`,
    commandFailed: (code, reply) =>
      `remind.command ${code === null ? 'ne s’est pas terminé à temps' : `s’est terminé avec le code ${code}`}${reply === '' ? '' : ` : ${reply}`}`,
    copied: 'Le texte est dans votre presse-papiers.',
  },
};
