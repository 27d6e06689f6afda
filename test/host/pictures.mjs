// What the pictures show: of each the file, the folder, what is made ready, and what is done in the window.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { boxRow } from "./window.mjs";

export const pictures = {
  async problems(window) {
    await window.problems();
    await closeExplorer(window);
    await window.editor.click({ position: { x: 600, y: 40 } });
    await window.goTo(19, 42);
    await window.hover("missing");
  },
  async rendered(window) {
    await closeExplorer(window);
    await window.command("Show Rendered Template");
    const made = window.page.locator('.editor-instance .monaco-editor[data-uri^="flat-profile-rendered:"]');
    await made.locator(".view-line", { hasText: "lobby" }).first().waitFor();
    await window.page.locator("[class*='squiggly-']").first().waitFor();
    await window.command("Show Next Row");
    await made.locator(".view-line", { hasText: "room-101" }).first().waitFor();
    await window.editor.click({ position: { x: 300, y: 500 } });
    await window.goTo(13, 25);
    await window.hover("is too high");
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
    await panelOf(window).locator("svg").waitFor();
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
  async fleet(window) {
    await closeExplorer(window);
    await window.command("Flat Profile: Show Fleet");
    await panelOf(window).locator("tbody tr").first().waitFor();
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
export const files = {
  rendered: "phone.xml.j2",
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
  fleet: "stage-1.xml",
  keyMap: "00005e0053a1_config.xml",
  table: "mp118.ini",
  updates: "mp118.ini",
  replacement: "mp118.ini",
  gatewayTone: "call_progress_uk.ini",
};
export const folders = {
  rendered: "examples/templates",
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
  fleet: "examples/staged-rollout",
  keyMap: "examples/unify",
  table: "examples/audiocodes",
  updates: "examples/audiocodes",
  replacement: "examples/audiocodes",
  gatewayTone: "examples/audiocodes",
};
/** Makes the copy of a folder ready. */
export const prepared = {
  impact: changeProvider,
  pullRequest: changeProvider,
  drift: commitProvider,
  scriptEffective: describeSite,
  fleet: listFleet,
  rendered: spoilRow,
};

/** A phone of the list is louder than phones are. */
function spoilRow(folder) {
  const list = path.join(folder, "phones.csv");
  writeFileSync(list, readFileSync(list, "utf8").replace(/,7$/m, ",70"));
  const templates = [{ files: ["*.j2"], data: ["phones.csv", "site.yaml"] }];
  writeFileSync(path.join(folder, "flat-profile.config.json"), JSON.stringify({ templates }));
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

/** A list of phones that were bought over the years, with two typing errors. */
function listFleet(folder) {
  const kinds = [
    ["6841", "11-2-1MSR1-1", 210],
    ["8841", "11-3-1MPP-697", 295],
    ["6851", "12-0-3MPP0001-87", 201],
    ["8851", "11-2-3MSR1-1", 178],
    ["6861", "11-3-1MSR4-1", 116],
  ];
  const rows = kinds.flatMap(([model, firmware, count], kind) =>
    Array.from({ length: count }, (_, i) => {
      const mac = `00005e0053${kind}${i.toString(16).padStart(3, "0")}`.slice(0, 12);
      return `desk-${kind + 1}${String(i + 1).padStart(3, "0")},${mac},${model},${firmware},${i % 3 === 0 ? 2 : 1}`;
    }),
  );
  const site = { urls: [{ prefix: "https://prov.example.com/", folder: "." }], inventory: "phones.csv" };
  writeFileSync(path.join(folder, "flat-profile.config.json"), JSON.stringify({ site }));
  const list = [
    "id,mac,model,firmware,GPP_A",
    ...rows,
    "lobby,zz,8841,12-0-3MPP0001-87,2",
    "lift,00005e0053ff,8481,,1",
  ];
  writeFileSync(path.join(folder, "phones.csv"), `${list.join("\n")}\n`);
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

async function closeExplorer(window) {
  await window.page.keyboard.press("Control+b");
}

export function panelOf({ page }) {
  return page.frameLocator("iframe.webview").frameLocator("#active-frame");
}
