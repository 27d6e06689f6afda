// node test/host/startup.mjs: what VS Code itself reports of our activation, and when the first problem is underlined.
// node test/host/startup.mjs 10: of so many windows. A machine that does other things meanwhile makes all of it longer.
import { openWindow } from "./window.mjs";

const runs = Number(process.argv[2] ?? 5);

const cases = [
  { title: "a window opened with a profile", source: "examples", file: "broken.xml", isProfile: true },
  { title: "a profile opened in a window", source: "examples", file: "github-workflow.yml", isProfile: true },
  { title: "a window opened with other XML", source: "test/host/workspace", file: "catalog.xml", isProfile: false },
];
for (const one of cases) {
  const taken = [];
  for (let run = 0; run < runs; run++) taken.push(await measure(one));
  console.log(`\n${one.title}: milliseconds of ${runs} windows, the least and the median`);
  for (const name of new Set(taken.flatMap(Object.keys))) {
    const sorted = taken.flatMap((result) => result[name] ?? []).toSorted((a, b) => a - b);
    const [least, median] = [sorted[0], sorted[Math.floor(sorted.length / 2)]];
    const reported = sorted.length < runs ? `  (in ${sorted.length} windows)` : "";
    console.log(`  ${name.padEnd(48)} ${least.toFixed(0).padStart(6)} ${median.toFixed(0).padStart(6)}${reported}`);
  }
}
process.exit(0);

async function measure({ source, file, isProfile }) {
  const window = await openWindow({ source, file, beforeLoad: watch });
  try {
    const { page } = window;
    const withWindow = file.endsWith(".xml");
    if (!withWindow) {
      await page.waitForTimeout(5_000); // until VS Code itself is at rest
      await window.open("broken.xml");
    }
    const problem = page.locator('.monaco-editor[data-uri$=".xml"] [class*="squiggly-"]').first();
    await (isProfile ? problem.waitFor() : page.waitForTimeout(3_000));
    const seen = await page.evaluate(() => globalThis.firstSeen);
    const { load, call, finish, read, activated } = await activationOf(window);
    return {
      ...(read && { "activation: our code is read": read }),
      "activation: load and call": load + call,
      "activation: until its promise is kept": finish,
      ...(isProfile && { "from the profile's text to its first underline": seen.problem - seen.text }),
      // A window that opens another file may activate us with it: until its languages are known every file is plain text.
      ...(isProfile &&
        withWindow &&
        activated && { "from our activation to the first underline": seen.problem - activated }),
    };
  } finally {
    await window.close();
  }
}

/** Runs in the page: notes when the first line and the first underline appear. */
function watch() {
  globalThis.firstSeen = {};
  const look = () => {
    const seen = globalThis.firstSeen;
    const editor = document.querySelector('.monaco-editor[data-uri$=".xml"]');
    if (editor?.querySelector(".view-line")) seen.text ??= Date.now();
    if (editor?.querySelector("[class*='squiggly-']")) seen.problem ??= Date.now();
    if (seen.problem === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/**
 * Our row of "Extension Activation Stats" in VS Code's start-up report, and our rows of its raw marks, which it has only
 * for what was activated before it collected them.
 */
async function activationOf(window) {
  const { page } = window;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await window.command("Developer: Startup Performance");
  const report = page.locator(".editor-instance .monaco-editor[data-uri^='perf:']");
  await report.locator(".view-line", { hasText: "System Info" }).first().waitFor();
  await report.click({ position: { x: 300, y: 100 } });
  for (let i = 0; i < 20; i++) {
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+c");
    const text = await page.evaluate(() => navigator.clipboard.readText());
    const row = text.split("\n").find((line) => line.includes("| flat-profile.flat-profile"));
    const mark = (name) => Number(new RegExp(`^code/extHost/${name}/flat-profile\\S*\\s+(\\d+)`, "m").exec(text)?.[1]);
    const activated = mark("willActivateExtension");
    if (row) {
      const [, , load, call, finish] = row
        .split("|")
        .map((cell) => cell.trim())
        .slice(1);
      const read = mark("didLoadExtensionCode") - mark("willLoadExtensionCode");
      return { load: Number(load), call: Number(call), finish: Number(finish), read, activated };
    }
    await page.waitForTimeout(500);
  }
  throw new Error("VS Code's report does not name the extension");
}
