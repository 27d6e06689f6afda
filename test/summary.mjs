// A reporter for node --test that reports failures and counts, and nothing of what passed.
export default async function* summary(source) {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  const milliseconds = new Map();
  for await (const { type, data } of source) {
    if (type === "test:stdout" || type === "test:stderr") yield data.message;
    if (type !== "test:pass" && type !== "test:fail") continue;
    if (data.nesting === 0)
      milliseconds.set(data.file, (milliseconds.get(data.file) ?? 0) + (data.details?.duration_ms ?? 0));
    if (data.details?.type === "suite") continue;
    if (data.skip !== undefined) {
      skipped++;
      yield `skipped: ${data.name}${data.skip === true ? "" : ` (${data.skip})`}\n`;
    } else if (type === "test:pass") passed++;
    else {
      failed++;
      const error = data.details.error?.cause ?? data.details.error;
      const stack = String(error?.stack ?? error).replace(/\n +at .*node:.*/g, "");
      yield `FAILED: ${data.name} (${data.file}:${data.line})\n${stack.replace(/^/gm, "    ")}\n`;
    }
  }
  if (process.env.TEST_TIMES)
    for (const [file, time] of [...milliseconds].sort((a, b) => b[1] - a[1]))
      yield `${(time / 1000).toFixed(1).padStart(7)} s  ${file}\n`;
  yield `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`;
}
