import type { Turn } from '../../src/shared/api/keyset';
import { ApiProblem } from '../../src/shared/api/problem';
import type { Money } from '../../src/shared/format/money';
import type { Tone } from '../../src/shared/ui/StatusBadge';

export type Grant = {
  id: string;
  version: number;
  name_vi: string;
  donor: string;
  form: string;
  status: string;
  province: string;
  committed: Money;
  approved_on: string | null;
  note: string;
};

const NAMES = [
  'Nâng cao năng lực chăm sóc sức khỏe ban đầu tại các xã vùng sâu',
  'Trang bị thiết bị lọc nước sạch cho trường tiểu học',
  'Học bổng cho sinh viên có hoàn cảnh khó khăn',
  'Phục hồi sinh kế sau bão cho hộ nghèo ven biển',
  'Hỗ trợ phẫu thuật tim cho trẻ em',
  'Phòng học bộ môn và thư viện thân thiện',
];
const DONORS = [
  'Médecins du Monde',
  'Save the Children',
  'KOICA Foundation',
  'Brot für die Welt',
  'Plan International',
];
const FORMS = ['project', 'non_project', 'emergency_relief', 'programme'];
const STATUSES = ['draft', 'submitted', 'approved', 'returned'];
const PROVINCES = ['Thành phố Hồ Chí Minh', 'Hải Phòng', 'Cần Thơ', 'Hậu Giang'];
export const FORM_TEXT: Record<string, string> = {
  programme: 'Chương trình',
  project: 'Dự án',
  non_project: 'Phi dự án',
  emergency_relief: 'Cứu trợ khẩn cấp',
};
export const STATUS: Record<string, { label: string; tone: Tone }> = {
  draft: { label: 'Dự thảo', tone: 'neutral' },
  submitted: { label: 'Đang thẩm định', tone: 'progress' },
  approved: { label: 'Đã phê duyệt', tone: 'good' },
  returned: { label: 'Yêu cầu bổ sung', tone: 'warning' },
};

const pick = (values: readonly string[], at: number) => values[at % values.length] ?? '';

export const GRANTS: Grant[] = Array.from({ length: 10_000 }, (_, i) => ({
  id: `g${i}`,
  version: 3,
  name_vi: pick(NAMES, i),
  donor: pick(DONORS, i * 3),
  form: pick(FORMS, i),
  status: pick(STATUSES, i * 7 + 2),
  province: pick(PROVINCES, i * 5),
  committed:
    i % 3
      ? { amount: String(25_847_826 + i * 1_000), currency: 'USD' }
      : { amount: String(594_500_000_000 + i * 1e9), currency: 'VND' },
  approved_on: i % 4 === 0 ? null : `2026-0${1 + (i % 9)}-1${i % 9}`,
  note: '',
}));

/** Larger than a server's, so that a test reaches the end of ten thousand rows in good time. */
const PAGE = 1000;
const wait = () => new Promise((resolve) => setTimeout(resolve, 30));

/** What a list call does, without a network: filters, pages, and fails or loads for ever when a test asks. */
export async function fetchGrants(search: Record<string, string | undefined>, { cursor }: Turn) {
  await (search.face === 'loading' ? new Promise(() => {}) : wait());
  if (search.face === 'error') {
    throw ApiProblem.from(
      503,
      {
        code: 'service.unavailable',
        detail: 'Dịch vụ viện trợ tạm thời không phục vụ.',
        request_id: '0190-7f3a-5c1e',
      },
      null,
    );
  }
  const words = (search.q ?? '').toLowerCase();
  const found = GRANTS.filter(
    (grant) =>
      (!search.form || grant.form === search.form) &&
      (!search.status || grant.status === search.status) &&
      grant.name_vi.toLowerCase().includes(words),
  );
  const from = Number(cursor ?? 0);
  const items = search.face === 'empty' ? [] : found.slice(from, from + PAGE);
  return { items, next_cursor: items.length === PAGE ? String(from + PAGE) : null };
}

/** Fails in the way the note names, so that every refusal can be looked at. */
export async function saveGrant(
  values: Pick<Grant, 'name_vi' | 'donor' | 'note'>,
  version: number | undefined,
): Promise<Grant> {
  await wait();
  const grant = GRANTS[0];
  if (!grant) throw ApiProblem.network();
  if (values.note.includes('422')) {
    throw ApiProblem.from(
      422,
      {
        code: 'request.invalid',
        detail: 'Có giá trị không hợp lệ.',
        errors: [
          { pointer: '/name_vi', code: 'field.too_short', detail: 'Tên cần ít nhất 5 ký tự.' },
          { pointer: '/owner', code: 'field.missing', detail: 'Thiếu chủ khoản viện trợ.' },
        ],
      },
      'req-1',
    );
  }
  if (version === grant.version)
    throw ApiProblem.from(412, { code: 'version.stale', detail: 'Bản đã cũ.' }, 'req-2');
  return { ...grant, ...values, version: 5 };
}

export async function reloadGrant(): Promise<Grant> {
  const grant = GRANTS[0];
  if (!grant) throw ApiProblem.network();
  return { ...grant, version: 4, donor: 'Médecins du Monde Pháp', note: 'Đã bổ sung văn bản thỏa thuận.' };
}
