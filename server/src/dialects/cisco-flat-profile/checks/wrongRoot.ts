import * as l10n from "@vscode/l10n";
import type { Check, DocumentCheckContext } from "../../../checks/check";
import { type Container, containersOf } from "../../../profile/containers";
import type { ProfileDocument } from "../../../profile/profileDocument";
import type { Severity } from "../../../text/span";
import { shift } from "../../../text/span";

export const wrongRoot: Check = {
  code: "xml/wrong-root",
  severity: "error",
  title: "Root of another name",
  docs: `Phones look for \`<flat-profile>\`, letter for letter: lower case, with a hyphen. Under \`<flat_profile>\`, \`<Flat-Profile>\` or \`<flatprofile>\` they find no setting at all, and the phone stays as it is. A root with a completely different name around phone settings is a **warning**, because the file may be part of something else.`,
  examples: [
    {
      bad: "<flat_profile>\n<GPP_A>1</GPP_A>\n</flat_profile>",
      good: "<flat-profile>\n<GPP_A>1</GPP_A>\n</flat-profile>",
    },
    {
      bad: "<config>\n<GPP_A>1</GPP_A>\n<GPP_B>2</GPP_B>\n</config>",
      good: "<flat-profile>\n<GPP_A>1</GPP_A>\n<GPP_B>2</GPP_B>\n</flat-profile>",
    },
  ],
  document(document, context) {
    if (document.form === "whole") {
      for (const container of containersOf(document)) {
        const { name, role } = container;
        if (role !== "profile" || /(?:^|:)(?:flat-profile|router-configuration)$/.test(name)) continue;
        const message = l10n.t(
          "Unknown root `<{0}>`. Did you mean `<flat-profile>`? The phone ignores every setting of this file.",
          name,
        );
        report(document, container, "error", message, context);
      }
      return;
    }
    const root = wrongRootOf(document);
    if (!root) return;
    const message = l10n.t(
      "The root is `<{0}>`, not `<flat-profile>`. The phone ignores every setting of this file.",
      root.name,
    );
    report(document, root, "warning", message, context);
  },
};

/** In a list of settings without the root, the one element around all of them. */
export function wrongRootOf(document: ProfileDocument): Container | undefined {
  if (document.form !== "part" || document.hasTemplate) return undefined;
  const containers = containersOf(document);
  const [root] = containers;
  if (root?.role !== "section" || containers.some((c) => c !== root && !c.parent)) return undefined;
  const { segments, starts } = document;
  const isInside = (i: number, at: number) =>
    (starts[i] ?? 0) + at > root.span.start && (starts[i] ?? 0) + at < root.span.end;
  const isAll = segments.every(({ settings }, i) =>
    [settings[0], settings.at(-1)].every((setting) => !setting || isInside(i, setting.parts.start)),
  );
  return isAll ? root : undefined;
}

function report(
  document: ProfileDocument,
  { openName, endName }: Container,
  severity: Severity,
  message: string,
  context: DocumentCheckContext,
): void {
  const index = document.indexAt(openName.start);
  const segment = document.segments[index];
  if (!segment) return;
  const base = -(document.starts[index] ?? 0);
  const edits = [openName, ...(endName ? [endName] : [])].map((span) => ({
    span: shift(span, base),
    text: "flat-profile",
  }));
  context.report(segment, {
    severity,
    message,
    span: shift(openName, base),
    fixes: [{ title: l10n.t("Replace the root with `{0}`", "flat-profile"), edits }],
  });
}
