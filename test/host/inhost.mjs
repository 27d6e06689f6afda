// node test/host/inhost.mjs node|web|oldest: runs the tests of inhost/ in an extension host of a real VS Code.
// node: the packaged extension in the Node host; web: the built folder in the web worker host; oldest: the same in the
// oldest VS Code we run in, without a server and a workspace that is on no disk.
import path from "node:path";
import { launchBrowser, serveFolder, setDevelopmentOptions } from "./browser.mjs";
import { buildTests, newTally } from "./inhostTests.mjs";
import { openOldest } from "./oldest.mjs";
import { openWorkspace, root } from "./workspace.mjs";

const kind = ["web", "oldest"].find((name) => name === process.argv[2]) ?? "node";
const out = path.join(root, "out/inhost", kind);
const testsFile = path.join(out, kind === "node" ? "tests.cjs" : "tests.js");
const source = "test/host/workspace";
/** Without a word from the tests; the first one comes when VS Code has started. */
const longest = 90_000;

await buildTests(kind === "node" ? "node" : "web", out, testsFile);
const host = await { node: openNode, web: openWeb, oldest: () => openOldest({ source, testsFile }) }[kind]();
const browser = await launchBrowser();
const tally = newTally();
try {
  // The served folder is another origin than the window, whose policy admits only its own.
  const context = await browser.newContext({ bypassCSP: kind === "web", viewport: { width: 1280, height: 800 } });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  const exited = new Promise((resolve) => page.exposeFunction("codeAutomationExit", resolve));
  await page.exposeFunction("codeAutomationLog", (type, words) => tally.hear(type, words.map(String).join(" ")));
  if (host.development) await setDevelopmentOptions(page, host.development);
  await page.goto(host.url);
  const late = new Promise((resolve) => {
    const look = setInterval(() => {
      if (tally.silence() > longest) resolve(`silent for ${longest / 1000} s`);
    }, 1_000);
    look.unref();
  });
  const exit = await Promise.race([exited, late]);
  if (!tally.end(exit)) await page.screenshot({ path: path.join(out, "failed.png") }).catch(() => undefined);
} finally {
  await browser.close();
  await host.stop();
}
process.exit(tally.close());

/** The packaged extension in the Node host. */
async function openNode() {
  const { url, authority, files, stop } = await openWorkspace({ source, settings: { "editor.formatOnSave": false } });
  const at = (file) => ({ scheme: "vscode-remote", authority, path: file });
  const development = { extensions: [at(out)], extensionTestsPath: at(testsFile) };
  return { url: `${url}/?folder=${encodeURIComponent(files)}`, development, stop };
}

/** The built folder, served over http: then extension and server run in workers. */
async function openWeb() {
  const settings = { "editor.formatOnSave": false };
  const { url, files, stop: stopWindow } = await openWorkspace({ source, settings, packaged: false });
  const { authority, stop: stopServing } = await serveFolder(root);
  const at = (place) => ({ scheme: "http", authority, path: place });
  const development = {
    extensions: [at("/"), at("/out/inhost/web")],
    extensionTestsPath: at("/out/inhost/web/tests.js"),
  };
  const stop = () => Promise.all([stopServing(), stopWindow()]);
  return { url: `${url}/?folder=${encodeURIComponent(files)}`, development, stop };
}
