// Ajv over the three schema files, as the checks beside this file need it: any type of any file by its name.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

process.chdir(join(import.meta.dirname, "../.."));

export const read = (file) => JSON.parse(readFileSync(file, "utf8"));

const base = "https://contracts.grace.example/ml/";
export const stems = ["ml_schemas", "ml_events", "ml_api"];
export const schemas = Object.fromEntries(stems.map((stem) => [stem, read(`schemas/${stem}.json`)]));

const ajv = addFormats(new Ajv({ strict: true, allErrors: true }));
ajv.addVocabulary(["x-digest", "x-sensitive"]); // marks that assert nothing
ajv.addVocabulary(Object.keys(schemas.ml_api)); // the members of an OpenAPI document around its schemas
for (const stem of stems) ajv.addSchema(schemas[stem], `${base}${stem}.json`);

/** The validator of the schema at a JSON Pointer in a file. */
export const judgeAt = (stem, pointer) => ajv.getSchema(`${base}${stem}.json#${pointer}`);

/** The validator of a type: a definition, or the root by its title. */
export function judge(stem, type) {
  if (type === schemas[stem].title) return judgeAt(stem, "");
  return judgeAt(stem, `${stem === "ml_api" ? "/components/schemas" : "/$defs"}/${type}`);
}

/** The types that a union is made of. */
export const branches = (schema) => (schema.anyOf ?? schema.oneOf ?? []).map(({ $ref }) => basename($ref));

export const show = (errors) => JSON.stringify(errors?.map((error) => [error.instancePath, error.keyword]));

/** Prints the findings and a summary; the exit code says whether there were any. */
export function report(findings, summary) {
  for (const finding of findings) console.error(finding);
  console.log(`ajv: ${summary}: ${findings.length} findings`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
