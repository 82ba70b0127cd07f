// What was measured of each rule, nulls included, and what X publishes about ranking, in French.
import type { en } from './en.js';

export const fr: typeof en = {
  limits:
    'Mesuré au sein d’un même compte, sur 124 comptes publics et 225 738 posts (2010 à 2025), d’après les j’aime et les reposts ; « ordinaire » : moins de 100 réactions par post. Une association n’est pas une cause, et l’effet sur les clics n’est pas connu.',
  rules: {
    quality: [
      'Moins de 3 mots porteurs de sens : −29 % de réactions [−37, −20] dans les comptes ordinaires ; moins de 30 caractères hors lien et hashtags : −30 % [−40, −19] (41 comptes, 16 642 posts). Dans les comptes de plus de 100 réactions, aucun effet décelable.',
      'Un point d’interrogation : −11 % de j’aime et de reposts [−18, −3] (52 comptes ordinaires), et 44 % de réponses en plus [29, 61] (27 comptes).',
      'Un début sans sujet ni chiffre : −8 % [−14, −1] (42 comptes, faible). Mots liés à un jour : −3 % [−14, +9] ; capitales : −2 % [−13, +10] ; mot répété : −8 % [−18, +3] : aucun effet décelable.',
      'Un lien ou non, sans image : −2 % [−27, +31] dans 14 archives, aucun effet décelable ; un lien est demandé parce que l’outil porte sur les liens.',
      'Le code de classement publié par X (xai-org/x-algorithm, état du 12 août 2026 ; paramètres du 25 septembre 2026) ne donne aucun poids à un lien ni à une longueur ; un lien ouvert compte en faveur du post, et un lien qui passe par une adresse de mauvaise qualité le retire des fils de ceux qui ne suivent pas le compte.',
    ],
    concision: [
      'Les textes de plus de 140 caractères n’ont pas fait moins bien : +14 % [−0, +31] (15 comptes ordinaires), +26 % [+13, +41] dans les grands : l’objectif de 140 vient de l’article et ne coûte aucun point.',
      'Moins de 30 caractères hors lien et hashtags : −30 % [−40, −19] ; de 30 à 69 caractères : −10 % [−16, −5].',
      'Tournures longues : −5 % [−22, +14] ; remplissage : +4 % [−8, +17] ; phrases longues : +13 % [−5, +33] : aucun effet décelable ; gardé pour le confort du lecteur.',
      'Rien qui invite à cliquer : −8 % [−14, −2] dans 50 comptes ordinaires, +9 % [+4, +14] dans 64 grands : partagé, une remarque sans points.',
    ],
    keywords: [
      'Aucun mot-clé : −12 % [−23, +2] (25 comptes, faible).',
      'Sujets inhabituels pour le compte : −9 % [−13, −5] par écart type de mots inhabituels (50 comptes).',
      'Le code de classement publié par X (xai-org/x-algorithm, état du 12 août 2026 ; paramètres du 25 septembre 2026) lit le texte du post et le titre de la page liée (100 caractères), et ne donne de poids à aucun mot en particulier.',
    ],
    hashtags: [
      'Un hashtag ou aucun : +30 % [+14, +49] (43 comptes ordinaires) ; deux : +64 % [+28, +111] (27 comptes) ; un deuxième ou un troisième : +16 % [+5, +29] par rapport à un seul ; un quatrième : −16 % [−40, +20], rien de plus.',
      'Aucun effet dans les grands comptes (−2 % [−6, +4]) ni dans les archives entières depuis 2010 (+2 % [−28, +44]). Sur le seul compte dont les clics sont connus, les hashtags en coûtent : −19 % [−32, −4].',
      'X freinait les posts à nombreux hashtags dans le code de 2023 (twitter/the-algorithm) ; xai-org/x-algorithm, état du 12 août 2026, n’a plus cette règle. Les hashtags sont interdits dans les publicités depuis le 27 juin 2025, pas dans les posts.',
    ],
    mentions: [
      'Une mention : +10 % [−1, +22] (46 comptes ordinaires), aucun effet décelable ; −16 % [−22, −10] dans les grands.',
      'Le code de classement publié par X (xai-org/x-algorithm, état du 12 août 2026 ; paramètres du 25 septembre 2026) ne donne aucun poids à une mention ; avec un lien de mauvaise qualité, mentionner quelqu’un qui ne suit pas le compte retire le post des fils des autres.',
    ],
    image: [
      'Une image : +49 % [+22, +84] (15 comptes ordinaires, 21 292 posts) ; à côté d’un lien, +22 % [−0, +50], incertain (8 comptes) ; une deuxième image : aucun effet décelable. Les textes alternatifs n’ont pas pu être mesurés.',
      'Le code de classement publié par X (xai-org/x-algorithm, état du 12 août 2026 ; paramètres du 25 septembre 2026) lit l’image elle-même avec le texte, pas son texte alternatif ; de deux posts presque identiques dans un fil, un seul est montré.',
    ],
    repeats: [
      'Le même texte a obtenu à nouveau 0,96 fois les réactions du premier [0,89 ; 1,04] (28 comptes, 1 983 paires), la troisième fois 0,88 [0,76 ; 1,01] ; après 30 jours ou plus 1,04 [0,95 ; 1,14].',
      'Un post moins d’une heure après le précédent : −14 % [−20, −8] (48 comptes) : l’espacement compte plus que la formulation.',
      'Le code de classement publié par X (xai-org/x-algorithm, état du 12 août 2026 ; paramètres du 25 septembre 2026) montre un post pendant 48 heures au plus et compte un repost à partir de sa propre heure ; plusieurs posts d’un même auteur dans un fil pèsent de moins en moins.',
    ],
    message: [
      'Aucune donnée : la demande d’aide par message n’a pas été mesurée.',
      'Le code de classement publié par X (xai-org/x-algorithm, état du 12 août 2026 ; paramètres du 25 septembre 2026) ne compte que l’engagement sur les posts servis dans le fil d’accueil ; ceux ouverts depuis une conversation de groupe n’ont aucun effet sur le classement : cette règle apporte des lecteurs, pas un rang.',
    ],
    pin: [
      'Aucune donnée : les posts épinglés n’ont pas été mesurés.',
      'Le code de classement publié par X (xai-org/x-algorithm, état du 12 août 2026 ; paramètres du 25 septembre 2026) signale un compte pendant une semaine quand il épingle un post dont le lien est de mauvaise qualité.',
    ],
    ambassadors: [
      'Aucune donnée : les posts de relais n’ont pas été mesurés.',
      'Le code de classement publié par X (xai-org/x-algorithm, état du 12 août 2026 ; paramètres du 25 septembre 2026) ne donne aucun avantage aux posts coordonnés, et les règles de X interdisent les posts identiques.',
    ],
  },
};
