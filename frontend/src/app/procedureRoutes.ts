/** The addresses of procedures, their deadlines and the calendar they are counted by. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deadlineSearch } from '../features/registry-deadlines/search';
import { obligationSearch } from '../features/registry-obligations/search';
import {
  newProcedureSearch,
  procedureSearch,
  procedureTabSearch,
} from '../features/registry-procedures/search';
import { yearSearch } from '../features/registry-working-days/search';
import { shell } from './frame';

const procedures = createRoute({
  getParentRoute: () => shell,
  path: '/registry/procedures',
  validateSearch: procedureSearch,
  component: lazyRouteComponent(
    () => import('../features/registry-procedures/ProcedureList'),
    'ProcedureList',
  ),
});
const newProcedure = createRoute({
  getParentRoute: () => shell,
  path: '/registry/procedures/new',
  validateSearch: newProcedureSearch,
  component: lazyRouteComponent(() => import('../features/registry-procedures/NewProcedure'), 'NewProcedure'),
});
const procedure = createRoute({
  getParentRoute: () => shell,
  path: '/registry/procedures/$procedureId',
  validateSearch: procedureTabSearch,
  component: lazyRouteComponent(
    () => import('../features/registry-procedures/ProcedureRecord'),
    'ProcedureRecord',
  ),
});
const deadlines = createRoute({
  getParentRoute: () => shell,
  path: '/registry/deadlines',
  validateSearch: deadlineSearch,
  component: lazyRouteComponent(() => import('../features/registry-deadlines/DeadlineList'), 'DeadlineList'),
});
const obligations = createRoute({
  getParentRoute: () => shell,
  path: '/registry/obligations',
  validateSearch: obligationSearch,
  component: lazyRouteComponent(
    () => import('../features/registry-obligations/ObligationList'),
    'ObligationList',
  ),
});
const workingDays = createRoute({
  getParentRoute: () => shell,
  path: '/registry/working-days',
  validateSearch: yearSearch,
  component: lazyRouteComponent(() => import('../features/registry-working-days/WorkingDays'), 'WorkingDays'),
});

export const procedureRoutes = [
  procedures,
  newProcedure,
  procedure,
  deadlines,
  obligations,
  workingDays,
] as const;
