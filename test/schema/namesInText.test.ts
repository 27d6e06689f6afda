import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { globSync } from "tinyglobby";
import { avayaSettings } from "../../server/src/dialects/avaya/index";
import { catalogue } from "../support/catalogue";
import { dialects } from "../support/dialects";
import { pools } from "../support/problems";

// The catalogue knows every parameter that our own code, pages and documents name.

const sources = globSync([
  "server/src/dialects/cisco-flat-profile/**/*.ts",
  "client/{src,media}/**/*.ts",
  "{README,ARCHITECTURE,CONTRIBUTING,SECURITY,SUPPORT,CHANGELOG}.md",
  "docs/*.md",
  "examples/**/*.xml",
  "snippets/*.json",
  "package.json",
  "package.nls.json",
]);

/** Words with underscores that begin like parameters and are none. */
const otherWords = new Set([
  ..."NO_COLOR FORCE_COLOR NODE_COMPILE_CACHE NODE_DISABLE_COMPILE_CACHE TEST_OWN_PROCESSES FAST_CHECK_SEED UPDATE_GOLDEN ELECTRON_RUN_AS_NODE ELECTRON_NO_ASAR VSCODE_PATH POSITIVE_INFINITY NO_ICMP_PING W_OK EVP_BytesToKey HH_mm".split(
    " ",
  ),
  // Macros, template variables, marks of other formats.
  ..."MA_config SERIAL_NUMBER XML_User_Name PHONE_KEY PHONE_CONFIG ALL_CONFIG".split(" "),
  // Labels of scripts.
  ..."SIP_SECTION H323_SECTION_BACKUP H323_SECTION_PHONEAPP".split(" "),
  // Elements of the page that reports a phone's state.
  ..."Hardware_Version Software_Version Serial_Number MAC_Address Client_Certificate External_IP IP_Address Line_1_Status".split(
    " ",
  ),
]);

/** Names that examples misspell or invent on purpose. */
const wrongOnPurpose = new Set(
  "ProxyIp_IpAddres Profile_Rul Resync_Peridic User_Id_1_ User_ID_ Coffee_Machine_Enable Report_to_Server Registrar_1_ Name_ua Ext_2 Line_1_Status New_Thing_{ext}_ EXT_SIP_Port_1_ua Server_SIP_1 NTP_Primary_Server Account_Server_Host Account_Server_Login".split(
    " ",
  ),
);

/** As it may be in a template or with places: `Extension_{ext}_`, `Password_{{ line }}_`, `Extended_Function_n_`. */
const word = /(?<![\w.$-])[A-Z][A-Za-z0-9]*(?:_(?:[A-Za-z0-9]+|\{[a-z0-9]+\}))+_?(?:\{\{)?/g;

const paths = [...new Set([...catalogue.parameters()].map(({ path }) => path))];
const sections = new Set(paths.flatMap((path) => path.split("/")));
const names = [...catalogue.parameters()].map(({ name }) => name);

/** The catalogues of the other vendors: their parameters are in pages and documents too. */
const otherNames = dialects.flatMap((dialect) => [...pools.of(dialect).catalogue.parameters()].map(({ name }) => name));

const known = new Map<string, boolean>();

function isKnown(written: string): boolean {
  const found = known.get(written) ?? isFound(written);
  known.set(written, found);
  return found;
}

function isFound(written: string): boolean {
  if (otherNames.some((name) => name.startsWith(written))) return true;
  if (sections.has(written)) return true;
  const name = written.replace(/\{\{$/, "");
  const filled = ["A", "1"].map((place) => name.replace(/\{[a-z0-9]+\}/g, place).replace(/_n(?=_?$)/, `_${place}`));
  if (filled.some((each) => paths.some((path) => catalogue.findPattern(each, path)))) return true;
  // Code puts names together, and so do templates: `Line_Enable_`, `GPP_S`.
  return names.some((known) => known.startsWith(name));
}

test("every parameter that code, pages and documents name is in the catalogue", () => {
  const unknown = new Map<string, string>();
  let found = 0;
  for (const file of sources)
    for (const [written] of readFileSync(file, "utf8").matchAll(word)) {
      // Constants of Node: `O_RDONLY`, `ERR_STREAM_DESTROYED`.
      if (otherWords.has(written) || wrongOnPurpose.has(written) || /^(O|ERR)_[A-Z_]+$/.test(written)) continue;
      found++;
      if (!isKnown(written)) unknown.set(written, file);
    }
  assert.ok(found > 1000, String(found));
  assert.deepEqual([...unknown], []);
});

/** Lines of pages that are wrong on purpose. */
const wrongLines = new Set("HTTPPROT B A GROUP".split(" "));

test("every parameter that a page of the other vendor sets is in its catalogue", () => {
  const { catalogue: avaya } = pools.of(avayaSettings);
  let found = 0;
  for (const file of globSync("server/src/dialects/avaya/{checks,pages}/**/*.ts"))
    for (const [, name = ""] of readFileSync(file, "utf8").matchAll(/(?:"|'|`|\\n)(?:SET|ADD) ([A-Z][A-Z0-9_]+)/g)) {
      found++;
      assert.ok(avaya.has(name) || wrongLines.has(name), `${file}: ${name}`);
    }
  assert.ok(found > 100, String(found));
});

test("the keying material of aes128gcm is known and secret", () => {
  const { parameter } = catalogue.find("IKM_HTTP_Encrypt_Content") ?? {};
  assert.equal(parameter?.secret, true);
});
