import { asList, asObject, type Fail, refuseOthers } from "../text/jsonShape";
import { type Syntax, syntaxes } from "./parts";

// Which data templates are rendered with: the member `templates` of flat-profile.config.json.

export interface TemplateEntry {
  /** Patterns of templates, relative to the configuration. */
  readonly files: readonly string[];
  /** Files with rows and shared values, relative to the configuration. */
  readonly data: readonly string[];
  readonly rows?: string;
  readonly as?: string;
  readonly syntax?: Syntax;
  /** Of the file of a row. */
  readonly name?: string;
  /** A command that prints the file of a row. */
  readonly renderer?: readonly string[];
}

const texts = ["rows", "as", "name"] as const;

/** The entries of a configuration; `fail` is called for the first fault. */
export function readTemplates(value: unknown, fail: Fail): readonly TemplateEntry[] {
  if (!Array.isArray(value)) return fail("templates must be a list.");
  return value.map((item) => {
    const entry = asObject(item, "An entry of templates", fail);
    refuseOthers(entry, ["files", "data", ...texts, "syntax", "renderer"], "An entry of templates", fail);
    for (const key of texts)
      if (entry[key] !== undefined && typeof entry[key] !== "string")
        fail(`${key} in an entry of templates must be a string.`);
    const syntax = syntaxes.find((each) => each === entry.syntax);
    if (entry.syntax !== undefined && !syntax) fail(`syntax in an entry of templates must be ${syntaxes.join(", ")}.`);
    const renderer = entry.renderer === undefined ? undefined : asList(entry.renderer, "renderer", fail);
    if (renderer?.length === 0) fail("renderer in an entry of templates is empty.");
    return {
      files: asList(entry.files, "files in an entry of templates", fail),
      data: asList(entry.data, "data in an entry of templates", fail),
      ...Object.fromEntries(texts.filter((key) => entry[key] !== undefined).map((key) => [key, entry[key]])),
      ...(syntax && { syntax }),
      ...(renderer && { renderer }),
    };
  });
}
