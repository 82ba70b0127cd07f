// Sentences of French that go a long way round: see roundabout.ts.
import type { Patterns } from './english-roundabout.js';
import { triggered } from './triggered.js';

/** Words behind "par" that name no doer. */
const NO_DOER =
  '(?!(?:an|jour|mois|semaine|heure|exemple|ailleurs|contre|conséquent|cœur|défaut|téléphone|mail|e-mail|courriel|courrier|lettre|internet|terre|ici|là|rapport|personne|tranche|point|la(?! (?:ligue|mairie|ville|ministre|région|préfecture|préfète|commission|direction|directrice|police|presse|fédération|municipalité|commune|métropole|présidente|société|banque|justice|cour|fondation|médiathèque|bibliothèque|compagnie|communauté|maire|rectrice|gendarmerie|chambre|caisse))|voie|bus|train|bateau|avion|écrit|hasard|endroits|paliers|étapes|lots|groupes|équipes de|famille|le biais|SMS|chèque|carte|virement)(?:\\s|$))';
/** What the reader is to do: only of these verbs "peut être réservé" stands for "réservez". */
const READER_VERBS =
  '(?:réserv|télécharg|dépos|command|emprunt|consult|retir|effectu|adress|envoy|demand|achet|visit|réalis|conserv|rempli|souscri|signal|contact|retrouv|transmis|obten|téléphon|imprim|règl|réglé|pay|utilis)';

/** What goes a long way round in French. */
export const frenchPatterns = (): Patterns => ({
  passive: [
    triggered(
      ' par ',
      `(?:est|sont|sera|seront|a été|ont été|était|étaient|fut|furent|soit|soient)\\s(?:[a-zà-ÿœ]+ment\\s)?[a-zà-ÿœ]{2,}(?:ée?s?|ie?s?|ite?s?|ue?s?|erte?s?|inte?s?|ise?s?)\\s(?:[a-zà-ÿœ’'-]+\\s)?par\\s${NO_DOER}(?:(?:les?|la|un|une|des?|nos|notre|vos|votre|chacun)\\s)?[a-zà-ÿœ’'-]+`,
    ),
    triggered(
      ' être ',
      `(?:peut|peuvent|pourra|pourront|doit|doivent|devra|devront)\\s(?:[a-zà-ÿœ]+\\s)?être\\s${READER_VERBS}[a-zà-ÿœ]*(?:\\spar\\s${NO_DOER}(?:les?\\s|la\\s)?[a-zà-ÿœ’'-]+)?`,
    ),
    triggered(
      'décidé|demandé|procédé|convenu',
      "il\\s(?:a\\sété|est|sera)\\s(?:décidé|demandé|procédé|convenu)(?:\\s(?:que|de)|\\squ(?=[’']))",
    ),
  ],
  nominalization: [
    triggered(
      'effectu|réalis',
      "(?:effectu|réalis)(?:er|ez|e|ons|ent|era|eront)\\s(?:le|la|l[’']|un|une|des|leurs?|votre|vos|notre|nos|son|sa)\\s?[a-zà-ÿœ]{3,}(?:tion|sion|age|ment|ture|ance|ence|yse|oi|ats?)s?\\s(?:de|du|des|d(?=[’']))|(?:la|le|l[’']|les)\\s?[a-zà-ÿœ]{3,}(?:tion|ture|age|ment)s?\\s(?:(?:de|du|des)\\s|d[’'])[a-zà-ÿœ’' -]{2,30}?\\s(?:devra|devront|doit|doivent|sera|seront|peut|peuvent)\\s(?:être\\s)?(?:effectué|réalisé)e?s?",
    ),
    triggered(
      'assurer|assurez',
      "assure[rz]\\s(?:le|la|l[’'])\\s?[a-zà-ÿœ]{3,}(?:tion|sion|age|ment)\\s(?:de|du|des|d(?=[’']))",
    ),
    triggered(
      'procéd|procèd',
      "proc[éè]d(?:er|ez|e|ons|ent|era|eront|é)\\s(?:à|au|aux)(?:\\s(?:la|l[’']))?\\s?[a-zà-ÿœ]+(?:\\s(?:de|du|des)|\\sd(?=[’']))?",
    ),
    triggered(
      'réalisation|mise en',
      "(?:la|une)\\s(?:réalisation|mise en place|mise en œuvre|mise en oeuvre)\\s(?:de|du|des|d(?=[’']))",
    ),
    triggered(
      'demande|décision|choix|usage|réponse|réflexion|accord',
      "(?:faire|faites|fait|font|ferons) (?:la |une |le )?(?:demande|choix|usage) (?:de|d(?=[’']))|(?:pris|prendre|prend|prenons|prennent) la décision (?:de|d(?=[’']))|(?:apport|donn)(?:er|ez|e|ons|ent|é) (?:une réponse|(?:son|notre|leur|votre) accord) (?:à|au|aux)|(?:mener|menons|mène|engager|engageons) une réflexion sur",
    ),
    triggered(
      "en mesure de|mise à disposition|à l’organisation|à l'organisation",
      "(?:est|sont|êtes|sommes|serez|serons|sera|seront) en mesure (?:de|d(?=[’']))|la mise à disposition (?:de|du|des|d(?=[’']))",
    ),
    triggered(
      'permet une|entraîne une|induit une|permettra une|permis une',
      "(?:permet|permettra|permis|entraîne|entraînera|induit) une (?:diminution|réduction|augmentation|amélioration|hausse|baisse|accélération|simplification) (?:de|du|des|d(?=[’']))",
    ),
    triggered('objet d', "fai(?:t|re|sons)\\sl[’']objet\\s(?:de|d(?=[’']))"),
  ],
  padding: [],
  opens:
    "suite |dans l|en |conform|faisant |à l’occasion|à l'occasion|à l’initiative|à l'initiative|avec le soutien|comme chaque|comme tous|après plusieurs|après de longs|après des mois|depuis plusieurs|depuis de nombreuses|soucieu|conscient|que vous |alors|face |fidèle|ces |au fil|grâce au|au nom|un |une ",
  opensAtComma: true,
  frame:
    /^[^A-Za-zÀ-ÿŒœ]*(?:(?:suite (?:à|au|aux)|dans le cadre d|dans la continuité d|dans le prolongement d|en application d|conformément (?:à|au|aux)|faisant suite (?:à|au)|en vertu d|dans la perspective d|à l[’'](?:occasion|initiative) d|avec le soutien d|en partenariat avec|comme (?:chaque année|tous les ans)|après (?:plusieurs|de longs|des mois)|depuis (?:plusieurs|de nombreuses)|soucieu(?:x|se) d|conscient[es]* d|que vous soyez|alors que|dans un contexte|face (?:à|au|aux)|depuis (?:sa|la) (?:création|fondation)|fid[èe]les? à|en cette période|en ces temps|ces dernières années|au fil d|dans un souci d|dans une démarche d|grâce au soutien d|au nom d)[^.,:!?\n]{0,80}(?=[,:])|une? (?:étude|enquête|rapport|sondage|recherche) (?:menée?|publiée?|réalisée?|conduite?|coordonnée?|commandée?)(?:(?! que |[.:!?\n]).){20,140}(?= que |montre|révèle|indique)|[^.,:!?\n]{4,40}, (?:réunie?s?|après|lors|sous|présidée?|composée?|représentée?)(?:(?![.,:!?\n]).){30,140}(?=,))/i,
  lead: /^[^A-Za-zÀ-ÿŒœ]*(?:(?:après|avant|depuis|pendant|durant|afin d|pour [a-zà-ÿœ]+(?:er|ir|re) |à (?:la suite|l[’']issue|l[’']approche|l[’']heure|partir)|au (?:terme|fil|lendemain|cours)|lors d|lorsqu|alors qu|tandis qu|malgré|grâce (?:à|au)|parce qu|puisqu|comme [a-zà-ÿœ]+ |forte? d|réunie?s? |dans (?:le|la|l[’']|un) (?:but|cadre|optique|objectif|volonté|souci|perspective)|si vous|chaque année|tout au long)[^.!?:\n]{45,180}?, (?=(?:les?|la|l[’']|une?|des|nos|notre|vos|votre|nous|vous|on|il|elle|ce|cette|ces|son|sa|ses|leurs?|deux|trois|\d|[A-ZÀ-Þ])(?![A-Za-zÀ-ÿŒœ]{2}))|[A-ZÀ-Þ][^.,:;!?\n]{3,60}, [^.,:;!?\n«»]{45,160}, (?=(?:a|ont|vous|nous|explique|raconte|présente|propose|publie|lance|organise|annonce|montre|recherche|cherche)(?![A-Za-zÀ-ÿŒœ])))/,
});
