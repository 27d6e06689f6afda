// A disk may not answer, as a network's that is gone. Each call that waits for one keeps one of Node's few threads.

/** Milliseconds after which a call is given up. */
const maxWaitMs = 3_000;
/** Calls without an answer after which no more are made until one of them comes back. */
const maxWaiting = 2;

/** Milliseconds after which a call is no longer one that ends by itself in a moment. */
const soon = 100;

/** When the calls under way began. */
const running = new Map<symbol, number>();
let waiting = 0;

/** What `call` reads; undefined when it fails or takes too long. */
export async function inTime<T>(call: () => Promise<T>): Promise<T | undefined> {
  if (waiting >= maxWaiting) return undefined;
  const id = Symbol("call");
  running.set(id, performance.now());
  let isLate = false;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      isLate = true;
      waiting++;
      resolve(undefined);
    }, maxWaitMs);
  });
  const done = call().then(
    (result) => result,
    () => undefined,
  );
  void done.then(() => {
    running.delete(id);
    clearTimeout(timer);
    if (isLate) waiting--;
  });
  return Promise.race([done, late]);
}

/**
 * Node waits for its threads when a process ends, and so for a call that is never answered. The server writes no
 * files: when one of its calls waits, the process is ended at once.
 */
export function endWithoutWaiting(): void {
  process.on("exit", () => {
    const latest = performance.now() - soon;
    if ([...running.values()].some((start) => start < latest)) process.kill(process.pid, "SIGKILL");
  });
}
