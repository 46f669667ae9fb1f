import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { Shell } from '../../src/app/layout/Shell';
import { parseSearch, stringifySearch } from '../../src/app/search';
import { listSearch } from '../../src/shared/ui/listSearch';
import { GrantForm } from './GrantForm';
import { GrantList } from './GrantList';
import { GrantRecord } from './GrantRecord';

const root = createRootRoute({ component: Shell });
const screen = (path: string, component: () => React.ReactNode) =>
  createRoute({ getParentRoute: () => root, path, component });

export const grantSearch = listSearch(
  ['form', 'status', 'approved_from', 'face'],
  ['name_vi', 'amount', 'approved_on'],
);

export const router = createRouter({
  routeTree: root.addChildren([
    createRoute({ getParentRoute: () => root, path: '/', validateSearch: grantSearch, component: GrantList }),
    screen('/record', GrantRecord),
    screen('/form', GrantForm),
  ]),
  parseSearch,
  stringifySearch,
});
