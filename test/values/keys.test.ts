import test from "node:test";
import { effective } from "../support/effectiveParameter";
import { checkChosen, checkFixes, checkLabels, checkTokens, checkValues, checkWords } from "../support/value";

test("functions of line keys", () => {
  checkValues(
    "ExtendedFunction",
    `
    fnc=sd;ext=1000@$PROXY;nme=Bee,Ann
    fnc=blf+sd+cp;sub=list@$PROXY;usr=1000@$PROXY;
    fnc=shortcut;url=callpref
    1000
    fnc=blff;sub=1000@$PROXY
        ^^^^ warning line-key/unknown-function
    fnc=blf+teleport;sub=1000@$PROXY
            ^^^^^^^^ hint line-key/unknown-function
    fnc=sd;exten=1000
           ^^^^^ warning line-key/missing-part
    fnc=sd;ext=1000;colour=red
                    ^^^^^^ hint line-key/unknown-parameter
    fnc=blf;cp;sd;sub=201@$PROXY
            ^^ info line-key/joined-by-semicolon
               ^^ info line-key/joined-by-semicolon
    fnc=sd;nmee=Ann
           ^^^^ warning line-key/unknown-parameter
    fnc=sd+cp;sub=201@10.0.0.1:nme=Ann
                              ^^^^ warning line-key/unknown-parameter
    fnc=xml;url=http://h/a?x=1,ext=2
    fnc=sd;ext=1000;nme=Ann,ext=2
    fnc=sd;ext=1000;nme2=Ann:ext=2
    fnc=shortcut;url=callperf
                     ^^^^^^^^ warning line-key/unknown-shortcut
    fnc=shortcut;url=teleport
                     ^^^^^^^^ hint line-key/unknown-shortcut
    fnc=shortcut;url=recent
                     ^^^^^^ warning line-key/unknown-shortcut
    `,
  );
  checkFixes("ExtendedFunction", {
    "fnc=blff;sub=1000@$PROXY": "fnc=blf;sub=1000@$PROXY",
    "fnc=sd;nmee=Ann": "fnc=sd;nme=Ann",
    "fnc=sd;sub=201@10.0.0.1:nme=Ann": "fnc=sd;sub=201@10.0.0.1;nme=Ann",
    "fnc=shortcut;url=callperf": "fnc=shortcut;url=callpref",
    "fnc=shortcut;url=recent": "fnc=shortcut;url=recents",
    "fnc=shortcut;url=RECENT": "fnc=shortcut;url=recents",
  });
  checkWords("ExtendedFunction", {
    "fnc=sd;ext=1000@$PROXY;nme=Ann": "speed dial: 1000@$PROXY, shown as Ann",
    "fnc=blf+cp;sub=1000@$PROXY": "busy lamp + call pickup: 1000@$PROXY",
    "fnc=dnd": "do not disturb",
    "fnc=__proto__": "__proto__",
  });
  checkChosen("ExtendedFunction", "fnc=blf+$0;sub=1", "sd", "fnc=blf+sd;sub=1");
  checkChosen("ExtendedFunction", "fnc=sd;e$0", "ext=", "fnc=sd;ext=");
  checkChosen("PskFunction", "fnc=shortcut;url=$0", "recents", "fnc=shortcut;url=recents");
  checkChosen("ExtendedFunction", "$0;", "fnc=", "fnc=;");
  checkChosen("PskFunction", "fnc=sd; e$0", "ext=", "fnc=sd; ext=");
  checkTokens("PskFunction", "fnc=dnd", ["parameter fnc", "string dnd"]);
});

test("parts that a key function needs", () => {
  checkValues(
    "ExtendedFunction",
    `
    fnc=sd;nme=Ann
        ^^ warning line-key/missing-part
    fnc=sd;sub=201@$PROXY
        ^^ warning line-key/missing-part
    fnc=sd;ext=;nme=Ann
           ^^^^ warning line-key/missing-part
    fnc=sd;ext=@$PROXY
           ^^^^^^^^^^^ warning line-key/missing-part
    fnc=sd;201@$PROXY;nme=Ann
           ^^^^^^^^^^ warning line-key/missing-part
    fnc=blf;nme=Ann
        ^^^ warning line-key/missing-part
    fnc=blf+sd+cp;nme=Ann
        ^^^ warning line-key/missing-part
    fnc=blf;ext=201@$PROXY
        ^^^ info line-key/missing-part
    fnc=prk;nme=Park
        ^^^ warning line-key/missing-part
    fnc=mwi+sd;ext=8000@host
        ^^^ warning line-key/missing-part
    fnc=xml;nme=News
        ^^^ warning line-key/missing-part
    fnc=shortcut;nme=News
        ^^^^^^^^ warning line-key/missing-part
    fnc=dtmf;nme=Start
        ^^^^ warning line-key/missing-part
    fnc=sd;ext=1234
    fnc=sd;usr=201@$PROXY
    fnc=blf+sd+cp;sub=201@$PROXY;nme=Ann
    fnc=sd+blf+cp;sub=201@10.0.0.1:5060;usr=201@10.0.0.1
    fnc=prk;sub=$USER@$PROXY;nme=Call-Park1;orbit=2000
    fnc=prk;ext=9999@$PROXY;vid=1
    fnc=mwi+sd;ext=8000 ,4085283300#,123456#@domain; sub=group_vm@domain;vid=1
    fnc=dnd
    fnc=cfwd;nme=Forward
    fnc=inert;
    fnc=dtmf;ext=#1;nme=PressStart;ext2=*2;nme2=PressStop;vid=1
    `,
  );
  checkFixes("ExtendedFunction", {
    "fnc=sd;sub=201@$PROXY": "fnc=sd;ext=201@$PROXY",
    "fnc=sd;201@$PROXY;nme=Ann": "fnc=sd;ext=201@$PROXY;nme=Ann",
    "fnc=sd;number=201": "fnc=sd;ext=201",
  });
});

test("what follows @ in a key function", () => {
  checkValues(
    "ExtendedFunction",
    `
    fnc=sd;ext=201@PROXY
                   ^^^^^ warning line-key/host
    fnc=sd;ext=201@$PROX;nme=Ann
                   ^^^^^ warning line-key/host
    fnc=sd;ext=201@$Proxy
                   ^^^^^^ warning line-key/host
    fnc=sd;ext=201@$PROXY_1_
                   ^^^^^^^^^ warning line-key/host
    fnc=sd;ext=201@$USER
                   ^^^^^ warning line-key/host
    fnc=sd;ext=201@
                  ^ warning line-key/host
    fnc=sd;ext=201$PROXY
                  ^^^^^^ warning line-key/host
    fnc=blf;sub=201@pbx/x;ext=201@$PROXY
                    ^^^^^ warning line-key/host
    fnc=blf;sub=201@Proxy;usr=201@PROXY
                    ^^^^^ warning line-key/host
                                  ^^^^^ warning line-key/host
    fnc=sd;ext=201@$PROXY:5060
    fnc=sd;ext=201@pbx
    fnc=sd;ext=201@proxy
    fnc=sd;ext=201@sip.example.com:5061
    fnc=sd;ext=201@[2001:db8::1]:5060
    fnc=sd;ext=201@192.0.2.1
    fnc=sd;ext=<number>@<host>
    fnc=blf;sub=BLF_List_URI@$PROXY;ext=user_ID@$PROXY
    `,
  );
  checkFixes("ExtendedFunction", {
    "fnc=sd;ext=201@PROXY": "fnc=sd;ext=201@$PROXY",
    "fnc=sd;ext=201@": "fnc=sd;ext=201@$PROXY",
    "fnc=sd;ext=201$PROXY": "fnc=sd;ext=201@$PROXY",
    "fnc=sd;ext=201@$PROX": "fnc=sd;ext=201@$PROXY",
  });
});

test("a key function begins with fnc=", () => {
  checkValues(
    "ExtendedFunction",
    `
    sd;ext=201@$PROXY
    ^^ warning line-key/no-function
    mwi+sd;ext=8000;sub=vm@domain
    ^^^^^^ warning line-key/no-function
    fn=sd;ext=201@$PROXY
    ^^ warning line-key/no-function
    function=blf+sd;sub=201@$PROXY
    ^^^^^^^^ warning line-key/no-function
    ext=201@$PROXY;nme=Ann
    ^^^^^^^^^^^^^^ warning line-key/no-function
    201@example.com
    Ann;Bee
    nme=Ann;vid=1
    dnd
    a=b
    `,
  );
  checkFixes("ExtendedFunction", {
    "sd;ext=201@$PROXY": "fnc=sd;ext=201@$PROXY",
    "fn=sd;ext=201@$PROXY": "fnc=sd;ext=201@$PROXY",
    "sub=201@$PROXY;nme=Ann": "fnc=blf;sub=201@$PROXY;nme=Ann",
    "nme=Ann;ext=201@$PROXY": "fnc=sd;nme=Ann;ext=201@$PROXY",
  });
});

const keys = (name: string) => effective("PskSoftkeyList", { name });

test("softkey lists", () => {
  checkValues(
    keys("Idle_Key_List"),
    `
    redial|1;newcall|2;dnd;psk1
    hdsignin|;
    redail|1
    ^^^^^^ warning softkey/unknown
    teleport|1
    ^^^^^^^^ hint softkey/unknown
    redials|1
    ^^^^^^^ warning softkey/unknown
    hold|1
    clear|1;home;hotdesk_signout
    redial|first
    ^^^^^^ warning softkey/bad-position
    redial|0
    ^^^^^^ warning softkey/bad-position
    redial|01;dnd|10
    `,
  );
  checkValues(
    { ...keys("Idle_Key_List"), generation: "MPP", device: { certainty: "stated", reason: "" } },
    `
    hold|1
    ^^^^ warning softkey/not-in-this-list
    `,
  );
  checkFixes(keys("Idle_Key_List"), {
    "redials|1;dnd": "redial|1;dnd",
    "redail|1;dnd": "redial|1;dnd",
    "redial|1": undefined,
  });
  checkWords(keys("Idle_Key_List"), { "redial|1;dnd": "1: redial, dnd" });
  checkLabels(keys("Releasing_Key_List"), "$0", ["endcall"]);
  checkLabels(keys("Ringing_Key_List"), "answer|1;$0", ["ignore", "ignoresilent", "dir", "favorites", "messages"]);
  checkChosen(keys("Ringing_Key_List"), "answer|1;ign$0", "ignore", "answer|1;ignore");
  checkChosen(keys("Ringing_Key_List"), "$0;", "answer", "answer;");
  checkChosen(keys("Ringing_Key_List"), "answer; ign$0", "ignore", "answer; ignore");
  checkLabels(keys("Ringing_Key_List"), "answer|$0", []);
  checkTokens(keys("Idle_Key_List"), "redial|1;dnd", ["keyword redial", "keyword dnd"]);
});

test("functions that users may choose", () => {
  checkValues(
    "PlkOptionList",
    `
    mwi;sd;blf;
    mwi;sdd
        ^^^ warning line-key/unknown-option
    mwi;teleport
        ^^^^^^^^ hint line-key/unknown-option
    `,
  );
  checkChosen("PlkOptionList", "mwi;sh$0", "shortcut", "mwi;shortcut");
  checkFixes("PlkOptionList", { "mwi;shortcuts": "mwi;shortcut" });
});

test("star codes", () => {
  checkValues(
    "StarCode",
    `
    *69
    #61
    *017110
    *69a
       ^ warning value/bad-star-code
    69
    ^^ hint value/star-code-without-star
    *0172632
    *01711012
            ^ warning value/over-length
    `,
  );
  checkValues(
    "StarCodeList",
    `
    *72'c'|*67'p'
    *72|*67
    *72'call'
    ^^^^^^^^^ info value/bad-star-code
    `,
  );
  checkWords("StarCodeList", { "*72'c'|*67": "*72: call-forward tone, *67: prompt tone" });
  checkTokens("StarCodeList", "*72'c'|*67", ["number *72", "number *67"]);
});

test("what is dialled and sent", () => {
  checkWords("DialString", {
    "5551212 ,,42X9": "dial 5551212, wait 4 s, send 42, wait for the user, send 9",
    "8000,1234": undefined,
  });
});

test("templates of numbers and answers", () => {
  checkValues(
    "PhTmplt",
    `
    1408*, 1510*
    1408123????, 555?1
    1408 555*, 1510*
        ^^ warning value/bad-template
    `,
  );
  checkValues(
    "RscTmplt",
    `
    404, 5*
    61?
    404, busy
         ^^^^ warning value/bad-template
    `,
  );
  checkWords("RscTmplt", { "404, 5*": "SIP responses 404, 5*" });
});
