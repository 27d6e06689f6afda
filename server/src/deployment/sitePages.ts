import type { PageText } from "../text/codePage";

/** What is wrong with a site rather than with one of its files. */
export const sitePages: readonly PageText[] = [
  {
    code: "site/unmapped",
    severity: "warning",
    title: "URL that the site map does not have",
    docs: 'A rule of the device leads to this URL, and no entry of `site` in `flat-profile.config.json` and no `--map` begins like it. What the server answers is not known, so the result is undecided. Add an entry to `urls`: a `folder` or `file` with what the server gives, an `answer` such as 404, or `"answer": "skip"` for a server that is not yours.',
  },
  {
    code: "site/escapes",
    severity: "error",
    title: "File outside the folder of the site",
    docs: "The URL or a link leads to a file outside the folder that answers for it, or a placeholder contains `/` or `..`. The file is not read, and the answer counts as 403, as a careful server gives it. Use a name inside the folder. A folder elsewhere can be named with `--map`.",
  },
  {
    code: "site/case",
    severity: "warning",
    title: "File name in other upper and lower case",
    docs: "The device asks for a name that differs from the name of the file in upper and lower case only. It may work on this computer. A server that distinguishes them answers 404, and so does Flat Profile. Rename the file, or change the rule.",
  },
  {
    code: "site/load-missing",
    severity: "error",
    title: "Firmware that the site does not have",
    docs: "The upgrade rule of the device leads to a firmware file below a mapped URL, and no such file is there. The device keeps its firmware and tries again later. Add the file, or correct the rule. Only the existence of the file matters: its content is never read.",
  },
  {
    code: "site/never-wins",
    severity: "info",
    title: "Setting that every device gets from another file",
    docs: "Several devices read this file, and on each of them a file that comes later sets the same setting, always to one value. The setting here has no effect on any device of the list. Remove it, or the settings that replace it. `flat-profile resolve` lists these settings for a list of devices.",
  },
  {
    code: "site/render",
    severity: "error",
    title: "Renderer that does not print a file",
    docs: "A command of the site map cannot be started, ends with an error, takes more than ten seconds, or prints more than 8 MiB. The answer counts as 500. Run the command by hand: it gets `device`, `url` and `revision` as JSON on standard input and prints the file.",
  },
];
