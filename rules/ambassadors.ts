import { postName, weightWithLink } from '#lint/campaign-posts.js';
import type { AmbassadorFacts } from '#lint/facts.js';
import { defineRule } from '#lint/rule.js';
import type { Subject } from '#lint/subject.js';
import { POST_LIMIT } from '#tweet/weight.js';
import { computeFingerprint, likeness } from '#words/similarity.js';

const DAY = 86_400_000;

/** 10: ambassadors. Ready-made posts that willing people send with one click, each in its own words. */
export const ambassadors = defineRule({
  id: 'ambassadors',
  number: 10,
  title: { en: 'Ambassadors', fr: 'Ambassadeurs' },
  summary: {
    en: 'Willing people get a post of their own to send with one click, no two alike.',
    fr: 'Des volontaires reçoivent chacun leur tweet, à envoyer d’un clic, jamais deux pareils.',
  },
  lever: 'amplification',
  weight: 7,
  evidence: {
    grade: 'published',
    source:
      'The article, advice 10; X developer policy: no “same or substantially similar” posts from several accounts; docs.x.com, web intents',
  },
  options: {
    tooClose: {
      type: 'number',
      default: 0.7,
      minimum: 0.3,
      maximum: 1,
      description: 'Trigram similarity from which two texts read as one.',
    },
    restDays: {
      type: 'integer',
      default: 30,
      minimum: 0,
      maximum: 365,
      description: 'Days for which an ambassador is left alone.',
    },
  },
  messages: {
    notPlanned: {
      severity: 'info',
      en: 'no ambassadors; list willing people under campaign.ambassadors',
      fr: 'pas d’ambassadeurs ; listez des volontaires sous campaign.ambassadors',
    },
    nobody: {
      severity: 'warning',
      en: 'the list of ambassadors is empty',
      fr: 'la liste des ambassadeurs est vide',
    },
    noText: {
      severity: 'warning',
      en: '{handle} has no text yet; each ambassador needs one of their own',
      fr: '{handle} n’a pas encore de texte ; chaque ambassadeur a besoin du sien',
    },
    sameText: {
      severity: 'error',
      en: '{one} and {other} would post the same: X forbids coordinated identical posts',
      fr: '{one} et {other} publieraient la même chose : X interdit les tweets identiques coordonnés',
    },
    tooLong: {
      severity: 'error',
      en: 'the text of {handle} has {weighted} of {limit} characters, link included',
      fr: 'le texte de {handle} compte {weighted} caractères pour {limit}, lien compris',
    },
    tired: {
      severity: 'warning',
      en: '{handle} was asked {days} d ago; leave {rest} d between',
      fr: 'vous avez sollicité {handle} il y a {days} j ; laissez passer {rest} j',
    },
    optedOut: {
      severity: 'error',
      en: '{handle} does not want to be asked',
      fr: '{handle} ne veut pas de sollicitation',
    },
  },
  fixes: {},
  reasons: {
    noCampaign: { en: 'no campaign yet', fr: 'pas encore de campagne' },
    listUnseen: { en: '{file} was not looked at', fr: '{file} n’a pas été lu' },
  },
  examples: {
    good: [
      {
        draft:
          '---\ncampaign:\n  ambassadors:\n    - { handle: "@example_a", text: "J’ai relu ce guide avant de louer : il m’a évité deux erreurs" }\n    - { handle: "@example_b", text: "Vous cherchez à Lyon ? Mes collègues ont tout comparé" }\n---\nChoisir son logement à Lyon sans se tromper https://example.org/guide',
      },
    ],
    bad: [
      {
        draft:
          '---\ncampaign:\n  ambassadors:\n    - { handle: "@example_a", text: "Look how they halved their build time" }\n    - { handle: "@example_b", text: "Look how they halved their build time!" }\n---\nHow we halved our build time https://example.org/build',
        finding: 'sameText',
      },
    ],
  },

  check(subject, report, options) {
    const { campaign, facts } = subject;
    if (campaign === undefined) return report.cannotJudge('noCampaign', {});
    const planned = campaign.ambassadors;
    if (planned === undefined) {
      report.find('notPlanned', {});
      return 0;
    }
    const people: readonly AmbassadorFacts[] | undefined =
      facts.ambassadors ?? (typeof planned === 'string' ? undefined : planned);
    if (people === undefined) return report.cannotJudge('listUnseen', { file: String(planned) });
    if (people.length === 0) {
      report.find('nobody', {});
      return 0.2;
    }
    let score = 1;
    for (const { handle: name, text } of people) {
      const handle = `@${name}`;
      const contact = facts.contacts?.find((known) => known.handle.toLowerCase() === name.toLowerCase());
      if (contact?.optedOut) {
        report.find('optedOut', { handle });
        score = 0;
      }
      const last = Math.max(contact?.lastAmbassador ?? -Infinity, contact?.lastRequested ?? -Infinity);
      const days = facts.now === undefined ? Infinity : Math.floor((facts.now - last) / DAY);
      if (days < options.restDays) {
        report.find('tired', { handle, days, rest: options.restDays });
        score -= 0.3;
      }
      if (text === undefined) {
        report.find('noText', { handle });
        score -= 0.4 / people.length;
        continue;
      }
      // They post from accounts of their own, whatever the user's may hold.
      const weighted = weightWithLink(text, subject);
      if (weighted > POST_LIMIT) {
        report.find('tooLong', { handle, weighted, limit: POST_LIMIT });
        score = 0;
      }
    }
    for (const [one, other] of alikePairs(people, subject, options.tooClose)) {
      report.find('sameText', { one, other });
      score = 0;
    }
    return score;
  },
});

/** Texts of two people, or of one and a post of the account's own, that read as one. */
function alikePairs(people: readonly AmbassadorFacts[], subject: Subject, limit: number): [string, string][] {
  const texts = people.flatMap(({ handle, text }) =>
    text === undefined ? [] : [{ name: `@${handle}`, print: computeFingerprint(text) }],
  );
  const own = [subject.text, ...(subject.campaign?.variants ?? []).map(({ text }) => text)];
  const all = [...texts, ...own.map((text, index) => ({ name: postName(index), print: computeFingerprint(text) }))];
  return texts.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter((other) => likeness(one.print, other.print) >= limit)
      .map((other): [string, string] => [one.name, other.name]),
  );
}
