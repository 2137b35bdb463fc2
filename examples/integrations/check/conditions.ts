import { type ComplexInput, type Condition, isCondition, type SimpleInput } from "./format";
import { outputAt } from "./output";
import type { Scope } from "./references";

interface Question {
  operator: string;
  term: SimpleInput;
}

const questions = ([operator, ...parts]: Condition): Question[] =>
  parts.flatMap((part) => (Array.isArray(part) ? questions(part) : [{ operator, term: part }]));

/** What asks instead whether something is there, whatever it is. */
const instead: Record<string, string> = { isEmpty: "doesNotExist", isNotEmpty: "exists" };

const isTextOrList = (example: unknown): boolean =>
  example === undefined || typeof example === "string" || Array.isArray(example);

/**
 * The questions of a branch that may fail instead of being answered: spectral's `conditionalLogic`, by which the platform
 * decides, throws when it is to say whether something is empty that is neither a text nor a list. What a caller sends,
 * to the step called `caller`, may be anything.
 */
export const problemsOfConditions = (conditions: ComplexInput, scope: Scope, caller: string | undefined): string[] =>
  conditions.value
    .flatMap((item) => (isCondition(item) ? questions(item.value) : []))
    .flatMap(({ operator, term: { type, value } }) => {
      const better = instead[operator];
      if (!better || type !== "reference") return [];
      const [step = "", what = "", ...path] = value.split(".");
      const output = scope.get(step)?.[what];
      const isSure = step !== caller && isTextOrList(output && outputAt(output, path)?.example);
      return isSure ? [] : [`"${value}" may be neither a text nor a list, and ${operator} fails then: use ${better}.`];
    });
