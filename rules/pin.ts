import { defineRule } from '#lint/rule.js';

const DAY = 86_400_000;

/** 9: pin. What is to last stands on top of the profile. */
export const pin = defineRule({
  id: 'pin',
  number: 9,
  title: { en: 'Pin', fr: 'Épingle' },
  summary: {
    en: 'The post is kept on top of the profile while its campaign runs.',
    fr: 'Le tweet reste en tête du profil le temps de sa campagne.',
  },
  lever: 'amplification',
  weight: 4,
  evidence: { grade: 'advice', source: 'The article, advice 9; X has no API to pin: it is done by hand' },
  options: {},
  messages: {
    notPlanned: {
      severity: 'info',
      en: 'no pin is planned; add pin: true to the campaign',
      fr: 'pas d’épinglage prévu ; ajoutez pin: true à la campagne',
    },
    clash: {
      severity: 'warning',
      en: '“{campaign}” wants the pin from {from} to {until} as well; one post can be pinned',
      fr: '« {campaign} » veut aussi l’épingle du {from} au {until} ; un seul tweet peut être épinglé',
    },
    stale: {
      severity: 'info',
      en: 'what is pinned now is {days} days old and past its life: a good moment to change it',
      fr: 'ce qui est épinglé date de {days} jours et a fini de vivre : c’est le moment de changer',
    },
  },
  fixes: {},
  reasons: { noCampaign: { en: 'no campaign yet', fr: 'pas encore de campagne' } },
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
    if (campaign === undefined) return report.cannotJudge('noCampaign', {});
    const { pinned, now } = facts;
    if (pinned !== undefined && now !== undefined && now - pinned.at > pinned.t90) {
      report.find('stale', { days: Math.floor((now - pinned.at) / DAY) });
    }
    if (!campaign.pin) {
      report.find('notPlanned', {});
      return 0;
    }
    const from = campaign.from === undefined ? (now ?? -Infinity) : Date.parse(`${campaign.from}T00:00:00Z`);
    const until = campaign.until === undefined ? Infinity : Date.parse(`${campaign.until}T00:00:00Z`) + DAY;
    const clashes = (facts.otherPins ?? []).filter((other) => other.from < until && from < other.until);
    for (const other of clashes) {
      // The end is the first instant that is free again: the last day is the one before it.
      report.find('clash', {
        campaign: other.campaign,
        from: formatDay(other.from),
        until: formatDay(other.until - 1),
      });
    }
    return clashes.length > 0 ? 0.4 : 1;
  },
});

/** The day of an instant, or … for a campaign without a beginning or an end. */
const formatDay = (at: number): string => (Number.isFinite(at) ? new Date(at).toISOString().slice(0, 10) : '…');
