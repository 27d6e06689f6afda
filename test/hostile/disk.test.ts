// What lies in a workspace and is not an ordinary file, and disks that do not answer.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { withSite } from "../support/commandLine";
import { message, ServerProcess } from "../support/serverProcess";

const skip = process.platform === "win32" ? "Windows has neither pipes by name nor such links" : false;
const good = "<flat-profile>\n<GPP_A>1</GPP_A>\n</flat-profile>\n";
const bad = "<flat-profile>\n<GPP_A>a & b</GPP_A>\n</flat-profile>\n";

const opening = (folder: string) => [
  message({
    id: 1,
    method: "initialize",
    params: {
      processId: null,
      rootUri: pathToFileURL(folder).href,
      capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics: {} } },
    },
  }),
  message({ method: "initialized", params: {} }),
];
const ask = message({ id: 2, method: "workspace/diagnostic", params: { previousResultIds: [] } });
const leave = [message({ id: 3, method: "shutdown" }), message({ method: "exit" })];

for (const [what, make] of [
  ["an endless device", (file: string) => symlinkSync("/dev/zero", file)],
  ["a pipe", (file: string) => void execFileSync("mkfifo", [file])],
  [
    "a link to a pipe",
    (file: string) => {
      execFileSync("mkfifo", [`${file}.pipe`]);
      symlinkSync(`${file}.pipe`, file);
    },
  ],
  ["a folder", (file: string) => mkdirSync(file)],
  ["a file larger than is read unasked", (file: string) => writeFileSync(file, " ".repeat(6_000_000))],
] as const)
  test(`${what} in a workspace is passed over`, { skip }, () =>
    withSite({ "a.xml": good, "z.xml": bad }, async (site) => {
      for (const name of ["flat-profile.parameters.json", "m.xml"]) make(site.path(name));
      const server = await ServerProcess.start();
      server.send(...opening(site.folder), ask);
      await server.answer(/"id":2,/);
      assert.match(server.out, /z\.xml/);
      assert.ok(server.memory() < 400_000_000, `${server.memory()} bytes`);
      server.send(...leave);
      assert.deepEqual(await server.ended(5_000), { code: 0, signal: null });
    }),
  );

test("a disk that does not answer is given up, and the server ends all the same", { skip }, () =>
  withSite({ "a.xml": good, "z.xml": bad }, async (site) => {
    execFileSync("mkfifo", [site.path("never")]);
    // each read of a.xml waits in one of Node's threads for a pipe without a writer
    const stuck = `import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module";
      const { stat, open } = fs.promises;
      fs.promises.stat = (file) => /a.xml$/.test(file) ? open(${JSON.stringify(site.path("never"))}) : stat(file);
      syncBuiltinESMExports();`;
    const server = await ServerProcess.start({
      NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(stuck)}`,
    });
    server.send(...opening(site.folder), ask);
    await server.answer(/"id":2,/);
    assert.match(server.out, /z\.xml/, "the other file is read");
    server.send(...leave);
    await server.ended(5_000);
  }),
);
