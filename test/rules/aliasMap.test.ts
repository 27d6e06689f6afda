import assert from "node:assert/strict";
import test from "node:test";
import { applyAliases, readAliasMap } from "../../server/src/dialects/cisco-flat-profile/rules/aliasMap";
import { leavesOf } from "../../server/src/xml/leaves";

function checkAliases(map: string, file: string, expected: Readonly<Record<string, string>>): void {
  assert.deepEqual(Object.fromEntries(applyAliases(leavesOf(file), readAliasMap(map))), expected);
}

test("the end of a path decides, and the first entry that fits", () => {
  const map = "/user/id = /flat-profile/User_ID_1_ ;\n/id = /flat-profile/GPP_A ;";
  checkAliases(map, "<crm><user><id> 1000 </id></user><id>7</id></crm>", { User_ID_1_: "1000", GPP_A: "7" });
  checkAliases(map, "<crm><superuser><id>1</id></superuser></crm>", { GPP_A: "1" });
  checkAliases(map, "<crm><ID>1</ID></crm>", {});
  checkAliases("/id=/flat-profile/GPP_A;/user/id=/flat-profile/GPP_B", "<crm><user><id>1</id></user></crm>", {
    GPP_A: "1",
  });
});

test("elements that no entry names are passed over, but a flat-profile is not", () => {
  const map = "/id=/flat-profile/GPP_A;";
  checkAliases(map, "<crm><id>1</id><note>x</note></crm>", { GPP_A: "1" });
  checkAliases(map, "<crm><id>1</id><flat-profile><GPP_B>2</GPP_B></flat-profile></crm>", { GPP_A: "1", GPP_B: "2" });
  checkAliases(map, "<flat-profile><GPP_B>2</GPP_B><id>3</id></flat-profile>", { GPP_A: "3", GPP_B: "2" });
  checkAliases("", "<crm><id>1</id></crm>", {});
});

test("an alias is a path, an equals sign and a path, and nothing else", () => {
  const problems = (map: string) => readAliasMap(map).problems.length;
  for (const map of ["/a=/flat-profile/GPP_A", " /a/b/ = /flat-profile/GPP_A/ ;", "/a-b.c = /x/GPP_A"])
    assert.equal(problems(map), 0, map);
  for (const map of ["x/a = /flat-profile/GPP_A", "/a = /flat-profile/GPP_A x", "a = /b", "/a = GPP_A", "/a", "= /b"])
    assert.equal(problems(map), 1, map);
});
