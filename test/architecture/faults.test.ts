import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { globSync } from "tinyglobby";

/** Files that catch faults, and why. Every other file of the server lets them pass, or reports problems as values. */
const catching: Readonly<Record<string, string>> = {
  "analysis/analyzer": "a check or value type that fails costs its own findings",
  "browser/runtime": "a client may not answer a request for files, a file beside the code may not be reached",
  "deployment/site/siteAnswers": "a file that cannot be read is an answer of the server",
  "encryption/inspect": "a stream that is not gzip",
  "encryption/open": "a key that does not fit",
  "encryption/platform": "streams that end in an error",
  "lsp/configMember": "a configuration that is not JSON",
  "lsp/diagnostics": "one refresh",
  "lsp/gate": "a client that went away",
  "lsp/overriddenSettings": "work that no request waits for",
  "lsp/pullDiagnostics": "one file",
  "lsp/pushDiagnostics": "one file",
  "lsp/renderedTemplates": "work that no request waits for",
  "lsp/serve": "one request",
  "lsp/session": "what a client refuses, a workspace file that cannot be read",
  "lsp/startServer": "warming up",
  "rollout/description": "a description that is not JSON, or has a fault",
  "templates/jinja": "a template that the library cannot read or render",
  "templates/mustache": "the same",
  "templates/rows": "data with too many values",
  "templates/yaml": "data that is not YAML",
  "text/linearPattern": "a pattern that cannot be used",
  "text/pathPatterns": "a pattern that takes too long",
  "text/percent": "bytes in a URL that are not UTF-8",
};

/** They read and write files. */
const atTheRim = /^server\/src\/(?:cli|node)\//;

test("faults are caught in few places", () => {
  const found = globSync("server/src/**/*.ts").filter(
    (file) => !atTheRim.test(file) && /\bcatch\s*[({]/.test(readFileSync(file, "utf8")),
  );
  assert.deepEqual(
    found.sort(),
    Object.keys(catching)
      .map((name) => `server/src/${name}.ts`)
      .sort(),
  );
});
