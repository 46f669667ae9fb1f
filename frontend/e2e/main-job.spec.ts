/** The main job by hand, in the whole running house: what an officer, an appraiser and an approver do. */
import { expect, type Page } from '@playwright/test';
import { HOUSE, requireHouse, signIn } from './house';
import { test } from './page';

test.beforeAll(requireHouse);
test.describe.configure({ mode: 'serial' });

async function choose(page: Page, label: string, words: string, option: string) {
  const field = page.getByRole('combobox', { name: label });
  await field.click();
  await field.fill(words);
  await page.getByRole('option', { name: option }).first().click();
}

const TITLE = 'Máy thở cho trạm y tế (hành trình trên trình duyệt)';

test('an officer imports a list, and a second look finds nothing left to do', async ({ page }) => {
  const sample = '../services/registry/registry/demo/import_sample.csv';
  await signIn(page, 'officer', '/registry/imports/new');
  await page.locator('input[type=file]').setInputFiles(sample);
  await expect(page.getByText('thêm 8 dòng, thay đổi 1 dòng')).toBeVisible();
  await page.getByRole('button', { name: 'Ghi nhận' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Ghi nhận' }).click();
  await expect(page.getByText('Đã ghi nhận: thêm 8 dòng, thay đổi 1 dòng')).toBeVisible();

  await page.goto(`${HOUSE}/registry/imports/new`);
  await page.locator('input[type=file]').setInputFiles(sample);
  await expect(page.getByText('thêm 0 dòng, thay đổi 0 dòng')).toBeVisible();
});

test('an officer corrects an NGO by hand and its history says so', async ({ page }) => {
  await signIn(page, 'officer', '/registry/ngos');
  await page.getByRole('searchbox').fill('so 201');
  await page.getByRole('link', { name: /201/ }).click();
  await page.getByRole('link', { name: 'Sửa hồ sơ', exact: true }).click();
  await page.getByRole('textbox', { name: 'Ghi chú' }).fill('Đã gặp đại diện tổ chức.');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await page.getByRole('tab', { name: 'Lịch sử' }).click();
  await expect(page.getByText('Đã gặp đại diện tổ chức.')).toBeVisible();
});

test('129 foreign NGOs on 11/11/2021: 47 + 50 + 32', async ({ page }) => {
  await signIn(page, 'officer', '/registry/statistics?as_of=2021-11-11&unit=HUFO');
  await expect(page.getByRole('heading', { name: /129/ })).toBeVisible();
  for (const [region, count] of [
    ['Châu Mỹ', '47'],
    ['Châu Âu', '50'],
    ['Châu Á – Thái Bình Dương', '32'],
  ] as const)
    await expect(page.getByRole('row', { name: region })).toContainText(count);
});

test('an officer drafts and submits a grant', async ({ page }) => {
  await signIn(page, 'officer', '/aid/grants/new');
  await page.getByRole('textbox', { name: 'Tên khoản viện trợ', exact: true }).fill(TITLE);
  await choose(page, 'Bên cung cấp', 'cau vong', 'Cầu Vồng');
  await choose(page, 'Bên tiếp nhận', 'benh vien', 'Bệnh viện');
  await page.getByRole('textbox', { name: 'Cơ quan chủ quản' }).fill('Ủy ban nhân dân Thành phố Hồ Chí Minh');
  await page.getByRole('textbox', { name: 'Cấp phê duyệt' }).fill('Ủy ban nhân dân Thành phố Hồ Chí Minh');
  await page.getByRole('textbox', { name: 'Giá trị cam kết' }).fill('1.250.000.000');
  await page.getByRole('textbox', { name: 'Bắt đầu' }).fill('01/01/2027');
  await page.getByRole('textbox', { name: 'Kết thúc' }).fill('31/12/2027');
  await choose(page, 'Địa bàn', 'Hồ Chí Minh', 'Hồ Chí Minh');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Thêm lĩnh vực' }).click();
  await page.getByRole('textbox', { name: 'Mục tiêu' }).fill('Trang bị máy thở cho các trạm y tế.');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByRole('heading', { name: TITLE })).toBeVisible();

  await page.getByRole('tab', { name: 'Tài liệu' }).click();
  await page.locator('input[type=file]').setInputFiles({
    name: 'Công văn đề nghị.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
  });
  await expect(page.getByRole('link', { name: /Công văn đề nghị.pdf/ })).toBeVisible();
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Nộp hồ sơ' }).click();
  await expect(page.getByText('Chờ thẩm định')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Thẩm định', exact: true })).toHaveCount(0);
});

test('an appraiser appraises it and is not offered to approve', async ({ page }) => {
  await signIn(page, 'appraiser', '/aid/grants?waiting_for_me=true');
  await page.getByRole('link', { name: TITLE }).click();
  await page.getByRole('button', { name: 'Thẩm định', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Phù hợp quy hoạch; đủ điều kiện phê duyệt.');
  await dialog.getByRole('button', { name: 'Thẩm định' }).click();
  await expect(page.getByText('Đã thẩm định', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Phê duyệt', exact: true })).toHaveCount(0);
});

test('an approver approves it by a decision', async ({ page }) => {
  await signIn(page, 'approver', '/aid/grants?waiting_for_me=true');
  await page.getByRole('link', { name: TITLE }).click();
  await page.getByRole('button', { name: 'Phê duyệt', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Số quyết định' }).fill('01/QĐ-UBND');
  await dialog.getByRole('button', { name: 'Phê duyệt' }).click();
  await expect(page.getByText('Đã phê duyệt', { exact: true })).toBeVisible();
  await expect(page.getByText('01/QĐ-UBND')).toBeVisible();
});

test('an officer books a venue once, and is told who has it the second time', async ({ page }) => {
  await signIn(page, 'officer', '/events/events/new');
  await page.getByRole('textbox', { name: 'Tên sự kiện', exact: true }).fill('Gặp mặt hữu nghị (hành trình)');
  await choose(page, 'Loại sự kiện', 'Hội', 'Hội');
  await fillTime(page, 'Bắt đầu', '15/06/2027', '08:00');
  await fillTime(page, 'Kết thúc', '15/06/2027', '11:00');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await page.getByRole('tab', { name: 'Địa điểm' }).click();
  await book(page);
  await expect(page.getByText('Đang giữ')).toBeVisible();

  await book(page);
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Gặp mặt hữu nghị (hành trình)');
});

async function fillTime(page: Page, label: string, day: string, time: string) {
  await page.getByRole('textbox', { name: label, exact: true }).fill(day);
  await page.getByRole('textbox', { name: `${label}: Giờ` }).fill(time);
  await page.keyboard.press('Tab');
}

async function book(page: Page) {
  await page.getByRole('button', { name: 'Đặt địa điểm' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Địa điểm' }).fill('cau vong');
  await page.getByRole('option', { name: 'Cầu Vồng' }).first().click();
  await dialog.getByRole('button', { name: 'Đặt địa điểm' }).click();
}

test('the overview brings the three services together', async ({ page }) => {
  await signIn(page, 'officer', '/?as_of=2021-11-11&from=2021-01-01&to=2021-12-01');
  await expect(page.getByText('129', { exact: true })).toBeVisible();
  const nonProject = page.getByRole('row', { name: 'Phi dự án' });
  await expect(nonProject).toContainText('70');
  await expect(nonProject).toContainText('594,5 tỷ');
  const project = page.getByRole('row', { name: /^Dự án/ });
  await expect(project).toContainText('15');
  await expect(project).toContainText('275,7 tỷ');
  await expect(page.getByText(/1 USD = 23.000 VND/)).toBeVisible();
});
