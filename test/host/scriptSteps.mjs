// Tones and dial plans as a person hears, taps and dials them; steps of ui.mjs.
import { expect } from "./window.mjs";

export const scriptSteps = [
  [
    "a rhythm is tapped with the keyboard and written into the cadence",
    async (window) => {
      const { page } = window;
      await window.page.keyboard.press("Control+1"); // the files, not the panels
      await window.open("tones.xml");
      await window.goTo(4, 22);
      await window.command("Flat Profile: Play Tone");
      const panel = panelOf(window);
      await panel.locator("h1", { hasText: "Cadence_1" }).waitFor();
      await panel.getByRole("button", { name: "Hold to play" }).focus();
      for (const silence of [150, 0]) {
        await page.keyboard.down(" ");
        await page.waitForTimeout(400);
        await page.keyboard.up(" ");
        await page.waitForTimeout(silence);
      }
      const script = await panel.locator(".tapped output").textContent();
      if (!/^60\([.\d]+\/[.\d]+,[.\d]+\/4\)$/.test(script)) throw new Error(`${script} was made`);
      await panel.getByRole("button", { name: "Insert into Cadence_1" }).click();
      const editor = page.locator('.editor-instance .monaco-editor[data-uri$="/tones.xml"]');
      await editor.locator(".view-line", { hasText: `>${script}</Cadence_1>` }).waitFor();
      await expect(
        "the new rhythm in the panel",
        async () => (await panel.locator("code.value").textContent()) === script,
      );
    },
  ],
  [
    "keys are dialed in the tester, and the call is shown key by key",
    async (window) => {
      const { page } = window;
      await window.page.keyboard.press("Control+1"); // the files, not the panels
      await window.open("tones.xml");
      await window.goTo(5, 30);
      await window.command("Flat Profile: Test Dial Plan");
      const panel = panelOf(window);
      await panel.locator("h1", { hasText: "Dial_Plan_1_" }).waitFor();
      for (const key of ["9", "1", "1"]) await panel.getByRole("button", { name: key, exact: true }).click();
      await panel.locator("#verdict strong", { hasText: "Sends 911" }).waitFor();
      await panel.locator("tr.taken", { hasText: "911S0" }).waitFor();
      await page.keyboard.press("Escape");
    },
  ],
];

/** The panel that is shown; hidden ones keep their frame. */
function panelOf({ page }) {
  return page.frameLocator("iframe.webview.ready >> visible=true").frameLocator("#active-frame");
}
