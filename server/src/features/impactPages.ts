import type { PageText } from "../text/codePage";

/** What the comparison with earlier files reports. */
export const impactPages: readonly PageText[] = [
  {
    code: "site/left-behind",
    severity: "info",
    title: "Deleted setting that phones keep",
    docs: "A line of the last commit is not in the file any more, and the phone that the site is compared for keeps its value: a setting that no file mentions stays as it is. A new phone has another value. Write the setting with an empty value to take it back to the factory value on every phone, or ignore this where phones may keep it. A site with a list of phones has this in *Impact of My Changes* and in `flat-profile plan`.",
  },
];
