// Keeps addresses out of package-lock.json: the registry is the installer's choice, never the repository's.
import { readFileSync, writeFileSync } from 'node:fs';

// `lock.mjs [--check] [FOLDER]`: of the app, or of another folder of packages.
const [folder] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const file = folder ? `${folder}/package-lock.json` : new URL('../package-lock.json', import.meta.url);
if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8').includes('://')) {
    console.error(
      'package-lock.json holds addresses: run `node frontend/scripts/lock.mjs`, naming its folder',
    );
    process.exit(1);
  }
} else {
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  for (const entry of Object.values(lock.packages)) {
    delete entry.funding;
    delete entry.resolved;
    delete entry.deprecated;
  }
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}
