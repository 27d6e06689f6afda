// The engines and YAML, which are large: they are read when the first template with data is seen. In the extension they are
// a file of their own (`server/build/bundles.mjs`).

export { mapped, mappedByLines } from "./marks";
export { markedTemplate, Template } from "./template";
export { readYaml } from "./yaml";
