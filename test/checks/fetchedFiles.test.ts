import test from "node:test";
import { carets, checkMarked } from "../support/marked";
import { problemsWithin } from "../support/problems";

/** What is reported of a rule for a phone such as `model=8841`, beyond hints and what is about transport. */
function checkRule(parameter: string, marked: string, phone = ""): void {
  const directive = phone === "" ? "" : `<!-- flat-profile-device ${phone} -->`;
  checkMarked(marked, (value) =>
    problemsWithin(`<flat-profile>${directive}\n<${parameter}>`, value, `</${parameter}>\n</flat-profile>`).filter(
      ({ code, severity }) => severity !== "hint" && severity !== "info" && /^(?:rule|upgrade)\//.test(code),
    ),
  );
}

const checkUpgrade = checkRule.bind(undefined, "Upgrade_Rule");
const checkProfile = checkRule.bind(undefined, "Profile_Rule");

test("an upgrade rule names firmware", () => {
  for (const file of [
    "$MA.xml",
    "spa$PSN.cfg",
    "cmterm-88xx.12-0-3MPP0001-87_REL.zip",
    "cmterm-88xx.12-0-3MPP0001-87.cop.sgn",
    "sip88xx.12-0-3MPP0001-87.cop",
    "PHONEOS.3-2-1-0104-37.cop.sha512",
    "firmware.tar.gz",
    "index.html",
  ]) {
    const mark = `${carets(file)} upgrade/no-firmware`;
    checkUpgrade(`
      http://h/fw/${file}
                  ${mark}`);
    checkUpgrade(
      `
      http://h/fw/${file}?x=1
                  ${mark}`,
      "model=8841",
    );
  }
  for (const file of ["latest.loads", "$A", "$PSN.loads", "fw.php?model=$PSN", "fw.php?f=a.zip", "load", "a.sbn"])
    checkUpgrade(`http://h/fw/${file}`);
  checkUpgrade(`
    http://h/fw/
               ^ rule/no-file`);
  checkUpgrade(`
    ($SWVER lt 12-0-3MPP)? http://h/a.zip | http://h/a.loads
                                    ^^^^^ upgrade/no-firmware`);
  checkUpgrade("# http://h/a.zip");
  // An alternative that cannot be read is not judged, the next one is.
  checkUpgrade(`
    ($SWVER foo 1.2.3)? http://h/a.zip | http://h/b.zip
            ^^^ rule/bad-operator
                                                  ^^^^^ upgrade/no-firmware`);
});

test("firmware of a sister model and of another family", () => {
  const cases: readonly (readonly [phone: string, file: string, fits: boolean])[] = [
    ["family=mpp88xx", "sip88xx.12-0-3MPP0001-87.loads", true],
    ["family=mpp88xx", "sip8845_65.12-0-3MPP0001-87.loads", true],
    ["model=8845", "sip8845_65.12-0-3MPP0001-87.loads", true],
    ["model=8845", "sip88xx.12-0-3MPP0001-87.loads", false],
    ["model=8841", "sip8845_65.12-0-3MPP0001-87.loads", false],
    ["model=8841", "sip78xx.12-0-3MPP0001-87.loads", false],
    ["family=mpp88xx", "sip8832.12-0-3MPP0001-87.loads", false],
    ["model=7832", "sip78xx.12-0-3MPP0001-87.loads", false],
    ["model=6821", "sip68xx.12-0-3MPP0001-87.loads", false],
    ["model=6861", "sip6861.11-2-4MPP-395.loads", true],
    ["model=6861", "sip68xx.12-0-3MPP0001-87.loads", true],
    ["model=9851", "PHONEOS-8875.3-3-1-0001-2.loads", false],
    ["model=8875", "PHONEOS.3-3-1-0001-2.loads", false],
    ["model=9851", "PHONEOS.3-3-1-0001-2.loads", true],
    ["family=spa5xx", "spa50x-30x-7-5-2b.bin", true],
    ["model=SPA514G", "spa50x-30x-7-5-2b.bin", false],
    ["model=SPA525G2", "spa51x-7-6-2a.bin", false],
    ["model=SPA922", "spa942-6-1-5a.bin", true],
    ["model=SPA962", "spa942-6-1-5a.bin", false],
    ["model=SPA112", "Payton_1.4.1_SR5_101419_1250_pfmwrite_bl.bin", true],
    ["model=SPA8000", "spa8800-6-1-12.bin", false],
    ["model=8841", "spa50x-30x-7-5-2b.bin", false],
    ["model=8841", "sip9951.9-4-2SR3-1.loads", false],
    ["model=8841", "SIP45.9-4-2SR3-1S.loads", false],
    ["model=ATA192", "ATA19x.11-2-4MPP0001-115.img", true],
    ["model=ATA192", "sip88xx.12-0-3MPP0001-87.loads", false],
    ["model=8841", "sip88xx.$A.loads", true],
    ["model=8841", "$A.12-0-3MPP0001-87.loads", true],
    ["model=8841", "mine-12-0-3.loads", true],
  ];
  for (const [phone, file, fits] of cases)
    checkUpgrade(
      fits
        ? `http://h/${file}`
        : `
          http://h/${file}
                   ${carets(file)} upgrade/other-phone`,
      phone,
    );
  // What no phone with a flat profile takes needs no stated phone; a load of one of them does.
  checkUpgrade(`
    http://h/SIP45.9-4-2SR3-1S.loads
             ^^^^^^^^^^^^^^^^^^^^^^^ upgrade/other-phone`);
  checkUpgrade("http://h/sip78xx.12-0-3MPP0001-87.loads");
  // The ending alone identifies the family.
  checkUpgrade(
    `
      http://h/mine.bin
               ^^^^^^^^ upgrade/other-phone`,
    "model=8841",
  );
  checkUpgrade(
    `
      http://h/mine.loads
               ^^^^^^^^^^ upgrade/other-phone`,
    "family=ata19x",
  );
  checkUpgrade("http://h/mine.bin");
});

test("conditions on the product decide which phone gets a load", () => {
  const both =
    '("$PN" eq "CP-8845-3PCC")? http://h/sip8845_65.12-0-3MPP0001-87.loads | http://h/sip88xx.12-0-3MPP0001-87.loads';
  for (const phone of ["", "family=mpp88xx", "model=8841", "model=8845"]) checkUpgrade(both, phone);
  checkUpgrade(`
    ("$PN" eq "CP-8845-3PCC")? http://h/sip88xx.12-0-3MPP0001-87.loads | http://h/sip8845_65.12-0-3MPP0001-87.loads
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ upgrade/other-phone`);
  checkUpgrade(
    `
      ("$PN" eq "CP-8845-3PCC")? http://h/sip88xx.12-0-3MPP0001-87.loads | http://h/sip8845_65.12-0-3MPP0001-87.loads
                                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ upgrade/other-phone`,
    "model=8841",
  );
  checkUpgrade(`
    ("$PN" eq "CP-7841-3PCC")? http://h/sip88xx.12-0-3MPP0001-87.loads | ($SWVER lt 12-0-1MPP)? http://h/sip78xx.11-3-1MPP-697.loads
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ upgrade/other-phone`);
  // Guides spell the series number in several ways.
  checkUpgrade('("$PSN" eq "8845")? http://h/sip8845_65.x.loads | http://h/sip88xx.x.loads', "model=8845");
});

test("a profile rule that fetches firmware, or no file", () => {
  for (const file of [
    "sip88xx.12-0-3MPP0001-87.loads",
    "ATA19x.11-1-0MPP-23.img",
    "spa50x-30x-7-5-2b.bin",
    "cp-8831-sip.9-3-3-5-3PCC.bin.sgn",
    "sip88xx.$A.loads",
    "sip88xx.12-0-3MPP0001-87.zip",
  ])
    checkProfile(`
      http://h/${file}
               ${carets(file)} rule/fetches-firmware`);
  checkRule(
    "Profile_Rule_B",
    `
      [--key $K] /x.loads
                  ^^^^^^^ rule/fetches-firmware`,
  );
  for (const file of ["spa504.bin", "$MA.xml", "spa$PSN.cfg", "$A", "a.php?f=a.loads", "?mac=$MA", "a.zip"])
    checkProfile(`http://h/${file}`);
  checkProfile(`
    http://h/prov/
                 ^ rule/no-file`);
  checkProfile(`
    tftp://h/
            ^ rule/no-file`);
  checkProfile(`
    /
    ^ rule/no-file`);
  checkProfile(`
    ($PRVST eq 0)? http://h/a/ | http://h/a.xml
                             ^ rule/no-file`);
  // The root of a web server may answer; a macro may bring the file.
  for (const url of ["https://h/", "http://h/prov/?$MA", "http://h/prov/$A"]) checkProfile(url);
  checkProfile(`
    http://h/$A/
               ^ rule/no-file`);
});
