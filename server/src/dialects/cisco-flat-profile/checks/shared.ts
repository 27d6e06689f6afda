import { byteOrderMark as byteOrderMarkCheck } from "../../../checks/byteOrderMark";
import { withExamples } from "../../../checks/check";
import { duplicateParameter as duplicateParameterCheck } from "../../../checks/duplicateParameter";
import { mostlyUnknown as mostlyUnknownCheck } from "../../../checks/mostlyUnknown";
import { nonAscii as nonAsciiCheck } from "../../../checks/nonAscii";
import { notOnDevice as notOnDeviceCheck } from "../../../checks/notOnDevice";
import { notUtf8 as notUtf8Check } from "../../../checks/notUtf8";
import { otherSpelling as otherSpellingCheck } from "../../../checks/otherSpelling";
import { tooLong as tooLongCheck } from "../../../checks/tooLong";
import { typography as typographyCheck } from "../../../checks/typography";
import { unknownParameter as unknownParameterCheck } from "../../../checks/unknownParameter";
import { wrongCase as wrongCaseCheck } from "../../../checks/wrongCase";

// The checks that do not depend on a vendor, with examples of this format.

export const unknownParameter = withExamples(
  unknownParameterCheck,
  {
    bad: "<flat-profile><Profile_Rul>/a.xml</Profile_Rul></flat-profile>",
    good: "<flat-profile><Profile_Rule>/a.xml</Profile_Rule></flat-profile>",
  },
  {
    bad: "<flat-profile><SIP_Transport>TLS</SIP_Transport></flat-profile>",
    good: "<flat-profile><SIP_Transport_1_>TLS</SIP_Transport_1_></flat-profile>",
  },
);

export const mostlyUnknown = withExamples(mostlyUnknownCheck, {
  bad: "<flat-profile>\n<Account_Server_Host>a</Account_Server_Host>\n<Account_Server_Login>b</Account_Server_Login>\n</flat-profile>",
  good: "<flat-profile>\n<Proxy_1_>a</Proxy_1_>\n<User_ID_1_>b</User_ID_1_>\n</flat-profile>",
});

export const wrongCase = withExamples(wrongCaseCheck, {
  bad: "<flat-profile><profile_rule>/a.xml</profile_rule></flat-profile>",
  good: "<flat-profile><Profile_Rule>/a.xml</Profile_Rule></flat-profile>",
});

export const duplicateParameter = withExamples(duplicateParameterCheck, {
  bad: "<flat-profile><GPP_A>1</GPP_A><GPP_A>2</GPP_A></flat-profile>",
  good: "<flat-profile><GPP_A>1</GPP_A><GPP_B>2</GPP_B></flat-profile>",
});

export const notOnDevice = withExamples(notOnDeviceCheck, {
  bad: "<flat-profile><!-- flat-profile-device family=spa5xx --><Display_Brightness>5</Display_Brightness></flat-profile>",
  good: "<flat-profile><!-- flat-profile-device family=mpp88xx --><Display_Brightness>5</Display_Brightness></flat-profile>",
});

export const otherSpelling = withExamples(otherSpellingCheck, {
  bad: "<flat-profile><!-- flat-profile-device family=mpp88xx -->\n<Unit_1_Key_2>fnc=sd;ext=201@$PROXY</Unit_1_Key_2>\n</flat-profile>",
  good: "<flat-profile><!-- flat-profile-device family=mpp88xx -->\n<Unit_1_Key_2_>fnc=sd;ext=201@$PROXY</Unit_1_Key_2_>\n</flat-profile>",
});

export const typography = withExamples(typographyCheck, {
  bad: "<flat-profile><Profile_Rule>(\u201c$A\u201d eq \u201cx\u201d)? http://h/a</Profile_Rule></flat-profile>",
  good: '<flat-profile><Profile_Rule>("$A" eq "x")? http://h/a</Profile_Rule></flat-profile>',
});

export const nonAscii = withExamples(
  nonAsciiCheck,
  {
    bad: "<flat-profile><Profile_Rule>http://h/caf\u00e9.xml</Profile_Rule></flat-profile>",
    good: "<flat-profile><Profile_Rule>http://h/caf%C3%A9.xml</Profile_Rule></flat-profile>",
  },
  {
    bad: "<flat-profile><!-- flat-profile-device family=spa5xx --><Station_Name>Caf\u00e9</Station_Name></flat-profile>",
    good: "<flat-profile><!-- flat-profile-device family=mpp88xx --><Station_Name>Caf\u00e9</Station_Name></flat-profile>",
  },
);

export const tooLong = withExamples(tooLongCheck, {
  bad: `<flat-profile><GPP_A>${"x".repeat(2100)}</GPP_A></flat-profile>`,
  good: `<flat-profile><GPP_A>${"x".repeat(1900)}</GPP_A></flat-profile>`,
});

export const notUtf8 = withExamples(
  notUtf8Check,
  {
    bad: "<flat-profile><Station_Name>Caf\ufffd</Station_Name></flat-profile>",
    good: "<flat-profile><Station_Name>Cafe</Station_Name></flat-profile>",
  },
  {
    bad: '<?xml version="1.0" encoding="UTF-16"?>\n<flat-profile><Station_Name>Cafe</Station_Name></flat-profile>',
    good: '<?xml version="1.0" encoding="UTF-8"?>\n<flat-profile><Station_Name>Cafe</Station_Name></flat-profile>',
  },
  {
    bad: '<?xml version="1.0" encoding="ISO-8859-1"?>\n<flat-profile><Station_Name>Caf\u00e9</Station_Name></flat-profile>',
    good: '<?xml version="1.0" encoding="ISO-8859-1"?>\n<flat-profile><Station_Name>Cafe</Station_Name></flat-profile>',
  },
);

export const byteOrderMark = withExamples(byteOrderMarkCheck, {
  bad: "\ufeff<flat-profile><GPP_A>1</GPP_A></flat-profile>",
  good: "<flat-profile><GPP_A>1</GPP_A></flat-profile>",
});
