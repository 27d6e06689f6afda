// The packaged extension in an editor of each language there is: problems, commands and pages speak it.
import { languages } from "../../server/build/l10n.mjs";
import { expect, openWindow } from "./window.mjs";

const filled = (text, ...values) => text.replace(/\{(\d)\}/g, (_all, i) => values[i]);
const plain = (text) => text.replaceAll("\u00a0", " ");

const steps = {
  async "problems come from the server"(window, { bundle }) {
    const message = bundle["`{0}` is not in our catalogue. Did you mean `{1}`?"];
    const wanted = plain(filled(message, "Resync_Peridic", "Resync_Periodic"));
    await expect(wanted, async () => (await window.problems()).some((row) => plain(row).includes(wanted)));
  },
  async "commands come from the manifest, and open a page"(window, { bundle, manifest }) {
    await window.command(`Flat Profile: ${manifest["command.playTone"]}`);
    const panel = window.page.frameLocator("iframe.webview").frameLocator("#active-frame");
    await panel.getByRole("slider", { name: bundle.Position, exact: true }).waitFor();
    await panel.getByRole("button", { name: bundle["Save WAV…"] }).waitFor();
  },
};

let passed = 0;
let failed = 0;
for (const language of languages()) {
  const window = await openWindow({ source: "test/host/workspace", file: "phone.xml", language: language.id });
  try {
    for (const [title, run] of Object.entries(steps))
      await run(window, language).then(
        () => passed++,
        (error) => {
          failed++;
          console.log(`FAILED: ${language.id}: ${title}\n    ${error.message.split("\n").slice(0, 6).join("\n    ")}`);
        },
      );
  } finally {
    await window.close();
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
