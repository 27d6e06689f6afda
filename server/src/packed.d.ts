/** A catalogue of schemas/ as one string; the bundler makes it. */
declare module "packed:*" {
  const packed: string;
  export default packed;
}
