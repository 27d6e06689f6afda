import test from "node:test";
import type { ResolveReport } from "../../server/src/deployment/report";
import { checkGolden, sameAs } from "../support/golden";
import { provisioned, provisioning } from "../support/provisioning";
import { type Case, reportOf, resolveCases } from "../support/resolveCases";
import { report, type Server } from "../support/site";
import { filesNear } from "../support/variants";

// What devices end up with when one element, switch or number of a file is another one, in short.

const maxOfKind = 4;

function near({ given }: Case): readonly (readonly [name: string, files: Readonly<Record<string, string>>])[] {
  const { files = {} } = given;
  return Object.entries(files).flatMap(([name, text]) =>
    filesNear(text, maxOfKind).map((changed, i) => [`${name} ${i}`, { ...files, [name]: changed }] as const),
  );
}

function inShort({ outcome, rounds, settings, problems, next, device, notes }: ResolveReport): string {
  const asked = rounds.map(({ steps, cause, changed, upgrade }) =>
    [cause, changed ? "changed" : "", JSON.stringify(upgrade)]
      .concat(
        steps.map(({ class: fate, url, reason, set, reset, kept, ignored, assigned = [], warnings = [] }) =>
          [fate, url, reason, `${set}/${reset}/${kept}`, ...ignored, ...assigned, ...warnings]
            .filter(Boolean)
            .join(" "),
        ),
      )
      .filter(Boolean)
      .join(", "),
  );
  const values = settings.map(({ name, how, access, from, ...rest }) => {
    const value = "value" in rest ? rest.value : JSON.stringify(rest);
    return `${name}=${value} ${[how, access, from?.rule, from?.line, from?.round].filter(Boolean).join(" ")}`;
  });
  return [
    [outcome, JSON.stringify(next), device.firmware].filter(Boolean).join(" "),
    asked.join(" > "),
    ...problems.map((problem) => JSON.stringify(problem)),
    ...notes,
    ...values,
  ].join("; ");
}

test("what devices end up with when a file is another one (UPDATE_GOLDEN=1 writes the list)", async () => {
  const lines: string[] = [];
  for (const each of resolveCases()) {
    lines.push(`# ${each.id}`);
    const start = lines.length;
    const seen = new Map<string, number>();
    for (const [name, files] of near(each)) {
      const found = await reportOf({ ...each, given: { ...each.given, files } });
      lines.push(`${name}: ${sameAs(inShort(found), lines.length - start, seen)}`);
    }
  }
  checkGolden("test/deployment/nearCases.golden.txt", lines);
});

const loads = { name: "a.loads", text: "", layers: [] };
const others: Server = {
  "http://pbx/other": "<GPP_D>other</GPP_D><Station_Name>x</Station_Name>",
  "http://pbx/broken": "<Station_Name>x",
  "http://away/other": { kind: "failed", class: "C", reason: "time-out" } as never,
  "http://pbx/sip88xx.12-0-7MPP0001-46.loads": { kind: "file", file: loads },
};

test("when phones of each kind ask again, and what they take (UPDATE_GOLDEN=1 writes the list)", () => {
  const lines: string[] = [];
  for (const device of provisioned) {
    lines.push(`# ${device.id}`);
    const start = lines.length;
    const seen = new Map<string, number>();
    for (const change of provisioning) {
      const settings = Object.entries(change).map(
        ([name, value]) => `<${name}>${value.replace("<", "&lt;")}</${name}>`,
      );
      const first = { "http://pbx/first": settings.join("") };
      const found = report({ ...first, ...others }, { device, rule: "http://pbx/first" });
      const own = report(
        { "http://pbx/first": "", ...others },
        { device, values: { Profile_Rule: "http://pbx/first", ...change } },
      );
      for (const each of [found, own])
        lines.push(`${JSON.stringify(change)}: ${sameAs(inShort(each), lines.length - start, seen)}`);
    }
  }
  checkGolden("test/deployment/schedules.golden.txt", lines);
});
