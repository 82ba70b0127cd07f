// Forms of French that are wrong whatever the text says: endings of verbs, number of small words, words that do not exist.
import { lazy } from '#base/lazy.js';
import type { Pair } from './english-confusions.js';

/** The rows: see `Pair`. */
export const frenchForms = lazy((): readonly Pair[] => [
  ['tous en détail', 'tous en détails?', 'tout en détail'],
  [
    'est la|sont la|par la',
    '(est|sont|(?<=c’est |tout est |se passe |ça se passe )par) la(?= ?(?:https?:|[:.!…]|👇|⬇|$))',
    '$1 là',
  ],
  ['à grand pas', 'à grand pas', 'à grands pas'],
  ['temps d', 'temps (de |d’)(chargement|attente|cuisson|trajet|parcours|lecture)s', 'temps $1$2'],
  ['cet ', 'cet (semaine|saison|journée|soirée|nuit|ville|page|photo|vidéo|fête|rentrée|rencontre|fois)', 'cette $1'],
  [
    'cet ',
    'cet (mois|matin|soir|week-end|samedi|dimanche|lundi|mardi|mercredi|jeudi|vendredi|livre|film|projet|spectacle|concert|printemps|jour|lieu)',
    'ce $1',
  ],
  [
    'cette ',
    'cette (article|atelier|été|automne|hiver|événement|évènement|ouvrage|appel|outil|épisode|album|espace|endroit|exemple|objet|immeuble|hôtel)',
    'cet $1',
  ],
  ['au ', '(merci|bravo|grâce|face|suite|jusqu’) au (\\d{2,} [a-zà-ÿ]{3,}s)(?! (?:rue|avenue|place))', '$1 aux $2'],
  ['tous le monde', 'tous le monde', 'tout le monde'],
  ['toute les', 'toute les', 'toutes les'],
  ['tout ceux', 'tout ceux', 'tous ceux'],
  ['tout les cas', 'en tout les cas', 'en tous les cas'],
  [
    'tout nos|tout vos|tout mes',
    'tout (nos|vos|mes) (vœux|remerciements|encouragements|clients|adhérents|bénévoles|lecteurs|abonnés|amis|enfants|élèves|partenaires|conseils|produits|services|projets|ateliers|spectacles)',
    'tous $1 $2',
  ],
  ['nous somme ', 'nous somme(?! d)', 'nous sommes'],
  [' y as ', '(il) y as', '$1 y a'],
  [' ont ', '(?<=^|[.!?…:,;] |que |et |mais )(il|elle) ont', '$1s ont'],
  [
    's ',
    '(on|il|elle|qui) ((?:vous |nous |s’|se |l’|les |le |la )?)(attend|prend|rend|apprend|vend|descend|répond|entend|comprend|défend|tend|perd|reprend|surprend)s',
    '$1 $2$3',
  ],
  [
    'es ',
    'je ((?:vous |te |t’)?)(invite|propose|présente|souhaite|remercie|partage|raconte|explique|montre|donne|rappelle|pense|cherche|travaille|reste|organise)s',
    'je $1$2',
  ],
  [
    'je ',
    'je ((?:(?:vous|te|le|la|les|leur|lui|y|en|me) |[tlm]’)*)(met|permet|promet|remet|transmet|prend|apprend|rend|attend|vend|descend|répond|entend|comprend|défend|tend|perd|reprend)(?![a-zà-ÿœ’-])',
    'je $1$2s',
  ],
  ['mal a ', '(du mal) a (?=[a-zà-ÿ]{2,}(?:er|ir|re)(?![a-zà-ÿ]))', '$1 à '],
  [
    'à lieu',
    '([a-zà-ÿ]{3,}) à lieu(?= (?:le|la|ce|demain|à|au|dans|en|de|du|samedi|dimanche|lundi|mardi|mercredi|jeudi|vendredi|chaque|tous|dès|sur|aujourd’hui)(?![a-zà-ÿ])| ?[.,!]|$)',
    '$1 a lieu',
  ],
  [
    'it',
    '(j’ai|ai|as|a|avons|avez|ont|avait|avaient|aura|est|sont|sera|seront|été|s’est) (fin|cho?is|réuss|suiv|serv|sort|part|sent|dorm|grand|réun|bât|garant|fourn|invest|agrand|rempl|établ|accompl|saisi?|réag|sub|nourr)it',
    '$1 $2i',
  ],
  [
    'it',
    '(j’ai|ai|as|a|avons|avez|ont|avait|avaient|aura|s’est) (pr|m|appr|compr|perm|prom|repr|surpr|transm|soum|rem|entrepr|adm)it',
    '$1 $2is',
  ],
  [
    's ',
    '(?<=^|[.!?…:,] |et |mais )(j’ai|il a|elle a|on a|nous avons|vous avez|ils ont|elles ont) (suivi|fini|choisi|réussi|reçu|vendu|vu|lu|perdu|rempli|rendu|réuni|servi|bu|couru|rencontrée?|attendu|entendu)s (?=(?:le|la|les|un|une|des|ce|cette|cet|ces|nos|vos|mon|ma|mes|notre|votre|leur|leurs|deux|trois|\\d+)(?![a-zà-ÿ])|l’)',
    '$1 $2 ',
  ],
  ['est ', '(on) c’est ([a-zà-ÿ]+(?:és|ées|is|us))', '$1 s’est $2'],
  ['étés', '(j’ai|ai|as|a|avons|avez|ont|avait|avaient|aura|auront) étés', '$1 été'],
  ['était', '(j’ai|j’avais|avons|avez) était', '$1 été'],
  [
    'er pas',
    'n’((?!est)[a-zà-ÿ]{3,})er pas(?= (?:à|de|que|le|la|les|votre|vos|nos|l’|un)(?![a-zà-ÿ])| ?[!.,]|$)',
    'n’$1ez pas',
  ],
  ['er pas', 'ne (manqu|rat|tard|laiss|jet|pass|cherch|pens)er pas', 'ne $1ez pas'],
  [
    'quelle',
    '(parce|alors|puis|lors|afin|pense|crois|espère|espérons|pensons|tandis) quelle(s?) (?=(?:a|est|ont|sont|va|vont|sera|seront|soit|soient|peut|peuvent|doit|doivent|viendra|viendront|était|avait|fait|reste|vient)(?![a-zà-ÿ]))',
    '$1 qu’elle$2 ',
  ],
  ['lorsquelle|puisquelle', '(lorsqu|puisqu)elle(s?)', '$1’elle$2'],
  [
    'elle ',
    '(?<=^|[.!?…] )qu’elle (joie|chance|surprise|soirée|journée|aventure|semaine|équipe|victoire|année|fierté|belle|magnifique|superbe|histoire|ambiance|bonne|énergie|émotion)',
    'quelle $1',
  ],
  ['elle est', '(?<=^|[.!?…] )qu’elle est (la|votre|ta|cette) (?=[^.!?]*\\?)', 'quelle est $1 '],
  ['jour ou |moment ou ', '(le) (jour|moment) ou (tout|chacun|j’|ça|s’)', '$1 $2 où $3'],
  ['voila', 'voila', 'voilà'],
  ['comme même', '(?<=^|[.,!?…] |est |sont |va |a )comme même', 'quand même'],
  ['environs ', '(?<!(?:les|aux|ses|nos|des|ces|mes|vos|leurs|et|,) )environs (?=\\d)', 'environ '],
  ['malgrès', 'malgrès', 'malgré'],
  ['au près d', 'au près (de|du|d’|des)', 'auprès $1'],
  ['sur de |sur que |sur d’', '(je suis|tu es) sur (de|que|d’)', '$1 sûr $2'],
  [
    'r',
    '(pour|afin de|avant de|merci de|essayez de|évitez de|pensez à|n’oubliez pas de|n’hésitez pas à|invités? à|permet de|permettent de|envie de|besoin de) (réserv|particip|découvr|partag|prépar|trouv|achet|mang|jou|dans|écout|regard|test|visit|donn|aid|commenc|continu|profit|gagn|cherch|apport|rappel|appel|command|consult|chant|pass|rest|march|rentr|entr|mont|parl|cré|lanc|pay|vot|sign|soutien|not|contact|rencontr|organis|réalis|expliqu|montr|racont|téléphon)é(?= (?:le|la|les|un|une|des|votre|vos|nos|notre|ce|cette|à|au|aux|en|dans|avec|sur|du|de|dès|par|ensemble|mieux|plus)(?![a-zà-ÿ])|l’| ?[.,!?]|$)',
    '$1 $2er',
  ],
  ['a gagné|à gagné', '(places|lots|billets|livres|entrées|paniers|cadeaux|prix) [àa] gagné', '$1 à gagner'],
  [
    ' a ',
    '(il|elle|on|qui) a (réalis|organis|lanc|publi|gagn|remport|trouv|invent|achet|chang|cré|visit|rencontr|accept|refus|annonc|commenc|termin|mang|chant|jou|pass|apport|racont|expliqu|montr|partag|mérit|travaill|march)er',
    '$1 a $2é',
  ],
]);
