#!/usr/bin/env node
// What a schema shows in `examples` and offers in `default` must satisfy that very schema. An array under
// `examples` is JSON Schema's; the objects of that name are OpenAPI's, and Redocly judges them.
import { judgeAt, report, schemas, show, stems } from "./judge.mjs";

const findings = [];
let judged = 0;

function walk(stem, node, pointer) {
  if (node === null || typeof node !== "object") return;
  const shown = Array.isArray(node.examples) ? node.examples : [];
  // Our defaults are strings; OpenAPI's responses may be called default too.
  const offered = typeof node.default === "string" ? [node.default] : [];
  for (const instance of [...shown, ...offered]) {
    judged += 1;
    const accepts = judgeAt(stem, pointer);
    if (!accepts(instance)) findings.push(`${stem}.json#${pointer} refuses its own example: ${show(accepts.errors)}`);
  }
  for (const [key, child] of Object.entries(node)) {
    const escaped = key.replaceAll("~", "~0").replaceAll("/", "~1");
    if (key !== "examples") walk(stem, child, `${pointer}/${escaped}`);
  }
}
for (const stem of stems) walk(stem, schemas[stem], "");

report(findings, `${judged} examples and defaults inside the schemas`);
