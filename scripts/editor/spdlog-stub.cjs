// Stands in for the native module @vscode/spdlog, which cannot be compiled everywhere.
const fs = require('node:fs');
const path = require('node:path');

const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  constructor(file) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    this.file = file;
    this.level = LEVELS.indexOf('info');
    this.plain = false;
  }
  write(level, message) {
    if (level < this.level) return;
    const prefix = this.plain ? '' : `${new Date().toISOString()} [${LEVELS[level]}] `;
    fs.appendFileSync(this.file, `${prefix}${message}${this.plain ? '' : '\n'}`);
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  clearFormatters() {
    this.plain = true;
  }
  setPattern() {}
  flush() {}
  drop() {}
}

for (const [level, name] of LEVELS.entries()) {
  Logger.prototype[name === 'warning' ? 'warn' : name] = function (message) {
    this.write(level, message);
  };
}

const createLogger = async (_name, file) => new Logger(file);

// One assignment each: Node finds no named exports for an import() otherwise.
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
