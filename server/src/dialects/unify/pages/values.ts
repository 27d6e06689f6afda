import { type CodePage, withExamples } from "../../../checks/check";
import { badHost, badUrl, notAnOption, notOfType, outOfRange, overLength } from "../../../values/pages";
import { item, written } from "../message";

const example = (name: string, bad: string, good: string) => ({
  bad: written(item(name, bad)),
  good: written(item(name, good)),
});

/** Pages of the codes that the value types report. */
export const valuePages: readonly CodePage[] = [
  withExamples(badHost, example("reg-addr", "sip server", "sip.example.com")),
  withExamples(badUrl, example("file-https-base-url", "https:/h/a.img", "https://h/a.img")),
  withExamples(notAnOption, example("sip-transport-user", "7", "2")),
  withExamples(notOfType, example("line-registration-leds", "yes", "true")),
  withExamples(outOfRange, example("l3qos-voice", "64", "46")),
  withExamples(overLength, {
    bad: written(item("key-label-unicode", "Reception desk", 1)),
    good: written(item("key-label-unicode", "Reception", 1)),
  }),
  {
    code: "value/unit",
    severity: "warning",
    title: "Hours in place of minutes",
    docs: "`sntp-tz-offset` counts minutes from UTC, although documents of the first releases say hours. A value of a few minutes was meant as hours.",
    examples: [example("sntp-tz-offset", "1", "60")],
  },
];
