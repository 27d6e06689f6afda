import type { Dialect } from "../dialects/dialect";
import { ofLanguage, recognize } from "../dialects/recognize";
import { Catalogue } from "../schema/catalogue";
import { Manual, manualName } from "../schema/manual";
import type { Family, Parameter } from "../schema/model";
import type { FaultLog } from "./analyzer";
import { DialectService } from "./dialectService";

/** A file as far as its dialect depends on it. */
interface FileIdentity {
  /** Name or address. */
  readonly name: string;
  /** First characters of the text. */
  readonly head: string;
  /** As the editor calls it; other languages are decided by name and text. */
  readonly languageId?: string;
}

/** The dialects of a run. The catalogue of one is read when the first file of it is seen. */
export class DialectServices {
  readonly #builtIn = new Map<Dialect, Catalogue>();
  readonly #services = new Map<Dialect, DialectService>();
  #added = new Map<Dialect, readonly Parameter[]>();
  readonly #manuals = new Map<Dialect, Manual>();
  /** Language of manual pages where they are there in it: `de`. */
  language = "en";

  constructor(
    readonly dialects: readonly Dialect[],
    /** Reads a file that the build put beside the code. */
    readonly packedFile: (name: string) => string | undefined,
    readonly log: FaultLog,
    /** The year in which checks look at dates. */
    readonly year: number,
  ) {}

  /** The dialect of a file; undefined when none recognizes it. */
  dialectOf({ name, head, languageId }: FileIdentity): Dialect | undefined {
    return ofLanguage(this.dialects, languageId) ?? recognize(this.dialects, name, head);
  }

  forFile(file: FileIdentity): DialectService | undefined {
    const dialect = this.dialectOf(file);
    return dialect && this.of(dialect);
  }

  /** The dialect with this id. */
  named(id: string): Dialect | undefined {
    return this.dialects.find((dialect) => dialect.id === id);
  }

  of(dialect: Dialect): DialectService {
    let service = this.#services.get(dialect);
    if (!service) {
      const added = this.#added.get(dialect);
      const catalogue = added ? this.builtIn(dialect).extend(added) : this.builtIn(dialect);
      service = new DialectService(dialect, catalogue, this.log, this.year, () => this.#manual(dialect));
      this.#services.set(dialect, service);
    }
    return service;
  }

  /** Without the parameters that a site added. */
  builtIn(dialect: Dialect): Catalogue {
    let catalogue = this.#builtIn.get(dialect);
    if (!catalogue) {
      const list = () => this.#catalogueFile(`${dialect.id}.list`);
      catalogue = Catalogue.load(this.#catalogueFile(dialect.id), list, dialect.ignoresCase);
      this.#builtIn.set(dialect, catalogue);
    }
    return catalogue;
  }

  #catalogueFile(name: string): string {
    const packed = this.packedFile(`catalogues/${name}.jsonl`);
    if (!packed) throw new Error(`The catalogue ${name} cannot be read.`);
    return packed;
  }

  #manual(dialect: Dialect): Manual {
    let manual = this.#manuals.get(dialect);
    if (!manual) {
      const name = manualName(dialect.id, this.builtIn(dialect).manuals, this.language);
      const packed = name === undefined ? undefined : this.packedFile(`catalogues/${name}.jsonl`);
      manual = packed === undefined ? Manual.none : Manual.load(packed);
      this.#manuals.set(dialect, manual);
    }
    return manual;
  }

  /** Adds a site's own parameters to a dialect in place of those added before; answers whether anything changed. */
  add(dialect: Dialect, parameters: readonly Parameter[]): boolean {
    const hadSome = this.#added.has(dialect);
    if (parameters.length === 0 && !hadSome) return false;
    if (parameters.length > 0) this.#added.set(dialect, parameters);
    else this.#added.delete(dialect);
    this.#services.delete(dialect);
    return true;
  }

  /** Any one, to try code before a file is seen; nothing is decided by it. */
  get first(): Dialect {
    const [first] = this.dialects;
    if (!first) throw new Error("no dialect");
    return first;
  }

  /** A family of any dialect; ids are unique over dialects. */
  family(id: string): Family | undefined {
    // those that are read already come first, so that no other is read for a family of theirs
    const isRead = (dialect: Dialect) => this.#builtIn.has(dialect);
    for (const dialect of [...this.dialects.filter(isRead), ...this.dialects.filter((each) => !isRead(each))]) {
      const { catalogue } = this.of(dialect);
      const found = catalogue.family(id) ?? catalogue.families.find((each) => each.id === id.toLowerCase());
      if (found) return found;
    }
    return undefined;
  }

  /** The service of the dialect that has the family. */
  ofFamily(id: string): DialectService | undefined {
    return this.all().find(({ catalogue }) => catalogue.family(id) !== undefined);
  }

  families(): readonly Family[] {
    return this.all().flatMap(({ catalogue }) => catalogue.families);
  }

  all(): readonly DialectService[] {
    return this.dialects.map((dialect) => this.of(dialect));
  }
}
