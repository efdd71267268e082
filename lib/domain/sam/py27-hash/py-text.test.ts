import { describe, expect, it } from "vitest";
import { CANONICAL_JSON, printJson, printPython, SPACED_JSON } from "./py-text";
import { PyDict, TemplateText } from "./py-value";
import { fromTemplate } from "./template-values";

describe("printPython", () => {
  it("marks text of the template, and prints dicts in Python 2.7 order", () => {
    const dict = fromTemplate({ get: "a", post: [true, null, 1.5] });
    expect(printPython(dict)).toBe("{u'post': [True, None, 1.5], u'get': u'a'}");
    expect(printPython(PyDict.made({ get: "a", post: "b" }))).toBe("{'get': 'a', 'post': 'b'}");
  });

  // What the translator's Py27UniStr and Python 3's repr print.
  it.each([
    ["it's", `u"it's"`, `"it's"`],
    ['a"b', `u'a"b'`, `'a"b'`],
    [`it's "x"`, `u'it\\'s "x"'`, `'it\\'s "x"'`],
    ["back\\slash", "u'back\\\\slash'", "'back\\\\slash'"],
    ["nl\n\t\u0001é☃𝒳\u00a0", "u'nl\\n\\t\\x01\\xe9\\u2603\\U0001d4b3\\xa0'", "'nl\\n\\t\\x01é☃𝒳\\xa0'"],
  ])("quotes %j", (text, ofTemplate, made) => {
    expect(printPython(new TemplateText(text))).toBe(ofTemplate);
    expect(printPython(text)).toBe(made);
  });

  it("prints numbers as Python does", () => {
    expect(printPython([1, -2, 0.0001, 1e-7, 1e300])).toBe("[1, -2, 0.0001, 1e-07, 1e+300]");
  });
});

describe("printJson", () => {
  it("prints as json.dumps, in dict order or sorted", () => {
    const dict = fromTemplate({ get: "é", post: [true, null] });
    expect(printJson(dict, SPACED_JSON)).toBe('{"post": [true, null], "get": "\\u00e9"}');
    expect(printJson(dict, CANONICAL_JSON)).toBe('{"get":"\\u00e9","post":[true,null]}');
  });
});
