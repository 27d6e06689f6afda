import type { Answer } from "../../../deployment/exchange";
import type { Step } from "../../../deployment/phone";
import type { Applicable } from "./changes";
import { type CourseStep, filled, type OpenValues } from "./courses";

/** A step of other phones, as the one of a phone that was given this answer. */
export function ownStep(
  course: CourseStep,
  answer: Answer | undefined,
  content: Applicable | undefined,
  values: OpenValues,
): Step {
  const { step, isOpen, last } = course;
  const file = answer?.kind === "file" ? answer.file : undefined;
  const name = file?.name ?? (answer && "file" in answer ? (answer.file as string | undefined) : undefined);
  if (!isOpen && name === undefined) return step;
  if (!isOpen && file && last?.file === file && last.content === content) return last.step;
  const { file: _, ...rest } = step;
  const own = {
    ...rest,
    urls: isOpen ? step.urls.map((url) => filled(url, values)) : step.urls,
    ...(name !== undefined && { file: name }),
    ...(file && { layers: file.layers }),
    ...(content && { applied: content, ignored: content.ignored }),
  };
  if (!isOpen && file) course.last = { file, content, step: own };
  return own;
}
