/**
 * An esbuild plugin: the package that walks through folders looks for another one, beside the bundle and in every folder above,
 * each time it is loaded. All that we use is in the bundle.
 */
export const ownPackages = {
  name: "own-packages",
  setup(build) {
    const namespace = "own-packages";
    build.onResolve({ filter: /^(?:node:)?module$/ }, ({ importer, path }) =>
      /[\\/]fdir[\\/]/.test(importer) ? { path, namespace } : undefined,
    );
    build.onLoad({ filter: /./, namespace }, () => ({
      contents: `export const createRequire = () => ({ resolve: () => { throw new Error("not in the bundle"); } });`,
    }));
  },
};
