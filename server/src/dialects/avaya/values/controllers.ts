import * as l10n from "@vscode/l10n";
import type { EffectiveParameter } from "../../../schema/model";
import { nearest } from "../../../text/nearest";
import type { Problem } from "../../../text/span";
import type { Suggestion, ValueToken, ValueType } from "../../../values/valueType";
import { checkHost } from "./hosts";
import { overLength, type Part, partsOf, replaceWith, severityBy } from "./problems";

// list = server *("," server) ; server = host [":" port] *(";" parameter) ; parameter = "transport=" word ; no spaces

const transports = ["tls", "tcp", "udp", "auto"];

export interface Server {
  readonly host: Part;
  readonly parameters: readonly (Part & { readonly key: string; readonly value: Part })[];
}

/** SIP servers with ports and transports. */
export const sipControllerList: ValueType = {
  id: "SipControllerList",
  check(text, at) {
    const problems: Problem[] = [...overLength(text, at)];
    for (const { host, parameters } of serversOf(text)) {
      if (host.text !== "") problems.push(...checkHost(host, at));
      for (const parameter of parameters) problems.push(...checkParameter(parameter, at));
    }
    return problems.sort((a, b) => a.span.start - b.span.start);
  },
  describe(text) {
    return serversOf(text)
      .filter(({ host }) => host.text !== "")
      .map(({ host, parameters }, i) => {
        const transport = parameters.find(({ key }) => key === "transport")?.value.text.toLowerCase() ?? "tls";
        const [, name = host.text, port] = /^(\[[^\]]*\]|[^:]*):(\d+)$/.exec(host.text) ?? [];
        const usual = transport === "tls" ? "5061" : "5060";
        return l10n.t("{0}. {1}, port {2}, {3}", i + 1, name, port ?? usual, transport.toUpperCase());
      })
      .join("\n\n");
  },
  complete(text, offset) {
    const before = text.slice(0, offset);
    const typed = /;transport=(\w*)$/i.exec(before)?.[1];
    if (typed !== undefined) {
      const end = offset + (/^\w*/.exec(text.slice(offset))?.[0].length ?? 0);
      const replace = { start: offset - typed.length, end };
      return transports.map((label): Suggestion => ({ label, kind: "keyword", replace }));
    }
    const field = /;(\w*)$/.exec(before)?.[1];
    const start = field === undefined ? offset : offset - field.length - 1;
    if (field === undefined && !/[\w\].]$/.test(before)) return [];
    return transports.map(
      (word): Suggestion => ({ label: `;transport=${word}`, kind: "keyword", replace: { start, end: offset } }),
    );
  },
  tokens(text) {
    return serversOf(text).flatMap(({ host, parameters }): ValueToken[] => [
      ...(host.text === "" ? [] : [{ span: host.span, kind: "string" as const }]),
      ...parameters.flatMap(({ key, span, value }): ValueToken[] =>
        key === "" || value.text === ""
          ? []
          : [
              { span: { start: span.start, end: span.start + key.length }, kind: "parameter" },
              { span: value.span, kind: "keyword" },
            ],
      ),
    ]);
  },
};

export function serversOf(text: string): Server[] {
  return partsOf(text, ",").map((server) => {
    const [host = server, ...rest] = partsOf(server.text, ";", server.span.start);
    return {
      host,
      parameters: rest.map((part) => {
        const sign = part.text.indexOf("=");
        const key = (sign < 0 ? part.text : part.text.slice(0, sign)).toLowerCase();
        const start = part.span.start + (sign < 0 ? part.text.length : sign + 1);
        return {
          ...part,
          key,
          value: { text: sign < 0 ? "" : part.text.slice(sign + 1), span: { ...part.span, start } },
        };
      }),
    };
  });
}

function checkParameter({ key, text, span, value }: Server["parameters"][number], at: EffectiveParameter): Problem[] {
  const severity = severityBy(at.parameter.typeBasis);
  if (key !== "transport") {
    if (text === "") return [];
    const message = l10n.t("Unknown part `{0}`. A server has a host, a port and `;transport=`.", text);
    const near = nearest(key, ["transport"]);
    const name = { start: span.start, end: span.start + key.length };
    return [
      { code: "sip-server/unknown-part", severity, message, span, ...(near !== undefined && replaceWith(name, near)) },
    ];
  }
  if (transports.includes(value.text.toLowerCase()) || value.text.includes("$")) return [];
  const near = nearest(value.text, transports);
  return [
    {
      code: "sip-server/unknown-transport",
      severity,
      message:
        near === undefined
          ? l10n.t("Unknown transport `{0}`. Use {1}.", value.text, transports.join(", "))
          : l10n.t("Unknown transport `{0}`. Did you mean `{1}`?", value.text, near),
      span: value.text === "" ? span : value.span,
      ...(near !== undefined && replaceWith(value.span, near)),
    },
  ];
}
