import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { globSync } from "tinyglobby";
import { anyOf } from "../support/anyOf";

// A vendor's names and XML are in the folder of a dialect, in `xml/` and in `schemas/`, and nowhere else.

const root = process.cwd();
const textOf = (file: string) => readFileSync(path.join(root, file), "utf8");

interface ParameterFile {
  readonly sections: readonly { readonly parameters: readonly { readonly name: string }[] }[];
}

interface FamilyFile {
  readonly generations: readonly { readonly id: string }[];
  readonly families: readonly {
    readonly id: string;
    readonly firmwarePrefix?: readonly string[];
    readonly models: readonly {
      readonly model: string;
      readonly pn?: string;
      readonly firmwarePrefix?: readonly string[];
    }[];
  }[];
}

const read = <T>(file: string) => JSON.parse(textOf(file)) as T;
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\-]/g, "\\$&");

/** Names of parameters that are usual names of variables too. */
const usualInCode: ReadonlySet<string> = new Set(["timeZone", "idleTimeout"]);

/** The names of the catalogues; their numbers may be put in by code. Plain words such as `Text` are English too. */
const parameters = globSync("schemas/*/parameters/*.json", { cwd: root })
  .flatMap((file) => read<ParameterFile>(file).sections)
  .flatMap(({ parameters: list }) => list.map(({ name }) => name))
  .filter((name) => /_|[a-z][A-Z]/.test(name) && !usualInCode.has(name));
const place = String.raw`(?:\d+|[A-Z]|n|\{\w+\}|\$\{[^}]*\})`;
const pieces = (name: string) =>
  name.split(/(\{\w+\})/).flatMap((part, i) => (i % 2 === 1 ? [place] : [...part].map(escaped)));
const parameterNames = new RegExp(String.raw`(?<![\w$])${anyOf(parameters.map(pieces))}(?!\w)`, "g");

const families = globSync("schemas/*/families.json", { cwd: root }).map((file) => read<FamilyFile>(file));
const products = families
  .flatMap(({ generations, families: list }) => [
    ...generations.map(({ id }) => id),
    ...list.flatMap(({ id, firmwarePrefix = [], models }) => [
      id,
      ...firmwarePrefix,
      ...models.flatMap((each) => [each.model, each.pn ?? "", ...(each.firmwarePrefix ?? [])]),
    ]),
  ])
  // Numbers alone may be ports and dates.
  .filter((name) => /[A-Za-z]/.test(name) || name === "8831");
const productNames = new RegExp(
  String.raw`(?<![\w$])(?:${[...new Set(products)].map(escaped).join("|")}|SPA-?\d\w*|ATA ?\d+|CP-\d+\w*|3PCC|GPP_\w*)(?!\w)`,
  "gi",
);
const makers =
  /\b(?:Cisco|Linksys|Sipura|Avaya|AudioCodes|OpenScape|Polycom|Yealink|Grandstream|Snom|Fanvil|Gigaset)\b/gi;

/** Parts of XML in literals. */
const xmlTokens = /<\/|\/>|<!--|-->|<\?xml|<!\[CDATA|<flat-profile/g;

/** Without import lines and lists of dialects, which name folders. */
const withoutImports = (code: string) =>
  code.replace(/^(?:import|export)\b[^;]*?from "[^"]+";$|\bimport\("[^"]+"\)/gm, "");

/** Without comments; strings that look like one stay. */
const withoutComments = (code: string) =>
  code.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|(?<![:\\/])\/\/.*/g,
    (_, literal: string | undefined) => literal ?? "",
  );

interface Kinds {
  readonly names?: boolean;
  readonly xml?: boolean;
}

function foundIn(code: string, { names = true, xml = true }: Kinds = {}): string[] {
  const body = withoutImports(code);
  const found: string[] = [];
  if (names) for (const pattern of [parameterNames, productNames, makers]) found.push(...(body.match(pattern) ?? []));
  if (xml) found.push(...(withoutComments(body).replaceAll("\\/", "/").match(xmlTokens) ?? []));
  return [...new Set(found)];
}

/** Where XML that belongs to no vendor is written or read. */
const otherXml: Readonly<Record<string, string>> = {
  "server/src/cli/reports/junit.ts": "JUnit reports are XML",
  "server/src/impact/markdown.ts": "Markdown folds its parts with HTML",
  "server/src/values/signal/picture.ts": "pictures are SVG",
  "server/src/text/placeholder.ts": "marks of template engines",
  "client/src/panel.ts": "the page of a panel is HTML",
};

/** Client code that has a vendor's names, and why. */
const clientNames: Readonly<Record<string, string>> = {
  // Only phones of one dialect fetch encrypted files; a dialect without `ruleKeys` gets none of these commands.
  "client/src/encryption/": "encrypted files, the rules and keys for them",
  "client/src/commands/copyMatchingRule.ts": "the rule for an encrypted file",
  "client/src/commands/encryptAndSaveAs.ts": "the same",
  "client/src/commands/generateKey.ts": "keys for encrypted files",
  "client/src/commands/verifyAgainstRule.ts": "the rule for an encrypted file",
};

const isListed = (file: string, list: Readonly<Record<string, string>>) =>
  Object.keys(list).some((entry) => file === entry || (entry.endsWith("/") && file.startsWith(entry)));

const server = globSync("server/src/**/*.ts", {
  cwd: root,
  ignore: ["server/src/dialects/*/**", "server/src/**/*.d.ts"],
});
const client = globSync("client/{src,media}/**/*.ts", { cwd: root });

test("the search finds names of parameters, products and makers, and XML", () => {
  const found: readonly (readonly [code: string, found: readonly string[]])[] = [
    ['if (name === "Upgrade_Rule") return;', ["Upgrade_Rule"]],
    ["const name = `Dial_Plan_§{line}_`;", ["Dial_Plan_§{line}_"]],
    ["// as Proxy_1_ does", ["Proxy_1_"]],
    ['family.generation === "MPP"', ["MPP"]],
    ["/^spa5xx|CP-8841-3PCC/", ["spa5xx", "CP-8841-3PCC"]],
    ["/** Cisco phones */", ["Cisco"]],
    ['agent.startsWith("spa504g")', ["spa504g"]],
    ["`</§{name}>`", ["</"]],
    ["/<\\/xsl/", ["</"]],
    ['import { x } from "../dialects/cisco-flat-profile/index";', []],
    ["/** `<!-- a -->` */ const text = 1; // and Text", []],
    ['const url = "http://host/path"; const next = "a/>b";', ["/>"]],
  ];
  const inCode = (text: string) => text.replaceAll("§", "$");
  for (const [code, expected] of found) assert.deepEqual(foundIn(inCode(code)), expected.map(inCode), code);
});

test("neutral rooms of the server name no vendor and contain no XML", () => {
  assert.ok(server.length > 200 && parameters.length > 1500 && products.length > 50);
  const wrong = server.flatMap((file) => {
    const isXml = file.startsWith("server/src/xml/") || isListed(file, otherXml);
    const found = foundIn(textOf(file), { xml: !isXml });
    return found.length > 0 ? [`${file}: ${found.join(", ")}`] : [];
  });
  assert.deepEqual(wrong, []);
});

test("the client names a vendor only in listed places", () => {
  const wrong = client.flatMap((file) => {
    const found = foundIn(textOf(file), {
      names: !isListed(file, clientNames),
      xml: !isListed(file, { ...otherXml, ...clientNames }),
    });
    return found.length > 0 ? [`${file}: ${found.join(", ")}`] : [];
  });
  assert.deepEqual(wrong, []);
});

test("each listed place still needs its entry", () => {
  for (const [list, kinds] of [
    [otherXml, { names: false }],
    [clientNames, {}],
  ] as const)
    for (const entry of Object.keys(list)) {
      const files = [...server, ...client].filter((file) => isListed(file, { [entry]: "" }));
      assert.ok(
        files.some((file) => foundIn(textOf(file), kinds).length > 0),
        entry,
      );
    }
});
