import type { SiteFile } from "../../../deployment/exchange";
import type { Change } from "../../../deployment/fold";
import { type Applicable, applicable } from "../../../deployment/recipe";
import type { ProfileDocument } from "../../../profile/profileDocument";
import type { Catalogue } from "../../../schema/catalogue";
import { LineIndex } from "../../../text/lineIndex";
import { format } from "../policy";

/** The action after which items are written. */
const writing = "WriteItems";

/** A fetched file, with what is worked out of it once for all phones. */
export class ItemFile {
  readonly document: ProfileDocument;
  #recipe: Applicable<Change> | undefined;
  #others: readonly string[] = [];

  constructor(
    readonly file: SiteFile,
    catalogue: Catalogue,
  ) {
    this.document = format.read(file.text, catalogue);
  }

  /** Something decides which of its items a phone gets. */
  get isTemplate(): boolean {
    return this.document.profiles.some((profile) => profile.hasTemplate);
  }

  /** What phones do with something that is not such a message is not known. */
  get hasItems(): boolean {
    return this.document.form !== "foreign" && this.document.profiles.length > 0;
  }

  get recipe(): Applicable<Change> {
    this.#recipe ??= this.#read();
    return this.#recipe;
  }

  /** Actions other than writing items: software, files, restarts. */
  get otherActions(): readonly string[] {
    this.#recipe ??= this.#read();
    return this.#others;
  }

  #read(): Applicable<Change> {
    const lines = new LineIndex(this.file.text);
    const changes: Change[] = [];
    const others = new Set<string>();
    let action = writing;
    for (const profile of this.document.profiles)
      for (const setting of profile.settings()) {
        const { name, text, segment, templated, isEmpty } = setting;
        if (name === "Action") {
          action = text.trim();
          if (action !== writing) others.add(action);
          continue;
        }
        if (name === "ReasonForContact" || action !== writing || setting.isStatus) continue;
        const { start, end } = this.document.inFile(segment, setting.span);
        changes.push({
          ...{ name, kind: "set", text: isEmpty ? "" : text, isUnknown: templated },
          ...{ access: undefined, preserves: false, prefersUser: false },
          at: { file: this.file.name, line: lines.positionAt(start).line + 1, start, end },
        });
      }
    this.#others = [...others];
    return applicable(
      changes,
      () => true,
      () => this.file.isShared === true,
    );
  }
}
