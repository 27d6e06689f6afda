import type { SiteFile } from "../../../deployment/exchange";
import { type Applicable, applicable } from "../../../deployment/recipe";
import type { Fold, Origin, Written } from "../../../deployment/settings";
import type { ProfileDocument } from "../../../profile/profileDocument";
import type { Catalogue } from "../../../schema/catalogue";
import { LineIndex } from "../../../text/lineIndex";
import { read } from "../read";
import { keepsAbsent, namedIn, settingsOf } from "../update/replacement";

/** One value of a file, as far as it matters to a device. */
interface Change extends Written {
  readonly isUnknown: boolean;
}

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

/** How devices apply settings; with an origin, where a history is kept. */
export function folding(pinned?: ReadonlySet<string>, origin?: Origin): Fold<Change> {
  return (current, { name, text, isUnknown, at: place }) => {
    const at = origin ? { ...place, ...origin } : place;
    const more = origin && current ? { before: current } : {};
    if (pinned?.has(name)) {
      if (!origin) return current;
      const { before: _, ...kept } = current ?? { value: undefined, from: {} };
      return { ...kept, how: "kept: pinned", at, ...more };
    }
    return { value: text, how: "set", at, from: at, ...(isUnknown && { isUnknown }), ...more };
  };
}
