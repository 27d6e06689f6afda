import * as l10n from "@vscode/l10n";
import type { Catalogue } from "../../../schema/catalogue";
import { familyOf } from "../../../schema/identity";
import type { DeviceChoice } from "../../../schema/model";
import { Recent } from "../../../text/recent";
import type { Problem, Span } from "../../../text/span";
import { fileIn, isFirmware, judgeForAll, judgeLoad, type LoadVerdict, type Phone } from "./firmwareLoad";
import { reaching } from "./reach";
import { readRule } from "./rule";
import { urlParts } from "./ruleUrl";
import { maskedUrl, urlProblems } from "./urlProblems";

// What the file that a rule fetches cannot be. Macros in the URL are expanded, or masked by signs that
// no name of a file has; `typed` is the URL with its macros, for messages.

interface FetchedFile {
  readonly file: string;
  /** As it is typed. */
  readonly shown: string;
  readonly span: Span;
  /** Of a path without a file, to its last `/`. */
  readonly folder: string;
  readonly scheme: string;
}

function fetched(url: string, start: number, typed: string): FetchedFile | undefined {
  const { scheme = "tftp", path, pathAt } = urlParts(url);
  if (path === undefined || /\s/.test(url)) return undefined;
  const file = fileIn(path);
  const at = pathAt + (path.search(/[?#]|$/) - file.length);
  return {
    file,
    shown: typed.slice(at, at + file.length),
    span: { start: start + at, end: start + at + file.length },
    folder: file === "" && !/[?#]/.test(path) ? path : "",
    scheme: scheme.toLowerCase(),
  };
}

/** A profile rule that fetches something other than a profile. */
export function profileFileProblems(url: string, start: number, catalogue: Catalogue, typed = url): Problem[] {
  const found = fetched(url, start, typed);
  if (!found) return [];
  const { file, shown, span, folder, scheme } = found;
  if (folder !== "") {
    // A web server may have an answer for the folder itself, most often for its root.
    if (folder === "/" && scheme !== "tftp") return [];
    return [noFile({ start: span.start - 1, end: span.end })];
  }
  if (!isFirmware(file, catalogue)) return [];
  return [
    {
      code: "rule/fetches-firmware",
      severity: "warning",
      message: l10n.t(
        "`{0}` is firmware, but the rule loads a profile. The phone cannot read it. Move the URL to `Upgrade_Rule`.",
        shown,
      ),
      span,
    },
  ];
}

/**
 * An upgrade rule that fetches what none of `phones` takes; for no phones, what no phone takes.
 */
function upgradeFileProblems(
  url: string,
  start: number,
  phones: readonly Phone[],
  catalogue: Catalogue,
  typed = url,
): Problem[] {
  const found = fetched(url, start, typed);
  if (!found) return [];
  const { file, shown, span, folder } = found;
  if (folder !== "") return [noFile({ start: span.start - 1, end: span.end })];
  const verdicts =
    phones.length === 0 ? [judgeForAll(file, catalogue)] : phones.map((phone) => judgeLoad(file, phone, catalogue));
  const [first] = verdicts;
  if (!first || verdicts.some(({ is }) => is !== first.is)) return [];
  const message = upgradeMessage(shown, first);
  if (message === undefined) return [];
  return [
    {
      code: first.is === "other phone" ? "upgrade/other-phone" : "upgrade/no-firmware",
      severity: "warning",
      message,
      span,
    },
  ];
}

function upgradeMessage(file: string, verdict: LoadVerdict): string | undefined {
  if (verdict.is === "no firmware")
    return /^\.(?:zip|cop|tar|tgz|gz|rar|7z|exe|iso)/i.test(verdict.ending)
      ? l10n.t(
          "`{0}` is a package, not firmware. The phone cannot install it. Unpack it and name the firmware file in it.",
          file,
        )
      : l10n.t("A file that ends in `{0}` is not firmware. The phone cannot install it.", verdict.ending);
  if (verdict.is !== "other phone") return undefined;
  return verdict.mark.startsWith(".")
    ? l10n.t(
        "Files that end in `{0}` are firmware for other phones ({1}). The phone cannot install it.",
        verdict.mark,
        verdict.models,
      )
    : l10n.t("`{0}` is firmware for other phones ({1}). The phone rejects it.", file, verdict.models);
}

function noFile(span: Span): Problem {
  return {
    code: "rule/no-file",
    severity: "warning",
    message: l10n.t("The URL has no file name. The phone does not add one. Write the file name after the last `/`."),
    span,
  };
}

/** Several checks ask about each rule, each for its own code. */
const known = new WeakMap<
  DeviceChoice,
  { readonly catalogue: Catalogue; readonly rules: Recent<readonly Problem[]> }
>();

/** Of a rule as it is typed, for the phones that the file is stated to be for. */
export function fileProblemsOf(
  parameter: string,
  text: string,
  device: DeviceChoice,
  catalogue: Catalogue,
): readonly Problem[] {
  let found = known.get(device);
  if (found?.catalogue !== catalogue) {
    found = { catalogue, rules: new Recent() };
    known.set(device, found);
  }
  return found.rules.get(`${parameter} ${text}`, (key) =>
    findFileProblems(parameter, key.slice(parameter.length + 1), device, catalogue),
  );
}

function findFileProblems(parameter: string, text: string, device: DeviceChoice, catalogue: Catalogue): Problem[] {
  const rule = readRule(text, parameter === "Upgrade_Rule" ? "upgrade" : "profile");
  if (rule.isComment) return [];
  const isUpgrade = parameter === "Upgrade_Rule";
  const all = phonesOf(device, catalogue);
  const reach = isUpgrade ? reaching(rule.alternatives, all) : [];
  return rule.alternatives.flatMap(({ url, urlSpan, span }, i) => {
    if (
      rule.problems.some(
        (each) => each.severity === "error" && each.span.start >= span.start && each.span.end <= span.end,
      )
    )
      return [];
    const masked = maskedUrl(url);
    if (url === "" || urlProblems(url, 0, isUpgrade ? "upgrade" : "profile").length > 0) return [];
    if (!isUpgrade) return profileFileProblems(masked, urlSpan.start, catalogue, url);
    const phones = reach[i] ?? [];
    // Of a phone that is not stated, only what the rule itself says counts.
    const isCertain = device.certainty === "stated" || phones.length < all.length;
    return upgradeFileProblems(masked, urlSpan.start, isCertain ? phones : [], catalogue, url);
  });
}

function phonesOf({ family: id, model: name, certainty }: DeviceChoice, catalogue: Catalogue): readonly Phone[] {
  const isStated = certainty === "stated";
  const named = isStated && name !== undefined ? familyOf({ model: name, pn: name }, catalogue) : undefined;
  if (named?.model) return [{ family: named.family, model: named.model }];
  return catalogue.families
    .filter((family) => !isStated || id === undefined || family.id === id)
    .flatMap((family): Phone[] => family.models.map((model) => ({ family, model })));
}
