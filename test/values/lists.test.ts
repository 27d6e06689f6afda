import test from "node:test";
import { checkChosen, checkLabels, checkTokens, checkValues, checkWords } from "../support/value";

test("DHCP options", () => {
  checkValues(
    "DhcpOptionList",
    `
    66,160,159,150,60,43,125
    66, 160
    66,255
       ^^^ warning value/bad-dhcp-option
    66,tftp
       ^^^^ warning value/bad-dhcp-option
    66,67
       ^^ hint value/bad-dhcp-option
    `,
  );
  checkLabels("DhcpOptionList", "66,160,159,150,60,43,$0", ["17", "125", "161"]);
  checkChosen("DhcpOptionList", "66,$0", "160", "66,160");
  checkChosen("DhcpOptionList", "66, 16$0,150", "160", "66, 160,150");
});

test("numbers in a list", () => {
  checkValues(
    "DialPlanNumberList",
    `
    911, 112
    1xx,*69
    911, police
         ^^^^^^ warning value/bad-number
    `,
  );
  checkTokens("DialPlanNumberList", "911, 112", ["number 911", "number 112"]);
});

test("ciphers", () => {
  checkValues(
    "CipherList",
    `
    ALL:!aNULL:!eNULL:+HIGH:@STRENGTH
    ECDHE-RSA-AES256-SHA
    ALL:<none>
        ^^^^^^ warning value/bad-cipher
    `,
  );
});

test("firewall rules and announcements", () => {
  checkValues(
    "FirewallRules",
    `
    NO_ICMP_PING, TCP:80
    no rule
    ^^^^^^^ info value/bad-firewall-rule
    `,
  );
  checkValues(
    "AnnouncementCodes",
    `
    CBT=00;FWD=01;
    CBT=00;FWD
           ^^^ warning value/bad-announcement
    `,
  );
});

test("keep-alive messages", () => {
  checkWords("KeepAliveMessage", {
    $NOTIFY: "The phone sends a SIP NOTIFY request.",
    hello: "The phone sends this text unchanged.",
  });
  checkLabels("KeepAliveMessage", "$N$0", ["$NOTIFY", "$REGISTER", "$OPTIONS", "$PING"]);
});

test("on and off times", () => {
  checkValues(
    "OnOffTime",
    `
    .1/.1
    0.07/0.07
    .1
    ^^ info value/not-of-type
    `,
  );
  checkWords("OnOffTime", { ".1/.2": "on for .1 s, off for .2 s" });
});

test("firmware releases", () => {
  checkValues(
    "FirmwareVersion",
    `
    11-3-1MPP-697
    7.5.5
    7.4.9(c)
    11 3 1
    ^^^^^^ warning value/not-of-type
    `,
  );
});

test("lists without a grammar of their own", () => {
  checkValues("List", "a, b|c;d");
  checkTokens("List", "a, b|c;d", ["string a", "string b", "string c", "string d"]);
  checkTokens("SurvivabilityProxyList", "a.example.com:5060:A=192.0.2.1|b.example.com", [
    "string a.example.com:5060:A=192.0.2.1",
    "string b.example.com",
  ]);
  checkTokens("Regex", "^[a-z]+$", ["regexp ^[a-z]+$"]);
  checkTokens("RssFeedScript", "feed=http://www.example.com/", ["parameter feed", "string http://www.example.com/"]);
});
