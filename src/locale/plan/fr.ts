// What `schedule` says, in French.
import {
  approximate,
  count,
  dateWithWeekday,
  dayOrMonth,
  decimal,
  list,
  listed,
  moment,
  money,
  percent,
  plural,
  span,
  time,
} from '#locale/format.js';
import type { KnownSentence, PlanSentences } from './en.js';

const n = (value: number): string => count(value, 'fr');
const posts = (value: number): string => plural(value, 'post', 'posts', 'fr');
const named = (numbers: readonly number[]): string =>
  `${numbers.length === 1 ? 'Post' : 'Posts'} ${listed(numbers.map(String))}`;

const alike = ({ item, draft, localTime, zone, quote }: KnownSentence, it: 'il' | 'elle'): string => {
  const when = localTime === null ? '' : moment(localTime, 'fr');
  if (draft !== null) return `${it} ressemble au texte de ${draft} prévu le ${when} (${zone})`;
  if (item !== null) return `${it} ressemble à l’élément ${item}, prévu le ${when} (${zone})`;
  return `${it} ressemble à votre post ${when === '' ? '' : `du ${when}, `}« ${quote} »`;
};

/** A day, or a time of a day. */
const dayOrTime = (text: string): string => (text.length === 10 ? dateWithWeekday(text, 'fr') : moment(text, 'fr'));

const metrics = { reactions: 'réactions', clicks: 'clics', impressions: 'impressions', visits: 'visites' };

export const fr: PlanSentences = {
  help: {
    summary: 'planifier la publication d’un brouillon, et ses reposts',
    description:
      'Planifie les posts du lien d’un brouillon : quand, avec quel texte à chaque fois, pourquoi à ce moment, et à quel coût ; puis les met en file. Plusieurs brouillons sont planifiés ensemble : leurs liens se partagent les meilleures heures, aucune semaine ne reçoit plus de posts que votre rythme n’en supporte, et tous sont mis en file, ou aucun.',
    examples: [
      'tweetspan schedule brouillon.md --dry-run    # montrer le plan seulement',
      'tweetspan schedule brouillon.md --reposts 3 --gap "2 jours"',
      'tweetspan schedule brouillon.md --window 8h-20h --skip-day sam,dim',
      'tweetspan schedule brouillons/*.md           # plusieurs liens ensemble',
    ],
  },
  options: {
    drafts: 'fichiers des brouillons ; l’un peut être - pour l’entrée standard',
    dryRun: 'montrer le plan, ne rien mettre en file',
    yes: 'mettre le plan en file sans demander',
    reposts: 'reposts après le premier post (par défaut : selon le brouillon, sinon autant que de textes)',
    force: 'planifier aussi les textes qui ont des erreurs, et les réponses à quelqu’un',
    gap: 'temps minimal entre deux posts du lien (par défaut : selon le brouillon, sinon 1 jour)',
    from: 'premier jour, ou heure (par défaut : selon le brouillon, sinon maintenant)',
    until: 'dernier jour, ou heure avant laquelle tout est publié (par défaut : selon le brouillon, sinon au besoin)',
    window:
      'heures de publication, par exemple 8h-20h, ou bureau pour lun-ven 9h-18h (par défaut : selon le brouillon, sinon vos heures habituelles)',
    skipDay: 'jours sans post, par exemple sam,dim ou 24/12/2026..02/01/2027 ; répétable',
    zone: 'fuseau horaire IANA de votre public (par défaut : selon le brouillon, sinon celui de cette machine)',
    mode: 'publier avec l’API (par défaut si vous êtes connecté), ou à la main sur rappel (par défaut sinon)',
    ifMissed: 'que faire d’un post en retard : skip (l’abandonner), next-slot (le décaler), ou le retard maximal',
    review: 'chaque post attend tweetspan queue approve',
    replace: 'remplacer ce qui est encore prévu de ce brouillon',
    ics: 'enregistrer aussi les posts dans un agenda, avec des rappels (mode remind)',
    metric: 'classer les heures selon ce compte plutôt que selon les réactions',
    seed: 'graine des tirages au sort',
    none: 'aucun',
  },
  errors: {
    icsByApi: '--ics sert aux posts que vous publiez à la main ; avec --mode api ils seraient publiés deux fois',
    notATerminal: 'pas de terminal : ajoutez --yes pour mettre le plan en file, ou --dry-run pour le voir seulement',
    jsonAsksNothing:
      'en JSON, aucune question n’est posée : ajoutez --yes pour mettre le plan en file, ou --dry-run pour le voir seulement',
    noHolidays: (region) =>
      `holidays : aucun jour férié connu pour ${region} ; donnez un pays, par exemple FR, ou un pays et une région, par exemple FR-A ou DE-BY`,
    noCalendars:
      'holidays : le paquet opening_hours n’est pas installé ; lancez npm install opening_hours, ou retirez holidays de la configuration',
    longGap: (gap) =>
      `un écart de ${span(gap, 'fr')} dépasse un an ; donnez-en un plus court avec --gap ou campaign.gap`,
    noMetric: (metric, has) =>
      `vos posts n’ont pas ${metric === 'impressions' ? 'd’' : 'de '}${metrics[metric]}${has.length === 0 ? ' ; omettez --metric' : ` ; utilisez ${has.map((each) => `--metric ${each}`).join(' ou ')}`}`,
    sameLink: (other) =>
      `il mène à la même page que ${other} ; faites-en une variante de ce brouillon (campaign.variants), ou planifiez-les l’un après l’autre`,
    experimentAlone: '--experiment ne prend qu’un brouillon à la fois : chaque lien a son propre tirage',
    noLink:
      'le brouillon n’a pas de lien ; un plan concerne les posts d’un lien : ajoutez-le au texte, ou sous la clé link',
    emptyPeriod: (from, until) =>
      `--until ${until} n’est pas après ${from === undefined ? 'maintenant' : `--from ${from}`} ; indiquez une fin plus tardive`,
    pastFrom: (from) => `--from ${from} est passé ; donnez aujourd’hui ou un jour à venir`,
    farUntil: (until) => `la fin ${until} est à plus de 2 ans ; donnez un --until plus proche`,
    queueChanged:
      'la file a changé depuis que le plan est fait ; rien n’a été mis en file : relancez schedule pour ce brouillon',
    slotPassed: (when) =>
      `${when} est passé entre-temps ; rien n’a été mis en file : relancez schedule pour ce brouillon`,
    calendar: (file, code, isQueued) =>
      `--ics ${file} : impossible d’enregistrer l’agenda (${code}) ; ${
        isQueued
          ? 'les posts sont en file quand même, et tweetspan queue --format ics l’enregistre aussi'
          : 'choisissez un fichier dans l’un de vos dossiers'
      }`,
  },
  askQueue: (value) =>
    value === 1 ? 'Mettre ce post en file ? [o/N]' : `Mettre ces ${n(value)} posts en file ? [o/N]`,
  queued: (ids, mode) =>
    ids.length === 1
      ? `1 post mis en file, élément ${ids.join()} : tweetspan queue le montre, tweetspan run ${mode === 'api' ? 'l’envoie' : 'vous le rappelle'} à l’heure`
      : `${posts(ids.length)} mis en file, éléments ${list(ids.map(String), 'fr')} : tweetspan queue les montre, tweetspan run ${mode === 'api' ? 'les envoie' : 'vous les rappelle'} à l’heure`,
  replaces: (ids, drafts) =>
    `Remplace ${ids.length === 1 ? 'l’élément' : 'les éléments'} ${listed(ids.map(String))}, déjà ${ids.length === 1 ? 'prévu' : 'prévus'} ${drafts === 1 ? 'de ce brouillon' : 'de ces brouillons'}.`,
  notSignedIn: 'vous n’êtes pas connecté : lancez tweetspan login avant le premier créneau, sinon rien ne partira',
  notQueued: 'rien n’a été mis en file',
  notQueuedProblems: 'Rien n’a été mis en file : corrigez d’abord ce qui est marqué d’un !.',
  calendarWritten: (file) => `L’agenda est enregistré dans ${file}`,
  title: (link) => `Plan pour ${link}`,
  titleTogether: (links) => `Plan commun pour ${plural(links, 'lien', 'liens', 'fr')}`,
  titleOf: (draft, link) => `${draft} · ${link}`,
  rhythm: (most, postsPerWeek) =>
    `Au plus ${posts(most)} par semaine, ceux de la file compris : vous en publiez d’ordinaire ${n(postsPerWeek)}.`,
  placed: (placed, requested) =>
    requested === 1
      ? `${n(placed)} post placé sur 1`
      : `${plural(placed, 'post placé', 'posts placés', 'fr')} sur ${n(requested)}`,
  origins: {
    draft: 'le brouillon',
    own: 'votre variante',
    made: 'tiré du brouillon, à valider',
    page: 'tiré de la page, à valider',
  },
  score: (score) => `texte ${n(score)}/100`,
  write: 'texte à écrire',
  altText: (alt) => `« ${alt} »`,
  noAltText: 'sans texte alternatif',
  cost: 'Coût',
  budget: 'Budget (UTC)',
  dryRun: 'Simulation : rien n’a été mis en file.',
  uplift: ({ uplift, upliftLow, upliftHigh }, isOwn, isCompared) =>
    `${isOwn ? 'votre heure' : 'heure typique, pas celle de votre compte'} : ${percent(uplift, 'fr')} par rapport à ${isCompared ? 'votre moyenne' : 'l’heure moyenne'} (80 % : ${percent(upliftLow, 'fr')} à ${percent(upliftHigh, 'fr')})`,
  gain: ({ mean, low, high, times }) =>
    `environ ${approximate(mean, 'fr')} ${mean < 2 ? 'réaction' : 'réactions'} (${n(low)}–${n(high)}), ${decimal(times, 'fr')} fois votre post habituel`,
  unknownHour: 'aucune meilleure heure connue',
  hour: (uplift, isOwn) => `${isOwn ? 'votre heure' : 'heure typique, pas la vôtre'} : ${percent(uplift, 'fr')}`,
  expected: ({ mean, times }) =>
    `environ ${approximate(mean, 'fr')} ${mean < 2 ? 'réaction' : 'réactions'}, ${decimal(times, 'fr')} fois votre post habituel`,
  sinceLink: (ms) => `${span(ms, 'fr')} après le dernier post du lien`,
  restShare: (share) => `${n(100 * share)} % de ses réactions encore à venir`,
  toNearest: (ms) => `à ${span(ms, 'fr')} de l’autre post le plus proche`,
  other: ({ metric, uplift }) => `mais ${percent(uplift, 'fr')} en ${metrics[metric]}`,
  reason: (parts) => `${parts.join(' ; ')}.`,
  clock: {
    gap: (requested, clock) =>
      `Le ${dateWithWeekday(requested, 'fr')}, on passe à l’heure d’été : ${time(requested.slice(11), 'fr')} n’existe pas, déplacé à ${time(clock.slice(11), 'fr')}.`,
    overlap: (requested) =>
      `Le ${dateWithWeekday(requested, 'fr')}, on passe à l’heure d’hiver : ${time(requested.slice(11), 'fr')} vient deux fois, la première est prise.`,
  },
  shortfalls: {
    'no hour': () =>
      'Les heures, les jours et la période ne laissent aucun moment pour publier : élargissez l’un d’eux.',
    'too soon': () =>
      'Le lien a été publié trop récemment pour cette période : choisissez un --until plus tardif ou un --gap plus petit.',
    'queue full': () => 'D’autres posts prennent toutes les heures restantes : choisissez un --until plus tardif.',
    gap: (placed, requested) =>
      `${placed === 1 ? 'Un seul post' : placed === 0 ? 'Aucun post' : `Seuls ${n(placed)} posts`} sur ${n(requested)} ${placed < 2 ? 'trouve' : 'trouvent'} un créneau : choisissez un --until plus tardif, un --gap plus petit ou moins de --reposts.`,
  },
  missingTexts: (value, hooks) =>
    `${plural(value, 'texte manque', 'textes manquent', 'fr')} : écrivez-${value === 1 ? 'le' : 'les'} sous campaign.variants ; redire la même chose autrement donnerait le même post.${hooks.length === 0 ? '' : ` ${hooks.length === 1 ? 'Idée d’accroche' : 'Idées d’accroche'} : ${listed(hooks)}.`}`,
  hooks: {
    figure: 'un chiffre',
    quote: 'une citation',
    result: 'un résultat',
    mistake: 'une erreur à éviter',
    reader: 'le public visé',
  },
  refusedByX: (numbers, message) => `${named(numbers)} : ${message}.`,
  lintError: (message) => `${message} (tweetspan lint ; --force le planifie quand même).`,
  dayPassed: (numbers, day) =>
    `${named(numbers)} : ${day} sera passé à ce moment-là ; choisissez un --until plus proche ou un autre texte (--force le planifie quand même).`,
  notAPost: {
    reply:
      'Le brouillon répond à quelqu’un, mais partirait comme un post à part : reformulez-le, ou ajoutez --force pour le planifier quand même.',
    repost:
      'Le brouillon reprend le post de quelqu’un d’autre : écrivez le vôtre, ou ajoutez --force pour le planifier quand même.',
  },
  plannedAnyway: {
    reply: '--force : planifié bien que le brouillon réponde à quelqu’un ; il part comme un post à part.',
    repost: '--force : planifié bien que le brouillon reprenne le post de quelqu’un d’autre.',
  },
  weakText: (numbers, score) =>
    `${named(numbers)} : le texte obtient ${count(score, 'fr')} sur 100 ; tweetspan lint montre quoi corriger.`,
  forced: (errors) =>
    `--force : ${plural(errors, 'erreur', 'erreurs', 'fr')} des textes sans effet sur ce plan ; tweetspan lint les montre.`,
  optedOut: (numbers, handle) => `${named(numbers)} : retirez @${handle}, qui ne souhaite pas être mentionné.`,
  mentioned: (numbers, handle) =>
    `${named(numbers)} : @${handle} est mentionné ; X interdit les mentions non sollicitées, vérifiez que la personne est d’accord.`,
  mentionedAgain: (handle, times, isTooOften) =>
    `@${handle} serait mentionné dans ${posts(times)} de ce lien : ${
      isTooOften
        ? 'X interdit les mentions répétées non sollicitées ; gardez-le dans un seul post.'
        : 'une fois suffit.'
    }`,
  overBudget: {
    day: (begins, cap) =>
      `Le ${list(
        begins.map((each) => dayOrMonth(each, 'fr')),
        'fr',
      )} (UTC), le plan dépasserait le plafond de ${money(cap, 'fr')} par jour : relevez-le avec tweetspan budget --day, ou publiez à la main avec --mode remind.`,
    month: (begins, cap) =>
      `En ${list(
        begins.map((each) => dayOrMonth(each, 'fr')),
        'fr',
      )} (UTC), le plan dépasserait le plafond de ${money(cap, 'fr')} par mois : relevez-le avec tweetspan budget --month, ou publiez à la main avec --mode remind.`,
  },
  budgetLine: (begins, plan, cap, taken) =>
    `${dayOrMonth(begins, 'fr')} : ${money(plan, 'fr')} sur ${money(cap, 'fr')}${taken === 0 ? '' : `, ${money(taken, 'fr')} déjà dépensés ou prévus`}`,
  modes: { api: 'par l’API', remind: 'à la main' },
  costLine: (mode, withLink, without, perPost, total) => {
    const all = withLink + without;
    if (total === 0) return `${mode} : ${posts(all)}, gratuit`;
    const parts = [
      ...(withLink === 0 ? [] : [`${posts(withLink)} avec un lien à ${money(perPost[0], 'fr')}`]),
      ...(without === 0 ? [] : [`${posts(without)} à ${money(perPost[1], 'fr')}`]),
    ];
    return `${mode} : ${parts.join(' + ')} = ${money(total, 'fr')}`;
  },
  noHistory:
    'Pas encore d’historique : heures et durées de vie sont des valeurs typiques, pas celles de votre compte ; importez vos posts avec tweetspan import.',
  typicalHours:
    'Heures typiques, pas celles de votre compte (comptes publics, 2010-2021) : aucune meilleure heure n’apparaît dans vos posts.',
  blackout: (from, until, why) => `Rien ne part du ${dayOrTime(from)} au ${dayOrTime(until)} : ${why}.`,
  daysOffSkipped: (days, first) =>
    `${days === 1 ? '1 jour de congé écarté' : `${n(days)} jours de congé écartés`} : ${listed(first.map(({ date, name }) => `${dayOrTime(date)} (${name})`))}${days > first.length ? ', …' : ''}.`,
  dayOff: (numbers, day, name, kind) =>
    `${named(numbers)} : le ${dayOrTime(day)} est ${kind === 'public' ? 'férié' : 'pendant les vacances scolaires'} (${name}).`,
  schoolHolidaysUnknown: (region, years) =>
    `Les vacances scolaires de ${region} en ${listed(years.map(String))} ne sont pas connues ; indiquez ces jours avec --skip-day.`,
  farZone: (from, to, zone) =>
    `Vos posts sont partis jusqu’ici entre ${time(`${String(from).padStart(2, '0')}:00`, 'fr')} et ${time(`${String(to).padStart(2, '0')}:00`, 'fr')} à l’heure de ${zone} : est-ce le fuseau de vos lecteurs ? Si oui, choisissez leurs heures avec --window ; sinon, donnez un autre --zone.`,
  flatPrior: (metric) =>
    `Les heures sont classées selon les ${metrics[metric]}, dont on ne connaît pas d’heures typiques : sans différence dans vos propres posts, toutes les heures se valent.`,
  overlap: (numbers, share) =>
    `${named(numbers)} : le post précédent a encore jusqu’à ${n(100 * share)} % de ses réactions à recevoir, ce qui est déduit ; un --gap plus long lui laisse plus de temps.`,
  advisedAgainst: {
    'rewrite first': (times) =>
      `Les posts du lien ont reçu moins que d’habitude (tel quel, un repost devrait apporter ${decimal(times, 'fr')} fois votre post habituel) : que les textes diffèrent nettement ; tweetspan decay en dit plus.`,
    'let it rest': () =>
      'tweetspan decay conseille de laisser reposer ce lien : vérifiez que la page est encore juste et en vaut la peine.',
    stop: () => 'tweetspan decay conseille de ne plus publier ce lien : il l’a été assez souvent.',
  },
  manyReposts: (times, advised) =>
    `Le lien serait reposté ${n(times)} fois ; au-delà de ${n(advised)}, on lasse ses lecteurs.`,
  variantAlike: (text, known) => `Variante écartée, « ${text} » : ${alike(known, 'elle')}.`,
  variantRefused: (text, reason) => `Variante écartée, « ${text} » : ${reason}.`,
  draftAlike: (known) => `Le texte du brouillon n’est pas utilisé : ${alike(known, 'il')}.`,
  alreadyPlanned: (items) =>
    items.length === 1
      ? `L’élément ${items.join()} de ce lien est déjà prévu : ce plan s’y ajoute.`
      : `Les éléments ${list(items.map(String), 'fr')} de ce lien sont déjà prévus : ce plan s’y ajoute.`,
};
