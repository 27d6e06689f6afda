import { builtinModules, createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** What a start needs of Node is loaded with it; each of these takes a millisecond or more. */
const late = ["child_process", "crypto", "fs/promises", "os", "timers/promises"];

/** An esbuild plugin: modules of Node that few runs need are loaded when the first function of theirs is called. */
export const lazyBuiltins = {
  name: "lazy-builtins",
  setup(build) {
    const filter = new RegExp(`^(?:node:)?(?:${late.join("|")})$`);
    if (!late.every((name) => builtinModules.includes(name))) throw new Error("not all are modules of Node");
    build.onResolve({ filter, namespace: "file" }, ({ path }) => ({
      path: path.replace(/^node:/, ""),
      namespace: "lazy-builtins",
    }));
    build.onResolve({ filter: /./, namespace: "lazy-builtins" }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: /./, namespace: "lazy-builtins" }, ({ path }) => {
      const names = Object.keys(require(path)).join(" ");
      return {
        contents: `let loaded;
          const load = () => loaded ??= require("node:${path}");
          for (const name of ${JSON.stringify(names)}.split(" "))
            Object.defineProperty(exports, name, { enumerable: true, get: () => load()[name] });`,
        loader: "js",
      };
    });
  },
};
