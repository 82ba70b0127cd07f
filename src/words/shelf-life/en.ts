// English words by which a post shows that it is tied to its day, or that it lasts. `*` stands for any ending.

/** Events, news and thanks: what they speak of is over. */
export const passing: readonly string[] = `
today, tomorrow, yesterday, tonight, this week*, this month, next week*, last night, live, monday,
tuesday, wednesday, thursday, friday, saturday, sunday, january, february, april, june, july, august,
september, october, november, december, in march, in may, summer, this winter, this spring,
christmas, halloween, easter, black friday, brexit, election*, primaries, announc*, launch*, unveil*,
just released, is out, now available, breaking, is here, acquires, acquired, raises, hires, joins,
appoint*, new record, has died, rip, resign*, latest, conference, meetup, webinar, hackathon, summit,
workshop, keynote, register, sign up, tickets, award*, winner*, congrat*, thank you, thanks to,
great to see, join us, see you, meet us, hiring, job, jobs, vacancy, internship, apply, call for,
deadline, survey, vote, contest, of the week, of the month, of the year, of the day, weekly, daily,
roundup, round-up, recap
`
  .trim()
  .split(/,\s+/);

/** What is looked for again later. */
export const lasting: readonly string[] = `
guide*, how, how to, why, what is, what are, what's, tutorial*, introduction, intro to, 101,
cheat sheet*, cheatsheet*, checklist*, handbook, primer, explained, explainer, for beginners, tips,
tricks, lessons, mistakes, examples, resources, tools, books, principles, algorithms, curated list,
gallery, library, course*, learn, learning path, best practices, step by step, difference,
differences, vs, versus, myths, ways to, reasons, template*, understanding, faq
`
  .trim()
  .split(/,\s+/);
