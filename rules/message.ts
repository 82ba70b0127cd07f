import { defineRule } from '#lint/rule.js';
import { hasPhrase } from '#words/phrases.js';

const DAY = 86_400_000;
/** A group message reaches 49 others besides oneself (docs.x.com, create a DM conversation). */
const MAX_RECIPIENTS = 49;
/** Where the link to the post will stand: either this sign, or the link itself once the post exists. */
const POST_LINK = /\{post\}|(?:x|twitter)\.com\/\w+\/status\/\d+/i;

/** 8: message. A message that asks, explicitly, for help to spread it. */
export const message = defineRule({
  id: 'message',
  number: 8,
  title: { en: 'Message', fr: 'Message' },
  summary: {
    en: 'A message to people who know you that asks, plainly, for help to spread the post.',
    fr: 'Un message à des gens qui vous connaissent, qui demande clairement de relayer le tweet.',
  },
  lever: 'amplification',
  weight: 4,
  evidence: {
    grade: 'published',
    source:
      'The article, advice 8; X developer policy on unsolicited and bulk messages; docs.x.com for the size of a group',
  },
  options: {
    restDays: {
      type: 'integer',
      default: 30,
      minimum: 0,
      maximum: 365,
      description: 'Days for which someone asked is not asked again.',
    },
    bulk: {
      type: 'integer',
      default: 10,
      minimum: 1,
      maximum: 49,
      description: 'People from which a message is a mailing.',
    },
  },
  messages: {
    notPlanned: {
      severity: 'info',
      en: 'nobody is asked for help; add campaign.ask with people who know you',
      fr: 'personne n’est sollicité ; ajoutez campaign.ask avec des gens qui vous connaissent',
    },
    nobody: {
      severity: 'warning',
      en: 'the message is for nobody; list people under campaign.ask.to',
      fr: 'le message n’a pas de destinataire ; listez-les sous campaign.ask.to',
    },
    tooMany: {
      severity: 'error',
      en: '{count} people are asked; a group of X takes {most}',
      fr: '{count} personnes sollicitées ; un groupe de X en compte {most}',
    },
    bulk: {
      severity: 'warning',
      en: '{count} people are asked; X forbids unsolicited bulk messages: ask those who wrote to you before',
      fr: '{count} personnes sollicitées ; X interdit les messages en masse non sollicités : écrivez à ceux qui vous ont déjà écrit',
    },
    noRequest: {
      severity: 'warning',
      en: 'the message asks for nothing; say plainly what you would like: a repost',
      fr: 'le message ne demande rien ; dites clairement ce que vous souhaitez : un repost',
    },
    noPostLink: {
      severity: 'warning',
      en: 'the message does not lead to the post; write {sign} where its link is to stand',
      fr: 'le message ne mène pas au tweet ; écrivez {sign} là où son lien doit figurer',
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
    noLexicon: {
      en: 'whether the message asks is not judged in this language ({language})',
      fr: 'on ne juge pas si le message demande quelque chose dans cette langue ({language})',
    },
  },
  examples: {
    good: [
      {
        draft:
          '---\ncampaign: { ask: { to: ["@example_ami"], text: "Peux-tu relayer ce guide ? {post}" } }\n---\nChoisir son logement à Lyon sans se tromper https://example.org/guide',
      },
    ],
    bad: [
      {
        draft:
          '---\ncampaign: { ask: { to: ["@example_friend"], text: "We wrote a guide {post}" } }\n---\nHow we halved our build time https://example.org/build',
        finding: 'noRequest',
      },
    ],
  },

  check(subject, report, options) {
    const { campaign, facts, lexicon } = subject;
    if (campaign === undefined) return report.cannotJudge('noCampaign', {});
    const { ask } = campaign;
    if (ask === undefined) {
      report.find('notPlanned', {});
      return 0;
    }
    let score = 1;
    const people = new Map(ask.to.map((handle) => [handle.toLowerCase(), handle]));
    const count = people.size;
    if (count === 0) {
      report.find('nobody', {});
      score -= 0.5;
    } else if (count > MAX_RECIPIENTS) {
      report.find('tooMany', { count, most: MAX_RECIPIENTS });
      score = 0;
    } else if (count >= options.bulk) {
      report.find('bulk', { count });
      score -= 0.3;
    }
    if (lexicon === undefined) report.cannotJudge('noLexicon', { language: subject.language ?? '?' });
    else if (!hasPhrase(ask.text, lexicon.requests)) {
      report.find('noRequest', {});
      score -= 0.5;
    }
    if (!POST_LINK.test(ask.text)) {
      report.find('noPostLink', { sign: '{post}' });
      score -= 0.3;
    }
    for (const [id, name] of people) {
      const contact = facts.contacts?.find((known) => known.handle.toLowerCase() === id);
      const handle = `@${name}`;
      if (contact?.optedOut) {
        report.find('optedOut', { handle });
        score = 0;
      }
      if (contact?.lastRequested === undefined || facts.now === undefined) continue;
      const days = Math.floor((facts.now - contact.lastRequested) / DAY);
      if (days < options.restDays) {
        report.find('tired', { handle, days, rest: options.restDays });
        score -= 0.3;
      }
    }
    return score;
  },
});
