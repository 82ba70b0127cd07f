// What `schedule --experiment` and `hours --experiment` say, in French.
import { count, decimal, list, percent, plural, probability, span } from '../format.js';
import type { Difference, ExperimentSentences } from './en.js';

const n = (value: number): string => count(value, 'fr');
const links = (value: number): string => plural(value, 'lien', 'liens', 'fr');
const posts = (value: number): string => plural(value, 'post', 'posts', 'fr');

const metrics = {
  reactions: 'réactions (j’aime + reposts)',
  impressions: 'impressions',
  clicks: 'clics sur le lien',
  visits: 'visites de votre site',
};

const compared = ({ uplift, low, high }: Difference): string =>
  `${percent(uplift, 'fr')} (95 % : de ${percent(low, 'fr')} à ${percent(high, 'fr')})`;

export const fr: ExperimentSentences = {
  options: {
    schedule: 'comparer : un post à une des meilleures heures, un à une heure habituelle, dans un ordre tiré au sort',
    hours: 'montrer le résultat de votre expérience : meilleures heures contre heures habituelles',
  },
  errors: {
    noHistory:
      '--experiment compare les meilleures heures à vos heures habituelles ; importez d’abord vos posts (tweetspan import)',
    noHabit: (has, needed) =>
      `--experiment compare les meilleures heures à vos heures habituelles ; ${posts(has)} ne les montrent pas assez, il en faut ${n(needed)}`,
    noBest: (metric) =>
      `--experiment : aucune meilleure heure n’est connue pour ce compteur (${metrics[metric]}), il n’y a donc rien à comparer ; retirez --metric`,
    visits:
      '--experiment compte tous les posts au même âge, et les visites n’en ont pas ; utilisez --metric reactions ou clicks',
    joined: (items) =>
      `ce lien est déjà dans l’expérience (${items.length === 1 ? 'élément' : 'éléments'} ${list(items.map(String), 'fr')}) ; prenez-en un autre`,
    full: (most) => `l’expérience compte ${n(most)} liens, le maximum ; commencez-en une autre avec --seed`,
  },
  arms: { best: 'tirage : une des meilleures heures', usual: 'tirage : une de vos heures habituelles' },
  joins: (link, seed, spacing, age) =>
    `Expérience (graine ${seed}) : lien ${n(link)}. Un post à une des meilleures heures, un à une de vos heures habituelles, dans un ordre tiré au sort, à ${span(spacing, 'fr')} d’écart au moins ; tous deux sont comptés à ${span(age, 'fr')}. Publiez comme prévu : un post déplacé compte toujours pour l’heure tirée au sort. Le résultat : tweetspan hours --experiment.`,
  title: 'Expérience : meilleures heures contre vos heures habituelles',
  basis: (metric, age, seed) => `${metrics[metric]} à ${span(age, 'fr')} · ordre tiré au sort, graine ${seed}`,
  none: 'Aucun lien n’est encore dans cette expérience : tweetspan schedule brouillon.md --experiment en ajoute un.',
  others: (others) =>
    `Autres expériences : ${list(
      others.map((other) => `--seed ${other.seed} --metric ${other.metric} (${links(other.links)})`),
      'fr',
    )}.`,
  verdicts: {
    better: (difference, counted) =>
      `Les posts aux meilleures heures ont obtenu plus : ${compared(difference)}, sur ${links(counted)}.`,
    worse: (difference, counted) =>
      `Les posts aux meilleures heures ont obtenu moins : ${compared(difference)}, sur ${links(counted)}.`,
    'no difference found': (difference, counted) =>
      `Aucune différence ne se voit : ${compared(difference)}, sur ${links(counted)}.`,
  },
  running: {
    interval: (difference, counted) =>
      `Pas encore de résultat. Jusqu’ici, sur ${links(counted)} : ${compared(difference)}.`,
    difference: (uplift, counted) =>
      `Pas encore de résultat. Jusqu’ici, sur ${links(counted)} : ${percent(uplift, 'fr')}, trop peu pour un intervalle.`,
    nothing: (counted) =>
      counted === 0
        ? 'Pas encore de résultat : aucun lien n’est compté.'
        : `Pas encore de résultat : ${links(counted)} ${counted < 2 ? 'compté' : 'comptés'}, dans un seul ordre.`,
  },
  missing: (value, sought, isTypical) =>
    `Il faut encore ${links(value)} environ pour trouver une différence de ${n(sought)} % dans 80 expériences sur 100${
      isTypical
        ? ', si les deux posts d’un lien se ressemblent (le double s’ils ne se ressemblent guère)'
        : ', d’après l’écart entre vos propres posts'
    }. Avant cela, ce n’est pas un résultat.`,
  enough: (pValue, sought) =>
    `p = ${probability(pValue, 'fr')} ; avec autant de liens, une différence de ${n(sought)} % est trouvée dans 80 expériences sur 100.`,
  columns: { hours: 'Heures', posts: 'Posts', mean: 'Nombre habituel' },
  hours: { best: 'meilleures', usual: 'habituelles' },
  mean: (value) => decimal(value, 'fr'),
  tally: ({ joined, out, waiting, unread }) =>
    [
      `${links(joined)} au total`,
      ...(out === 0 ? [] : [`${n(out)} encore à publier`]),
      ...(waiting === 0
        ? []
        : [`${n(waiting)} trop ${waiting < 2 ? 'récent' : 'récents'} pour être ${waiting < 2 ? 'compté' : 'comptés'}`]),
      ...(unread === 0
        ? []
        : [
            `${n(unread)} jamais ${unread < 2 ? 'relevé' : 'relevés'} à cet âge (tweetspan sync ou un export plus récent)`,
          ]),
    ].join(', ') + '.',
  dropped: (all, bestFirst) =>
    `Hors de l’expérience : ${links(all)}, dont ${n(bestFirst)} avec la meilleure heure en premier ; un des deux posts a été annulé, manqué, refusé ou supprimé.`,
  moved: (value) =>
    `${posts(value)} à plus d’une heure de l’heure tirée au sort. Ils comptent tels qu’ils ont été tirés : les écarter, ce serait comparer vos choix, et non le hasard.`,
};
