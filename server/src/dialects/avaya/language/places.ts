import * as l10n from "@vscode/l10n";
import type { NamedPlace, NamedPlaces, PlaceSource } from "../../../profile/namedPlace";
import type { Segment } from "../../../profile/setting";
import { codeSpan } from "../../../text/markdown";
import { modelsReaching } from "../flow/models";
import { programOf } from "../flow/program";
import { isOfAny, type Variable, variableOf } from "../flow/variables";
import { statementsOf } from "../read";
import { secrets } from "../secrets";
import type { Statement, Word } from "../statement";

const known = new WeakMap<Segment, readonly NamedPlace[]>();

function placesOf(statement: Statement): readonly NamedPlace[] {
  const place = (kind: NamedPlace["kind"], { text, span }: Word, isDefinition = false): NamedPlace => ({
    ...{ kind, name: text, span, isDefinition },
  });
  switch (statement.kind) {
    case "label":
      return [place("label", statement.label, true)];
    case "goto":
      return [place("label", statement.label)];
    case "get":
      return [place("file", statement.file)];
    case "if": {
      const operands = [statement.left, statement.right].filter(({ variable }) => variable !== undefined);
      const named = operands.map((each) => ({ ...place("variable", each), name: (each.variable ?? "").toUpperCase() }));
      return [...named, place("label", statement.label)];
    }
    default:
      return [];
  }
}

export const places: NamedPlaces = {
  inSegment(segment) {
    let found = known.get(segment);
    if (!found) {
      found = statementsOf(segment).flatMap(placesOf);
      known.set(segment, found);
    }
    return found;
  },
  definitionOf(document, segment, { kind, span, isDefinition }) {
    if (kind !== "label") return undefined;
    if (isDefinition) return { segment, span };
    const program = programOf(document);
    const index = program.steps.findIndex(
      (step) =>
        step.segment === segment && step.statement.span.start <= span.start && step.statement.span.end >= span.end,
    );
    const target = program.steps[program.targetOf(index) ?? -1];
    return target?.statement.kind === "label"
      ? { segment: target.segment, span: target.statement.label.span }
      : undefined;
  },
  describe(source, segment, place) {
    const name = codeSpan(place.kind === "variable" ? `$${place.name}` : secrets.shown(place.name));
    if (place.kind === "variable") {
      const variable = variableOf(place.name);
      return variable && [`**${name}**`, variable.describe(), ...phonesWith(variable, source)].join("\n\n");
    }
    if (place.kind === "file") {
      return `**${name}**\n\n${l10n.t("When the file arrives, the phone reads it and ignores the rest of this one. When it does not, the phone goes on with the next line.")}`;
    }
    const target = this.definitionOf(source.document, segment, place);
    if (!target)
      return `**${name}**\n\n${l10n.t("No such label is below the jump. The phone ignores the rest of the file.")}`;
    const note = this.noteOf(source, target.segment, { ...place, span: target.span, isDefinition: true });
    return `**${name}**${note === undefined ? "" : `\n\n${note}`}`;
  },
  noteOf({ document, catalogue }, segment, { kind, span, isDefinition }) {
    if (kind !== "label" || !isDefinition) return undefined;
    const step = programOf(document).steps.find(
      (each) =>
        each.segment === segment && each.statement.kind === "label" && each.statement.label.span.start === span.start,
    );
    const reaching = step && modelsReaching(document, catalogue).get(step);
    if (!reaching) return undefined;
    const names = reaching.listed.map(({ model }) => model);
    if (names.length === 0)
      return reaching.others ? l10n.t("Reached by models that the file does not name") : l10n.t("Reached by no phone");
    if (!reaching.others) return l10n.t("Reached by {0}", names.join(", "));
    return l10n.t("Reached by {0} and models that the file does not name", names.join(", "));
  },
  isNewName: (kind, name) => kind === "label" && /^[^\s#]\S*$/.test(name),
};

/** The phones that have a variable, as a list; nothing where all have it. */
function phonesWith(variable: Variable, { catalogue }: PlaceSource): readonly string[] {
  if (!variable.of) return [];
  const families = catalogue.families.filter(({ id }) => isOfAny(variable, [id], catalogue));
  return [l10n.t("Phones that have it:"), families.map(({ label }) => `- ${label}`).join("\n")];
}
