import { type FileResult, isAtLeast, type ReportFormat } from "./report";

/** One test suite per file, one test case per problem; warnings and errors are failures. */
export const junit: ReportFormat<string> = {
  name: "junit",
  partOf: suite,
  make: ({ write }) => ({
    begin: () => write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="flat-profile">\n'),
    file: write,
    unreadable: (name, message) =>
      write(
        `  <testsuite name="${xml(name)}" tests="1" failures="0" errors="1">\n    <testcase name="readable" classname="${xml(name)}">\n      <error message="${xml(message)}"/>\n    </testcase>\n  </testsuite>\n`,
      ),
    end: () => write("</testsuites>\n"),
  }),
};

function suite({ name, problems, positionAt }: FileResult): string {
  const failures = problems.filter(({ severity }) => isAtLeast(severity, "warning")).length;
  const tests = Math.max(1, problems.length);
  const head = `  <testsuite name="${xml(name)}" tests="${tests}" failures="${failures}" errors="0">\n`;
  const cases = problems.map(({ code, severity, message, span }) => {
    const { line, character } = positionAt(span.start);
    const place = `${name}:${line + 1}:${character + 1}`;
    const body = isAtLeast(severity, "warning")
      ? `<failure type="${severity}" message="${xml(message)}">${xml(`${place}: ${message}`)}</failure>`
      : `<system-out>${xml(`${place}: ${severity}: ${message}`)}</system-out>`;
    return `    <testcase name="${xml(`${code} at ${line + 1}:${character + 1}`)}" classname="${xml(name)}">${body}</testcase>\n`;
  });
  if (cases.length === 0) cases.push(`    <testcase name="clean" classname="${xml(name)}"/>\n`);
  return `${head}${cases.join("")}  </testsuite>\n`;
}

/** As attribute or text; what XML cannot contain is left out. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/g, "\ufffd")
    .replace(/[&<>"\n\r\t]/g, (c) => `&#${c.charCodeAt(0)};`);
}
