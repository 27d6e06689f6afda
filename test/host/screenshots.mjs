// npm run screenshots: takes the pictures of the README (docs/images/) and of the walkthrough in a real window.
// npm run screenshots -- devices: takes only the named ones; what neither of them shows goes into out/screenshots/.
// npm run screenshots -- themes: takes every one in light, dark and high contrast, into out/screenshots/.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { boxRow, openWindow, readyButtons } from "./window.mjs";
import { root } from "./workspace.mjs";

const look = {
  "editor.fontSize": 13,
  "editor.lineHeight": 20,
  "workbench.layoutControl.enabled": false,
  "workbench.navigationControl.enabled": false,
  "window.commandCenter": false,
  "editor.stickyScroll.enabled": false,
  "breadcrumbs.enabled": false,
};

const pictures = {
  async problems(window) {
    await window.problems();
    await closeExplorer(window);
    await window.editor.click({ position: { x: 600, y: 40 } });
    await window.goTo(19, 42);
    await window.hover("missing");
  },
  async tone(window) {
    await closeExplorer(window);
    await window.editor.click({ position: { x: 600, y: 40 } });
    await window.goTo(41, 40);
    await window.hover("Frequency 1");
  },
  async player(window) {
    await closeExplorer(window);
    await window.editor.click({ position: { x: 600, y: 40 } });
    await window.goTo(41, 40);
    await window.command("Play Tone");
    const panel = panelOf(window);
    await panel.locator("input[aria-label=Position]").fill("1");
    await panel.locator("input[aria-label=Position]").blur();
  },
  async profile(window) {
    const view = window.page.getByRole("button", { name: "Profile Section" });
    await view.click();
    await window.page
      .getByRole("treeitem", { name: /Voice|Provisioning|System/ })
      .first()
      .waitFor();
    await window.command("Flat Profile: Filter Profile View");
    await window.input.fill("@problems");
    await window.page.keyboard.press("Enter");
    await window.page
      .getByRole("treeitem", { name: /1 problem/ })
      .first()
      .click();
  },
  async tester(window) {
    await closeExplorer(window);
    await window.editor.click({ position: { x: 600, y: 40 } });
    await window.goTo(58, 40);
    await window.command("Test Dial Plan");
    const panel = panelOf(window);
    await panel.locator("#keys").fill("045112");
    await panel.locator("tr.complete, tr.taken").first().waitFor();
  },
  async completion(window) {
    await closeExplorer(window);
    await window.goTo(9, 1);
    await window.page.keyboard.press("Enter");
    await window.page.keyboard.press("ArrowUp");
    await window.page.keyboard.type("  <Resync", { delay: 30 });
    await window.page.locator(".suggest-widget.visible .monaco-list-row").first().waitFor();
    await window.page.waitForTimeout(500);
    await window.page.keyboard.press("Control+Space"); // opens the details beside the list
  },
  async preview(window) {
    await closeExplorer(window);
    await window.command("Flat Profile: Preview for a Device");
    const page = panelOf(window);
    await page.locator("select").selectOption({ label: "Out of the box" });
    await page.getByText("sip68xx.11-2-3MSR1-1", { exact: true }).first().waitFor();
  },
  async effective(window) {
    await closeExplorer(window);
    await window.command("Flat Profile: Show Effective Configuration");
    const page = panelOf(window);
    await page.locator("select").selectOption({ label: "room-101" });
    await page.getByText("Settled after", { exact: false }).first().waitFor();
    await window.page.keyboard.press("Control+k");
    await window.page.keyboard.press("Control+m"); // gives the panel the whole width
  },
  async scriptEffective(window) {
    await closeExplorer(window);
    await window.command("Flat Profile: Show Effective Configuration");
    const page = panelOf(window);
    await page.locator("select").selectOption({ label: "desk" });
    await page.getByText("DSCPAUD", { exact: true }).first().waitFor();
    await window.page.keyboard.press("Control+k");
    await window.page.keyboard.press("Control+m");
  },
  async devices(window) {
    await window.command("Explorer: Focus on Devices View");
    const row = (name) => window.page.getByRole("treeitem", { name }).first();
    await row(/^Greenhouse, /).click();
    await row(/^Greenhouse, current/).waitFor();
  },
  async walkthrough(window) {
    await closeExplorer(window);
    await window.command("Welcome: Open Walkthrough");
    await boxRow(window.page, "First Steps with Flat Profile").click();
    await window.page.locator(".gettingStarted .step-title", { hasText: "Preview what a phone does" }).click();
    await window.page.locator(".gettingStarted .getting-started-media img").first().waitFor();
  },
  async impact(window) {
    await closeExplorer(window);
    await window.editor.locator(".codelens-decoration", { hasText: "phones" }).first().waitFor();
    await window.command("Flat Profile: Show Impact of My Changes");
    await panelOf(window).locator(".summary li").first().waitFor();
  },
  async drift(window) {
    await closeExplorer(window);
    await window.command("Flat Profile: Compare Phone Dump with Files");
    await panelOf(window).locator(".summary li").first().waitFor();
    await window.page.keyboard.press("Control+k");
    await window.page.keyboard.press("Control+m");
  },
  async scriptHover(window) {
    await closeExplorer(window);
    await window.goTo(5, 6);
    await window.hover("DSTSTART");
  },
  async script(window) {
    await closeExplorer(window);
    await window.command("Flat Profile: Preview for a Device");
    const page = panelOf(window);
    await page.locator("select").selectOption({ label: "J179" });
    await page.getByText("sip.example.com", { exact: true }).first().waitFor();
  },
  async models(window) {
    await closeExplorer(window);
    await window.command("Flat Profile: Compare All Models");
    await panelOf(window).locator("td").first().waitFor();
    await window.page.keyboard.press("Control+k");
    await window.page.keyboard.press("Control+m");
  },
  async rollout(window) {
    await closeExplorer(window);
    await window.command("Flat Profile: Show Firmware Rollout");
    await panelOf(window).locator(".tree").waitFor();
    await window.page.keyboard.press("Control+k");
    await window.page.keyboard.press("Control+m");
  },
  async gate(window) {
    await closeExplorer(window);
    await window.command("Flat Profile: Show Firmware Gate");
    await panelOf(window).locator(".summary li").first().waitFor();
    await window.page.keyboard.press("Control+k");
    await window.page.keyboard.press("Control+m");
  },
  async keyMap(window) {
    await closeExplorer(window);
    await window.command("Flat Profile: Show Key Map");
    await panelOf(window).locator(".key").first().waitFor();
  },
  async table(window) {
    await closeExplorer(window);
    await window.goTo(32, 1);
    await window.command("Flat Profile: Edit Table");
    await panelOf(window).locator("td", { hasText: "402" }).dblclick();
  },
  async updates(window) {
    await closeExplorer(window);
    await window.command("Flat Profile: Show Update Plan");
    const page = panelOf(window);
    for (const [id, value] of [
      ["mac", "00908F123456"],
      ["firmware", "6.60A.100"],
      ["offered", "6.20A.041"],
      ["firmwareBytes", "8000000"],
      ["devices", "500"],
    ])
      await page.locator(`#${id}`).fill(value);
    await page.getByText("4,000,000,000", { exact: false }).waitFor();
    await page.locator("#devices").blur();
  },
  async replacement(window) {
    await closeExplorer(window);
    await window.command("Flat Profile: Compare with Running Export");
    await boxRow(window.page, "mp118_running.ini").click();
    await panelOf(window).locator(".summary li").first().waitFor();
  },
  async gatewayTone(window) {
    await closeExplorer(window);
    await window.goTo(19, 1);
    await window.command("Flat Profile: Play Tone");
    await panelOf(window).locator("input[aria-label=Position]").fill("1");
    await panelOf(window).locator("input[aria-label=Position]").blur();
  },
  async parameterHover(window) {
    await closeExplorer(window);
    await window.goTo(9, 6);
    await window.hover("Full manual page");
  },
  async reference(window) {
    await closeExplorer(window);
    await window.command("Flat Profile: Open Reference");
    await window.page.locator(".quick-input-title", { hasText: "Open Reference" }).waitFor();
    await window.input.fill("voice mail number");
    await boxRow(window.page, "Voice_Mail_Number").waitFor();
  },
  async manualPage(window) {
    await closeExplorer(window);
    await window.command("Flat Profile: Open Reference");
    await window.page.locator(".quick-input-title", { hasText: "Open Reference" }).waitFor();
    await window.input.fill("random delay");
    await boxRow(window.page, "Resync_Random_Delay").waitFor();
    await window.page.keyboard.press("Enter");
    await panelOf(window).locator("h2").first().waitFor();
  },
  /** The report for a pull request, as Markdown is shown. */
  async pullRequest(window) {
    await closeExplorer(window);
    await window.editor.locator(".codelens-decoration", { hasText: "phones" }).first().waitFor();
    await window.command("Flat Profile: Copy Impact as Markdown");
    await window.page.locator(".statusbar-item", { hasText: "Copied the impact" }).waitFor();
    await window.command("File: New Untitled Text File");
    await window.page.keyboard.press("Control+v");
    await window.command("Change Language Mode");
    await window.input.fill("Markdown");
    await boxRow(window.page, "Markdown").click();
    await window.command("Markdown: Open Preview");
    const page = panelOf(window);
    await page.locator("details").first().waitFor();
    await page.locator("body").evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
      scrollTo(0, 0);
    });
  },
  async compare(window) {
    await closeExplorer(window);
    await window.command("Flat Profile: Preview for a Device");
    const page = panelOf(window);
    await page.locator("select").selectOption({ label: "Out of the box" });
    await page.getByText("sip68xx.11-2-3MSR1-1", { exact: true }).first().waitFor();
    await page.getByRole("button", { name: "Compare Two Devices" }).click();
    await page.locator(".compared").waitFor();
    await window.page.keyboard.press("Control+k");
    await window.page.keyboard.press("Control+m"); // gives the panel the whole width
  },
};

/** Pictures of other files than the broken one. */
const files = {
  tone: "small-office.xml",
  parameterHover: "small-office.xml",
  reference: "small-office.xml",
  manualPage: "small-office.xml",
  player: "small-office.xml",
  tester: "small-office.xml",
  preview: "stage-1.xml",
  compare: "stage-1.xml",
  devices: "stage-1.xml",
  effective: "www/group/hotel.xml",
  scriptEffective: "46xxsettings.txt",
  impact: "www/desk.xml",
  pullRequest: "www/desk.xml",
  drift: "dumps/reading-room.xml",
  scriptHover: "46xxsettings.txt",
  script: "46xxsettings.txt",
  models: "46xxsettings.txt",
  rollout: "site.rollout.json",
  gate: "images.bind.json",
  keyMap: "00005e0053a1_config.xml",
  table: "mp118.ini",
  updates: "mp118.ini",
  replacement: "mp118.ini",
  gatewayTone: "call_progress_uk.ini",
};
const folders = {
  preview: "examples/staged-rollout",
  compare: "examples/staged-rollout",
  devices: "examples/staged-rollout",
  effective: "examples/provider",
  scriptEffective: "examples/avaya",
  impact: "examples/provider",
  pullRequest: "examples/provider",
  drift: "examples/provider",
  scriptHover: "examples/avaya",
  script: "examples/avaya",
  models: "examples/avaya",
  rollout: "examples/enterprise",
  gate: "examples/unify",
  keyMap: "examples/unify",
  table: "examples/audiocodes",
  updates: "examples/audiocodes",
  replacement: "examples/audiocodes",
  gatewayTone: "examples/audiocodes",
};
/** Makes the copy of a folder ready. */
const prepared = {
  impact: changeProvider,
  pullRequest: changeProvider,
  drift: commitProvider,
  scriptEffective: describeSite,
};
const readme = new Set([
  "rollout",
  "gate",
  "keyMap",
  "table",
  "updates",
  "replacement",
  "problems",
  "tone",
  "tester",
  "completion",
  "compare",
  "effective",
  "script",
  "models",
]);
/** Small enough for the package. */
const walkthrough = new Set(["problems", "completion", "profile", "preview", "models"]);

const inThemes = process.argv.includes("themes");
const named = process.argv.slice(2).filter((word) => Object.hasOwn(pictures, word));
const shown = inThemes ? Object.keys(pictures) : [...readme, ...walkthrough];
const wanted = new Set(named.length > 0 ? named : shown);

const themes = inThemes
  ? [
      ["-light", "Default Light Modern"],
      ["-dark", "Default Dark Modern"],
      ["-high-contrast", "Default High Contrast"],
    ]
  : [["", "Default Dark Modern"]];
mkdirSync(path.join(root, "out/screenshots"), { recursive: true });

for (const [suffix, theme] of themes)
  for (const [name, take] of Object.entries(pictures)) {
    if (!wanted.has(name)) continue;
    const window = await openWindow({
      source: folders[name] ?? "examples",
      file: files[name] ?? "broken.xml",
      prepare: prepared[name],
      settings: { ...look, "workbench.colorTheme": theme },
      viewport: { width: 1180, height: 760 },
    });
    try {
      if (!files[name]) await window.editor.locator("[class*='squiggly-']").first().waitFor();
      else await window.page.locator(readyButtons).first().waitFor();
      await take(window);
      await window.page.waitForTimeout(1_000);
      const file = !inThemes && readme.has(name) ? `docs/images/${name}.png` : `out/screenshots/${name}${suffix}.png`;
      const picture = await window.page.screenshot({ path: path.join(root, file) });
      if (!inThemes && walkthrough.has(name))
        writeFileSync(path.join(root, `client/media/walkthrough/${name}.webp`), await asWebp(window.page, picture));
      console.log(file);
    } finally {
      await window.close();
    }
  }

/** A repository with a history in which the desk phones logged more. */
function commitProvider(folder) {
  const git = (...args) => execFileSync("git", args, { cwd: folder, stdio: "pipe" });
  const commit = (message) => {
    git("add", "-A");
    git("-c", "user.name=Flat Profile", "-c", "user.email=provider@example.com", "commit", "-q", "-m", message);
  };
  const desk = path.join(folder, "www/desk.xml");
  const text = readFileSync(desk, "utf8");
  git("init", "-q", "-b", "main");
  writeFileSync(desk, text.replace("<Syslog_Server>", "<Debug_Level>DEBUG</Debug_Level>\n  <Syslog_Server>"));
  commit("Provision all customers");
  writeFileSync(desk, text);
  commit("Log less");
}

/** A site of one phone that fetches the files of the folder. */
function describeSite(folder) {
  const site = {
    urls: [{ prefix: "http://pbx/", folder: "." }],
    inventory: "phones.csv",
    dhcp: { 242: "HTTPSRVR=pbx" },
  };
  writeFileSync(path.join(folder, "flat-profile.config.json"), JSON.stringify({ site }));
  writeFileSync(path.join(folder, "phones.csv"), "id,mac,model,SIG,GROUP\ndesk,00005e0053a1,J179,2,1\n");
  writeFileSync(path.join(folder, "J100Supgrade.txt"), "GET 46xxsettings.txt\n");
}

/** An edit that strands phones whose owner switched off the other way to ask. */
function changeProvider(folder) {
  commitProvider(folder);
  const desk = path.join(folder, "www/desk.xml");
  const text = readFileSync(desk, "utf8")
    .replace(">3600<", ">0<")
    .replace(/ *<Syslog_Server>.*\n/, "")
    .replace("<Proxy_1_>sip.example.com", "<Proxy_1_>sip2.example.com");
  writeFileSync(desk, text);
  const own = path.join(folder, "www/phone/00005e005311.xml");
  writeFileSync(
    own,
    readFileSync(own, "utf8").replace("</flat-profile>", "  <SIP_Port_1_>99999</SIP_Port_1_>\n</flat-profile>"),
  );
}

/** At 640 pixels, some one and a half times the width of the column in which VS Code shows it. */
async function asWebp(page, png) {
  const blank = await page.context().newPage();
  const url = await blank.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = 640;
      canvas.height = Math.round((image.height / image.width) * canvas.width);
      const context = canvas.getContext("2d");
      context.imageSmoothingQuality = "high";
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      return canvas.toDataURL("image/webp", 0.3);
    },
    `data:image/png;base64,${png.toString("base64")}`,
  );
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}

async function closeExplorer(window) {
  await window.page.keyboard.press("Control+b");
}

function panelOf({ page }) {
  return page.frameLocator("iframe.webview").frameLocator("#active-frame");
}
