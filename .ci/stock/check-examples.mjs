#!/usr/bin/env node
// An example that breaks its schema teaches the wrong thing, and an invalid one that is broken elsewhere than
// its sidecar says tests nothing. So Ajv judges every file: examples/TYPE.json, examples/STEM/TYPE/CASE.json
// and examples/invalid/STEM/TYPE/CASE.json with CASE.violation.json.
import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { branches, judge, read, report, schemas, show } from "./judge.mjs";

const findings = [];
const expect = (ok, where, what) => ok || findings.push(`${where}: ${what}`);

const files = readdirSync("examples", { recursive: true })
  .filter((file) => file.endsWith(".json") && !file.endsWith(".violation.json"))
  .map((file) => join("examples", file));
const invalid = files.filter((file) => file.startsWith("examples/invalid/"));
const valid = files.filter((file) => !invalid.includes(file));

const pascal = (snake) => snake.replace(/(?:^|_)(.)/g, (_, letter) => letter.toUpperCase());
const typeOf = (file) =>
  dirname(file) === "examples" ? ["ml_schemas", pascal(basename(file, ".json"))] : file.split("/").slice(-3, -1);

// Valid: accepted by the type, and by the root of its file where the type is a branch of it.
const count = new Map();
for (const file of valid) {
  const [stem, type] = typeOf(file);
  const roots = branches(schemas[stem]).includes(type) ? [schemas[stem].title] : [];
  for (const name of [type, ...roots]) {
    const accepts = judge(stem, name);
    expect(accepts(read(file)), file, `refused as ${name}: ${show(accepts.errors)}`);
  }
  count.set(type, (count.get(type) ?? 0) + 1);
}

// Everything that travels alone, and every action, is shown in at least three ways.
const { paths, components } = schemas.ml_api;
const bodies = JSON.stringify([paths, components.responses]).matchAll(/"schema":\{"\$ref":"#\/components\/schemas\/(\w+)"/g);
const promised = [
  ...branches(schemas.ml_schemas),
  ...branches(schemas.ml_schemas.$defs.Action),
  ...branches(schemas.ml_events),
  ...new Set([...bodies].map(([, name]) => name)),
];
for (const type of promised) expect((count.get(type) ?? 0) >= 3, type, "fewer than three valid examples");

// Invalid: refused, for the rule that the sidecar names and for no other. Below a failing oneOf or anyOf the
// branches that were not meant complain too.
const under = (pointer, parent) => pointer === parent || pointer.startsWith(`${parent}/`);
for (const file of invalid) {
  const [stem, type] = typeOf(file);
  const { pointer, keyword } = read(file.replace(/\.json$/, ".violation.json"));
  const accepts = judge(stem, type);
  expect(!accepts(read(file)), file, `accepted as ${type}`);

  const errors = accepts.errors ?? [];
  const named = errors.some((error) => error.instancePath === pointer && error.keyword === keyword);
  expect(named, file, `no ${keyword} at "${pointer}": ${show(errors)}`);

  const unions = errors.filter((error) => ["oneOf", "anyOf"].includes(error.keyword)).map((error) => error.instancePath);
  const roots = [pointer, ...unions.filter((union) => under(pointer, union))];
  const strays = errors.filter((error) => error.keyword !== "if" && !roots.some((root) => under(error.instancePath, root)));
  expect(strays.length === 0, file, `breaks another rule too: ${show(strays)}`);
}

report(findings, `${valid.length} valid examples of ${count.size} types, ${invalid.length} invalid ones with their sidecars`);
