/** A catalogue of schemas/ as one string; the bundler makes it. */
declare module "packed:*" {
  const packed: string;
  export default packed;
}

/** The small part of every dialect; the bundler makes it. */
declare module "dialect-files" {
  const dialects: readonly { readonly files: import("./dialects/dialectFiles").DialectFiles }[];
  export default dialects;
}
