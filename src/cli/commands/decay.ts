import { addFaults, countFaults, estimateNamedLink, type LinkName } from '#campaign/link-decay.js';
import { DECAY_SAMPLE, learnAccountDecay } from '#campaign/account.js';
import { ambassadorResults, withoutAmbassadors } from '#campaign/ambassadors.js';
import { observeVisits, readVisits } from '#campaign/visit-readings.js';
import type { LinkPost, ObservedPost } from '#history/query-ports.js';
import { timingSentences } from '#locale/timing.js';
import type { DecayLink } from '#report/documents/decay.js';
import { listJson } from '#report/documents/json.js';
import { csvLines } from '#base/csv.js';
import { DECAY_COLUMNS, decayRows } from '#report/export/decay-table.js';
import { decayReport } from '#report/terminal/decay.js';
import type { Registration } from '../command.js';
import { describeDecay, newestLinks } from '../link-decay.js';
import { findLink } from '../find-link.js';
import { withHistory, type OpenHistory } from '../history-database.js';
import { learnFrom } from '../learned.js';
import { writeList } from '../history-list.js';
import { resolveZone } from '../options/times.js';
import { databaseOption, formatChoice, jsonOption, newCommand, option, rowLimit } from '../options/common.js';
import { csvMarkOption, csvSeparatorOption, csvStyle } from '../options/csv.js';
import { seedReader, zoneOption } from '../options/times.js';
import { writePage } from '../page-file.js';
import { terminalWidth, wantsColor } from '../shell.js';
import { EXIT, UserError } from '../user-error.js';

const ALL = 1_000_000;
/** Names of advice on the command line, with the verbs they stand for. */
const ADVICE = ['repost-now', 'wait-until', 'rewrite-first', 'let-it-rest', 'stop'] as const;

/** `decay`: how links go on getting reactions, all of them or one, and whether to post one again. */
export const registerDecay: Registration = (program, { shell, locale, finish }) => {
  const sentences = timingSentences(locale);
  const { options, errors } = sentences;
  newCommand(program, 'decay', sentences.decay.help)
    .argument('[link]', options.link)
    .addOption(databaseOption(locale))
    .addOption(zoneOption(locale, options.zone))
    .addOption(
      option('--sort <order>', options.sort)
        .choices(['last', 'gain', 'remaining'])
        .default('last' as const),
    )
    .addOption(option('--advice <advice>', options.advice).choices(ADVICE))
    .addOption(
      option('--metric <metric>', options.decayMetric)
        .choices(['reactions', 'visits'])
        .default('reactions' as const),
    )
    .addOption(rowLimit(locale))
    .addOption(formatChoice(locale, ['text', 'json', 'csv']))
    .addOption(csvSeparatorOption(locale))
    .addOption(csvMarkOption(locale))
    .addOption(jsonOption(locale))
    .option('--html <file>', options.html)
    .addOption(option('--seed <n>', options.seed).argParser(seedReader(locale)).default(1))
    .action(
      async (
        link,
        { db, limit, seed, html, format, json, color, quiet, zone: named, sort, advice, metric, ...csv },
      ) => {
        const zone = resolveZone(shell, named);
        const now = shell.now();
        await withHistory(shell, { db, readonly: true }, async (open) => {
          const { reader, timing } = open;
          const wanted = link === undefined ? undefined : findLink(reader, link, locale);
          const learned = learnFrom(open, now);
          const { estimate: hours } = learned.hours({ zone, seed, metric: 'reactions' });
          const visits = metric === 'visits' ? readLinkVisits(open, now) : undefined;
          if (visits?.links === 0) throw new UserError(errors.noVisits);
          const decay = visits?.decay ?? learned.decay();
          await learned.keep(shell, db);
          const { toDecay, head: dated } = describeDecay({ now, zone, seed, hours, decay });
          let faults = countFaults([]);
          // What is sorted or chosen by its advice must be advised on first.
          const isChosen = link === undefined && (sort !== 'last' || advice !== undefined);
          const described = {
            // One link after the other: a history may have hundreds of thousands.
            *[Symbol.iterator](): Generator<DecayLink> {
              faults = countFaults([]);
              for (const name of wanted === undefined
                ? newestLinks(reader, { visited: visits !== undefined }, isChosen ? ALL : limit)
                : [wanted]) {
                const posts = reader.postsOfLink(name.identity);
                const estimated = estimateNamedLink(name, visits?.observe(name, posts) ?? posts, {
                  now,
                  decay,
                  seed,
                  totalsOnly: link === undefined,
                  ...(visits && { read: readVisits }),
                });
                if (estimated === undefined) continue;
                faults = addFaults(faults, countFaults([estimated]));
                const decaying = toDecay(estimated, link !== undefined);
                const ambassadors = link === undefined ? undefined : resultsOf(open, name.identity);
                yield ambassadors === undefined ? decaying : { ...decaying, ambassadors };
              }
            },
          };
          const links = isChosen ? selectLinks(described, { sort, advice }).slice(0, limit) : described;
          const head = {
            ...dated,
            account: timing.account()?.handles ?? [],
            metric,
            known: visits?.links ?? reader.countDatedLinks(),
            sort: link === undefined && advice === undefined ? sort : ('chosen' as const),
          };
          // Of one link, or for a page, all is at hand before the first line is written.
          const shown = link === undefined && html === undefined ? links : [...links];
          if (link !== undefined && Array.isArray(shown) && shown.length === 0) {
            throw new UserError(errors.untimedLink(link));
          }
          if (html !== undefined) {
            // Loaded here only: drawing without a browser makes the run half as long again (0.67 s became 1.04 s).
            const { decayPage } = await import('#report/html/decay.js');
            await writePage(shell, html, decayPage({ ...head, links: [...shown], faults }, locale), locale);
          }
          const view = { color: wantsColor(shell, color), columns: terminalWidth(shell), locale, quiet };
          if (json || format === 'json')
            await writeList(
              shell,
              listJson(head, 'links', shown, () => ({ faults })),
            );
          else if (format === 'csv') await writeList(shell, csvLines(DECAY_COLUMNS, decayRows(shown), csvStyle(csv)));
          else await writeList(shell, decayReport({ ...head, links: shown, faults: () => faults }, view));
        });
        finish(EXIT.done);
      },
    );
};

/** What ambassadors brought to a link, by the record of their posts and by the marks of their links. */
function resultsOf({ outreach, timing }: OpenHistory, identity: string): DecayLink['ambassadors'] {
  const records = outreach.recordsFor(identity);
  const results = records.length === 0 ? undefined : ambassadorResults(records, timing.visitsOfLinks()(identity));
  return results && { ...results, visits: results.visits ?? null };
}

/** What web statistics tell: how many links have visits, how those decay, and the posts of a link with their visits. */
function readLinkVisits({ reader, timing, outreach }: OpenHistory, now: number) {
  const visitsOf = timing.visitsOfLinks();
  const observe = ({ identity }: LinkName, posts: readonly LinkPost[]): readonly LinkPost[] =>
    observeVisits(
      posts
        .flatMap((post) =>
          post.at === undefined || post.precision === 'day' ? [] : [Object.assign(post, { at: post.at })],
        )
        .sort((a, b) => a.at - b.at),
      // The account's own posts did not bring what the links of kits did.
      withoutAmbassadors(visitsOf(identity), outreach.recordsFor(identity)),
      now,
    );
  const sample: ObservedPost[] = [];
  let links = 0;
  for (const link of newestLinks(reader, { visited: true }, ALL)) {
    links += 1;
    if (sample.length >= DECAY_SAMPLE) continue;
    for (const { at, observations } of observe(link, reader.postsOfLink(link.identity))) {
      if (at !== undefined) sample.push({ at, observations });
    }
  }
  const decay = learnAccountDecay(
    sample.sort((a, b) => a.at - b.at),
    now,
    readVisits,
  );
  return { links, observe, decay };
}

/** Links with an advice, in an order; those of equal figures stay as they were, the newest first. */
function selectLinks(
  links: Iterable<DecayLink>,
  {
    sort,
    advice,
  }: { readonly sort: 'last' | 'gain' | 'remaining'; readonly advice: (typeof ADVICE)[number] | undefined },
): readonly DecayLink[] {
  const chosen = [...links].filter((link) => advice === undefined || link.advice.verb.replaceAll(' ', '-') === advice);
  const figure = {
    last: () => 0,
    gain: (link: DecayLink) => link.advice.gain.mean,
    remaining: (link: DecayLink) => link.remaining.mean,
  }[sort];
  return chosen.sort((a, b) => figure(b) - figure(a));
}
