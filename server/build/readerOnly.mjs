/**
 * An esbuild plugin: the package that reads JSON with comments also writes it, for which it makes 1,220 texts of blanks when
 * it is loaded, a quarter of a megabyte. Its modules do nothing else, so that those that are not used can be left out.
 */
export const readerOnly = {
  name: "reader-only",
  setup(build) {
    build.onResolve({ filter: /^(?:jsonc-parser$|\.)/ }, async ({ path, importer, kind, resolveDir, pluginData }) => {
      const isOfPackage = path === "jsonc-parser" || /[\\/]jsonc-parser[\\/]/.test(importer);
      if (!isOfPackage || pluginData === readerOnly) return undefined;
      const found = await build.resolve(path, { importer, kind, resolveDir, pluginData: readerOnly });
      return { ...found, sideEffects: false };
    });
  },
};
