import { isDict, isText, PyDict, type PyValue, TemplateText, textOf } from "../py27-hash/py-value";

/** `image~1png` as `image/png`, at any depth. */
export function unescapeMediaTypes(types: PyValue): PyValue {
  if (isText(types)) return restoreSlashes(textOf(types));
  if (Array.isArray(types)) return types.map(unescapeMediaTypes);
  if (!isDict(types)) return types;
  const dict = PyDict.empty();
  for (const [key, value] of types.items()) dict.set(restoreSlashes(textOf(key)), unescapeMediaTypes(value));
  return dict;
}

function restoreSlashes(text: string): TemplateText {
  return new TemplateText(text.replaceAll("~1", "/"));
}
