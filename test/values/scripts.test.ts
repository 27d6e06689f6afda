import test from "node:test";
import { checkChosen, checkFixes, checkLabels, checkTokens, checkValues, checkWords } from "../support/value";

test("LED patterns", () => {
  checkValues(
    "LedScript",
    `
    c=g;p=b
    c=o
    C=R;P=N;
    c=blue
      ^^^^ warning led/unknown-value
    c=g;p=sb1
          ^^^ hint led/unknown-value
    c=g;p=wild
          ^^^^ warning led/unknown-value
    c=g;x=1
        ^^^ info led/unknown-key
    `,
  );
  checkWords("LedScript", {
    "c=g;p=b": "green, blinking",
    "c=r": "red, solid",
    "c=o;p=b": "off",
    "p=b": undefined,
    "c=constructor": undefined,
  });
  checkChosen("LedScript", "c=$0", "c=a;p=b", "c=a;p=b");
});

test("paging groups", () => {
  checkValues(
    "PagingScript",
    `
    pggrp=224.168.168.168:34560;name=All;num=800;listen=yes;pri=1;codec=G711u
    pggrp=224.168.168.168:34560;name=A;num=1;pggrp=224.168.168.169:34562;name=B
    pggrp=192.0.2.1:34560;name=All
          ^^^^^^^^^^^^^^^ warning paging/bad-address
    pggrp=224.168.168.168:34561;name=All
                          ^^^^^ warning paging/odd-port
    pggrp=224.168.168.168:900;name=All
          ^^^^^^^^^^^^^^^^^^^ warning paging/bad-port
    name=All;pggrp=224.168.168.168:34560
    ^^^^^^^^ warning paging/no-group
    pggrp=224.168.168.168:34560;listen=maybe;pri=4;codec=mp3;volume=1
                                       ^^^^^ warning paging/bad-listen
                                                 ^ warning paging/bad-priority
                                                         ^^^ info paging/bad-codec
                                                             ^^^^^^ info paging/unknown-key
    `,
  );
  checkWords("PagingScript", {
    "pggrp=224.168.168.168:34560;name=All;num=800;listen=yes":
      "All: dial 800, 224.168.168.168:34560, this phone listens",
  });
  checkLabels("PagingScript", "pggrp=224.168.168.168:34560;name=All;$0", [
    "num=",
    "listen=yes",
    "pri=1",
    "codec=G711u",
  ]);
});

test("a part that was begun is completed", () => {
  checkChosen("PagingScript", "pggrp=224.0.0.1:5000; na$0", "name=", "pggrp=224.0.0.1:5000; name=");
  checkLabels("PagingScript", "pggrp=224.0.0.1:5000;name$0", ["name=", "num="], 2);
});

test("dictionaries", () => {
  checkValues(
    "DictionaryScript",
    `
    serv=http://www.example.com/dict/;d1=Deutsch;x1=de.xml;f1=de.ttf;d2=Suomi;x2=fi.xml;
    serv=http://www.example.com/;d0=English;x0=en.xml
    serv=http://www.example.com/;d1=Deutsch
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning dictionary/incomplete
    d10=Deutsch;x10=de.xml
    ^^^ warning dictionary/too-many
                ^^^ warning dictionary/too-many
    serv=http://www.example.com/;language=de
                                 ^^^^^^^^ info dictionary/unknown-key
    `,
  );
  checkWords("DictionaryScript", {
    "serv=http://www.example.com/;d1=Deutsch;x1=de.xml;x2=fi.xml": "Deutsch, #2 from http://www.example.com/",
  });
});

test("directories", () => {
  checkValues(
    "LdapFilter",
    `
    sn:(sn=$VALUE*)
    (&(objectClass=person)(|(sn=$VALUE*)(cn=$VALUE*)))
    (&(sn=$VALUE*)
    ^ warning ldap/unbalanced
    sn=$VALUE*)
              ^ warning ldap/unbalanced
    `,
  );
  checkWords("LdapFilter", { "sn:(sn=$VALUE*)": "If the user types “smi”, the phone searches for (sn=smi*)" });
  checkTokens("LdapFilter", "(sn=$VALUE*)", ["operator (", "macro $VALUE", "operator )"]);
  checkValues(
    "LdapDn",
    `
    dc=example,dc=com
    admin@example.com
    EXAMPLE
    ^^^^^^^ hint ldap/no-dn
    `,
  );
  checkTokens("LdapDn", "dc=a,ou=b", ["parameter dc", "parameter ou"]);
  checkValues(
    "LdapAttrSpec",
    `
    a=givenName,n=firstname;a=sn,n=lastname;a=telephoneNumber,n=tele,t=p;
    a=sn,label=Name;a=tel,t=p
         ^^^^^^^^^^ info ldap/unknown-key
    `,
  );
  checkWords("LdapAttrSpec", {
    "a=sn,n=Name;a=telephoneNumber,n=Phone,t=p": "sn → Name, telephoneNumber → Phone (can be dialed)",
  });
});

test("certificate enrolment in DHCP option 43", () => {
  checkValues(
    "Dhcp43Tlv",
    `
    0A01010B03616263
    0A0
    ^^^ warning dhcp43/bad-tlv
    0A01010B05616263
          ^^^^^^^^^^ warning dhcp43/bad-tlv
    enrol
    ^^^^^ warning dhcp43/bad-tlv
    `,
  );
  checkWords("Dhcp43Tlv", { "0A01010B036162630D03736563": "FIPS mode: 01, enrollment server: abc" });
});

test("texts", () => {
  checkValues(
    "Str<5>",
    `
    Lobby
    Lobby 2
         ^^ warning value/over-length
    `,
  );
  checkValues(
    "UserID",
    `
    ann.bee
    ann bee
    ^^^^^^^ info value/bad-user-id
    `,
  );
  checkValues(
    "Phone",
    `
    1000@pbx.example.com:5060
    *97
    +49 30 555-0100
    sip:ann
    reception
    ^^^^^^^^^ hint value/not-of-type
    0123456789012345678901234567890123456789
                                           ^ warning value/over-length
    `,
  );
});

test("LDAP filters of other makers", () => {
  checkValues(
    "LdapFilter",
    `
    sn:(sn=%)
           ^ warning ldap/foreign-value
    (&(telephoneNumber=*)(sn=%*))
                             ^ warning ldap/foreign-value
    (|(cn=*%*)(sn=%))
           ^ warning ldap/foreign-value
                  ^ warning ldap/foreign-value
    (cn=%s*)
        ^^ warning ldap/foreign-value
    (cn={0}*)
        ^^^ warning ldap/foreign-value
    sn:(sn=$SEARCH*)
           ^^^^^^^ warning ldap/foreign-value
    sn:(sn=$VALUES*)
           ^^^^^^^ warning ldap/foreign-value
    sn:(sn=$(VALUE)*)
           ^^^^^^^^ warning ldap/foreign-value
    cn:(cn=*)
    ^^^^^^^^^ warning ldap/constant-filter
    (objectClass=person)
    ^^^^^^^^^^^^^^^^^^^^ warning ldap/constant-filter
    cn sn
    ^^^^^ warning ldap/constant-filter
    sn:(sn=L*)
    ^^^^^^^^^^ info ldap/constant-filter
    sn:(sn=$VALUE*)
    cn:(cn=*$VALUE*)
    (&(objectClass=person)(sn=$VALUE*))
    telephoneNumber:(telephoneNumber=*$VALUE*)
    (&(sn=$VALUE*)(l=100%25))
    `,
  );
  checkFixes("LdapFilter", { "sn:(sn=%*)": "sn:(sn=$VALUE*)", "(cn=*%*)": "(cn=*$VALUE*)" });
});

test("what an LDAP entry dials", () => {
  checkValues(
    "LdapAttrSpec",
    `
    a=cn,n=Name;a=telephoneNumber,n=Phone
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning ldap/nothing-dialed
    a=cn;a=telephoneNumber;
    ^^^^^^^^^^^^^^^^^^^^^^^ warning ldap/nothing-dialed
    cn sn telephoneNumber
    ^^^^^^^^^^^^^^^^^^^^^ warning ldap/nothing-dialed
    a=cn,n=Name,t=p;a=telephoneNumber,n=Phone
                ^^^ warning ldap/dials-name
    a=displayName,t=p;a=mobile,t=p
                  ^^^ warning ldap/dials-name
    a=mail,n=Mail,t=p
                  ^^^ warning ldap/dials-name
    a=cn;a=sn;a=telephoneNumber,t=p;
    a=cn,n=Name;a=uid,n=Ext,t=p
    a=givenName,n=firstname;a=sn,n=lastname;a=telephoneNumber,n=tele,t=p;a=mail,n=mail
    a=cn,n=Name;a=mobile,n=Mobile,t=p;a=telephoneNumber,n=Phone,t=p
    `,
  );
  checkFixes("LdapAttrSpec", {
    "a=cn,n=Name;a=telephoneNumber,n=Phone": "a=cn,n=Name;a=telephoneNumber,t=p,n=Phone",
    "a=cn,n=Name,t=p;a=telephoneNumber,n=Phone": "a=cn,n=Name;a=telephoneNumber,t=p,n=Phone",
  });
});
