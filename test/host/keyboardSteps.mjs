// The main flows without a mouse; steps of ui.mjs.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { commitWorkspace } from "./accessSteps.mjs";
import { expect, readyButtons } from "./window.mjs";

/** Runs a command of the palette. */
async function run({ page, openInput }, title) {
  await openInput("F1");
  await page.keyboard.type(title);
  await first(page, title).waitFor();
  await page.keyboard.press("Enter");
}

/** The row that Enter takes. */
const first = (page, text) => page.locator(".quick-input-list .monaco-list-row.focused", { hasText: text }).first();

async function open({ page, openInput }, name) {
  await openInput("Control+p");
  await page.keyboard.type(name);
  await first(page, name).waitFor();
  await page.keyboard.press("Enter");
  await page.locator(`.editor-instance .monaco-editor.focused[data-uri$="/${name}"]`).waitFor();
  await page.locator(readyButtons).first().waitFor();
}

/** A file without the button of the preview. */
async function openIni(window, name) {
  const { page, openInput } = window;
  await run(window, "View: Close All Editors");
  await openInput("Control+p");
  await page.keyboard.type(name);
  await first(page, name).waitFor();
  await page.keyboard.press("Enter");
  await page.locator(`.editor-instance .monaco-editor.focused[data-uri$="/${name}"]`).waitFor();
  await page.locator(".editor-actions [aria-label^='Show Update Plan']").waitFor();
}

const textOf = async ({ page }) =>
  (await page.locator(".editor-instance .monaco-editor .view-lines").first().textContent()).replaceAll("\u00a0", " ");
const status = ({ page }, text) => page.locator(".statusbar-item", { hasText: text }).waitFor();

/** Of the window for these steps. */
export const keyboardSettings = {
  "editor.codeActionsOnSave": { "source.fixAll": "explicit" },
  "editor.inlayHints.enabled": "off", // they are in the text of a line
};

/** A repository, with a template and its data. */
export function prepareKeyboard(files) {
  const folder = path.join(files, "desks");
  mkdirSync(folder);
  const write = (name, text) => writeFileSync(path.join(folder, name), text);
  write(
    "desk.xml.j2",
    "<flat-profile>\n<Host_Name>{{ name }}</Host_Name>\n<Ringer_Volume>{{ volume }}</Ringer_Volume>\n</flat-profile>\n",
  );
  write("desks.csv", "name,volume\nLOBBY,9\nHALL,70\n");
  const templates = [{ files: ["*.j2"], data: ["desks.csv"] }];
  write("flat-profile.config.json", JSON.stringify({ templates }));
  commitWorkspace(files);
}

export const keyboardSteps = [
  [
    "keyboard only: from problem to problem, and mended",
    async (window) => {
      const { page } = window;
      await open(window, "phone.xml");
      await page.locator("[class*='squiggly-']").first().waitFor();
      await window.goTo(1, 1);
      await page.keyboard.press("Alt+F8"); // the next one in this file
      const problem = page.locator(".peekview-widget, .marker-widget", { hasText: "Resync_Peridic" }).first();
      await problem.waitFor();
      await page.keyboard.press("Escape");
      await status(window, "Ln 3, Col 4");
      const fix = page.locator(".action-widget .monaco-list-row.focused", { hasText: "Resync_Periodic" }).first();
      await window.pressFor(["Control+."], fix, "the fix");
      await page.keyboard.press("Enter");
      await expect("the mended name", async () => (await textOf(window)).includes("<Resync_Periodic ua="));
    },
  ],
  [
    "keyboard only: the manual page of a parameter",
    async (window) => {
      await window.goTo(5, 6);
      await window.hover("Dial_Tone");
      await window.page.keyboard.press("Escape");
    },
  ],
  [
    "keyboard only: the first example is a profile, and opens as a file that is not saved",
    async (window) => {
      const { page } = window;
      await run(window, "Open Example");
      await page.locator(".quick-input-title", { hasText: "Open Example" }).waitFor();
      await first(page, /broken\.xml.*Flat Profile/).waitFor();
      await page.keyboard.press("Enter");
      const tab = page.locator(".tab.active[data-resource-name^='Untitled-']");
      await tab.and(page.locator(".dirty")).waitFor();
      await page.locator("[class*='squiggly-']").first().waitFor();
      await page.keyboard.press("Control+a");
      await page.keyboard.press("Delete");
      await tab.and(page.locator(":not(.dirty)")).waitFor(); // closes without a question
      await page.keyboard.press("Control+w");
      await tab.waitFor({ state: "detached" });
    },
  ],
  [
    "keyboard only: a parameter and its value are completed, and the file is saved",
    async (window) => {
      const { page, workspace } = window;
      await window.goTo(7, 1);
      await page.keyboard.press("End");
      await page.keyboard.press("Enter");
      await page.keyboard.type("<Time_Form", { delay: 30 });
      const row = page.locator(".suggest-widget.visible .monaco-list-row.focused");
      await row.filter({ hasText: "Time_Format" }).waitFor();
      await page.keyboard.press("Enter");
      await expect("the element", async () => (await textOf(window)).includes("</Time_Format>"));
      await page.keyboard.press("Escape");
      await page.keyboard.press("Delete");
      await page.keyboard.type("24");
      await window.pressFor(["Control+Space"], row.filter({ hasText: "24hr" }), "the value");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Control+s");
      await expect("the file", async () =>
        /<Time_Format[^>]*>24hr<\/Time_Format>/.test(readFileSync(path.join(workspace.files, "phone.xml"), "utf8")),
      );
    },
  ],
  [
    "keyboard only: the Profile view leads to an element",
    async (window) => {
      const { page } = window;
      await run(window, "Flat Profile: Filter Profile View");
      await page.locator(".quick-input-title", { hasText: "Filter Profile View" }).waitFor();
      await page.keyboard.type("@problems");
      await page.keyboard.press("Enter");
      await page
        .getByRole("treeitem", { name: /1 problem/ })
        .first()
        .waitFor();
      await run(window, "Explorer: Focus on Profile View");
      await expect("the element", async () => {
        const focused = page.locator(".pane .monaco-list-row.focused[aria-label*='1 problem']");
        if ((await focused.count()) === 0) await page.keyboard.press("ArrowDown");
        return (await focused.count()) > 0;
      });
      await page.keyboard.press("Enter");
      await page.locator(".statusbar-item", { hasText: /Ln \d+, Col \d+ \(\d+ selected\)/ }).waitFor();
      await run(window, "Flat Profile: Clear Filter of Profile View");
    },
  ],
  [
    "keyboard only: a tone is shown in its hover",
    async (window) => {
      await open(window, "tones.xml");
      await window.goTo(3, 30);
      const part = await window.hover("480 Hz");
      await expect("a picture that has loaded", async () =>
        part
          .locator("img")
          .first()
          .evaluate(({ complete, naturalWidth }) => complete && naturalWidth > 50),
      );
      await window.page.keyboard.press("Escape");
    },
  ],
  [
    "keyboard only: saving mends what is safe to mend",
    async (window) => {
      const { page, workspace } = window;
      await open(window, "fixable.xml");
      await page.locator(".editor-instance .monaco-editor.focused .squiggly-error").first().waitFor();
      await page.keyboard.press("Control+End");
      await expect("plain quotes in the file", async () => {
        await page.keyboard.press("Enter"); // VS Code saves without the fixes when they are not there in time
        await page.keyboard.press("Control+s");
        await page.waitForTimeout(500);
        return readFileSync(path.join(workspace.files, "fixable.xml"), "utf8").includes('<Host_Name ua="na">');
      });
    },
  ],
  [
    "keyboard only: pasted typographic quotes and dashes are offered as plain ones, and taken back",
    async (window) => {
      const { page } = window;
      await open(window, "group.xml");
      await window.goTo(2, 13);
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.evaluate(() => navigator.clipboard.writeText("\u201ca\u2013b\u201d"));
      await page.keyboard.press("Control+v");
      await expect("the text as it was copied", async () =>
        (await textOf(window)).includes(">\u201ca\u2013b\u201dgroup"),
      );
      await page.locator(".post-edit-widget").waitFor();
      await page.keyboard.press("Control+.");
      const offer = page.locator(".action-widget .monaco-list-row", { hasText: "Paste with Plain Quotes" });
      await offer.waitFor();
      for (let i = 0; i < 9 && !(await offer.getAttribute("class")).includes("focused"); i++)
        await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await expect("plain quotes and a plain dash", async () => (await textOf(window)).includes('>"a-b"group'));
      await page.keyboard.press("Control+z");
      await expect("the text before", async () => (await textOf(window)).includes("<Proxy_1_>group.example.com<"));
    },
  ],
  [
    "keyboard only: the preview, its device and its way back to the file",
    async (window) => {
      const { page } = window;
      await open(window, "rules.xml");
      await run(window, "Flat Profile: Preview for a Device");
      const panel = panelIn(page);
      await panel.locator("summary", { hasText: "https://prov.example.com/start.xml" }).first().waitFor();
      const focused = () => panel.locator(":focus");
      await tabTo(page, focused, "SELECT");
      await page.keyboard.press("End");
      const last = await panel.locator("select option").last().textContent();
      await expect("the last device", async () => (await shownOption(panel)) === last);
      await tabTo(page, focused, "SUMMARY");
      const details = focused().locator("xpath=..");
      const wasOpen = await details.evaluate((element) => element.open);
      await page.keyboard.press("Enter");
      await expect("a part that opens or closes", async () => (await details.evaluate((e) => e.open)) !== wasOpen);
      if (wasOpen) await page.keyboard.press("Enter");
      await tabTo(page, focused, "BUTTON", "source");
      await page.keyboard.press("Enter");
      await page.locator('.editor-instance .monaco-editor.focused[data-uri$="/rules.xml"]').waitFor();
      await page.locator(".statusbar-item", { hasText: /\(\d+ selected\)/ }).waitFor();
    },
  ],
  [
    "keyboard only: the effective configuration follows the typing, and leads to what sets a value",
    async (window) => {
      const { page } = window;
      await run(window, "View: Close All Editors");
      await open(window, "group.xml");
      await run(window, "Flat Profile: Show Effective Configuration");
      const panel = panelIn(page);
      await panel.locator("h1", { hasText: "Effective configuration" }).waitFor();
      const focused = () => panel.locator(":focus");
      await tabTo(page, focused, "SELECT");
      await page.keyboard.type("reception");
      await panel.locator(".end", { hasText: "Settled after" }).waitFor();
      await page.keyboard.press("Control+1"); // the file
      await page.locator('.editor-instance .monaco-editor.focused[data-uri$="/group.xml"]').waitFor();
      await window.goTo(2, 13);
      await page.keyboard.type("typed.");
      await panel.locator("dd code", { hasText: /^typed\.group\.example\.com$/ }).waitFor();
      await run(window, "View: Focus Next Editor Group");
      await tabTo(page, focused, "INPUT");
      await page.keyboard.type("proxy_1");
      await expect("one setting", async () => (await panel.locator(".setting").count()) === 1);
      await panel.locator(".over s", { hasText: "sip.example.com" }).waitFor();
      await expect("the button with the place", async () => {
        await page.keyboard.press("Tab");
        return (await focused().textContent({ timeout: 500 })) === "www/common.xml:3";
      });
      await page.keyboard.press("Enter");
      await page.locator('.editor-instance .monaco-editor.focused[data-uri$="/common.xml"]').waitFor();
      await status(window, /Ln 3, Col \d+ \(\d+ selected\)/);
      await open(window, "rules.xml");
    },
  ],
  [
    "keyboard only: what all models get, and the way to a line",
    async (window) => {
      const { page } = window;
      await open(window, "46xxsettings.txt");
      await run(window, "Flat Profile: Compare All Models");
      const panel = panelIn(page);
      await panel.locator(".sentence", { hasText: "28 devices, 2 different results." }).waitFor();
      await expect("one setting that differs", async () => (await panel.locator("tbody tr").count()) === 1);
      const focused = () => panel.locator(":focus");
      await tabTo(page, focused, "INPUT");
      await page.keyboard.press("Tab"); // from the filter to the first box
      await page.keyboard.press("Space");
      await expect("all settings", async () => (await panel.locator("tbody tr").count()) === 3);
      await tabTo(page, focused, "TD");
      for (const key of ["ArrowDown", "ArrowRight"]) await page.keyboard.press(key);
      await expect("the value of the other model", async () => /^40/.test((await focused().textContent()) ?? ""));
      await page.keyboard.press("Enter");
      await page.locator('.editor-instance .monaco-editor.focused[data-uri$="/46xxsettings.txt"]').waitFor();
      await page.locator(".statusbar-item", { hasText: /Ln 6, Col \d+ \(\d+ selected\)/ }).waitFor();
      await open(window, "rules.xml");
    },
  ],
  [
    "keyboard only: cells of a table are edited, rows come and go, and all of it is undone",
    async (window) => {
      const { page } = window;
      await openIni(window, "mp118.ini");
      await window.goTo(10, 1);
      await run(window, "Flat Profile: Edit Table");
      const panel = page.frameLocator("iframe.webview.ready >> visible=true").frameLocator("#active-frame");
      await panel.locator("td", { hasText: "sip.example.com" }).waitFor();
      const focused = () => panel.locator(":focus");
      const line = (text) => expect(text, async () => (await textOf(window)).includes(text));
      await tabTo(page, focused, "TD");
      for (const key of ["ArrowDown", "F2", "Home", "x", "Escape"]) await page.keyboard.press(key);
      await page.keyboard.press("Enter");
      await page.keyboard.press("End");
      await page.keyboard.type(".net");
      await page.keyboard.press("Tab");
      await line('ProxyIp 1 = "sip.example.com.net", abc;');
      await page.keyboard.type("2");
      await page.keyboard.press("Enter");
      await line('ProxyIp 1 = "sip.example.com.net", 2;');
      await panel.locator(".sentence", { hasText: "ProxyIp: 2 rows" }).waitFor();
      await panel.getByRole("button", { name: "Add Row" }).focus();
      await page.keyboard.press("Enter");
      await line("ProxyIp 2 = $$, $$;");
      await expect("the new row", async () => (await focused().textContent()) === "$$");
      await page.keyboard.type("192.0.2.9");
      await page.keyboard.press("Shift+Tab");
      await line("ProxyIp 2 = 192.0.2.9, $$;");
      await panel.getByRole("button", { name: "Delete Row" }).focus();
      await page.keyboard.press("Enter");
      await expect("a row less", async () => !(await textOf(window)).includes("ProxyIp 2"));
      await tabTo(page, focused, "TD");
      for (const [text, isThere] of [
        ["192.0.2.9", true],
        ["192.0.2.9", false],
        ["ProxyIp 2", false],
        ["abc", true],
        [".net", false],
      ])
        await expect(`undone: ${text} ${isThere}`, async () => {
          if ((await textOf(window)).includes(text) === isThere) return true;
          await panel.locator('td[tabindex="0"]').first().focus(); // on a busy machine the page gets it back late
          await page.keyboard.press("Control+z");
          await page.waitForTimeout(700);
          return false;
        });
      await open(window, "rules.xml");
    },
  ],
  [
    "keyboard only: the update plan follows the typing and a version",
    async (window) => {
      const { page } = window;
      await openIni(window, "mp118.ini");
      await run(window, "Flat Profile: Show Update Plan");
      const panel = page.frameLocator("iframe.webview.ready >> visible=true").frameLocator("#active-frame");
      await panel.locator("#offered").waitFor();
      const focused = () => panel.locator(":focus");
      await tabTo(page, focused, "INPUT");
      for (const text of ["00908f000001", "6.60A.100", "6.60A.100"]) {
        await page.keyboard.type(text);
        await page.keyboard.press("Tab");
      }
      await panel.locator("code", { hasText: "mp118_00908f000001.ini" }).waitFor();
      await panel.locator(".verdict", { hasText: "version equal: not burnt" }).waitFor();
      await page.keyboard.press("Control+1");
      await page.locator('.editor-instance .monaco-editor.focused[data-uri$="/mp118.ini"]').waitFor();
      await window.goTo(6, 1);
      for (const key of ["End", "Enter"]) await page.keyboard.press(key);
      await page.keyboard.type("AUPDCheckIfIniChanged = 1");
      await panel.locator("dd", { hasText: "when its checksum changed" }).waitFor();
      await run(window, "View: Focus Next Editor Group");
      await tabTo(page, focused, "BUTTON", "source");
      await page.keyboard.press("Enter");
      await page.locator('.editor-instance .monaco-editor.focused[data-uri$="/mp118.ini"]').waitFor();
      await status(window, /\(\d+ selected\)/);
      await open(window, "rules.xml");
    },
  ],
  [
    "keyboard only: a running export is chosen, and a lost row leads to its line",
    async (window) => {
      const { page } = window;
      await openIni(window, "mp118.ini");
      await run(window, "Flat Profile: Compare with Running Export");
      await page.locator(".quick-input-title", { hasText: "Select the export" }).waitFor();
      await page.keyboard.type("running.ini");
      await first(page, "running.ini").waitFor();
      await page.keyboard.press("Enter");
      const panel = page.frameLocator("iframe.webview.ready >> visible=true").frameLocator("#active-frame");
      await panel.locator(".sentence", { hasText: "takes 3 settings or rows" }).waitFor();
      await expect("no secret", async () => !(await panel.locator("body").textContent()).includes("cAnArY"));
      const focused = () => panel.locator(":focus");
      await tabTo(page, focused, "INPUT");
      await page.keyboard.type("192.0.2.4");
      await expect("one row", async () => (await panel.locator("tbody tr").count()) === 1);
      await tabTo(page, focused, "BUTTON", "source");
      await page.keyboard.press("Enter");
      await page.locator('.editor-instance .monaco-editor.focused[data-uri$="/running.ini"]').waitFor();
      await status(window, "Ln 8, Col");
      await open(window, "rules.xml");
    },
  ],
  [
    "keyboard only: what an edit does to phones, and the way to its line",
    async (window) => {
      const { page } = window;
      await open(window, "common.xml");
      await window.goTo(2, 23);
      await page.keyboard.press("Delete");
      await run(window, "Flat Profile: Show Impact of My Changes");
      const panel = panelIn(page);
      await panel.locator(".sentence", { hasText: "2 of 2 phones change" }).waitFor();
      const focused = () => panel.locator(":focus");
      await tabTo(page, focused, "SELECT");
      await page.keyboard.press("End");
      await panel.locator(".facts", { hasText: "saved files" }).waitFor();
      await page.keyboard.press("Home");
      await panel.locator(".facts", { hasText: "HEAD@" }).waitFor();
      await tabTo(page, focused, "BUTTON", "count");
      await page.keyboard.press("Enter");
      await expect("the heading", async () => (await focused().evaluate(({ tagName }) => tagName)) === "H2");
      await tabTo(page, focused, "SUMMARY");
      await tabTo(page, focused, "BUTTON", "source");
      await page.keyboard.press("Enter");
      await page.locator('.editor-instance .monaco-editor.focused[data-uri*="/www/"]').waitFor();
      await page.locator(".statusbar-item", { hasText: "Ln 2, Col 47 (44 selected)" }).waitFor();
      await open(window, "rules.xml");
    },
  ],
  [
    "keyboard only: a rollout follows the typing, another tree is chosen, and the tables are copied",
    async (window) => {
      const { page } = window;
      await run(window, "View: Close All Editors");
      await open(window, "site.rollout.json");
      await run(window, "Flat Profile: Show Firmware Rollout");
      const panel = panelIn(page);
      await panel.locator("h2", { hasText: "Rollout of 7,100,000 bytes to 44 phones" }).waitFor();
      const focused = () => panel.locator(":focus");
      await tabTo(page, focused, "SELECT");
      await page.keyboard.press("End");
      await expect("the last tree", async () => /10\.2\.0\.0/.test((await shownOption(panel)) ?? ""));
      await panel.locator(".picture[aria-label='7841']").waitFor();
      await page.keyboard.press("Tab");
      await expect("the picture", async () => (await focused().getAttribute("role")) === "group");
      await page.keyboard.press("Control+1");
      await page.locator('.editor-instance .monaco-editor.focused[data-uri$="/site.rollout.json"]').waitFor();
      await window.goTo(3, 48);
      await page.keyboard.type("1");
      await panel.locator("h2", { hasText: "Rollout of 71,100,000 bytes to 44 phones" }).waitFor();
      await run(window, "View: Focus Next Editor Group");
      await tabTo(page, focused, "BUTTON");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await status(window, "Copied the rollout.");
    },
  ],
  [
    "keyboard only: which phones take software, with Override, and the way to their line",
    async (window) => {
      const { page } = window;
      await run(window, "View: Close All Editors");
      await open(window, "images.bind.json");
      await run(window, "Flat Profile: Show Firmware Gate");
      const panel = panelIn(page);
      await panel.locator("button.count", { hasText: "2 Rejected" }).waitFor();
      const focused = () => panel.locator(":focus");
      await tabTo(page, focused, "INPUT");
      await page.keyboard.type("store");
      await expect("one phone", async () => (await panel.locator("tbody tr").count()) === 1);
      await panel.locator("td", { hasText: "without a restart" }).waitFor();
      await page.keyboard.press("Tab"); // from the filter to the box
      await page.keyboard.press("Space");
      await panel.locator("button.count", { hasText: "2 Accepted by Override" }).waitFor();
      await page.keyboard.press("Space");
      await panel.locator("button.count", { hasText: "2 Rejected" }).waitFor();
      await tabTo(page, focused, "BUTTON", "count");
      await page.keyboard.press("Enter");
      await expect("the heading", async () => (await focused().evaluate(({ tagName }) => tagName)) === "H2");
      await tabTo(page, focused, "BUTTON", "link");
      await page.keyboard.press("Enter");
      await page.locator('.editor-instance .monaco-editor.focused[data-uri$="/gate.csv"]').waitFor();
      await status(window, /Ln 3, Col \d+ \(\d+ selected\)/);
    },
  ],
  [
    "keyboard only: the phones of a list are filtered, and lead to their row and their preview",
    async (window) => {
      const { page } = window;
      const show = async () => {
        await open(window, "8841-3PCC.xml");
        await run(window, "Flat Profile: Show Fleet");
      };
      await run(window, "View: Close All Editors");
      await show();
      const panel = panelIn(page);
      await panel.locator("button.bar", { hasText: "2 phones have no upgrade rule." }).waitFor();
      const focused = () => panel.locator(":focus");
      await tabTo(page, focused, "INPUT");
      await page.keyboard.type("workshop");
      await expect("one phone", async () => (await panel.locator("tbody tr").count()) === 1);
      await tabTo(page, focused, "BUTTON", "bar");
      await page.keyboard.press("Space");
      await panel.locator("button.bar[aria-pressed='true']", { hasText: "1 phone has no upgrade rule." }).waitFor();
      await expect("the focus", async () => (await focused().getAttribute("aria-pressed")) === "true");
      await tabTo(page, focused, "BUTTON", "line");
      await page.keyboard.press("Enter");
      await page.locator('.editor-instance .monaco-editor.focused[data-uri$="/phones.csv"]').waitFor();
      await status(window, /Ln 3, Col \d+ \(\d+ selected\)/);
      await show();
      await tabTo(page, focused, "BUTTON", "link");
      await page.keyboard.press("Enter");
      await page.locator(".tab.active", { hasText: "Preview 8841-3PCC.xml" }).waitFor();
      await expect("the phone", async () => {
        const chosen = page.frames().map((frame) => frame.locator("option:checked", { hasText: "workshop" }).count());
        return (await Promise.all(chosen)).some((count) => count > 0);
      });
      await run(window, "View: Close All Editors");
    },
  ],
  [
    "keyboard only: the keys of a phone, those of another model, and the way to a line",
    async (window) => {
      const { page } = window;
      await run(window, "View: Close All Editors");
      await open(window, "00005e0053a1_config.xml");
      await run(window, "Flat Profile: Show Key Map");
      const panel = panelIn(page);
      await panel
        .locator(".state", { hasText: "3 of 12 keys of the OpenStage 40 are set. 1 key has a problem." })
        .waitFor();
      const focused = () => panel.locator(":focus");
      await tabTo(page, focused, "SELECT");
      await page.keyboard.press("End");
      await panel.locator(".state", { hasText: "Desk Phone IP 55G" }).waitFor();
      await page.keyboard.press("Home");
      await panel.locator(".state", { hasText: "OpenStage 40" }).waitFor();
      await tabTo(page, focused, "BUTTON", "key");
      await page.keyboard.press("ArrowDown");
      await expect("the label without a function", async () => /Alone/.test((await focused().textContent()) ?? ""));
      await page.keyboard.press("Enter");
      await page.locator('.editor-instance .monaco-editor.focused[data-uri$="/00005e0053a1_config.xml"]').waitFor();
      await status(window, /Ln 9, Col \d+ \(\d+ selected\)/);
      await open(window, "rules.xml");
    },
  ],
  [
    "keyboard only: a profile is encrypted",
    async (window) => {
      const { page, workspace } = window;
      await run(window, "Flat Profile: Encrypt and Save As");
      await first(page, "gzip + AES-256-CBC (MD5)").waitFor();
      await page.keyboard.press("Enter");
      await first(page, "Add a Key").waitFor();
      await page.keyboard.press("Enter");
      await page.locator(".quick-input-title", { hasText: "Name the key" }).waitFor();
      await page.keyboard.type("site");
      await page.keyboard.press("Enter");
      await page.locator('.quick-input-widget:visible input[type="password"]').waitFor();
      await page.keyboard.type("keyboard-4711");
      await page.keyboard.press("Enter");
      await page.locator(".quick-input-title", { hasText: "Encrypt and Save As" }).waitFor();
      await page.keyboard.press("Enter");
      const encrypted = path.join(workspace.files, "rules.cfg");
      await expect("the encrypted file", async () => readFileSync(encrypted, "latin1").startsWith("Salted__"));
    },
  ],
  [
    "keyboard only: a template is rendered as it is typed, row by row, with its problems",
    async (window) => {
      const { page } = window;
      await run(window, "View: Close All Editors");
      await open(window, "desk.xml.j2");
      await run(window, "Flat Profile: Show Rendered Template");
      const made = page.locator('.editor-instance .monaco-editor[data-uri^="flat-profile-rendered:"] .view-line');
      await made.filter({ hasText: "<Host_Name>LOBBY<" }).waitFor();
      await status(window, "Row 1 of 2");
      await run(window, "Flat Profile: Show Next Row");
      await made.filter({ hasText: "<Host_Name>HALL<" }).waitFor();
      await page.keyboard.press("Control+1"); // the template
      await page.locator('.editor-instance .monaco-editor.focused[data-uri$="/desk.xml.j2"]').waitFor();
      await page.keyboard.press("Alt+F8");
      const problem = page.locator(".peekview-widget, .marker-widget", { hasText: "In row 2 (desks.csv:3)." }).first();
      await problem.waitFor();
      await page.keyboard.press("Escape");
      await status(window, "Ln 3, Col 16");
      await window.goTo(2, 12);
      await page.keyboard.type("x-");
      await made.filter({ hasText: "<Host_Name>x-HALL<" }).waitFor();
      await window.goTo(3, 16);
      for (let i = 0; i < "{{ volume }}".length; i++) await page.keyboard.press("Delete");
      await page.keyboard.type("7");
      await expect("no problem", async () => (await page.locator("[class*='squiggly-']").count()) === 0);
      await run(window, "File: Revert File");
    },
  ],
  [
    "keyboard only: the reference is searched, and a link of a page leads to the next one",
    async (window) => {
      const { page } = window;
      await run(window, "View: Close All Editors");
      await run(window, "Open Reference");
      await page.locator(".quick-input-title", { hasText: "Open Reference" }).waitFor();
      await page.keyboard.type("delay random resync");
      await first(page, "Resync_Random_Delay").waitFor();
      await page.keyboard.press("Enter");
      const shown = panelIn(page);
      await shown.locator("h1", { hasText: "Resync_Random_Delay" }).waitFor();
      await shown.locator("a", { hasText: "Resync_On_Reset" }).first().focus();
      await page.keyboard.press("Enter");
      await page.locator(".tab.active", { hasText: "Resync_On_Reset" }).waitFor();
    },
  ],
];

const panelIn = (page) => page.frameLocator("iframe.webview.ready >> visible=true").frameLocator("#active-frame");

const shownOption = (panel) =>
  panel.locator("select").evaluate((select) => select.options[select.selectedIndex].textContent);

/** Goes through the page with Tab until an element of the kind has the focus. */
async function tabTo(page, focused, tag, className = "") {
  for (let i = 0; i < 60; i++) {
    const found = await focused()
      .evaluate((element) => [element.tagName, element.className], undefined, { timeout: 500 })
      .catch(() => ["", ""]);
    if (found[0] === tag && found[1].includes(className)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not come to a ${tag} ${className}`);
}
