// A reporter that ends the process with the first failure, and prints its name.
import { writeSync } from "node:fs";

export default async function* firstFailure(source) {
  for await (const { type, data } of source) {
    if (type !== "test:fail") continue;
    yield "";
    writeSync(1, `${data.name}\n`);
    process.exit(1);
  }
}
