import { invalidDocument, invalidTemplate } from "../fault";
import { isDict, PyDict, type PyText, type PyValue, readText } from "../py27-hash/py-value";

/** A definition that cannot be edited ends the whole expansion, as it does in the transform. */
export function invalidDefinition(message: string): Error {
  return invalidDocument([invalidTemplate(message)]);
}

/** Both branches of an `Fn::If` except `AWS::NoValue`, or the item itself where it is no `Fn::If`. */
export function conditionalContents(item: PyValue | undefined): PyValue[] {
  if (!isDict(item) || !item.has("Fn::If")) return [item ?? null];
  const branches = item.get("Fn::If");
  if (!Array.isArray(branches)) throw invalidDefinition("The value of an Fn::If in the API definition must be a list.");
  return branches.slice(1).filter((branch) => !isNoValue(branch));
}

/** The value under a condition, nothing otherwise. */
export function makeConditional(condition: PyValue, value: PyValue): PyDict {
  return PyDict.made({ "Fn::If": [condition, value, PyDict.made({ Ref: "AWS::NoValue" })] });
}

export function makeSub(text: PyText, variables?: PyDict): PyDict {
  return PyDict.made({ "Fn::Sub": variables === undefined ? text : [text, variables] });
}

export function isPyIntrinsic(value: PyValue | undefined): value is PyDict {
  if (!isDict(value) || value.size !== 1) return false;
  const [key = ""] = value.keys();
  return key === "Ref" || key === "Condition" || key.startsWith("Fn::");
}

function isNoValue(value: PyValue): boolean {
  return isDict(value) && value.size === 1 && readText(value.get("Ref")) === "AWS::NoValue";
}
