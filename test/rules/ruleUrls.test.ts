import assert from "node:assert/strict";
import test from "node:test";
import { checkRule, problemsIn } from "./checkRule";

test("blanks in URLs", () => {
  checkRule(
    "profile",
    `
    tftp://prov.example.com: 6900/a.cfg
                            ^ rule/blank-in-url`,
    "tftp://prov.example.com:6900/a.cfg",
  );
  checkRule(
    "profile",
    `
    http://h/a.cfg http://h/b.cfg
                  ^ rule/blank-in-url`,
  );
  checkRule(
    "profile",
    `
      (1 eq 2)? http://h/a (1 eq 3)? http://h/b
                          ^ rule/blank-in-url`,
    "(1 eq 2)? http://h/a | (1 eq 3)? http://h/b",
  );
});

test("parts of URLs", () => {
  checkRule(
    "profile",
    `
    http://h
    ^^^^^^^^ rule/no-path`,
  );
  checkRule(
    "profile",
    `
    ftp://h/a.xml
    ^^^ rule/scheme`,
    "tftp://h/a.xml",
  );
  checkRule(
    "profile",
    `
    htpp://h/a.xml
    ^^^^ rule/scheme`,
    "http://h/a.xml",
  );
  checkRule(
    "profile",
    `
    sftp2://h/a.xml
    ^^^^^ rule/scheme`,
  );
  checkRule(
    "upgrade",
    `
    /sip88xx.loads
    ^^^^^^^^^^^^^^ rule/upgrade-without-server`,
  );
  checkRule(
    "upgrade",
    `
    http:///sip88xx.loads
    ^^^^^^^^^^^^^^^^^^^^^ rule/upgrade-without-server`,
  );
});

test("a scheme needs :// before the host", () => {
  checkRule(
    "profile",
    `
    http:/h/a.xml
    ^^^^^^ rule/scheme-form`,
    "http://h/a.xml",
  );
  checkRule(
    "profile",
    `
    http//h/a.xml
    ^^^^^^ rule/scheme-form`,
    "http://h/a.xml",
  );
  checkRule(
    "profile",
    `
    https;//h/a.xml
    ^^^^^^^^ rule/scheme-form`,
    "https://h/a.xml",
  );
  checkRule(
    "profile",
    `
    HTTP:h.example.com/a.xml
    ^^^^^ rule/scheme-form`,
    "http://h.example.com/a.xml",
  );
  checkRule(
    "profile",
    `
    tftp:\\\\h/a.xml
    ^^^^^^^ rule/scheme-form`,
    "tftp://h/a.xml",
  );
  checkRule(
    "profile",
    `
    http.//h/a.xml
    ^^^^^^^ rule/scheme-form`,
    "http://h/a.xml",
  );
  checkRule(
    "profile",
    `
    http:://h/a.xml
    ^^^^^^^^ rule/scheme-form`,
    "http://h/a.xml",
  );
  checkRule(
    "profile",
    `
    http://https://h/a.xml
    ^^^^^^^^^^^^^^^ rule/scheme-form`,
    "https://h/a.xml",
  );
  checkRule(
    "profile",
    `
    http:/$A/a.xml
    ^^^^^^ rule/scheme-form`,
    "http://$A/a.xml",
  );
  checkRule(
    "upgrade",
    `
    https:/h/a.loads
    ^^^^^^^ rule/scheme-form`,
    "https://h/a.loads",
  );
  checkRule(
    "report",
    `
    http//h/a.xml
    ^^^^^^ rule/scheme-form`,
    "http://h/a.xml",
  );
  // Servers may have such names.
  for (const text of ["tftp/a.xml", "http:8080/a.xml", "http.example.com/a.xml", "tftp:69/a.xml", "httpd/a.xml"])
    checkRule("profile", text);
});

test("backslashes in a path", () => {
  checkRule(
    "profile",
    `
    http://h/prov\\a.xml
                 ^ rule/backslash`,
    "http://h/prov/a.xml",
  );
  checkRule(
    "upgrade",
    `
    https://h/fw\\a.loads
                ^ rule/backslash`,
  );
  for (const text of ["tftp://h/prov\\a.xml", "h/prov\\a.xml", "http://h/a.php?f=x\\y"]) checkRule("profile", text);
});

test("hosts and ports that no phone can use", () => {
  checkRule(
    "profile",
    `
    http://h:66000/a.xml
             ^^^^^ rule/port`,
  );
  checkRule(
    "profile",
    `
    http://h:80a/a.xml
             ^^^ rule/port`,
  );
  checkRule(
    "profile",
    `
    http://h:/a.xml
            ^ rule/port`,
    "http://h/a.xml",
  );
  checkRule(
    "profile",
    `
    h:o69/a.xml
      ^^^ rule/port`,
  );
  checkRule(
    "profile",
    `
    http://h\\prov\\a.xml
           ^^^^^^^^^^^^ rule/host`,
    "http://h/prov/a.xml",
  );
  checkRule(
    "profile",
    `
    http://prov:Hunter2@h/a.xml
           ^^^^^^^^^^^^^^ rule/host`,
  );
  checkRule(
    "profile",
    `
    http://me@h/a.xml
           ^^^^ rule/host`,
  );
  checkRule(
    "profile",
    `
    http://2001:db8::1/a.xml
           ^^^^^^^^^^^ rule/host`,
    "http://[2001:db8::1]/a.xml",
  );
  checkRule(
    "profile",
    `
    http://:80/a.xml
           ^^^ rule/host`,
  );
  checkRule(
    "profile",
    `
    http://h,g/a.xml
           ^^^ rule/host`,
  );
  for (const text of ["http://h:$A/a.xml", "http://$A:80/a.xml", "$A:80/a.xml", "http://[2001:db8::1]:80/a.xml"])
    checkRule("profile", text);
  for (const { message } of problemsIn("profile")("http://prov:Hunter2@h/a.xml"))
    assert.ok(!message.includes("Hunter2"));
});
