import * as l10n from "@vscode/l10n";
import type { Check, DocumentCheckContext } from "../../../checks/check";
import { type Container, containersOf } from "../../../profile/containers";
import type { ProfileDocument } from "../../../profile/profileDocument";
import type { Catalogue } from "../../../schema/catalogue";
import type { Fix } from "../../../text/span";
import { shift } from "../../../text/span";

export const outsideRoot: Check = {
  code: "xml/outside-root",
  severity: "error",
  title: "Settings outside the root",
  docs: `Phones look for settings inside \`<flat-profile>\` only. XML allows one root element, so an element before or after it makes the phone reject the whole file. A setting in an element that surrounds \`<flat-profile>\` is ignored; that is a **warning**.

\`<router-configuration>\` may come after \`</flat-profile>\`, as some adapters require.`,
  examples: [
    {
      bad: "<flat-profile><GPP_A>1</GPP_A></flat-profile>\n<GPP_B>2</GPP_B>",
      good: "<flat-profile><GPP_A>1</GPP_A>\n<GPP_B>2</GPP_B></flat-profile>",
    },
    {
      bad: "<device><GPP_B>2</GPP_B><flat-profile><GPP_A>1</GPP_A></flat-profile></device>",
      good: "<device><flat-profile><GPP_A>1</GPP_A><GPP_B>2</GPP_B></flat-profile></device>",
    },
  ],
  document(document, context) {
    if (document.form !== "whole") return;
    const containers = containersOf(document);
    const around = new Set<Container>();
    let first: Container | undefined;
    for (const container of containers) {
      if (container.role !== "profile") continue;
      first ??= container;
      for (let { parent } = container; parent && !around.has(parent); parent = parent.parent) around.add(parent);
    }
    const templates = templatesOutside(document, containers);
    const isWritten = (one: Container) => templates.inside.has(one) || templates.direct.has(one.parent);
    const others = containers.filter((one) => one.role === "wrapper" && !around.has(one) && !isWritten(one));
    const roots = others.filter(({ parent }) => !parent);
    const before = roots.filter(({ span }) => first && span.start < first.span.start);
    const after = roots.filter((root) => !before.includes(root));
    if (before.length > 0) report(before, document, context, "before");
    if (after.length > 0)
      report(after, document, context, first ? "after" : "without", moved(document, containers, after));
    const ignored = others.filter(
      ({ name, parent }) => parent && around.has(parent) && isSetting(name, context.catalogue),
    );
    if (ignored.length > 0) report(ignored, document, context, "around");
  },
};

function report(
  found: readonly Container[],
  document: ProfileDocument,
  context: DocumentCheckContext,
  where: "before" | "after" | "without" | "around",
  fix?: Fix,
): void {
  const [first] = found;
  if (!first) return;
  const index = document.indexAt(first.openName.start);
  const segment = document.segments[index];
  if (!segment) return;
  const base = -(document.starts[index] ?? 0);
  const fixes = fix && [{ ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: shift(edit.span, base) })) }];
  context.report(segment, {
    severity: where === "around" ? "warning" : "error",
    message: message(where, first.name, found.length),
    span: shift(first.openName, base),
    ...(fixes && { fixes }),
  });
}

function message(where: "before" | "after" | "without" | "around", name: string, count: number): string {
  const isOne = count === 1;
  switch (where) {
    case "before":
      return isOne
        ? l10n.t("`<{0}>` comes before `<flat-profile>`. The phone rejects the file.", name)
        : l10n.t(
            "{0} elements come before `<flat-profile>`. The first is `<{1}>`. The phone rejects the file.",
            count,
            name,
          );
    case "after":
      return isOne
        ? l10n.t("`<{0}>` comes after `</flat-profile>`. The phone rejects the file.", name)
        : l10n.t(
            "{0} elements come after `</flat-profile>`. The first is `<{1}>`. The phone rejects the file.",
            count,
            name,
          );
    case "without":
      return l10n.t("`<{0}>` is not inside `<flat-profile>`. The phone ignores the file.", name);
    case "around":
      return isOne
        ? l10n.t("`<{0}>` is outside `<flat-profile>`. The phone ignores it.", name)
        : l10n.t(
            "{0} settings are outside `<flat-profile>`. The first is `<{1}>`. The phone ignores them.",
            count,
            name,
          );
  }
}

/** The end tag of the profile moves to the end of what follows it, when nothing else does. */
function moved(
  document: ProfileDocument,
  containers: readonly Container[],
  after: readonly Container[],
): Fix | undefined {
  const last = after.at(-1);
  const profile = containers.filter(({ role }) => role === "profile").at(-1);
  const [first] = after;
  if (!last || !first || !profile?.close || profile.parent || profile.span.end > first.span.start) return undefined;
  if (containers.some(({ role, span }) => role === "profile" && span.start > profile.span.start)) return undefined;
  // Another end tag would end the profile in its place.
  if (endsAgain(document, profile.name, profile.close.end, last.span.end)) return undefined;
  const text = document.segments[document.indexAt(profile.close.start)]?.text ?? "";
  const start = profile.close.start - (document.starts[document.indexAt(profile.close.start)] ?? 0);
  const end = text.slice(start, start + profile.close.end - profile.close.start);
  return {
    title: l10n.t("Move the end tag of the profile after them"),
    edits: [
      { span: profile.close, text: "" },
      { span: { start: last.span.end, end: last.span.end }, text: `\n${end}` },
    ],
  };
}

function endsAgain(document: ProfileDocument, name: string, from: number, to: number): boolean {
  for (let i = document.indexAt(from); i <= document.indexAt(to); i++) {
    const base = document.starts[i] ?? 0;
    const at = document.segments[i]?.text.indexOf(`</${name}`, Math.max(0, from - base)) ?? -1;
    if (at >= 0 && base + at < to) return true;
  }
  return false;
}

/**
 * The containers with a template construct inside, and those of which one is a direct part (`undefined` is the file
 * itself): a program that writes one thing may write what is beside it too. What is in a profile does not count.
 */
function templatesOutside(document: ProfileDocument, containers: readonly Container[]) {
  const inside = new Set<Container>();
  const direct = new Set<Container | undefined>();
  const inProfile = new Set<Container | undefined>();
  for (const one of containers) if (one.role === "profile" || inProfile.has(one.parent)) inProfile.add(one);
  let next = 0;
  let inner: Container | undefined;
  document.segments.forEach(({ templates }, i) => {
    for (const template of templates) {
      const end = template + (document.starts[i] ?? 0);
      for (; (containers[next]?.span.start ?? end) < end; next++) inner = containers[next];
      while (inner && inner.span.end < end) inner = inner.parent;
      if (inProfile.has(inner)) continue;
      direct.add(inner);
      for (let one = inner; one && !inside.has(one); one = one.parent) inside.add(one);
    }
  });
  return { inside, direct };
}

/** Plain words are elements of many formats. */
function isSetting(name: string, catalogue: Catalogue): boolean {
  return name.includes("_") && catalogue.has(name);
}
