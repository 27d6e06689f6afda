// Other language servers on the same parameters. Installed into out/peers when first asked for.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildSync } from "esbuild";
import { npm } from "../../server/build/installed.mjs";

const packages = { "vscode-langservers-extracted": "4.10.0", "yaml-language-server": "1.19.2" };

/** Servers that can be had here: name, how to start it, and the format of its documents. */
export function peers(root, schemaUri, lemminx) {
  const folder = path.join(root, "out/peers");
  const bin = (name, file) => path.join(folder, "node_modules", name, file);
  if (!existsSync(bin("yaml-language-server", "package.json"))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, "package.json"), JSON.stringify({ private: true, dependencies: packages }));
    npm(folder, ["install", "--no-audit", "--no-fund"]);
  }
  const node = (file) => ({ command: process.execPath, args: [file, "--stdio"] });
  const servers = [
    {
      name: `JSON (vscode-langservers-extracted ${packages["vscode-langservers-extracted"]})`,
      format: "json",
      languageId: "json",
      ...node(bin("vscode-langservers-extracted", "bin/vscode-json-language-server")),
      settings: { json: { validate: { enable: true }, schemas: [{ fileMatch: ["*.json"], url: schemaUri }] } },
      initializationOptions: { provideFormatter: true, handledSchemaProtocols: ["file"] },
    },
    {
      name: `YAML (yaml-language-server ${packages["yaml-language-server"]})`,
      format: "yaml",
      languageId: "yaml",
      ...node(bin("yaml-language-server", "bin/yaml-language-server")),
      settings: { yaml: { validate: true, hover: true, completion: true, schemas: { [schemaUri]: "*.yaml" } } },
    },
  ];
  if (lemminx)
    servers.push({
      name: "LemMinX",
      format: "xml",
      languageId: "xml",
      command: "java",
      args: ["-jar", path.resolve(lemminx)],
      settings: { xml: { validation: { enabled: true } } },
    });
  return servers;
}

/** The floor, bundled as ours is, and started in the same way. */
export function floorServer(root, args) {
  const outfile = path.join(root, "out/bench/floor.cjs");
  const common = { bundle: true, platform: "node", format: "cjs", target: "node20", minify: true };
  buildSync({ ...common, entryPoints: [path.join(root, "test/bench/floor.mjs")], outfile });
  const flags = args.filter((arg) => arg.startsWith("--") && arg !== "--stdio");
  return {
    ...{ name: "Floor", isFloor: true, format: "xml", languageId: "flat-profile" },
    ...{ command: process.execPath, args: [...flags, outfile, "--stdio"] },
  };
}
