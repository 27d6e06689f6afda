import assert from "node:assert/strict";
import test from "node:test";
import { host } from "../../server/src/values/host";
import { effective } from "../support/effectiveParameter";
import { dialect } from "../support/problems";
import { checkFixes, checkTokens, checkValues, checkWords } from "../support/value";

test("IPv4 addresses", () => {
  checkValues(
    "IP",
    `
    192.0.2.1
    $IP
    192.0.2.256
    ^^^^^^^^^^^ warning value/not-of-type
    192.0.2
    ^^^^^^^ warning value/not-of-type
    2001:db8::1
    ^^^^^^^^^^^ info value/not-of-type
    pbx.example.com
    ^^^^^^^^^^^^^^^ info value/not-of-type
    `,
  );
});

test("IPv6 addresses", () => {
  checkValues(
    "IPv6",
    `
    2001:db8::1
    ::
    fe80::1%eth0
    2001:db8::/32
    ::ffff:192.0.2.1
    1:2:3:4:5:6:7:8
    fe80::1%eth 0
    ^^^^^^^^^^^^^ info value/not-of-type
    x2001:db8::1
    ^^^^^^^^^^^^ info value/not-of-type
    2001:db8::1/64x
    ^^^^^^^^^^^^^^^ info value/not-of-type
    2001:db8::/128
    1:2:3:4:5:6:7
    ^^^^^^^^^^^^^ info value/not-of-type
    1::2::3
    ^^^^^^^ info value/not-of-type
    2001:db8::/129
    ^^^^^^^^^^^^^^ info value/not-of-type
    `,
  );
});

test("MAC addresses", () => {
  checkValues(
    "MAC",
    `
    000e08012345
    00:0E:08:01:23:45
    00-0e-08-01-23-45
    000e.0801.2345
    000e0801234
    ^^^^^^^^^^^ warning value/not-of-type
    000e0801234g
    ^^^^^^^^^^^^ warning value/not-of-type
    `,
  );
});

test("hosts with ports, lists, records and parameters", () => {
  checkValues(
    "FQDN",
    `
    sip.example.com
    sip.example.com:5060
    109.12.14.12:12345
    [2001:db8::1]:5061
    2001:db8::1
    sip:pbx.example.com:5060;transport=tls
    a.example.com, b.example.com
    pbx:SRV=a.example.com:5060:p=1:w=2|b.example.com
    pbx:A=192.0.2.1,192.0.2.2
    $MA.example.com
    sip.example.com:65536
                    ^^^^^ warning value/bad-host
    sip.example.com:sip
                    ^^^ warning value/bad-host
    a.example.com,192.0.2.300
                  ^^^^^^^^^^^ warning value/bad-host
    sip example.com
    ^^^^^^^^^^^^^^^ warning value/bad-host
    [2001:db8::g]
    ^^^^^^^^^^^^^ warning value/bad-host
    https://pbx.example.com/
    ^^^^^^^^^^^^^^^^^^^^^^^^ hint value/bad-host
    user@pbx.example.com
    ^^^^^^^^^^^^^^^^^^^^ info value/bad-host
    a2345678901234567890123456789.b2345678901234567890123456789.example.com
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning value/bad-host
    `,
  );
  checkValues(
    "HostOrUrl",
    `
    https://pbx.example.com/
    pbx.example.com/path
    pbx.example.com:99999
                    ^^^^^ warning value/bad-host
    `,
  );
  checkTokens("FQDN", "pbx:5060", ["string pbx:5060"]);
  checkTokens("UserID", "anna b", ["string anna b"]);
  checkTokens("IP", "192.0.2.1", ["number 192.0.2.1"]);
});

test("URLs", () => {
  checkValues(
    "URL",
    `
    http://www.example.com/a.xml
    tftp://192.0.2.1/$MA.xml
    $A
    /dir/file.cfg
    file:///a
    http:/www.example.com/a.xml
         ^ warning value/bad-url
    https:///www.example.com/
          ^^^ warning value/bad-url
    htp://www.example.com/
    ^^^ warning value/bad-url
    gopher://www.example.com/
    `,
  );
  checkFixes("URL", {
    "http:/a.example.com/": "http://a.example.com/",
    "https:///a.example.com/": "https://a.example.com/",
    "htp://a.example.com/": "http://a.example.com/",
    "htps://a.example.com/": "https://a.example.com/",
    ...Object.fromEntries(
      "http https tftp ftp gds sip sips ldap ldaps rtsp HTTP"
        .split(" ")
        .map((scheme) => [`${scheme}:/a.example.com/`, `${scheme}://a.example.com/`]),
    ),
  });
  checkValues("URL", ["", "file:/a", "mailto:/a", "http:a", "http://h/htp://b", "xhtp://h", "htpx://h"].join("\n"));
});

test("SIP addresses", () => {
  checkValues(
    "SipUri",
    `
    sip:1000@pbx.example.com
    1000@pbx.example.com:5060;transport=tcp
    "Ann Bee" <sip:1000@pbx.example.com>
    1000 @pbx.example.com
        ^ info value/bad-address
    `,
  );
});

test("networks, ranges and tuples", () => {
  checkValues(
    "IpAndMask",
    `
    192.0.2.0/255.255.255.0
    192.0.2.0/24
    192.0.2.0 255.255.255.0
    192.0.2.0/33
    ^^^^^^^^^^^^ info value/bad-address
    `,
  );
  checkValues(
    "IpRangeList",
    `
    192.0.2.1-192.0.2.9, 198.51.100.7
    192.0.2.1-9
    192.0.2.1-192.0.2.9-192.0.2.10
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info value/bad-address
    192.0.2.1, somewhere
               ^^^^^^^^^ info value/bad-address
    `,
  );
  checkValues(
    "ColonTuple",
    `
    1:192.0.2.1:80
    1:192.0.2.555:80
      ^^^^^^^^^^^ warning value/bad-address
    `,
  );
  checkValues(
    "DomainList",
    `
    voiceip.com, voiceip1.com
    *.example.com,192.0.2.1
    example.com, exa mple.org
                 ^^^^^^^^^^^^ warning value/bad-host
    `,
  );
  checkWords("DhcpOptionList", { "66,160": "66 TFTP server name or URL → 160 provisioning URL" });
});

test("where no document gives the type, a bad host is worth knowing only", () => {
  const at = effective("FQDN");
  const severity = (typeBasis: "documented" | "inferred") =>
    host.check("a b", { ...at, parameter: { ...at.parameter, typeBasis } }).map((problem) => problem.severity);
  assert.deepEqual(severity("documented"), ["warning"]);
  assert.deepEqual(severity("inferred"), ["info"]);
});

test("a network of a list is an address and a length, and nothing else", () => {
  const type = dialect.valueTypes.find(({ id }) => id === "IpRangeList");
  const isGood = (text: string) => type?.check(text, effective("IpRangeList")).length === 0;
  for (const text of ["192.0.2.0/24", "10.0.0.1-10.0.0.9", "10.0.0.*", "10.0.0.1, 192.0.2.0/24"])
    assert.ok(isGood(text), text);
  for (const text of ["x192.0.2.0/24", "host/24", "192.0.2.0/", "/24", "192.0.2.0/24x"]) assert.ok(!isGood(text), text);
});
