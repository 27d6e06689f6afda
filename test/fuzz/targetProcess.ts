import { runLoop } from "./targetLoop";
import { targets } from "./targets";

await runLoop(targets, JSON.parse(process.argv[2] ?? ""));
