/** What both main parts of the server use is in the first one only, which hands it on. */
export const shared = ["vscode-languageserver", "vscode-languageserver-protocol"];

/** An esbuild plugin for a part that gets these libraries from one before it. */
export const sharedLibraries = (names) => ({
  name: "shared-libraries",
  setup(build) {
    const filter = new RegExp(`^(?:${names.join("|")})$`);
    build.onResolve({ filter }, ({ path }) => ({ path, namespace: "shared-libraries" }));
    build.onLoad({ filter: /./, namespace: "shared-libraries" }, ({ path }) => ({
      contents: `module.exports = globalThis.flatProfile.libraries[${JSON.stringify(path)}];`,
    }));
  },
});
