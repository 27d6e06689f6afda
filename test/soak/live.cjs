// Loaded into the server of the soak: says how much it still needs after everything else was collected.
const { getHeapStatistics } = require("node:v8");

/** V8 keeps old code and shapes of objects for some collections; when it needs memory, it collects so often at most. */
const maxCollections = 7;

process.on("message", async (message) => {
  if (message !== "live") return;
  let live = Number.POSITIVE_INFINITY;
  for (let i = 0; i < maxCollections; i++) {
    // What a weak reference has given in a task lives until the end of the task.
    await new Promise((resolve) => setImmediate(resolve));
    globalThis.gc();
    const { used_heap_size, external_memory } = getHeapStatistics();
    const now = used_heap_size + external_memory;
    if (now > live * 0.999) break;
    live = now;
  }
  process.send({ live: live / 2 ** 20 });
});
process.channel?.unref();
