import type { CodePage } from "../../../checks/check";

/** Manual pages of what rules, triggers, reports and schedules report. */
export const rulePages: readonly CodePage[] = [
  {
    code: "rule/empty-condition",
    severity: "error",
    title: "Condition without content",
    docs: "The parentheses of a condition hold nothing. The phone cannot read the rule and skips the alternative. Write a comparison such as `$PRVTMR ge 600`, or remove the parentheses and the question mark.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>()? https://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>($PRVTMR ge 600)? https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/no-or",
    severity: "error",
    title: "`or` in a condition",
    docs: "Conditions are joined by `and` only; there is no `or` and no `not`. The phone cannot read the rule. Write a second alternative behind `|` that does the same.",
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>("$A" eq "x" or "$A" eq "y")? https://h/a.xml</Profile_Rule></flat-profile>',
        good: '<flat-profile><Profile_Rule>("$A" eq "x")? https://h/a.xml | ("$A" eq "y")? https://h/a.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/bad-operator",
    severity: "error",
    title: "Sign that is no operator",
    docs: "Comparisons know `eq ne lt le gt ge` and `= != < <= > >=`, and are joined by `and`. Anything else makes the rule unreadable for the phone.",
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>("$A" == "x")? https://h/a.xml</Profile_Rule></flat-profile>',
        good: '<flat-profile><Profile_Rule>("$A" eq "x")? https://h/a.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/incomplete-comparison",
    severity: "error",
    title: "Comparison that lacks a part",
    docs: 'A comparison has two sides and an operator between them. An empty text is written `""`. As it stands the phone cannot read the rule.',
    examples: [
      {
        bad: "<flat-profile><Resync_Trigger_1>$PRVTMR ge</Resync_Trigger_1></flat-profile>",
        good: "<flat-profile><Resync_Trigger_1>$PRVTMR ge 600</Resync_Trigger_1></flat-profile>",
      },
    ],
  },
  {
    code: "rule/unclosed-parenthesis",
    severity: "error",
    title: "Closing parenthesis missing",
    docs: "A condition or list of assignments is not closed. The phone cannot read the rule.",
    examples: [
      {
        bad: "<flat-profile><Upgrade_Rule>($SWVER lt 12-0-3MPP0001-87 https://h/a.loads</Upgrade_Rule></flat-profile>",
        good: "<flat-profile><Upgrade_Rule>($SWVER lt 12-0-3MPP0001-87)? https://h/a.loads</Upgrade_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/unclosed-bracket",
    severity: "error",
    title: "Closing bracket missing",
    docs: "The options are not closed by `]`, so the phone takes the URL for one of them.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>[--uid $A https://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>[--uid $A] https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/missing-mark",
    severity: "error",
    title: "Question or exclamation mark missing",
    docs: "`?` stands behind a condition, `!` behind assignments. Without the mark the phone cannot tell what the parentheses mean.",
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>("$A" eq "x") https://h/a.xml</Profile_Rule></flat-profile>',
        good: '<flat-profile><Profile_Rule>("$A" eq "x")? https://h/a.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/unquoted-assignment",
    severity: "error",
    title: "Assigned value without quotes",
    docs: 'In an assignment the value stands in double quotes: `User_ID_1_ = "201";`. Without them the phone cannot read the rule.',
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>(User_ID_1_ = 201;)! https://h/a.xml</Profile_Rule></flat-profile>",
        good: '<flat-profile><Profile_Rule>(User_ID_1_ = "201";)! https://h/a.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/missing-semicolon",
    severity: "error",
    title: "Semicolon missing behind an assignment",
    docs: "Every assignment ends with `;`, the last one too. Without it the phone cannot read the rule.",
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>(User_ID_1_ = "201")! https://h/a.xml</Profile_Rule></flat-profile>',
        good: '<flat-profile><Profile_Rule>(User_ID_1_ = "201";)! https://h/a.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/bad-assignment",
    severity: "error",
    title: "Text that is no assignment",
    docs: 'Between `(` and `)!` stand assignments only: `Parameter = "value";`. The phone cannot read the rule.',
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>(User_ID_1_ = "201"; 42)! https://h/a.xml</Profile_Rule></flat-profile>',
        good: '<flat-profile><Profile_Rule>(User_ID_1_ = "201";)! https://h/a.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/stray-word",
    severity: "error",
    title: "Word among the options",
    docs: "In the brackets stand options that begin with two dashes, each with at most one argument. An argument with blanks needs double quotes.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>[secret --key $SA] https://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>[--key $SA] https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/macro-boundary",
    severity: "warning",
    title: "Macro that runs into the text behind it",
    docs: "The name of a macro goes on as long as letters, digits and underscores follow. `$MAconfig` is therefore the unknown macro `MAconfig`: the phone asks for a file of that very name. Write `$(MA)config`.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://h/$MA_config.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h/$(MA)_config.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/macro-case",
    severity: "warning",
    title: "Macro in lower case",
    docs: "Macros are upper case. `$ma` is not expanded: every phone asks for the same file with `$ma` in its name.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://h/$(ma).xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h/$MA.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/gpp-name",
    severity: "warning",
    title: "GPP parameter as a macro",
    docs: "The content of `GPP_A` is the macro `$A`, that of `GPP_SA` is `$SA`. `$GPP_A` is not expanded.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://h/$GPP_A.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h/$A.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/braces",
    severity: "warning",
    title: "Macro in braces",
    docs: "Shells write a name in braces behind the dollar sign, phones write `$(NAME)`. With braces nothing is expanded.",
    examples: [
      {
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the mistake that is shown
        bad: "<flat-profile><Profile_Rule>https://h/${MA}.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h/$(MA).xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/macro-form",
    severity: "warning",
    title: "Macro with parentheses that is none",
    docs: "With parentheses a macro is written `$(NAME)`, `$(NAME:from)` or `$(NAME:from:length)`. Anything else stays as it is typed.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://h/$(MA:x).xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h/$(MA:4).xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/unknown-macro",
    severity: "info",
    title: "Unknown macro",
    docs: "No phone knows a macro of this name, so it stays as it is typed. Write `$$` for a plain dollar sign.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://h/$SITE.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h/$A.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/secret-outside-options",
    severity: "warning",
    title: "Secret macro outside the options",
    docs: "`$SA` to `$SD` are expanded inside the brackets only, so that secrets do not reach logs. Elsewhere they stay as they are typed.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://h/$SA.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>[--key $SA] https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/bad-operand",
    severity: "error",
    title: "Operand that is neither number, version nor text",
    docs: "Texts stand in double quotes; without them only numbers and firmware versions are understood. The phone takes the condition for false.",
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>("$A" eq gold)? https://h/a.xml</Profile_Rule></flat-profile>',
        good: '<flat-profile><Profile_Rule>("$A" eq "gold")? https://h/a.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/string-order",
    severity: "error",
    title: "Order of texts",
    docs: "Texts in quotes can be equal or not; they have no order. To compare numbers or versions leave the quotes out.",
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>("$PRVTMR" ge "600")? https://h/a.xml</Profile_Rule></flat-profile>',
        good: "<flat-profile><Profile_Rule>($PRVTMR ge 600)? https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/unquoted-text",
    severity: "warning",
    title: "Text macro without quotes",
    docs: "The macro becomes a text, which the phone can only compare inside double quotes. Without them the condition is an error and counts as false.",
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>($CCERT eq "Installed")? https://h/a.xml</Profile_Rule></flat-profile>',
        good: '<flat-profile><Profile_Rule>("$CCERT" eq "Installed")? https://h/a.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/mixed-types",
    severity: "error",
    title: "Sides of different types",
    docs: "A number, a version and a text in quotes cannot be compared with each other. The condition is an error and counts as false.",
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>($PRVTMR ge "600")? https://h/a.xml</Profile_Rule></flat-profile>',
        good: "<flat-profile><Profile_Rule>($PRVTMR ge 600)? https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/quoted-version",
    severity: "info",
    title: "Firmware compared as text",
    docs: "In quotes `$SWVER` is compared letter by letter, with the prefix of its model: `sip88xx.11-3-2MPP0001-609`. A version without prefix never equals it. Leave the quotes out, and versions are compared as versions.",
    examples: [
      {
        bad: '<flat-profile><Upgrade_Rule>("$SWVER" ne "11-3-2MPP0001-609")? https://h/a.loads</Upgrade_Rule></flat-profile>',
        good: "<flat-profile><Upgrade_Rule>($SWVER ne 11-3-2MPP0001-609)? https://h/a.loads</Upgrade_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/version-shape",
    severity: "error",
    title: "Version of another product line",
    docs: "Multiplatform phones have versions such as `11-3-2MPP0001-609`. One with dots is a format error for them: the condition counts as false. Dotted versions belong to SPA phones and the 8831, and end before release 10, so `11.0.0` is not a version of any phone.",
    examples: [
      {
        bad: "<!-- flat-profile-device family=mpp88xx --><flat-profile><Upgrade_Rule>($SWVER lt 11.3.2)? https://h/a.loads</Upgrade_Rule></flat-profile>",
        good: "<!-- flat-profile-device family=mpp88xx --><flat-profile><Upgrade_Rule>($SWVER lt 11-3-2MPP0001-609)? https://h/a.loads</Upgrade_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/version-letters",
    severity: "info",
    title: "Version of the enterprise line in a comparison by size",
    docs: "Where the numbers of two versions are the same, their letters decide, and manuals disagree whether `MPP` or `MN` comes first. Compare with a release whose numbers differ, so that it does not matter.",
    examples: [
      {
        bad: "<flat-profile><Upgrade_Rule>($SWVER lt sip88xx.14-1-1MN-366)? https://h/a.loads</Upgrade_Rule></flat-profile>",
        good: "<flat-profile><Upgrade_Rule>($SWVER lt sip88xx.12-0-1MPP0001-245)? https://h/a.loads</Upgrade_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/version-without-build",
    severity: "hint",
    title: "Version without its build number",
    docs: "A version without the number behind its last dash stands for every build of the release: `11-1-0MPP` is equal to `11-1-0MPP-19` and to `11-1-0MPP-23`. Write the build where one build is meant.",
    examples: [
      {
        bad: "<flat-profile><Upgrade_Rule>($SWVER ne 11-1-0MPP)? https://h/a.loads</Upgrade_Rule></flat-profile>",
        good: "<flat-profile><Upgrade_Rule>($SWVER ne 11-1-0MPP-23)? https://h/a.loads</Upgrade_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/option-argument",
    severity: "warning",
    title: "Option with a wrong argument",
    docs: "`--key`, `--uid` and `--pwd` take a text, `--post` and `--alias` a letter from a to p for `GPP_A` to `GPP_P`, the others nothing.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>[--key] https://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>[--key $SA] https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/glued-option",
    severity: "error",
    title: "Blank missing behind an option",
    docs: "Between an option and its argument stands a blank. Without it the phone sees an option that it does not know, and asks the server without the password.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>[--uid site --pwd$SB] https://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>[--uid site --pwd $SB] https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/option-dashes",
    severity: "error",
    title: "Option without its two dashes",
    docs: "Options begin with two dashes. With one or none the phone does not know them, and fetches without key or password.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>[-key $SA] https://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>[--key $SA] https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/unknown-option",
    severity: "warning",
    title: "Unknown option",
    docs: "Phones know `--key`, `--uid`, `--pwd`, `--post`, `--alias` and `--srv`; reports also `--delta` and `--status`.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>[--keys $SA] https://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>[--key $SA] https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/report-option",
    severity: "warning",
    title: "Option of reports in another rule",
    docs: "`--delta` and `--status` say what a `Report_Rule` sends. A rule that fetches does not know them.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>[--delta] https://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Report_Rule>[--delta] https://h/a.xml</Report_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/upgrade-options",
    severity: "warning",
    title: "Options in an upgrade rule",
    docs: "Upgrade rules take no options: firmware is neither encrypted with a key nor fetched with a password.",
    examples: [
      {
        bad: "<flat-profile><Upgrade_Rule>[--uid a --pwd $SB] https://h/a.loads</Upgrade_Rule></flat-profile>",
        good: "<flat-profile><Upgrade_Rule>https://h/a.loads</Upgrade_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/blank-in-url",
    severity: "error",
    title: "Blank inside a URL",
    docs: "A URL ends at a blank. The phone asks for something else, or cannot read the rule. Write `%20` for a blank that belongs there, and `|` between alternatives.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://h: 8443/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h:8443/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/scheme",
    severity: "warning",
    title: "Scheme that phones do not fetch by",
    docs: "Phones fetch by `tftp`, `http` and `https`; `gds://` stands for onboarding with an activation code.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>ftp://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>tftp://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/scheme-form",
    severity: "error",
    title: "Scheme without `://`",
    docs: "Between the scheme and the host of a URL come a colon and two slashes. With `http:/h`, `http//h`, `https;//h`, `http:\\\\h` or a scheme that is typed twice the phone cannot read the host and fetches nothing.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>http:/prov.example.com/$MA.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>http://prov.example.com/$MA.xml</Profile_Rule></flat-profile>",
      },
      {
        bad: "<flat-profile><Profile_Rule>https;//prov.example.com/$MA.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://prov.example.com/$MA.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/host",
    severity: "error",
    title: "Host that no phone can use",
    docs: "The host of a URL is a name, an IPv4 address or an IPv6 address in brackets. A backslash, a user before `@`, or a second colon makes the URL unreadable for the phone, and it fetches nothing. User and password are options before the URL: `[--uid prov --pwd secret] https://h/a.xml`.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>http://prov.example.com\\cisco\\$MA.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>http://prov.example.com/cisco/$MA.xml</Profile_Rule></flat-profile>",
      },
      {
        bad: "<flat-profile><Profile_Rule>http://2001:db8::1/$MA.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>http://[2001:db8::1]/$MA.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/backslash",
    severity: "warning",
    title: "Backslash in the path of a URL",
    docs: "The folders of a URL are separated by `/`. The phone sends a backslash to the web server as it is typed, and most servers have no file of that name. Over tftp the path may be one of Windows, and nothing is said.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>http://h/cisco\\a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>http://h/cisco/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/port",
    severity: "error",
    title: "Port that is not a number from 0 to 65535",
    docs: "A port is a number from 0 to 65535. With any other, or with nothing after the colon, the phone cannot use the URL of a rule.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://h:80a/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h:80/a.xml</Profile_Rule></flat-profile>",
      },
      {
        bad: "<flat-profile><Profile_Rule>https://h:84433/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h:8443/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/no-path",
    severity: "error",
    title: "URL without a path",
    docs: "Behind the host stands a path that begins with `/`. Without one the phone cannot use the URL.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://prov.example.com</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://prov.example.com/$MA.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/upgrade-without-server",
    severity: "warning",
    title: "Upgrade rule without a server",
    docs: "A profile rule without a host asks the server that DHCP told. An upgrade rule has no such server to fall back on.",
    examples: [
      {
        bad: "<flat-profile><Upgrade_Rule>/sip88xx.12-0-3MPP0001-87.loads</Upgrade_Rule></flat-profile>",
        good: "<flat-profile><Upgrade_Rule>https://h/sip88xx.12-0-3MPP0001-87.loads</Upgrade_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/no-url",
    severity: "warning",
    title: "Upgrade rule without a URL",
    docs: "An alternative of an upgrade rule has nothing to fetch, so it does nothing and the phone keeps its firmware.",
    examples: [
      {
        bad: "<flat-profile><Upgrade_Rule>($SWVER lt 12-0-3MPP0001-87)?</Upgrade_Rule></flat-profile>",
        good: "<flat-profile><Upgrade_Rule>($SWVER lt 12-0-3MPP0001-87)? https://h/a.loads</Upgrade_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/unreachable",
    severity: "warning",
    title: "Alternative that is never reached",
    docs: "The phone takes the first alternative whose condition holds, or that has none. What stands behind one without a condition, or repeats an earlier condition, is never taken.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://h/a.xml | https://h/b.xml</Profile_Rule></flat-profile>",
        good: '<flat-profile><Profile_Rule>("$A" eq "x")? https://h/a.xml | https://h/b.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/empty-alternative",
    severity: "warning",
    title: "Empty alternative",
    docs: "Between two `|` stands nothing. An empty alternative has no condition, so it is always taken and does nothing.",
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>("$A" eq "x")? https://h/a.xml | | https://h/b.xml</Profile_Rule></flat-profile>',
        good: '<flat-profile><Profile_Rule>("$A" eq "x")? https://h/a.xml | https://h/b.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/trigger-parentheses",
    severity: "error",
    title: "Trigger in parentheses",
    docs: "A trigger is the bare condition, without parentheses and question mark. With them the phone cannot read it.",
    examples: [
      {
        bad: "<flat-profile><Resync_Trigger_1>($PRVTMR ge 600)?</Resync_Trigger_1></flat-profile>",
        good: "<flat-profile><Resync_Trigger_1>$PRVTMR ge 600</Resync_Trigger_1></flat-profile>",
      },
    ],
  },
  {
    code: "rule/switched-off",
    severity: "hint",
    title: "Rule behind a #",
    docs: "A rule that begins with `#` is a comment. The phone skips it and does nothing in its place.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule># https://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/too-many-reports",
    severity: "warning",
    title: "More than two reports",
    docs: "A `Report_Rule` holds at most two rules, separated by a blank. The others are not sent.",
    examples: [
      {
        bad: "<flat-profile><Report_Rule>https://h/a.xml https://h/b.xml https://h/c.xml</Report_Rule></flat-profile>",
        good: "<flat-profile><Report_Rule>[--delta] https://h/a.xml [--status] https://h/b.xml</Report_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "schedule/syntax",
    severity: "error",
    title: "Schedule that cannot be read",
    docs: "A schedule is a list of waits in seconds, separated by commas; the last one repeats. `3600+600` waits an hour and up to ten minutes more, chosen at random. The phone does not take anything else.",
    examples: [
      {
        bad: "<flat-profile><Resync_Periodic>soon</Resync_Periodic></flat-profile>",
        good: "<flat-profile><Resync_Periodic>3600+600</Resync_Periodic></flat-profile>",
      },
    ],
  },
];
