// Holds workflow commands against what GitHub's own toolkit writes for the same properties and message.

const { readFileSync } = require("node:fs");
const { issueCommand } = require("@actions/core/lib/command");

const back = (text) => text.replace(/%3A/g, ":").replace(/%2C/g, ",").replace(/%0D/g, "\r").replace(/%0A/g, "\n").replace(/%25/g, "%");

for (const line of readFileSync(process.argv[2], "utf8").trimEnd().split("\n")) {
  const [, word, properties, message] = line.match(/^::(\w+) (.*?)::(.*)$/);
  const pairs = properties.split(",").map((pair) => pair.split(/=(.*)/s, 2));
  let written = "";
  const { write } = process.stdout;
  process.stdout.write = (text) => (written += text);
  issueCommand(word, Object.fromEntries(pairs.map(([key, value]) => [key, back(value)])), back(message));
  process.stdout.write = write;
  if (written.trimEnd() !== line) {
    console.error(`the toolkit writes\n${written}where we write\n${line}`);
    process.exit(1);
  }
}
