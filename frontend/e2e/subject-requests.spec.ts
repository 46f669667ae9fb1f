/** A person's request about the own data in a real browser: entered, seen on the first page, answered, finished. */
import { expect } from '@playwright/test';
import { HOUSE, requireHouse, signIn } from './house';
import { test } from './page';

test.beforeAll(requireHouse);

test('an administrator keeps the clock of a request about personal data', async ({ page }) => {
  const name = `Người hỏi ${Date.now()} (demo)`;
  const shot = async (file: string) => {
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/${file}.png`, fullPage: true });
  };
  await signIn(page, 'admin', '/gateway/subject-requests', 'HAUGIANG');
  await page.getByRole('button', { name: 'Ghi nhận yêu cầu' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Người yêu cầu').fill(name);
  await dialog.getByLabel('Nội dung yêu cầu').fill('Xin biết những gì được lưu về tôi.');
  await shot('subject-request-enter');
  await dialog.getByRole('button', { name: 'Ghi nhận yêu cầu' }).click();
  const row = page.getByRole('row', { name: new RegExp(name.replace(/[()]/g, '\\$&')) });
  await expect(row).toContainText('Trả lời trước hết ngày');
  await expect(row).toContainText('Thời hạn chưa kiểm chứng');
  await shot('subject-requests');

  await page.goto(`${HOUSE}/`);
  await expect(page.getByRole('link', { name })).toBeVisible();
  await shot('subject-request-overview');
  await page.getByRole('link', { name }).click();

  await row.getByRole('button', { name: 'Trả lời' }).click();
  await dialog.getByRole('textbox').fill('Đã nhận, sẽ cung cấp trong tuần.');
  await dialog.getByRole('button', { name: 'Trả lời' }).click();
  await expect(row).toContainText('Hoàn thành trước hết ngày');
  await row.getByRole('button', { name: 'Hoàn thành' }).click();
  await dialog.getByLabel('Đã làm gì, hoặc vì sao không').fill('Đã gửi tệp dữ liệu.');
  await dialog.getByRole('button', { name: 'Hoàn thành' }).click();
  await expect(row).toContainText('Đã hoàn thành');
});
