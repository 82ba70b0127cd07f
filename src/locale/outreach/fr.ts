// What the commands for people say, in French.
import { count, dateWithWeekday, list, listed, plural, span } from '#locale/format.js';
import type { OutreachSentences } from './en.js';

const n = (value: number): string => count(value, 'fr');
const people = (value: number): string => plural(value, 'personne', 'personnes', 'fr');
const days = (value: number): string =>
  value === 0 ? 'aujourd’hui' : `il y a ${plural(value, 'jour', 'jours', 'fr')}`;

const languages: Readonly<Record<string, string>> = {
  en: 'anglais',
  fr: 'français',
  de: 'allemand',
  es: 'espagnol',
  it: 'italien',
  nl: 'néerlandais',
  pt: 'portugais',
};
const inLanguage = (code: string | null): string => (code === null ? 'toutes langues' : (languages[code] ?? code));

export const fr: OutreachSentences = {
  languageName: inLanguage,
  kit: {
    help: {
      summary: 'préparer un post pour chaque ambassadeur, tous différents',
      description:
        'Prépare un kit : pour chaque personne qui a donné son accord, un post formulé pour elle seule, derrière un bouton qui ouvre X avec le texte. Les textes sont les variantes des brouillons et ce que leurs mots permettent ; chacun est vérifié, garde le lien et diffère de tous les autres. Le programme n’envoie rien : vous distribuez le kit, et chacun décide. Donnez un brouillon par langue de l’équipe.',
      examples: [
        'tweetspan kit brouillon.md --for equipe.csv            # qui recevrait quel texte',
        'tweetspan kit brouillon.md --for equipe.csv --out kit  # pages, Markdown, courriel et CSV dans le dossier kit',
        'tweetspan kit guide.fr.md guide.en.md --for equipe.csv --out kit.html',
        'tweetspan kit brouillon.md --for equipe.csv --utm --out kit   # les clics de chacun sont distincts',
        'tweetspan kit record https://x.com/example/status/1 --likes 4   # le post d’un ambassadeur',
      ],
      after:
        'Colonnes du tableau : nom, compte, langue, accord (le jour où la personne a dit oui ; sans cette date, personne ne figure dans un kit), opposition.',
    },
    make: 'préparer un kit (par défaut)',
    drafts: 'brouillons d’un même lien, un par langue',
    options: {
      for: 'tableau de l’équipe ; à défaut, les ambassadeurs des brouillons qui ont déjà donné leur accord',
      out: 'où enregistrer le kit : un dossier pour toutes les formes, ou un fichier en .html, .md, .txt ou .csv ; l’enregistrer vaut distribution',
      utm: 'distinguer les clics de chaque personne par des paramètres UTM',
      again: 'donner quand même un post à cette personne, peu après un autre (répétable)',
      rest: 'jours de repos après une demande ou un kit',
      dryRun: 'ne rien enregistrer',
      zone: 'fuseau horaire des moments proposés',
    },
    record: {
      help: {
        summary: 'noter le post d’un ambassadeur',
        description:
          'Note le post qu’un ambassadeur a publié à partir d’un kit, avec ses compteurs si vous les connaissez : decay distingue ensuite les posts des ambassadeurs des vôtres.',
        examples: ['tweetspan kit record https://x.com/example/status/1 --likes 4 --reposts 2'],
      },
      url: 'URL du post',
      likes: 'nombre de j’aime',
      reposts: 'nombre de reposts',
      link: 'lien du kit, si la personne en a reçu plusieurs',
      by: 'compte de l’ambassadeur, si l’URL ne le nomme pas',
      recorded: (handle, link) => `Le post de @${handle} pour ${link} est noté.`,
      noHandle: 'l’URL ne nomme pas son auteur ; ajoutez --by @compte',
      notGiven: (handle) => `@${handle} n’a reçu aucun kit : rien n’est noté`,
      ownPost: (handle) => `@${handle} est votre propre compte ; utilisez tweetspan record`,
      tooEarly: 'ce post est plus ancien que le kit : il n’en vient pas',
    },
    title: (link) => `Kit pour ${link}`,
    served: (given, wanted) =>
      given === wanted
        ? `${people(given)} ${given > 1 ? 'peuvent' : 'peut'} être ${given > 1 ? 'servies' : 'servie'}.`
        : given === 0
          ? `Il n’y a encore de texte pour personne : ${n(given)} sur ${n(wanted)}.`
          : `${n(given)} sur ${people(wanted)} ${given > 1 ? 'peuvent' : 'peut'} être ${given > 1 ? 'servies' : 'servie'}.`,
    nobody: 'Personne ne peut recevoir de post pour le moment.',
    perLanguage: (language, given, wanted) => `${inLanguage(language)} : ${n(given)} sur ${n(wanted)}`,
    missing: (value, each) =>
      `Il manque ${plural(value, 'texte', 'textes', 'fr')} (${listed(each)}) ; ajoutez-${value === 1 ? 'le' : 'les'} sous campaign.variants, chacun sur un point différent. Redire la même chose autrement donnerait le même post. Idées :`,
    missingIn: (language, value) =>
      language === null ? `${n(value)} dans n’importe quelle langue` : `${n(value)} en ${inLanguage(language)}`,
    hooks: {
      figure: 'un chiffre de la page, avec ce qu’il change pour le lecteur',
      quote: 'une phrase citée de la page',
      result: 'ce que le lecteur saura faire après sa lecture',
      mistake: 'une erreur courante que la page corrige',
      reader: 'à qui la page s’adresse, et dans quelle situation',
    },
    columns: { who: 'Pour', when: 'Quand', text: 'Texte', length: 'Longueur' },
    why: {
      left: () => 'a quitté X, d’après le tableau',
      'opted-out': () => 's’y est opposé',
      'no-consent': () => 'n’a pas encore donné son accord (pas de date valable sous « accord »)',
      given: (ago) => `a reçu un post de ce lien ${days(ago ?? 0)} ; --again @compte en donne un autre`,
      tired: (ago) => `a été sollicité ${days(ago ?? 0)} ; laissez passer du temps`,
    },
    spared: 'Hors de ce kit',
    moreSpared: (value) => `… et ${n(value)} de plus`,
    faults: 'Lignes du tableau à vérifier',
    fault: {
      'bad-handle': (row, value) =>
        `ligne ${n(row)} : ${value === '' ? 'pas de compte' : `« ${value} » n’est pas un compte`} ; écrivez @nom, en lettres sans accent, chiffres et _`,
      twice: (row, value) => `ligne ${n(row)} : ${value} figure déjà dans le tableau ; une seule ligne est utilisée`,
      'bad-date': (row, value) => `ligne ${n(row)} : « ${value} » n’est pas un jour ; écrivez 2026-01-31`,
      'unclear-date': (row, value) => `ligne ${n(row)} : « ${value} » peut se lire de deux façons ; écrivez 2026-01-31`,
      'future-date': (row, value) =>
        `ligne ${n(row)} : « ${value} » est dans le futur ; écrivez le jour où la personne a donné son accord`,
      'bad-language': (row, value) =>
        `ligne ${n(row)} : « ${value} » n’est pas une langue ; écrivez fr ou en. La personne peut recevoir un texte dans n’importe quelle langue`,
    },
    quoted: (text) => `« ${text} »`,
    refused: 'Textes non utilisés',
    textFault: {
      alike: 'ressemble à un texte déjà utilisé, prévu ou publié',
      tooLong: (weighted) => `compte ${n(weighted)} caractères ; le post d’un ambassadeur en contient 280`,
      optedOut: (handle) => `mentionne @${handle}, qui s’y est opposé`,
    },
    wrote: (files) => `Enregistré : ${list(files, 'fr')}.`,
    noted: (given) =>
      `C’est noté : ${people(given)} ${given > 1 ? 'ont' : 'a'} reçu un post. Vous distribuez le kit ; le programme n’envoie rien.`,
    preview: 'Ceci est un aperçu : rien n’est enregistré. Ajoutez --out pour faire le kit.',
    noTagsYet: 'Les clics ne seront pas distincts ; ajoutez --utm.',
    policy:
      'X interdit les posts identiques ou presque de plusieurs comptes, et les récompenses pour un repost. Laissez chacun changer son texte, et refuser.',
    errors: {
      noLink: (file) => `${file} n’a pas de lien ; un kit sert à des posts qui mènent à une page`,
      otherLink: (file, link, first) =>
        `${file} mène à ${link}, et le brouillon précédent à ${first} ; un kit sert à un seul lien`,
      noTeam:
        'pas d’équipe ; ajoutez --for equipe.csv, ou des ambassadeurs qui ont déjà donné leur accord sous campaign.ambassadors',
      noHandles: (file) =>
        `${file} : aucune colonne ne contient de comptes ; la première ligne doit nommer les colonnes : nom, compte, langue, accord, opposition`,
      emptyTeam: (file) => `${file} ne contient personne`,
      largeTeam: (file) => `${file} dépasse 4 Mo ; divisez-le`,
      noFile: (file) => `${file} est introuvable`,
      unreadable: (file, code) => `impossible de lire ${file} (${code})`,
      encoding: (file) => `${file} n’est ni en UTF-8 ni en UTF-16 ; enregistrez-le en « CSV UTF-8 »`,
      badOut: (file) => `--out ${file} : terminez par .html, .md, .txt ou .csv, ou nommez un dossier`,
      rest: 'un nombre entier de jours de 0 à 365',
      handle: 'un compte, par exemple @example',
      count: 'un nombre entier à partir de 0',
    },
  },
  page: {
    title: 'Un post pour vous',
    titleAll: (link) => `Posts à distribuer : ${link}`,
    hello: (name) => `Bonjour ${name},`,
    intro:
      'Merci de proposer votre aide. Voici un post pour vous. Le bouton ouvre X avec le texte ; rien ne part avant que vous n’appuyiez sur Poster. Changez les mots comme vous voulez, ou laissez-le de côté.',
    introAll:
      'Chaque personne a son propre texte. Envoyez à chacune sa partie : le même texte de plusieurs comptes est contraire aux règles de X.',
    entry: (name) => `Pour ${name}`,
    moment: (when) => `Un bon moment : ${when}.`,
    text: 'Texte',
    characters: (weighted) => `${n(weighted)} caractères sur 280, comme X les compte`,
    post: 'Poster sur X',
    postFor: (name) => `Poster sur X (texte pour ${name})`,
    copy: 'Copier le texte',
    copyFor: (name) => `Copier le texte pour ${name}`,
    copied: 'Copié.',
    notCopied: 'Sélectionnez le texte et copiez-le.',
    image: 'Image',
    saveImage: (file) => `Enregistrer l’image (${file})`,
    imageFirst: 'Enregistrez d’abord l’image, puis ajoutez-la dans X : le bouton ne peut pas la transmettre.',
    noAlt: 'Image du post',
    privacy: 'Cette page ne charge rien et ne compte rien.',
    counted: (tag) =>
      `Le lien porte la marque ${tag}, pour que ses visites puissent être comptées. Vous pouvez la retirer.`,
    stop: 'Vous ne souhaitez plus recevoir de tels posts ? Dites-le, et vous n’en recevrez plus.',
    contents: 'Personnes',
  },
  mail: {
    to: 'Pour',
    subject: (title) => `Un post pour vous : ${title}`,
    open: 'Un clic ouvre X avec ce texte ; vous appuyez sur Poster :',
    thanks: 'Merci !',
    image: (file) => `Merci d’ajouter l’image ${file}.`,
  },
  ask: {
    help: {
      summary: 'préparer le message qui demande de l’aide',
      description:
        'Prépare un message aux personnes que vous avez croisées : une demande explicite, l’URL du post et un merci, par groupes que X accepte. Le programme n’envoie aucun message : X interdit les messages automatiques ou en nombre. Vous l’envoyez, puis vous le notez.',
      examples: [
        'tweetspan ask brouillon.md                # le message, et à qui l’envoyer',
        'tweetspan ask example.org/guide           # pour un lien de l’historique',
        'tweetspan ask brouillon.md --to @example_a,@example_b --copy',
        'tweetspan ask brouillon.md --sent         # envoyé : laissez ces personnes tranquilles 30 jours',
      ],
    },
    target: 'un brouillon, ou un lien ou un post de l’historique',
    options: {
      to: 'personnes à solliciter, séparées par des virgules ; par défaut celles du brouillon, sinon celles croisées avec le lien ou son sujet',
      post: 'URL du post ; par défaut le plus récent du lien',
      text: 'le message ; par défaut celui du brouillon, sinon un message court',
      groupSize: 'personnes par groupe, de 1 à 49 ; la règle 8 voit un envoi en nombre à partir de 10',
      copy: 'copier le message',
      sent: 'noter que vous l’avez envoyé',
      again: 'solliciter quand même cette personne, peu après une autre fois (répétable)',
    },
    template: (title) =>
      `Bonjour ! Je viens de publier ${title}. Pourriez-vous le reposter si vous le trouvez utile ?\n\n{post}\n\nMerci beaucoup !`,
    untitled: 'un post qui peut vous intéresser',
    thanks: 'Merci beaucoup !',
    message: 'Message',
    group: (index, of, size) => (of === 1 ? `À ${people(size)}` : `Groupe ${n(index)} sur ${n(of)}, ${people(size)}`),
    met: ({ times, day }) =>
      times === 0
        ? 'jamais croisé : écrivez seulement à qui vous a déjà écrit'
        : `croisé ${n(times)} fois${day === null ? '' : `, la dernière le ${dateWithWeekday(day, 'fr')}`}`,
    spared: 'Non sollicités',
    open: (url) => `Ouvrir un message sur X (collez le texte s’il n’y est pas) : ${url}`,
    copied: 'Le message est dans le presse-papiers.',
    notCopied: 'Pas de presse-papiers ici : sélectionnez le message et copiez-le.',
    notSent:
      'Le programme n’envoie aucun message : X interdit les messages automatiques ou en nombre. Envoyez-le vous-même, puis relancez avec --sent.',
    recorded: (value) => `C’est noté : vous avez sollicité ${people(value)}.`,
    added: {
      post: 'L’URL du post a été ajoutée à votre message.',
      thanks: 'Un merci a été ajouté à votre message.',
    },
    noRequest: 'Le message ne demande rien ; dites clairement ce que vous souhaitez : un repost.',
    notPosted: 'Le lien n’est pas encore publié : {post} tient la place de l’URL. Relancez après la publication.',
    nobody: 'Personne à solliciter : ajoutez --to @compte, ou des personnes sous campaign.ask.to.',
    alone: (value) => people(value),
    errors: {
      unposted:
        'le lien n’est pas encore publié : il n’y a rien à faire relayer. Publiez-le d’abord, ou donnez son URL avec --post',
      badPost: (url) => `--post ${url} : ce n’est pas l’URL d’un post, comme https://x.com/example/status/1`,
      groupSize: 'un nombre entier de 1 à 49',
      handles: 'des comptes séparés par des virgules, par exemple @example_a,@example_b',
    },
  },
  pin: {
    help: {
      summary: 'choisir le post à épingler en haut de votre profil',
      description:
        'Choisit le post qui mérite le haut de votre profil : celui dont le lien devrait encore recevoir le plus, et qui porte l’adresse même de la page. X ne permet pas d’épingler par un programme : vous le faites à la main, puis vous le notez.',
      examples: [
        'tweetspan pin                     # le meilleur post des 30 derniers jours',
        'tweetspan pin brouillon.md        # le post du lien de ce brouillon',
        'tweetspan pin example.org/guide --done   # vous l’avez épinglé',
        'tweetspan pin --off               # vous l’avez désépinglé',
        'tweetspan pin --check             # lire sur X ce qui est épinglé',
      ],
    },
    target: 'un brouillon, ou un lien ou un post de l’historique ; par défaut le meilleur post',
    options: {
      done: 'noter que vous l’avez épinglé',
      off: 'noter que plus rien n’est épinglé',
      until: 'dernier jour de l’épinglage ; par défaut celui du brouillon',
      check: (price) => `lire sur X ce qui est épinglé (${price})`,
    },
    pinIt: (quote) => `Épinglez ce post : ${quote}`,
    replaceIt: (quote) => `Épinglez ce post à la place de l’actuel : ${quote}`,
    keepIt: (quote) => `Gardez le post épinglé : ${quote}`,
    unpinIt: {
      until: 'Désépinglez maintenant : sa campagne est terminée.',
      t90: 'Désépinglez maintenant : il a reçu presque tout ce qu’il pouvait recevoir.',
    },
    nothing: 'Aucun post des 30 derniers jours ne mérite d’être épinglé.',
    how: (post, profile) =>
      `Ouvrez ${post}, choisissez ⋯, puis « Épingler à votre profil » ; vérifiez sur ${profile}. Lancez ensuite tweetspan pin --done.`,
    howOff: (profile) =>
      `Ouvrez ${profile}, choisissez ⋯ sur le post épinglé, puis « Désépingler du profil ». Lancez ensuite tweetspan pin --off.`,
    why: (remaining, t90) =>
      `Son lien devrait encore recevoir ${remaining} réactions ; neuf sur dix arrivent en ${span(t90, 'fr')}.`,
    pinned: (quote, day) => `Épinglé depuis le ${dateWithWeekday(day, 'fr')} : ${quote}`,
    onX: (id, price) => `Lu sur X pour ${price} : ${id === null ? 'rien n’est épinglé' : `le post ${id} est épinglé`}.`,
    unknown: 'On ne sait pas ce qui est épinglé ; notez-le avec --done, ou lisez-le avec --check.',
    notPinned: 'Aucun post n’est noté comme épinglé.',
    recorded: (quote) => `Noté comme épinglé : ${quote}`,
    ended: 'C’est noté : plus rien n’est épinglé.',
    refused: 'À ne pas épingler',
    fault: {
      shortened: (hosts) =>
        `son adresse passe par ${hosts} ; X peut prendre un lien court épinglé pour du spam. Publiez l’adresse même de la page`,
      passed: (words) => `« ${words} » n’est plus vrai`,
      'opted-out': () => 'il nomme une personne qui s’y est opposée',
      spent: () => 'son lien ne reçoit presque plus rien',
    },
    clash: (draft, from, until) =>
      `« ${draft} » prévoit aussi l’épinglage ${until === null ? `à partir du ${from}` : `du ${from} au ${until}`} ; un seul post peut être épinglé`,
    errors: {
      unposted: 'ce lien n’est pas encore publié : il n’y a rien à épingler',
      spent: 'aucun post à noter ; nommez-en un : tweetspan pin LIEN --done',
      until: 'un jour, par exemple 2026-12-31',
    },
  },
  steps: {
    title: 'À faire par vous',
    kinds: {
      kit: 'Distribuer le kit',
      ask: 'Demander de l’aide',
      pin: 'Épingler le post',
      unpin: 'Désépingler le post',
    },
    states: { planned: 'prévu', reminded: 'rappelé', done: 'fait', cancelled: 'annulé' },
    how: {
      kit: (draft) => `tweetspan kit ${draft} --out kit`,
      ask: (draft) => `tweetspan ask ${draft}`,
      pin: (draft) => `tweetspan pin ${draft}`,
      unpin: () => 'tweetspan pin --off',
    },
    line: (name, when, what, draft) => `${name}  ${when}  ${what} (${draft})`,
    queued: (names) => `Rappels pour vous : ${listed(names)}.`,
    due: (name, what, link) => `tweetspan ${name} : ${what} — ${link}`,
    run: (command) => `Lancez : ${command}`,
    after: (name) => `Une fois fait : tweetspan queue done ${name}`,
    help: {
      summary: 'noter qu’une étape est faite',
      description:
        'Note que vous avez fait ce que seule une personne peut faire : distribuer un kit, demander de l’aide, épingler un post. Son rappel s’arrête.',
      examples: ['tweetspan queue done p3', 'tweetspan queue done p3 --skip   # vous ne le ferez pas'],
    },
    step: 'son nom, par exemple p3',
    skip: 'vous ne le ferez pas',
    badName: 'indiquez le nom d’une étape, par exemple p3 ; pour un post, c’est tweetspan record <url>',
    none: (name) => `pas d’étape ${name} ; voyez la liste : tweetspan queue`,
    ended: (name, state) => `${name} : déjà ${state}`,
    done: (name) => `${name} : fait`,
    skipped: (name) => `${name} : annulé`,
    open: (value) => `${plural(value, 'étape reste', 'étapes restent', 'fr')} à faire :`,
  },
  ambassadors: {
    title: 'Ambassadeurs',
    line: (value, given) => `${plural(value, 'post noté', 'posts notés', 'fr')}, sur ${n(given)} distribués`,
    reactions: (likes, reposts) =>
      `${plural(likes, 'j’aime', 'j’aime', 'fr')} et ${plural(reposts, 'repost', 'reposts', 'fr')} pour eux`,
    visits: (value) => `${plural(value, 'visite', 'visites', 'fr')} par leurs liens`,
  },
};
