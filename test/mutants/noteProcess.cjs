// In every process that a test starts while it is noted what is reached: the command line notes its part when it ends.
const { writeFileSync } = require("node:fs");
const path = require("node:path");
const { threadId } = require("node:worker_threads");

/** The numbers of the changes that this process reached. */
exports.idsReached = () => {
  const marks = globalThis.mutantsReached;
  const ids = [];
  for (let id = marks?.indexOf(1) ?? -1; id >= 0; id = marks.indexOf(1, id + 1)) ids.push(id);
  return ids;
};

const { MUTANTS_NOTES: notes, MUTANTS_TEST: at } = process.env;
if (notes && at !== undefined)
  process.on("exit", () => {
    if (!globalThis.mutantsReached) return;
    const { user, system } = process.cpuUsage();
    const name = `${process.pid}-${threadId}-${Date.now()}.json`;
    writeFileSync(
      path.join(notes, at, name),
      JSON.stringify({ seconds: (user + system) / 1e6, ids: exports.idsReached() }),
    );
  });
