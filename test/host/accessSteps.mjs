// Every page of ours, looked at by axe in each kind of theme; steps of ui.mjs.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ensureEditorHost } from "../../server/build/editorHost.mjs";
import { boxRow } from "./window.mjs";

const themes = [
  ["Light Modern", "vs", "vscode-light"],
  ["Dark Modern", "vs-dark", "vscode-dark"],
  ["Dark High Contrast", "hc-black", "vscode-high-contrast"],
];

const pages = [
  ["preview", "rules.xml", 4, "Flat Profile: Preview for a Device", "details[data-key='Profile_Rule']"],
  ["tone player", "tones.xml", 3, "Flat Profile: Play Tone", "h1"],
  [
    "effective configuration",
    "common.xml",
    3,
    "Flat Profile: Show Effective Configuration",
    "h1",
    async (panel) => {
      await panel.locator("select").selectOption({ label: "reception" });
      await panel.locator(".over s").first().waitFor();
    },
  ],
  ["impact", "common.xml", 3, "Flat Profile: Show Impact of My Changes", ".summary"],
  ["comparison of a dump", "reception.xml", 3, "Flat Profile: Compare Phone Dump with Files", ".summary"],
  ["comparison of models", "46xxsettings.txt", 2, "Flat Profile: Compare All Models", "table"],
  ["firmware rollout", "site.rollout.json", 3, "Flat Profile: Show Firmware Rollout", ".tree"],
  ["fleet", "common.xml", 3, "Flat Profile: Show Fleet", "tbody tr"],
  ["firmware gate", "images.bind.json", 4, "Flat Profile: Show Firmware Gate", ".summary"],
  ["key map", "00005e0053a1_config.xml", 3, "Flat Profile: Show Key Map", ".key.warn"],
  ["table", "mp118.ini", 9, "Flat Profile: Edit Table", "td"],
  ["update plan", "mp118.ini", 2, "Flat Profile: Show Update Plan", ".lane"],
  [
    "replacement",
    "mp118.ini",
    2,
    "Flat Profile: Compare with Running Export",
    ".summary",
    undefined,
    (window) => boxRow(window.page, "running.ini").click(),
  ],
  ["dial plan tester", "tones.xml", 5, "Flat Profile: Test Dial Plan", "#keys"],
];

/** Makes the folder a repository. */
export function commitWorkspace(files) {
  const git = (...args) => execFileSync("git", args, { cwd: files, stdio: "pipe" });
  git("init", "-q", "-b", "main");
  git("add", "-A");
  git("-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "-q", "-m", "Provision");
}

/** A repository with an edit, and a dump of a phone. */
export function prepareAccess(files) {
  commitWorkspace(files);
  const common = path.join(files, "provider/www/common.xml");
  writeFileSync(common, readFileSync(common, "utf8").replace(">3600<", ">0<"));
  writeFileSync(
    path.join(files, "provider/reception.xml"),
    `<flat-profile>
  <MAC_Address>00005e005301</MAC_Address>
  <Proxy_1_>other.example.com</Proxy_1_>
  <GPP_B>left</GPP_B>
</flat-profile>
`,
  );
}

export const accessSteps = pages.map(([name, file, line, command, sign, prepare, answer]) => [
  `axe finds nothing serious in the ${name}`,
  async (window) => {
    const { page } = window;
    await page.keyboard.press("Control+1"); // the files, not the panels
    await window.open(file);
    await window.goTo(line, 30);
    await window.command(command);
    await answer?.(window);
    await panelOf(window).locator(sign).first().waitFor();
    await prepare?.(panelOf(window));
    const found = [];
    for (const theme of themes) {
      await setTheme(window, theme);
      const findings = await scan(window, theme === themes[0]);
      found.push(...findings.map((finding) => `${theme[0]}: ${finding}`));
    }
    await window.command("View: Close All Editors");
    if (found.length > 0) throw new Error(found.join("\n"));
  },
]);

/** What axe calls serious or critical in the panel that is shown; the first time it is asked something that it must see. */
async function scan({ page }, isFirst) {
  const outer = await page.locator("iframe.webview.ready >> visible=true").elementHandle();
  const inner = await (await outer.contentFrame()).locator("#active-frame").elementHandle();
  const frame = await inner.contentFrame();
  if (isFirst) {
    const axe = path.join(ensureEditorHost(), "node_modules/axe-core/axe.min.js");
    await frame.evaluate(readFileSync(axe, "utf8"));
    await frame.evaluate(seesImage);
  }
  const { violations } = await frame.evaluate(() => {
    // VS Code paints the editor's background under the transparent page, where axe does not see it
    document.documentElement.style.background = "var(--vscode-editor-background)";
    for (const details of document.querySelectorAll("details")) details.open = true;
    return globalThis.axe.run(document, { resultTypes: ["violations"] });
  });
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id} (${help}): ${html.slice(0, 160)}`));
}

async function seesImage() {
  const bare = document.body.appendChild(document.createElement("img"));
  bare.src = "data:,";
  const { violations } = await globalThis.axe.run(bare);
  bare.remove();
  if (!violations.some(({ id }) => id === "image-alt")) throw new Error("axe does not see an image without words");
}

/** Picks a theme from VS Code's own list; the two classes are those that the window and our page then have. */
async function setTheme(window, [name, windowClass, pageClass]) {
  const { page, input } = window;
  await window.command("Preferences: Color Theme");
  await boxRow(page, "Dark Modern").waitFor();
  await input.fill(name);
  await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: name }).waitFor();
  await page.keyboard.press("Enter");
  await page.locator(`.monaco-workbench.${windowClass}`).waitFor();
  await panelOf(window).locator(`body.${pageClass}`).waitFor();
}

function panelOf({ page }) {
  return page.frameLocator("iframe.webview.ready >> visible=true").frameLocator("#active-frame");
}
