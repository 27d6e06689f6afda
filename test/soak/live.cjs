// Loaded into the server of the soak: says how much it still needs after everything else was collected.
const { getHeapStatistics } = require("node:v8");

process.on("message", async (message) => {
  if (message !== "live") return;
  globalThis.gc();
  // Buffers outside the heap go after the collection that finds them unused, and a third one frees nothing.
  await new Promise((resolve) => setImmediate(resolve));
  globalThis.gc();
  const { used_heap_size, external_memory } = getHeapStatistics();
  process.send({ live: (used_heap_size + external_memory) / 2 ** 20 });
});
process.channel?.unref();
