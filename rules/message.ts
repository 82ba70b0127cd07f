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
  title: 'Message',
  summary: 'A message to people who know you that plainly asks for help spreading the post.',
  lever: 'amplification',
  weight: 4,
  evidence: {
    grade: 'published',
    source:
      '“10 conseils pour prolonger la vie d’un tweet” (2016), tip 8; X developer policy on unsolicited and bulk messages; docs.x.com for the size of a group',
  },
  options: {
    restDays: {
      type: 'integer',
      default: 30,
      minimum: 0,
      maximum: 365,
      description: 'Days to wait before asking the same person again.',
    },
    bulk: {
      type: 'integer',
      default: 10,
      minimum: 1,
      maximum: 49,
      description: 'Recipients from which a message counts as bulk mail.',
    },
  },
  messages: {
    notPlanned: { severity: 'info', text: 'no request for help is planned; add campaign.ask with people who know you' },
    nobody: { severity: 'warning', penalty: 2, text: 'the message has no recipients; list them under campaign.ask.to' },
    tooMany: { severity: 'error', penalty: 4, text: '{count} recipients; a group on X holds {most}' },
    bulk: {
      severity: 'warning',
      penalty: 1,
      text: '{count|no recipients|recipient|recipients}; X forbids unsolicited bulk messages: write to people who wrote to you before',
    },
    noRequest: {
      severity: 'warning',
      penalty: 2,
      text: 'the message does not ask for anything; say plainly what you would like: a repost',
    },
    noPostLink: {
      severity: 'warning',
      penalty: 1,
      text: 'the message does not link to the post; write {sign} where the link should go',
    },
    tired: {
      severity: 'warning',
      penalty: 1,
      text: '{handle} was asked {days|today|day ago|days ago}; wait at least {rest|day|days}',
    },
    optedOut: { severity: 'error', penalty: 4, text: '{handle} does not want to be asked' },
  },
  fixes: {},
  reasons: {
    noCampaign: 'no campaign yet',
    noLexicon: 'whether the message asks for something is not checked in this language ({language})',
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
    if (campaign === undefined) {
      report.cannotJudge('noCampaign', {});
      return 'open';
    }
    const { ask } = campaign;
    if (ask === undefined) {
      report.find('notPlanned', {});
      return 'open';
    }
    const people = new Map(ask.to.map((handle) => [handle.toLowerCase(), handle]));
    const count = people.size;
    if (count === 0) {
      report.find('nobody', {});
    } else if (count > MAX_RECIPIENTS) {
      report.find('tooMany', { count, most: MAX_RECIPIENTS });
    } else if (count >= options.bulk) {
      report.find('bulk', { count });
    }
    if (lexicon === undefined) report.cannotJudge('noLexicon', { language: subject.language ?? '?' });
    else if (!hasPhrase(ask.text, lexicon.requests)) {
      report.find('noRequest', {});
    }
    if (!POST_LINK.test(ask.text)) {
      report.find('noPostLink', { sign: '{post}' });
    }
    for (const [id, name] of people) {
      const contact = facts.contacts?.find((known) => known.handle.toLowerCase() === id);
      const handle = `@${name}`;
      if (contact?.optedOut) {
        report.find('optedOut', { handle });
      }
      if (contact?.lastRequested === undefined || facts.now === undefined) continue;
      const days = Math.floor((facts.now - contact.lastRequested) / DAY);
      if (days < options.restDays) {
        report.find('tired', { handle, days, rest: options.restDays });
      }
    }
    return 1;
  },
});
