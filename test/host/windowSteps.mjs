// Windows that are not just one trusted folder; lists of steps of ui.mjs.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { boxRows, expect } from "./window.mjs";

/** Two folders with the same files, of which the second has a setting of its own. */
function twoRoots(files) {
  const all = readdirSync(files);
  for (const folder of ["first", "second"]) {
    mkdirSync(path.join(files, folder));
    for (const name of all) cpSync(path.join(files, name), path.join(files, folder, name), { recursive: true });
  }
  mkdirSync(path.join(files, "second/.vscode"));
  const settings = { "flatProfile.severity": { "parameter/unknown": "off" } };
  writeFileSync(path.join(files, "second/.vscode/settings.json"), JSON.stringify(settings));
  for (const [folder, mac] of [
    ["first", "00005e005301"],
    ["second", "00005e005302"],
  ]) {
    mkdirSync(path.join(files, folder, ".vscode"), { recursive: true });
    const devices = [{ id: "desk", label: `Desk of the ${folder}`, model: "8841", mac }];
    writeFileSync(path.join(files, folder, ".vscode/flat-profile.devices.json"), JSON.stringify({ devices }));
  }
  writeFileSync(
    path.join(files, "both.code-workspace"),
    JSON.stringify({ folders: [{ path: "first" }, { path: "second" }] }),
  );
  return "both.code-workspace";
}

export const rootsList = {
  file: "first/phone.xml",
  prepare: twoRoots,
  steps: [
    [
      "two folders in a window: problems by the settings of each, hovers in both",
      async (window) => {
        const { page } = window;
        const underlined = (editor) => editor.locator("[class*='squiggly-']").count();
        await expect("the misspelt name and the value", async () => (await underlined(window.editor)) === 2);
        await window.goTo(5, 6);
        await window.hover("Dial_Tone");
        await page.keyboard.press("Escape");

        await window.pick("second/phone.xml", "second");
        const second = page.locator('.editor-instance .monaco-editor[data-uri$="/second/phone.xml"]');
        await second.locator("[class*='squiggly-']").first().waitFor();
        await second.click({ position: { x: 400, y: 200 } });
        await window.goTo(5, 6);
        await window.hover("Dial_Tone");
        await page.keyboard.press("Escape");
        await expect("the value only", async () => (await underlined(second)) === 1);
      },
    ],
    [
      "two folders in a window: a profile goes by the devices of its own folder",
      async (window) => {
        const { page } = window;
        for (const [folder, mac] of [
          ["second", "00005e005302"],
          ["first", "00005e005301"],
        ]) {
          await window.pick(`${folder}/phone.xml`, folder);
          const editor = page.locator(`.editor-instance .monaco-editor[data-uri$="/${folder}/phone.xml"]`);
          await editor.locator(".view-line").first().waitFor();
          await editor.click({ position: { x: 400, y: 200 } });
          await window.goTo(2, 15);
          await page.keyboard.type(" <Profile_Rule_D>http://h/$MA</Profile_Rule_D>");
          await window.command("Flat Profile: Choose Preview Device");
          const desk = boxRows(page).filter({ hasText: `Desk of the ${folder}` });
          await desk.click(); // fails when there are two
          await editor.locator(".view-line", { hasText: `→ http://h/${mac}` }).waitFor();
        }
      },
    ],
  ],
};

export const restrictedList = {
  file: "phone.xml",
  trust: true,
  steps: [
    [
      "restricted mode: problems, hovers and fixes, and nothing that handles keys",
      async (window) => {
        const { page } = window;
        await page.locator(".statusbar-item", { hasText: "Restricted Mode" }).waitFor();
        await expect("the misspelt name in the Problems panel", async () =>
          (await window.problems()).some((row) => row.includes("Resync_Peridic")),
        );
        await window.editor.click({ position: { x: 400, y: 60 } });
        await window.goTo(5, 6);
        await window.hover("Dial_Tone");
        await page.keyboard.press("Escape");
        await window.goTo(3, 8);
        await window.quickFix("Resync_Periodic");
        await expect("the mended line", async () => (await window.lines())[2].includes("<Resync_Periodic ua="));

        await page.locator(".editor-actions [aria-label^='Preview for a Device']").waitFor();
        if (await page.locator(".editor-actions [aria-label^='Encrypt and Save As']").isVisible())
          throw new Error("the lock is shown");
        await window.openInput("F1");
        await window.input.fill(">Flat Profile: ");
        const rows = boxRows(page);
        await rows.filter({ hasText: "Add Device" }).first().waitFor();
        for (const words of ["Encrypt", "Generate Key"]) {
          await window.input.fill(`>Flat Profile: ${words}`);
          await page.waitForTimeout(500);
          if ((await rows.filter({ hasText: `Flat Profile: ${words}` }).count()) > 0)
            throw new Error(`${words} is offered`);
        }
        await page.keyboard.press("Escape");
      },
    ],
  ],
};

export const otherXmlList = {
  file: "catalog.xml",
  steps: [
    [
      "other XML starts no server, and a profile does",
      async (window) => {
        const { page } = window;
        await page.waitForTimeout(3_000);
        if (servers(window).length > 0) throw new Error("a server runs");
        await window.open("phone.xml");
        await expect("the server", async () => servers(window).length === 1);
      },
    ],
  ],
};

/** Processes of our server that VS Code of this window has started, as Linux lists them. */
function servers({ workspace }) {
  const folder = path.dirname(workspace.files);
  return readdirSync("/proc").filter((entry) => {
    try {
      const command = readFileSync(`/proc/${entry}/cmdline`, "utf8");
      return command.includes(folder) && command.includes("server/dist/server.js");
    } catch {
      return false; // no process, or one that has ended
    }
  });
}
