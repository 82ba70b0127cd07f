// What was measured of each rule, nulls included, and what X publishes about ranking, in English.

export const en = {
  /** What holds for all that was measured. */
  limits:
    'Measured within the same account on 124 public accounts and 225,738 posts (2010 to 2025), by likes and reposts; “ordinary” is under 100 reactions a post. An association is no cause, and the effect on clicks is not known.',
  /** By rule. */
  rules: {
    quality: [
      'Fewer than 3 telling words: −29% reactions [−37, −20] in ordinary accounts; under 30 characters beside link and tags: −30% [−40, −19] (41 accounts, 16,642 posts). In accounts over 100 reactions no effect was detectable.',
      'A question mark: −11% likes and reposts [−18, −3] (52 ordinary accounts), and 44% more replies [29, 61] (27 accounts).',
      'An opening without subject or figure: −8% [−14, −1] (42 accounts, weak). Words bound to a day: −3% [−14, +9]; capitals: −2% [−13, +10]; a repeated word: −8% [−18, +3]: no effect detectable.',
      'A link against none, without a picture: −2% [−27, +31] in 14 archives, no effect detectable; a link is asked for because the tool is about links.',
      'X’s published ranking code (xai-org/x-algorithm, synced 2026-08-12; parameters of 2026-09-25) gives no weight to a link or a length; a link that is opened counts for the post, and one that redirects through an address of low quality takes it out of feeds of non-followers.',
    ],
    concision: [
      'Texts over 140 characters did no worse: +14% [−0, +31] (15 ordinary accounts), +26% [+13, +41] in large ones: the target of 140 is the article’s and costs no points.',
      'Under 30 characters beside link and tags: −30% [−40, −19]; 30 to 69 characters: −10% [−16, −5].',
      'Wordy phrases: −5% [−22, +14]; padding: +4% [−8, +17]; long sentences: +13% [−5, +33]: no effect detectable; kept for the reader’s sake.',
      'Nothing that invites a click: −8% [−14, −2] in 50 ordinary accounts, +9% [+4, +14] in 64 large ones: mixed, a remark without points.',
    ],
    keywords: [
      'No keyword: −12% [−23, +2] (25 accounts, weak).',
      'Subjects that the account is not known for: −9% [−13, −5] for each standard deviation of unusual words (50 accounts).',
      'X’s published ranking code (xai-org/x-algorithm, synced 2026-08-12; parameters of 2026-09-25) reads the text of a post and the title of the page it links to, 100 characters of it, and gives no weight to single words.',
    ],
    hashtags: [
      'One hashtag against none: +30% [+14, +49] (43 ordinary accounts); two: +64% [+28, +111] (27 accounts); a second or third against one: +16% [+5, +29]; a fourth: −16% [−40, +20], nothing more.',
      'No effect in large accounts (−2% [−6, +4]) nor in whole archives since 2010 (+2% [−28, +44]). On the one account with clicks, hashtags cost clicks: −19% [−32, −4].',
      'X damped posts with many hashtags in the code of 2023 (twitter/the-algorithm); xai-org/x-algorithm, synced 2026-08-12, has no such rule. Hashtags are banned in ads since 2025-06-27, not in posts.',
    ],
    mentions: [
      'One mention: +10% [−1, +22] (46 ordinary accounts), no effect detectable; −16% [−22, −10] in large ones.',
      'X’s published ranking code (xai-org/x-algorithm, synced 2026-08-12; parameters of 2026-09-25) gives no weight to a mention; with a link of low quality, a mention of somebody who does not follow the account takes the post out of the feeds of others.',
    ],
    image: [
      'A picture: +49% [+22, +84] (15 ordinary accounts, 21,292 posts); beside a link +22% [−0, +50], not certain (8 accounts); a second picture: no effect detectable. Alt texts could not be measured.',
      'X’s published ranking code (xai-org/x-algorithm, synced 2026-08-12; parameters of 2026-09-25) reads the picture itself with the text, not its alt text; of two posts that look nearly alike in one feed only one is shown.',
    ],
    repeats: [
      'The same text again got .96 of the first’s reactions [.89, 1.04] (28 accounts, 1,983 pairs), a third time .88 [.76, 1.01]; after 30 days or more 1.04 [.95, 1.14].',
      'A post less than one hour after the last: −14% [−20, −8] (48 accounts): spacing matters more than wording.',
      'X’s published ranking code (xai-org/x-algorithm, synced 2026-08-12; parameters of 2026-09-25) shows a post for 48 hours at most and counts a repost from its own time; several posts of one author in a feed weigh less and less.',
    ],
    message: [
      'No data: asking for help in messages was not measured.',
      'X’s published ranking code (xai-org/x-algorithm, synced 2026-08-12; parameters of 2026-09-25) counts only engagement on posts served in the home feed; posts opened from a group chat have no effect on ranking: this rule buys readers, not rank.',
    ],
    pin: [
      'No data: pinned posts were not measured.',
      'X’s published ranking code (xai-org/x-algorithm, synced 2026-08-12; parameters of 2026-09-25) marks an account for a week when it pins a post whose link is of low quality.',
    ],
    ambassadors: [
      'No data: posts by ambassadors were not measured.',
      'X’s published ranking code (xai-org/x-algorithm, synced 2026-08-12; parameters of 2026-09-25) gives coordinated posts no advantage in ranking, and X’s rules forbid identical ones.',
    ],
  } satisfies Record<string, readonly string[]> as Readonly<Record<string, readonly string[]>>,
};
