/**
 * Reads places of the console in a German browser, then in English by choice. Input as in
 * `console.mjs`, with `places`, their fragments.
 */
import { visit } from './browser.mjs';

const WORDED = 'h1, h2, h3, p, label, legend, summary, dt, th, button, option, nav a, .badge';

/** Signs of status and order around a wording. */
const SIGNS = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$/gu;

await visit(
  async (page, input) => {
    await page.goto(`${input.base}/console/`);
    await page.getByLabel('Name').fill(input.name);
    await page.getByLabel('Kennwort').fill(input.password);
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.getByRole('button', { name: 'Abmelden' }).waitFor();
    const german = await read(page, input);
    await page.getByLabel('Sprache').selectOption('English');
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    const english = await read(page, input);
    return { german: [...german], english: [...english], lang: await page.locator('html').getAttribute('lang') };
  },
  { locale: 'de-DE' },
);

/** All wordings of the places, without what people have named. */
async function read(page, { base, places, diagram }) {
  const found = new Set();
  for (const place of places) {
    await page.goto('about:blank');
    await page.goto(`${base}/console/${place}`, { waitUntil: 'networkidle' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    for (const text of await page.locator(WORDED).evaluateAll(wordingsOf)) {
      if (/\p{L}{3}/u.test(text) && !text.includes(diagram)) {
        found.add(text.replace(SIGNS, ''));
      }
    }
  }
  return found;
}

/** Runs in the page: the texts of elements; the diagrams to choose from have names that people gave. */
function wordingsOf(elements) {
  const isDiagram = ({ parentElement }) => /^Diagramm?$/.test(parentElement.labels?.[0]?.textContent ?? '');
  return elements.filter((element) => !isDiagram(element)).map((element) => element.innerText);
}
