import * as vscode from "vscode";
import { contains, equal, open, place, until, uriOf } from "./editor";

const deviceFile = ".vscode/flat-profile.devices.json";
const canary = "cAnArY-4711";

const write = (name: string, text: string) =>
  vscode.workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(text));
const read = async (name: string) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(name)));
const closeAll = () => vscode.commands.executeCommand("workbench.action.closeAllEditors");

async function hints(document: vscode.TextDocument): Promise<string> {
  const range = new vscode.Range(0, 0, document.lineCount, 0);
  const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    "vscode.executeInlayHintProvider",
    document.uri,
    range,
  );
  return (found ?? []).map(({ label }) => String(label)).join("\n");
}

function expandedText(): string | undefined {
  const found = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "flat-profile-expanded");
  return found?.getText();
}

function diffs(): string[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.flatMap(({ input, label }) => (input instanceof vscode.TabInputTextDiff ? [label] : []));
}

suite("devices", () => {
  setup(async () => {
    await write(
      deviceFile,
      `// ours
{
  "devices": [
    { "id": "desk", "label": "Desk", "model": "8841", "mac": "00005e005301" }, // first
    { "id": "hall", "label": "Hall", "model": "8861", "mac": "00005e005302" } // last
  ]
}
`,
    );
    await open("rules.xml");
    await vscode.commands.executeCommand("flatProfile.choosePreviewDevice", "own:desk");
  });

  teardown(async () => {
    await vscode.commands.executeCommand("flatProfile.choosePreviewDevice", "");
    await closeAll();
    await vscode.workspace.fs.delete(uriOf(deviceFile));
  });

  test("the expanded profile follows the device and the typing, and shows no secret", async () => {
    const document = await open("rules.xml");
    await vscode.commands.executeCommand("flatProfile.showExpandedProfile");
    equal(vscode.window.activeTextEditor?.document.uri.scheme, "flat-profile-expanded");
    const text = await until(
      "the expanded text",
      () => expandedText()?.includes("/00005e005301.xml") && expandedText(),
    );
    contains(text, "[--key ••••] https://prov.example.com/8841-3PCC.xml");
    contains(text, '<GPP_SA ua="na">••••</GPP_SA>');
    equal(text.includes(canary), false);
    await vscode.commands.executeCommand("flatProfile.choosePreviewDevice", "own:hall");
    await until("the other device", () => expandedText()?.includes("/00005e005302.xml"));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, place(document, "https://prov.example.com/$MA"), "$PN-");
    await vscode.workspace.applyEdit(edit);
    await until("what was typed", () => expandedText()?.includes("CP-8861-3PCC-https"));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });

  test("it is compared with what is typed, and between two devices", async () => {
    await open("rules.xml");
    await vscode.commands.executeCommand("flatProfile.compareExpandedProfile");
    await until("the comparison", () => diffs().includes("rules.xml ↔ expanded for Desk"));
    await open("rules.xml");
    await vscode.commands.executeCommand("flatProfile.compareDevices", ["own:desk", "own:hall"]);
    await until("the comparison of devices", () => diffs().includes("rules.xml: Desk ↔ Hall"));
  });

  test("hints and hovers show what the device does", async () => {
    const document = await open("rules.xml");
    const shown = await until("the hints", async () => {
      const found = await hints(document);
      return found.includes("→ ") && found;
    });
    contains(shown, "→ https://prov.example.com/start.xml");
    contains(shown, "→ https://prov.example.com/8841-3PCC.xml");
    equal(shown.includes(canary), false);
    const hovered = async (text: string) => {
      const found = await vscode.commands.executeCommand<vscode.Hover[]>(
        "vscode.executeHoverProvider",
        document.uri,
        place(document, text, 2),
      );
      return found
        .flatMap(({ contents }) => contents)
        .map((part) => (typeof part === "string" ? part : part.value))
        .join("\n");
    };
    contains(await hovered("$MA.xml"), "On **Desk**: `00005e005301`");
    const secret = await hovered("$SA]");
    contains(secret, "On **Desk**: `••••`");
    equal(secret.includes(canary), false);
    await vscode.commands.executeCommand("flatProfile.choosePreviewDevice", "");
    await until("no hints without a device", async () => !(await hints(document)).includes("→ "));
  });

  test("a choice made right after the device file was written is one of that file", async () => {
    const document = await open("rules.xml");
    const devices = await read(deviceFile);
    await vscode.workspace.fs.delete(uriOf(deviceFile));
    await until("no hints without the file", async () => !(await hints(document)).includes("→ "));
    await write(deviceFile, devices);
    await vscode.commands.executeCommand("flatProfile.choosePreviewDevice", "own:hall");
    await until("hints of the device", async () => (await hints(document)).includes("/8861-3PCC.xml"));
  });

  test("a list is imported after the devices there are, and its bad rows are shown", async () => {
    const list =
      "mac,model,name,SA\n00005e005303,8841,Attic,cAnArY-4711\n00005e0053,8841,Cellar,\n00005e005301,8841,Twice,\n";
    await write("devices.csv", list);
    await vscode.commands.executeCommand("flatProfile.importDevices", uriOf("devices.csv"));
    const text = await read(deviceFile);
    contains(text, '"mac": "00005e005302" }, // last\n    {\n      "id": "00005e005303",\n');
    contains(text, '"stored": "00005e005303.SA"');
    equal(text.startsWith("// ours\n"), true);
    equal(text.includes(canary), false);
    const lines = vscode.languages.getDiagnostics(uriOf("devices.csv")).map(({ range }) => range.start.line);
    equal(lines.join(), "2,3");
    await vscode.workspace.fs.delete(uriOf("devices.csv"));
  });

  test("the dump of a phone is added and chosen", async () => {
    await write(
      "cfg.xml",
      `<flat-profile><Product_Name>CP-8851-3PCC</Product_Name><MAC_Address>00005E005309</MAC_Address><GPP_SA>${canary}</GPP_SA></flat-profile>`,
    );
    await vscode.commands.executeCommand("flatProfile.addDevice", uriOf("cfg.xml"));
    const text = await read(deviceFile);
    contains(text, '"pn": "CP-8851-3PCC"');
    equal(text.includes(canary), false);
    const document = await open("rules.xml");
    await until("hints for it", async () => (await hints(document)).includes("/8851-3PCC.xml"));
    await vscode.workspace.fs.delete(uriOf("cfg.xml"));
  });

  test("a profile goes by the device file nearest to it, which has a choice of its own", async () => {
    await write("site/rules.xml", await read("rules.xml"));
    await write(
      `site/north/${deviceFile}`,
      '{ "devices": [ { "id": "desk", "model": "8811", "mac": "00005e005304" } ] }',
    );
    await write("site/north/floor/nested.xml", await read("rules.xml"));
    const above = await open("site/rules.xml");
    await until("hints of the device at the root", async () => (await hints(above)).includes("/8841-3PCC.xml"));
    const below = await open("site/north/floor/nested.xml");
    equal((await hints(below)).includes("→ "), false);
    await vscode.commands.executeCommand("flatProfile.choosePreviewDevice", "own:desk");
    await until("hints of the nearer device", async () => (await hints(below)).includes("/8811-3PCC.xml"));
    contains(await hints(above), "/8841-3PCC.xml");
    await vscode.commands.executeCommand("flatProfile.choosePreviewDevice", "");
    await closeAll();
    await vscode.workspace.fs.delete(uriOf("site"), { recursive: true });
    await open("rules.xml");
  });
});
