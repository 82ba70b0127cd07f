// Keeps what V8 compiles of the program while it judges a draft: `bin/program.js` loads it. Run by the build, in a
// process of its own, so that nothing but the program's own code is in it.
'use strict';
const { writeFileSync } = require('node:fs');
const { COMPILED, loadProgram } = require('../bin/program.js');

// With a front matter and a picture that does not exist: most of what judging a draft can take is run through.
const DRAFT = `---
link: https://example.org/guide
media: [{ file: none.jpg, alt: "A picture" }]
keywords: [logement, loyer]
campaign: { reposts: 2, gap: 2d, variants: ["Les 5 points que l’on oublie"], ask: { to: ["@example"], text: "Merci {post}" } }
---
N’hésitez pas à lire nos 5 conseils afin de choisir un logement à Lyon !!! avec @example_adil #Lyon #logement
`;

const { program, script } = loadProgram(undefined);
const silent = { isTTY: false, columns: undefined, write: () => undefined };
const shell = {
  argv: ['lint', '-'],
  env: {},
  cwd: process.cwd(),
  nodeVersion: process.versions.node,
  stdin: {
    isTTY: false,
    read: async () => new TextEncoder().encode(DRAFT),
  },
  stdout: silent,
  stderr: silent,
  now: () => 0,
};
program.main(shell).then(() => writeFileSync(COMPILED, script.createCachedData()));
