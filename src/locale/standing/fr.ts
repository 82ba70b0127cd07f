// What `lint` says of a draft beside the account's own posts, in French.
import type { en } from './en.js';

const metrics = { reactions: 'réactions', clicks: 'clics' };

export const fr: typeof en = {
  head: 'Pour ce compte',
  line: (shown) => {
    const { metric, posts, percentile, low, high, up, down } = shown;
    const terms = [
      ...(up.length > 0 ? [`en plus : ${up.join(', ')}`] : []),
      ...(down.length > 0 ? [`en moins : ${down.join(', ')}`] : []),
    ];
    return `classé au-dessus de ${percentile} % de vos ${posts} derniers posts par leurs ${metrics[metric]} (80 % : ${low} à ${high})${terms.length > 0 ? ` ; ${terms.join(' ; ')}` : ''}. Vérifié sur ${shown.unseen} autres posts : corrélation de rangs ${shown.correlation} (95 % : ${shown.correlationLow} à ${shown.correlationHigh})${shown.isUnproven ? ', pas encore mieux que le hasard' : ''}.`;
  },
  opposite: 'Les clics et les réactions vont ici en sens contraire.',
  terms: {
    x_length_30_to_70: ['un texte assez long', 'un texte court'],
    x_length_140_to_280: ['plus de 140 caractères', '140 caractères au plus'],
    x_telling_words_to_3: ['des mots qui disent quelque chose', 'peu de mots qui disent quelque chose'],
    x_telling_words_3_to_8: ['beaucoup de mots qui disent quelque chose', 'peu de mots qui disent quelque chose'],
    x_link: ['un lien', 'pas de lien'],
    x_1st_hashtag: ['un hashtag', 'pas de hashtag'],
    x_2nd_hashtag: ['un deuxième hashtag', 'pas de deuxième hashtag'],
    x_4th_hashtag: ['un quatrième hashtag', 'trois hashtags au plus'],
    x_1st_mention: ['une mention', 'pas de mention'],
    x_2nd_mention: ['une deuxième mention', 'pas de deuxième mention'],
    x_opens_with_dot_mention: ['un point devant une mention', 'pas de point devant une mention'],
    x_exclamation_mark: ['un point d’exclamation', 'pas de point d’exclamation'],
    x_emoji: ['des emoji', 'pas d’emoji'],
    x_question_mark: ['un point d’interrogation', 'pas de point d’interrogation'],
    x_opens_with_a_question_word: ['un mot interrogatif en tête', 'pas de mot interrogatif en tête'],
    x_cut_off: ['un texte coupé', 'un texte entier'],
    x_dash: ['un tiret entre deux espaces', 'pas de tiret entre deux espaces'],
    x_parenthesis: ['des parenthèses', 'pas de parenthèses'],
    x_buriedInterest: ['un début sans sujet ni chiffre', 'un sujet ou un chiffre dès le début'],
    x_noInvitation: ['rien qui invite à cliquer', 'de quoi inviter à cliquer'],
    x_repetition: ['un mot répété', 'pas de mot répété'],
    x_heap: ['plus de hashtags que de mots', 'plus de mots que de hashtags'],
    x_unreadable: ['un long hashtag sans majuscules', 'des hashtags lisibles'],
  },
};
