import { createHash } from "node:crypto";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { placeOf } from "../../analysis/problemPlace";
import { codeEntries } from "../../features/codePages";
import { manualPage } from "../../features/diagnostics";
import type { Severity } from "../../text/span";
import type { FileResult, ReportFormat } from "./report";

const level: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note", hint: "note" };

/** SARIF 2.1.0; results come first, so that they can be written while files are read. */
export const sarif: ReportFormat<readonly Result[]> = {
  name: "sarif",
  partOf: results,
  make({ write, version }) {
    const codes = new Set<string>();
    const unreadable: unknown[] = [];
    let first = true;
    return {
      begin: () =>
        write(
          '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":[',
        ),
      file(results) {
        for (const found of results) {
          codes.add(found.ruleId);
          write(`${first ? "" : ","}\n${JSON.stringify(found)}`);
          first = false;
        }
      },
      unreadable(name, text) {
        unreadable.push({
          level: "error",
          message: { text },
          locations: [{ physicalLocation: { artifactLocation: artifact(name) } }],
        });
      },
      end() {
        const driver = {
          name: "flat-profile",
          semanticVersion: version,
          informationUri: "https://github.com/flat-profile/flat-profile",
          rules: codeEntries()
            .filter(({ code }) => codes.has(code))
            .map(({ code, title, page, severity }) => ({
              id: code,
              shortDescription: { text: title },
              help: { text: page, markdown: page },
              helpUri: manualPage(code),
              defaultConfiguration: { level: level[severity] },
            })),
        };
        const invocation = { executionSuccessful: unreadable.length === 0, toolExecutionNotifications: unreadable };
        write(`\n],"invocations":[${JSON.stringify(invocation)}],"tool":{"driver":${JSON.stringify(driver)}}}]}\n`);
      },
    };
  },
};

interface Result {
  readonly ruleId: string;
}

function results({ name, snapshot, problems, positionAt }: FileResult): readonly Result[] {
  const seen = new Map<string, number>();
  return problems.map((problem) => {
    const { code, severity, message, span } = problem;
    const place = Object.values(placeOf(problem, snapshot)).join(" ");
    const count = (seen.get(place) ?? 0) + 1;
    seen.set(place, count);
    const start = positionAt(span.start);
    const end = positionAt(span.end);
    const region = {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    };
    return {
      ruleId: code,
      level: level[severity],
      message: { text: message },
      locations: [{ physicalLocation: { artifactLocation: artifact(name), region } }],
      partialFingerprints: { "flatProfilePlace/v1": createHash("sha256").update(`${place} ${count}`).digest("hex") },
    };
  });
}

/** Names stay relative, so that a report does not reveal where it was created. */
function artifact(name: string): { readonly uri: string } {
  if (path.isAbsolute(name)) return { uri: pathToFileURL(name).href };
  return { uri: name.split(path.sep).map(encodeURIComponent).join("/") };
}
