// `npm run bench:lint [-- --list | --unread FILE]`: how many findings of lint are right, and how many faults it sees, on
// the judged drafts. The parts called held-out and fresh are shown as figures alone: nothing is tuned on them. Exit code
// 1: a bar is missed.
import { writeFileSync } from 'node:fs';
import { loadTypeScript } from '../scripts/run-typescript.mjs';

const [PRECISION, BY_MESSAGE, RECALL, MANY] = [0.9, 0.8, 0.7, 10];

const percent = (part, whole) => (whole === 0 ? '–' : `${Math.round((1000 * part) / whole) / 10} %`);
const count = (items, test) => items.filter(test).length;
const isRight = ({ verdict }) => verdict === 'right';

function groupBy(items, key) {
  const groups = new Map();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups].sort((a, b) => b[1].length - a[1].length);
}

let missed = 0;
const say = (name, text, holds) => {
  if (holds === false) missed += 1;
  process.stdout.write(`${holds === undefined ? '    ' : holds ? 'ok  ' : 'MISS'} ${name}: ${text}\n`);
};

function show(part, { drafts, byDevelopers, findings, recall, tags, room }) {
  const read = `${byDevelopers} verdicts by developers`;
  process.stdout.write(`\n${part}: ${drafts} drafts, ${findings.length} findings, ${read}\n`);
  const right = count(findings, isRight);
  const of = (verdict) => count(findings, (finding) => finding.verdict === verdict);
  say(
    'precision (debatable and unread count as wrong)',
    `${percent(right, findings.length)}: ${right} right, ${of('debatable')} debatable, ${of('wrong')} wrong, ${of('unread')} unread (bar 90 %)`,
    right >= PRECISION * findings.length,
  );
  const settled = findings.length - of('unread');
  say('  of those that were read', percent(right, settled));
  for (const [name, own] of groupBy(findings, ({ message }) => message)) {
    const ownRight = count(own, isRight);
    const text = `${percent(ownRight, own.length)} of ${own.length} (${count(own, ({ verdict }) => verdict === 'wrong')} wrong, ${count(own, ({ verdict }) => verdict === 'unread')} unread)`;
    say(`  ${name}`, text, own.length < MANY ? undefined : ownRight >= BY_MESSAGE * own.length);
  }
  const onReplies = count(findings, ({ type, verdict }) => type === 'reply' && verdict !== 'right');
  say('wrong ones on replies', `${onReplies} (bar 0)`, onReplies === 0);
  const good = count(tags, isRight);
  const bad = count(tags, ({ verdict }) => verdict === 'wrong');
  say(
    'proposed tags',
    `${percent(good, tags.length)} of ${tags.length} right, ${bad} wrong, ${count(tags, ({ verdict }) => verdict === 'unread')} unread (bar 85 %)`,
    good >= 0.85 * tags.length,
  );
  say(
    'drafts with room that get a tag',
    `${percent(room.served, room.drafts)} of ${room.drafts} (bar 60 %)`,
    room.served >= 0.6 * room.drafts,
  );
  const often = recall.filter(({ oftenMissed }) => oftenMissed);
  const met = count(often, (one) => one.met);
  say(
    'recall on kinds often missed',
    `${percent(met, often.length)} of ${often.length} (bar 70 %)`,
    met >= RECALL * often.length,
  );
  say(
    '  on all kinds',
    `${percent(
      count(recall, (one) => one.met),
      recall.length,
    )} of ${recall.length}`,
  );
  for (const [name, own] of groupBy(recall, ({ kind }) => kind)) {
    say(`  ${name}${own[0].oftenMissed ? ' *' : ''}`, `${count(own, (one) => one.met)} of ${own.length}`);
  }
}

/** Every finding of the tuning part that is not right, and every fault that was missed there. */
function list({ findings, recall, tags }) {
  for (const { id, tag, verdict } of tags) process.stdout.write(`tag ${verdict} ${id} ${tag}\n`);
  for (const { id, message, words, sentence, verdict } of findings.filter((finding) => !isRight(finding))) {
    process.stdout.write(`${verdict} ${id} ${message} «${words}» ${sentence}\n`);
  }
  for (const { id, kind, span } of recall.filter(({ met }) => !met)) {
    process.stdout.write(`missed ${id} ${kind} «${span ?? ''}»\n`);
  }
}

const { judgePart } = await loadTypeScript('bench/lint/judge.ts');
const { options } = await loadTypeScript('bench/lint/options.ts');
const parts = Object.fromEntries(
  ['tuning', 'tags', 'held-out', 'fresh'].map((part) => [part, judgePart(part, options)]),
);
for (const [part, judged] of Object.entries(parts)) show(part, judged);
const all = Object.values(parts);
const rooms = all.map(({ room }) => room);
process.stdout.write('\nall parts together\n');
const proposed = all.flatMap(({ tags }) => tags);
const served = rooms.reduce((sum, room) => sum + room.served, 0);
const withRoom = rooms.reduce((sum, room) => sum + room.drafts, 0);
const [found, tooFew] = [
  all.flatMap(({ findings }) => findings),
  all.flatMap(({ findings }) => findings.filter(({ message }) => message === 'hashtags/tooFew')),
];
say(
  'precision',
  `${percent(count(found, isRight), found.length)} of ${found.length}`,
  count(found, isRight) >= PRECISION * found.length,
);
say(
  '  hashtags/tooFew',
  `${percent(count(tooFew, isRight), tooFew.length)} of ${tooFew.length}`,
  count(tooFew, isRight) >= BY_MESSAGE * tooFew.length,
);
say(
  'proposed tags',
  `${percent(count(proposed, isRight), proposed.length)} of ${proposed.length} right (bar 85 %)`,
  count(proposed, isRight) >= 0.85 * proposed.length,
);
say(
  'drafts with room that get a tag',
  `${percent(served, withRoom)} of ${withRoom} (bar 60 %)`,
  served >= 0.6 * withRoom,
);
const { judgeFixes } = await loadTypeScript('bench/lint/fixes.ts');
const { texts, fixes, wrong, unstable } = judgeFixes(options);
process.stdout.write(`\nfixes: ${texts} texts, ${fixes} fixes made\n`);
say('as their readers wrote them', `${texts - wrong.length} of ${texts} ${wrong.join(' ')}`, wrong.length === 0);
say('changed by a second run', `${unstable.length} ${unstable.join(' ')}`, unstable.length === 0);
if (process.argv.includes('--list')) list(parts.tuning);
const unread = process.argv[process.argv.indexOf('--unread') + 1];
if (process.argv.includes('--unread')) {
  const isUnread = ({ verdict }) => verdict === 'unread';
  const open = Object.entries(parts).flatMap(([part, { findings, tags }]) => [
    ...findings.filter(isUnread).map((finding) => ({ part, ...finding })),
    ...tags.filter(isUnread).map((tag) => ({ part, message: 'tag', words: tag.tag, ...tag })),
  ]);
  writeFileSync(unread, `${JSON.stringify(open, null, 1)}\n`);
}
process.exitCode = missed > 0 ? 1 : 0;
