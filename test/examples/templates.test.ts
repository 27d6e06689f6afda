import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import test from "node:test";
import { withSite } from "../support/commandLine";

test("the template of examples/ is rendered with its data, without problems", () =>
  withSite({}, async (site) => {
    cpSync("examples/templates", site.path("."), { recursive: true });
    const { code, out } = await site.run(["render", "phone.xml.j2", "--data", "phones.csv", "--data", "site.yaml"]);
    assert.deepEqual([code, out], [0, "3 rows rendered: no problems\n"]);
  }));
