// Sentences that go a long way round: passives, nouns where a verb would do, frames in front of the news.
import { lazy } from '#base/lazy.js';
import { forLanguage } from './by-language.js';
import { findTriggered, triggered, type Triggered } from './triggered.js';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What makes a sentence longer than it need be. */
export type Roundabout = 'passive' | 'nominalization' | 'padding' | 'frame';

/**
 * Letters of a lead from which the news stands so far behind it that a reader of a timeline does not get there: a line
 * of a post on a phone (@source own choice).
 */
const LONG_LEAD = 60;
/** Letters behind which no lead ends. */
const MAX_LEAD = 260;

interface Patterns {
  readonly passive: readonly Triggered[];
  readonly nominalization: readonly Triggered[];
  readonly padding: readonly Triggered[];
  /** Rows of letters with `|` between, with which a text in a frame begins: most begin with none of them. */
  readonly opens: string;
  /** Whether any words before an early comma may be a frame, too. */
  readonly opensAtComma: boolean;
  readonly frame: () => RegExp;
  /** Words that put a circumstance before the news, up to the comma behind it, and somebody with a long apposition. */
  readonly lead: () => RegExp;
}

/** Words behind "par" that name no doer. */
const NO_DOER =
  '(?!(?:an|jour|mois|semaine|heure|exemple|ailleurs|contre|conséquent|cœur|défaut|téléphone|mail|e-mail|courriel|courrier|lettre|internet|terre|ici|là|rapport|personne|tranche|point|la(?! (?:ligue|mairie|ville|ministre|région|préfecture|préfète|commission|direction|directrice|police|presse|fédération|municipalité|commune|métropole|présidente|société|banque|justice|cour|fondation|médiathèque|bibliothèque|compagnie|communauté|maire|rectrice|gendarmerie|chambre|caisse))|voie|bus|train|bateau|avion|écrit|hasard|endroits|paliers|étapes|lots|groupes|équipes de|famille|le biais|SMS|chèque|carte|virement)(?:\\s|$))';
/** What the reader is to do: only of these verbs "peut être réservé" stands for "réservez". */
const READER_VERBS =
  '(?:réserv|télécharg|dépos|command|emprunt|consult|retir|effectu|adress|envoy|demand|achet|visit|réalis|conserv|rempli|souscri|signal|contact|retrouv|transmis|obten|téléphon|imprim|règl|réglé|pay|utilis)';

const french = (): Patterns => ({
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
  frame: lazy(
    () =>
      /^[^A-Za-zÀ-ÿŒœ]*(?:(?:suite (?:à|au|aux)|dans le cadre d|dans la continuité d|dans le prolongement d|en application d|conformément (?:à|au|aux)|faisant suite (?:à|au)|en vertu d|dans la perspective d|à l[’'](?:occasion|initiative) d|avec le soutien d|en partenariat avec|comme (?:chaque année|tous les ans)|après (?:plusieurs|de longs|des mois)|depuis (?:plusieurs|de nombreuses)|soucieu(?:x|se) d|conscient[es]* d|que vous soyez|alors que|dans un contexte|face (?:à|au|aux)|depuis (?:sa|la) (?:création|fondation)|fid[èe]les? à|en cette période|en ces temps|ces dernières années|au fil d|dans un souci d|dans une démarche d|grâce au soutien d|au nom d)[^.,:!?\n]{0,80}(?=[,:])|une? (?:étude|enquête|rapport|sondage|recherche) (?:menée?|publiée?|réalisée?|conduite?|coordonnée?|commandée?)(?:(?! que |[.:!?\n]).){20,140}(?= que |montre|révèle|indique)|[^.,:!?\n]{4,40}, (?:réunie?s?|après|lors|sous|présidée?|composée?|représentée?)(?:(?![.,:!?\n]).){30,140}(?=,))/i,
  ),
  lead: lazy(
    () =>
      /^[^A-Za-zÀ-ÿŒœ]*(?:(?:après|avant|depuis|pendant|durant|afin d|pour [a-zà-ÿœ]+(?:er|ir|re) |à (?:la suite|l[’']issue|l[’']approche|l[’']heure|partir)|au (?:terme|fil|lendemain|cours)|lors d|lorsqu|alors qu|tandis qu|malgré|grâce (?:à|au)|parce qu|puisqu|comme [a-zà-ÿœ]+ |forte? d|réunie?s? |dans (?:le|la|l[’']|un) (?:but|cadre|optique|objectif|volonté|souci|perspective)|si vous|chaque année|tout au long)[^.!?:\n]{45,180}?, (?=(?:les?|la|l[’']|une?|des|nos|notre|vos|votre|nous|vous|on|il|elle|ce|cette|ces|son|sa|ses|leurs?|deux|trois|\d|[A-ZÀ-Þ])(?![A-Za-zÀ-ÿŒœ]{2}))|[A-ZÀ-Þ][^.,:;!?\n]{3,60}, [^.,:;!?\n«»]{45,160}, (?=(?:a|ont|vous|nous|explique|raconte|présente|propose|publie|lance|organise|annonce|montre|recherche|cherche)(?![A-Za-zÀ-ÿŒœ])))/,
  ),
});

const BY_NOBODY =
  '(?!\\d|[a-z]+ing\\b|hand|default|design|law|mail|post|phone|e-?mail|foot|bus|train|car|boat|air|sea|far|now|then|noon|midnight|the (?:end|hour|day|week|month|year|pound|dozen)|a (?:third|quarter|half)|half|\\w+day|January|February|March|April|May|June|July|August|September|October|November|December)';

const english = (): Patterns => ({
  passive: [
    triggered(
      // Not ' by ' alone, which stands in many a text without a passive.
      'ed by |ade by |itten by |uilt by |paid by |paid for by |held by |given by |shown by |done by |taken by |sent by |sold by |seen by |led by |kept by |ought by |found by |taught by |driven by |drawn by |thrown by |chosen by |broken by |run by ',
      `(?:is|are|was|were|been|being|be)\\s(?:\\w+ly\\s)?(?:\\w{2,}ed|made|written|built|paid(?:\\sfor)?|held|given|shown|done|taken|sent|sold|seen|led|kept|brought|bought|found|taught|driven|drawn|thrown|chosen|broken|run)\\sby\\s${BY_NOBODY}(?:the\\s|an?\\s|our\\s|your\\s)?[\\w’'-]+`,
    ),
    triggered(
      ' be ',
      "(?:can|may|must|could)\\s(?:now\\s|also\\s|only\\s)?be\\s(?:read|booked|downloaded|ordered|reserved|requested|exported|viewed|accessed|purchased|obtained|submitted|visited|bought|watched|collected|borrowed|rented|found|made)(?:\\s(?:online|here|at|on|by|from|in)(?:\\s[\\w’'-]+)?)?",
    ),
    triggered(
      ' made| carried out| performed| conducted| undertaken',
      '(?:any|a|the|each)\\s\\w+\\s(?:is|are|was|were)\\s(?:made|carried\\sout|performed|conducted|undertaken)',
    ),
    triggered(
      'decided|agreed|recommended',
      'it\\s(?:has\\sbeen|was|is)\\s(?:decided|agreed|recommended)\\s(?:that|by|to)(?:\\sthe\\s\\w+)?',
    ),
  ],
  nominalization: [
    triggered(
      'carr|conduct|perform|provid|mak|made|undertak',
      '(?:(?:carr(?:y|ies|ied)|carrying)\\sout|conduct(?:s|ed|ing)?|perform(?:s|ed|ing)?|provid(?:e|es|ed|ing)|mak(?:e|es|ing)|made|undertak(?:e|es|ing))\\s(?:(?:an?|the|any|your|our|regular)\\s)?(?:\\w+\\s)?\\w{3,}(?:tion|sion|ment|ison|ysis|ance|ction|iew|imate|val)s?\\sof',
    ),
    triggered(
      'consideration|decision|agreement|conclusion|assistance|use of|improvements|changes to|arrangements',
      '(?:giv(?:e|es|ing)|gave|tak(?:e|es|ing)|took)\\s(?:\\w+\\s)?(?:into\\s)?consideration(?:\\sto)?|(?:mak(?:e|es|ing)|made|reach(?:es|ed)?|com(?:e|es|ing)\\sto|came\\sto)\\s(?:an?|the)\\s(?:decision|agreement|conclusion)\\s(?:to|that|on|about)|provid(?:e|es|ing|ed)\\sassistance\\s(?:to|with)|mak(?:e|es|ing)\\s(?:use\\sof|improvements\\sto|changes\\sto|arrangements\\sfor)|made\\s(?:use\\sof|improvements\\sto|changes\\sto|arrangements\\sfor)',
    ),
    triggered(
      'a comparison|an assessment|an evaluation|a distinction|a selection',
      '(?:mak(?:e|es|ing)|made)\\s(?:a\\s(?:comparison|distinction|selection)|an\\s(?:assessment|evaluation|analysis))\\s(?:between|of|about)',
    ),
    triggered(
      'the implementation of|the introduction of|the provision of|the completion of',
      'the\\s(?:implementation|introduction|provision|completion)\\sof',
    ),
  ],
  padding: [
    triggered(
      'there ',
      'there\\s(?:is|are|was|were)\\s(?:an?|one|two|three|four|five|six|several|many|\\d+)\\s\\w+\\s(?:that|who|which)',
    ),
  ],
  opens:
    'following |as |in |on the |further |thanks to |after several|after many|after months|after years|with the |at its |at the |at a |over the |building on |to mark |to celebrate |whether |while |amid |it is no |since |a |an ',
  opensAtComma: false,
  frame: lazy(
    () =>
      /^[^A-Za-zÀ-ÿŒœ]*(?:(?:following|as part of|in the context of|on the occasion of|in line with|in accordance with|further to|in partnership with|thanks to the (?:support|generosity|help) of|after (?:several|many|months|years)|as (?:every|in previous) years?|with the support of|at (?:its|the) (?:last|latest|monthly|annual) meeting|over the (?:past|last) (?:few|several|many)|building on|in response to|in an effort to|to (?:mark|celebrate)|whether you|while|in recent years|in an era|at a time when|amid|as (?:the (?:days|nights|weather|season)|[^.,:!?\n]{3,40} continues?)|it is no secret|since (?:its|our) (?:creation|foundation|founding))[^.,:!?\n]{2,80}(?=,)|an? (?:report|study|survey|paper|review) (?:written|published|conducted|carried out|commissioned|led|made)\s(?:(?!\bthat\b|[.:!?\n]).){20,160}(?=\b(?:that|shows?|finds?|found|reveals?)\b))/i,
  ),
  lead: lazy(
    () =>
      /^[^A-Za-z]*(?:(?:after|before|following|since|during|in order to|as part of|despite|given that|given the|because|having|over the course|throughout|thanks to|when|while|if you|with the aim|in the course|under the|every year|as a result|at a time|in an effort|in response)[^.!?:\n]{45,180}?, (?=(?:the|an?|our|we|you|your|it|its|they|their|this|these|two|three|four|\d|[A-Z])(?![A-Za-z]{2}))|[A-Z][^.,:;!?\n]{3,60}, [^.,:;!?\n“”"]{45,160}, (?=(?:has|have|is|are|explains|tells|presents|launches|announces|shows|talks|will|looks|seeks)(?![A-Za-z])))/,
  ),
});

const PATTERNS = { fr: lazy(french), en: lazy(english) };

/** Where a text of that language goes a long way round, by kind; none for a language that is not read. */
export function roundaboutWords(text: string, language: string | undefined): { kind: Roundabout; span: Stretch }[] {
  const patterns = forLanguage(PATTERNS, language)?.();
  if (patterns === undefined) return [];
  const found = (['passive', 'nominalization', 'padding'] as const).flatMap((kind) =>
    findTriggered(text, patterns[kind]).map((span) => ({ kind, span })),
  );
  const opening = mayBeFramed(text, patterns) ? patterns.frame().exec(text)?.[0] : undefined;
  const frame = opening ?? longLead(text, patterns);
  const start = frame?.search(/[A-Za-zÀ-ÿŒœ]/) ?? 0;
  const framed = frame === undefined ? [] : [{ kind: 'frame' as const, span: { start, end: frame.length } }];
  return [...framed, ...found];
}

/** Letters behind which no comma ends a frame that any words may make. */
const EARLY = 42;

/** Whether the first few words may be a frame. */
function mayBeFramed(text: string, { opens, opensAtComma }: Patterns): boolean {
  const comma = opensAtComma ? text.indexOf(', ') : -1;
  if (comma >= 0 && comma <= EARLY) return true;
  const lower = text.toLowerCase();
  const start = lower.search(/[a-zà-ÿœ]/);
  return opens.split('|').some((letters) => lower.startsWith(letters, start));
}

/** A circumstance or an apposition so long that the news comes late. Most texts have no comma so far behind. */
function longLead(text: string, { lead }: Patterns): string | undefined {
  const comma = text.indexOf(', ', LONG_LEAD - 10);
  if (comma < 0 || comma > MAX_LEAD) return undefined;
  const found = lead().exec(text.charAt(0).toLowerCase() + text.slice(1))?.[0] ?? lead().exec(text)?.[0];
  return found !== undefined && found.trimEnd().length >= LONG_LEAD ? found.trimEnd().slice(0, -1) : undefined;
}

/** Figures that tell what came out: no date, hour ("24h/24") or year, and neither part of a name nor of an address. */
const FIGURE = lazy(
  () =>
    /(?<![\w#@/.,:-])(?:(?!(?:19|20)\d\d(?![\d\u00a0\u202f .,]?\d))\d{1,3}(?:[ \u00a0\u202f.,]\d{3})*(?:[.,]\d+)?(?!\d|\/\d|[ \u00a0\u202f]?[hj](?![A-Za-zà-ÿ]))|un tiers|la moitié|un quart|deux tiers|trois quarts|a third|a quarter|two thirds|half of)(?:[ \u00a0\u202f](?:%|[A-Za-zÀ-ÿŒœ]{2,})| ?%)?/g,
);
/** What follows a number that is part of a date, an hour or an address. */
const OF_TIME =
  /^\d+[ \u00a0\u202f]?(?:h|am|pm|er|bis|ter|rue|avenue|place|boulevard|chemin|allée|quai|impasse|street|road|lane|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|january|february|march|april|may|june|july|august|september|october|november|december)(?![a-zà-ÿ])/i;
/** Letters behind a frame within which its news ends. */
const NEWS = 160;

/** The figure behind a place of a text, up to its link, that is most likely the news: a share, or the largest. */
export function figureBehind(text: string, at: number): Stretch | undefined {
  const rest = text.slice(at, at + NEWS).split(/https?:/)[0] ?? '';
  if (!/\d|tiers|moitié|quart|third|half/.test(rest)) return undefined;
  const size = (written: string): number =>
    /\d/.test(written) && !written.includes('%') ? Number(written.replace(/(?<=\d)\D(?=\d{3})|\D.*$/g, '')) : Infinity;
  const [news] = [...rest.matchAll(FIGURE())]
    .filter(([written]) => !OF_TIME.test(written))
    .sort((a, b) => (size(a[0]) === size(b[0]) ? a.index - b.index : size(b[0]) - size(a[0])));
  return news && { start: at + news.index, end: at + news.index + news[0].length };
}
