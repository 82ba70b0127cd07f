// French phrases that a shorter one says as well, whatever stands around them.
import { phrase, shorter } from '../phrase.js';
import type { Operation } from '../wording.js';

const ANYWHERE = `
au sujet du: sur le
concernant le sujet du: sur le
concernant le sujet de la: sur la
concernant le sujet des: sur les
sur le sujet du: sur le
sur le sujet de la: sur la
sur le sujet des: sur les
au sujet des: sur les
au sujet de la: sur la
au sujet de l': sur l'
au sujet de notre: sur notre
au sujet de nos: sur nos
au sujet de votre: sur votre
au sujet de vos: sur vos
à l'attention des: pour les
à l'attention de tous: pour tous
à l'intention des: pour les
à l'intention de tous: pour tous
en faveur du: pour le
en faveur des: pour les
en faveur de la: pour la
en faveur de l': pour l'
à l'aide du: avec le
à l'aide des: avec les
à l'aide d'un: avec un
à l'aide d'une: avec une
à l'aide de notre: avec notre
à l'aide de nos: avec nos
au moyen du: avec le
au moyen des: avec les
au moyen d'un: avec un
au moyen d'une: avec une
au moyen de notre: avec notre
entièrement gratuit: gratuit
entièrement gratuite: gratuite
entièrement gratuits: gratuits
entièrement gratuites: gratuites
est susceptible de: peut
sont susceptibles de: peuvent
est susceptible d': peut
sont susceptibles d': peuvent
est à même de: peut
sont à même de: peuvent
sommes à même de: pouvons
a la possibilité de: peut
ont la possibilité de: peuvent
avons la possibilité de: pouvons
auront la possibilité de: pourront
aura la possibilité de: pourra
aurez la possibilité de: pourrez
a l'opportunité de: peut
ont l'opportunité de: peuvent
aurez l'opportunité de: pourrez
est dans l'obligation de: doit
sont dans l'obligation de: doivent
sommes dans l'obligation de: devons
êtes dans l'obligation de: devez
serez dans l'obligation de: devrez
tout au long de l'année: toute l'année
tout au long de la semaine: toute la semaine
tout au long de la journée: toute la journée
tout au long de la soirée: toute la soirée
tout au long de l'été: tout l'été
tout au long du mois: tout le mois
tout au long du week-end: tout le week-end
tout au long du parcours: sur tout le parcours
à titre gratuit: gratuitement
à titre gracieux: gratuitement
la plupart du temps: souvent
dans la plupart des cas: souvent
dans la majorité des cas: souvent
à de nombreuses reprises: souvent
à maintes reprises: souvent
prenez contact avec: contactez
entrez en contact avec: contactez
prenez connaissance de: lisez
faites l'acquisition d'un: achetez un
faites l'acquisition d'une: achetez une
faire l'acquisition d'un: acheter un
faire l'acquisition d'une: acheter une
fait l'acquisition d'un: achète un
fait l'acquisition d'une: achète une
nous mettons à votre disposition: nous vous proposons
nous tenons à votre disposition: nous vous proposons
met à votre disposition: vous propose
mettent à votre disposition: vous proposent
bien évidemment: évidemment
et aussi également: et aussi
ainsi qu'également: et aussi
d'ici à la fin: d'ici la fin
a pris la décision de: a décidé de
a pris la décision d': a décidé d'
ont pris la décision de: ont décidé de
ont pris la décision d': ont décidé d'
avons pris la décision de: avons décidé de
avons pris la décision d': avons décidé d'
prendre la décision de: décider de
prend la décision de: décide de
réaliser des économies: économiser
est en mesure de: peut
êtes en mesure de: pouvez
sommes en mesure de: pouvons
donner la possibilité de: permettre de
offrir la possibilité de: permettre de
donne la possibilité de: permet de
offre la possibilité de: permet de
prendre connaissance du: lire le
prendre connaissance des: lire les
prendre connaissance de la: lire la
prendre connaissance de l': lire l'
prendre connaissance de notre: lire notre
prendre connaissance de nos: lire nos
prendre connaissance de ce: lire ce
prendre connaissance de cette: lire cette
prendre connaissance de ces: lire ces
prendre contact avec: contacter
entrer en contact avec: contacter
entrer en relation avec: contacter
avoir recours au: utiliser le
avoir recours aux: utiliser les
avoir recours à la: utiliser la
apporter une réponse à: répondre à
apporter une réponse aux: répondre aux
apporter son soutien au: soutenir le
apporter son soutien aux: soutenir les
apporter son soutien à la: soutenir la
apporter votre soutien au: soutenir le
apporter votre soutien aux: soutenir les
apporter votre soutien à la: soutenir la
apporter des modifications à: modifier
préalablement à la: avant la
préalablement à l': avant l'
préalablement au: avant le
postérieurement au: après le
d'une manière générale: en général
d'une façon générale: en général
dans de nombreux cas: souvent
de temps à autre: parfois
dans un second temps: ensuite
dans un deuxième temps: ensuite
en dernier lieu: enfin
le plus rapidement possible: au plus vite
absolument indispensable: indispensable
absolument essentiel: essentiel
résultat final: résultat
bilan final: bilan
réserver à l'avance: réserver
réservez à l'avance: réservez
s'avère être: est
s'avèrent être: sont
se révèle être: est
dans son intégralité: en entier
rouvre ses portes: rouvre
rouvrira ses portes: rouvrira
rouvrent leurs portes: rouvrent
en cas de besoin: au besoin
`;
/** How something is done, where nothing is joined to it: "de manière rapide et facile" stays. */
const MANNER = `
de manière régulière: régulièrement
de façon régulière: régulièrement
de manière gratuite: gratuitement
de façon gratuite: gratuitement
de manière automatique: automatiquement
de façon automatique: automatiquement
de manière efficace: efficacement
de façon efficace: efficacement
de manière durable: durablement
de façon durable: durablement
de manière générale: en général
de façon générale: en général
de manière concrète: concrètement
de façon concrète: concrètement
de manière rapide: rapidement
de façon rapide: rapidement
de manière simple: simplement
de façon simple: simplement
de manière significative: nettement
de façon significative: nettement
de manière progressive: peu à peu
de façon progressive: peu à peu
`;
const BEFORE_FIGURES = `
d'une durée de: de
d'une durée totale de: de
d'une capacité de: de
d'une longueur de: de
d'une superficie totale de: de
d'une surface de: de
d'un budget de: de
d'un budget total de: de
d'un poids de: de
pour une durée de: pour
pendant une durée de: pendant
dans un délai de: sous
dans un délai maximum de: sous
dans un délai maximal de: sous
au tarif de: à
pour un montant de: pour
pour un montant total de: pour
réaliser une économie de: économiser
réaliser des économies de: économiser
faire une économie de: économiser
faire des économies de: économiser
`;
const BEFORE_PLURALS = `
un certain nombre de: plusieurs
un certain nombre d': plusieurs
un nombre important de: beaucoup de
un grand nombre de: beaucoup de
un très grand nombre de: beaucoup de
une multitude de: beaucoup de
une grande quantité de: beaucoup de
`;

/** Phrases in fewer words. */
export const shorterPhrases: readonly Operation[] = [
  shorter('plain-words', ANYWHERE),
  shorter('plain-words', MANNER, 'alone'),
  shorter('plain-words', BEFORE_FIGURES, 'figure'),
  shorter('plain-words', BEFORE_PLURALS, 'plural'),
  phrase(
    'plain-words',
    String.raw`(?<=\p{L} )met(?<many>tent)? à (?:la )?disposition des (?<who>\p{L}+s(?: \p{L}+s)?) (?=(?:une?|des|deux|trois|\d+) )`,
    ({ many = '', who = '' }) => `propose${many === '' ? '' : 'nt'} aux ${who} `,
  ),
  // "afin de pouvoir réserver" → "pour réserver".
  phrase(
    'plain-words',
    String.raw`\b(?:afin de|pour|de manière à|de façon à|dans le but de) (?:pouvoir|être en mesure de|être à même de) (?=(?:l[ea]s? |l[’']|y |en |vous |nous )?\p{L}+(?:er|ir|re|oir)(?![\p{L}]))`,
    'pour ',
  ),
  phrase(
    'plain-words',
    String.raw`\b(?:de manière|de façon) à (?=(?:l[ea]s? |l[’']|y |en |vous |nous )?\p{L}+(?:er|ir|re|oir)(?![\p{L}]))`,
    'pour ',
    { unless: () => /\bpour\b|(?:manière|façon) à (?:ce|être)/i },
  ),
  phrase(
    'plain-words',
    String.raw`(?<noun>(?<![\p{L}’'])(?!ce|cel|ceux|tou|rien|person|quelqu|chacun|seul)\p{L}{4,}),? qui (?:se trouvent?|se situent?|est situé|est située|sont situés|sont situées) (?=(?:à|au|aux|dans|en|sur|près|rue|place|derrière|devant|face|juste) )`,
    '$<noun> ',
    { unless: () => /\bc[’']est\b|ce sont|\by a\b/i },
  ),
  // "En raison de la mise en place d’un nouveau logiciel" → "En raison d’un nouveau logiciel".
  phrase(
    'plain-words',
    String.raw`(?<=\b(?:en raison|à cause) )de la (?:mise en place|mise en œuvre|tenue|réalisation|survenue) (?<of>d[’']une? |du |de la |des )(?=\p{L})`,
    '$<of>',
  ),
  // "…, ce sont au total 210 000 pages qui sont consultables" → "… : 210 000 pages sont consultables".
  phrase(
    'plain-words',
    String.raw`, ce sont (?:donc |désormais |ainsi )?(?:au total |en tout )?(?<what>(?:plus de |près de |environ )?\d[\d ]*(?: \p{L}+){1,3}) qui (?<verb>sont|ont|seront|auront|peuvent|pourront|vont|attendent)(?= )`,
    '\u00a0: $<what> $<verb>',
    { unless: () => /: / },
  ),
  phrase(
    'plain-words',
    String.raw`(?<=(?<![\p{L}])(?:pourra|pourront|pourrez|pourrons|peut|peuvent|pouvez) (?:prochainement |bientôt |désormais |aussi |également )?)avoir (?:la possibilité|l[’']occasion|l[’']opportunité) (?:de |d[’'])(?:venir )?(?=\p{L})`,
    '',
  ),
  phrase('plain-words', String.raw` qui s[’']intitule(?:nt)? (?=[«“"])`, ' '),
  phrase(
    'plain-words',
    String.raw`(?<noun>(?:réunion|rencontre|assemblée|concertation|consultation|visite|séance)) qui s[’']est (?:tenue|déroulée) (?:le )?(?<when>hier|avant-hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)`,
    ({ noun = '', when = '' }) => `${noun} ${/^[ah]/i.test(when) ? 'd’' : 'de '}${when}`,
  ),
];
