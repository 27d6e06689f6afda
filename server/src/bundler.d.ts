/** A catalogue of schemas/ as one string; the bundler of tests makes it. */
declare module "packed:*" {
  const packed: string;
  export default packed;
}

/** Every catalogue by its id, as strings; the bundler of tests makes it. */
declare module "packed-catalogues" {
  const packedCatalogue: (id: string) => string;
  export default packedCatalogue;
}

/** The small part of every dialect; the bundler makes it. */
declare module "dialect-files" {
  const dialects: readonly { readonly files: import("./dialects/dialectFiles").DialectFiles }[];
  export default dialects;
}
