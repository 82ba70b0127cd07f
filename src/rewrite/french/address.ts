// French sentences that say what the reader could do: they address the reader instead.
import { lazy } from '#base/lazy.js';
import { capital, type Change, type Operation, type WordForms } from '../wording.js';

const CLITIC_FORMS: Readonly<Record<string, string>> = {
  nous: '-nous',
  vous: '-vous',
  le: '-le',
  la: '-la',
  les: '-les',
  lui: '-lui',
  leur: '-leur',
  y: '-y',
  en: '-en',
};
const FROM_START = String.raw`(?:Il (?:vous )?est (?:désormais |maintenant |dès (?:à présent|maintenant) |aussi |également )?possible (?:d(?:e |[’'])|désormais de )|Vous pouvez (?:désormais |dès (?:à présent|maintenant) |maintenant |aussi |également |d[’']ores et déjà )?|Vous avez (?:désormais |aussi )?la possibilité d(?:e |[’'])|N[’']hésitez (?:pas|plus|surtout pas) à |Nous vous (?:invitons|proposons|encourageons|convions) (?:donc |aussi )?(?:à |d(?:e |[’']))|Vous êtes invités?(?:·e·s|\(e\)s|\(e\)|es)? à |(?:L[’']|La |Le |Les )[^.,:;!?«»]{3,40} vous (?:invite|invitent|propose|proposent|convie|convient) (?:à |d(?:e |[’'])))`;
const OPENS = lazy(
  () =>
    new RegExp(
      String.raw`(?<=^(?:[^.:!?]{3,40}[ \u00a0]: )?)${FROM_START}(?:(?<clitic>nous|vous|le|la|les|lui|leur|y|en) )?(?<verb>[\p{L}]+)(?=[\s,.!])`,
      'iu',
    ),
);
const GOES_ON = lazy(
  () =>
    /(?<=(?:, |\bet |; ))(?:n[’']hésitez pas à |il (?:convient|est (?:conseillé|recommandé)) d(?:e |[’']))(?:(?<clitic>nous|vous|le|la|les|lui|leur|y|en) )?(?<verb>\p{L}+)(?=[\s,.!])/iu,
);
const NO_COMMAND =
  /^(?:être|avoir|savoir|pouvoir|devoir|vouloir|falloir|sembler|paraître|aimer|attendre|trouver|constater|perdre)$/;
/** A second infinitive behind these belongs to them: "venez découvrir et goûter". */
const LEADS_ON = /^(?:venir|aller|aider|commencer|apprendre|continuer|laisser|faire|penser|songer)$/;
const OF_OTHERS = /(?:^|\s)(?:son|sa|ses|leurs?|se|soi)\s|\ss[’']/i;
const TOKEN = lazy(
  () => /(?:\b(?<and>et|ou|puis) )?(?:(?:à|de) |d[’'])?(?:(?<clitic>nous|vous|le|la|les|y|en) )?(?<word>[\p{L}]+)/giu,
);

function command(verb: string, clitic: string | undefined, { imperatives }: WordForms): string | undefined {
  const infinitive = verb.toLowerCase();
  // Verbs in -er are regular but for one, which the table has.
  const regular = /^\p{L}{2,}er$/u.test(infinitive) ? infinitive.replace(/r$/, 'z') : undefined;
  const bent = Object.hasOwn(imperatives, infinitive) ? imperatives[infinitive] : regular;
  if (NO_COMMAND.test(infinitive) || bent === undefined) return undefined;
  return `${bent}${clitic === undefined ? '' : (CLITIC_FORMS[clitic.toLowerCase()] ?? '')}`;
}

/** Infinitives that are no verbs of their own: "à partir de". */
const FIXED = /à (?:partir|savoir|venir) $|à (?:partir|savoir|venir)$/;
const LEFT = lazy(() => /\b(?:et|ou|puis) (?:de |d[’']|à )(?:(?:nous|le|la|les|y|en) )?\p{L}+(?:er|ir|re|oir)\b/u);

/**
 * Infinitives that stand beside the first one ("postuler ou poser"), turned as well; undefined where one is left behind
 * another infinitive, of which nobody can tell to which verb it belongs.
 */
function coordinated(rest: string, at: number, forms: WordForms): Change[] | undefined {
  const changes: Change[] = [];
  let done = 0;
  for (const match of rest.matchAll(TOKEN())) {
    const { and, clitic, word = '' } = match.groups ?? {};
    if (FIXED.test(rest.slice(0, match.index + match[0].length))) continue;
    const isLed = and !== undefined && /(?:à|de) |d[’']/.test(match[0]) && word.endsWith('er');
    if (!isLed && !Object.hasOwn(forms.imperatives, word.toLowerCase())) continue;
    if (and === undefined) break;
    const put = command(word, clitic, forms);
    if (put === undefined) break;
    done = match.index + match[0].length;
    changes.push({ start: at + match.index, end: at + done, text: `${and} ${put}` });
  }
  return LEFT().test(rest.slice(done)) ? undefined : changes;
}

/** "Il est possible de visiter" → "Visitez", "vous pouvez postuler ou partager" → "postulez ou partagez". */
const possibility: Operation = {
  id: 'imperative',
  apply({ text }, forms) {
    if (text.endsWith('?')) return undefined;
    const match = OPENS().exec(text) ?? GOES_ON().exec(text);
    const { clitic, verb = '' } = match?.groups ?? {};
    if (match === null) return undefined;
    const end = match.index + match[0].length;
    const rest = text.slice(end);
    const clause = /^[^.:;!?]*/.exec(rest)?.[0] ?? '';
    const put = command(verb, clitic, forms);
    // A command alone says nothing: "Partagez."
    if (!/^,? [\p{L}\d«]/u.test(rest)) return undefined;
    // "ne pas", "son": what is denied, or is said of others, is no command to the reader.
    if (put === undefined || OF_OTHERS.test(clause) || /\bn[e’'][^.]*\b(?:pas|plus)\b/.test(clause)) return undefined;
    const changes = [{ start: match.index, end, text: match.index === 0 ? capital(put) : put }];
    if (LEADS_ON.test(verb.toLowerCase())) return LEFT().test(clause) ? undefined : { changes };
    const others = coordinated(clause, end, forms);
    return others === undefined ? undefined : { changes: [...changes, ...others] };
  },
};

const COMMANDS: Readonly<Record<string, string>> = {
  réservé: 'Réservez',
  téléchargé: 'Téléchargez',
  déposé: 'Déposez',
  commandé: 'Commandez',
  emprunté: 'Empruntez',
  consulté: 'Consultez',
  acheté: 'Achetez',
  visité: 'Visitez',
  demandé: 'Demandez',
  envoyé: 'Envoyez',
  adressé: 'Adressez',
  loué: 'Louez',
  essayé: 'Essayez',
};
/** What the reader hands over or books is the reader's. */
const YOURS = /^(?:Réservez|Déposez|Envoyez|Adressez)$/;
const CAN_BE = lazy(
  () =>
    new RegExp(
      String.raw`^(?<article>Les |Des |Le |La |L[’']|Vos |Votre |Nos |Notre )(?<noun>(?!.*\bqui\b)[^.,:;!?]{3,50}?) (?:peut|peuvent|pourra|pourront) (?:désormais |aussi |également |maintenant |dès à présent )?être (?<participle>${Object.keys(COMMANDS).join('|')})e?s?(?=[\s.,!])`,
      'iu',
    ),
);

/** "Les billets peuvent être réservés en ligne" → "Réservez vos billets en ligne". */
const passive: Operation = {
  id: 'imperative',
  apply({ text }) {
    const match = CAN_BE().exec(text);
    const { article = '', noun = '', participle = '' } = match?.groups ?? {};
    const put = COMMANDS[participle.toLowerCase()];
    if (match === null || put === undefined) return undefined;
    const rest = text.slice(match[0].length);
    if (/^[^.]*\b(?:par(?! (?:téléphone|mail|courriel|e-mail|internet|courrier|SMS))|même si|et|mais)\b/i.test(rest))
      return undefined;
    const mine = /^les /i.test(article) && YOURS.test(put) ? 'vos ' : article.toLowerCase();
    return { changes: [{ start: 0, end: match[0].length, text: `${put} ${mine}${noun}` }] };
  },
};

/** Operations that address the reader in French. */
export const address: readonly Operation[] = [possibility, passive];
