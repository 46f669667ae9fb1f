import { Grid, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Amount } from '../../src/shared/ui/Amount';
import { Bars } from '../../src/shared/ui/Bars';
import { DateText } from '../../src/shared/ui/DateText';
import { Deadline } from '../../src/shared/ui/Deadline';
import { DefinitionList } from '../../src/shared/ui/DefinitionList';
import { PageHeader } from '../../src/shared/ui/PageHeader';
import { Panel } from '../../src/shared/ui/Panel';
import { ActionButtons, type RecordAction } from '../../src/shared/ui/record/ActionButtons';
import type { HistoryEntry } from '../../src/shared/ui/record/changes';
import { FileDrop } from '../../src/shared/ui/record/FileDrop';
import { FileList } from '../../src/shared/ui/record/FileList';
import { Timeline } from '../../src/shared/ui/record/Timeline';
import { StatusBadge } from '../../src/shared/ui/StatusBadge';

const ACTIONS: RecordAction[] = [
  {
    name: 'approve',
    label: 'Phê duyệt',
    tone: 'main',
    consequence: 'Hồ sơ được phê duyệt, bên tiếp nhận được thông báo và bắt đầu được ghi nhận giải ngân.',
    run: async () => {},
  },
  {
    name: 'return',
    label: 'Trả lại, yêu cầu bổ sung',
    tone: 'grave',
    reason: true,
    consequence: 'Hồ sơ trở về người lập; thời hạn thẩm định dừng lại đến khi được trình lại.',
    run: async () => {},
  },
  { name: 'delete', label: 'Xóa', consequence: 'Không hiện vì không được phép.', run: async () => {} },
];
const LAN = { id: null, kind: 'person', name: 'Nguyễn Thị Lan', acting_as: ['officer'] };
const HISTORY: HistoryEntry[] = [
  {
    version: 3,
    at: '2026-03-05T08:12:00Z',
    actor: { ...LAN, name: 'Trần Văn Minh' },
    action: 'Trình thẩm định',
    reason: 'Đã đủ thành phần hồ sơ theo quy định.',
    request_id: 'r3',
    fields: [{ field: 'status', before: 'draft', after: 'submitted' }],
  },
  {
    version: 2,
    at: '2026-03-04T03:40:00Z',
    actor: LAN,
    action: 'Sửa hồ sơ',
    reason: null,
    request_id: 'r2',
    fields: [
      { field: 'donor', before: 'Médecins du Monde', after: 'Médecins du Monde Pháp' },
      { field: 'amount', before: '550 tỷ đồng', after: '594,5 tỷ đồng' },
    ],
  },
  {
    version: 1,
    at: '2026-03-02T01:05:00Z',
    actor: LAN,
    action: 'Lập hồ sơ',
    reason: null,
    request_id: 'r1',
    fields: [],
  },
];
const LABELS = { donor: { label: 'Bên cung cấp' }, amount: { label: 'Cam kết' } };
const BARS = [
  { key: 'a', label: 'Thành phố Hồ Chí Minh', value: 85, text: '85' },
  { key: 'b', label: 'Hải Phòng', value: 41, text: '41' },
  { key: 'c', label: 'Cần Thơ', value: 62, text: '62' },
];

export function GrantRecord() {
  return (
    <>
      <PageHeader
        back={<Link to="/">Khoản viện trợ</Link>}
        title="Nâng cao năng lực chăm sóc sức khỏe ban đầu tại các xã vùng sâu"
        badge={<StatusBadge tone="progress" label="Đang thẩm định" />}
        lead={
          <Deadline due="2026-12-31" workingDaysLeft={3} basis="Khoản 2 Điều 9 Nghị định 80/2020/NĐ-CP" />
        }
        actions={<ActionButtons actions={ACTIONS} allowed={['approve', 'return']} />}
      />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack>
            <Panel title="Thông tin chung">
              <DefinitionList
                items={[
                  { term: 'Bên cung cấp', value: 'Médecins du Monde Pháp' },
                  {
                    term: 'Cam kết',
                    value: (
                      <Amount
                        value={{ amount: '594500000000', currency: 'VND' }}
                        compact
                        qualifier="almost"
                      />
                    ),
                  },
                  {
                    term: 'Tương đương',
                    value: <Amount value={{ amount: '25847826.09', currency: 'USD' }} />,
                  },
                  {
                    term: 'Bắt đầu',
                    value: <DateText value={{ date: '2026-10-01', precision: 'quarter', planned: true }} />,
                  },
                  { term: 'Kết thúc', value: <DateText value="2028-12-31" /> },
                  { term: 'Vốn đối ứng', value: null },
                  {
                    term: 'Mục tiêu',
                    wide: true,
                    value: 'Cán bộ y tế của 24 xã được đào tạo; trạm y tế có đủ trang thiết bị thiết yếu.',
                  },
                ]}
              />
            </Panel>
            <Panel title="Số khoản viện trợ theo địa bàn">
              <Bars label="Số khoản viện trợ theo địa bàn" of="Tỉnh, thành phố" unit="Khoản" bars={BARS} />
            </Panel>
            <Panel title="Tài liệu">
              <FileList
                onRemove={() => {}}
                files={[
                  {
                    id: '1',
                    name: 'Công văn trình phê duyệt.pdf',
                    size: 1_240_000,
                    href: '/tai-lieu.pdf',
                    uploaded_at: '2026-03-02T01:05:00Z',
                    uploaded_by: 'Nguyễn Thị Lan',
                  },
                  {
                    id: '2',
                    name: 'Thỏa thuận viện trợ (bản dịch).docx',
                    size: 84_000,
                    href: '/thoa-thuan.docx',
                    uploaded_at: '2026-03-02T01:07:00Z',
                  },
                ]}
              />
              <FileDrop send={() => new Promise(() => {})} onSent={() => {}} />
            </Panel>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Panel title="Lịch sử">
            <Timeline entries={HISTORY} labels={LABELS} actionText={(action) => action} />
          </Panel>
        </Grid.Col>
      </Grid>
    </>
  );
}
