import test from "node:test";
import { defaultSettings } from "../../server/src/analysis/snapshot";
import type { Dialect } from "../../server/src/dialects/dialect";
import { dialects } from "../../server/src/dialects/index";
import { checkGolden } from "../support/golden";
import { serviceOf, snapshotOf } from "../support/problems";

// Which names the phones of each family do not have, and since when.

/** What is said of names on the phones of a family, by code; with one name of each. */
function* onFamilies(dialect: Dialect): Generator<string> {
  const { catalogue } = serviceOf(dialect);
  const names = [...catalogue.concreteNames({})].filter((name) => !/[2-9]|1\d/.test(name) && dialect.isName(name));
  const text = dialect.file(names.map((name) => dialect.write.element(name, "1")));
  for (const { id, firmware = [] } of catalogue.families)
    for (const version of [...firmware.slice(0, 1), "1.0.0"]) {
      const device = { family: id, ...(version !== undefined && { firmware: version }) };
      const snapshot = snapshotOf(text, { ...defaultSettings, device }, dialect);
      const found = new Map<string, string[]>();
      for (const { code, severity, span, message } of snapshot.problems()) {
        if (!code.startsWith("parameter/")) continue;
        const name = snapshot.document.settingAt(span.start)?.setting.name ?? "";
        const words = `${severity} ${code} ${message.replaceAll(name, "…")}`;
        found.set(words, [...(found.get(words) ?? []), name]);
      }
      yield `# ${id} ${version}`;
      for (const [words, list] of found) yield `  ${list.length} ${words}: ${list[0]} ${list.at(-1)}`;
    }
}

for (const dialect of dialects)
  test(`which names of ${dialect.id} each family has (UPDATE_GOLDEN=1 writes the list)`, () =>
    checkGolden(`test/checks/families.${dialect.id}.golden.txt`, [...onFamilies(dialect)]));
