/** A call that did not end in time. What it asked for may have happened. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
  readonly code = 'timeout';
}

/**
 * The answer of a call, or a DeadlineError after so many ms, whatever the socket does: the time-out of a socket is one of
 * silence, which a server that drips its answer never breaks. The call itself goes on unheard.
 */
export async function within<T>(ms: number, call: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeadlineError(`no whole answer within ${ms} ms`)), ms);
  });
  // Heard once more here, so that its late failure is nobody's unhandled rejection.
  call.catch(() => undefined);
  try {
    return await Promise.race([call, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
