/** What both parts of the server use is in the first one only, which hands it on. */
export const shared = ["vscode-languageserver", "vscode-languageserver-protocol"];

/** An esbuild plugin for the second part. */
export const sharedLibraries = {
  name: "shared-libraries",
  setup(build) {
    const filter = new RegExp(`^(?:${shared.join("|")})$`);
    build.onResolve({ filter }, ({ path }) => ({ path, namespace: "shared-libraries" }));
    build.onLoad({ filter: /./, namespace: "shared-libraries" }, ({ path }) => ({
      contents: `module.exports = globalThis.flatProfile.libraries[${JSON.stringify(path)}];`,
    }));
  },
};
