/** What the tours of bulk actions share. */

/** Goes to the instances of a diagram in a status. */
export async function show(page, { base }, diagram, status) {
  await page.goto(`${base}/console/#/instances?diagram=${encodeURIComponent(diagram)}&status=${status}`);
}

/**
 * Begins a command on all instances that match the filters.
 *
 * @param command as on its button
 * @param question what is asked first, with the number in it
 * @returns the dialog with the results
 */
export async function begin(page, count, command, question = `${command} ${count} instances?`) {
  await page.getByRole('button', { name: `Select all ${count} matches` }).click();
  await page.getByText(`${count} selected`).waitFor();
  await page.getByRole('group', { name: 'With the selection' }).getByRole('button', { name: command }).click();
  const asked = page.getByRole('alertdialog', { name: question });
  await asked.getByLabel('Comment').fill('Ordered twice');
  await asked.getByRole('button', { name: command }).click();
  return page.getByRole('dialog', { name: `${command}: ${count} instances` });
}

/** The badges of the results. */
export function results(dialog) {
  return dialog.locator('tbody .badge');
}

/** Closes the dialog with the results. */
export async function close(dialog) {
  await dialog.locator('footer').getByRole('button', { name: 'Close' }).click();
}
