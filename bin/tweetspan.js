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
  else keepFreedMemory();
  const { main, openShell, reportOutputFault } = require('../dist/program/main.cjs');
  const endByFault = (fault) => process.exit(reportOutputFault(shell, fault));
  const shell = openShell(process, endByFault);
  main(shell).then((exitCode) => (process.exitCode = exitCode));
}

/**
 * Has the C library keep memory that the compiler gives back, in place of returning it to the system and asking for it again with
 * the next file: 500 page faults, 1 ms of a `lint` (Node 20 with glibc; elsewhere it does nothing). A large block that was
 * given back raises what glibc keeps; V8 sets one aside for the 100,000 segments that these bytes announce, finds none, and
 * gives it back at once.
 */
function keepFreedMemory() {
  globalThis.WebAssembly?.validate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 11, 4, 0xa0, 0x8d, 6, 0x7f]));
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
