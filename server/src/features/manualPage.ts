import * as l10n from "@vscode/l10n";
import type { Snapshot } from "../analysis/snapshot";
import type { SettingFacts } from "../checks/check";
import type { Parameter, Range, Setpoint } from "../schema/model";
import { codeSpan, escapeMarkdown } from "../text/markdown";
import { themes } from "../values/signal/picture";
import type { ClientAbilities } from "./feature";

/** Options shown at most; some lists have some hundred. */
const optionsShown = 24;

/** The page of a parameter as Markdown; undefined for an unknown name. */
export function parameterPage(
  name: string,
  { setpoint }: SettingFacts,
  snapshot: Pick<Snapshot, "catalogue">,
): string | undefined {
  if (!setpoint) return undefined;
  const { parameter } = setpoint;
  const place =
    parameter.placeByFamily?.[setpoint.device.family ?? ""] ??
    [parameter.tab, parameter.section].filter((part) => part !== "").join(" > ");
  const marks = [
    parameter.secret ? l10n.t("secret") : undefined,
    parameter.readOnly ? l10n.t("read only") : undefined,
    parameter.since ? l10n.t("since {0}", parameter.since) : undefined,
  ].filter((mark) => mark !== undefined);
  const lines = [
    `**${escapeMarkdown(name)}**${place === "" ? "" : ` — ${escapeMarkdown(place)}`}`,
    escapeMarkdown(parameter.note),
    facts(setpoint),
    marks.length > 0 ? `*${marks.map(escapeMarkdown).join(", ")}*` : "",
    familiesLine(parameter, snapshot),
    parameter.tr069 ? `TR-069: ${codeSpan(parameter.tr069)}` : "",
  ];
  return lines.filter((line) => line !== "").join("\n\n");
}

/** What the value says in words; nothing for secrets and for values that speak for themselves. */
export function valuePage({ setpoint, type }: SettingFacts, text: string): string | undefined {
  if (!setpoint || !type || setpoint.parameter.secret) return undefined;
  if (text === "") return undefined;
  if (text === '""') return l10n.t("Explicit empty text");
  const words = type.describe?.(text, setpoint);
  if (words === undefined || type.tellsMarkdown) return words;
  return words.split("\n\n").map(escapeMarkdown).join("\n\n");
}

/** The value as an image in Markdown, for clients that show pictures. */
export function pictureOf(
  { setpoint, type }: SettingFacts,
  text: string,
  { pictures }: Pick<ClientAbilities, "pictures">,
): string | undefined {
  if (!pictures || !setpoint || !type?.picture) return undefined;
  const svg = type.picture(text, themes[pictures], setpoint);
  // Parentheses would end the address in Markdown.
  const escaped = (c: string) => `%${c.charCodeAt(0).toString(16)}`;
  return svg && `![](data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg).replace(/[()'*!]/g, escaped)})`;
}

function facts(setpoint: Setpoint): string {
  const rows: string[] = [`${l10n.t("Type")}: ${codeSpan(typeName(setpoint))}`];
  if (setpoint.options.length > 0) {
    const shown = setpoint.options.slice(0, optionsShown).map((option) => labelled(option, setpoint.parameter));
    rows.push(`${l10n.t("Options")}: ${shown.join(" · ")}${setpoint.options.length > optionsShown ? " …" : ""}`);
  }
  if (setpoint.ranges.length > 0) {
    const unit = setpoint.parameter.unit ? ` ${escapeMarkdown(setpoint.parameter.unit)}` : "";
    rows.push(`${l10n.t("Range")}: ${setpoint.ranges.map(rangeText).join(", ")}${unit}`);
  }
  if (setpoint.default !== undefined && !setpoint.parameter.secret) {
    rows.push(`${l10n.t("Default")}: ${setpoint.default === "" ? l10n.t("empty") : codeSpan(setpoint.default)}`);
  }
  return rows.join("  \n");
}

function labelled(option: string, parameter: Parameter): string {
  const labels = parameter.optionLabels;
  const label = labels && Object.hasOwn(labels, option) ? labels[option] : undefined;
  return label ? `${codeSpan(option)} ${escapeMarkdown(label)}` : codeSpan(option);
}

export function typeName({ parameter, argument }: Setpoint): string {
  return argument === undefined ? parameter.type : `${parameter.type}<${argument}>`;
}

export function rangeText({ min, max }: Range): string {
  if (min === undefined) return `≤ ${max}`;
  return max === undefined ? `≥ ${min}` : `${min}–${max}`;
}

function familiesLine(parameter: Parameter, { catalogue }: Pick<Snapshot, "catalogue">): string {
  const ids = Object.entries(parameter.families).filter(([, evidence]) => evidence !== "doubtful");
  const products = (parameter.products ?? []).map(escapeMarkdown);
  if (ids.length + products.length === 0) return "";
  const all = catalogue.families.length === ids.length;
  const names = ids.map(([id, evidence]) => `${escapeMarkdown(id)}${evidence === "inferred" ? "?" : ""}`);
  names.push(...products);
  return `${l10n.t("On")}: ${all ? l10n.t("all families") : names.join(", ")}`;
}
