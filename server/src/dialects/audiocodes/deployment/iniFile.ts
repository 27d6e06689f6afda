import type { SiteFile } from "../../../deployment/exchange";
import type { Change } from "../../../deployment/fold";
import { type Applicable, applicable } from "../../../deployment/recipe";
import type { ProfileDocument } from "../../../profile/profileDocument";
import type { Catalogue } from "../../../schema/catalogue";
import { LineIndex } from "../../../text/lineIndex";
import { read } from "../read";
import { keepsAbsent, namedIn, settingsOf } from "../update/replacement";

/** A file that a device loads, with what is worked out of it once for all devices. */
export class IniFile {
  readonly document: ProfileDocument;
  readonly recipe: Applicable<Change>;
  /** Settings that it leaves out keep their values. */
  readonly keepsAbsent: boolean;

  constructor(
    readonly file: SiteFile,
    catalogue: Catalogue,
  ) {
    this.document = read(file.text, catalogue);
    this.keepsAbsent = keepsAbsent(settingsOf(this.document), catalogue);
    const lines = new LineIndex(file.text);
    const changes = [...namedIn(this.document)].flatMap(({ name, at: start, setting }): Change[] => {
      if (!setting) return [];
      const end = start + setting.parts.end - setting.parts.start;
      const at = { file: file.name, line: lines.positionAt(start).line + 1, start, end };
      // `$$` is the default of a column, which mostly nothing says.
      const isUnknown = setting.templated || setting.text === "$$";
      const more = { access: undefined, preserves: false, prefersUser: false, at };
      return [{ name, kind: "set", text: setting.text, isUnknown, ...more }];
    });
    this.recipe = applicable(
      changes,
      () => true,
      () => file.isShared === true,
    );
  }
}
