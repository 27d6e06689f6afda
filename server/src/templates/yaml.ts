import * as l10n from "@vscode/l10n";
import { FAILSAFE_SCHEMA, load, Type, YAMLException } from "js-yaml";
import type { ReadYaml } from "./rows";

// Texts stay as they are typed: `0049123` is a number to dial and `00005e005301` an address, so only what is written as
// JSON writes it is a number, and nothing is a date.

const scalar = (tag: string, form: RegExp, construct: (text: string) => unknown) =>
  new Type(`tag:yaml.org,2002:${tag}`, {
    kind: "scalar",
    resolve: (text: unknown) => typeof text === "string" && form.test(text),
    construct: (text: unknown) => construct(String(text)),
  });

const schema = FAILSAFE_SCHEMA.extend({
  implicit: [
    scalar("null", /^(?:~|null|Null|NULL|)$/, () => null),
    scalar("bool", /^(?:true|True|TRUE|false|False|FALSE)$/, (text) => /^t/i.test(text)),
    scalar("int", /^(?:0|-?[1-9]\d{0,14})$/, Number),
    scalar("float", /^-?(?:0|[1-9]\d{0,14})\.\d{1,15}$/, Number),
  ],
});

export function readYaml(text: string): ReturnType<ReadYaml> {
  try {
    return { value: load(text, { schema }) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    // The rest of the message quotes the text.
    return { fault: l10n.t("Line {0}: Not valid YAML: {1}.", (error.mark?.line ?? 0) + 1, error.reason) };
  }
}
