import {
  type FoldingRange,
  FoldingRangeKind,
  type FoldingRangeParams,
  type FoldingRangeRegistrationOptions,
  FoldingRangeRequest,
} from "vscode-languageserver-protocol";
import { shift } from "../text/span";
import type { Feature } from "./feature";
import { LineCursor } from "./lineCursor";
import { type OutlineNode, outlineOf } from "./outline";

/** Profiles, sections, groups of the web interface, long values and long comments. */
export const folding: Feature<
  FoldingRangeParams,
  FoldingRange[] | null,
  FoldingRange[],
  FoldingRangeRegistrationOptions
> = {
  request: FoldingRangeRequest.type,
  capability: { foldingRangeProvider: true },
  empty: null,
  run({ snapshot, lines }) {
    const ranges: FoldingRange[] = [];
    const cursor = new LineCursor(lines);
    const add = (start: number, end: number, kind?: FoldingRangeKind, keepLast = false) => {
      const startLine = cursor.positionAt(start).line;
      // The line of an end tag stays in sight.
      const endLine = cursor.positionAt(end).line - (keepLast ? 1 : 0);
      if (endLine > startLine) ranges.push({ startLine, endLine, ...(kind && { kind }) });
    };
    const visit = (node: OutlineNode) => {
      if (node.kind === "setting") {
        const { parts } = node.setting;
        add(node.base + parts.start, node.base + parts.end, undefined, parts.endNameStart >= 0);
        return;
      }
      add(node.span.start, node.span.end, undefined, node.kind === "container");
      for (const child of node.children) visit(child);
    };
    for (const node of outlineOf(snapshot)) visit(node);
    const { document } = snapshot;
    document.segments.forEach((segment, i) => {
      for (const comment of segment.comments) {
        const { start, end } = shift(comment.span, document.starts[i] ?? 0);
        add(start, end, FoldingRangeKind.Comment);
      }
    });
    return ranges.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
  },
};
