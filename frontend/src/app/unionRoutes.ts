/** The addresses of the unions and their own course: terms, officers, founding cases, coverage. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { coverageSearch } from '../features/registry-coverage/search';
import { foundingSearch } from '../features/registry-foundings/search';
import { officerSearch } from '../features/registry-officers/search';
import { termSearch } from '../features/registry-terms/search';
import { unitSearch } from '../features/registry-units/search';
import { shell } from './frame';

const units = createRoute({
  getParentRoute: () => shell,
  path: '/registry/units',
  validateSearch: unitSearch,
  component: lazyRouteComponent(() => import('../features/registry-units/UnitPages'), 'UnitList'),
});
const newUnit = createRoute({
  getParentRoute: () => shell,
  path: '/registry/units/new',
  component: lazyRouteComponent(() => import('../features/registry-units/UnitPages'), 'NewUnit'),
});
const unit = createRoute({
  getParentRoute: () => shell,
  path: '/registry/units/$unitId',
  component: lazyRouteComponent(() => import('../features/registry-units/UnitRecord'), 'UnitRecord'),
});
const editUnit = createRoute({
  getParentRoute: () => shell,
  path: '/registry/units/$unitId/edit',
  component: lazyRouteComponent(() => import('../features/registry-units/UnitPages'), 'EditUnit'),
});
const terms = createRoute({
  getParentRoute: () => shell,
  path: '/registry/terms',
  validateSearch: termSearch,
  component: lazyRouteComponent(() => import('../features/registry-terms/TermPages'), 'TermList'),
});
const newTerm = createRoute({
  getParentRoute: () => shell,
  path: '/registry/terms/new',
  component: lazyRouteComponent(() => import('../features/registry-terms/TermPages'), 'NewTerm'),
});
const term = createRoute({
  getParentRoute: () => shell,
  path: '/registry/terms/$termId',
  component: lazyRouteComponent(() => import('../features/registry-terms/TermPages'), 'TermRecord'),
});
const editTerm = createRoute({
  getParentRoute: () => shell,
  path: '/registry/terms/$termId/edit',
  component: lazyRouteComponent(() => import('../features/registry-terms/TermPages'), 'EditTerm'),
});
const officers = createRoute({
  getParentRoute: () => shell,
  path: '/registry/officers',
  validateSearch: officerSearch,
  component: lazyRouteComponent(() => import('../features/registry-officers/OfficerPages'), 'OfficerList'),
});
const newOfficer = createRoute({
  getParentRoute: () => shell,
  path: '/registry/officers/new',
  component: lazyRouteComponent(() => import('../features/registry-officers/OfficerPages'), 'NewOfficer'),
});
const officer = createRoute({
  getParentRoute: () => shell,
  path: '/registry/officers/$officerId',
  component: lazyRouteComponent(() => import('../features/registry-officers/OfficerPages'), 'OfficerRecord'),
});
const editOfficer = createRoute({
  getParentRoute: () => shell,
  path: '/registry/officers/$officerId/edit',
  component: lazyRouteComponent(() => import('../features/registry-officers/OfficerPages'), 'EditOfficer'),
});
const foundings = createRoute({
  getParentRoute: () => shell,
  path: '/registry/foundings',
  validateSearch: foundingSearch,
  component: lazyRouteComponent(() => import('../features/registry-foundings/FoundingPages'), 'FoundingList'),
});
const newFounding = createRoute({
  getParentRoute: () => shell,
  path: '/registry/foundings/new',
  component: lazyRouteComponent(() => import('../features/registry-foundings/FoundingPages'), 'NewFounding'),
});
const founding = createRoute({
  getParentRoute: () => shell,
  path: '/registry/foundings/$foundingId',
  component: lazyRouteComponent(
    () => import('../features/registry-foundings/FoundingPages'),
    'FoundingRecord',
  ),
});
const editFounding = createRoute({
  getParentRoute: () => shell,
  path: '/registry/foundings/$foundingId/edit',
  component: lazyRouteComponent(() => import('../features/registry-foundings/FoundingPages'), 'EditFounding'),
});
const coverage = createRoute({
  getParentRoute: () => shell,
  path: '/registry/coverage',
  validateSearch: coverageSearch,
  component: lazyRouteComponent(() => import('../features/registry-coverage/Coverage'), 'Coverage'),
});
const sectors = createRoute({
  getParentRoute: () => shell,
  path: '/registry/sectors',
  component: lazyRouteComponent(() => import('../features/registry-sectors/SectorList'), 'SectorList'),
});

export const unionRoutes = [
  units,
  newUnit,
  unit,
  editUnit,
  terms,
  newTerm,
  term,
  editTerm,
  officers,
  newOfficer,
  officer,
  editOfficer,
  foundings,
  newFounding,
  founding,
  editFounding,
  coverage,
  sectors,
] as const;
