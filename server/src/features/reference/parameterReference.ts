import * as l10n from "@vscode/l10n";
import type { DialectService } from "../../analysis/dialectService";
import { webLabel } from "../../schema/elementName";
import type { ManualEntry } from "../../schema/manual";
import type { EffectiveParameter, FamilyId, Parameter } from "../../schema/model";
import { fillPattern, parsePattern } from "../../schema/pattern";
import { webPath } from "../../schema/webPlace";
import { codeSpan, escapeProse } from "../../text/markdown";
import { familyName, rangeText } from "../manualPage";
import { type Links, linked, prose } from "./links";
import { bullets, exampleOf, joined, optionTerms, section } from "./markup";

/** The full page of a parameter as Markdown, for the phone of `effective` or for all. */
export function parameterReference(
  name: string,
  effective: EffectiveParameter,
  service: DialectService,
  links: Links,
): string {
  const { parameter } = effective;
  const entry = service.manual.ofParameter(parameter);
  const text = (written: string) => prose(written, service, links);
  const list = (items: readonly string[] = []) => bullets(items.map(text));
  return joined([
    `# ${escapeProse(parameter.path === "" ? name : `${parameter.path}/${name}`)}`,
    place(effective, service),
    text(entry?.gist ?? parameter.note),
    bullets(facts(effective, service, links)),
    section(l10n.t("Values"), values(effective, entry, text)),
    section(l10n.t("Depends on"), list(entry?.depends)),
    section(l10n.t("What overrides it"), list(entry?.overrides)),
    section(l10n.t("In practice"), list(entry?.practice)),
    ...(entry?.examples ?? []).map((example) =>
      section(l10n.t("Example"), joined([exampleOf(example, elementOf(effective), service), text(example.effect)])),
    ),
    section(l10n.t("Where documents disagree"), list(entry?.disputes)),
    section(l10n.t("Phones"), phones(effective, entry, service, text)),
    section(l10n.t("Web page"), joined([bullets(webPages(parameter, service)), entry?.web ? text(entry.web) : ""])),
    section(l10n.t("Related"), (entry?.related ?? []).map((each) => text(`\`${each}\``)).join(", ")),
    section(l10n.t("Sources"), sources(entry)),
  ]);
}

/** Titles of the documents that a page is made of, and how much they state. */
export function sources(entry: ManualEntry | undefined): string {
  if (!entry) return "";
  const basis = { partly: l10n.t("Documents state only a part of this page."), thin: l10n.t("Hardly documented.") };
  return joined([entry.basis ? basis[entry.basis] : "", bullets(entry.sources.map(escapeProse))]);
}

/** The element of an example: the one that is asked for, or the first of a pattern. */
function elementOf({ name, parameter, indexes }: EffectiveParameter): string {
  if (name !== parameter.name) return name;
  const firsts = Object.values(parameter.index ?? {}).map(([first]) => first);
  return fillPattern(parsePattern(name), indexes.length > 0 ? indexes : firsts);
}

function place({ parameter, device }: EffectiveParameter, { catalogue }: DialectService): string {
  const path = webPath(parameter, device.family, catalogue);
  const label = webLabel(parameter, catalogue);
  return [label === parameter.name ? "" : `**${escapeProse(label)}**`, escapeProse(path)]
    .filter((part) => part !== "")
    .join(" — ");
}

function facts(effective: EffectiveParameter, { catalogue }: DialectService, links: Links): string[] {
  const { parameter, argument } = effective;
  const facts = catalogue.types.get(parameter.type);
  const typed = linked(escapeProse(facts?.title ?? parameter.type), links.type(parameter.type));
  // some count in steps of more than one: `20 s`
  const step = /^\d/.test(parameter.unit ?? "") ? " ×" : "";
  const unit = parameter.unit ? `${step} ${escapeProse(parameter.unit)}` : "";
  const access: Readonly<Record<string, string>> = {
    na: l10n.t("none"),
    ro: l10n.t("read"),
    rw: l10n.t("read and change"),
  };
  const rows: readonly (readonly [label: string, value: string | undefined])[] = [
    [l10n.t("Type"), argument === undefined ? typed : `${typed} (${argument} ${facts?.argument ?? ""})`],
    [l10n.t("Range"), effective.ranges.length > 0 ? `${effective.ranges.map(rangeText).join(", ")}${unit}` : undefined],
    [l10n.t("Unit"), effective.ranges.length === 0 ? parameter.unit && escapeProse(parameter.unit) : undefined],
    [l10n.t("Default"), parameter.secret ? undefined : defaultText(effective.default)],
    [
      l10n.t("Longest value"),
      parameter.maxLength === undefined ? undefined : l10n.t("{0} characters", parameter.maxLength),
    ],
    [
      l10n.t("Longest value on older devices"),
      parameter.legacyMaxLength === undefined ? undefined : l10n.t("{0} characters", parameter.legacyMaxLength),
    ],
    ...Object.entries(parameter.index ?? {}).map(
      ([key, [first, last]]) => [l10n.t("Number `{0}`", `{${key}}`), `${first}–${last}`] as const,
    ),
    [l10n.t("Access of users"), parameter.defaultUa && access[parameter.defaultUa]],
    [l10n.t("Since"), parameter.since && escapeProse(parameter.since)],
    [l10n.t("Also spelled"), parameter.variants?.map(codeSpan).join(", ")],
    [l10n.t("TR-069"), parameter.tr069 && codeSpan(parameter.tr069)],
  ];
  const marks = [
    parameter.secret ? l10n.t("The value is a secret: it is never shown.") : "",
    parameter.readOnly ? l10n.t("Read only: the phone writes it, and setting it has no effect.") : "",
  ];
  return [
    ...rows.flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${value}`])),
    ...marks.filter((mark) => mark !== ""),
  ];
}

function defaultText(value: string | undefined): string | undefined {
  return value === "" ? l10n.t("empty") : value && codeSpan(value);
}

function values(
  { options, parameter }: EffectiveParameter,
  entry: ManualEntry | undefined,
  text: (written: string) => string,
): string {
  const explained = optionTerms(options, entry?.options ?? {}, parameter, text);
  return joined([
    bullets(explained),
    entry?.range ? text(entry.range) : "",
    entry?.empty ? l10n.t("Empty: {0}", text(entry.empty)) : "",
  ]);
}

/** Families that are alike in what differs by family, on one line. */
function phones(
  { parameter, device }: EffectiveParameter,
  entry: ManualEntry | undefined,
  { catalogue }: DialectService,
  text: (written: string) => string,
): string {
  const evidence = Object.entries(parameter.families).filter(([id]) => catalogue.family(id) !== undefined);
  const chosen = device.family === undefined ? evidence : evidence.filter(([id]) => id === device.family);
  const lines = new Map<string, string[]>();
  for (const [id, known] of chosen) {
    const words = [...differences(parameter, id), ...doubts(known)].join(", ");
    lines.set(words, [...(lines.get(words) ?? []), familyName(id, catalogue)]);
  }
  const rows = [...lines].map(([words, names]) => `${names.join(", ")}${words === "" ? "" : `: ${words}`}`);
  const older = (parameter.products ?? []).map(escapeProse);
  return joined([
    bullets([...rows, ...(older.length > 0 ? [older.join(", ")] : [])]),
    entry?.families ? text(entry.families) : "",
    entry?.since ? l10n.t("Since: {0}", text(entry.since)) : "",
  ]);
}

function differences(parameter: Parameter, id: FamilyId): string[] {
  const own = <T>(record: Readonly<Record<string, T>> | undefined) =>
    record && Object.hasOwn(record, id) ? record[id] : undefined;
  const value = parameter.secret ? undefined : defaultText(own(parameter.defaultByFamily));
  const options = own(parameter.optionsByFamily);
  const range = own(parameter.rangeByFamily);
  const since = own(parameter.sinceByFamily);
  return [
    value && l10n.t("default {0}", value),
    options && l10n.t("options {0}", options.map(codeSpan).join(" ")),
    range && l10n.t("range {0}", rangeText(range)),
    since && l10n.t("since {0}", escapeProse(since)),
  ].filter((words) => words !== undefined);
}

function doubts(evidence: Parameter["families"][string]): string[] {
  if (evidence === "doubtful") return [l10n.t("doubtful: a shared guide names it, the sample profile lacks it")];
  if (evidence === "inferred") return [l10n.t("not seen, but sibling models have it")];
  return evidence === "template" ? [l10n.t("seen in templates only")] : [];
}

/** The places in the web interface, each with the families that have it there. */
function webPages(parameter: Parameter, { catalogue }: DialectService): string[] {
  const paths = new Map<string, string[]>();
  for (const id of Object.keys(parameter.families)) {
    const path = webPath(parameter, id, catalogue);
    if (path !== "") paths.set(path, [...(paths.get(path) ?? []), escapeProse(catalogue.family(id)?.name ?? id)]);
  }
  const [only] = paths.keys();
  if (only !== undefined && paths.size === 1) return [escapeProse(only)];
  return [...paths].map(([path, names]) => `${escapeProse(path)}: ${names.join(", ")}`);
}
