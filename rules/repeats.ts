import { postName, weightWithLink } from '#lint/campaign-posts.js';
import { defineRule } from '#lint/rule.js';
import type { Subject } from '#lint/subject.js';
import { isMediaLink, isSameLink } from '#tweet/link.js';
import { computeFingerprint, likeness, reduceText } from '#words/similarity.js';

const HOUR = 3_600_000;

/** 7: repeats. Several times, in another form each time, always to the same link. */
export const repeats = defineRule({
  id: 'repeats',
  number: 7,
  title: { en: 'Repeats', fr: 'Répétitions' },
  summary: {
    en: 'Two to four reposts of the same link, each in other words, each after the one before has had its time.',
    fr: 'Deux à quatre republications du même lien, chacune en d’autres mots, une fois la précédente passée.',
  },
  lever: 'amplification',
  weight: 10,
  evidence: {
    grade: 'published',
    source:
      'The article, advice 7; X answers 403 to a duplicate text, and its rules forbid “identical or nearly identical posts”; the threshold is ours, from 780 pairs of French posts',
  },
  options: {
    tooClose: {
      type: 'number',
      default: 0.7,
      minimum: 0.3,
      maximum: 1,
      description: 'Trigram similarity from which two posts read as one.',
    },
    gapHours: {
      type: 'integer',
      default: 24,
      minimum: 1,
      maximum: 1000,
      description: 'Least hours between two posts; the account’s own t90 where it is longer.',
    },
    most: { type: 'integer', default: 4, minimum: 1, maximum: 20, description: 'Most reposts of one link.' },
  },
  messages: {
    none: {
      severity: 'info',
      en: 'no repost is planned; two to four let the link be seen at other hours',
      fr: 'aucune republication n’est prévue ; deux à quatre montrent le lien à d’autres heures',
    },
    fewTexts: {
      severity: 'warning',
      en: 'reposts with a text of their own: {count} of {reposts}; write the others under campaign.variants',
      fr: 'republications dotées de leur propre texte : {count} sur {reposts} ; écrivez les autres sous campaign.variants',
    },
    sameText: {
      severity: 'error',
      en: '{one} and {other} say the same; X refuses the second',
      fr: '{one} et {other} disent la même chose ; X refuse le second',
    },
    tooClose: {
      severity: 'error',
      en: '{one} and {other} are {percent}% alike; from {limit}% on they read as one',
      fr: '{one} et {other} se ressemblent à {percent} % ; dès {limit} %, on les lit comme un seul',
    },
    otherLink: {
      severity: 'error',
      en: '{one} leads to {link}, not to the link of this campaign',
      fr: '{one} mène à {link}, et non au lien de cette campagne',
    },
    longVariant: {
      severity: 'error',
      en: '{one} has {weighted} of {limit} characters',
      fr: '{one} compte {weighted} caractères pour {limit}',
    },
    tooSoon: {
      severity: 'warning',
      en: 'reposts {hours} h apart; leave {least} h, so that the one before has had its time',
      fr: 'des republications à {hours} h d’écart ; laissez {least} h, le temps que la précédente vive',
    },
    tooOften: {
      severity: 'warning',
      en: '{reposts} reposts; more than {most} of one link tire its readers',
      fr: '{reposts} republications ; au-delà de {most} pour un lien, on lasse',
    },
  },
  fixes: {},
  reasons: {
    noCampaign: { en: 'no campaign yet', fr: 'pas encore de campagne' },
    noLink: { en: 'no link to repeat', fr: 'pas de lien à répéter' },
  },
  examples: {
    good: [
      {
        draft:
          '---\ncampaign:\n  reposts: 2\n  gap: 3d\n  variants:\n    - "Locataires : les 5 points que l’on oublie toujours https://example.org/guide"\n    - "Avant de signer, lisez ceci. Notre méthode pour visiter https://example.org/guide"\n---\nChoisir son logement à Lyon sans se tromper https://example.org/guide',
      },
    ],
    bad: [
      {
        draft:
          '---\ncampaign: { reposts: 1, variants: ["Choisir son logement à LYON sans se tromper ! https://example.org/guide"] }\n---\nChoisir son logement à Lyon sans se tromper https://example.org/guide',
        finding: 'sameText',
      },
      {
        draft:
          '---\ncampaign: { reposts: 1, variants: ["Five habits of teams that ship https://example.org/other"] }\n---\nWhy do small teams ship faster? https://example.org/habits',
        finding: 'otherLink',
      },
    ],
  },

  check(subject, report, options) {
    const { campaign, link, linkOptions, facts, measure } = subject;
    if (campaign === undefined) return report.cannotJudge('noCampaign', {});
    if (link === undefined) return report.cannotJudge('noLink', {});
    const variants = campaign.variants ?? [];
    const reposts = campaign.reposts ?? variants.length;
    if (reposts === 0) {
      report.find('none', {});
      return 0.2;
    }
    let score = reposts === 1 ? 0.7 : 1;
    if (reposts > options.most) {
      report.find('tooOften', { reposts, most: options.most });
      score -= 0.4;
    }
    if (variants.length < reposts) {
      report.find('fewTexts', { count: variants.length, reposts });
      score -= 0.4 * ((reposts - variants.length) / reposts);
    }
    const least = Math.max(options.gapHours * HOUR, facts.t90 ?? 0);
    if (campaign.gap !== undefined && campaign.gap < least) {
      report.find('tooSoon', { hours: Math.floor(campaign.gap / HOUR), least: Math.ceil(least / HOUR) });
      score -= 0.3;
    }
    variants.forEach(({ text }, index) => {
      const one = postName(index + 1);
      const parsed = measure(text);
      const links = parsed.entities.filter(({ type, value }) => type === 'link' && !isMediaLink(value));
      const [first] = links;
      if (first !== undefined && !links.some(({ value }) => isSameLink(value, link, linkOptions))) {
        report.find('otherLink', { one, link: first.value });
        score = 0;
      }
      // A variant that leads elsewhere is to lead here: only one without any link gets it added.
      const weighted = first === undefined ? weightWithLink(text, subject) : parsed.weightedLength;
      if (weighted > subject.length.limit) {
        report.find('longVariant', { one, weighted, limit: subject.length.limit });
        score = 0;
      }
    });
    for (const { one, other, alike } of closePairs(subject, options.tooClose)) {
      if (alike === 1) report.find('sameText', { one, other });
      else {
        const [percent, limit] = [alike, options.tooClose].map((share) => Math.round(share * 100));
        report.find('tooClose', { one, other, percent: percent ?? 0, limit: limit ?? 0 });
      }
      score = 0;
    }
    return score;
  },
});

/** Posts of the campaign that are too alike, to one another and to what was posted of this link before. */
function closePairs(
  { text, campaign, facts }: Subject,
  limit: number,
): { one: string; other: string; alike: number }[] {
  const planned = [text, ...(campaign?.variants ?? []).map((variant) => variant.text)];
  const past = (facts.pastPosts ?? []).map((post) => ({
    text: post.text,
    name: `${new Date(post.at).toISOString().slice(0, 10)}: “${reduceText(post.text).slice(0, 30)}…”`,
  }));
  const named = [...planned.map((words, index) => ({ text: words, name: postName(index) })), ...past].map(
    ({ text: words, name }) => ({ name, print: computeFingerprint(words) }),
  );
  return named.slice(0, planned.length).flatMap((one, index) =>
    named.slice(index + 1).flatMap((other) => {
      const alike = likeness(one.print, other.print);
      return alike >= limit ? [{ one: one.name, other: other.name, alike }] : [];
    }),
  );
}
