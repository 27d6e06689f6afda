import { cpSync, mkdirSync } from "node:fs";
import path from "node:path";
import { ensureEditorHost, installExtension, newEditorData, startEditorHost } from "../../server/build/editorHost.mjs";

export const root = path.resolve(import.meta.dirname, "../..");
export const vsix = path.join(root, "out/flat-profile.vsix");

/** Restricted mode: nothing is asked, and no folder is trusted. */
const restricted = {
  "security.workspace.trust.enabled": true,
  "security.workspace.trust.startupPrompt": "never",
  "security.workspace.trust.banner": "never",
};

/**
 * VS Code's server over a throw-away copy of `source`, with the packaged extension unless it is left out. `trust` asks
 * for restricted mode.
 */
export async function openWorkspace({ source, settings = {}, packaged = true, trust = false }) {
  const host = ensureEditorHost();
  const folder = newEditorData({
    "editor.minimap.enabled": false,
    "editor.cursorBlinking": "solid",
    "editor.hover.delay": 100,
    ...(trust && restricted),
    ...settings,
  });
  const files = path.join(folder, path.basename(source));
  mkdirSync(files);
  cpSync(path.join(root, source), files, { recursive: true });
  if (packaged) installExtension(host, folder, vsix);
  const { authority, stop } = await startEditorHost(host, folder, { trust });
  return { authority, url: `http://${authority}`, files, stop };
}
