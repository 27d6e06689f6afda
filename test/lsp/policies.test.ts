import assert from "node:assert/strict";
import test from "node:test";
import type { Diagnostic } from "vscode-languageserver-protocol/node";
import type { PolicyWordsAnswer } from "../../server/src/protocol/policies";
import { TestSession, uri, workspace } from "../support/session";

const config = `${workspace}/flat-profile.config.json`;
const profile = "<flat-profile>\n  <GPP_A>1</GPP_A>\n</flat-profile>\n";
const policies = (...list: readonly object[]) => JSON.stringify({ policies: list });
const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

async function changed(session: TestSession, address: string): Promise<void> {
  await session.client.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: address, type: 2 }] });
}

test("the policies of the nearest configuration apply to an open file, and change with it", async () => {
  const session = await TestSession.start({
    files: {
      "flat-profile.config.json": policies({ parameter: "GPP_A", forbidden: true, files: ["*.xml", "!b.xml"] }),
      "sub/flat-profile.config.json": "{}",
    },
  });
  await session.open(profile);
  await session.nextPublished((found) => found.uri === uri && codes(found.diagnostics).includes("policy/forbidden"));
  for (const other of [`${workspace}/b.xml`, `${workspace}/sub/phone.xml`]) {
    await session.open(profile, other);
    const { diagnostics } = await session.nextPublished((found) => found.uri === other);
    assert.deepEqual(codes(diagnostics), []);
  }
  session.published.length = 0;
  session.files["flat-profile.config.json"] = policies({ parameter: "GPP_A", value: ["1", "2"] });
  await changed(session, config);
  await session.nextPublished((found) => found.uri === uri && codes(found.diagnostics).length === 0);
});

test("faults of policies are reported in the configuration until they are mended", async () => {
  const session = await TestSession.start({
    files: { "flat-profile.config.json": policies({ parameter: "GPP_QQ", forbidden: true }) },
  });
  const at =
    (code: string | undefined) => (found: { readonly uri: string; readonly diagnostics: readonly Diagnostic[] }) =>
      found.uri === config && codes(found.diagnostics)[0] === code;
  const { diagnostics } = await session.nextPublished(at("policy/unknown-parameter"));
  assert.match(String(diagnostics[0]?.message), /Unknown parameter `GPP_QQ`/);
  session.files["flat-profile.config.json"] = policies({ parameter: "GPP_A", forbidden: true });
  await changed(session, config);
  await session.nextPublished(at(undefined));
});

test("policies may name parameters that the workspace adds", async () => {
  const session = await TestSession.start({
    files: {
      "flat-profile.parameters.json": JSON.stringify({ parameters: [{ name: "Acme_Thing", type: "Str" }] }),
      "flat-profile.config.json": policies({ parameter: "Acme_Thing", required: true }),
    },
  });
  await session.open(profile);
  await session.nextPublished((found) => found.uri === uri && codes(found.diagnostics).includes("policy/required"));
  assert.ok(!session.published.some((found) => found.uri === config && found.diagnostics.length > 0));
});

test("names, values, families and dialects are completed in the policies of a configuration", async () => {
  const session = await TestSession.start();
  const words = async (marked: string) => {
    const offset = marked.indexOf("$0");
    const text = marked.replace("$0", "");
    const answer = await session.client.sendRequest<PolicyWordsAnswer | null>("flatProfile/policyWords", {
      text,
      offset,
    });
    return (
      answer && {
        replaced: text.slice(answer.replace.start, answer.replace.end),
        words: answer.words.map(({ word }) => word),
      }
    );
  };
  const at = (entry: string) => words(`{ "policies": [{ "parameter": "GPP_B" }, ${entry}] }`);
  const names = await at('{ "parameter": "Pro$0xy" }');
  assert.equal(names?.replaced, "Proxy");
  for (const name of ["Proxy_n_", "Admin_Passwd", "router-configuration/Bonjour_Enable"])
    assert.ok(names?.words.includes(name), name);
  assert.ok((await at('{ "parameter": ["GPP_A", "$0"] }'))?.words.includes("GPP_{letter}"));
  assert.deepEqual(await at('{ "parameter": "Resync_On_Reset", "value": "$0" }'), {
    replaced: "",
    words: ["Yes", "No"],
  });
  assert.ok((await at('{ "family": "mpp$0" }'))?.words.includes("mpp88xx"));
  assert.ok((await at('{ "dialect": "$0" }'))?.words.includes("avaya"));
  for (const entry of [
    '{ "message": "$0" }',
    '{ "parameter": "Admin_Password", "value": "" $0}',
    '{ $0"required": true }',
  ])
    assert.equal(await at(entry), null, entry);
});
