// Ce que dit `report`, dans le terminal et sur sa page, en français.
import type { CommandHelp } from '../cli.js';
import { approximate, count, date, decimal, list, money, moment, plural } from '../format.js';
import type { ReportSentences } from './en.js';

const help: CommandHelp = {
  summary: 'montrer le compte en un coup d’œil, sur une page à partager',
  description:
    'Montrer le compte en un coup d’œil : ce qu’il faut reposter cette semaine, les liens selon les réactions à venir, les heures, le plan, ce que vous avez à faire et le coût. Avec --html, l’écrire sur une seule page, qui ne charge rien et se passe de script.',
  examples: [
    'tweetspan report                         # un résumé',
    'tweetspan report --html                  # la page, dans report.html',
    'tweetspan report --html -o mars.html',
  ],
  after: `Ses chiffres sont ceux de suggest, decay, hours, queue et budget.`,
};

const n = (value: number): string => count(value, 'fr');

export const fr: ReportSentences = {
  help,
  html: 'écrire aussi la page',
  output: 'fichier de la page (par défaut : report.html)',
  outputNeedsHtml: '-o nomme le fichier de la page : ajoutez --html',
  notOurs: (file) =>
    `${file} existe et n’est pas un rapport de tweetspan : choisissez un autre nom, par exemple -o compte.html`,
  generated: (when, zone) => `${moment(when, 'fr')} (${zone})`,
  title: (account) => (account === '' ? 'Rapport du compte' : `Rapport du compte ${account}`),
  page: 'tweetspan report --html écrit tout cela sur une page.',
  contents: 'Sommaire',
  glance: {
    title: 'En bref',
    reposts: (many) => (many < 2 ? 'lien à reposter cette semaine' : 'liens à reposter cette semaine'),
    expected: (low, high) => `de ${low} à ${high} dans 8 cas sur 10`,
    toCome: 'réactions à venir',
    live: (many) => plural(many, 'lien en reçoit encore', 'liens en reçoivent encore', 'fr'),
    none: 'aucun lien ne reçoit encore de réactions',
    planned: (many) => (many < 2 ? 'post planifié' : 'posts planifiés'),
    next: (when) => `prochain : ${moment(when, 'fr')}`,
    nothingPlanned: 'rien n’est en file',
    attention: (many) => plural(many, 'élément vous attend', 'éléments vous attendent', 'fr'),
    cost: 'dépensés sur X ce mois-ci',
    ofCap: (cap, toCome) => `sur ${money(cap, 'fr')} autorisés ; ${money(toCome, 'fr')} prévus`,
    hour: 'votre meilleure heure',
    noHour: ['Aucune', 'meilleure heure nette'],
    steps: (many) => plural(many, 'étape vous revient', 'étapes vous reviennent', 'fr'),
  },
  suggest: {
    title: 'À reposter cette semaine',
    nav: 'Reposts',
    when: (localTime) => moment(localTime, 'fr'),
    plan: 'Pour en planifier un : écrivez son texte dans un brouillon, puis lancez tweetspan suggest brouillons/*.md --plan.',
    columns: {
      link: 'Lien',
      when: 'Meilleur moment',
      gain: 'Réactions attendues (80 %)',
      why: 'Pourquoi',
      text: 'Texte',
    },
  },
  decay: {
    title: 'Les liens selon ce qui reste à venir',
    nav: 'Liens',
    none: 'Aucun lien ne reçoit encore de réactions : voici les plus récents. Les réactions sont comptées pendant les 7 jours qui suivent un post.',
    picture: 'Réactions à venir',
    description: (rows) =>
      `${plural(rows, 'barre', 'barres', 'fr')}, une par lien : les réactions qu’il devrait encore recevoir, avec un intervalle à 80 %.`,
    bar: 'attendu',
    interval: 'intervalle à 80 %',
    shown: (shown, known) =>
      `${n(shown)} sur ${plural(known, 'lien', 'liens', 'fr')}, d’abord ceux qui ont le plus à venir ; tweetspan decay en montre davantage.`,
    curves: 'Comment les réactions sont arrivées',
    curve: (link) => `Réactions de ${link}`,
    table: 'Ces liens en tableau',
    points: 'La courbe en tableau',
    columns: { when: 'Quand', mean: 'Réactions', interval: 'Intervalle à 80 %' },
  },
  hours: { title: 'Les heures de la semaine', nav: 'Heures' },
  plan: {
    title: 'Le plan',
    nav: 'Plan',
    none: 'Rien n’est en file. tweetspan schedule brouillon.md planifie les reposts d’un lien.',
    calendar: 'Calendrier des posts planifiés',
    description: (posts, days, from, to) =>
      `${plural(posts, 'post planifié', 'posts planifiés', 'fr')} sur ${plural(days, 'jour', 'jours', 'fr')}, du ${date(from, 'fr')} au ${date(to, 'fr')}.`,
    weekOf: (day) => date(day, 'fr').replace(/ \d{4}$/, ''),
    today: 'encadré : aujourd’hui',
    filled: 'en couleur : des posts partent',
    more: (many) => `+${n(many)}`,
    later: (many, day) =>
      `${plural(many, 'post vient', 'posts viennent', 'fr')} après la fin du calendrier, le ${date(day, 'fr')} : voir le tableau.`,
    table: 'Les posts planifiés en tableau',
    shown: (shown) => `Les ${n(shown)} premiers éléments seulement ; tweetspan queue --limit 0 les montre tous.`,
    attention: 'À traiter',
    stopped: (reason) => `La file est en pause : ${reason}.`,
    review: 'attend votre accord',
    free: 'gratuit',
    columns: {
      when: 'Quand',
      text: 'Texte',
      link: 'Lien',
      how: 'Comment',
      cost: 'Coût',
      state: 'État',
      why: 'Pourquoi',
    },
  },
  people: {
    title: 'À faire par vous',
    nav: 'À faire',
    none: 'Ni kit, ni demande d’aide, ni épinglage à faire.',
    overdue: 'en retard depuis',
    columns: { what: 'Quoi', when: 'Quand', link: 'Lien', how: 'Comment' },
  },
  cost: {
    title: 'Coût',
    nav: 'Coût',
    columns: { kind: 'Payé à X', today: 'Aujourd’hui', month: 'Ce mois-ci' },
    toCome: 'À venir, par l’API',
    toComeColumns: { month: 'Mois', posts: 'Posts', total: 'Coût' },
    none: 'Aucun post par l’API n’est planifié. Publier à la main, avec un rappel, est gratuit.',
    total: 'en tout',
  },
  weights: {
    title: 'Ce qui va de pair avec les réactions à vos posts',
    clicks: 'Ce qui va de pair avec les clics sur vos liens',
    nav: 'Poids',
    none: (least) =>
      `Trop peu de posts originaux avec des compteurs : à partir de ${n(least)}, on voit ici ce qui va de pair avec leurs réactions.`,
    basis: (posts, value, low, high, unseen) =>
      `D’après ${posts < 2 ? 'votre dernier post original' : `vos ${n(posts)} derniers posts originaux`}. Sur ${n(unseen)} que le modèle n’avait pas vus, la corrélation de rang entre son ordre et l’ordre réel est de ${decimal(value, 'fr', 2)} (intervalle à 95 % : de ${decimal(low, 'fr', 2)} à ${decimal(high, 'fr', 2)})${low <= 0 ? ' : rien ne montre encore qu’il fasse mieux que le hasard' : ''}.`,
    unsureTerm: 'pointillé : peut-être le hasard',
    unsure: 'Aucun élément ne se distingue encore du hasard (80 %).',
    picture: 'Les éléments et ce avec quoi ils vont de pair',
    description: (terms) =>
      terms.length === 0
        ? 'Aucun élément ne se distingue du hasard.'
        : `Les éléments qui se distinguent du hasard : ${list(terms, 'fr')}.`,
    unit: 'écarts types du résultat de vos posts ; à droite de zéro : davantage',
    caveat: 'Aller de pair n’est pas causer : un lien peut accompagner d’autres sujets.',
    table: 'Tous les éléments en tableau',
    columns: { term: 'Le texte a', effect: 'Effet', interval: 'Intervalle à 80 %', sure: 'Sûr' },
    sure: 'oui',
    notSure: 'non',
  },
  empty: {
    title: 'Rien à montrer pour l’instant',
    intro: 'L’historique est vide : il n’y a rien à montrer. Trois étapes le remplissent :',
    steps: [
      'Sur X, demandez votre archive (Paramètres, Votre compte, Télécharger une archive de vos données). X met environ un jour.',
      'Importez-la : tweetspan import archive.zip. Un CSV de vos posts, comme celui des statistiques de X, convient aussi.',
      'Écrivez ensuite le rapport : tweetspan report --html.',
    ],
    without: 'Pas besoin d’historique pour vérifier un brouillon : tweetspan lint brouillon.md.',
  },
  terminal: {
    suggest: 'Reposter',
    decay: 'À venir',
    hours: 'Heures',
    plan: 'Plan',
    people: 'À faire',
    cost: 'Coût',
    reactions: (mean) => `environ ${approximate(mean, 'fr')} réactions à venir`,
    suggested: (label, when) => `${label}, ${moment(when, 'fr')}`,
    spent: (spent, cap, toCome) =>
      `${money(spent, 'fr')} sur ${money(cap, 'fr')} ce mois-ci ; ${money(toCome, 'fr')} prévus`,
  },
};
