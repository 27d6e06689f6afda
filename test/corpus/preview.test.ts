import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { withSite } from "../support/commandLine";
import { corpusFolder } from "../support/corpus";

// What two phones do with two real profiles that decide by the firmware. preview.golden.txt was checked
// line by line against the specification; UPDATE_GOLDEN=1 writes it anew.

const golden = path.resolve("test/corpus/preview.golden.txt");
const files = ["real/cervajs-spa-cz/default.xml", "real/stormloud/stormloud-upgrade.xml"];
const devices = {
  devices: [
    { id: "old", label: "Old desk", model: "504G", mac: "00:00:5e:00:53:01", firmware: "7.4.9a" },
    { id: "new", label: "New desk", model: "504G", mac: "00:00:5e:00:53:02", firmware: "7.5.5" },
  ],
};

test("previews real profiles for two phones each", { skip: !corpusFolder && "no corpus beside the clone" }, () =>
  withSite({ ".vscode/flat-profile.devices.json": JSON.stringify(devices) }, async (site) => {
    let reported = "";
    for (const file of files)
      for (const { id } of devices.devices) {
        const { code, out, err } = await site.run(["preview", path.join(corpusFolder ?? "", file), "--device", id]);
        assert.deepEqual([code, err], [0, ""]);
        // Whose servers these are does not matter.
        reported += `== ${path.basename(file)}, ${id}\n${out.replace(/http:\/\/\S+\//g, "http://…/")}\n`;
      }
    if (process.env.UPDATE_GOLDEN) writeFileSync(golden, reported);
    assert.equal(reported, readFileSync(golden, "utf8"));
  }),
);
