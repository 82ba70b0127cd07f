'use strict';
// Loads the bundled program with the code that V8 compiled of it when it was built: compiling takes longer than all else
// at start. Another version of V8 rejects that code by itself, and compiles the bundle as usual.
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const BUNDLE = join(__dirname, '../dist/tweetspan.cjs');
const COMPILED = `${BUNDLE}.compiled`;

function readCompiled() {
  try {
    return readFileSync(COMPILED);
  } catch {
    return undefined;
  }
}

/** The exports of the bundle, and the script that they came from; `cachedData` is compiled code, or undefined. */
function loadProgram(cachedData = readCompiled()) {
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${readFileSync(BUNDLE, 'utf8')}\n})`,
    {
      filename: BUNDLE,
      cachedData,
    },
  );
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(BUNDLE), module, BUNDLE, dirname(BUNDLE));
  return { program: module.exports, script };
}

module.exports = { BUNDLE, COMPILED, loadProgram };
