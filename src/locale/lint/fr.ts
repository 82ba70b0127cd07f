// What `lint` and `rules` say, and what is said of draft files, configurations and the files beside them, in French.
import { lazy } from '#base/lazy.js';
import type { ValueFault } from '#draft/draft-error.js';
import { count, date, list, plural } from '../format.js';
import type { LintSentences } from './en.js';

const expected = lazy((): Readonly<Record<string, (...args: readonly string[]) => string>> => ({
  text: () => 'doit être un texte',
  notEmpty: () => 'ne doit pas être vide',
  handle: () => 'doit être un identifiant tel que "@alice", entre guillemets : lettres, chiffres et _ seulement',
  day: () => 'doit être un jour tel que 2026-03-02',
  duration: () => 'doit être une durée telle que 2d, 36h ou 1w',
  window: () => 'doit être une plage de la journée telle que "08:00-20:00"',
  quoteList: () => 'doit être une liste, par exemple [{ text: "…", speaker: "…" }]',
  mediaList: () => 'doit être une liste telle que [{ file: photo.jpg, alt: "…" }]',
  variant: () => 'doit être un texte, ou { text: …, media: […] }',
  textList: () => 'doit être une liste de textes',
  handleList: () => 'doit être une liste telle que ["@alice"]',
  ambassadors: () =>
    'doit être un fichier tel que equipe.csv, ou une liste telle que [{ handle: "@alice", text: "…" }]',
  keywords: () => 'doit être une liste telle que [logement, loyer]',
  timeZone: () => 'doit être un fuseau horaire tel que Europe/Paris',
  serverAddress: () => 'doit être l’adresse d’un serveur telle que postgresql://ada@db.example.org/tweetspan',
  flag: () => 'doit être true ou false',
  webUrl: () => 'doit être une adresse web telle que https://example.org/guide',
  language: () => 'doit être un code de deux lettres tel que fr ou en (ISO 639-1)',
  wholeNumber: (least, most) => `doit être un nombre entier de ${least} à ${most}`,
  number: (least, most) => `doit être un nombre de ${least} à ${most}`,
  oneOf: (...values) => `doit être ${list(values, 'fr', 'or')}`,
  schemaUrl: () => 'doit être l’URL d’un schéma',
  moment: () => 'doit être un jour, par exemple 2027-04-10, ou une heure, par exemple 2027-04-10T08:00',
  why: () => 'doit donner la raison, en 200 caractères au plus',
  blackoutOrder: () => 'ne doit pas finir avant de commencer',
  blackouts: () => 'doit être une liste, telle que [{ from: 2027-04-10, until: 2027-04-11, why: élection }]',
  holidayRegion: () => 'doit être un pays, avec une région ou une zone scolaire au besoin : FR, FR-A, DE-BY',
  holidays: () => 'doit être un pays tel que FR-A, ou des clés telles que { of: FR-A, skip: public }',
  utm: () => 'doit être true ou des clés telles que { campaign: guide }',
  utmValue: () => 'doit compter au plus 100 lettres sans accent, chiffres, points, traits d’union ou tirets bas',
  aliases: () => 'doit associer des liens à des liens',
  words: () => 'doit être une liste de mots',
  profileName: () => 'doit être un nom d’au plus 32 lettres, chiffres, - et _',
  path: () => 'doit être le chemin d’un fichier',
  command: () => 'doit être une ligne de commande telle que « mail -s rappel moi@example.org »',
  modelUrl: () => 'doit être une URL qui commence par https:// ou http://',
  modelName: () => 'doit être le nom d’un modèle du serveur',
  keys: () => 'doit contenir des clés',
  setting: (...levels) => `doit être ${list([...levels, '{ level, weight, options }'], 'fr', 'or')}`,
}));

const yaml: Readonly<Record<string, string>> = {
  BAD_INDENT: 'le retrait ne convient pas, ou un crochet n’est pas fermé',
  TAB_AS_INDENT: 'faites les retraits avec des espaces, non des tabulations',
  DUPLICATE_KEY: 'une clé figure deux fois',
  MISSING_CHAR: 'il manque un caractère, par exemple un guillemet ou un crochet fermant',
  UNEXPECTED_TOKEN: 'un élément n’est pas à sa place',
  BLOCK_AS_IMPLICIT_KEY: 'mettez entre guillemets les valeurs qui contiennent deux-points',
  MULTILINE_IMPLICIT_KEY: 'une clé s’étend sur plusieurs lignes',
  BAD_SCALAR_START: 'mettez entre guillemets les valeurs qui commencent par un signe spécial',
};

/** Measures are stored in English words; see `#history/keywords.js`. */
const measureName = (measure: string): string =>
  measure
    .replace(/^searches a month$/, 'recherches par mois')
    .replace(/^impressions in Google$/, 'impressions dans Google')
    .replace(/^interest index among /, 'indice d’intérêt parmi ');

const known = (near: string | undefined, names: readonly string[]): string =>
  near === undefined ? ` ; valeurs admises : ${names.join(', ')}` : ` ; vouliez-vous dire ${near} ?`;

function valueFault(fault: ValueFault): string {
  switch (fault.code) {
    case 'unknownKey':
      return `clé inconnue : « ${fault.path} »${known(fault.near, fault.known)}`;
    case 'unknownRule':
      return `règle inconnue : « ${fault.path} »${known(fault.near, fault.known)}`;
    case 'missingKey':
      return `il manque « ${fault.path} »`;
    case 'secretKey':
      return `« ${fault.path} » n’est pas lu ; gardez la clé hors du fichier : définissez ${fault.variable}`;
    case 'ownOnly':
      return `« ${fault.path} » n’est lu que dans votre propre configuration (~/.config/tweetspan), jamais à côté d’un brouillon ; déplacez-le`;
    case 'wrongValue': {
      const [code = '', ...args] = fault.expected.split(':');
      const received = fault.received === undefined ? '' : ` ; reçu : ${JSON.stringify(fault.received)}`;
      return `« ${fault.path} » ${expected()[code]?.(...args) ?? 'a une valeur incorrecte'}${received}`;
    }
    case 'yaml':
      return `YAML incorrect : ${yaml[fault.reason] ?? fault.reason}`;
    case 'alias':
      return 'les alias YAML (*nom) ne sont pas lus ; écrivez la valeur';
    case 'json':
      return 'JSON incorrect';
    case 'notKeys':
      return `aucune clé trouvée ; écrivez par exemple « ${fault.example} »`;
  }
}

export const fr: LintSentences = {
  lint: {
    help: {
      summary: 'noter des brouillons selon les dix règles de longévité',
      description: 'Noter des brouillons selon les dix règles de longévité et voir quoi corriger.',
      examples: [
        'tweetspan lint brouillon.md',
        'tweetspan lint --fix brouillons/*.md         # appliquer les corrections sûres',
        'tweetspan lint --min-text 60 --quiet *.md    # pour la CI : les remarques seules',
        'echo "Mon post https://example.org" | tweetspan lint -',
      ],
    },
    files: 'fichiers de brouillons, ou dossiers qui en contiennent ; - ou rien : entrée standard',
    minText: 'échouer sous ce score du texte (règles 1 à 6, 0 à 100)',
    minScore: 'échouer sous ce score de l’ensemble (0 à 100)',
    fix: 'appliquer les corrections sûres aux fichiers',
    fixDryRun: 'montrer ce que --fix changerait, sans rien changer',
    fixed: (fixes) =>
      fixes === 0
        ? 'aucune correction n’est sûre sans vous ; le fichier est inchangé'
        : `${plural(fixes, 'correction faite', 'corrections faites', 'fr')}`,
    watch: 'noter de nouveau à chaque enregistrement ; Ctrl-C arrête',
    belowText: (score, least) => `le score du texte, ${score}, est inférieur au minimum demandé, ${least}`,
    belowWhole: (score, least) => `le score, ${score}, est inférieur au minimum demandé, ${least}`,
    table: {
      draft: 'Brouillon',
      text: 'Texte',
      whole: 'Ensemble',
      errors: 'Erreurs',
      warnings: 'Avertissements',
      first: 'À corriger d’abord',
    },
    moreRows: (rows: number): string =>
      `${plural(rows, 'autre brouillon non affiché', 'autres brouillons non affichés', 'fr')}`,
    noDrafts: 'Aucun brouillon à vérifier.',
    fixNeedsFile: '--fix réécrit un fichier ; avec l’entrée standard, utilisez --fix-dry-run',
  },
  rules: {
    help: {
      summary: 'lister les règles, ou en expliquer une',
      description: 'Lister les dix règles, ou en expliquer une : fondement, options et exemples.',
      examples: ['tweetspan rules', 'tweetspan rules hashtags', 'tweetspan rules 4'],
    },
    id: 'identifiant ou numéro d’une règle',
    lever: { relevance: 'pertinence', search: 'recherche', amplification: 'amplification' },
    grade: { measured: 'mesuré', published: 'publié', advice: 'conseil' },
    facts: (id, lever, weight) => `${id} · ${lever} · poids ${weight}`,
    evidence: 'Fondement',
    options: 'Options',
    messages: 'Remarques',
    good: 'Bon',
    bad: (messageId) => `À corriger (${messageId})`,
    flag: (name, value) => `${name} (par défaut ${value ? 'oui' : 'non'})`,
    number: (name, value, least, most) =>
      `${name} (par défaut ${String(value).replace('.', ',')}, de ${String(least).replace('.', ',')} à ${most})`,
  },
  severity: { error: 'erreur', warning: 'alerte', info: 'suggestion' },
  textScore: 'Texte',
  score: 'Ensemble',
  points: (points, possible) => `${points} sur ${possible}`,
  total: (score) => `${`= ${score}`.padStart(5)} sur  100`,
  loss: (points, message) => `−${points} ${message}`,
  cap: (points, at, message) => `−${points} ${at} au plus : ${message}`,
  open: (points) => `à prévoir : jusqu’à +${points}`,
  title: (score) => `texte ${score}/100`,
  unscored: {
    reply: 'sans score : une réponse à quelqu’un',
    repost: 'sans score : la reprise du post d’un autre',
  },
  length: (weighted, limit, parts) =>
    `Longueur ${weighted} sur ${limit}${parts.length > 0 ? ` = ${parts.join(' + ')}` : ''}`,
  parts: {
    text: 'texte',
    wide: 'signes comptés double',
    links: 'liens',
    emoji: 'emoji',
    hashtags: 'hashtags',
    mentions: 'mentions',
  },
  next: 'À faire',
  nothingToFix: 'rien à corriger',
  gain: (points, message) => `jusqu’à +${points} points : ${message}`,
  planCampaign: (points) =>
    `jusqu’à +${points} points : prévoyez la suite du post, par exemple campaign: { reposts: 2 }`,
  completeCampaign: (points, keys) =>
    `jusqu’à +${points} points : ajoutez ce qui manque encore à la campagne : ${keys.join(', ')}`,
  fixTitle: (title, safe) => (safe ? `${title} (--fix le fait)` : title),
  notJudged: (reasons) => `règle non jugée : ${reasons.join(' ; ')}`,
  turnedOff: 'désactivée',
  summary: (drafts, errors, warnings, hints) =>
    `${plural(drafts, 'brouillon', 'brouillons', 'fr')} : ${plural(errors, 'erreur', 'erreurs', 'fr')}, ${plural(warnings, 'alerte', 'alertes', 'fr')}, ${plural(hints, 'suggestion', 'suggestions', 'fr')}`,
  options: {
    lang: 'langue des brouillons (par défaut : détectée)',
    rule: 'sévérité d’une règle : off, warn, error ou default ; répétable',
    ruleDefault: 'selon chaque règle',
    thesaurus: 'fichier MyThes (.dat) de synonymes (par défaut : celui qui est installé ; anglais : intégré)',
    facts: 'utiliser l’historique, et échouer s’il est illisible (par défaut : l’utiliser s’il existe)',
    noFacts: 'ne pas utiliser l’historique',
    score: 'doit être un nombre de 0 à 100',
    count: (most) => `doit être un nombre entier de 1 à ${most}`,
    language: 'doit être un code de deux lettres tel que fr ou en (ISO 639-1)',
    unknownRule: (id, near, ids) => `règle inconnue : « ${id} »${known(near, ids)}`,
    levels: (id, levels) =>
      `doit être ${list(
        levels.map((level) => `${id}=${level}`),
        'fr',
        'or',
      )}`,
  },
  valueFault,
  problem: (problem) => {
    switch (problem.code) {
      case 'unclosedFrontMatter':
        return 'l’en-tête ouvert par « --- » n’est jamais fermé ; ajoutez une ligne « --- »';
      case 'unknownDirective':
        return `« tweetspan-${problem.name} » n’est pas une directive suivie de règles ; écrivez <!-- tweetspan-disable hashtags --> ou <!-- tweetspan-disable-next-line hashtags -->`;
      case 'reversedDays':
        return `« campaign.until » (${problem.until}) précède « campaign.from » (${problem.from}) ; échangez-les`;
      case 'frontMatter':
        return `en-tête : ${valueFault(problem.fault)}`;
      case 'value':
        return valueFault(problem.fault);
    }
  },
  atLine: (line, message) => `ligne ${line} : ${message}`,
  inFile: (file, message) => `${file} : ${message}`,
  errors: {
    tooLong: (received, allowed) =>
      `le texte fait ${plural(received, 'caractère', 'caractères', 'fr')} ; le maximum est de ${count(allowed, 'fr')}. Mettez un seul post par fichier`,
    binary: () => 'fichier binaire ; un brouillon est un fichier texte en UTF-8',
    empty: () => 'le brouillon est vide ; écrivez le texte du post et son lien',
    noDraft: () =>
      'aucun brouillon : nommez un fichier (tweetspan lint brouillon.md) ou passez-en un (echo "Mon post https://…" | tweetspan lint -)',
    longInput: (most) => `plus de ${most} sur l’entrée standard ; un brouillon est un seul post`,
    folder: () => 'c’est un dossier ; nommez les fichiers qu’il contient, par exemple brouillons/*.md',
    notRegular: () => 'ce n’est pas un fichier ordinaire ; passez son texte par -',
    largeFile: (size, most) => `le fichier fait ${size} ; un brouillon est un seul post, ${most} au plus`,
    noFile: () => 'fichier introuvable ; vérifiez le nom, ou utilisez - pour l’entrée standard',
    textAsFile: () =>
      'ceci est un texte, pas un fichier ; pour le noter : echo "Mon post https://…" | tweetspan lint -',
    noPermission: () => 'lecture non autorisée ; changez ses droits ou son propriétaire',
    unreadable: (reason) => `lecture impossible (${reason})`,
    notUtf8: () => 'ce texte n’est pas en UTF-8 valide ; enregistrez le brouillon en UTF-8',
    unwritable: (reason) => `écriture impossible (${reason}) ; rien n’a été modifié`,
    unwritableFile: (file, reason) => `écriture de ${file} impossible (${reason}) ; rien n’a été modifié`,
    manyBackups: (most) => `il en existe déjà ${most} copies ; supprimez-en. Rien n’a été modifié`,
    linkedConfig: (file) =>
      `${file} : un lien symbolique vers un fichier hors de son dossier n’est pas lu ; copiez la configuration, ou indiquez-la par --config`,
    notRegularConfig: (file) =>
      `${file} : ce n’est pas un fichier ordinaire ; écrivez la configuration dans un fichier`,
    largeConfig: (file) => `${file} dépasse 1 Mio ; une configuration est bien plus petite`,
    noConfig: (file, reason) => `${file} : lecture de la configuration impossible (${reason})`,
    noThesaurus: (file) => `${file} : thésaurus introuvable ; vérifiez le nom`,
    notMythes: (file) =>
      `${file} : ce n’est pas un thésaurus MyThes ; nommez un fichier .dat dont la première ligne est l’encodage, par exemple thes_fr.dat`,
    notThesaurusFile: (file) =>
      `${file} : ce n’est pas un fichier ; nommez un thésaurus MyThes, par exemple thes_fr.dat`,
    largeThesaurus: (file) => `${file} : plus de 64 Mio ; un thésaurus en fait 5 à 20`,
    encoding: (file, encoding) => `${file} : encodage inconnu « ${encoding} » ; enregistrez le thésaurus en UTF-8`,
    badThesaurus: (file, reason) => `${file} : lecture impossible (${reason})`,
    noPermissionFor: (file) => `${file} : lecture non autorisée ; changez ses droits ou son propriétaire`,
    noAmbassadors: (file) => `campaign.ambassadors : ${file} : fichier introuvable ; vérifiez le nom`,
    outsideAmbassadors: (file) =>
      `campaign.ambassadors : ${file} est hors du dossier du brouillon ; placez-le à côté ou dans un sous-dossier`,
    notRegularAmbassadors: (file) =>
      `campaign.ambassadors : ${file} n’est pas un fichier ordinaire ; indiquez une liste telle que equipe.csv`,
    badAmbassadors: (file, reason) => `campaign.ambassadors : lecture de ${file} impossible (${reason})`,
    largeAmbassadors: (file) => `campaign.ambassadors : ${file} dépasse 1 Mio`,
    badHandle: (file, row) =>
      `campaign.ambassadors : ${file}, ligne ${row} : ce n’est pas un identifiant ; écrivez @nom, puis une virgule et le texte`,
  },
  configuration: (draft, file) => `${draft} : configuration : ${file ?? 'aucune'}`,
  withoutHistory: (reason) => `noté sans l’historique : ${reason}`,
  unreadMedia: { outside: 'hors du dossier du brouillon', notRegular: 'ce n’est pas un fichier ordinaire' },
  sources: {
    ownPosts: 'j’aime et reposts de vos posts',
    list: (source, measure, day) =>
      [source, ...(measure === 'figure' ? [] : [measureName(measure)]), date(day, 'fr')].join(', '),
  },
};
