import * as l10n from "@vscode/l10n";
import type { Profile } from "../profile/profile";
import { keyOf, type Setting } from "../profile/setting";
import type { Catalogue } from "../schema/catalogue";
import type { ProfileCheckContext, SharedCheck } from "./check";
import { type Guess, guessOf, isWrongCase } from "./nameGuess";
import { unknownName } from "./unknownName";

export const unknownParameter: SharedCheck = {
  code: "parameter/unknown",
  severity: "hint",
  title: "Unknown parameter",
  docs: `Our catalogue has no parameter of this name. A phone that does not have a parameter ignores it and reports nothing. The catalogue does not list every parameter of every product, so an unknown name is only a hint.

When the name looks like a misspelling of a known one, it is a **warning**: the value was probably meant for that parameter and does not reach it. A letter may be wrong; a line number may be missing, written in another way, or added to a parameter of the whole phone; or the words may be written as in the text of the manual. A name with a different word in it, or with its words in another order, may belong to a product that we do not list, so it stays a hint. Use the fix, or add the name to the catalogue with \`flat-profile learn\` when your firmware has it.`,
  inFragments: true,
  profile(profile, { catalogue, device, select, write, report }) {
    for (const { first, key } of unknownNames(profile, select)) {
      if (isInUnknownSection(first, catalogue) || isMisplaced(first, catalogue)) continue;
      if (isWrongCase(first.name, first.path, catalogue)) continue;
      const guess = guessOf(first, device, catalogue);
      // When the right name is also there, the other one is not a slip of it.
      const isThere =
        guess && profile.inEffect(key.slice(0, key.length - first.name.length) + guess.name) !== undefined;
      for (const setting of profile.all(key))
        if (guess && !isThere) {
          report(setting, {
            severity: guess.kind === "similar" ? "hint" : "warning",
            message: messageOf(setting.writtenName, guess),
            ...(guess.kind !== "range" && {
              fixes: [{ title: l10n.t("Replace with `{0}`", guess.name), edits: write.rename(setting, guess.name) }],
            }),
          });
        } else report(setting, { message: plainMessage(setting, catalogue) });
    }
  },
};

function messageOf(name: string, { kind, name: meant }: Guess): string {
  switch (kind) {
    case "extra":
      return l10n.t("`{0}` is not in our catalogue. `{1}` does not have this number.", name, meant);
    case "missing":
      return l10n.t("`{0}` is not in our catalogue. It needs a number, such as `{1}`.", name, meant);
    case "range":
      return l10n.t("`{0}` is not in our catalogue. The nearest number is that of `{1}`.", name, meant);
    case "similar":
      return l10n.t("`{0}` is not in our catalogue. A similar name is `{1}`.", name, meant);
    default:
      return l10n.t("`{0}` is not in our catalogue. Did you mean `{1}`?", name, meant);
  }
}

function plainMessage(setting: Setting, catalogue: Catalogue): string {
  const { name, path, writtenName } = setting;
  if (catalogue.findPattern(name, path))
    return l10n.t("The number in `{0}` is higher or lower than those in our catalogue.", writtenName);
  return l10n.t("`{0}` is not in our catalogue.", writtenName);
}

/** Each unknown name, with its first setting and its key in the profile. */
export function* unknownNames(
  profile: Profile,
  select: ProfileCheckContext["select"],
): Iterable<{ readonly first: Setting; readonly key: string }> {
  const keys = new Set<string>();
  for (const first of select(profile, unknownName)) {
    const key = keyOf(first);
    if (keys.has(key)) continue;
    keys.add(key);
    yield { first, key };
  }
}

/** A setting inside a section that the catalogue lacks. */
function isInUnknownSection({ path }: Setting, catalogue: Catalogue): boolean {
  return path !== "" && !catalogue.hasSection(path);
}

/** A parameter of the phone in a section of the router. */
function isMisplaced({ name, path }: Setting, catalogue: Catalogue): boolean {
  return path !== "" && catalogue.has(name, "");
}
