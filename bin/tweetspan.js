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
  if (major >= 22) keepCompiledCode();
  const { main, openShell, reportOutputFault } = require('../dist/program/main.cjs');
  const endByFault = (fault) => process.exit(reportOutputFault(shell, fault));
  const shell = openShell(process, endByFault);
  main(shell).then((exitCode) => (process.exitCode = exitCode));
}

/**
 * Has Node keep what it compiled, which it can from 22.8 on: a third of the time of a `lint`. In the user's own folder: Node's usual
 * one is in the folder for temporary files, where another user could put code in its place.
 */
function keepCompiledCode() {
  const { enableCompileCache } = require('node:module');
  const { XDG_CACHE_HOME, HOME, LOCALAPPDATA } = process.env;
  const folder = XDG_CACHE_HOME || (HOME && `${HOME}/.cache`) || LOCALAPPDATA;
  if (enableCompileCache !== undefined && folder) enableCompileCache(`${folder}/tweetspan/compiled`);
}
