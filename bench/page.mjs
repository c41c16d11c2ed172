import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import os from 'node:os';

const require = createRequire(import.meta.url);

/** Before it checks a text that has changed, each of the others waits for so many milliseconds. */
const WAITS = { 'yaml-language-server': 200, 'vscode-json-language-server': 0 };

/** What is to be reached beside yaml-language-server, by the beginning of a row. */
const GOALS = [
  [/^start to first diagnostics, 1 KB/, 1 / 4],
  [/^change to diagnostics, 1 KB/, 1 / 3],
  [/^change to diagnostics, 100 KB/, 1 / 5],
  [/^change to diagnostics, 1 MB/, 1 / 8],
  [/^(hover|completion).*, 1 MB/, 1 / 8],
  [/^memory of the idle process/, 2 / 3],
];

/** The page of docs/ about all that was measured. */
export const page = ({ tables, commandLine, rounds }) => `# Performance

What \`npm run bench\` measured, which also writes this page. Every server is driven over stdio, one after the other in one run, with the same documents and the same schema; the medians of ${rounds} ${rounds === 1 ? 'round' : 'rounds'}. Lower is better, and a ratio below 1 is ours. Only ratios can be compared from machine to machine.

${machine()}

A *change* is one word in the middle of a document that makes it wrong or right again, sent as an incremental edit; that the findings change with it is checked each time. Hovers and completions are asked for together with such an edit. "Without waiting" leaves out the time for which a server waits by design before it looks at a change (yaml-language-server: 200 ms). Ours waits for a fourth of what the last check took, 50 ms at most, and that is always counted. The change makes the text longer or shorter by a character. An *idle* process has had nothing to do for fifteen seconds. Heaps are looked at after a garbage collection, and only once a hundred files have been opened and closed, since compiled code counts as well. A start with a number of Node is one in the Node of a new editor, where our client lets it keep what was compiled; the first start of all is not counted there.

## YAML

${table(tables.yaml)}

## JSON

${table(tables.json)}

## The command line

\`ims-config check .\` in folders of which one file in a hundred is ours and nine more could be by their names; beside it a process of Node that only lists the names.

| files | check | listing the names | check, for each file |
|---|---|---|---|
${commandLine.map(({ files, check, names }) => `| ${files.toLocaleString('en')} | ${ms(check)} | ${ms(names)} | ${((check * 1000) / files).toFixed(0)} µs |`).join('\n')}
`;

function machine() {
  const version = (name) => require(`${name}/package.json`).version;
  const revision = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    encoding: 'utf8',
  }).trim();
  const others = ['yaml-language-server', 'vscode-langservers-extracted']
    .map((name) => `${name} ${version(name)}`)
    .join(', ');
  const [load] = os.loadavg();
  return `Node ${process.version}, ${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.cpus().length} cores, ${os.platform()}; load ${load.toFixed(1)} at the end. ims-config at ${revision}; ${others}.`;
}

function table(rows) {
  const [ours, theirs] = Object.keys(Object.values(rows)[0]);
  const head = `| | ${ours} | ${theirs} | ratio | without waiting | goal |\n|---|---|---|---|---|---|\n`;
  return (
    head +
    Object.entries(rows)
      .map((row) => line(row, ours, theirs))
      .join('\n')
  );
}

function line([what, byServer], ours, theirs) {
  const [mine, other] = [median(byServer[ours]), median(byServer[theirs])];
  const isMemory = /memory|heap/.test(what);
  const show = isMemory ? megabytes : ms;
  const wait = /^change/.test(what) ? WAITS[theirs] : 0;
  const goal = theirs === 'yaml-language-server' && GOALS.find(([name]) => name.test(what))?.[1];
  const isGrowth = /^growth/.test(what);
  const ratio = isGrowth ? '' : (mine / other).toFixed(2);
  const without = wait > 0 ? (mine / (other - wait)).toFixed(2) : '';
  const aim = isGrowth ? '≤ 2 MB' : goal ? `≤ ${goal.toFixed(2)}` : '';
  return `| ${what} | ${show(mine)} | ${show(other)} | ${ratio} | ${without} | ${aim} |`;
}

const ms = (value) => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;

const megabytes = (value) => `${(value / 1024 / 1024).toFixed(1)} MB`;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
