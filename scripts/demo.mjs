// Shows a whole life of a link on a fake X of this machine and an invented clock: `npm run demo`.
import { loadTypeScript } from './run-typescript.mjs';

const { live } = await loadTypeScript('test/life/life.ts');
const { x } = await live(({ title, argv, stdout, stderr, exitCode }) => {
  const line = '─'.repeat(Math.max(3, 78 - title.length));
  console.log(`── ${title} ${line}\n$ tweetspan ${argv.join(' ')}\n\n${stdout}${stderr}`);
  if (exitCode !== 0) console.log(`(exit code ${exitCode})\n`);
});
console.log(`── What X holds ${'─'.repeat(64)}\n`);
for (const { at, text } of x.posts) console.log(`${new Date(at).toISOString().slice(0, 16)}  ${text}`);
