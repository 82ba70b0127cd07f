import { postName, weightWithLink, type Subject } from '#lint/subject.js';
import { placeholdersIn } from '#lint/markup.js';
import type { AmbassadorFacts } from '#lint/facts.js';
import { defineRule } from '#lint/rule.js';
import { POST_LIMIT } from '#tweet/weight.js';
import { computeFingerprint, likeness } from '#words/similarity.js';

const DAY = 86_400_000;

/** 10: ambassadors. Ready-made posts that willing people send with one click, each in its own words. */
export const ambassadors = defineRule({
  id: 'ambassadors',
  number: 10,
  title: 'Ambassadors',
  summary: 'Volunteers each get a post of their own to send with one click, no two alike.',
  lever: 'amplification',
  weight: 7,
  evidence: {
    grade: 'published',
    source:
      '“10 conseils pour prolonger la vie d’un tweet” (2016), tip 10; X developer policy: no “same or substantially similar” posts from several accounts; docs.x.com, Web intents',
  },
  options: {
    tooClose: {
      type: 'number',
      default: 0.7,
      minimum: 0.3,
      maximum: 1,
      description: 'Trigram similarity from which two texts count as the same.',
    },
    restDays: {
      type: 'integer',
      default: 30,
      minimum: 0,
      maximum: 365,
      description: 'Days to wait before asking the same ambassador again.',
    },
  },
  messages: {
    notPlanned: { severity: 'info', text: 'no ambassadors; list volunteers under campaign.ambassadors' },
    nobody: { severity: 'warning', penalty: 6, text: 'the list of ambassadors is empty; add volunteers' },
    noText: { severity: 'warning', penalty: 3, text: '{handle} has no text yet; write one for each ambassador' },
    sameText: {
      severity: 'error',
      penalty: 7,
      text: '{one} and {other} would post the same thing: X forbids coordinated identical posts',
    },
    tooLong: {
      severity: 'error',
      penalty: 7,
      text: 'the text for {handle} has {weighted} characters, link included; the limit is {limit}',
    },
    tired: {
      severity: 'warning',
      penalty: 2,
      text: '{handle} was asked {days|today|day ago|days ago}; wait at least {rest|day|days}',
    },
    template: {
      severity: 'error',
      penalty: 3,
      text: 'the text for {handle} contains the placeholder “{text}”; write what it stands for',
    },
    optedOut: { severity: 'error', penalty: 7, text: '{handle} does not want to be asked' },
  },
  fixes: {},
  reasons: {
    noCampaign: 'no campaign yet',
    listUnseen: '{file} was not read',
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
    if (campaign === undefined) {
      report.cannotJudge('noCampaign', {});
      return 'open';
    }
    const planned = campaign.ambassadors;
    if (planned === undefined) {
      report.find('notPlanned', {});
      return 'open';
    }
    const people: readonly AmbassadorFacts[] | undefined =
      facts.ambassadors ?? (typeof planned === 'string' ? undefined : planned);
    if (people === undefined) return report.cannotJudge('listUnseen', { file: String(planned) });
    if (people.length === 0) {
      report.find('nobody', {});
      return 1;
    }
    for (const { handle: name, text } of people) {
      const handle = `@${name}`;
      const contact = facts.contacts?.find((known) => known.handle.toLowerCase() === name.toLowerCase());
      if (contact?.optedOut) {
        report.find('optedOut', { handle });
      }
      const last = Math.max(contact?.lastAmbassador ?? -Infinity, contact?.lastRequested ?? -Infinity);
      const days = facts.now === undefined ? Infinity : Math.floor((facts.now - last) / DAY);
      if (days < options.restDays) {
        report.find('tired', { handle, days, rest: options.restDays });
      }
      if (text === undefined) {
        report.find('noText', { handle }, { share: 1 / people.length });
        continue;
      }
      for (const mark of placeholdersIn(text)) report.find('template', { handle, text: mark });
      // They post from accounts of their own, whatever the user's may hold.
      const weighted = weightWithLink(text, subject);
      if (weighted > POST_LIMIT) {
        report.find('tooLong', { handle, weighted, limit: POST_LIMIT });
      }
    }
    for (const [one, other] of alikePairs(people, subject, options.tooClose)) {
      report.find('sameText', { one, other });
    }
    return 1;
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
