// Lets code import a packed catalogue as one string: import packed from "packed:cisco-flat-profile".
import { packCatalogue } from "./schemas.mjs";

export const schemaText = {
  name: "packed-catalogue",
  setup(build) {
    build.onResolve({ filter: /^packed:/ }, (args) => ({
      path: args.path.slice("packed:".length),
      namespace: "packed",
    }));
    build.onLoad({ filter: /.*/, namespace: "packed" }, (args) => ({
      contents: packCatalogue(args.path),
      loader: "text",
    }));
  },
};
