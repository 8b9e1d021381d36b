/**
 * Builds the console within the Maven build: installs the packages as package-lock.json names them
 * when they are missing or older than it, and builds when a source is newer than what was built.
 *
 * Usage: node scripts/build.mjs
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = ['src', 'public', 'index.html', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];
const built = join(folder, '../../target/console/index.html');
const installed = join(folder, 'node_modules/.package-lock.json');

function timeOf(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

function newest(path) {
  const stat = statSync(path);
  return stat.isDirectory()
    ? Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
    : stat.mtimeMs;
}

function npm(...args) {
  const { status, error } = spawnSync('npm', args, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  if (error || status !== 0) {
    console.error(`npm ${args.join(' ')} failed: ${error ? error.message : `exit code ${status}`}`);
    process.exit(1);
  }
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`The console needs Node 20.19 or later to build, this is ${process.version}; -DskipConsole leaves it out.`);
  process.exit(1);
}
if (timeOf(installed) < timeOf(join(folder, 'package-lock.json'))) {
  npm('ci', '--prefer-offline', '--no-audit', '--no-fund', '--no-progress');
}
if (timeOf(built) < Math.max(...sources.map((name) => newest(join(folder, name))))) {
  npm('run', '--silent', 'build');
}
