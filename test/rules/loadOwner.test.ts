import assert from "node:assert/strict";
import test from "node:test";
import { isNo } from "../../server/src/dialects/cisco-flat-profile/preview/upgradeVerdict";
import {
  judgeForAll,
  judgeLoad,
  type LoadVerdict,
} from "../../server/src/dialects/cisco-flat-profile/rules/firmwareLoad";
import { catalogue } from "../support/catalogue";

function inWords(verdict: LoadVerdict): string {
  if (verdict.is === "other phone") return `${verdict.mark} is for ${verdict.models}`;
  return verdict.is === "no firmware" ? `${verdict.ending} is not firmware` : verdict.is;
}

function checkLoad(file: string, phone: string, expected: string): void {
  const [id = "", name] = phone.split("/");
  const family = catalogue.family(id);
  assert.ok(family, id);
  const model = family.models.find((each) => each.model === name);
  assert.equal(inWords(judgeLoad(file, { family, model }, catalogue)), expected, `${file} for ${phone}`);
}

test("a phone takes the loads whose names begin as its own do", () => {
  const load = "12-0-3MPP0001-87.loads";
  checkLoad(`sip88xx.${load}`, "mpp88xx/8841", "own");
  checkLoad(`SIP88xx.${load}`, "mpp88xx/8841", "own");
  checkLoad(`sip8845_65.${load}`, "mpp88xx/8845", "own");
  checkLoad(`sip8845_65.${load}`, "mpp88xx", "own");
  checkLoad(`sip88xx.${load}`, "mpp88xx/8845", "sip88xx is for 8811, 8841, 8851, 8861");
  checkLoad(`sip8845_65.${load}`, "mpp88xx/8841", "sip8845_65 is for 8845, 8865");
  checkLoad(`sip78xx.${load}`, "mpp88xx/8841", "sip78xx is for 7811, 7821, 7841, 7861");
});

test("an ending is enough where no phone of the family has it", () => {
  checkLoad("any.bin", "mpp88xx/8841", ".bin is for spa5xx, spa3xx, spa9xx, spa1xx, spa2xx, spa3102, spa8000");
  checkLoad("any.loads", "mpp88xx/8841", "unknown");
  checkLoad("any.loads", "spa5xx", ".loads is for mpp68xx, mpp78xx, mpp7832, mpp88xx, mpp8832, mpp8831, phoneos98xx");
  checkLoad("any", "mpp88xx", "unknown");
});

test("packages and what lies beside the firmware are not firmware for any phone", () => {
  checkLoad("cmterm-88xx.12-0-3MPP0001-87_REL.zip", "mpp88xx", ".zip is not firmware");
  checkLoad("x.cop.sha512", "phoneos98xx", ".cop.sha512 is not firmware");
  for (const end of [".xml", ".cfg", ".txt", ".yaml", ".yml", ".htm", ".html", ".sha256", ".jpg", ".jpeg", ".7z"])
    assert.equal(inWords(judgeForAll(`x${end}`, catalogue)), `${end} is not firmware`);
  assert.equal(inWords(judgeForAll("sip88xx.12-0-3MPP0001-87.loads", catalogue)), "unknown");
  assert.equal(inWords(judgeForAll("x.zipped", catalogue)), "unknown");
});

test("what switches a parameter off", () => {
  for (const text of ["No", "no", " NO ", "0", "\tfalse\n"]) assert.ok(isNo(text), JSON.stringify(text));
  for (const text of [undefined, "", "Yes", "1", "none", "00"]) assert.ok(!isNo(text), JSON.stringify(text));
});
