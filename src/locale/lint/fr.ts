// What `lint` and `rules` say, in French.
import { plural } from '../format.js';
import type { LintSentences } from './en.js';

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
    files: 'fichiers de brouillons ; - ou rien : entrée standard',
    minText: 'échouer sous ce score du texte (règles 1 à 6, 0 à 100)',
    minScore: 'échouer sous ce score de l’ensemble (0 à 100)',
    fix: 'appliquer les corrections sûres aux fichiers',
    fixDryRun: 'montrer ce que --fix changerait, sans rien changer',
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
  fixTitle: (title, safe) => (safe ? `${title} (--fix le fait)` : title),
  notJudged: (reasons) => `règle non jugée : ${reasons.join(' ; ')}`,
  turnedOff: 'désactivée',
  summary: (drafts, errors, warnings, hints) =>
    `${plural(drafts, 'brouillon', 'brouillons', 'fr')} : ${plural(errors, 'erreur', 'erreurs', 'fr')}, ${plural(warnings, 'alerte', 'alertes', 'fr')}, ${plural(hints, 'suggestion', 'suggestions', 'fr')}`,
};
