import test from "node:test";
import { accessProblems } from "../../../server/src/dialects/unify/access";
import { modelOfFile } from "../../../server/src/dialects/unify/gate/index";
import { partInWords, readPart } from "../../../server/src/dialects/unify/gate/partNumber";
import { unifyXml } from "../../../server/src/dialects/unify/index";
import { item, messageOf } from "../../../server/src/dialects/unify/message";
import { fileRequests } from "../../../server/src/dialects/unify/requests";
import { checkGolden, sameAs } from "../../support/golden";
import { problemsOf } from "../../support/problems";
import { elementsMoved, filesNear, slipsOf } from "../../support/variants";

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

test("deployments near one (UPDATE_GOLDEN=1 writes the list)", () => {
  const items = [
    item("part-number", "S30817-S7402-A103-20"),
    item("file-name", "OS_40_SIP_V3_R3_24_0.img", 1),
    item("file-type", "APP", 1),
    item("file-server", "192.0.2.10", 1),
    item("file-path", "/os", 1),
    item("file-username", "ann", 1),
    item("file-pwd", "secret", 1),
    item("file-priority", "normal", 1),
    item("file-name", "a.img", 2),
    item("file-https-base-url", "ftp://192.0.2.10/a.img", 2),
    item("file-action", "delete", 2),
    item("file-server", "", 3),
  ];
  const texts = ["SoftwareDeployment", "FileDeployment", "WriteItems"].flatMap((action) => {
    const text = messageOf(action, items);
    const pairs = items.flatMap((_, i) => [
      messageOf(action, items.slice(i, i + 1)),
      messageOf(action, items.slice(i, i + 3)),
    ]);
    return [text, ...filesNear(text, 30), ...elementsMoved(text, 30), ...pairs];
  });
  const seen = new Map<string, number>();
  const lines = texts.map((text, i) => {
    const words = problemsOf(text, undefined, unifyXml).map(
      ({ code, severity, span }) => `${severity} ${code} ${text.slice(span.start, span.end).slice(0, 40)}`,
    );
    return `${i} ${sameAs(words.join(", ") || "right", i, seen)}`;
  });
  checkGolden("test/dialects/unify/deployed.golden.txt", lines);
});
