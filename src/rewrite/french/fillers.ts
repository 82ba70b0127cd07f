// French words and sentences that add nothing: frames, calls, thanks to everybody, adverbs.
import { dropped, phrase } from '../phrase.js';
import type { Operation } from '../wording.js';
import { LEANS } from './standing.js';

/** Purposes and reasons that any sender could give, up to the comma behind them. */
const FRAMES = [
  String.raw`(?:Afin de |Pour )(?:pouvoir )?(?:toujours )?(?:mieux )?vous (?:accueillir|servir|satisfaire|informer|accompagner|recevoir|offrir (?:le|un) meilleur service)(?: (?:dans les meilleures conditions|au mieux|encore mieux|encore|dans de (?:bonnes|meilleures) conditions))*`,
  String.raw`(?:Afin d[’']|Pour |Dans le but d[’'])améliorer (?:encore )?(?:la qualité de )?(?:nos services|notre service|votre (?:confort|accueil|expérience))`,
  String.raw`(?:Suite à|Face à|Devant|Au vu de|Pour répondre à) (?:de (?:très )?nombreuses demandes|vos (?:nombreuses )?demandes|(?:une|la|votre) (?:forte )?demande(?: générale)?|vos (?:attentes|besoins)|l[’']engouement(?: général)?)`,
  String.raw`(?:Toujours )?[àÀ] (?:votre|l[’'])\s?écoute(?: de vos besoins)?`,
  String.raw`Soucieux de votre (?:bien-être|confort|satisfaction)`,
  String.raw`Parce que (?:votre|vos|la) (?:santé|sécurité|avis|bien-être) (?:est|sont|compte|comptent)[^,.:;!?]{0,40}`,
  String.raw`Dans (?:un souci|une démarche|une logique|une volonté) (?:constante? )?(?:de transparence|d[’']amélioration(?: continue)?|de qualité|de clarté|de proximité)`,
];

const NEWS = String.raw`(?:(?:Très )?(?:bonne|grande|excellente|super|belle) nouvelle|Scoop|Info|Surprise|Ça y est|Avis aux amateurs)`;
/** Of the reader: what a command may be followed by in vain. */
const AT_ONCE = String.raw`(?:sans (?:plus )?(?:attendre|tarder)|dès (?:maintenant|à présent)|d[’']ores et déjà|vite|tout de suite)`;
const KEEN = String.raw`(?:très |hyper )?(?:motivé|passionné|impliqué|investi|souriant|dynamique|enthousiaste)(?:\(e\)|·e|e)?(?:s|\(s\)|·s)?`;
const WORK = /recrut|recherch|cherch|embauch|emploi|poste|rejoi/i;

/** Sentences that tell nobody anything, wherever they stand. */
const EMPTY = [
  NEWS,
  String.raw`(?:Alors,? )?n[’'](?:attendez|hésitez) (?:plus|pas)(?: une seconde)?`,
  String.raw`N[’']hésitez pas à (?:partager|relayer|diffuser|commenter|liker|faire tourner|en parler(?: autour de vous)?|vous abonner|nous (?:contacter|solliciter|écrire|appeler|suivre|rejoindre|poser vos questions)|(?:l[ea]s? |l[’'])(?:consulter|découvrir|lire|regarder|partager|relayer|diffuser|visiter|parcourir))(?: (?:autour de vous|largement|massivement|cette (?:info|information|annonce)|si besoin|pour (?:toute question|en savoir plus|plus d[’'](?:infos?|informations?))))?`,
  String.raw`Merci (?:d[’']avance )?(?:pour|de) (?:(?:le|vos|votre) partages?|partager|relayer)`,
  String.raw`(?:Merci de |[ÀA] )?(?:partager|partagez|relayer|relayez|diffuser|diffusez)(?: (?:autour de vous|massivement|largement|sans modération))?(?: (?:SVP|s[’']il vous plaît))?`,
  String.raw`(?:Venez|Soyez|On vous attend|Nous vous attendons|Nous vous espérons) (?:très )?(?:nombreux|nombreuses)(?: et nombreuses)?`,
  String.raw`(?:On|Nous|Je) vous (?:dit|disons|dis|explique|expliquons|raconte|racontons|présente|présentons) tout(?: (?:ici|par ici|dans (?:notre|le|mon|un|cet) (?:dernier |nouvel )?(?:article|billet|vidéo|épisode|post)(?: de blog)?|sur (?:notre|le) (?:blog|site)))?`,
  String.raw`[ÀA] (?:très )?(?:vite|bientôt)(?: [^.!?]{3,25})?`,
  String.raw`(?:Et vous, )?qu[’']en pensez-vous`,
  String.raw`(?:Un (?:grand|immense|énorme) merci|Mille mercis|Merci) (?:à (?:vous toutes et tous|vous tous|toutes et (?:à )?tous|tous(?: et (?:à )?toutes)?|chacun))(?: (?:pour|de) (?:votre|vos) [^.!?]{3,40})?`,
];
/** Sentences that only open a text. */
const OPENERS = [
  String.raw`Vous (?:êtes|étiez|avez été) (?:de plus en plus |toujours plus |très )?nombreux à (?:nous |le |la |l[’']|les |en )?(?:demander|attendre|réclamer|demandez)`,
  String.raw`(?:Tout )?nouveau(?:té)?(?: chez nous)?`,
  String.raw`Nous vous souhaitons la bienvenue [^.!?]{0,50}`,
  String.raw`(?:Le )?saviez-vous`,
  String.raw`(?:Vous l[’']attendiez|Il est (?:enfin )?(?:là|arrivé)|Elle est (?:enfin )?(?:là|arrivée))`,
];
const IS_NEW = /désormais|maintenant|nouve|nouvel/i;

/** What French texts can do without. */
export const fillers: readonly Operation[] = [
  ...FRAMES.map((frame) =>
    phrase('filler', String.raw`^${frame}, (?=\p{L})`, '', { unless: /^[^,]*, (?:ils?|elles?)\s/i }),
  ),
  phrase('filler', String.raw`^${NEWS} ?: (?=[\p{L}\d«])`, ''),
  dropped('filler', EMPTY.join('|'), LEANS, { dropsNegation: true, where: 'behind' }),
  dropped('filler', String.raw`${NEWS}`, LEANS, { where: 'first' }),
  // "Nouveau !" is news unless the text says it again.
  {
    id: 'filler',
    apply: (sentence, forms) =>
      IS_NEW.test(sentence.next) || !/nouveau/i.test(sentence.text) ? opener.apply(sentence, forms) : undefined,
  },
  phrase(
    'filler',
    String.raw`^(?<come>Venez) (?:très )?nombreux(?: et nombreuses)?(?= [àaà]| au| aux| pour| le | ce | d[eé])`,
    '$<come>',
  ),
  phrase('filler', String.raw`^(?<verb>\p{L}+ez(?:-(?:vous|nous|l[ea]s?))?),? ${AT_ONCE},?(?= \p{L})`, '$<verb>', {
    unless: /^(?:Venez|Passez) vite|^Agissez/i,
  }),
  phrase('filler', String.raw`\b(?<come>[Vv]enez) vite (?=\p{L}+(?:er|ir|re) )`, '$<come> '),
  phrase(
    'filler',
    String.raw`(?<=(?:notre|nos|votre|vos|mon|mes|ma|son|ses|sa|le|la|les|un|une|du|au|cette|ce|leur) )tou(?:t|te|tes|s) (?=(?:nouve|dernier|dernière|premier|première))`,
    '',
  ),
  phrase('filler', String.raw`(?<verb>(?:recherch|recrut|cherch)\p{L}*) (?:activement|actuellement)`, '$<verb>'),
  phrase(
    'filler',
    String.raw`(?<verb>\b(?:est|sont|sommes|procède|procédons|propose|proposons|travaille|travaillons|organise|organisons)) actuellement(?= )`,
    '$<verb>',
  ),
  phrase('filler', String.raw`(?<=\p{L} |, )actuellement (?=(?:en cours|fermé|ouvert|en travaux|disponible))`, ''),
  phrase('filler', String.raw` (?:pas moins de|pas moins d[’']une?(?= \p{L}+aine )) (?=\d)`, ' ', {
    dropsNegation: true,
  }),
  phrase('filler', String.raw`\bdirectement (?=(?:en ligne|sur (?:notre|le) site|depuis|par téléphone))`, ''),
  phrase('filler', String.raw`\bsans avoir (?:besoin|l[’']obligation|la nécessité) (?<of>de |d[’'])`, 'sans '),
  phrase('filler', String.raw` (?:et ce|, et ce),? (?=(?:gratuitement|dès|jusqu|toute|sans|quel))`, ' '),
  phrase(
    'filler',
    String.raw` ${KEEN}(?:(?:, | et | & )${KEEN})*(?= (?:pour|au|aux|à|en|dans|chez|qui|sur)\s| ?[,.!:(]|$)`,
    '',
    { only: WORK },
  ),
  phrase(
    'filler',
    String.raw`\bpour (?:rejoindre|compléter|renforcer|intégrer) (?:notre|nos|l[’'])\s?(?:super |belle |jeune |petite |sympathique )?équipes? (?:au sein (?<of>de la |du |de l[’']|des )|dans (?<in>la |le |l[’']|les ))`,
    ({ of = '', in: inside = '' }) => `pour ${inside === '' ? (ARTICLE[of.toLowerCase()] ?? of.slice(3)) : inside}`,
  ),
  phrase(
    'filler',
    String.raw`(?<!^)(?<of>\b(?:de |à ))?l[’']ensemble (?<link>des |de (?=(?:nos|vos|ses|leurs|mes|ces|cette|notre|votre|la)\s))`,
    ({ of = '', link = '' }, { text }, __, at) => {
      const plain = of.trim().toLowerCase();
      // As a subject it goes with a verb in the singular.
      if (
        of === '' &&
        (/(?:que|comme|quand|si|où) $/u.test(text.slice(0, at)) ||
          !/(?:\p{L}(?:er|ir|re|ez|ons|ent|e|é|a)|avec|pour|dans|sur|par|entre) $/u.test(text.slice(0, at)))
      )
        return undefined;
      if (link.startsWith('des')) return plain === 'de' ? 'des ' : plain === 'à' ? 'aux ' : 'les ';
      return of;
    },
  ),
];

const opener: Operation = dropped('filler', OPENERS.join('|'), LEANS, { where: 'first' });
const ARTICLE: Readonly<Record<string, string>> = { 'de la ': 'la ', 'du ': 'le ', 'des ': 'les ' };
