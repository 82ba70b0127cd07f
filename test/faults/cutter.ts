// A way to a server that can be cut at the end of a transaction: before COMMIT reaches it, or before its answer returns.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** COMMIT as a simple query of PostgreSQL's protocol: `Q`, a length, the text, a zero. */
const COMMIT = Buffer.from([0x51, 0, 0, 0, 11, ...Buffer.from('COMMIT'), 0]);

/** Where a connection is cut. */
export type Cut = 'before' | 'after';

/** Stands between workers and a server. `cutNext` cuts at the n-th COMMIT from now on, once. */
export async function startCutter(port: number) {
  let cut: { readonly how: Cut; left: number } | undefined;
  let cuts = 0;
  const sockets = new Set<Socket>();
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
      if (cut !== undefined && chunk.includes(COMMIT)) {
        cut.left -= 1;
        if (cut.left === 0) {
          const { how } = cut;
          cut = undefined;
          cuts += 1;
          if (how === 'before') return end();
          isCutting = true;
        }
      }
      far.write(chunk);
    });
    // The server has committed when its answer comes; nobody hears of it.
    far.on('data', (chunk: Buffer) => (isCutting ? end() : void near.write(chunk)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    cutNext: (how: Cut, nth: number): void => void (cut = { how, left: nth }),
    cuts: (): number => cuts,
    close(): void {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
