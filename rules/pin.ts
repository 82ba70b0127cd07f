import { defineRule } from '#lint/rule.js';

const DAY = 86_400_000;

/** 9: pin. What is to last stands on top of the profile. */
export const pin = defineRule({
  id: 'pin',
  number: 9,
  title: 'Pin',
  summary: 'The post stays at the top of the profile while its campaign runs.',
  lever: 'amplification',
  weight: 4,
  evidence: {
    grade: 'advice',
    source: '“10 conseils pour prolonger la vie d’un tweet” (2016), tip 9; X has no API for pinning: you do it by hand',
  },
  options: {},
  messages: {
    notPlanned: { severity: 'info', text: 'no pin is planned; add pin: true to the campaign' },
    clash: {
      severity: 'warning',
      penalty: 2,
      text: '“{campaign}” also plans to be pinned from {from@day} to {until@day}; only one post can be pinned',
    },
    stale: {
      severity: 'info',
      text: 'the pinned post is {days|day|days} old and hardly gets engagement any more: a good time to replace it',
    },
  },
  fixes: {},
  reasons: { noCampaign: 'no campaign yet' },
  examples: {
    good: [
      {
        draft:
          '---\ncampaign: { pin: true }\n---\nChoisir son logement à Lyon sans se tromper https://example.org/guide',
      },
    ],
    bad: [
      {
        draft: '---\ncampaign: { reposts: 2 }\n---\nHow we halved our build time https://example.org/build',
        finding: 'notPlanned',
      },
    ],
  },

  check({ campaign, facts }, report) {
    if (campaign === undefined) {
      report.cannotJudge('noCampaign', {});
      return 'open';
    }
    const { pinned, now } = facts;
    if (pinned !== undefined && now !== undefined && now - pinned.at > pinned.t90) {
      report.find('stale', { days: Math.floor((now - pinned.at) / DAY) });
    }
    if (!campaign.pin) {
      report.find('notPlanned', {});
      return 'open';
    }
    const from = campaign.from === undefined ? (now ?? -Infinity) : Date.parse(`${campaign.from}T00:00:00Z`);
    const until = campaign.until === undefined ? Infinity : Date.parse(`${campaign.until}T00:00:00Z`) + DAY;
    const clashes = (facts.otherPins ?? []).filter((other) => other.from < until && from < other.until);
    const share = 1 / Math.max(1, clashes.length);
    for (const other of clashes) {
      // The end is the first instant that is free again: the last day is the one before it.
      const [start, last] = [formatDay(other.from), formatDay(other.until - 1)];
      report.find('clash', { campaign: other.campaign, from: start, until: last }, { share });
    }
    return 1;
  },
});

/** The day of an instant, or … for a campaign without a beginning or an end. */
const formatDay = (at: number): string => (Number.isFinite(at) ? new Date(at).toISOString().slice(0, 10) : '…');
