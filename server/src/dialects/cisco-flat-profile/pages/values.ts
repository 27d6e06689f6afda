import type { CodePage } from "../../../checks/check";

/** Manual pages of what values of the other types report. */
export const valuePages: readonly CodePage[] = [
  {
    code: "paging/no-group",
    severity: "warning",
    title: "Paging script without a group",
    docs: "A paging script starts with `pggrp=address:port`. Without it the phone does not listen.",
    examples: [
      {
        bad: "<flat-profile><Group_Paging_Script>name=All;num=800</Group_Paging_Script></flat-profile>",
        good: "<flat-profile><Group_Paging_Script>pggrp=224.168.168.168:34560;name=All;num=800;listen=yes</Group_Paging_Script></flat-profile>",
      },
    ],
  },
  {
    code: "paging/bad-address",
    severity: "warning",
    title: "Address that is not a multicast address",
    docs: "A group needs a multicast address, 224.0.0.0 to 239.255.255.255. The phone cannot join any other.",
    examples: [
      {
        bad: "<flat-profile><Group_Paging_Script>pggrp=192.0.2.5:34560;name=All;num=800;listen=yes</Group_Paging_Script></flat-profile>",
        good: "<flat-profile><Group_Paging_Script>pggrp=224.168.168.168:34560;name=All;num=800;listen=yes</Group_Paging_Script></flat-profile>",
      },
    ],
  },
  {
    code: "paging/bad-port",
    severity: "warning",
    title: "Port outside the range",
    docs: "The port of a paging group is a number from 1000 to 65534. The phone does not listen on any other.",
    examples: [
      {
        bad: "<flat-profile><Group_Paging_Script>pggrp=224.168.168.168:99;name=All;num=800;listen=yes</Group_Paging_Script></flat-profile>",
        good: "<flat-profile><Group_Paging_Script>pggrp=224.168.168.168:34560;name=All;num=800;listen=yes</Group_Paging_Script></flat-profile>",
      },
    ],
  },
  {
    code: "paging/odd-port",
    severity: "warning",
    title: "Odd port",
    docs: "Audio uses even ports; the next odd port is for its control messages. The phone does not listen on an odd port.",
    examples: [
      {
        bad: "<flat-profile><Group_Paging_Script>pggrp=224.168.168.168:34561;name=All;num=800;listen=yes</Group_Paging_Script></flat-profile>",
        good: "<flat-profile><Group_Paging_Script>pggrp=224.168.168.168:34560;name=All;num=800;listen=yes</Group_Paging_Script></flat-profile>",
      },
    ],
  },
  {
    code: "paging/bad-listen",
    severity: "warning",
    title: "`listen=` that is neither yes nor no",
    docs: "With `listen=yes` the phone plays the pages of the group, with `listen=no` it does not. Other values are not valid.",
    examples: [
      {
        bad: "<flat-profile><Group_Paging_Script>pggrp=224.168.168.168:34560;name=All;num=800;listen=maybe</Group_Paging_Script></flat-profile>",
        good: "<flat-profile><Group_Paging_Script>pggrp=224.168.168.168:34560;name=All;num=800;listen=yes</Group_Paging_Script></flat-profile>",
      },
    ],
  },
  {
    code: "paging/bad-priority",
    severity: "warning",
    title: "Priority outside 0 to 3",
    docs: "`pri=` must be 0 to 3; 0 interrupts a call. For anything else the phone uses its default.",
    examples: [
      {
        bad: "<flat-profile><Group_Paging_Script>pggrp=224.168.168.168:34560;name=All;num=800;listen=yes;pri=9</Group_Paging_Script></flat-profile>",
        good: "<flat-profile><Group_Paging_Script>pggrp=224.168.168.168:34560;name=All;num=800;listen=yes;pri=1</Group_Paging_Script></flat-profile>",
      },
    ],
  },
  {
    code: "paging/bad-codec",
    severity: "info",
    title: "Unknown codec",
    docs: "`codec=` must be G711a, G711u, G722 or G729. Phones with another codec play nothing.",
    examples: [
      {
        bad: "<flat-profile><Group_Paging_Script>pggrp=224.168.168.168:34560;name=All;num=800;listen=yes;codec=MP3</Group_Paging_Script></flat-profile>",
        good: "<flat-profile><Group_Paging_Script>pggrp=224.168.168.168:34560;name=All;num=800;listen=yes;codec=G722</Group_Paging_Script></flat-profile>",
      },
    ],
  },
  {
    code: "paging/unknown-key",
    severity: "info",
    title: "Unknown part of a paging script",
    docs: "A paging group consists of `pggrp=`, `name=`, `num=`, `listen=`, `pri=` and `codec=`, joined by `;`. The phone ignores other parts.",
    examples: [
      {
        bad: "<flat-profile><Group_Paging_Script>pggrp=224.168.168.168:34560;name=All;num=800;listen=yes;volume=9</Group_Paging_Script></flat-profile>",
        good: "<flat-profile><Group_Paging_Script>pggrp=224.168.168.168:34560;name=All;num=800;listen=yes</Group_Paging_Script></flat-profile>",
      },
    ],
  },
  {
    code: "dictionary/unknown-key",
    severity: "info",
    title: "Unknown part of a dictionary script",
    docs: "The script consists of `serv=` and, with a number after each, `d` (name), `x` (file) and `f` (font). The phone ignores other parts.",
    examples: [
      {
        bad: "<flat-profile><Dictionary_Server_Script>serv=http://h/;d1=Spanish;x1=es.xml;q1=2</Dictionary_Server_Script></flat-profile>",
        good: "<flat-profile><Dictionary_Server_Script>serv=http://h/;d1=Spanish;x1=es.xml</Dictionary_Server_Script></flat-profile>",
      },
    ],
  },
  {
    code: "dictionary/too-many",
    severity: "warning",
    title: "More than nine languages",
    docs: "Languages are numbered 1 to 9. The phone does not offer others.",
    examples: [
      {
        bad: "<flat-profile><Dictionary_Server_Script>serv=http://h/;d12=Spanish;x12=es.xml</Dictionary_Server_Script></flat-profile>",
        good: "<flat-profile><Dictionary_Server_Script>serv=http://h/;d1=Spanish;x1=es.xml</Dictionary_Server_Script></flat-profile>",
      },
    ],
  },
  {
    code: "dictionary/incomplete",
    severity: "warning",
    title: "Language without name or file",
    docs: "A language needs a name (`d1=`) and a file (`x1=`). Without one of them it cannot be chosen.",
    examples: [
      {
        bad: "<flat-profile><Dictionary_Server_Script>serv=http://h/;d1=Spanish</Dictionary_Server_Script></flat-profile>",
        good: "<flat-profile><Dictionary_Server_Script>serv=http://h/;d1=Spanish;x1=es.xml</Dictionary_Server_Script></flat-profile>",
      },
    ],
  },
  {
    code: "ldap/foreign-value",
    severity: "warning",
    title: "Another maker's spelling in an LDAP filter",
    docs: "In a filter `$VALUE` is the text that the user types. Phones of other makers use `%`, `%s` or `{0}`. These phones send such text literally, and the directory finds nothing.",
    examples: [
      {
        bad: "<flat-profile><LDAP_Last_Name_Filter>sn:(sn=%*)</LDAP_Last_Name_Filter></flat-profile>",
        good: "<flat-profile><LDAP_Last_Name_Filter>sn:(sn=$VALUE*)</LDAP_Last_Name_Filter></flat-profile>",
      },
    ],
  },
  {
    code: "ldap/constant-filter",
    severity: "warning",
    title: "LDAP filter without `$VALUE`",
    docs: "The filter does not contain the text that the user types, so each search finds the same entries. With a fixed beginning such as `sn:(sn=L*)`, as in a vendor guide, it is only information.",
    examples: [
      {
        bad: "<flat-profile><LDAP_Last_Name_Filter>sn:(sn=*)</LDAP_Last_Name_Filter></flat-profile>",
        good: "<flat-profile><LDAP_Last_Name_Filter>sn:(sn=$VALUE*)</LDAP_Last_Name_Filter></flat-profile>",
      },
    ],
  },
  {
    code: "ldap/nothing-dialed",
    severity: "warning",
    title: "LDAP attributes without a number to dial",
    docs: "`t=p` marks the attribute that the phone dials when the user chooses an entry. Without it the phone shows the entries but cannot dial them.",
    examples: [
      {
        bad: "<flat-profile><LDAP_Display_Attrs>a=cn,n=Name;a=telephoneNumber,n=Phone</LDAP_Display_Attrs></flat-profile>",
        good: "<flat-profile><LDAP_Display_Attrs>a=cn,n=Name;a=telephoneNumber,n=Phone,t=p</LDAP_Display_Attrs></flat-profile>",
      },
    ],
  },
  {
    code: "ldap/dials-name",
    severity: "warning",
    title: "Dialed LDAP attribute that is not a number",
    docs: "The phone dials the first attribute with `t=p`. A name, an address or a department is not a number, so the call fails.",
    examples: [
      {
        bad: "<flat-profile><LDAP_Display_Attrs>a=cn,n=Name,t=p;a=telephoneNumber,n=Phone</LDAP_Display_Attrs></flat-profile>",
        good: "<flat-profile><LDAP_Display_Attrs>a=cn,n=Name;a=telephoneNumber,n=Phone,t=p</LDAP_Display_Attrs></flat-profile>",
      },
    ],
  },
  {
    code: "ldap/unbalanced",
    severity: "warning",
    title: "LDAP filter with unmatched parentheses",
    docs: "The directory rejects a filter with unmatched parentheses, and every search is empty.",
    examples: [
      {
        bad: "<flat-profile><LDAP_Last_Name_Filter>(sn=$VALUE*</LDAP_Last_Name_Filter></flat-profile>",
        good: "<flat-profile><LDAP_Last_Name_Filter>(sn=$VALUE*)</LDAP_Last_Name_Filter></flat-profile>",
      },
    ],
  },
  {
    code: "ldap/no-dn",
    severity: "hint",
    title: "Text that is not a distinguished name",
    docs: "A distinguished name is a list of parts such as `dc=example`, joined by commas. Some directories also accept a plain user name.",
    examples: [
      {
        bad: "<flat-profile><LDAP_Search_Base>example.com</LDAP_Search_Base></flat-profile>",
        good: "<flat-profile><LDAP_Search_Base>dc=example,dc=com</LDAP_Search_Base></flat-profile>",
      },
    ],
  },
  {
    code: "ldap/unknown-key",
    severity: "info",
    title: "Unknown part of a display attribute",
    docs: "Each entry consists of `a=` (attribute), `n=` (label) and `t=p` for a number to dial. The phone ignores other parts.",
    examples: [
      {
        bad: "<flat-profile><LDAP_Display_Attrs>a=sn,q=1;</LDAP_Display_Attrs></flat-profile>",
        good: "<flat-profile><LDAP_Display_Attrs>a=sn,n=Name;</LDAP_Display_Attrs></flat-profile>",
      },
    ],
  },
  {
    code: "value/bad-address",
    severity: "info",
    title: "Invalid form of an address",
    docs: "The parameter needs an address in a special form, such as an address with a mask. The phone ignores anything else.",
    examples: [
      {
        bad: "<flat-profile><Auto_NetService_Private_IP_Ranges>everywhere</Auto_NetService_Private_IP_Ranges></flat-profile>",
        good: "<flat-profile><Auto_NetService_Private_IP_Ranges>192.0.2.1-192.0.2.9</Auto_NetService_Private_IP_Ranges></flat-profile>",
      },
    ],
  },
  {
    code: "value/bad-announcement",
    severity: "warning",
    title: "Invalid announcement code",
    docs: "The list contains entries `NAME=code`, joined by `;`. The phone skips invalid entries.",
    examples: [
      {
        bad: "<flat-profile><Service_Annc_Extension_Codes>FWD</Service_Annc_Extension_Codes></flat-profile>",
        good: "<flat-profile><Service_Annc_Extension_Codes>FWD=01</Service_Annc_Extension_Codes></flat-profile>",
      },
    ],
  },
  {
    code: "value/bad-cipher",
    severity: "warning",
    title: "Text that is not a cipher name",
    docs: "The list contains names of cipher suites, joined by colons. With an invalid name the phone may offer no cipher and fail to connect.",
    examples: [
      {
        bad: "<flat-profile><TLS_Cipher_List>AES{256}</TLS_Cipher_List></flat-profile>",
        good: "<flat-profile><TLS_Cipher_List>ECDHE-RSA-AES256-GCM-SHA384</TLS_Cipher_List></flat-profile>",
      },
    ],
  },
  {
    code: "value/bad-dhcp-option",
    severity: "warning",
    title: "Text that is not a DHCP option",
    docs: "The list contains numbers of DHCP options, joined by commas. The phone does not find its server through an invalid option.",
    examples: [
      {
        bad: "<flat-profile><DHCP_Option_To_Use>66,tftp</DHCP_Option_To_Use></flat-profile>",
        good: "<flat-profile><DHCP_Option_To_Use>66,160</DHCP_Option_To_Use></flat-profile>",
      },
    ],
  },
  {
    code: "value/bad-firewall-rule",
    severity: "info",
    title: "Invalid firewall setting",
    docs: "The setting contains keywords such as `NO_ICMP_PING`, some with values after a colon.",
    examples: [
      {
        bad: "<flat-profile><Firewall_Config>no ping!</Firewall_Config></flat-profile>",
        good: "<flat-profile><Firewall_Config>NO_ICMP_PING</Firewall_Config></flat-profile>",
      },
    ],
  },
  {
    code: "value/bad-host",
    severity: "warning",
    title: "Text that is not a host name",
    docs: "A host is a name or address, possibly with a port: `sip.example.com:5061`. The phone cannot reach anything else.",
    examples: [
      {
        bad: "<flat-profile><Proxy_1_>sip example com</Proxy_1_></flat-profile>",
        good: "<flat-profile><Proxy_1_>sip.example.com</Proxy_1_></flat-profile>",
      },
    ],
  },
  {
    code: "value/bad-number",
    severity: "warning",
    title: "Text that is not a number to dial",
    docs: "The parameter needs numbers that a person can dial, joined by commas.",
    examples: [
      {
        bad: "<flat-profile><Emergency_Number_1_>nine-one-one</Emergency_Number_1_></flat-profile>",
        good: "<flat-profile><Emergency_Number_1_>911,112</Emergency_Number_1_></flat-profile>",
      },
    ],
  },
  {
    code: "value/bad-star-code",
    severity: "warning",
    title: "Star code that cannot be dialed",
    docs: "A star code consists of `*`, `#` and digits. Users cannot dial anything else.",
    examples: [
      {
        bad: "<flat-profile><Call_Return_Code>*sixtynine</Call_Return_Code></flat-profile>",
        good: "<flat-profile><Call_Return_Code>*69</Call_Return_Code></flat-profile>",
      },
    ],
  },
  {
    code: "value/star-code-without-star",
    severity: "hint",
    title: "Star code without a star",
    docs: "The code does not start with `*` or `#`, so numbers that start with the same digits cannot be dialed.",
    examples: [
      {
        bad: "<flat-profile><Call_Return_Code>69</Call_Return_Code></flat-profile>",
        good: "<flat-profile><Call_Return_Code>*69</Call_Return_Code></flat-profile>",
      },
    ],
  },
  {
    code: "value/bad-template",
    severity: "warning",
    title: "Invalid template",
    docs: "A template is a list of patterns joined by commas, with `?` for one character and `*` for any number of them. An invalid template matches nothing.",
    examples: [
      {
        bad: "<flat-profile><Retry_Reg_RSC>4x4;</Retry_Reg_RSC></flat-profile>",
        good: "<flat-profile><Retry_Reg_RSC>404, 5*</Retry_Reg_RSC></flat-profile>",
      },
    ],
  },
  {
    code: "value/bad-url",
    severity: "warning",
    title: "Invalid URL",
    docs: "A URL starts with a supported scheme, a colon and two slashes. Otherwise the phone fetches nothing.",
    examples: [
      {
        bad: "<flat-profile><XML_Directory_Service_URL>http:/h/directory.xml</XML_Directory_Service_URL></flat-profile>",
        good: "<flat-profile><XML_Directory_Service_URL>http://h/directory.xml</XML_Directory_Service_URL></flat-profile>",
      },
    ],
  },
  {
    code: "value/bad-user-id",
    severity: "info",
    title: "User ID with a space",
    docs: "A user ID is part of a SIP address and cannot contain a space. The registrar rejects the user.",
    examples: [
      {
        bad: "<flat-profile><Monitor_User_ID_1_>john smith</Monitor_User_ID_1_></flat-profile>",
        good: "<flat-profile><Monitor_User_ID_1_>john.smith</Monitor_User_ID_1_></flat-profile>",
      },
    ],
  },
  {
    code: "value/boolean-spelling",
    severity: "hint",
    title: "Yes or No in another spelling",
    docs: "Phones write `Yes` and `No`. They accept other spellings, but files with the same spelling are easier to compare.",
    examples: [
      {
        bad: "<flat-profile><Resync_On_Reset>yes</Resync_On_Reset></flat-profile>",
        good: "<flat-profile><Resync_On_Reset>Yes</Resync_On_Reset></flat-profile>",
      },
    ],
  },
  {
    code: "value/not-boolean",
    severity: "warning",
    title: "Text that is neither Yes nor No",
    docs: "The parameter must be `Yes` or `No`. With anything else the phone keeps its old setting.",
    examples: [
      {
        bad: "<flat-profile><Resync_On_Reset>maybe</Resync_On_Reset></flat-profile>",
        good: "<flat-profile><Resync_On_Reset>Yes</Resync_On_Reset></flat-profile>",
      },
    ],
  },
  {
    code: "value/not-an-option",
    severity: "warning",
    title: "Text that is not one of the options",
    docs: "The parameter has a fixed list of options. With any other text the phone keeps its old value. On some firmware, upper and lower case matter.",
    examples: [
      {
        bad: "<flat-profile><Time_Zone>CET</Time_Zone></flat-profile>",
        good: "<flat-profile><Time_Zone>GMT+01:00</Time_Zone></flat-profile>",
      },
    ],
  },
  {
    code: "value/no-such-line",
    severity: "warning",
    title: "Line number that the phone does not have",
    docs: "The value is the number of the line that the key belongs to, or `Disabled`. The number of an extension, such as 1001, belongs in `User_ID_n_` of a line.",
    examples: [
      {
        bad: "<flat-profile><Extension_1_>1001</Extension_1_></flat-profile>",
        good: "<flat-profile><Extension_1_>1</Extension_1_><User_ID_1_>1001</User_ID_1_></flat-profile>",
      },
    ],
  },
  {
    code: "value/not-of-type",
    severity: "warning",
    title: "Value of the wrong type",
    docs: "The parameter needs a number, an address or another type, and the text is not valid for it. The phone ignores it or uses its default.",
    examples: [
      {
        bad: "<flat-profile><Resync_Random_Delay>soon</Resync_Random_Delay></flat-profile>",
        good: "<flat-profile><Resync_Random_Delay>2</Resync_Random_Delay></flat-profile>",
      },
    ],
  },
  {
    code: "value/out-of-range",
    severity: "warning",
    title: "Number outside its range",
    docs: "The number is smaller or larger than the phone accepts. The phone uses its default or the nearest limit.",
    examples: [
      {
        bad: "<flat-profile><Web_Server_Port>99999</Web_Server_Port></flat-profile>",
        good: "<flat-profile><Web_Server_Port>8080</Web_Server_Port></flat-profile>",
      },
    ],
  },
  {
    code: "value/over-length",
    severity: "warning",
    title: "Text too long",
    docs: "The value has more characters than the phone accepts. The phone cuts the rest off or ignores the value.",
    examples: [
      {
        bad: "<flat-profile><Call_Return_Code>*12345678</Call_Return_Code></flat-profile>",
        good: "<flat-profile><Call_Return_Code>*69</Call_Return_Code></flat-profile>",
      },
    ],
  },
  {
    code: "value/too-many-decimals",
    severity: "warning",
    title: "Too many decimals",
    docs: "The phone uses fewer decimals than the value has, so it uses a different number.",
    examples: [
      {
        bad: "<flat-profile><FXS_Port_Input_Gain>-3.12345</FXS_Port_Input_Gain></flat-profile>",
        good: "<flat-profile><FXS_Port_Input_Gain>-3</FXS_Port_Input_Gain></flat-profile>",
      },
    ],
  },
];
