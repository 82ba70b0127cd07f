// A way to a server that can be cut, in whole or at the end of a transaction: before COMMIT reaches it, or before its answer
// returns. It also counts what the server refuses.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** COMMIT as a simple query of PostgreSQL's protocol: `Q`, a length, the text, a zero. */
const COMMIT = Buffer.from([0x51, 0, 0, 0, 11, ...Buffer.from('COMMIT'), 0]);
/** What begins a transaction, and the same of the level at which the server undoes what it cannot put in an order. */
const LEVEL = Buffer.from('ISOLATION LEVEL READ COMMITTED');
const SERIAL = Buffer.from('ISOLATION LEVEL SERIALIZABLE'.padEnd(LEVEL.length));

/** Where a connection is cut. */
export type Cut = 'before' | 'after';

/** Stands between workers and a server. Nothing is cut before it is said. */
export async function startCutter(port: number) {
  let cut: { readonly how: Cut; readonly isNow: () => boolean } | undefined;
  let cuts = 0;
  let isSerial = false;
  const errors = new Map<string, number>();
  const sockets = new Set<Socket>();
  const countErrors = (chunk: Buffer): void => {
    // The code of an error stands behind a C in its answer.
    for (const code of ['40001', '40P01', '53100']) {
      if (chunk.includes(`C${code}\0`)) errors.set(code, (errors.get(code) ?? 0) + 1);
    }
  };
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    let isCutting = false;
    const end = (): void => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', end);
      socket.on('close', () => {
        sockets.delete(socket);
        end();
      });
    }
    near.on('data', (chunk: Buffer) => {
      if (cut !== undefined && chunk.includes(COMMIT) && cut.isNow()) {
        cuts += 1;
        if (cut.how === 'before') return end();
        isCutting = true;
      }
      const level = isSerial ? chunk.indexOf(LEVEL) : -1;
      if (level !== -1) SERIAL.copy(chunk, level);
      far.write(chunk);
    });
    far.on('data', (chunk: Buffer) => {
      // The server has committed when its answer comes; nobody hears of it.
      if (isCutting) return end();
      countErrors(chunk);
      near.write(chunk);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    /** Cuts at each COMMIT of which `isNow` says so; never without arguments. */
    cutAt: (how?: Cut, isNow: () => boolean = () => false): void => {
      cut = how === undefined ? undefined : { how, isNow };
    },
    /** Cuts all connections at once. */
    cutAll(): void {
      // Two sockets make a way.
      cuts += Math.ceil(sockets.size / 2);
      for (const socket of sockets) socket.destroy();
    },
    cuts: (): number => cuts,
    /** Has transactions of workers be serializable: the server undoes some of those that meet. */
    beSerial: (is: boolean): void => void (isSerial = is),
    /** How many errors of a code went through: `40001`, `40P01` or `53100`. */
    errors: (code: string): number => errors.get(code) ?? 0,
    close(): void {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
