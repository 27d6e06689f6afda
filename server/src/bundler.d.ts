/** A catalogue of schemas/ as one string; the bundler of tests makes it. */
declare module "packed:*" {
  const packed: string;
  export default packed;
}

/** Reads the catalogues by the names of their files beside the code; the bundler of tests makes it. */
declare module "packed-catalogues" {
  const packedFile: (name: string) => string | undefined;
  export default packedFile;
}

/** The small part of every dialect; the bundler makes it. */
declare module "dialect-files" {
  const dialects: readonly { readonly files: import("./dialects/dialectFiles").DialectFiles }[];
  export default dialects;
}
