/** A passkey in a real browser: made, named, used to come in with nothing typed, and removed. */
import { expect } from '@playwright/test';
import { HOUSE, person, requireHouse } from './house';
import { test } from './page';

test.beforeAll(requireHouse);

/** The same house as browsers must spell it: an address of digits can hold no passkey. */
const AT = HOUSE.replace('//127.0.0.1', '//localhost');

test('a person comes in with a passkey and nothing else', async ({ page, context }) => {
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  // of a unit that no other test of the browser signs in at
  const { username, password } = person('viewer', 'HAIPHONG');
  await page.goto(`${AT}/sign-in?next=/gateway/authenticators`);
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();

  await page.getByRole('button', { name: 'Thêm khóa truy cập' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Tên khóa').fill('Máy thử (demo)');
  await dialog.getByRole('button', { name: 'Thêm khóa truy cập' }).click();
  const row = page.getByRole('row', { name: /Máy thử \(demo\)/ });
  await expect(row).toBeVisible();
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/passkeys.png`, fullPage: true });

  await context.clearCookies();
  await page.goto(`${AT}/sign-in?next=/gateway/authenticators`);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/passkey-sign-in.png` });
  await page.getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' }).click();
  await expect(page).toHaveURL(/\/gateway\/authenticators$/);
  await expect(row).not.toContainText('—');

  await row.getByRole('button', { name: 'Gỡ' }).click();
  await expect(row).toHaveCount(0);
});
