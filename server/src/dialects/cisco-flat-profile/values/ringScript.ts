import * as l10n from "@vscode/l10n";
import type { EffectiveParameter } from "../../../schema/model";
import type { Problem } from "../../../text/span";
import { currentItem } from "../../../values/currentItem";
import { pairOf, readPairs } from "../../../values/keyValue";
import { pairTokens } from "../../../values/pairTokens";
import type { ValueType } from "../../../values/valueType";

// n=name;w=waveform;c=cadence[;b=break][;t=total] : specification section 9.1.

interface RingTone {
  readonly name: string | undefined;
  readonly waveform: string | undefined;
  readonly cadence: number | undefined;
  readonly break: number | undefined;
  readonly total: number | undefined;
  readonly problems: readonly Problem[];
}

export function readRing(text: string): RingTone {
  const pairs = readPairs(text);
  const problems: Problem[] = [];
  const name = pairOf(pairs, "n");
  const waveform = pairOf(pairs, "w");
  const cadence = pairOf(pairs, "c");
  const whole = { start: 0, end: text.length };
  if (!waveform)
    problems.push({
      code: "ring/no-waveform",
      severity: "warning",
      message: l10n.t("Missing `w=`. The phone has no sound to play."),
      span: whole,
    });
  const wave = waveform?.value ?? "";
  const isPath = wave !== "" && !/^\d+$/.test(wave);
  if (waveform && /^\d+$/.test(wave) && !/^[1-4]$/.test(wave)) {
    // Guides name four.
    problems.push({
      code: "ring/no-such-waveform",
      severity: /^[5-9]$/.test(wave) ? "hint" : "warning",
      message: l10n.t("Unknown waveform `{0}`. Use 1 to 4, or the path of a file.", wave),
      span: waveform.valueSpan,
    });
  }
  if (cadence && !/^\d{1,2}$/.test(cadence.value)) {
    problems.push({
      code: "ring/bad-cadence",
      severity: "warning",
      message: l10n.t("`{0}` is not a valid cadence. Use 0 to 9.", cadence.value),
      span: cadence.valueSpan,
    });
  } else if (cadence && Number(cadence.value) > 9) {
    problems.push({
      code: "ring/bad-cadence",
      severity: "warning",
      message: l10n.t("Cadence {0} is too high. Use 0 to 9.", cadence.value),
      span: cadence.valueSpan,
    });
  } else if (cadence?.value === "0" && waveform && !isPath && wave !== "3" && wave !== "4") {
    problems.push({
      code: "ring/natural-length",
      severity: "warning",
      message: l10n.t("`c=0` (natural length) works only with `w=3`, `w=4` or a file."),
      span: cadence.valueSpan,
    });
  }
  for (const pair of pairs) {
    if (pair.key === "" || !/^[nwcbt]$/i.test(pair.key)) {
      problems.push({
        code: "ring/unknown-key",
        severity: "info",
        message: l10n.t(
          "Unknown key `{0}`. A ring script has `n=`, `w=`, `c=`, `b=` and `t=`.",
          pair.key || pair.value,
        ),
        span: pair.key === "" ? pair.span : pair.keySpan,
      });
    }
  }
  return {
    name: name?.value,
    waveform: waveform?.value,
    cadence: numberOf(cadence?.value),
    break: numberOf(pairOf(pairs, "b")?.value),
    total: numberOf(pairOf(pairs, "t")?.value),
    problems,
  };
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d*\.?\d+$/.test(text) ? Number(text) : undefined;
}

const waves: readonly (() => string)[] = [
  () => l10n.t("mechanical bell"),
  () => l10n.t("typical phone ring"),
  () => l10n.t("classic ring"),
  () => l10n.t("wide-band sweep"),
];

/** SPA phones ship Ring11 and Ring12 with a fifth and a sixth waveform; in older files they are everywhere. */
function isShippedOnSpa({ code }: Problem, waveform: string | undefined, { generation }: EffectiveParameter): boolean {
  if (code !== "ring/no-such-waveform" || !/^[56]$/.test(waveform ?? "")) return false;
  return generation === undefined || generation === "SPA";
}

export const ringScript: ValueType = {
  id: "RingScript",
  check(text, at) {
    const { problems, waveform } = readRing(text);
    return problems.filter((problem) => !isShippedOnSpa(problem, waveform, at));
  },
  describe(text) {
    const { name, waveform, cadence } = readRing(text);
    const sound = /^[1-4]$/.test(waveform ?? "") ? waves[Number(waveform) - 1]?.() : waveform;
    const rhythm =
      cadence === undefined
        ? ""
        : cadence === 0
          ? l10n.t("in its natural length")
          : l10n.t("in the rhythm of Cadence_{0}", cadence);
    return l10n.t("{0}: {1} {2}", name ?? "", sound ?? "", rhythm).trim();
  },
  complete: (text, offset) =>
    ["n=", "w=", "c="]
      .filter((key) => !text.includes(key))
      .map((label) => ({ label, kind: "keyword" as const, replace: currentItem(text, offset, ";") })),
  tokens: pairTokens,
  signature(text, offset) {
    const pairs = readPairs(text).filter(({ key }) => meaningOf(key) !== undefined);
    const active = pairs.findIndex(({ span }) => offset >= span.start && offset <= span.end);
    if (active < 0) return undefined;
    return {
      label: text,
      parts: pairs.map(({ span, key }) => ({ span, documentation: meaningOf(key) ?? "" })),
      active,
    };
  },
};

function meaningOf(key: string): string | undefined {
  switch (key.toLowerCase()) {
    case "n":
      return l10n.t("Name in the menu. The Alert-Info header uses the same name.");
    case "w":
      return l10n.t("Sound. 1 to 4 are built in. Other values are the path of a file.");
    case "c":
      return l10n.t("Rhythm: the number of a cadence. 0 is the natural length of the sound.");
    case "b":
      return l10n.t("Pause in seconds, on SPA phones");
    case "t":
      return l10n.t("Total length in seconds, on SPA phones");
    default:
      return undefined;
  }
}
