import * as l10n from "@vscode/l10n";

// part = "S30817-S740" model "-" "A" / letter  digit "10" color "-" revision
// as printed on the phone and in the item `part-number`: S30817-S7403-A103-15

const models: Readonly<Record<string, string>> = {
  "1": "OpenStage 20",
  "2": "OpenStage 40",
  "3": "OpenStage 60",
  "4": "OpenStage 80",
};

/** From this revision on a phone is of the newer hardware; by model and color. */
const newFrom: Readonly<Record<string, number>> = { "11": 14, "13": 2, "21": 20, "23": 2, "31": 15, "33": 1, "41": 10 };

interface Part {
  readonly model: string;
  readonly revision: number;
  /** Undefined where the revision does not say it. */
  readonly isNewHardware: boolean | undefined;
}

export function readPart(text: string): Part | undefined {
  const [, digit = "", color = "", revision = ""] =
    /^\s*S30817-S740([1-4])-[A-Z]?10(\d)-(?:[A-Z]?)(\d{1,3})\s*$/i.exec(text) ?? [];
  const model = models[digit];
  if (model === undefined) return undefined;
  const first = newFrom[digit + color];
  return {
    model,
    revision: Number(revision),
    isNewHardware: first === undefined ? undefined : Number(revision) >= first,
  };
}

/** A hint: the level of the hardware itself is not public. */
export function partInWords(text: string): string | undefined {
  const part = readPart(text);
  if (part?.isNewHardware === undefined) return undefined;
  return part.isNewHardware
    ? l10n.t("Part number {0}: {1} with the newer hardware.", text.trim(), part.model)
    : l10n.t("Part number {0}: {1} with the older hardware.", text.trim(), part.model);
}
