import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { DialectService } from "../../server/src/analysis/dialectService";
import { defaultSettings, Snapshot } from "../../server/src/analysis/snapshot";
import { catalogue } from "../support/catalogue";
import { dialect } from "../support/problems";
import { read, update } from "../support/read";

const newPool = () =>
  new DialectService(dialect, catalogue, (where, error) => {
    throw new Error(where, { cause: error });
  });

const elements = [
  "<Call_Return_Code>*69</Call_Return_Code>",
  "<DND_Act_Code>*69</DND_Act_Code>",
  "<DND_Act_Code>*78</DND_Act_Code>",
  "<Profile_Rul>/a.xml</Profile_Rul>",
  "<Profile_Rule>http://h/$ma_x.xml</Profile_Rule>",
  "<Restricted_Access_Domains>example.com</Restricted_Access_Domains>",
  "<Proxy_1_>sip.example.net</Proxy_1_>",
  "<gpp_a>1</gpp_a>",
  "<GPP_A>1</GPP_A>",
  "<Group_1_Paging_Script>pggrp=224.168.168.168:34560;name=All;num=800</Group_1_Paging_Script>",
  "<Group_2_Paging_Script>pggrp=224.168.168.169:34560;name=Shop;num=801</Group_2_Paging_Script>",
  "<Password_1_>secret</Password_1_>",
  "<Resync_On_Reset>maybe</Resync_On_Reset>",
  "</flat-profile><flat-profile>",
];

/** What is wrong around elements; inserted by edits only. */
const structure = [
  "</flat-profile>",
  "<Ext_1>",
  "</Ext_1>",
  "<device>",
  "<flat_profile>",
  "<?php echo '",
  "?>",
  '<SIP_Port_1_ group="Info/Line">x</SIP_Port_1_>',
  "<Unit_2_Key_20>fnc=sd</Unit_2_Key_20>",
  "<Resync_On_Reset>yes</Resync_On_Reset>",
];

const edit = fc.record({
  at: fc.nat(),
  remove: fc.oneof(fc.constant(0), fc.nat(60), fc.nat(5000)),
  insert: fc.oneof(fc.constantFrom(...elements, ...structure), fc.constantFrom("<", "&", "x", "\u201c", "")),
});

test("problems kept over edits equal those found afresh", () => {
  const body = Array.from({ length: 300 }, (_, i) => elements[(i * 7) % (elements.length - 1)] ?? "").join("\n");
  const start = `<flat-profile>\n${body}\n</flat-profile>\n`;
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
      const kept = newPool();
      let text = start;
      let document = read(text);
      new Snapshot(text, document, kept, defaultSettings).problems();
      for (const { at, remove, insert } of edits) {
        const from = at % (text.length + 1);
        const oldEnd = Math.min(text.length, from + remove);
        text = text.slice(0, from) + insert + text.slice(oldEnd);
        document = update(text, document, { start: from, oldEnd, newEnd: from + insert.length });
        const now = new Snapshot(text, document, kept, defaultSettings).problems();
        assert.deepEqual(now, new Snapshot(text, read(text), newPool(), defaultSettings).problems());
      }
    }),
    { numRuns: 60 },
  );
});
