declare module "mustache" {
  type Token = readonly [kind: string, value: string, start: number, end: number, ...rest: unknown[]];
  class Context {
    constructor(view: unknown, parent?: Context);
    readonly view: unknown;
    readonly parent: Context | undefined;
    push(view: unknown): Context;
    lookup(name: string): unknown;
  }
  class Writer {
    parse(template: string): readonly Token[];
    renderTokens(tokens: readonly Token[], context: Context, ...rest: unknown[]): string;
    escapedValue(token: Token, context: Context): string | undefined;
    unescapedValue(token: Token, context: Context): unknown;
    rawValue(token: Token): string;
  }
  const mustache: { readonly Context: typeof Context; readonly Writer: typeof Writer };
  export default mustache;
}
