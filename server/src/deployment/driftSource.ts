import type { Device } from "../devices/device";
import type { Past } from "./drift";
import { type Expectation, type Source, valuesOf } from "./driftComparison";
import type { DriftProblem } from "./driftReport";
import type { Answer, Request, SiteFile } from "./exchange";
import type { DumpReader, Phone, Start } from "./phone";
import { driveSlowly, type Settled, settle } from "./settle";

// What dumps are compared with: where the files of the site lead, or one file, now and in earlier revisions.

interface PastFile {
  readonly revision: string;
  readonly file: SiteFile;
}

/** One file, whatever the device would fetch. */
export class FileSource implements Source {
  #past: Promise<readonly PastFile[]> | undefined;

  constructor(
    readonly file: SiteFile,
    /** The file as it was, the newest first. */
    readonly readPast: () => Promise<readonly PastFile[]>,
  ) {}

  async expected(phone: Phone, dumps: DumpReader, device: Device): Promise<Expectation> {
    const start = phone.start(device, {});
    const applied = dumps.applied(start, this.file);
    if (!applied)
      return {
        end: start,
        ignored: new Map(),
        problems: [{ code: "drift/not-a-profile", message: `${this.file.name}: The file cannot be read as settings.` }],
      };
    const ignored = valuesOf(applied.ignored, [this.file], dumps);
    return { end: applied.state, ignored, problems: [] };
  }

  async past(phone: Phone, dumps: DumpReader, device: Device): Promise<readonly Past[]> {
    this.#past ??= this.readPast();
    const start = phone.start(device, {});
    return (await this.#past).flatMap(({ revision, file }) => {
      const applied = dumps.applied(start, file);
      return applied ? [{ revision, state: applied.state }] : [];
    });
  }
}

/** The files of a site, now or in one revision. */
export interface Answering {
  answer(request: Request, device: Device): Answer | Promise<Answer>;
  /** What is wrong with the site, found since the last call. */
  takeProblems(): readonly DriftProblem[];
}

interface PastSite {
  readonly revision: string;
  readonly answers: Pick<Answering, "answer">;
}

/** The files that the device fetches. */
export class SiteSource implements Source {
  #past: Promise<readonly PastSite[]> | undefined;

  constructor(
    /** What the site sets for every device. */
    readonly start: Start,
    readonly answers: Answering,
    /** The site as it was, the newest first. */
    readonly openPast: () => Promise<readonly PastSite[]>,
  ) {}

  async expected(phone: Phone, dumps: DumpReader, device: Device): Promise<Expectation> {
    const files = new Set<SiteFile>();
    const settled = await this.#settle(phone, device, this.answers, files);
    const { outcome, rounds } = settled;
    const names = new Set(rounds.flatMap(({ steps }) => steps.flatMap(({ ignored }) => ignored)));
    const problems: DriftProblem[] = this.answers.takeProblems().map(({ code, message }) => ({ code, message }));
    if (outcome !== "stable")
      problems.push({
        code: "drift/unsettled",
        message: `${device.id}: The files lead to no stable state (${outcome}). Run flat-profile resolve for the reason.`,
      });
    return { end: settled.end, ignored: valuesOf([...names], files, dumps), outcome, problems };
  }

  async past(phone: Phone, _dumps: DumpReader, device: Device): Promise<readonly Past[]> {
    this.#past ??= this.openPast();
    const found: Past[] = [];
    for (const { revision, answers } of await this.#past) {
      const { end, outcome } = await this.#settle(phone, device, answers);
      if (outcome === "stable" || outcome === "loop") found.push({ revision, state: end });
    }
    return found;
  }

  #settle(phone: Phone, device: Device, answers: PastSite["answers"], files?: Set<SiteFile>): Promise<Settled> {
    return driveSlowly(settle(phone, phone.start(device, this.start), { keepsHistory: true }), (request) => {
      const answer = answers.answer(request, device);
      const keep = (given: Answer) => {
        if (given.kind === "file") files?.add(given.file);
        return given;
      };
      return answer instanceof Promise ? answer.then(keep) : keep(answer);
    });
  }
}
