// Loaded into the server of the soak: says how much it still needs after everything else was collected.
const { getHeapStatistics } = require("node:v8");

process.on("message", (message) => {
  if (message !== "live") return;
  globalThis.gc();
  const { used_heap_size, external_memory } = getHeapStatistics();
  process.send({ live: (used_heap_size + external_memory) / 2 ** 20 });
});
process.channel?.unref();
