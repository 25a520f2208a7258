// For ajv-cli in strict mode: the marks of the schemas, which assert nothing.
module.exports = (ajv) => ajv.addVocabulary(["x-digest", "x-sensitive"]);
