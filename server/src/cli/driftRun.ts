import path from "node:path";
import type { Past } from "../deployment/drift";
import { type Expectation, type Source, valuesOf } from "../deployment/driftComparison";
import type { DriftProblem } from "../deployment/driftReport";
import type { SiteFile } from "../deployment/exchange";
import type { DumpReader, Phone, Start } from "../deployment/phone";
import { driveSlowly, type Settled, settle } from "../deployment/settle";
import type { SiteAnswers } from "../deployment/site/siteAnswers";
import { startIn } from "../deployment/siteMap";
import type { Device } from "../devices/device";
import { fileAt, type Revision, revisionsSince } from "../node/git/revisions";
import { decode } from "./encoding";
import { answersOf, type LoadedSite, type SiteOptions } from "./site/siteOptions";

// What dumps are compared with: where the files of the site lead, or one file, now and in earlier revisions.

/** One file, whatever the device would fetch. */
export class OneFile implements Source {
  #past: readonly { readonly revision: string; readonly file: SiteFile }[] | undefined;

  private constructor(
    readonly file: SiteFile,
    readonly revisions: readonly Revision[],
  ) {}

  static async open(name: string, text: string, since: string | undefined): Promise<OneFile> {
    const revisions =
      since === undefined ? [] : await revisionsSince(path.dirname(name), since, `./${path.basename(name)}`);
    return new OneFile({ name, text, layers: [], isShared: true }, revisions);
  }

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
    this.#past ??= await this.#readPast();
    const start = phone.start(device, {});
    return this.#past.flatMap(({ revision, file }) => {
      const applied = dumps.applied(start, file);
      return applied ? [{ revision, state: applied.state }] : [];
    });
  }

  async #readPast() {
    const found: { readonly revision: string; readonly file: SiteFile }[] = [];
    const folder = path.dirname(this.file.name);
    for (const revision of this.revisions) {
      const bytes = await fileAt(folder, revision, path.basename(this.file.name));
      if (!bytes) continue;
      const file: SiteFile = { name: this.file.name, text: decode(bytes).text, layers: [], isShared: true };
      found.push({ revision: revision.name, file });
    }
    return found;
  }

  close(): void {}
}

/** The files that the device fetches. */
export class WholeSite implements Source {
  #past: { readonly revision: string; readonly answers: SiteAnswers }[] | undefined;

  private constructor(
    readonly loaded: LoadedSite,
    readonly options: SiteOptions,
    readonly rule: string | undefined,
    readonly answers: SiteAnswers,
    readonly revisions: readonly Revision[],
  ) {}

  static async open(
    loaded: LoadedSite,
    options: SiteOptions,
    rule: string | undefined,
    since: string | undefined,
  ): Promise<WholeSite> {
    const revisions = since === undefined ? [] : await revisionsSince(loaded.folder, since, ".");
    return new WholeSite(loaded, options, rule, await answersOf(loaded, options), revisions);
  }

  #start(): Start {
    return { ...startIn(this.loaded.site), ...(this.rule !== undefined && { rule: this.rule }) };
  }

  #settle(phone: Phone, device: Device, answers: SiteAnswers, files?: Set<SiteFile>): Promise<Settled> {
    return driveSlowly(settle(phone, phone.start(device, this.#start()), { keepsHistory: true }), (request) => {
      const answer = answers.answer(request, device);
      const keep = (given: Awaited<typeof answer>) => {
        if (given.kind === "file") files?.add(given.file);
        return given;
      };
      return answer instanceof Promise ? answer.then(keep) : keep(answer);
    });
  }

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
    this.#past ??= await Promise.all(
      this.revisions.map(async ({ commit, name }) => ({
        revision: name,
        answers: await answersOf(this.loaded, this.options, commit),
      })),
    );
    const found: Past[] = [];
    for (const { revision, answers } of this.#past) {
      const { end, outcome } = await this.#settle(phone, device, answers);
      if (outcome === "stable" || outcome === "loop") found.push({ revision, state: end });
    }
    return found;
  }

  close(): void {
    this.answers.close();
    for (const { answers } of this.#past ?? []) answers.close();
  }
}
