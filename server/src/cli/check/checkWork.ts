import type { DialectServices } from "../../analysis/dialectServices";
import type { FileProblem } from "../../analysis/fileProblem";
import type { Snapshot } from "../../analysis/snapshot";
import type { Policies } from "../../checks/policy/policy";
import { LinesAhead } from "../../text/linesAhead";
import type { Severity } from "../../text/span";
import { serviceOf, siteDialects } from "../catalogue";
import { type Choice, type Config, loadConfig, settingsFor } from "../config";
import type { Decoded } from "../encoding";
import { type Block, type Owners, ownParts } from "../fileBlocks";
import type { Input } from "../inputs";
import { neighborsOf } from "../neighbors";
import { paintFor } from "../printable";
import { renderedCheck } from "../render/check";
import { isAtLeast, noTotals, type PartOptions, type ReportFormat, type Totals } from "../reports/report";
import type { Share } from "../threads";
import { UsageError } from "../verb";
import { Baseline, type BaselinePart } from "./baseline";
import { type CheckOptions, formatOf } from "./options";
import { isOurs, otherForm } from "./otherFile";
import { policiesOf } from "./policies";
import { readAll } from "./readAhead";
import { rewritten, snapshotOf } from "./rewrite";

// Files that are checked, block by block.

export interface CheckInput {
  readonly options: CheckOptions;
  readonly choice: Choice;
  readonly files: readonly Input[];
  readonly blocks: readonly Block[];
  /** Which thread takes each file. */
  readonly owners: Owners;
  /** The mildest severity that is shown. */
  readonly show: Severity;
  /** Standard output is a terminal that the report goes to. */
  readonly isTTY: boolean;
  readonly width: number;
}

/** What is known in the thread of the verb. */
export interface CheckContext {
  readonly services: DialectServices;
  readonly config: Config;
  readonly policiesFor: (file: string) => Policies | undefined;
}

export interface CheckedFile {
  /** Place of the file in the list. */
  readonly at: number;
  readonly totals: Totals;
  /** Why it could not be read or written. */
  readonly faults: readonly string[];
  /** Other files that were read for it: data of a template, and what it includes. */
  readonly reads: readonly string[];
  /** For standard error. */
  readonly notes: readonly string[];
  /** What the report says of it; undefined when it is not a profile. */
  readonly part?: { readonly of: unknown };
}

/** What one thread did of a block. */
export interface CheckPart {
  readonly files: readonly CheckedFile[];
  readonly baseline?: BaselinePart;
}

export async function* checkWork(
  input: CheckInput,
  share: Share,
  context = contextOf(input),
): AsyncGenerator<CheckPart> {
  const { options } = input;
  const baseline =
    options.baseline === undefined ? undefined : Baseline.read(options.baseline, options.writeBaseline === true);
  const check = new FileCheck(input, context, baseline);
  const own = ownParts(input.files, input.blocks, input.owners, share.rest);
  const reading = readAll(own.flatMap((part) => part.map(({ input }) => input)));
  for (const part of own) {
    const files: CheckedFile[] = [];
    for (const { input, at } of part) {
      const { value } = await reading.next();
      if (value) files.push({ at, ...(await check.file(input, value)) });
    }
    yield { files, ...(baseline && { baseline: baseline.part() }) };
  }
}

/** In another thread; the verb has reported what is wrong with these files. */
function contextOf({ options }: CheckInput): CheckContext {
  const services = siteDialects({ isReported: true });
  const config = loadConfig(".", options.config, services);
  return { services, config, policiesFor: policiesOf(config, services, { isReported: true }) };
}

class FileCheck {
  readonly #format: ReportFormat<unknown>;
  readonly #shown: PartOptions;

  constructor(
    readonly input: CheckInput,
    readonly context: CheckContext,
    readonly baseline: Baseline | undefined,
  ) {
    this.#format = formatOf(input.options);
    const { isTTY, width, options } = input;
    this.#shown = { paint: paintFor({ isTTY }, options.output === undefined ? process.env : {}), width };
  }

  async file(input: Input, decoded: Decoded | UsageError): Promise<Omit<CheckedFile, "at">> {
    const totals = noTotals();
    if (decoded instanceof UsageError) return { totals, faults: [decoded.message], reads: [], notes: [] };
    const faults: string[] = [];
    const notes: string[] = [];
    const reads: string[] = [];
    const { services, config, policiesFor } = this.context;
    const { options, choice, show } = this.input;
    const settings = { ...settingsFor(input.name, config, choice), policies: policiesFor(input.name) };
    const service = serviceOf(input.name, decoded.text, services, {
      isFound: input.found,
      ...(!input.found && options.dialect !== undefined && { dialect: options.dialect }),
      ...(settings.device.family !== undefined && { family: settings.device.family }),
    });
    const given = service && snapshotOf(decoded, settings, service, neighborsOf(input, service));
    const rewriting = { fix: options.fix === true, ...(options.addIgnore && { silence: show }) };
    const log = { fail: (fault: string) => faults.push(fault), note: (note: string) => notes.push(note) };
    const snapshot = given && (await rewritten(input, decoded, given, rewriting, totals, log));
    const rendered = await renderedCheck(input, decoded, options, config, services, settings, (file) =>
      reads.push(file),
    ).catch(usageFault);
    if (rendered instanceof UsageError) return { totals, faults: [...faults, rendered.message], reads, notes };
    const own = rendered?.snapshot ?? snapshot;
    if (own && (rendered || isOurs(input, own))) {
      const part = { of: this.#part(input, own, rendered?.problems ?? own.problems(), totals) };
      return { totals, faults, reads, notes, part };
    }
    totals.foreign++;
    if (!input.found && !options.skipOtherFiles) {
      totals.problems.warning++;
      notes.push(`${shown(input)}: warning: ${otherForm(decoded, snapshot?.dialect, services)}`);
    }
    return { totals, faults, reads, notes };
  }

  #part(input: Input, snapshot: Snapshot, found: readonly FileProblem[], totals: Totals): unknown {
    totals.files++;
    const all = this.baseline ? this.baseline.unaccepted(input.name, snapshot, found) : found;
    totals.accepted += found.length - all.length;
    for (const { severity } of all) totals.problems[severity]++;
    const problems = all.filter(({ severity }) => isAtLeast(severity, this.input.show));
    totals.hidden += all.length - problems.length;
    let lines: LinesAhead | undefined;
    const positionAt = (offset: number) => {
      lines ??= new LinesAhead(snapshot.text);
      return lines.positionAt(offset);
    };
    return this.#format.partOf({ name: shown(input), snapshot, problems, positionAt }, this.#shown);
  }
}

function usageFault(error: unknown): UsageError {
  if (error instanceof UsageError) return error;
  throw error;
}

const shown = ({ name }: Input) => (name === "-" ? "<stdin>" : name);
