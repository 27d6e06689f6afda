// A reporter that ends the process with the first failure.
export default async function* firstFailure(source) {
  for await (const { type, data } of source) {
    if (type !== "test:fail") continue;
    yield `${data.name}\n`;
    process.exit(1);
  }
}
