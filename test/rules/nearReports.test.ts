import { test } from "node:test";
import type { Dialect } from "../../server/src/dialects/dialect";
import { dialects } from "../../server/src/dialects/index";
import { checkGolden, sameAs } from "../support/golden";
import { serviceOf } from "../support/problems";
import { provisioned, provisioning } from "../support/provisioning";

// What the preview says of settings that decide when phones ask, what they fetch and which firmware they take.

const maxShown = 2500;
const [cisco] = dialects as readonly [Dialect];

test("what the preview says of provisioning, phone by phone (UPDATE_GOLDEN=1 writes the list)", () => {
  const { catalogue } = serviceOf(cisco);
  const lines: string[] = [];
  for (const device of provisioned) {
    lines.push(`# ${device.id}`);
    const start = lines.length;
    const seen = new Map<string, number>();
    for (const change of [
      ...provisioning,
      { Report_Rule: "[--delta] http://h/r", Report_to_Server: "Periodically", Periodic_Upload_To_Server: "300" },
      { Report_Rule: "http://h/r http://h/s", Report_To_Server: "Periodically" },
      { Report_Rule: "http://h/r", Report_to_Server: "On Request", Forced_Resync_Delay: "x" },
      { Resync_Periodic: "60,x", Resync_At__HHmm_: "0100", Log_Resync_Failure_Msg: "$PN $MAC $ERR" },
      { Upgrade_Rule: "http://h/sip78xx.12-0-7MPP0001-46.loads" },
      { Upgrade_Rule: "http://h/sip88xx.11-0-0MPP-7.loads", Downgrade_Rev_Limit: "11-1-0" },
      { Upgrade_Rule: "http://h/sip88xx.11-0-0MPP-7.loads" },
      { Upgrade_Rule: "http://h/spa50x-30x-7-6-2e.bin" },
      { Upgrade_Rule: "/no-server.loads" },
      { Profile_Rule: "[--key $GPP_K --uid $A --pwd $SA] https://h/$MA?p=$SB", GPP_A: "ann" },
      { Profile_Rule: '($MAU eq "00005E005301" and $SWVER lt 12-0-1)? (a = "$B";)! http://h/$B | /x', GPP_B: "b b" },
    ]) {
      const elements = Object.entries(change).map(([name, value]) => cisco.write.element(name, value));
      const document = cisco.read(cisco.file(elements), catalogue);
      lines.push(JSON.stringify(change));
      for (const [part, answer] of Object.entries(cisco.preview?.report({ document, catalogue }, device) ?? {})) {
        const words = JSON.stringify(answer) ?? "nothing";
        lines.push(`  ${part}: ${sameAs(words.slice(0, maxShown), lines.length - start, seen)}`);
      }
    }
  }
  checkGolden("test/rules/nearReports.golden.txt", lines);
});
