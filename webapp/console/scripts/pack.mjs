/**
 * Packs the scripts and style sheets that were built with gzip; the application sends the packed
 * ones to browsers that take them.
 *
 * Usage: node scripts/pack.mjs
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const assets = join(dirname(fileURLToPath(import.meta.url)), '../../../target/console/assets');

for (const name of readdirSync(assets).filter((each) => /\.(js|css)$/.test(each))) {
  const file = join(assets, name);
  writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
}
