// Loaded into a server before its own code: says how much memory it has when it is asked to.
const fs = require('node:fs');

process.on('SIGUSR2', () => {
  const { rss } = process.memoryUsage();
  // A second round collects what the first one has set free.
  globalThis.gc();
  globalThis.gc();
  fs.writeSync(3, `${JSON.stringify({ rss, heap: process.memoryUsage().heapUsed })}\n`);
});
