import { postName, weightWithLink, type Subject } from '#lint/subject.js';
import { defineRule } from '#lint/rule.js';
import { isMediaLink, isSameLink } from '#tweet/link.js';
import { computeFingerprint, likeness, reduceText } from '#words/similarity.js';

const HOUR = 3_600_000;

/** 7: repeats. Several times, in another form each time, always to the same link. */
export const repeats = defineRule({
  id: 'repeats',
  number: 7,
  title: 'Repeats',
  summary:
    'Two to four reposts of the same link, each in different words, each after the one before has run its course.',
  lever: 'amplification',
  weight: 10,
  evidence: {
    grade: 'published',
    source:
      '“10 conseils pour prolonger la vie d’un tweet” (2016), tip 7; X answers 403 to a duplicate text, and its rules forbid “identical or nearly identical posts”; the threshold is our own choice, from 780 pairs of French posts',
  },
  options: {
    tooClose: {
      type: 'number',
      default: 0.7,
      minimum: 0.3,
      maximum: 1,
      description: 'Trigram similarity from which two posts count as the same.',
    },
    gapHours: {
      type: 'integer',
      default: 24,
      minimum: 1,
      maximum: 1000,
      description: 'Minimum hours between two posts; the account’s own t90 when that is longer.',
    },
    most: { type: 'integer', default: 4, minimum: 1, maximum: 20, description: 'Most reposts of one link.' },
  },
  messages: {
    single: { severity: 'info', penalty: 3, text: 'a single repost; two to four let the link be seen at other hours' },
    none: { severity: 'info', text: 'no repost is planned; two to four let the link be seen at other hours' },
    fewTexts: {
      severity: 'warning',
      penalty: 4,
      text: '{reposts|repost|reposts} planned, {count|text|texts} written; add {missing} under campaign.variants',
    },
    sameText: { severity: 'error', penalty: 10, text: '{one} and {other} say the same thing; X refuses the second' },
    tooClose: {
      severity: 'error',
      penalty: 10,
      text: '{one} and {other} are {percent}% alike; {limit}% or more counts as the same post',
    },
    otherLink: { severity: 'error', penalty: 10, text: '{one} leads to {link}, not to the link of this campaign' },
    longVariant: { severity: 'error', penalty: 10, text: '{one} has {weighted} characters; the limit is {limit}' },
    tooSoon: { severity: 'warning', penalty: 3, text: 'reposts are {hours} h apart; leave at least {least} h' },
    tooOften: {
      severity: 'warning',
      penalty: 4,
      text: '{reposts} reposts; more than {most} of one link annoy readers',
    },
  },
  fixes: {},
  reasons: {
    noCampaign: 'no campaign yet',
    noLink: 'no link to repost',
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
    if (campaign === undefined || link === undefined) {
      report.cannotJudge(campaign === undefined ? 'noCampaign' : 'noLink', {});
      return 'open';
    }
    const variants = campaign.variants ?? [];
    const reposts = campaign.reposts ?? variants.length;
    if (reposts === 0) {
      report.find('none', {});
      return 'open';
    }
    if (reposts === 1) report.find('single', {}, { quiet: true });
    if (reposts > options.most) {
      report.find('tooOften', { reposts, most: options.most });
    }
    if (variants.length < reposts) {
      const missing = reposts - variants.length;
      report.find('fewTexts', { count: variants.length, reposts, missing }, { share: missing / reposts });
    }
    const least = Math.max(options.gapHours * HOUR, facts.t90 ?? 0);
    if (campaign.gap !== undefined && campaign.gap < least) {
      report.find('tooSoon', { hours: Math.floor(campaign.gap / HOUR), least: Math.ceil(least / HOUR) });
    }
    variants.forEach(({ text }, index) => {
      const one = postName(index + 1);
      const parsed = measure(text);
      const links = parsed.entities.filter(({ type, value }) => type === 'link' && !isMediaLink(value));
      const [first] = links;
      if (first !== undefined && !links.some(({ value }) => isSameLink(value, link, linkOptions))) {
        report.find('otherLink', { one, link: first.value });
      }
      // A variant that leads elsewhere is to lead here: only one without any link gets it added.
      const weighted = first === undefined ? weightWithLink(text, subject) : parsed.weightedLength;
      if (weighted > subject.length.limit) {
        report.find('longVariant', { one, weighted, limit: subject.length.limit });
      }
    });
    for (const { one, other, alike } of closePairs(subject, options.tooClose)) {
      if (alike === 1) report.find('sameText', { one, other });
      else {
        const [percent, limit] = [alike, options.tooClose].map((share) => Math.round(share * 100));
        report.find('tooClose', { one, other, percent: percent ?? 0, limit: limit ?? 0 });
      }
    }
    return 1;
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
    ({ text: words, name }) => ({ name, text: reduceText(words), print: computeFingerprint(words) }),
  );
  return named.slice(0, planned.length).flatMap((one, index) =>
    named.slice(index + 1).flatMap((other, after) => {
      // The first post of this campaign, once it is out, is this draft and no copy of it.
      const isPast = index + 1 + after >= planned.length;
      if (index === 0 && isPast && other.text === one.text) return [];
      const alike = likeness(one.print, other.print);
      return alike >= limit ? [{ one: one.name, other: other.name, alike }] : [];
    }),
  );
}
