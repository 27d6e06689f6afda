import type { CodePage } from "../../../checks/check";

/** Pages of what scripts of lamps, paging groups and dictionaries report. */
export const smallScriptPages: readonly CodePage[] = [
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
    code: "led/unknown-key",
    severity: "info",
    title: "Unknown part of an LED pattern",
    docs: "A pattern consists of `c=` (color) and `p=` (pattern). The phone ignores other parts.",
    examples: [
      {
        bad: "<flat-profile><ACD_Available_LED>c=g;x=1</ACD_Available_LED></flat-profile>",
        good: "<flat-profile><ACD_Available_LED>c=g;p=n</ACD_Available_LED></flat-profile>",
      },
    ],
  },
  {
    code: "led/unknown-value",
    severity: "warning",
    title: "Unknown color",
    docs: "Colors are `r` (red), `g` (green), `a` (amber) and `o` (off). For anything else the phone uses its default.",
    examples: [
      {
        bad: "<flat-profile><ACD_Available_LED>c=purple</ACD_Available_LED></flat-profile>",
        good: "<flat-profile><ACD_Available_LED>c=g</ACD_Available_LED></flat-profile>",
      },
    ],
  },
];
