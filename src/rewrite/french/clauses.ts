// French clauses that only lead to what there is to say: how long it took, whose wish it is, what was promised.
import { lazy } from '#base/lazy.js';
import { emptyClause } from '../empty-clause.js';
import { latin } from '../latin.js';
import { phrase } from '../phrase.js';
import { capital, type Operation } from '../wording.js';
import { fillers } from './fillers.js';
import { openings } from './openings.js';
import { preambles } from './preambles.js';
import { LEANS } from './standing.js';

const words = (text: string) => lazy(() => new Set(text.split(' ')));

const TIES = words(
  'a à ai ait avec êtes étant importante important rencontré rencontrée fou folle dingue heureux heureuse content contents contente publique populaire allait allons après au aussi autre autres aux avais avait avaient avec avez avoir avons beaucoup bah ben bien bon bref c ça ce cela ces cet cette ceux chacun comme avant ne embête embêter embêtera revient coup cours croissante croissant attaquer d dans de début déjà depuis dernier dernière derniers dernières des devant donc du édition elle en encore enfin ensuite entre est et été étaient était être eu face faire fait faisait faites fois font forcément fort grâce hier hop ici il j je juste l la là le les leur longtemps lors lui m ma mais mal me merci mes mieux moi moins mois moment moments mon n ne nombre nombreuses nombreux nos notre nôtre nous ok on ont ou par part parmi pas pense passé passée petit petite peu peut plein plus plusieurs pour précédente précédent première premier près presque puis qu quand que quelque quelques qui quoi reçu reçue reçues reçus régulièrement récemment rester s sa saison sais sait se semaine semaines sens ses si soir sommes son sont souvent suis suite super sur t tant te tellement temps toujours tous tout toute toutes très trop tu un une va vais venir vers veux viens vient vos votre vôtre voulais voulait voulions vous vraiment vrai y année années jour jours heure heures alors allez voilà voici certains certaines commentaire commentaires messages mails mail mp dm retour retours encouragements forte grande grand énorme large général générale unanimement massivement super hyper vite rapidement simplement original marrant drôle cool amis gens monde équipe équipes public clients clientes lecteurs abonnés adhérents parents habitants ici tête nuits blanches longue longues long longs bonne belle excellente réaction réactions autant vue part présent finalement fin finale',
);
const TELLS = words(
  'demande demandes demandé demandée demandez demandait demandiez demandent demander réclamé réclamée réclamez réclamiez réclament réclamait sollicitations sollicités promis promettait promettions parlait parlions parlais parlé parlions attendu attendue attendus attendues attendiez attendait attendions attendez attente annoncé annoncée annoncions annonçait annoncer nouvelle info infos information rappel dire dit disait prévenir informer rappeler signaler préciser confirmer avertir partager message savoir secret lance lancé lançons trottait cogite pensais insister embêter déranger relancer redemander saouler spammer attention sujet spam dérangement relance doublon insistance glamour sexy débordés débordée embêtant embêtants désolé désolée désolés désolées pardon excusez excuse questions question officiel officielle confirmé confirmée acté succès galère galères boulot acharné efforts patience impatience suspense teasing teasait teasé mystère teaser ravir réjouir plaisir plaire impatients impatiente annonces profite profitons profitant occasion interpeller solliciter enthousiasme engouement',
);
/** Of these none is said of a reader's time or need. */
const BINDS = lazy(() =>
  latin(
    String.raw`^(?:si|s[’']il|quand|lorsqu[e]?|jusqu|sans|sur|dès|avant|sauf|pour (?!(?:info|rappel|information|mémoire|ceux|celles|faire|répondre)(?![\p{L}]))|en cas|selon|malgré|chaque|tou(?:s|te|tes|t)|faites|demandez|venez|merci|grâce|par|à (?!la demande|votre demande|vos|force)|l[’'](?!info)\p{L}+|l[ea] (?!voici|voilà|bonne nouvelle|question (?:revient|est)|nouvelle (?:est|vient))\p{L}+|nous (?:avons fait|vous demand\p{L}+)|on vous demande|je vous demande|(?:plus|pas|moins|beaucoup|peu) d[e’'] ?|ils?|elles?|c[’']est[ -]à[ -]dire)(?![\p{L}])|(?:demand|prév|inform|signal|partag|excus|confirm|attend)ez(?:[- ](?:l|le|la|les|moi|nous))?$|^(?:nous avons|j[’']ai|on a|nous) (?:\p{L}+ )*demand|(?:^|[\s,])(?:ne|n[’'])\s?(?:\p{L}+ )?(?:savoir|dire)`,
  ),
);
const PARTS = lazy(
  () =>
    /(?:,? mais,? |, | ?: | – |\.\.\. ?|… ?)(?:(?:et |donc |du coup |alors |eh bien )(?=(?:je|j|on|nous|voici|voilà)[ ’']))?| (?:alors|donc|du coup),? (?=(?:je|on|nous|voici|voilà|j[’'])\s?)| (?=(?:j[’']ai|on a|nous avons|je (?:vous|mets|publie|lance)|voici) (?:enfin|le|la|les|mon|ma|mes|notre|nos|un|une|mis)? ?)| (?<that>que |qu(?=[’']))[’']?/giu,
);
const STANDS = lazy(() =>
  latin(
    String.raw`^(?:l[ea]s? |l[’']|une? |des |mon |ma |mes |notre |nos |votre |vos |ce |cette |cet |ces |je |j[’']|on |nous |il (?:y a|reste|manque|nous (?:manque|reste|faut)|ne reste|n[’']y|faut|est (?:encore|toujours|possible))|voici |pas d[e’]|plus d[e’]|pensez|venez|deux |trois |quatre |cinq |six |dix |\d|«|"|c[’']est (?:l[ea] |une? |samedi|dimanche|demain|ce )|tou(?:s|tes) l|rendez-vous|la voici)`,
  ),
);
const LEANING = lazy(
  () =>
    new RegExp(
      String.raw`^(?!il (?:y a|reste|manque|nous |vous |ne reste|n[’']y|faut|est (?:encore|toujours) ))[^]*?(?:${LEANS().source}|^(?:et|mais|car|donc|parce|non|oui|là|nous (?:y|en|l[’'e]|vous) ?répond|je (?:vous |leur |lui )?(?:y |en )?répond|la réponse|les? voil|vous aviez|vous avez|j[’']en|on en|nous en|nous l|je l[’'ea]|on l[’'ea] ?a))`,
      'iu',
    ),
);
/** A clause that ends in saying something to somebody. */
/** An apology is owed, unless what there is to say comes behind "mais". */
const EXCUSES = /désolée?s?|pardon|excuse/i;
const SAYS = lazy(
  () =>
    /(?:dire|prévenir|informer|rappeler|signaler|préciser|confirmer|avertir|savoir|annoncer|partager|dit|promis)$/iu,
);

const clause: Operation = emptyClause({
  ties: TIES,
  tells: TELLS,
  plain: (word) => word.split("'").filter((part) => part !== ''),
  parts: PARTS,
  binds: BINDS,
  stands: STANDS,
  leans: LEANING,
  says: SAYS,
  excuses: EXCUSES,
  known: [...preambles, ...openings, ...fillers],
});

const SO_MANY = lazy(() =>
  latin(
    String.raw`^(?:Quel(?:le)? (?:plaisir|joie|bonheur)|(?:Nous (?:étions|avons été)|On était) (?:très |si |tellement )?(?:heureux|ravis|contents)) de (?:vous|tous vous) (?:re)?(?:trouver|voir|accueillir|recevoir|revoir)(?: (?:toutes et )?tous)?(?: (?:si|aussi|très) nombreux(?: et nombreuses)?)?(?: (?<when>hier soir|hier|samedi|dimanche|vendredi soir|samedi soir|ce week-end|le week-end dernier))?[ \u00a0\u202f]*[!.]+$`,
  ),
);

/** Clauses that go. */
export const clauses: readonly Operation[] = [
  clause,
  // "Pour info la kermesse c’est samedi" → "La kermesse c’est samedi".
  phrase(
    'lead-in',
    String.raw`^(?:Pour (?:info|rappel|information|mémoire)|Petite? (?:rappel|info)|Juste pour info)[,:]? (?=(?:l[ea]s? |l[’']|notre |nos |il |on |nous |pas d|votre |vos |ce |cette )\p{L})`,
    '',
  ),
  // "Vous êtes plusieurs à avoir demandé la recette, alors la voici : 4 œufs" → "La recette : 4 œufs".
  phrase(
    'lead-in',
    String.raw`^(?:Vous (?:êtes|avez été|étiez)|On (?:a|est)|Beaucoup|Plusieurs|Certains) [^.,:;!?]{0,40}?(?:demand|réclam)\p{L}+ (?<what>(?:l[ea]s? |l[’']|notre |nos |mon |ma |mes )[^.,:;!?]{4,60}?),? (?:(?:alors|donc|du coup),? )?(?:l[ea]s? )(?:voici|voilà)(?: donc| enfin)? ?: (?=[\p{L}\d])`,
    ({ what = '' }) => `${capital(what)}\u00a0: `,
  ),
  // "Quel plaisir de vous voir si nombreux hier soir ! 430 personnes" → "Hier soir : 430 personnes".
  {
    id: 'boast',
    apply({ text, next, nextAt, isFirst }) {
      const match = isFirst ? SO_MANY().exec(text) : null;
      const when = match?.groups?.['when'];
      if (match === null || next.length < 40 || !/^(?:\d|Plus de |Près de )/.test(next)) return undefined;
      const first = /^\d/.test(next) ? next.charAt(0) : next.charAt(0).toLowerCase();
      return {
        changes: [
          { start: 0, end: nextAt + 1, text: when === undefined ? next.charAt(0) : `${capital(when)}\u00a0: ${first}` },
        ],
      };
    },
  },
  phrase(
    'lead-in',
    String.raw`^C[’']est avec (?:beaucoup d[’']|une (?:grande |immense |vive )?)émotion et (?:de |beaucoup de |une (?:grande |immense )?)?(?:fierté|joie|bonheur|plaisir) que (?:nous|je) vous (?:annonçons|annonce|informons|informe|confirmons|confirme) (?:que |qu(?=[’']))[’']?(?=[\p{L}\d«])`,
    '',
  ),
  phrase(
    'lead-in',
    String.raw`^(?:On (?:ne )?va pas se mentir|Soyons (?:honnêtes|francs|clairs)|Disons-le(?: (?:franchement|clairement))?|Autant le dire(?: tout de suite)?|Avouons-le|Il faut bien (?:l[’']avouer|le reconnaître)|Je ne vais pas (?:vous )?mentir|Je vais être (?:honnête|franc|franche)) ?[,:] (?=[\p{L}\d])`,
    '',
    { dropsNegation: true },
  ),
  // "Une info qui va faire plaisir aux cyclistes : 3 km" → "3 km".
  phrase(
    'lead-in',
    String.raw`^(?:(?:Voici |Voilà |Encore |C[’']est )?une|La) (?:petite |bonne |belle |très bonne )*(?:info|nouvelle|annonce|news) qui (?:va|devrait|devraient|ne manquera pas de|fera) (?:faire )?(?:plaisir|ravir|réjouir|intéresser|plaire|enchanter|soulager) ?(?:à |aux |les |nos |tous les )?[^.:;!?\d]{0,30}? ?: (?=[\p{L}\d])`,
    '',
    { dropsNegation: true },
  ),
  // "Si vous nous suivez, vous savez combien ce projet nous tient à cœur : le café ouvre" → "Le café ouvre".
  phrase(
    'lead-in',
    String.raw`^Si vous nous (?:suivez|connaissez|lisez)[^.:;!?,\d]{0,30},? vous (?:savez|le savez|avez vu|avez suivi|connaissez)[^.:;!?\d]{0,70} : (?=(?:l[ea]s? |l[’']|notre |nos |nous |on )\p{L})`,
    '',
  ),
  phrase(
    'filler',
    String.raw`^Comme (?:tous les (?:ans|étés|hivers|mois)|chaque (?:année|mois|été|hiver|automne|printemps|semaine))(?: (?:à (?:cette|la même) (?:époque|période)(?: de l[’']année)?|depuis (?:toujours|longtemps)))?, (?=(?:l[ea]s? |l[’']|notre |nos |nous |on )\p{L})`,
    '',
  ),
  // "Petit mot pour dire un immense merci à" → "Un immense merci à".
  phrase(
    'lead-in',
    String.raw`^(?:Juste )?(?:un )?(?:petit |dernier |rapide )*(?:mot|message|post|tweet) pour (?:(?:vous )?dire|adresser|envoyer) (?=(?:un (?:grand|immense|énorme|gros) )?(?:merci|bravo|félicitations))`,
    '',
  ),
  // "Juste une petite info pour les parents : le car" → "Le car".
  phrase(
    'lead-in',
    String.raw`^(?:Juste )?(?:une? )?(?:petite? |dernière |rapide )*(?:info|rappel|message|note|annonce)(?: (?:pour|à|aux) (?:les |nos |tous les |tous nos )?\p{L}+s)? ?: (?=[\p{L}\d])`,
    '',
  ),
  // "On me demande souvent comment purger, voici 3 gestes" → "Comment purger : 3 gestes".
  phrase(
    'lead-in',
    String.raw`^(?:(?:On|Vous) (?:me|nous) (?:demande|demandez)(?: (?:souvent|régulièrement|beaucoup|sans arrêt|tout le temps|parfois|toujours))?|(?:Vous êtes|Beaucoup sont) (?:très |si )?nombreux à (?:me|nous) demander|Vous avez été (?:très )?nombreux à (?:me|nous) demander|Beaucoup (?:d[’']entre vous )?(?:me|nous) demandent) (?<how>comment|pourquoi|quel(?:le)?s? [\p{L}’-]+|où|combien) (?<what>[^.:;!?«»]{5,70}?),? (?:(?:alors|donc|du coup),? )?(?:voici|voilà)(?: donc)? (?:(?:ma|notre|la) réponse ?: )?(?=\p{L}|\d)`,
    ({ how = '', what = '' }) => `${capital(how)} ${what}\u00a0: `,
  ),
];
