import type { CheckOptions } from "../checks/check";
import type { Dialect } from "../dialects/dialect";
import type { ProfileDocument } from "../profile/profileDocument";
import { ReadFiles } from "../profile/readFiles";
import type { Catalogue } from "../schema/catalogue";
import { Manual } from "../schema/manual";
import { Analyzer, type FaultLog } from "./analyzer";

/** Maximum number of phones and choices of checks whose findings are kept. */
const maxAnalyzers = 16;

/** A dialect with its catalogue and analyzers. They remember the findings of segments, so all files and versions share them. */
export class DialectService {
  /** Most recently used first. */
  #analyzers: readonly Analyzer[] = [];
  #manual: Manual | undefined;
  #files: ReadFiles | undefined;

  constructor(
    readonly dialect: Dialect,
    readonly catalogue: Catalogue,
    readonly log: FaultLog,
    /** The present year, which the core cannot ask for; undefined: dates are left out. */
    readonly year?: number,
    private readonly readManual: (catalogue: Catalogue) => Manual = () => Manual.none,
  ) {}

  /** Its manual pages, read when the first one is asked for. */
  get manual(): Manual {
    this.#manual ??= this.readManual(this.catalogue);
    return this.#manual;
  }

  /** Those of `codes` whose checks are silent unless asked for. */
  optIn(codes: readonly string[]): readonly string[] {
    if (codes.length === 0) return codes;
    return this.dialect.checks.filter((check) => check.optIn && codes.includes(check.code)).map((check) => check.code);
  }

  /** Reads one file of many, one after the other. */
  readAmong(text: string): ProfileDocument {
    const { dialect, catalogue } = this;
    if (!dialect.readAmong) return dialect.read(text, catalogue);
    this.#files ??= new ReadFiles();
    return dialect.readAmong(text, catalogue, this.#files);
  }

  analyzer(options: CheckOptions): Analyzer {
    const [first] = this.#analyzers;
    if (first && isSame(first.options, options)) return first;
    const found = this.#analyzers.find((analyzer) => isSame(analyzer.options, options)) ?? new Analyzer(this, options);
    const others = this.#analyzers.filter((analyzer) => analyzer !== found);
    this.#analyzers = [found, ...others.slice(0, maxAnalyzers - 1)];
    return found;
  }
}

function isSame(a: CheckOptions, b: CheckOptions): boolean {
  if (a === b) return true;
  const [one, other] = [a.device, b.device];
  return (
    one.certainty === other.certainty &&
    one.family === other.family &&
    one.model === other.model &&
    one.firmware === other.firmware &&
    a.emergencyNumbers === b.emergencyNumbers &&
    a.policies === b.policies &&
    a.optIn.join() === b.optIn.join()
  );
}
