import * as l10n from "@vscode/l10n";
import type { Check, DocumentCheckContext } from "../../../../checks/check";
import type { ProfileDocument } from "../../../../profile/profileDocument";
import { nearestAlone } from "../../../../text/nearest";
import type { Fix, Span } from "../../../../text/span";
import { jumpOf, type Program, programOf, type Step } from "../../flow/program";
import type { Condition, Jump } from "../../statement";

/** A jump and the place of its label; spans count from the segment of the step. */
interface Placed {
  readonly index: number;
  readonly step: Step;
  readonly name: string;
  readonly span: Span;
}

function* jumpsOf({ steps }: Program): Generator<Placed> {
  for (const [index, step] of steps.entries()) {
    const name = jumpOf(step.statement);
    if (name === undefined) continue;
    const { label } = step.statement as Jump | Condition;
    yield { index, step, name, span: label.span };
  }
}

const isTemplated = (name: string) => /[{}$<>%@]/.test(name);

export const labelMissing: Check = {
  code: "flow/label-missing",
  severity: "error",
  title: "Jump to a label that does not exist",
  docs: "A jump goes to the next line below it that is `# LABEL`: a `#`, one space and one word. Without such a line the phone ignores the rest of the file. A line with `##` is a comment.",
  examples: [
    { bad: "SET L2QVLAN 120\nGOTO NOWHERE\n", good: "SET L2QVLAN 120\nGOTO END\n# END\n" },
    {
      bad: "IF $GROUP SEQ 7 GOTO G7\nSET L2QVLAN 120\n## G7\nSET DSCPAUD 46\n",
      good: "IF $GROUP SEQ 7 GOTO G7\nSET L2QVLAN 120\n# G7\nSET DSCPAUD 46\n",
    },
  ],
  document(document, context) {
    const program = programOf(document);
    for (const { index, step, name, span } of jumpsOf(program)) {
      if (program.labels.has(name) || isTemplated(name)) continue;
      context.report(step.segment, {
        message: l10n.t("Label `{0}` does not exist. The phone ignores the rest of the file.", name),
        span,
        fixes: missingFixes(document, program, { index, step, name, span }),
      });
    }
  },
};

/** A comment that was meant as the label, a label with a similar name, or a new one at the end. */
function missingFixes(document: ProfileDocument, program: Program, { index, step, name, span }: Placed): Fix[] {
  const fixes: Fix[] = [];
  const below = step.base + step.statement.span.end;
  document.segments.forEach((segment, i) => {
    const base = document.starts[i] ?? 0;
    for (const comment of segment.comments) {
      if (base + comment.span.start < below || comment.text.trim().split(/\s/, 1)[0] !== name) continue;
      const line = segment.text.slice(comment.span.start, comment.span.end);
      const shape = /^#+[ \t]*\S+/.exec(line)?.[0] ?? "";
      if (fixes.length > 0 || !line.startsWith("#")) continue;
      const start = base + comment.span.start - step.base;
      const isWhole = line.trimEnd() === shape;
      fixes.push({
        title: l10n.t("Make the comment the label `# {0}`", name),
        edits: [{ span: { start, end: start + (isWhole ? shape.length : line.trimEnd().length) }, text: `# ${name}` }],
      });
    }
  });
  const others = [...program.labels].filter(([, places]) => places.some((at) => at > index)).map(([other]) => other);
  const near =
    others.find((other) => other.toUpperCase() === name.toUpperCase()) ??
    others.find((other) => other.endsWith(`_${name}`)) ??
    nearestAlone(name, others);
  if (near !== undefined) fixes.push({ title: l10n.t("Replace with `{0}`", near), edits: [{ span, text: near }] });
  fixes.push(newLabel(document, step, name));
  return fixes;
}

function newLabel(document: ProfileDocument, { base }: Step, name: string): Fix {
  const end = document.length - base;
  const last = document.segments.at(-1)?.text ?? "";
  const text = `${last === "" || /[\r\n]$/.test(last) ? "" : "\n"}# ${name}\n`;
  return {
    title: l10n.t("Add the label `# {0}` at the end", name),
    edits: [{ span: { start: end, end }, text }],
  };
}

export const labelAbove: Check = {
  code: "flow/label-above",
  severity: "error",
  title: "Jump to a label above",
  docs: "Phones look for a label only below the jump, so a script has no loops. When the label is above, the phone ignores the rest of the file. Move the label below the jump, or write the jump before it.",
  examples: [
    {
      bad: "# AGAIN\nSET L2QVLAN 120\nGOTO AGAIN\n",
      good: "GOTO AGAIN\nSET L2QVLAN 120\n# AGAIN\n",
    },
  ],
  document(document, { report }) {
    const program = programOf(document);
    for (const { index, step, name, span } of jumpsOf(program)) {
      const [first] = program.labels.get(name) ?? [];
      if (first === undefined || program.targetOf(index) !== undefined) continue;
      report(step.segment, {
        message: l10n.t("Label `{0}` is only above the jump. The phone ignores the rest of the file.", name),
        span,
        fixes: [newLabel(document, step, name)],
        related: [labelPlace(program.steps[first] as Step)],
      });
    }
  },
};

function labelPlace({ segment, statement }: Step) {
  return { segment, span: statement.span, message: l10n.t("The label is here") };
}

export const labelDuplicate: Check = {
  code: "flow/label-duplicate",
  severity: "warning",
  title: "Label that no jump can reach",
  docs: "A jump goes to the next label of its name below it. A second label of the same name is never the target of a jump above the first one, so the phone does not go there as it was perhaps meant.",
  examples: [
    {
      bad: "GOTO END\n# END\nSET L2QVLAN 120\n# END\nSET DSCPAUD 46\n",
      good: "GOTO END\n# END\nSET L2QVLAN 120\n# LAST\nSET DSCPAUD 46\n",
    },
  ],
  document(document, { report }) {
    const program = programOf(document);
    const targets = new Set([...jumpsOf(program)].map(({ index }) => program.targetOf(index)));
    for (const [name, [first, ...others]] of program.labels) {
      if (first === undefined || !targets.has(first)) continue;
      for (const other of others) {
        if (targets.has(other)) continue;
        const { segment, statement } = program.steps[other] as Step;
        report(segment, {
          message: l10n.t("Label `{0}` is in the file before. All jumps go to the first one.", name),
          span: statement.span,
          related: [labelPlace(program.steps[first] as Step)],
        });
      }
    }
  },
};

export const labelUnused: Check = {
  code: "flow/label-unused",
  severity: "hint",
  title: "Label without a jump",
  docs: "No `GOTO` or `IF` above leads to the label. The phone passes it like a comment, so it does no harm. Remove it, or make it a comment with `##`.",
  examples: [
    { bad: "SET L2QVLAN 120\n# VOICE\nSET DSCPAUD 46\n", good: "SET L2QVLAN 120\n## VOICE\nSET DSCPAUD 46\n" },
  ],
  document(document, { report }) {
    if (document.hasTemplate) return;
    const program = programOf(document);
    const targets = new Set([...jumpsOf(program)].map(({ name }) => name));
    for (const [name, [first]] of program.labels) {
      // Other words after `# ` are comments.
      if (first === undefined || targets.has(name) || !/^[A-Z][A-Z\d_]+$/.test(name)) continue;
      const { segment, statement } = program.steps[first] as Step;
      const { start } = statement.span;
      report(segment, {
        message: l10n.t("No jump leads to label `{0}`.", name),
        span: statement.span,
        unnecessary: true,
        fixes: [
          { title: l10n.t("Make it a comment with `##`"), edits: [{ span: { start, end: start + 1 }, text: "##" }] },
        ],
      });
    }
  },
};

/** Names of sections are written before the labels in them. */
const minSectionName = 4;

export const labelOtherSection: Check = {
  code: "flow/label-other-section",
  severity: "warning",
  title: "Jump out of its section",
  docs: "In files that were put together, the labels of a section begin with its name. A jump in a section goes to a label outside although the section has a label that ends the same. The phone goes on in the section of other phones.",
  examples: [
    {
      bad: "IF $SIG SEQ 2 GOTO SIP_SECTION\n# H323_SECTION_BACKUP\nIF $VPNACTIVE SEQ 1 GOTO PHONEAPP\nSET L2QVLAN 1\n# H323_SECTION_PHONEAPP\nGET 46xxsettings.txt\n# SIP_SECTION\n# PHONEAPP\nGET 46xxsettings.txt\n",
      good: "IF $SIG SEQ 2 GOTO SIP_SECTION\n# H323_SECTION_BACKUP\nIF $VPNACTIVE SEQ 1 GOTO H323_SECTION_PHONEAPP\nSET L2QVLAN 1\n# H323_SECTION_PHONEAPP\nGET 46xxsettings.txt\n# SIP_SECTION\n# PHONEAPP\nGET 46xxsettings.txt\n",
    },
  ],
  document: reportOtherSections,
};

function reportOtherSections(document: ProfileDocument, { report }: DocumentCheckContext): void {
  const program = programOf(document);
  let section: string | undefined;
  for (const [index, step] of program.steps.entries()) {
    const { statement } = step;
    if (statement.kind === "label") {
      section = sectionOf(statement.label.text, program);
      continue;
    }
    const name = jumpOf(statement);
    const target = program.targetOf(index);
    if (name === undefined || target === undefined || section === undefined || name.startsWith(section)) continue;
    const meant = `${section}${name}`;
    const inSection = program.labels.get(meant)?.find((at) => at > index);
    if (inSection === undefined || inSection > target) continue;
    const { label } = statement as Jump | Condition;
    report(step.segment, {
      message: l10n.t("The jump leaves the section `{0}`. Did you mean `{1}`?", section, meant),
      span: label.span,
      fixes: [{ title: l10n.t("Replace with `{0}`", meant), edits: [{ span: label.span, text: meant }] }],
      related: [labelPlace(program.steps[target] as Step)],
    });
  }
}

/** What a label has in common with another one before a `_`: the longest such beginning. */
function sectionOf(label: string, { labels }: Program): string | undefined {
  for (let at = label.lastIndexOf("_", label.length - 2); at >= minSectionName; at = label.lastIndexOf("_", at - 1)) {
    const start = label.slice(0, at + 1);
    for (const other of labels.keys()) if (other !== label && other.startsWith(start)) return start;
  }
  return undefined;
}
