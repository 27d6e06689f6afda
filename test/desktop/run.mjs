// npm run test:desktop: the tests of test/host/inhost in the Node host of desktop VS Code, which is downloaded (its
// release VSCODE_VERSION, or the newest) or found at VSCODE_PATH. A screen is needed; on Linux xvfb-run will do.
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { quietSettings } from "../../server/build/editorHost.mjs";
import { ensureInstalled } from "../../server/build/installed.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const out = path.join(root, "out/inhost/desktop");
const testsFile = path.join(out, "tests.cjs");

// VS Code's output is read from a second process, since test-electron prints it as it comes
if (process.argv[2] === "in") await runInside(process.argv[3], process.argv[4]);
else process.exit(await runOutside());

async function runInside(executable, folder) {
  const { runTests } = await import("@vscode/test-electron");
  await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: [root, out],
    extensionTestsPath: testsFile,
    launchArgs: [
      path.join(folder, "workspace"),
      `--user-data-dir=${path.join(folder, "data")}`,
      `--extensions-dir=${path.join(folder, "extensions")}`,
    ],
  });
}

async function runOutside() {
  ensureInstalled(root);
  ensureInstalled(import.meta.dirname);
  const executable = await findDesktop();
  if (executable === undefined) return 1;
  if ((await run("server/build/build.mjs", [])) !== 0) return 1;
  const { buildTests, newTally } = await import("../host/inhostTests.mjs");
  await buildTests("node", out, testsFile);

  const folder = mkdtempSync(path.join(tmpdir(), "fp-"));
  const settings = { ...quietSettings, "editor.formatOnSave": false };
  mkdirSync(path.join(folder, "data/User"), { recursive: true });
  writeFileSync(path.join(folder, "data/User/settings.json"), JSON.stringify(settings));
  cpSync(path.join(root, "test/host/workspace"), path.join(folder, "workspace"), { recursive: true });
  const tally = newTally();
  try {
    const hear = (line) => tally.hear("log", line.slice(Math.max(line.indexOf("@@test "), 0)));
    tally.end(await run("test/desktop/run.mjs", ["in", executable, folder], hear));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return tally.close();
}

/** The program; undefined, and a word about it, where there is none. */
async function findDesktop() {
  const given = process.env.VSCODE_PATH;
  if (given !== undefined) {
    if (existsSync(given)) return given;
    console.error(`VSCODE_PATH names ${given}, which does not exist.`);
    return undefined;
  }
  const { downloadAndUnzipVSCode, SilentReporter } = await import("@vscode/test-electron");
  const version = process.env.VSCODE_VERSION ?? "stable";
  console.log(`fetching desktop VS Code (${version}) …`);
  try {
    return await downloadAndUnzipVSCode({
      version,
      reporter: new SilentReporter(),
      cachePath: path.join(root, ".vscode-test"),
    });
  } catch (error) {
    console.error(
      `Desktop VS Code could not be downloaded (${error.message}).\n` +
        "Set VSCODE_PATH to the program of one that is installed; npm test runs the same tests without a desktop.",
    );
    return undefined;
  }
}

function run(script, words, hear) {
  const child = spawn(process.execPath, [script, ...words], {
    cwd: root,
    stdio: ["ignore", hear ? "pipe" : "inherit", "inherit"],
  });
  let rest = "";
  child.stdout?.on("data", (data) => {
    const lines = (rest + data).split(/\r?\n/);
    rest = lines.pop() ?? "";
    lines.forEach(hear);
  });
  return new Promise((resolve) => child.once("close", resolve));
}
