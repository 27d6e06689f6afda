import * as l10n from "@vscode/l10n";
import type { DialectService } from "../analysis/dialectService";
import type { SettingFacts } from "../checks/check";
import type { Catalogue } from "../schema/catalogue";
import type { EffectiveParameter, FamilyId, Parameter, Range } from "../schema/model";
import { webPath } from "../schema/webPlace";
import { codeSpan, escapeMarkdown } from "../text/markdown";
import { labelOf } from "../values/choice";
import { type PictureTheme, themes } from "../values/pictureTheme";
import type { ClientAbilities } from "./feature";
import { type Links, linked, noLinks, prose } from "./reference/links";

/** Options shown at most; some lists have some hundred. */
const optionsShown = 24;

/** What is most needed of a parameter as Markdown, with links to full pages; undefined for an unknown name. */
export function parameterPage(
  name: string,
  { effective }: SettingFacts,
  service: Pick<DialectService, "catalogue" | "manual">,
  links: Links = noLinks,
): string | undefined {
  if (!effective) return undefined;
  const { parameter } = effective;
  const { catalogue } = service;
  const place = webPath(parameter, effective.device.family, catalogue);
  const gist = service.manual.ofParameter(parameter)?.gist ?? parameter.note;
  const address = links.parameter(parameter);
  const marks = [
    parameter.secret ? l10n.t("secret") : undefined,
    parameter.readOnly ? l10n.t("read only") : undefined,
    parameter.since ? l10n.t("since {0}", parameter.since) : undefined,
  ].filter((mark) => mark !== undefined);
  const lines = [
    `**${escapeMarkdown(name)}**${place === "" ? "" : ` — ${escapeMarkdown(place)}`}`,
    prose(gist, service, noLinks),
    facts(effective, catalogue, links),
    marks.length > 0 ? `*${marks.map(escapeMarkdown).join(", ")}*` : "",
    familiesLine(parameter, catalogue),
    address === undefined ? "" : linked(l10n.t("Full manual page"), address),
  ];
  return lines.filter((line) => line !== "").join("\n\n");
}

/** What the value says in words; nothing for secrets and for values that speak for themselves. */
export function valuePage({ effective, type }: SettingFacts, text: string): string | undefined {
  if (!effective || !type || effective.parameter.secret) return undefined;
  if (text === "") return undefined;
  if (text === '""') return l10n.t("Explicit empty text");
  const words = type.describe?.(text, effective);
  if (words === undefined || type.takesMarkdown) return words;
  return words.split("\n\n").map(escapeMarkdown).join("\n\n");
}

/** The value as an image in Markdown, for clients that show pictures. */
export function pictureOf(
  { effective, type }: SettingFacts,
  text: string,
  { pictures }: Pick<ClientAbilities, "pictures">,
): string | undefined {
  if (!effective || !type?.picture) return undefined;
  return imageOf((theme) => type.picture?.(text, theme, effective), pictures);
}

/** An SVG picture as an image in Markdown, for clients that show pictures. */
export function imageOf(
  draft: (theme: PictureTheme) => string | undefined,
  pictures: ClientAbilities["pictures"],
): string | undefined {
  const svg = pictures && draft(themes[pictures]);
  // Parentheses would end the address in Markdown.
  const escaped = (c: string) => `%${c.charCodeAt(0).toString(16)}`;
  return svg && `![](data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg).replace(/[()'*!]/g, escaped)})`;
}

function facts(effective: EffectiveParameter, { types }: Catalogue, links: Links): string {
  const { type } = effective.parameter;
  const rows: string[] = [
    `${l10n.t("Type")}: ${linked(escapeMarkdown(types.get(type)?.title ?? type), links.type(type))}`,
  ];
  if (effective.options.length > 0) {
    const shown = effective.options.slice(0, optionsShown).map((option) => labelled(option, effective.parameter));
    rows.push(`${l10n.t("Options")}: ${shown.join(" · ")}${effective.options.length > optionsShown ? " …" : ""}`);
  }
  if (effective.ranges.length > 0) {
    const unit = effective.parameter.unit ? ` ${escapeMarkdown(effective.parameter.unit)}` : "";
    rows.push(`${l10n.t("Range")}: ${effective.ranges.map(rangeText).join(", ")}${unit}`);
  }
  if (effective.default !== undefined && !effective.parameter.secret) {
    rows.push(`${l10n.t("Default")}: ${effective.default === "" ? l10n.t("empty") : codeSpan(effective.default)}`);
  }
  return rows.join("  \n");
}

function labelled(option: string, parameter: Parameter): string {
  const label = labelOf(option, parameter);
  return label ? `${codeSpan(option)} ${escapeMarkdown(label)}` : codeSpan(option);
}

export function rangeText({ min, max }: Range): string {
  if (min === undefined) return `≤ ${max}`;
  return max === undefined ? `≥ ${min}` : `${min}–${max}`;
}

/** Its name and then its id, as Markdown. */
export function familyName(id: FamilyId, catalogue: Catalogue): string {
  return `${escapeMarkdown(catalogue.family(id)?.name ?? id)} (${codeSpan(id)})`;
}

function familiesLine(parameter: Parameter, catalogue: Catalogue): string {
  const ids = Object.entries(parameter.families).filter(([, evidence]) => evidence !== "doubtful");
  const products = (parameter.products ?? []).map(escapeMarkdown);
  if (ids.length + products.length === 0) return "";
  const all = catalogue.families.length === ids.length;
  const { sinceByFamily: releases = {} } = parameter;
  const names = ids.map(([id, evidence]) => {
    const release = Object.hasOwn(releases, id) ? ` ${releases[id]}` : "";
    return `${escapeMarkdown(`${catalogue.family(id)?.name ?? id} (${id})`)}${evidence === "inferred" ? "?" : ""}${escapeMarkdown(release)}`;
  });
  names.push(...products);
  return `${l10n.t("On")}: ${all && !parameter.sinceByFamily ? l10n.t("all families") : names.join(", ")}`;
}
