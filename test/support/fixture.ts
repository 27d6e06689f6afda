import { TextDocument } from "vscode-languageserver-textdocument";
import { defaultUserSettings, type UserSettings } from "../../server/src/analysis/settings";
import type { OpenFile } from "../../server/src/features/feature";
import { snapshotOf } from "./problems";

export const uri = "file:///phone.xml";

/** `text` as an open file; `$0` in it is the cursor and no part of it. */
export function fixture(
  text: string,
  settings: UserSettings = defaultUserSettings,
): { file: OpenFile; offset: number; position: { line: number; character: number } } {
  const mark = text.indexOf("$0");
  const offset = Math.max(0, mark);
  const plain = mark < 0 ? text : text.slice(0, mark) + text.slice(mark + 2);
  const lines = TextDocument.create(uri, "flat-profile", 1, plain);
  const client = {
    snippets: true,
    labelDetails: true,
    markdown: true,
    hierarchicalSymbols: true,
    editRangeDefault: false,
  };
  const file: OpenFile = { uri, version: 1, snapshot: snapshotOf(plain), lines, settings, client };
  return { file, offset, position: lines.positionAt(offset) };
}

export const textDocument = { uri };
export const noToken = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };

/** Small files with faults of every kind, for sweeps over all offsets. */
export const brokenFiles: readonly string[] = [
  "",
  "<flat-profile>",
  "<flat-profile></flat-profile>",
  "<flat-profile>\n<Resync_Periodic>60</Resync_Periodic>\n<Proxy_1_>a.example.com<Proxy_2_>b</Proxy_2_>\n</flat-profile>",
  "<flat-profile><Resync_Periodic>60</Resync_periodic><Profile_Rule>http://h/$MA.xml<Profile_Rule></flat-profile>",
  '<flat-profile>\r\n<Display_Name_1_ ua="na>A &amp; B</Display_Name_1_>\r\n<!-- open\r\n</flat-profile>',
  "<a><flat-profile><router-configuration><WAN_Interface><x>1</x></router-configuration></flat-profile></b>",
  "<flat-profile>{if $x}<User_ID_{$n}_>{$u}</User_ID_{$n}_>{/if}< Resync_Periodic>5</ Resync_Periodic></flat-profile>",
  "<Resync_Periodic>60</Resync_Periodic>\n<Dial_Plan_1_>(9,x.|*xx&lt;:1>)</Dial_Plan_1_>",
  "</flat-profile><flat-profile/><flat-profile><Resync_Periodic",
];
