/** Where text goes. `columns` is undefined when it is no terminal, or one that does not tell its width. */
export interface Output {
  readonly isTTY: boolean;
  readonly columns: number | undefined;
  write(text: string): void;
}

/** The world as a command sees it: nothing below `cli` reads `process`, and a test can be the world. */
export interface Shell {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The version of Node that runs: what a native part must fit. */
  readonly nodeVersion: string;
  readonly stdin: {
    readonly isTTY: boolean;
    /** All of standard input, or undefined as soon as it is longer than `maxBytes`. */
    read(maxBytes: number): Promise<Uint8Array | undefined>;
  };
  readonly stdout: Output;
  readonly stderr: Output;
  /** The present instant in ms UTC. */
  now(): number;
}

/** Columns to write for: the terminal's, else what the environment says, else 80. */
export function columnsOf({ stdout, env }: Pick<Shell, 'stdout' | 'env'>): number {
  const told = Number(env['COLUMNS']);
  return stdout.columns ?? (Number.isInteger(told) && told > 0 ? told : 80);
}

async function readAll(stream: NodeJS.ReadStream, maxBytes: number): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    length += bytes.length;
    if (length > maxBytes) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function asOutput(stream: NodeJS.WriteStream): Output {
  // A reader that has seen enough (`| head`) closes the pipe: what is left to write has nobody to go to.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const columns = stream.isTTY && stream.columns > 0 ? stream.columns : undefined;
  return { isTTY: stream.isTTY === true, columns, write: (text) => void stream.write(text) };
}

/** The real world, from the process that the program runs in. */
export const openShell = (process: NodeJS.Process): Shell => ({
  argv: process.argv.slice(2),
  env: process.env,
  cwd: process.cwd(),
  nodeVersion: process.versions.node,
  // Looking at `process.stdin` opens it: only where it is read.
  stdin: {
    get isTTY() {
      return process.stdin.isTTY === true;
    },
    read: (maxBytes) => readAll(process.stdin, maxBytes),
  },
  stdout: asOutput(process.stdout),
  stderr: asOutput(process.stderr),
  now: () => Date.now(),
});
