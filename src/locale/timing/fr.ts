// What `hours`, `decay` and `audit` say, in the terminal and on their pages, in French.
import { approximate, correlation, count, date, decimal, list, moment, plural, probability, span } from '../format.js';
import type { TimingSentences } from './en.js';

const YEAR = 365 * 86_400_000;

const n = (value: number): string => count(value, 'fr');

const posts = (value: number): string => plural(value, 'post', 'posts', 'fr');

const days = (value: number): string => plural(value, 'jour', 'jours', 'fr');

const readings = (value: number, one: string, other: string): string =>
  plural(value, `relevé ${one}`, `relevés ${other}`, 'fr');

const typical = 'des comptes publics (2010-2021), pas celle de votre compte';

const missing = (morePosts: number, moreDays: number): string =>
  moreDays === 0 ? posts(morePosts) : morePosts === 0 ? days(moreDays) : `${posts(morePosts)} sur ${days(moreDays)}`;

const metricNames = {
  reactions: 'réactions',
  impressions: 'impressions',
  clicks: 'clics sur le lien',
  visits: 'visites',
};

const singular = { reactions: 'réaction', visits: 'visite' };

export const fr: TimingSentences = {
  metrics: {
    reactions: 'réactions (j’aime + reposts)',
    impressions: 'impressions',
    clicks: 'clics sur le lien',
    visits: 'visites de votre site',
  },
  options: {
    zone: 'fuseau horaire IANA de votre public (par défaut : celui de cette machine)',
    metric: 'ce qui est compté (par défaut : ce qu’ont la plupart de vos posts)',
    html: 'enregistrer aussi une page avec le graphique',
    seed: 'graine des tirages au sort',
    link: 'un lien, une partie, l’identifiant d’un post ou son numéro dans la liste (par défaut : les liens les plus récents)',
    sort: 'ordre de la liste',
    decayMetric: 'ce qui est compté : les réactions sur X, ou les visites de votre site',
    advice: 'seulement les liens de ce conseil',
  },
  errors: {
    noMetric: (metric, others) =>
      `aucun post utilisable n’a de compteur ${metric === 'impressions' ? 'd’' : 'de '}${metricNames[metric]} ; utilisez ${others.map((other) => `--metric ${other}`).join(' ou ')}`,
    untimedLink: (link) =>
      `aucun post de ${link} n’a d’heure connue : sa durée de vie ne peut être calculée ; importez une archive, qui donne les heures`,
    unknownLink: (link) =>
      `aucun post de ${link} n’est dans votre historique ; tweetspan decay donne la liste de vos liens`,
    severalLinks: (part, names) => `plusieurs liens contiennent « ${part} » : ${names} ; précisez lequel`,
    noVisits:
      'aucun de vos liens n’a de visites ; importez d’abord les statistiques de votre site (Matomo, Plausible, GA4 ou un CSV)',
    pageInPipe: (file) =>
      `--html ${file} : ce n’est pas un fichier ordinaire ; choisissez un fichier dans l’un de vos dossiers`,
    page: (file, code) =>
      `--html ${file} : impossible d’enregistrer la page (${code}) ; choisissez un fichier dans l’un de vos dossiers`,
  },
  pageWritten: (file) => `La page est enregistrée dans ${file}`,
  hours: {
    help: {
      summary: 'montrer vos meilleures heures, si vos posts en font apparaître',
      description:
        'Montre à quelles heures de la semaine vos posts marchent mieux que d’habitude, et si cela se voit vraiment.',
      examples: [
        'tweetspan hours',
        'tweetspan hours --zone America/Martinique   # pour un public en Martinique',
        'tweetspan hours --html heures.html          # aussi une page avec le graphique',
      ],
      after: `Les effets sont comparés à votre moyenne et ramenés à ce qui tenait hors
échantillon. Ce sont des observations : on publie autre chose la nuit, une heure
n’est donc pas une cause prouvée. La courbe typique vient de comptes publics de
2010 à 2021, pour la plupart américains et connus, avant que X ne classe son fil
comme aujourd’hui. Les posts supprimés manquent ; les clics peuvent avoir
d’autres heures que les réactions.`,
    },
    title: (account) => (account === '' ? 'Meilleures heures' : `Meilleures heures de ${account}`),
    period: (from, to, active) => `du ${date(from, 'fr')} au ${date(to, 'fr')}, des posts sur ${days(active)}`,
    posts,
    leftOut: (what) => `Laissés de côté : ${what}`,
    nothing: 'aucun',
    reasons: {
      replies: (value) => plural(value, 'réponse', 'réponses', 'fr'),
      reposts: (value) => plural(value, 'repost d’autres comptes', 'reposts d’autres comptes', 'fr'),
      unknownHour: (value) => `${posts(value)} sans heure connue`,
      young: (value) => `${posts(value)} de moins de 72 h`,
      uncounted: (value) => `${posts(value)} sans compteur`,
    },
    verdicts: {
      'typical only': (used, active, neededPosts, neededDays) =>
        `Pas assez de données : ${posts(used)} sur ${days(active)} (il en faut ${n(neededPosts)} sur ${n(neededDays)} jours).`,
      'no detectable best hour': (used, pValue) =>
        `Aucune meilleure heure n’apparaît dans vos ${posts(used)} (p = ${probability(pValue, 'fr')}).`,
      'best hours': (used, pValue) =>
        `L’heure fait une différence dans vos ${posts(used)} (p = ${probability(pValue, 'fr')}).`,
    },
    showing: (share) =>
      share > 0.945
        ? `Voici la courbe typique ${typical}.`
        : share < 0.005
          ? 'La courbe typique des comptes publics (2010-2021) ne vaut pas pour un compte comme le vôtre : toutes les heures se valent.'
          : `Voici la courbe typique ${typical}, à ${n(Math.round(100 * share))} % : elle ne vaut pas davantage pour un compte comme le vôtre.`,
    unmeasured: {
      'typical only': (metric) =>
        `On ne sait encore rien de vos heures : les heures typiques n’ont été mesurées que pour les réactions, pas pour les ${fr.metrics[metric]}.`,
      'no detectable best hour': (metric) =>
        `Toutes les heures se valent : les heures typiques n’ont été mesurées que pour les réactions, pas pour les ${fr.metrics[metric]}.`,
    },
    noSlots: 'Aucune des heures où vous publiez n’est d’ordinaire au-dessus de votre moyenne.',
    weekday: (pValue) =>
      `Le jour de la semaine fait une différence (p = ${probability(pValue, 'fr')}) ; les heures sont comparées au sein des jours.`,
    spaced: 'Un créneau par tranche de 3 h ; les heures voisines partagent l’essentiel de son effet.',
    outlooks: {
      'typical only': (morePosts, moreDays) =>
        `Encore ${missing(morePosts, moreDays)} et le calcul sera possible ; une réponse nette demande plusieurs milliers de posts.`,
      'no detectable best hour': (chance) =>
        `Avec autant de posts, une différence ordinaire se voit chez ${n(100 * chance)} comptes sur 100 environ ; une réponse nette demande plusieurs milliers de posts.`,
    },
    effects: { own: 'Effet de l’heure', typical: 'Effet typique de l’heure, pas celui de votre compte' },
    slots: { own: 'Meilleurs créneaux', typical: 'Créneaux typiques, pas ceux de votre compte' },
    compared: { average: ' (par rapport à votre moyenne)', others: ' (par rapport à l’heure moyenne)' },
    uplift: (uplift, [low, high]) => `${uplift} (80 % : ${low} à ${high})`,
    columns: { slot: 'Créneau', posts: 'Posts', effect: 'Effet (intervalle à 80 %)' },
    postsColumn: 'posts',
    few: {
      own: (mark, few) =>
        `${mark} marque une heure où vous avez moins de ${n(few)} posts : son effet vient surtout des heures voisines`,
      typical: (mark, few) => `${mark} marque une heure où vous avez moins de ${n(few)} posts`,
    },
    byHour: 'De 0 h à 23 h',
    byDay: 'Du lundi au dimanche',
    below: (value) => `moins de ${value}`,
    from: (value) => `à partir de ${value}`,
  },
  decay: {
    help: {
      summary: 'montrer la durée de vie de vos liens, et s’il faut en reposter un',
      description:
        'Montre à quelle vitesse viennent les réactions à vos liens, combien sont encore à venir, et s’il faut reposter un lien.',
      examples: [
        'tweetspan decay                      # vos liens les plus récents',
        'tweetspan decay example.org/guide    # un lien : sa courbe et ses posts',
        'tweetspan decay example.org/guide --html guide.html',
      ],
      after: `Les réactions sont les j’aime et les reposts des 7 premiers jours. Chaque durée
est donnée avec l’intervalle qui contient 8 posts sur 10 ; quand un post a trop
peu de relevés, c’est celle de vos posts complets, ou une valeur typique. Rien ne
montre qu’attendre augmente la portée : on attend pour espacer ses posts, et à
cause des règles de X sur les répétitions.`,
    },
    title: (account) => (account === '' ? 'Durée de vie des liens' : `Durée de vie des liens de ${account}`),
    none: 'Votre historique n’a aucun lien dont un post soit daté : importez une archive ou un export avec des liens.',
    learned: (level, shape) => {
      const source = (complete: number): string =>
        complete === 0
          ? 'comptes publics, pas le vôtre'
          : complete === 1
            ? 'votre dernier post complet'
            : `vos ${n(complete)} derniers posts complets`;
      return `Total habituel : ${source(level)}. Vitesse de déclin : ${source(shape)}.`;
    },
    countsVisits:
      'Les visites qui portent la balise de campagne (UTM) d’un seul post sont à ce post ; toutes les autres vont au post le plus récent à ce moment-là.',
    shown: (shown, known) => `Les ${n(shown)} liens les plus récents sur ${n(known)} ; --limit en montre plus.`,
    shownSorted: (shown, known) => `${n(shown)} liens sur ${n(known)} ; --limit en montre plus.`,
    posts,
    last: (localTime) => `dernier le ${date(localTime, 'fr')}`,
    soFar: (reactions) => `${reactions} à ce jour`,
    toCome: (reactions) => `${reactions} à venir`,
    total: (reactions) => `total à 7 jours ${reactions}`,
    counted: (reactions) => `total à 7 jours ${reactions} (compté)`,
    together: (soFar, toCome, total) => `Ensemble : ${soFar}, ${toCome}, ${total}`,
    timesFirst: (ratio) => `${ratio} fois le premier`,
    quoted: (text) => `« ${text} »`,
    now: 'maintenant',
    legend: (counted) =>
      `${counted === 'visits' ? 'Visites' : 'Réactions'} de tous les posts ; points : intervalle à 80 % ; ▲ un post`,
    between: (low, high) => `${low} à ${high}`,
    under: (time) => `moins de ${time}`,
    seen: (time, [from, to]) => `${time} (vu entre ${from} et ${to})`,
    basis: { own: '', account: 'typique de vos posts', typical: 'valeurs typiques, pas celles de votre compte' },
    about: (sign, basis) => `${sign} devant une durée : ${basis}`,
    times: (half, ninety, counted) => `la moitié des ${metricNames[counted]} après ${half}, 90 % après ${ninety}`,
    verbs: {
      'repost now': () => 'Reposter maintenant',
      'wait until': (when) => `Attendre jusqu’au ${when}`,
      'rewrite first': () => 'Changer d’abord le texte',
      'let it rest': () => 'Laisser reposer',
      stop: () => 'Arrêter',
    },
    advice: (verb, reason) => `${verb} : ${reason}.`,
    reasons: {
      due: ({ minGap, counted }) =>
        `le dernier post a plus de ${span(minGap, 'fr')} et l’essentiel de ses ${metricNames[counted]}, et vous publiez souvent à cette heure`,
      'never posted': () => 'le lien n’a pas encore été publié',
      'too soon': ({ minGap, t90, counted }) =>
        t90 > minGap
          ? `le dernier post met environ ${span(t90, 'fr')} à recueillir 90 % de ses ${metricNames[counted]} ; on attend pour espacer, pas pour augmenter la portée`
          : `laissez au moins ${span(minGap, 'fr')} entre deux posts d’un même lien ; on attend pour espacer, pas pour augmenter la portée`,
      'still collecting': ({ restShare, counted }) =>
        `le lien reçoit encore des ${metricNames[counted]} : plus de ${n(100 * restShare)} % sont à venir`,
      'hour not in use': () => 'vous publiez rarement à cette heure',
      'still getting more': ({ rest, counted }) =>
        `le lien devrait encore recevoir environ ${approximate(rest, 'fr')} ${rest < 2 ? singular[counted] : metricNames[counted]} sans repost, plus que n’en apporterait un repost`,
      'weak so far': ({ times }) =>
        `ses posts ont reçu moins que d’habitude à leur époque ; tel quel, un repost devrait apporter ${decimal(times, 'fr')} fois votre post habituel`,
      'gain too small': ({ times }) =>
        `plusieurs posts ont peu reçu ; un autre devrait apporter ${decimal(times, 'fr')} fois votre post habituel`,
      'too old': ({ maxAge }) =>
        `son dernier post a plus de ${plural(Math.round(maxAge / YEAR), 'an', 'ans', 'fr')} ; vérifiez que la page est encore juste avant de le reposter`,
      'no hour left': () => 'il ne reste aucune heure pour publier',
      'enough reposts': ({ maxReposts, reposts }) =>
        `il a été reposté ${n(reposts)} fois ; la limite est de ${n(maxReposts)}`,
      'window over': () => 'la campagne de ce lien est terminée',
      'tied to its day': ({ words }) => `« ${words} » lie le texte à sa date`,
      'two weak reposts': () => 'les deux derniers reposts sont parmi les 10 % les plus faibles',
    },
    gain: (mean, [low, high], times, counted) =>
      `Un repost devrait recevoir environ ${approximate(mean, 'fr')} ${mean < 2 ? singular[counted] : metricNames[counted]} (80 % : ${low} à ${high}), ${decimal(times, 'fr')} fois votre post habituel.`,
    faults: {
      beforePublication: (value) =>
        `${readings(value, 'précède', 'précèdent')} la publication du post : l’une des deux horloges se trompe, ${value < 2 ? 'il est écarté' : 'ils sont écartés'}.`,
      wentDown: (value, counted) =>
        `${readings(value, 'est plus bas', 'sont plus bas')} qu’un précédent${counted === 'reactions' ? ' (réactions retirées)' : ''} : c’est le précédent qui compte.`,
      undated: (value) =>
        `${plural(value, 'post compté', 'posts comptés', 'fr')} à une date inconnue : ce nombre est pris comme total à 7 jours et ne dit rien de la vitesse.`,
      uncounted: (value, counted) =>
        `${posts(value)} sans compteur de ${metricNames[counted]} : les attentes sont typiques, pas celles de votre compte.`,
      untimed: (value) =>
        `${plural(value, 'post sans heure connue est écarté', 'posts sans heure connue sont écartés', 'fr')}.`,
    },
  },
  suggest: {
    help: {
      summary: 'indiquer les liens à reposter cette semaine',
      description:
        'Indique les liens à reposter dans les sept jours, les meilleurs d’abord : ce qu’un repost devrait apporter, quand, avec quel texte, et pourquoi les autres liens n’y sont pas.',
      examples: [
        'tweetspan suggest                        # les cinq meilleurs',
        'tweetspan suggest brouillons/*.md        # avec les textes déjà prêts',
        'tweetspan suggest brouillons/*.md --plan # mettre en file ceux qui en ont un',
      ],
      after: `Un lien est fort quand ses posts ont reçu plus qu’il n’était habituel à leur
époque. Les liens dont le dernier post a plus de deux ans, les textes liés à leur
date et ceux qui nomment une personne qui ne souhaite pas être mentionnée sont
écartés. La liste ne compte jamais plus de reposts que la moitié de ce que vous
publiez en une semaine.`,
    },
    drafts: 'brouillons de liens qui peuvent être proposés',
    limit: 'nombre maximal de liens',
    plan: 'mettre en file les liens proposés qui ont un texte, comme tweetspan schedule',
    title: (account) => (account === '' ? 'À reposter cette semaine' : `À reposter cette semaine : ${account}`),
    summary: (reposts, usual, zone) =>
      `${reposts === 0 ? 'La file contient déjà les reposts de la semaine' : `Place pour ${plural(reposts, 'repost', 'reposts', 'fr')}`} · votre post habituel : ${approximate(usual, 'fr')} ${usual < 2 ? 'réaction' : 'réactions'} (moyenne de vos trois dernières semaines, ou de 35 posts) · ${zone}`,
    rhythm: (perWeek) =>
      `Vous publiez ${perWeek === 0 ? 'moins d’une' : `environ ${perWeek === 1 ? 'une' : n(perWeek)}`} fois par semaine, sans compter les réponses. La liste propose moitié moins de reposts, sans ceux de la file. Les réactions sont les likes et les reposts.`,
    until: (localTime) =>
      `Vos données vont jusqu’au ${date(localTime, 'fr')} ; les posts plus récents ne sont pas pris en compte.`,
    order:
      'Les meilleurs d’abord ; les liens peut-être dépassés viennent plus bas. Une prévision se situe entre ce que le lien a reçu et votre post habituel, car un bon résultat tient en partie à la chance.',
    times:
      'Les créneaux sont les meilleures heures libres parmi celles où vous publiez ; les heures qui ont moins de 2 % de vos posts sont écartées.',
    none: 'Aucun lien n’est à reposter cette semaine.',
    noLinks: 'Votre historique n’a aucun lien : importez une archive ou un export avec des liens.',
    noRoom: 'la file contient déjà les reposts de la semaine',
    gain: (mean, [low, high], times) =>
      `environ ${mean < 2 ? decimal(mean, 'fr') : n(Math.round(mean))} ${mean < 2 ? 'réaction' : 'réactions'} (${low} à ${high}, 8 fois sur 10), ${decimal(times, 'fr')} fois votre post habituel`,
    why: (many, reactions, last) =>
      many === 1
        ? `publié une fois, le ${date(last, 'fr')} : ${plural(reactions, 'réaction', 'réactions', 'fr')}`
        : `publié ${n(many)} fois, la dernière le ${date(last, 'fr')} ; ${plural(reactions, 'réaction', 'réactions', 'fr')} en tout`,
    lasting: (kind, words) => `sans doute durable : ${kind} (« ${words} »)`,
    kinds: {
      guide: 'un guide',
      comparison: 'une comparaison',
      collection: 'un recueil',
      advice: 'des conseils',
      overview: 'un tour d’horizon',
      explanation: 'une explication',
    },
    unclear: 'peut-être dépassé : vérifiez la page',
    texts: {
      draft: (name) => `texte prêt dans ${name}`,
      own: (name) => `variante prête dans ${name}`,
      made: (name) => `texte tiré des mots de ${name}, à relire`,
      page: (name) => `texte tiré de la page de ${name}, à relire`,
    },
    write: (idea) =>
      idea === undefined
        ? 'pas encore de nouveau texte : à écrire'
        : `pas encore de nouveau texte : à écrire, par exemple en l’ouvrant sur ${idea}`,
    needsText: 'X peut refuser un texte déjà publié : chaque repost a besoin d’un nouveau texte.',
    others: 'Pourquoi pas les autres',
    all: 'Pourquoi aucun',
    other: (links, reason) => `${plural(links, 'lien', 'liens', 'fr')} : ${reason}`,
    causes: {
      due: 'pas nécessaire',
      'never posted': 'aucune publication',
      'too soon': 'publication trop récente',
      'still collecting': 'réactions encore en cours',
      'still getting more': 'un repost apporterait moins que ce qui arrive encore',
      'hour not in use': 'il ne reste aucune de vos heures cette semaine',
      'weak so far': 'moins de réactions que d’habitude jusqu’ici ; essayez d’abord un autre texte',
      'gain too small': 'plusieurs posts ont peu reçu',
      'too old': 'dernier post il y a plus de deux ans',
      'no hour left': 'il ne reste aucune heure pour publier',
      'enough reposts': 'assez de reposts',
      'window over': 'campagne terminée',
      'two weak reposts': 'les deux derniers reposts étaient faibles',
      'tied to its day': 'le texte parle d’un jour, d’un événement ou d’une actualité',
      'repeats another': 'le texte copie le post de quelqu’un d’autre (« RT @… »)',
      'opted out': 'une personne nommée ne souhaite pas être mentionnée',
      'planned already': 'déjà en file',
      'like another': 'le texte ressemble trop à un autre ci-dessus',
      'not yours': 'publié seulement dans des réponses',
      uncounted: 'sans compteur de réactions',
      'list full': 'moins de réactions à attendre que de ceux ci-dessus',
    },
    slot: (localTime) => moment(localTime, 'fr'),
    colon: ' : ',
    nothingReady:
      'aucun des liens proposés n’a de texte : écrivez un brouillon et nommez-le, comme dans tweetspan suggest brouillons/*.md',
  },
  audit: {
    help: {
      summary: 'vérifier si le score prédit ce qu’obtiennent vos posts',
      description: 'Vérifie si le score suit ce que vos posts ont obtenu, et le dit quand ce n’est pas le cas.',
      examples: ['tweetspan audit', 'tweetspan audit --json'],
    },
    title: 'Audit : le score prédit-il ?',
    posts,
    verdicts: {
      'too few posts': (used, neededPosts, neededDays) =>
        `Pas assez de données : ${posts(used)} (il en faut ${n(neededPosts)} sur ${n(neededDays)} jours).`,
      'does not predict': (metric, figure) =>
        `Le score ne prédit pas les ${metricNames[metric]} de ce compte : ${figure}.`,
      predicts: (metric, figure) =>
        `Le score suit les ${metricNames[metric]} de ce compte : plus il est haut, plus il y en a ; ${figure}.`,
      'predicts the opposite': (metric, figure) =>
        `Le score évolue à l’inverse des ${metricNames[metric]} de ce compte : plus il est haut, moins il y en a ; ${figure}.`,
    },
    alike: 'tous les posts ont le même score',
    figure: (value, low, high, used) =>
      `corrélation de rangs ${correlation(value, 'fr')} (95 % : ${correlation(low, 'fr')} à ${correlation(high, 'fr')}) sur ${posts(used)}`,
    before: (raw) =>
      `Sans tenir compte du mois, de l’heure de la semaine et de la longueur du texte : ${correlation(raw, 'fr')}.`,
    carriers: (going, against, nothing) =>
      [
        ...(going.length > 0 ? [`Ce qui le porte : ${list(going, 'fr')}.`] : []),
        ...(against.length > 0 ? [`Ce qui va à l’inverse : ${list(against, 'fr')}.`] : []),
        ...(nothing.length > 0 ? [`Rien de plus que le hasard : ${list(nothing, 'fr')}.`] : []),
      ].join(' '),
    parts: { with: 'le porte', against: 'va à l’inverse', nothing: 'hasard' },
    notes: [
      'Hors échantillon : les règles n’ont pas été ajustées à ce compte. Ce qu’un post a obtenu est comparé à la tendance du compte, à mois, heure de la semaine et longueur de texte égaux.',
      'Une corrélation n’est pas une cause. Les règles sont jugées ensemble (Holm), car plus il y en a, plus les fausses alertes sont probables.',
      'Les images ne sont pas notées : les exports n’ont pas leur description. Les règles auxquelles il manque des données sont laissées de côté.',
    ],
    newest: (used) => `Seuls les ${n(used)} posts les plus récents ont été notés.`,
    columns: { rule: 'Règle', value: 'Corrélation', interval: 'Intervalle à 95 %', part: 'Rôle', posts: 'Posts' },
    interval: (low, high) => `${low} à ${high}`,
  },
  pages: {
    hours: {
      effect: 'Effet',
      figures: 'Chiffres dans les cases : vos posts.',
      hourOfDay: 'Heure du jour',
      week: (best) =>
        `Une semaine heure par heure : sept lignes de vingt-quatre cases.${best.length === 0 ? '' : ` Les plus hautes : ${best.join(', ')}.`}`,
      curve: 'Vingt-quatre barres, une par heure du jour.',
      few: (many) => `hachuré : moins de ${n(many)} de vos posts`,
      outlined: 'encadré : les créneaux ci-dessous, par rang',
      rank: 'Rang',
      table: 'Le graphique en tableau',
      cells: 'Effet, et nombre de posts',
      caveat:
        'Des observations, pas la preuve d’une cause : on publie autre chose la nuit. Les effets sont ramenés à ce qui tenait hors échantillon sur des comptes publics.',
    },
    decay: {
      titleOf: (title, link) => `${title} : ${link}`,
      curve: (counted) => `${counted === 'visits' ? 'Visites' : 'Réactions'} de tous les posts du lien`,
      curveDescription: (total, many, counted) =>
        `Une courbe et sa bande : ${plural(many, 'post', 'posts', 'fr')}, ${total} ${metricNames[counted]} en tout, 7 jours après le dernier.`,
      band: 'bande : intervalle à 80 %',
      posts: 'lignes numérotées : posts',
      times: (counted) => `Le temps que prennent les ${metricNames[counted]}`,
      timesDescription: (rows, counted) =>
        `${plural(rows, 'ligne', 'lignes', 'fr')} : quand la moitié et quand 90 % des ${metricNames[counted]} sont là, avec leur intervalle à 80 %.`,
      half: (counted) => `moitié des ${metricNames[counted]}`,
      ninety: (counted) => `90 % des ${metricNames[counted]}`,
      dashed: 'tirets : valeur typique, non mesurée',
      table: 'Les chiffres en tableau',
      columns: {
        link: 'Lien',
        post: 'Post',
        when: 'Quand',
        posts: 'Posts',
        last: 'Dernier',
        soFar: 'À ce jour',
        toCome: 'À venir (80 %)',
        total: 'Total à 7 jours (80 %)',
        half: 'Moitié après (80 %)',
        ninety: '90 % après (80 %)',
        advice: 'Conseil',
        text: 'Texte',
      },
      shown: (shown, known) => `Les ${n(shown)} liens les plus récents sur ${n(known)}.`,
    },
  },
};
