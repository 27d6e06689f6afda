// Chromium, driven by playwright-core, and a page with VS Code in it.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import http from "node:http";
import path from "node:path";
import { chromium } from "playwright-core";
import { installPackages } from "../support/programs.mjs";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

function installed() {
  return [process.env.CHROMIUM, ...places].find((place) => place && existsSync(place));
}

/** The path of a browser; on Debian it is installed when it is missing and this process may do so. */
function ensureChromium() {
  const present = installed();
  if (present) return present;
  installPackages("chromium", "fonts-dejavu-core");
  const found = installed();
  if (!found)
    throw new Error(
      "The tests in the editor need Chromium: install the packages chromium and fonts-dejavu-core, or set CHROMIUM to its path.",
    );
  return found;
}

export function launchBrowser() {
  return chromium.launch({
    executablePath: ensureChromium(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-dev-shm-usage",
    ],
  });
}

/** Makes the page load extensions under development and run tests in them, before VS Code reads its configuration. */
export function setDevelopmentOptions(page, options) {
  return page.addInitScript((development) => {
    const original = Document.prototype.getElementById;
    Document.prototype.getElementById = function (id) {
      const element = original.call(this, id);
      if (id === "vscode-workbench-web-configuration" && element && !element.dataset.development) {
        element.dataset.development = "yes";
        const settings = JSON.parse(element.getAttribute("data-settings"));
        settings.developmentOptions = { ...settings.developmentOptions, ...development };
        element.setAttribute("data-settings", JSON.stringify(settings));
      }
      return element;
    };
  }, options);
}

/** Serves a folder to any origin, for an extension that is to run in the web worker host. */
export async function serveFolder(folder) {
  const types = { ".js": "text/javascript", ".cjs": "text/javascript", ".json": "application/json" };
  const server = http.createServer(async (request, response) => {
    response.setHeader("Access-Control-Allow-Origin", "*");
    const wanted = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const file = path.join(folder, path.normalize(wanted));
    try {
      const content = await readFile(file);
      response.setHeader("Content-Type", types[path.extname(file)] ?? "text/plain");
      response.end(content);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { authority: `127.0.0.1:${server.address().port}`, stop };
}
