// What `lint` says of a draft beside the account's own posts, in English.

/** A figure with its interval, as it is to be shown. */
export interface ShownStanding {
  readonly metric: 'reactions' | 'clicks';
  readonly posts: string;
  readonly percentile: string;
  readonly low: string;
  readonly high: string;
  readonly up: readonly string[];
  readonly down: readonly string[];
  readonly correlation: string;
  readonly correlationLow: string;
  readonly correlationHigh: string;
  readonly unseen: string;
  /** Whether the interval of the correlation holds zero or less. */
  readonly isUnproven: boolean;
}

const metrics = { reactions: 'reactions', clicks: 'clicks' };

export const en = {
  head: 'For this account',
  line: (shown: ShownStanding): string => {
    const { metric, posts, percentile, low, high, up, down } = shown;
    const terms = [
      ...(up.length > 0 ? [`up: ${up.join(', ')}`] : []),
      ...(down.length > 0 ? [`down: ${down.join(', ')}`] : []),
    ];
    return `ranked above ${percentile}% of your last ${posts} posts by ${metrics[metric]} (80%: ${low} to ${high})${terms.length > 0 ? `; ${terms.join('; ')}` : ''}. Tested on ${shown.unseen} other posts: rank correlation ${shown.correlation} (95%: ${shown.correlationLow} to ${shown.correlationHigh})${shown.isUnproven ? ', not yet better than chance' : ''}.`;
  },
  opposite: 'Clicks and reactions point opposite ways here.',
  /** By column: what the draft has more of than the account's posts, and less of. */
  terms: {
    x_length_30_to_70: ['a text of some length', 'a short text'],
    x_length_140_to_280: ['more than 140 characters', '140 characters at most'],
    x_telling_words_to_3: ['words that say something', 'few words that say something'],
    x_telling_words_3_to_8: ['many words that say something', 'few words that say something'],
    x_link: ['a link', 'no link'],
    x_1st_hashtag: ['a hashtag', 'no hashtag'],
    x_2nd_hashtag: ['a second hashtag', 'no second hashtag'],
    x_4th_hashtag: ['a fourth hashtag', 'three hashtags at most'],
    x_1st_mention: ['a mention', 'no mention'],
    x_2nd_mention: ['a second mention', 'no second mention'],
    x_opens_with_dot_mention: ['a dot before a mention', 'no dot before a mention'],
    x_exclamation_mark: ['an exclamation mark', 'no exclamation mark'],
    x_emoji: ['emoji', 'no emoji'],
    x_question_mark: ['a question mark', 'no question mark'],
    x_opens_with_a_question_word: ['a question word first', 'no question word first'],
    x_cut_off: ['a text that is cut off', 'a whole text'],
    x_dash: ['a dash between spaces', 'no dash between spaces'],
    x_parenthesis: ['parentheses', 'no parentheses'],
    x_buriedInterest: ['an opening without subject or figure', 'a subject or figure in the opening'],
    x_noInvitation: ['nothing that invites a click', 'something that invites a click'],
    x_repetition: ['a repeated word', 'no repeated word'],
    x_heap: ['more hashtags than words', 'more words than hashtags'],
    x_unreadable: ['a long hashtag without capitals', 'readable hashtags'],
  } satisfies Record<string, readonly [string, string]> as Readonly<
    Record<string, readonly [has: string, lacks: string]>
  >,
};
