/** `url` with the last part of its path replaced by `file`. */
export function beside(url: string | undefined, file: string): string {
  const base = /^[^?#]*\//.exec(url ?? "")?.[0];
  const name = file.replaceAll(" ", "%20");
  return base === undefined || /^[a-z]+:\/\/$/i.test(base) ? `https://prov.example.com/${name}` : base + name;
}
