import { availableParallelism } from "node:os";
import path from "node:path";
import { parentPort, Worker, workerData } from "node:worker_threads";
import { InvalidArgumentError, Option } from "commander";
import { faultLines } from "./fileFault";
import { UsageError } from "./verb";

// Long lists are worked through by several threads. Each takes every nth block of the list, and what they come to is
// taken in the order of the blocks, so that the output is the same whatever their number.

/** The blocks of one thread, counted from 0: those whose number leaves this rest. */
export interface Share {
  readonly rest: number;
  readonly of: number;
}

/** What threads do: the results of its blocks, in order. Input and results are plain data. */
export type Work<I, T> = (input: I, share: Share) => AsyncGenerator<T>;

/** Rows or files of one block. */
export const blockSize = 256;

/** Results of one thread that wait to be taken. */
const maxWaiting = 8;

/** Results that the thread of the verb makes before they are asked for. */
const maxAhead = 8;

/** Threads that are started without being asked for; more of them need more memory than they save time. */
const usual = 4;

export function threadsOption(): Option {
  return new Option(
    "--threads <n>",
    "threads that work through a long list (default: one for each processor)",
  ).argParser((word: string): number => {
    const count = /^\d{1,2}$/.test(word) ? Number(word) : 0;
    if (count < 1) throw new InvalidArgumentError("Use a number from 1.");
    return count;
  });
}

/** How many threads are worth it: a list that is short is done before another thread has started. */
export function threadsFor(asked: number | undefined, isLong: () => boolean): number {
  return asked ?? (availableParallelism() > 1 && isLong() ? Math.min(availableParallelism(), usual) : 1);
}

export interface Job {
  /** The name of a verb. */
  readonly work: string;
  readonly input: unknown;
  readonly share: Share;
}

type Message = { readonly value: unknown } | { readonly fault: string } | { readonly isOver: true };

/** The results of all blocks in order. `name` is that of `run` in the list of what threads do. */
export async function* inOrder<I, T>(name: string, run: Work<I, T>, input: I, threads: number): AsyncGenerator<T> {
  const all = new Threads(name, run, input, threads);
  try {
    for (let i = 0; ; i++) {
      const { value, done } = await all.next(i % threads);
      if (done) break;
      yield value;
    }
    await all.ended();
  } finally {
    await all.stop();
  }
}

/** The same where each thread does a part of every block: the parts of one block after the other. */
export async function* partsInOrder<I, T>(
  name: string,
  run: Work<I, T>,
  input: I,
  threads: number,
): AsyncGenerator<readonly T[]> {
  const all = new Threads(name, run, input, threads);
  try {
    for (;;) {
      const results = await Promise.all(Array.from({ length: threads }, (_, i) => all.next(i)));
      if (results[0]?.done) break;
      yield results.map(({ value }) => value as T);
    }
    await all.ended();
  } finally {
    await all.stop();
  }
}

/** The thread of the verb and others. It does its share too: it is awake anyway, and its code is compiled. */
class Threads<I, T> {
  readonly #others: readonly Thread<T>[];
  readonly #own: AsyncGenerator<T>;
  readonly #next: () => Promise<IteratorResult<T, undefined>>;

  constructor(name: string, run: Work<I, T>, input: I, threads: number) {
    this.#others = Array.from(
      { length: threads - 1 },
      (_, i) => new Thread<T>({ work: name, input, share: { rest: i + 1, of: threads } }),
    );
    const own = run(input, { rest: 0, of: threads });
    this.#own = own;
    this.#next = threads === 1 ? () => own.next() : ahead(own);
  }

  next(thread: number): Promise<IteratorResult<T, undefined>> {
    return (this.#others[thread - 1] ?? { next: this.#next }).next();
  }

  async ended(): Promise<void> {
    await Promise.all(this.#others.map(({ ended }) => ended));
  }

  async stop(): Promise<void> {
    for (const thread of this.#others) thread.stop();
    await this.#own.return(undefined);
  }
}

/** Goes on with the next results while those of other threads are awaited, which have to start first. */
function ahead<T>(results: AsyncGenerator<T>): () => Promise<IteratorResult<T, undefined>> {
  const begun: Promise<IteratorResult<T, undefined>>[] = [];
  return () => {
    while (begun.length <= maxAhead) {
      const result = results.next();
      result.catch(() => undefined); // reported when its turn comes
      begun.push(result);
    }
    return begun.shift() as Promise<IteratorResult<T, undefined>>;
  };
}

class Thread<T> {
  readonly #worker: Worker;
  readonly #came: Message[] = [];
  #wake: (() => void) | undefined;
  /** It has done its part, and what it wrote has come. */
  readonly ended: Promise<void>;

  constructor(job: Job) {
    this.#worker = new Worker(path.join(__dirname, "cli.js"), { workerData: job });
    this.#worker.on("message", (message: Message) => this.#take(message));
    this.#worker.on("error", (error) => this.#take({ fault: faultLines(error).join("\n") }));
    this.ended = new Promise((resolve) => {
      this.#worker.once("exit", () => {
        // Nothing else comes, also when it was ended before it had said so.
        this.#take({ fault: "A thread ended before its work was done. Use --threads 1." });
        resolve();
      });
    });
  }

  async next(): Promise<IteratorResult<T, undefined>> {
    if (this.#came.length === 0)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    const message = this.#came.shift() as Message;
    if ("fault" in message) throw new UsageError(message.fault);
    if ("isOver" in message) return { value: undefined, done: true };
    this.#worker.postMessage("taken");
    return { value: message.value as T, done: false };
  }

  stop(): void {
    void this.#worker.terminate();
  }

  #take(message: Message): void {
    this.#came.push(message);
    this.#wake?.();
  }
}

/** The part of a thread that was started by `inOrder`. */
export async function work(list: Readonly<Record<string, () => Promise<Work<never, unknown>>>>): Promise<void> {
  const { work: name, input, share } = workerData as Job;
  const send = (message: Message) => parentPort?.postMessage(message);
  let room = maxWaiting;
  let wake: (() => void) | undefined;
  parentPort?.on("message", () => {
    room++;
    wake?.();
  });
  try {
    const run = await list[name]?.();
    for await (const value of run?.(input as never, share) ?? []) {
      send({ value });
      if (--room === 0)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
    send({ isOver: true });
  } catch (error) {
    send({ fault: faultLines(error).join("\n") });
  }
  parentPort?.close();
}
