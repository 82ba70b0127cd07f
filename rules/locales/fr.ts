import type { RulesTexts } from '#lint/rule-texts.js';
import type { rules } from '../index.js';

const ARTICLE = '« 10 conseils pour prolonger la vie d’un tweet » (2016), conseil';

/** The texts of the rules in French. */
export const fr: RulesTexts<typeof rules> = {
  quality: {
    title: 'Qualité',
    summary: 'Le post mène à une page, dit pourquoi elle vaut un clic, et restera vrai quand il sera reposté.',
    source: `${ARTICLE} 1 ; pour les liens involontaires : docs.x.com, Counting characters (tout lien compte 23 caractères) et Pricing (un post avec lien coûte plus cher)`,
    options: {
      opening: 'Nombre de caractères, au début, où doit figurer un mot-clé ou un chiffre.',
      staleAfterDays: 'Âge de la page, en jours, à partir duquel le texte doit dire pourquoi elle compte encore.',
      repeatedWord: 'Nombre d’emplois d’un même mot à partir duquel il est répété.',
    },
    messages: {
      noLink: 'aucun lien ; un post à répéter mène à une page',
      bareLink: 'presque aucun texte hors liens et hashtags ; dites en une phrase ce que le lecteur y gagne',
      vague: '{count|aucun mot|mot|mots} qui disent quelque chose ; dites en une phrase ce que le lecteur y gagne',
      fewWords: '{count|aucun mot ne dit|mot dit|mots disent} quelque chose hors hashtags ; il en faut {least}',
      letters: 'la plupart des mots n’existent dans aucune langue connue ici',
      repeated: 'la moitié des mots en répètent un autre ; écrivez une phrase',
      order: 'les mots ne sont pas dans l’ordre d’une phrase ; écrivez-en une',
      list: 'une suite de mots sans phrase ; dites ce que la page apporte',
      cutOff: '« {text} » interrompt le texte ; terminez la phrase',
      question: 'un point d’interrogation ; les posts qui en ont un ont suscité moins de réactions',
      parenthesis: 'des parenthèses ; les posts qui en ont ont suscité moins de réactions',
      dash: 'un tiret entre deux espaces, comme dans un titre collé',
      shouting: '« {text} » donne l’impression de crier ; écrivez-le en minuscules',
      repeatedMarks: '« {text} » donne l’impression de crier ; un seul « {mark} » suffit',
      ephemeral: '« {text} » ne sera bientôt plus vrai ; choisissez une formule qui dure',
      ephemeralRepost: '« {text} » ne sera plus vrai quand le lien sera reposté ; choisissez une formule qui dure',
      ephemeralVariant:
        '{post} dit « {text} », qui ne sera peut-être plus vrai le jour de sa publication ; choisissez une formule qui dure',
      pastDate: 'le {text} est passé ; dites pourquoi la page vaut encore la lecture',
      pastDateRepost: 'le {text} est passé et des reposts sont prévus ; dites pourquoi la page vaut encore la lecture',
      passingDate:
        'le {text} sera passé avant la fin de la campagne, le {until@day} ; terminez-la plus tôt ou retirez la date',
      impossibleDate: '« {text} » n’existe pas ; vérifiez la date',
      weekdayMismatch: '« {text} » ne va pas : ce jour-là est le {date@weekday}',
      rangeReversed: '« {text} » finit avant de commencer ; vérifiez les deux dates',
      stale:
        'la page date du {published@day}, il y a {days|jour|jours}, et le texte ne dit pas pourquoi elle compte encore',
      buriedInterest: 'ni mot-clé ni chiffre dans les {opening} premiers caractères ; commencez par ce qui intéresse',
      frame: '« {text} » retarde l’information ; commencez par ce qui s’est passé ou ce que l’on y gagne',
      nothingSaid: 'le texte dit que quelque chose existe, pas ce que l’on y trouve ; dites l’essentiel de la page',
      spelling: '« {text} » n’est pas dans le dictionnaire ; vouliez-vous écrire « {meant} » ?',
      confusion: '« {text} » : sans doute « {meant} »',
      doubleWord: '« {text} » : un mot en double',
      agreement: '« {text} » ne s’accorde pas ; vérifiez le genre et le nombre',
      typography: '« {text} » : composez « {put} »',
      elidedTag: '« {text} » : une élision devant un hashtag ; tournez la phrase autrement',
      spaces: '{count|espace|espaces} à rendre insécables, comme dans « {text} »',
      apostrophes: '{count|apostrophe droite|apostrophes droites}, comme dans « {text} »',
      mixedGender: '« {text} » mélange des écritures inclusives ; gardez-en une',
      genderBrackets: '« {text} » arrête le lecteur ; écrivez « {put} », ou les deux mots',
      mixedRegister: '« {text} » : le lecteur est ici « tu », là « vous » ; gardez l’un des deux',
      emojiHeap: '{count} emoji à la suite ; un seul suffit',
      severalLinks: '{count} liens se partagent les clics ; gardez celui qui compte',
      accidentalLink:
        '« {text} » devient un lien de 23 caractères, que X peut facturer ; mettez une espace après le point',
      fileLink:
        '« {text} » devient un lien de 23 caractères vers une page qui n’est pas la vôtre ; écrivez le nom sans son extension',
      repetition: '« {word} » revient {count} fois ; variez ou raccourcissez',
    },
    fixes: {
      calm: 'écrire « {calm} »',
      calmPhrase: 'écrire « {calm} »',
      lasting: 'écrire « {lasting} »',
      blankAfterDot: 'mettre une espace après le point',
      typeset: 'composer « {put} »',
      noBreak: 'mettre des espaces insécables',
      curly: 'mettre des apostrophes courbes',
      correct: 'écrire « {meant} »',
      middot: 'écrire « {put} »',
    },
    reasons: {
      noLexicon: 'la formulation n’est pas vérifiée dans cette langue ({language})',
      noClock: 'l’âge de la page n’est pas vérifié : la date du jour est inconnue',
    },
  },
  concision: {
    title: 'Concision',
    summary:
      'Sans lien ni hashtags, le texte tient en 140 caractères et dit une seule chose, qui donne envie de cliquer.',
    source: `${ARTICLE} 2, pour la longueur visée ; docs.x.com, Counting characters, pour la limite et le compte des caractères`,
    options: {
      target: 'Longueur du texte, sans lien ni hashtags, jusqu’à laquelle il est court.',
      thin: 'Longueur du texte, sans lien ni hashtags, jusqu’à laquelle il en dit trop peu.',
      full: 'Longueur du texte, sans lien ni hashtags, à partir de laquelle il a tous les points.',
      sentenceWords: 'Nombre de mots au-delà duquel une phrase est longue.',
    },
    messages: {
      tooLong:
        '{weighted} caractères pour {limit}, soit {over} de trop : texte {text}, signes comptés double {wide}, liens {links}, hashtags {hashtags}, mentions {mentions}, emoji {emoji}',
      overTarget: 'le texte fait {length} caractères sans lien ni hashtags ; visez {target} au plus',
      thin: 'le texte fait {length|caractère|caractères} sans lien ni hashtags ; avec {full} ou plus, il dit pourquoi cliquer',
      wordy: '« {phrase} » : écrivez plutôt « {shorter} »',
      padding: '« {phrase} » n’apporte rien ; tournez la phrase autrement',
      leadIn: '« {phrase} » ne fait qu’annoncer ; commencez par ce qui suit',
      boast: '« {phrase} » parle de vous ; commencez par ce que le lecteur y gagne',
      contentLabel: '« {phrase} » nomme le genre du contenu ; commencez par ce qu’il dit',
      courtesy: '« {phrase} » n’apprend rien au lecteur ; retirez-le',
      emptyPointer: '« {phrase} » dit seulement qu’il y a un lien ; dites ce qui s’y trouve',
      cliche: '« {phrase} » est dans toutes les publicités ; dites ce qui n’est vrai que de cette page',
      passive: '« {phrase} » est au passif ; dites qui agit, ou adressez-vous au lecteur',
      nominalization: '« {phrase} » cache un verbe dans un nom ; employez le verbe',
      longSentence: 'une phrase de {count} mots ; au-delà de {limit} mots, le lecteur décroche',
      noInvitation: 'rien n’invite à cliquer ; promettez, donnez un chiffre ou adressez-vous au public',
    },
    fixes: { shorten: 'écrire « {shorter} »', shortenWithCare: 'écrire « {shorter} » et relire la phrase' },
    reasons: { noLexicon: 'les longueurs et l’invitation ne sont pas vérifiées dans cette langue ({language})' },
  },
  keywords: {
    title: 'Mots-clés',
    summary: 'Le texte emploie les mots que l’on cherche, et ceux dont parle la page.',
    source: `${ARTICLE} 3 ; les chiffres de demande viennent de vos propres sources, chacune nommée avec son chiffre`,
    options: { demandRatio: 'Combien de fois plus recherché doit être un synonyme pour être proposé.' },
    messages: {
      fewSubjects:
        '{count|aucun mot ne dit|mot dit|mots disent} de quoi il s’agit ; à partir de {enough}, les recherches le trouvent mieux',
      noKeyword: 'aucun mot que l’on chercherait ; nommez le sujet',
      missingKeyword: 'votre mot-clé « {keyword} » n’est pas dans le texte',
      titleWord: 'aucun mot du titre de la page n’est dans le texte, pas même « {word} »',
      synonymMoreSearched: '« {synonym} » est plus recherché que « {word} » : {more} contre {less} ({source})',
      synonymMoreFrequent:
        '« {synonym} » est un mot plus courant que « {word} » : {more} contre {less} ({source} ; fréquence du mot, non recherches)',
    },
    fixes: { swap: 'écrire « {synonym} »' },
    reasons: {
      noLexicon: 'les mots-clés ne sont pas vérifiés dans cette langue ({language}), sauf si le brouillon les liste',
      noLanguage: 'la langue du texte n’est pas reconnue ; indiquez-la par lang: dans l’en-tête',
      textOnly:
        'seule une moitié est jugée, les mots du texte : ni mots-clés, ni titre, ni chiffres auxquels les comparer',
      demandOnly:
        'seule une moitié est jugée, vos mots-clés : les mots de cette langue ({language}) ne sont pas connus',
      noDemand: 'la demande n’est pas vérifiée : aucun chiffre pour ces mots',
    },
  },
  hashtags: {
    title: 'Hashtags',
    summary: 'Deux ou trois hashtags, chacun un sujet que l’on suit, chacun lu par X comme vous l’entendez.',
    source: `${ARTICLE} 4 ; twitter/the-algorithm 72eda9a2 (2023) rétrograde les posts de plus de 2 hashtags, d’une part non publiée ; twitter-text 3.1 pour ce qui est un hashtag`,
    options: {
      min: 'Nombre minimal de hashtags pour avoir tous les points.',
      max: 'Nombre maximal de hashtags pour avoir tous les points.',
      heapShare: 'Part des hashtags parmi les mots au-delà de laquelle le texte n’est guère que des hashtags.',
      unreadableLength: 'Nombre de lettres à partir duquel un hashtag sans majuscule se lit mal.',
    },
    messages: {
      none: 'aucun hashtag',
      tooFew: '{count|aucun hashtag|hashtag|hashtags} ; mettez-en {min}',
      tooMany: '{count} hashtags ; gardez-en {max} au plus',
      cut: 'X ne lie que {tag} : « {sign} » termine un hashtag',
      digits: '{tag} n’est pas un hashtag : il lui faut au moins une lettre',
      heap: '{count} mots sur {total} sont des hashtags ; écrivez une phrase et taguez-y des mots',
      stacked: '{count} hashtags précèdent le premier mot ; commencez par ce qui intéresse',
      unreadable: '{tag} a {length} lettres et aucune majuscule ; s’il réunit plusieurs mots, donnez-en une à chacun',
      twice: '{tag} figure deux fois',
      sameMeaning: '{tags} disent la même chose ; gardez-en un',
      noSubject: '{tag} ne nomme aucun sujet que l’on suit ; taguez ce dont il s’agit',
      cashtags:
        '{tag} est un cashtag de trop : X refuse le deuxième dans un post envoyé par son API ; n’en gardez qu’un',
    },
    fixes: {
      tag: 'taguer {tag}',
      untag: 'écrire « {word} » sans #',
      trim: 'garder {kept}',
      untagOthers: 'garder {kept}, laisser les autres comme mots',
      drop: 'retirer le second',
      join: 'écrire {tag}',
    },
    reasons: {},
  },
  mentions: {
    title: 'Mentions',
    summary: 'Une ou deux personnes que la page concerne, mentionnées dans le texte, et aucune trop souvent.',
    source: `${ARTICLE} 5 ; règles de X pour les développeurs, « no unsolicited @mentions » ; un post qui commence par une mention est traité par X comme une réponse`,
    options: {
      max: 'Nombre de mentions au-delà duquel le post ressemble à un envoi en nombre.',
      restDays: 'Nombre de jours à attendre avant de mentionner de nouveau la même personne.',
    },
    messages: {
      none: 'personne n’est mentionné ; quelqu’un que la page concerne pourrait la relayer',
      tooMany: '{count} mentions ; au-delà de {max}, cela ressemble à un envoi en nombre',
      opensWithMention:
        'le post commence par {handle} : X le traite comme une réponse, que peu de gens voient ; placez le nom après les premiers mots',
      opensWithDot: '.{handle} en tête se lit comme une réponse ; placez le nom après les premiers mots',
      variantOpensWithMention: '{post} commence par {handle} : X le traite comme une réponse, que peu de gens voient',
      invalid:
        '{handle} n’est pas un identifiant valable ; lettres sans accent, chiffres et _, {longest} caractères au plus',
      known: 'vous avez déjà échangé avec {handle} sur ce sujet',
      tired:
        'vous avez mentionné ou sollicité {handle} il y a {days|moins d’un jour|jour|jours} ; attendez au moins {rest|jour|jours}',
      optedOut: '{handle} ne souhaite pas être mentionné',
      sameInReposts: '{handle} est mentionné dans {count} posts de cette campagne ; gardez-le dans un seul post',
      sameInManyReposts:
        '{handle} est mentionné dans {count} posts de cette campagne : X interdit les mentions répétées non sollicitées',
    },
    fixes: { mention: 'mentionner {handle}' },
    reasons: { noContacts: 'les contacts ne sont pas vérifiés : il n’y a pas d’historique' },
  },
  image: {
    title: 'Image',
    summary: 'Une image que X accepte, décrite, où les personnes concernées sont taguées.',
    source: `${ARTICLE} 6 ; docs.x.com, Media best practices, pour les types, les tailles, le texte alternatif et les personnes taguées`,
    options: {
      maxTags: 'Nombre maximal de personnes à taguer.',
      minWidth: 'Largeur minimale en pixels.',
      maxRatio: 'Combien de fois un côté peut être plus long que l’autre.',
    },
    messages: {
      none: 'aucune image ; ajoutez-en une sous media: dans l’en-tête, avec son fichier et son texte alternatif',
      missing: '{file} n’existe pas ; vérifiez le chemin',
      unreadable: '{file} est illisible : {reason}',
      foreign: '{file} contient {looksLike} ; X accepte PNG, JPEG, WebP, GIF et MP4',
      damaged: '{file} est un fichier {type} incomplet ; exportez-le à nouveau',
      tooLarge: '{file} pèse {size} Mo ; X accepte {allowed} Mo pour ce type',
      tooManyFiles: '{count} fichiers ; X accepte 4 images, ou 1 GIF, ou 1 vidéo',
      noAlt: '{file} n’a pas de texte alternatif ; décrivez l’image pour les personnes qui ne la voient pas',
      longAlt: 'le texte alternatif de {file} fait {length} caractères ; X en accepte {longest}',
      tooManyTags: '{count} personnes sont taguées ; X en accepte {most}',
      everybody:
        '{count|aucune personne|personne est taguée|personnes sont taguées} ; taguez seulement les personnes concernées, {max} au plus',
      small: '{file} fait {width} pixels de large ; sous {least}, l’image paraît floue',
      extreme: '{file} fait {width} × {height} : X recadrera l’image',
      sameForAll: 'chaque repost montre la même image ; donnez à une variante sa propre image',
    },
    fixes: {},
    reasons: { filesUnseen: 'les fichiers eux-mêmes n’ont pas été vérifiés' },
  },
  repeats: {
    title: 'Reposts',
    summary:
      'Deux à quatre reposts du même lien, chacun en d’autres mots, une fois que le précédent a produit son effet.',
    source: `${ARTICLE} 7 ; X répond 403 à un texte en double, et ses règles interdisent les « identical or nearly identical posts » ; le seuil est notre choix, d’après 780 paires de posts français`,
    options: {
      tooClose: 'Ressemblance (trigrammes) à partir de laquelle deux posts comptent comme le même.',
      gapHours: 'Nombre d’heures minimal entre deux posts ; le t90 du compte s’il est plus long.',
      most: 'Nombre maximal de reposts d’un lien.',
    },
    messages: {
      single: 'un seul repost ; deux à quatre montrent le lien à d’autres heures',
      none: 'aucun repost n’est prévu ; deux à quatre montrent le lien à d’autres heures',
      fewTexts:
        '{reposts|repost prévu|reposts prévus}, {count|aucun texte écrit|texte écrit|textes écrits} ; ajoutez-en {missing} sous campaign.variants',
      sameText: '{one} et {other} disent la même chose ; X refuse le second',
      tooClose: '{one} et {other} se ressemblent à {percent} % ; à partir de {limit} %, c’est le même post',
      otherLink: '{one} mène à {link}, et non au lien de cette campagne',
      longVariant: '{one} compte {weighted} caractères ; la limite est de {limit}',
      tooSoon:
        'des reposts à {hours} h d’écart ; laissez au moins {least} h, le temps que le précédent produise son effet',
      tooOften: '{reposts} reposts ; au-delà de {most} pour un lien, on lasse ses lecteurs',
    },
    fixes: {},
    reasons: { noCampaign: 'pas encore de campagne', noLink: 'pas de lien à reposter' },
  },
  message: {
    title: 'Message',
    summary: 'Un message à des personnes qui vous connaissent, qui demande clairement de relayer le post.',
    source: `${ARTICLE} 8 ; règles de X pour les développeurs sur les messages non sollicités et en masse ; docs.x.com pour la taille d’un groupe`,
    options: {
      restDays: 'Nombre de jours à attendre avant de solliciter de nouveau la même personne.',
      bulk: 'Nombre de destinataires à partir duquel un message est un envoi en nombre.',
    },
    messages: {
      notPlanned: 'aucune demande d’aide n’est prévue ; ajoutez campaign.ask avec des personnes qui vous connaissent',
      nobody: 'le message n’a pas de destinataire ; listez-les sous campaign.ask.to',
      tooMany: '{count} destinataires ; un groupe sur X en compte {most} au plus',
      bulk: '{count|aucun destinataire|destinataire|destinataires} ; X interdit les messages en masse non sollicités : écrivez à ceux qui vous ont déjà écrit',
      noRequest: 'le message ne demande rien ; dites clairement ce que vous souhaitez : un repost',
      noPostLink: 'le message ne mène pas au post ; écrivez {sign} là où le lien doit figurer',
      tired:
        'vous avez sollicité {handle} il y a {days|moins d’un jour|jour|jours} ; attendez au moins {rest|jour|jours}',
      optedOut: '{handle} ne souhaite pas être sollicité',
    },
    fixes: {},
    reasons: {
      noCampaign: 'pas encore de campagne',
      noLexicon: 'on ne vérifie pas si le message demande quelque chose dans cette langue ({language})',
    },
  },
  pin: {
    title: 'Épinglage',
    summary: 'Le post reste en tête du profil le temps de sa campagne.',
    source: `${ARTICLE} 9 ; X n’a pas d’API pour épingler : cela se fait à la main`,
    options: {},
    messages: {
      notPlanned: 'aucun épinglage prévu ; ajoutez pin: true à la campagne',
      clash: '« {campaign} » prévoit aussi l’épinglage du {from@day} au {until@day} ; un seul post peut être épinglé',
      stale: 'le post épinglé date de {days|jour|jours} et ne suscite presque plus de réactions ; remplacez-le',
    },
    fixes: {},
    reasons: { noCampaign: 'pas encore de campagne' },
  },
  ambassadors: {
    title: 'Relais',
    summary: 'Des volontaires reçoivent chacun leur post, à envoyer d’un clic, jamais deux pareils.',
    source: `${ARTICLE} 10 ; règles de X pour les développeurs : pas de posts « same or substantially similar » de plusieurs comptes ; docs.x.com, Web intents`,
    options: {
      tooClose: 'Ressemblance (trigrammes) à partir de laquelle deux textes comptent comme le même.',
      restDays: 'Nombre de jours à attendre avant de solliciter de nouveau la même personne.',
    },
    messages: {
      notPlanned: 'aucun relais ; listez des volontaires sous campaign.ambassadors',
      nobody: 'la liste des relais est vide ; ajoutez des volontaires',
      noText: '{handle} n’a pas encore de texte ; écrivez-en un par personne',
      sameText: '{one} et {other} publieraient la même chose : X interdit les posts identiques coordonnés',
      tooLong: 'le texte pour {handle} compte {weighted} caractères, lien compris ; la limite est de {limit}',
      tired:
        'vous avez sollicité {handle} il y a {days|moins d’un jour|jour|jours} ; attendez au moins {rest|jour|jours}',
      optedOut: '{handle} ne souhaite pas être sollicité',
    },
    fixes: {},
    reasons: { noCampaign: 'pas encore de campagne', listUnseen: '{file} n’a pas été lu' },
  },
};
