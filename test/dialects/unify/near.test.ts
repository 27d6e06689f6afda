import test from "node:test";
import { accessProblems } from "../../../server/src/dialects/unify/access";
import { modelOfFile } from "../../../server/src/dialects/unify/gate/index";
import { partInWords, readPart } from "../../../server/src/dialects/unify/gate/partNumber";
import { fileRequests } from "../../../server/src/dialects/unify/requests";
import { checkGolden } from "../../support/golden";
import { slipsOf } from "../../support/variants";

// Names of images and order numbers near some, and all ways to get a file.

test("images and order numbers near these (UPDATE_GOLDEN=1 writes the list)", () => {
  const lines: string[] = [];
  for (const name of [
    "OS_40_SIP_V1_R4_9_0.img",
    "a/b\\OpenStage-20e.img",
    "xOS 80",
    "cp_205-a",
    "CP710",
    "CP 410a",
    "CP4000",
  ])
    lines.push(
      `${name} ${modelOfFile(name)}`,
      ...slipsOf(name, (text) => String(modelOfFile(text))).map((line) => `  ${line}`),
    );
  for (const number of "15 20 20E 40 60 80 30 100 110 200 205 210 400 410 600 700 710 120".split(" "))
    lines.push(`${number} ${modelOfFile(`OpenStage_${number}.img`)} ${modelOfFile(`CP${number}.img`)}`);
  for (let model = 0; model <= 5; model++)
    for (let color = 0; color <= 4; color++) {
      const words: string[] = [];
      for (let revision = 0; revision <= 25; revision++) {
        const said = partInWords(`S30817-S740${model}-A10${color}-${revision}`)?.replace(/^.*?: /, "") ?? "nothing";
        if (said !== words.at(-1)?.replace(/^\d+ /, "")) words.push(`${revision} ${said}`);
      }
      lines.push(`${model} ${color}: ${words.join(", ")}`);
    }
  for (const text of ["S30817-S7403-A103-15", " s30817-s7401-B101-C14 "])
    lines.push(
      `${text} ${JSON.stringify(readPart(text))}`,
      ...slipsOf(text, (part) => JSON.stringify(readPart(part)) ?? "nothing").map((line) => `  ${line}`),
    );
  for (const server of ["https://h", "https://h//", "http://h/a/"])
    for (const mac of ["00:00:5E:00:53:01", "x", undefined]) lines.push(JSON.stringify(fileRequests(server, mac)));
  checkGolden("test/dialects/unify/images.golden.txt", lines);
});

test("what keeps a phone from a file, for each way to get it (UPDATE_GOLDEN=1 writes the list)", () => {
  const lines: string[] = [];
  for (const usesDefaults of [true, false])
    for (const method of ["FTP", "HTTPS"] as const)
      for (const server of ["h", "", undefined])
        for (const httpsBaseUrl of [
          "https://h",
          "HTTPS://h/",
          "http://h",
          "https:// h",
          "xhttps://h",
          "https:///",
          "",
          undefined,
        ])
          for (const file of ["a.img", "", undefined]) {
            const access = { usesDefaults, method, server, httpsBaseUrl, file };
            const found = accessProblems(access).map(({ code, severity, message }) => `${severity} ${code} ${message}`);
            lines.push(`${JSON.stringify(access)} ${found.join(" ")}`);
          }
  checkGolden("test/dialects/unify/access.golden.txt", lines);
});
