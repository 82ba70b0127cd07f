#!/usr/bin/env node
'use strict';
// The only code that touches `process`. CommonJS, because it starts several ms before an ES module.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19) || (major === 22 && minor < 14)) {
  // Before anything is loaded: a native part that does not fit this Node would end it without a word.
  process.stderr.write(
    `tweetspan: this is Node ${process.versions.node}; it needs 20.19 or later, or 22.14 or later\n`,
  );
  process.exitCode = 69;
} else if (process.argv.length !== 3 || !require('../dist/program/at-once.cjs').answerAtOnce(process)) {
  const { main, openShell, reportOutputFault } = loadKept(`${__dirname}/../dist/program/main.cjs`);
  const endByFault = (fault) => process.exit(reportOutputFault(shell, fault));
  const shell = openShell(process, endByFault);
  main(shell).then((exitCode) => (process.exitCode = exitCode));
}

/**
 * Loads a file of the program, and keeps what was compiled of it: a third of the time of a `lint`. In the user's own folder:
 * Node's usual one is in the folder for temporary files, where another user could put code in its place.
 */
function loadKept(file) {
  const { XDG_CACHE_HOME, HOME, LOCALAPPDATA, NODE_DISABLE_COMPILE_CACHE, NODE_V8_COVERAGE } = process.env;
  const folder = XDG_CACHE_HOME || (HOME && `${HOME}/.cache`) || LOCALAPPDATA;
  if (!folder || NODE_DISABLE_COMPILE_CACHE) return require(file);
  const kept = `${folder}/tweetspan/compiled`;
  if (major >= 22) require('node:module').enableCompileCache(kept);
  // What ran is not counted in code that was kept.
  else if (!NODE_V8_COVERAGE)
    return require('../dist/program/compiled-code.cjs').loadCompiled(process, kept, require)(file);
  return require(file);
}
