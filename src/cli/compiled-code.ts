// The files of the program as V8 compiled them, kept for the next run: a quarter of a `lint` (Node 20, 12 of 50 ms; 17 of
// 60 with front matter). From 22 on Node does this itself. What V8 takes without looking may end the process, so a kept file
// is used only by the very Node that made it, for the very file that it was made from, and only when it is whole.
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { Script } from 'node:vm';

/** The process, as far as it is needed here. */
export type Host = Pick<NodeJS.Process, 'arch' | 'execPath' | 'getuid' | 'pid' | 'version'> & {
  once(event: 'exit', listener: () => void): unknown;
};

/** A file of the program and what ran of it: its compiled code is kept when the process ends. */
interface Compiled {
  readonly script: Script;
  readonly kept: string;
  readonly identity: string;
}

type Load = (file: string) => unknown;

/** As Node puts it around a CommonJS module. */
const WRAPPER = ['(function (exports, require, module, __filename, __dirname) { ', '\n})'] as const;

/**
 * Reads files of the program, by their absolute paths, as `require` does: each once, with what it exports.
 * @param folder where compiled code is kept: one of the user's own, made at the end of the first run. Where it cannot be
 *   written, nothing is kept and nothing said.
 * @param required Node's, for all that is no file of the program.
 */
export function loadCompiled(host: Host, folder: string, required: Load): Load {
  const modules = new Map<string, { exports: unknown }>();
  const fresh: Compiled[] = [];
  const node = statSync(host.execPath);
  const maker = [host.version, host.arch, host.execPath, node.size, node.mtimeMs].join(' ');
  const load: Load = (path) => {
    const file = normalize(path);
    const known = modules.get(file);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    modules.set(file, module);
    const { size, mtimeMs } = statSync(file);
    const identity = `${maker} ${file} ${TWEETSPAN_VERSION} ${size} ${mtimeMs}\n`;
    const here = dirname(file);
    const kept = join(folder, `${host.version}-${host.arch}-${shortOf(`${maker} ${here}`)}`, basename(file));
    const cachedData = readKept(kept, identity, host.getuid?.());
    const script = new Script(WRAPPER.join(readFileSync(file, 'utf8')), {
      filename: file,
      ...(cachedData === undefined ? {} : { cachedData }),
    });
    if (cachedData === undefined || script.cachedDataRejected === true) {
      if (fresh.length === 0) host.once('exit', () => fresh.forEach((each) => keep(each, host.pid)));
      fresh.push({ script, kept, identity });
    }
    const requireFrom: Load = (name) => (name.startsWith('.') ? load(join(here, name)) : required(name));
    const run = script.runInThisContext() as (this: unknown, ...values: unknown[]) => void;
    run.call(module.exports, module.exports, requireFrom, module, file, here);
    return module.exports;
  };
  return load;
}

/** A short name for a text, so that neither two builds of Node nor two copies of the program overwrite each other's. */
function shortOf(text: string): string {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) >>> 0;
  return sum.toString(36);
}

/**
 * Compiled code that was kept, or undefined where there is none to trust: made by another Node or from another file,
 * another user's, or damaged. It is kept twice, since memory is compared at once and a checksum takes 2 ms.
 */
function readKept(kept: string, identity: string, user: number | undefined): Buffer | undefined {
  try {
    const descriptor = openSync(kept, 'r');
    try {
      if (user !== undefined && fstatSync(descriptor).uid !== user) return undefined;
      const bytes = readFileSync(descriptor);
      const start = Buffer.byteLength(identity);
      if (bytes.toString('utf8', 0, start) !== identity) return undefined;
      const middle = start + (bytes.length - start) / 2;
      const code = bytes.subarray(start, middle);
      return code.length > 0 && code.equals(bytes.subarray(middle)) ? code : undefined;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}

/** Keeps compiled code whole or not at all; a folder that cannot be written costs the next run its gain, and no more. */
function keep({ script, kept, identity }: Compiled, pid: number): void {
  const unfinished = `${kept}.${pid}`;
  try {
    mkdirSync(dirname(kept), { recursive: true, mode: 0o700 });
    const code = script.createCachedData();
    writeFileSync(unfinished, Buffer.concat([Buffer.from(identity), code, code]), { mode: 0o600, flag: 'wx' });
    renameSync(unfinished, kept);
  } catch {
    removeQuietly(unfinished);
  }
}

/** The process is ending, and what it did is done: nothing here may change how it ends. */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Where there is no folder, there is no file either.
  }
}
