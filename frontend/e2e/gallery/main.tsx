import '@mantine/core/styles.layer.css';
import 'virtual:theme.css';
import '../../src/app/styles/fonts.css';
import '../../src/app/styles/base.css';
import '../../src/app/styles/print.css';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { Providers } from '../../src/app/Providers';
import { makeQueryClient } from '../../src/shared/api/queries';
import { type Session, sessionQuery } from '../../src/shared/api/session';
import { startLanguage } from '../../src/shared/i18n/setup';
import { router } from './router';

await startLanguage();
const queryClient = makeQueryClient(() => {});
const session: Session = {
  csrf_token: 'token',
  id: '019a0000-0000-7000-8000-000000000001',
  expires_at: '2026-12-31T17:00:00+07:00',
  authenticated_at: '2026-12-31T08:00:00+07:00',
  has_otp: false,
  must_enrol: false,
  person: {
    id: 'p',
    username: 'lan.nguyen',
    name: 'Nguyễn Thị Lan',
    roles: ['officer'],
    unit_id: 'u',
    unit_code: 'HUFO',
    national: false,
    predecessors: [],
  },
};
queryClient.setQueryData(sessionQuery.queryKey, session);
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <Providers queryClient={queryClient}>
      <RouterProvider router={router as never} />
    </Providers>,
  );
}
