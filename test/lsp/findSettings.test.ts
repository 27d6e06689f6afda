import assert from "node:assert/strict";
import test from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { FindSettingsAnswer, FindSettingsParams } from "../../server/src/protocol/settingSearch";
import { TestSession, workspace } from "../support/session";

const root = (content: string) => `<flat-profile>\n${content}\n</flat-profile>\n`;
const files = {
  "a.xml": root("<Proxy_1_>a.example.com</Proxy_1_>\n<Proxy_2_>b.org</Proxy_2_>\n<Proxy_3_>{{x}}</Proxy_3_>"),
  "46xxsettings.txt": 'SET SIPDOMAIN "b.org"\nSET HTTPSRVR 192.0.2.1\n',
  "other.xml": "<a><Proxy_1_>b.org</Proxy_1_></a>",
};

async function found(session: TestSession, params: FindSettingsParams): Promise<FindSettingsAnswer> {
  return session.client.sendRequest<FindSettingsAnswer>("flatProfile/findSettings", params);
}

const named = ({ places }: FindSettingsAnswer) =>
  places.map((place) => `${place.uri.slice(workspace.length + 1)} ${place.name} ${place.range.start.line}`);

test("settings of the workspace are found as they are typed and as they are saved", async () => {
  const session = await TestSession.start({ files });
  await session.open(root("<Proxy_1_>typed.org</Proxy_1_>"));
  assert.deepEqual(named(await found(session, { parameter: "Proxy_n_" })), [
    "phone.xml Proxy_1_ 1",
    "a.xml Proxy_1_ 1",
    "a.xml Proxy_2_ 2",
    "a.xml Proxy_3_ 3",
  ]);
  assert.deepEqual(named(await found(session, { parameter: "*", matches: "^b\\.org$" })), [
    "a.xml Proxy_2_ 2",
    "46xxsettings.txt SIPDOMAIN 0",
  ]);
  assert.match((await found(session, { parameter: "Proxi_n_" })).fault ?? "", /Did you mean `Proxy_n_`/);
  assert.match((await found(session, { parameter: "*", matches: "(" })).fault ?? "", /closing bracket/);
  const names = await session.client.sendRequest<{ word: string }[]>("flatProfile/names", {});
  for (const name of ["Proxy_n_", "SIPDOMAIN"]) assert.ok(names.some(({ word }) => word === name));
});

test("a change has edits as each format needs them, and leaves placeholders alone", async () => {
  const session = await TestSession.start({ files });
  const change = async (parameter: string, newValue: string, file: keyof typeof files) => {
    const { places, leftAlone } = await found(session, { parameter, newValue });
    const document = TextDocument.create(`${workspace}/${file}`, "", 0, files[file]);
    const edits = places.filter((place) => place.uri === document.uri).flatMap((place) => [...place.edits]);
    return { text: TextDocument.applyEdits(document, edits), leftAlone };
  };
  assert.deepEqual(await change("Proxy_n_", "x&y", "a.xml"), {
    text: files["a.xml"].replace("a.example.com", "x&amp;y").replace("b.org", "x&amp;y"),
    leftAlone: 1,
  });
  assert.equal(
    (await change("SIPDOMAIN", "c d", "46xxsettings.txt")).text,
    files["46xxsettings.txt"].replace("b.org", "c d"),
  );
  const { fault, places } = await found(session, { parameter: "Resync_Periodic", newValue: "soon" });
  assert.match(fault ?? "", /Expected seconds/);
  assert.deepEqual(places, []);
});
