// What a process spends on one thing. Limits count its work, not the time that passes: on a busy machine it waits its turn.
import { readFileSync } from "node:fs";

/** Milliseconds without an answer after which a process hangs: of work, and of the clock for one that waits for ever. */
export const hang = { work: 20_000, clock: 600_000 };

/** Milliseconds of processor time of a process's main thread; of the clock where the system does not say. */
export function workOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/task/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return performance.now();
  }
}

/** Megabytes of a process; undefined where the system does not say. */
export function memoryOf(pid) {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024; // a process that ended has none
  } catch {
    return undefined;
  }
}

export class Spent {
  #pid;
  #workedBefore = 0;
  #began = 0;

  constructor(pid) {
    this.#pid = pid;
    this.restart();
  }

  restart() {
    this.#workedBefore = workOf(this.#pid);
    this.#began = performance.now();
  }

  get work() {
    return workOf(this.#pid) - this.#workedBefore;
  }

  /** In words, when it is too much. */
  tooMuch({ work, clock }) {
    if (this.work > work) return `no answer after ${work / 1000} s of work`;
    if (performance.now() - this.#began > clock) return `no answer for ${clock / 1000} s`;
    return undefined;
  }
}
