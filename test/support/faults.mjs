// Loaded into a process by NODE_OPTIONS=--import: counts its calls to the file system and spoils one of them.
//   FAULT_AT     number of the call, from 1
//   FAULT        kill: the process dies before the call · half: it dies in the middle of what a write writes
//                otherwise an error code, with which the call fails
//   FAULT_USER   the id of the user that the process becomes at its first call
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const print = fs.writeSync;
const at = Number(process.env.FAULT_AT ?? 0);
const fault = process.env.FAULT ?? "";
let user = Number(process.env.FAULT_USER ?? 0);
let calls = 0;

function before(name, write) {
  if (new Error().stack?.includes("node:internal/modules")) return; // Node loads a module
  if (user !== 0) process.setuid(user);
  user = 0;
  if (++calls !== at) return;
  if (fault === "half" && write) write();
  if (fault === "half" || fault === "kill") process.kill(process.pid, "SIGKILL");
  throw Object.assign(new Error(`${fault}: injected, ${name}`), { code: fault, errno: -1, syscall: name });
}

function wrap(object, names) {
  for (const name of names) {
    const call = object[name];
    object[name] = async function (...args) {
      const [bytes] = args;
      const isWrite = name === "writeFile" || name === "write";
      before(name, isWrite && bytes?.length > 1 && (() => print(this.fd, bytes.subarray(0, bytes.length >> 1))));
      return call.apply(this, args);
    };
  }
}

process.on("exit", () => {
  if (at > calls) print(2, "the fault did not come\n");
});

function wrapNow(names) {
  for (const name of names) {
    const call = fs[name];
    const faulty = (...args) => {
      const [handle, bytes] = args;
      before(
        name,
        name === "writeSync" && bytes.length > 1 && (() => call(handle, bytes.subarray(0, bytes.length >> 1))),
      );
      return call(...args);
    };
    fs[name] = Object.assign(faulty, call);
  }
}

const handle = await fs.promises.open(import.meta.filename);
const methods = Object.getPrototypeOf(handle);
await handle.close();
wrap(methods, ["writeFile", "write", "read", "stat", "sync", "datasync", "chown", "close"]);
wrap(fs.promises, [
  ...["access", "chmod", "link", "lstat", "mkdir", "open", "readFile", "readdir", "realpath", "rename", "rm", "stat"],
  ...["unlink", "writeFile"],
]);
wrapNow(["accessSync", "chmodSync", "closeSync", "lstatSync", "openSync", "readFileSync", "renameSync", "statSync"]);
wrapNow(["unlinkSync", "writeSync", "fchownSync", "fstatSync", "linkSync", "readdirSync", "readSync", "realpathSync"]);
syncBuiltinESMExports();
