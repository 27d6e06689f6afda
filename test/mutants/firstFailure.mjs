// A reporter that ends the process with the first failure, and prints how many tests passed before it, and its name.
import { writeSync } from "node:fs";

export default async function* firstFailure(source) {
  let passed = 0;
  for await (const { type, data } of source) {
    if (type === "test:pass" && data.nesting === 0) passed++;
    if (type !== "test:fail") continue;
    yield "";
    writeSync(1, `${passed} ${data.name}\n`);
    process.exit(1);
  }
}
