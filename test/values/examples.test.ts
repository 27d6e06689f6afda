import assert from "node:assert/strict";
import test from "node:test";
import { readDaylightRule, whenIn } from "../../server/src/dialects/cisco-flat-profile/values/daylightSaving";
import { readDialString } from "../../server/src/dialects/cisco-flat-profile/values/dialString";
import { fillLdapFilter, readLdapAttributes } from "../../server/src/dialects/cisco-flat-profile/values/ldap";
import { matchTemplate } from "../../server/src/dialects/cisco-flat-profile/values/templates";
import { elementName } from "../../server/src/schema/elementName";
import { readDialPlan, readNumberMap } from "../../server/src/values/dialPlan/read";
import {
  automatonOf,
  type DialSettings,
  defaultDialSettings,
  dial,
  mapNumber,
  offHook,
  stateOf,
} from "../../server/src/values/dialPlan/simulate";
import { cadenceAt, readCadence } from "../../server/src/values/signal/cadence";
import { catalogue } from "../support/catalogue";

// What the grammars of specification sections 1.6, 2, 8 and 9 mean, example by example:
// `value ⟶ input ⟶ answer` in each line.

function checkTable(table: string, answer: (value: string, input: string) => unknown): void {
  for (const line of table.trim().split("\n")) {
    const [value = "", input = "", expected = ""] = line.split("⟶").map((part) => part.trim());
    assert.equal(String(answer(value, input)), expected, line.trim());
  }
}

test("templates of numbers and of answers: the first that fits", () => {
  checkTable(
    `
    1408*, 1510*           ⟶ 15105551212  ⟶ 2
    1408*, 1510*           ⟶ 1650         ⟶ 0
    1*, 14*                ⟶ 1408         ⟶ 1
    1408123????, 555?1     ⟶ 140812345678 ⟶ 0
    %2a69                  ⟶ *69          ⟶ 1
    %2A69                  ⟶ 169          ⟶ 0
    1*2                    ⟶ 1999992      ⟶ 1
    1*2                    ⟶ 123          ⟶ 0
    404, 5*                ⟶ 503          ⟶ 2
    404, 5*                ⟶ 5            ⟶ 2
    61?                    ⟶ 61           ⟶ 0
    61?                    ⟶ 6100         ⟶ 0
    407, 408, 487, 481     ⟶ 481          ⟶ 4
    `,
    matchTemplate,
  );
});

test("whether a cadence sounds after some seconds", () => {
  checkTable(
    `
    60(2/4)                     ⟶ 0     ⟶ true
    60(2/4)                     ⟶ 2     ⟶ false
    60(2/4)                     ⟶ 60    ⟶ undefined
    60(.2/.2,.2/.2,.2/.2,1/4)   ⟶ .4    ⟶ true
    60(.2/.2,.2/.2,.2/.2,1/4)   ⟶ 2.2   ⟶ false
    60(.2/.2,.2/.2,.2/.2,1/4)   ⟶ 6.25  ⟶ true
    5(2/4);5(1/1)               ⟶ 5     ⟶ true
    10(1/1);*(2/2)              ⟶ 1000  ⟶ false
    *(2/4)                      ⟶ 6000  ⟶ true
    60(*/0)                     ⟶ 59.9  ⟶ true
    60(2/*)                     ⟶ 59    ⟶ false
    `,
    (script, t) => cadenceAt(readCadence(script), Number(t)),
  );
});

/** `dials`, `waits` with its seconds and what is complete by then, `rejected`, `barred`. */
function dialled(settings: Partial<DialSettings> = {}) {
  return (plan: string, digits: string): string => {
    const all = { ...defaultDialSettings, short: 3, long: 10, ...settings };
    const state = stateOf(dial(automatonOf(readDialPlan(plan), all), digits), all);
    if (state.kind === "dials")
      return `dials ${state.winner.number}${state.winner.gateway ? ` by ${state.winner.gateway}` : ""}`;
    return state.kind === "waiting" ? `waits ${state.seconds} ${state.winner?.number ?? ""}`.trim() : state.kind;
  };
}

test("dial plans key by key", () => {
  checkTable(
    `
    (12|123)                        ⟶ 12       ⟶ waits 3 12
    (12S0|12x)                      ⟶ 12       ⟶ dials 12
    (12|12x)                        ⟶ 123      ⟶ dials 123
    (01.)                           ⟶ 011      ⟶ waits 3 011
    (1.2)                           ⟶ 2        ⟶ dials 2
    (xxx.)                          ⟶ 12       ⟶ waits 3 12
    (xxx.)                          ⟶ 1        ⟶ waits 10
    ([35-8*])                       ⟶ *        ⟶ dials *
    ([35-8*])                       ⟶ 4        ⟶ rejected
    (<9,:>1xx)                      ⟶ 9123     ⟶ dials 123
    (8,<:1212>xxxxxxx)              ⟶ 85551234 ⟶ dials 812125551234
    (1<:9>2)                        ⟶ 12       ⟶ dials 192
    (<9.:8>1)                       ⟶ 9991     ⟶ dials 81
    (<1:2><3:4>x)                   ⟶ 135      ⟶ dials 245
    (1xx<:@gw0>|2xx<:@gw4>)         ⟶ 212      ⟶ dials 212 by gw4
    (5x!)                           ⟶ 5        ⟶ waits 10
    (5x!)                           ⟶ 51       ⟶ barred
    (1x!S0|1x)                      ⟶ 12       ⟶ barred
    (1 947 xxx ! | 1 xxx xxx)       ⟶ 1948555  ⟶ dials 1948555
    L:15, (xx)                      ⟶ 1        ⟶ waits 15
    L:, (xx)                        ⟶ 1        ⟶ waits 5
    L:12,S:4,( x | xx )             ⟶ 1        ⟶ waits 4 1
    S:6,(xS2|xx)                    ⟶ 1        ⟶ waits 2 1
    (xS|xx)                         ⟶ 1        ⟶ waits 5 1
    (xxL15)                         ⟶ 1        ⟶ waits 15
    (xx) | 3xx                      ⟶ 345      ⟶ dials 345
    (P9 | (xx|3xx)                  ⟶ 345      ⟶ dials 345
    (P5<:1000>|xxxx)                ⟶ 1234     ⟶ dials 1234
    (x)                             ⟶ *        ⟶ rejected
    `,
    dialled(),
  );
  checkTable(
    `
    (x) ⟶ * ⟶ dials *
    (x) ⟶ # ⟶ dials #
    `,
    dialled({ xIsAnyKey: true }),
  );
});

test("what an idle handset calls", () => {
  checkTable(
    `
    (P9<:23>|xx)      ⟶ ⟶ 9 23
    (P<:1000>|xx)     ⟶ ⟶ 5 1000
    (P9|xx)           ⟶ ⟶ 9 undefined
    (S0 <:911>)       ⟶ ⟶ 0 911
    (xx|P3<:55>)      ⟶ ⟶ 3 55
    (xx)              ⟶ ⟶ undefined undefined
    `,
    (plan) => {
      const { after, number } = offHook(automatonOf(readDialPlan(plan), defaultDialSettings));
      return `${after} ${number}`;
    },
  );
});

test("number maps", () => {
  checkTable(
    `
    (<3:03>x.)             ⟶ 3280   ⟶ 03280
    (<3:03>x.)             ⟶ 4280   ⟶ undefined
    (<:9xx.>)              ⟶ 123    ⟶ 9123
    (<:9>xx.)              ⟶ 123    ⟶ 9123
    (<9:>x.)               ⟶ 9123   ⟶ 123
    (<3:03>x.|<3:04>x.)    ⟶ 32     ⟶ 032
    `,
    (map, number) => mapNumber(automatonOf(readNumberMap(map), defaultDialSettings), number),
  );
});

test("the dates of daylight-saving rules", () => {
  checkTable(
    `
    start=2/-1/4;end=10/1/0/1:2:3                ⟶ 2024 ⟶ 2024-02-29 00:00:00, 2024-10-01 01:02:03
    start=4/+8/1/1;end=10/-15/3/4:30;save=-1     ⟶ 2024 ⟶ 2024-04-08 01:00:00, 2024-10-09 04:30:00
    start=9/-1/7/02:0:0;end=4/1/7/02:0:0;save=1  ⟶ 2025 ⟶ 2025-09-28 02:00:00, 2025-04-06 02:00:00
    end=5/8/3;START = 4/-8/1 ; save=1;           ⟶ 2025 ⟶ 2025-04-07 00:00:00, 2025-05-14 00:00:00
    `,
    (rule, year) => {
      const { start, end } = readDaylightRule(rule);
      return [start, end].map((when) => when && whenIn(Number(year), when)).join(", ");
    },
  );
});

test("numbers to dial and what is sent after them", () => {
  const parts = (text: string) =>
    readDialString(text)
      .map((part) => Object.entries(part).join())
      .join(" ");
  assert.equal(parts("5551234 ,,5552X2222"), "dial,5551234 pause,4 send,5552 wait,true send,2222");
  assert.equal(parts("8000,1234"), "dial,8000,1234");
  assert.equal(parts("8000 ,*1#ab"), "dial,8000 pause,2 send,*1#ab");
});

test("LDAP filters and attributes", () => {
  checkTable(
    `
    cn:(cn=*$VALUE*)               ⟶ Jo ⟶ (cn=*Jo*)
    sn:(sn=L*)                     ⟶ Jo ⟶ (sn=L*)
    (&(a=$VALUE)(b=$VALUE))        ⟶ x  ⟶ (&(a=x)(b=x))
    `,
    fillLdapFilter,
  );
  assert.deepEqual(readLdapAttributes(" a=sn , n=Last name ; n=x,a=tel,t=p;;"), [
    { a: "sn", n: "Last name" },
    { a: "tel", n: "x", t: "p" },
  ]);
});

test("names of elements from fields of the web page", () => {
  checkTable(
    `
    Set Local Date (mm/dd/yyyy)      ⟶   ⟶ Set_Local_Date__mm_dd_yyyy_
    SIP TOS/DiffServ Value           ⟶ 1 ⟶ SIP_TOS_DiffServ_Value_1_
    Auth Resync-Reboot               ⟶ 2 ⟶ Auth_Resync-Reboot_2_
    Dial Plan[1]                     ⟶   ⟶ Dial_Plan_1_
    Speed Dial 2 Name                ⟶   ⟶ Speed_Dial_2_Name
    Prefer G722.2 Code               ⟶   ⟶ Prefer_G722.2_Code
    Transition Authorization Rule    ⟶   ⟶ Trans_Auth_Rule
    `,
    (field, tab) => elementName(field, catalogue, tab === "" ? undefined : Number(tab)),
  );
});
