// `npm run bench:score -- FOLDER`: how far the text score and a model of one account agree with what posts brought, on
// posts kept as columns without their texts (evidence-dev.csv.gz in the folder). The points are those of the messages that
// ship. Prints the figures with their bars, and with --constants the priors for one account; exit code 1: a bar is missed.
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { loadTypeScript } from '../scripts/run-typescript.mjs';
import { correlation, inverse, mean, quantile, ranks, sd, solve, zeros } from './score/statistics.mjs';

/** Reactions a post under which an account is small or ordinary: the file says so by name. */
const isLarge = (account) => account.size === 'large';
const LEAST_LINK_POSTS = 60;
const OWN_POSTS = 100;
/** The newest posts of an account that the prior is fitted on. */
const MOST_POSTS = 2500;
const PERCENTILES = [
  [0.05, 15, 20],
  [0.25, 30, 40],
  [0.5, 50, 60],
  [0.75, 65, 72],
  [0.95, 85, 92],
];

/** The accounts, each with its posts in their order: `{ id, size, posts: [{ link, residual, x: {column: value} }] }`. */
async function readAccounts(folder) {
  const lines = createInterface({ input: createReadStream(join(folder, 'evidence-dev.csv.gz')).pipe(createGunzip()) });
  const accounts = new Map();
  let names;
  for await (const line of lines) {
    const cells = line.split(',');
    if (names === undefined) {
      names = cells;
      continue;
    }
    const row = Object.fromEntries(names.map((name, index) => [name, cells[index]]));
    const account = accounts.get(row.account) ?? { id: row.account, size: row.size, posts: [] };
    accounts.set(row.account, account);
    const x = {};
    for (const name of names) if (/^[xg]_/.test(name)) x[name] = Number(row[name]);
    account.posts.push({ seq: Number(row.seq), link: row.link === '1', residual: Number(row.residual_log1p), x });
  }
  for (const { posts } of accounts.values()) posts.sort((a, b) => a.seq - b.seq);
  return [...accounts.values()];
}

const linkPosts = ({ posts }) => posts.filter(({ link }) => link);

/** Rank correlation of a score with the outcome within each account. */
const within = (accounts, score, posts = linkPosts) =>
  accounts.map((account) => {
    const list = posts(account);
    return correlation(ranks(list.map((post) => score(post, account))), ranks(list.map(({ residual }) => residual)));
  });

const summary = (values) => {
  const known = values.filter((value) => !Number.isNaN(value));
  const se = sd(known) * Math.sqrt(known.length / (known.length - 1) / known.length);
  const positive = known.filter((value) => value > 0).length;
  return {
    mean: mean(known),
    text: `${mean(known).toFixed(3)} ± ${se.toFixed(3)}, ${positive} of ${known.length} positive`,
  };
};

/**
 * Cross products of what is said of each post, less its mean, among themselves and with the outcome, less its mean over
 * its standard deviation.
 */
function products(posts, columnsOf, outcomes) {
  const rows = posts.map(columnsOf);
  const size = rows[0].length;
  const means = Array.from({ length: size }, (_, column) => mean(rows.map((row) => row[column])));
  const [middle, spread] = [mean(outcomes), sd(outcomes) || 1];
  const gram = zeros(size, size);
  const moment = new Array(size).fill(0);
  rows.forEach((row, post) => {
    const x = row.map((value, column) => value - means[column]);
    for (let i = 0; i < size; i += 1) {
      moment[i] += (x[i] * (outcomes[post] - middle)) / spread;
      for (let j = 0; j < size; j += 1) gram[i][j] += x[i] * x[j];
    }
  });
  return { gram, moment, count: posts.length };
}

/**
 * Points of the terms by least squares with a ridge, none below zero, each account weighing the same, on the ranks of
 * the outcome, since ranks are what is judged.
 */
function fitPoints(all, ridge = 0.1) {
  const size = all[0].moment.length;
  const sum = (of) => all.reduce((total, account) => total + of(account) / account.count, 0);
  const gram = zeros(size, size).map((row, i) => row.map((_, j) => sum((account) => account.gram[i][j])));
  const moment = gram.map((_, i) => sum((account) => account.moment[i]));
  const penalty = ridge * mean(gram.map((row, index) => row[index]));
  const points = new Array(size).fill(0);
  for (let round = 0; round < 300; round += 1) {
    for (let j = 0; j < size; j += 1) {
      const rest = moment[j] - gram[j].reduce((total, value, k) => total + (k === j ? 0 : value * points[k]), 0);
      points[j] = Math.max(0, rest / (gram[j][j] + penalty));
    }
  }
  return points;
}

/** The score of each account's posts by points that were fitted on the other accounts, on the line 5 % = 15, 95 % = 90. */
function fittedWithout(table, accounts) {
  const lossesOf = (post) => table.terms.map((term) => -lossOf(term, post.x));
  const parts = accounts.map((account) => {
    const posts = linkPosts(account);
    return products(posts, lossesOf, ranks(posts.map(({ residual }) => residual)));
  });
  return accounts.flatMap((account, index) => {
    const others = accounts.filter((other) => other !== account);
    const points = fitPoints(parts.filter((_, at) => at !== index));
    const raw = (post) => lossesOf(post).reduce((sum, loss, term) => sum + points[term] * loss, 0);
    const seen = others.flatMap(linkPosts).map(raw);
    const [low, high] = [quantile(seen, 0.05), quantile(seen, 0.95)];
    const onLine = (post) => Math.min(100, Math.max(0, 15 + (75 * (raw(post) - low)) / (high - low)));
    return within([account], (post) => capped(table, post.x, onLine(post)));
  });
}

const productsOf = (posts, columns) =>
  products(
    posts,
    ({ x }) => columns.map((column) => x[column]),
    posts.map(({ residual }) => residual),
  );

const inUnits = ({ gram, moment }, scale) => ({
  gram: gram.map((row, i) => row.map((value, j) => value / scale[i] / scale[j])),
  moment: moment.map((value, i) => value / scale[i]),
});

/** The usual spread of a column within an account, at least .03: what is rarer says nothing. */
const scaleOf = (parts, columns) =>
  columns.map((_, index) => Math.max(0.03, mean(parts.map(({ spread }) => spread[index]))));

const ridged = (gram, variance) =>
  gram.map((row, i) => row.map((value, j) => (i === j ? value + 1 / variance[i] : value)));

/**
 * Coefficients of an account are drawn around a mean, with a variance for each column; both by expectation and
 * maximization (25 rounds from mean 0 and variance .01).
 */
function fitPrior(parts, columns) {
  const scale = scaleOf(parts, columns);
  const all = parts.map((part) => inUnits(part, scale));
  let middle = columns.map(() => 0);
  let variance = columns.map(() => 0.01);
  for (let round = 0; round < 25; round += 1) {
    const fits = all.map(({ gram, moment }) => {
      const spread = inverse(ridged(gram, variance));
      const target = moment.map((value, i) => value + middle[i] / variance[i]);
      const own = spread.map((row) => row.reduce((sum, value, i) => sum + value * target[i], 0));
      return { own, spread: spread.map((row, i) => row[i]) };
    });
    middle = columns.map((_, i) => fits.reduce((sum, { own }) => sum + own[i], 0) / (fits.length + 0.5));
    variance = columns.map((_, i) =>
      Math.max(1e-5, mean(fits.map(({ own, spread }) => (own[i] - middle[i]) ** 2 + spread[i]))),
    );
  }
  return { columns, scale, mean: middle, variance };
}

/** The coefficients of one account after its own posts. */
function ownWeights({ columns, scale, mean: middle, variance }, posts) {
  const { gram, moment } = inUnits(productsOf(posts, columns), scale);
  return solve(
    ridged(gram, variance),
    moment.map((value, i) => value + middle[i] / variance[i]),
  );
}

const standing = ({ columns, scale }, weights, { x }) =>
  columns.reduce((sum, column, i) => sum + (weights[i] * x[column]) / scale[i], 0);

/** What the prior takes from an account: its products, and how much each column varies in it. */
const partOf = ({ id, posts }, columns) => ({
  id,
  ...productsOf(posts.slice(-MOST_POSTS), columns),
  spread: columns.map((column) => sd(posts.map(({ x }) => x[column]))),
});

/** Of each judged account: prior alone and prior with its first own posts, on all its later posts. */
function priorWithout(judged, pool, columns, posts) {
  const parts = pool.map((account) => partOf(account, columns));
  return judged.map((account) => {
    const prior = fitPrior(
      parts.filter(({ id }) => id !== account.id),
      columns,
    );
    const weights = ownWeights(prior, account.posts.slice(0, OWN_POSTS));
    const later = (from) => ({ ...account, posts: from.posts.slice(OWN_POSTS) });
    const rho = (w, of) => within([later(account)], (post) => standing(prior, w, post), of)[0];
    return { all: rho(weights, posts), alone: rho(prior.mean, posts), link: rho(weights, linkPosts) };
  });
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: npm run bench:score -- <folder with evidence-dev.csv.gz> [--constants]\n');
  process.exit(2);
}
const { capped, lossOf, penaltyTable, tableScore } = await loadTypeScript('bench/score/table.ts');
const table = penaltyTable();
const accounts = await readAccounts(folder);
const columns = Object.keys(accounts[0].posts[0].x).filter((name) => name.startsWith('x_'));
const small = accounts.filter((account) => !isLarge(account));
const large = accounts.filter(isLarge);
const judged = small.filter((account) => linkPosts(account).length >= LEAST_LINK_POSTS);

let missed = 0;
const say = (name, text, holds) => {
  if (holds === false) missed += 1;
  process.stdout.write(`${holds === undefined ? '    ' : holds ? 'ok  ' : 'MISS'} ${name}: ${text}\n`);
};
const scoreOf = (post) => tableScore(table, post.x);
const hand = summary(within(judged, scoreOf));
say('accounts under 100 reactions a post with 60 link posts', `${judged.length}`);
say('points set by hand', `${hand.text} (bar .15)`, hand.mean >= 0.15);
const half = (name, list, posts) => say(`  ${name}`, summary(within(list, scoreOf, posts)).text);
half(
  'every other account, from the first',
  judged.filter((_, index) => index % 2 === 0),
);
half(
  'every other account, from the second',
  judged.filter((_, index) => index % 2 === 1),
);
half('the older half of the posts', judged, (account) => linkPosts(account).slice(0, linkPosts(account).length >> 1));
half('the newer half of the posts', judged, (account) => linkPosts(account).slice(linkPosts(account).length >> 1));
half(
  'large accounts',
  large.filter((account) => linkPosts(account).length >= LEAST_LINK_POSTS),
);
const scores = judged.flatMap(linkPosts).map(scoreOf);
for (const [at, low, high] of PERCENTILES) {
  const value = quantile(scores, at);
  say(`percentile ${Math.round(100 * at)}`, `${value} (bar ${low} to ${high})`, value >= low && value <= high);
}
const fitted = summary(fittedWithout(table, judged));
say('points fitted leaving the account out', `${fitted.text} (bar .14)`, fitted.mean >= 0.14);
const whole = ({ posts }) => posts;
const models = priorWithout(judged, small, columns, whole);
const both = summary(models.map(({ all }) => all));
say('prior leaving the account out', summary(models.map(({ alone }) => alone)).text);
say(`prior and ${OWN_POSTS} own posts, on all later posts`, `${both.text} (bar .21)`, both.mean >= 0.21);
say(`prior and ${OWN_POSTS} own posts, on later posts with a link`, summary(models.map(({ link }) => link)).text);
const largeModels = summary(priorWithout(large, large, columns, whole).map(({ all }) => all));
say(`large accounts: prior and ${OWN_POSTS} own posts`, largeModels.text);

if (process.argv.includes('--constants')) {
  const digits = (list) => list.map((value) => Number(value.toPrecision(3)));
  const constants = (list) => {
    const prior = fitPrior(
      list.map((account) => partOf(account, columns)),
      columns,
    );
    const [scale, middle, variance] = [digits(prior.scale), digits(prior.mean), digits(prior.variance)];
    return { accounts: list.length, columns, scale, mean: middle, variance };
  };
  process.stdout.write(`${JSON.stringify({ under100: constants(small), over100: constants(large) }, null, 1)}\n`);
}
process.exitCode = missed > 0 ? 1 : 0;
