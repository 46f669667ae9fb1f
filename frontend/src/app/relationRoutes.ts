/** The addresses of what unions have with others: members, parties, agreements, recognitions, needs, referrals. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { agreementSearch } from '../features/registry-agreements/search';
import { memberSearch } from '../features/registry-members/search';
import { needSearch } from '../features/registry-needs/search';
import { partySearch } from '../features/registry-parties/search';
import { recognitionSearch } from '../features/registry-recognitions/search';
import { referralSearch } from '../features/registry-referrals/search';
import { shell } from './frame';

const members = createRoute({
  getParentRoute: () => shell,
  path: '/registry/members',
  validateSearch: memberSearch,
  component: lazyRouteComponent(() => import('../features/registry-members/MemberPages'), 'MemberList'),
});
const newMember = createRoute({
  getParentRoute: () => shell,
  path: '/registry/members/new',
  component: lazyRouteComponent(() => import('../features/registry-members/MemberPages'), 'NewMember'),
});
const member = createRoute({
  getParentRoute: () => shell,
  path: '/registry/members/$memberId',
  component: lazyRouteComponent(() => import('../features/registry-members/MemberPages'), 'MemberRecord'),
});
const editMember = createRoute({
  getParentRoute: () => shell,
  path: '/registry/members/$memberId/edit',
  component: lazyRouteComponent(() => import('../features/registry-members/MemberPages'), 'EditMember'),
});
const parties = createRoute({
  getParentRoute: () => shell,
  path: '/registry/parties',
  validateSearch: partySearch,
  component: lazyRouteComponent(() => import('../features/registry-parties/PartyPages'), 'PartyList'),
});
const newParty = createRoute({
  getParentRoute: () => shell,
  path: '/registry/parties/new',
  component: lazyRouteComponent(() => import('../features/registry-parties/PartyPages'), 'NewParty'),
});
const party = createRoute({
  getParentRoute: () => shell,
  path: '/registry/parties/$partyId',
  component: lazyRouteComponent(() => import('../features/registry-parties/PartyPages'), 'PartyRecord'),
});
const editParty = createRoute({
  getParentRoute: () => shell,
  path: '/registry/parties/$partyId/edit',
  component: lazyRouteComponent(() => import('../features/registry-parties/PartyPages'), 'EditParty'),
});
const agreements = createRoute({
  getParentRoute: () => shell,
  path: '/registry/agreements',
  validateSearch: agreementSearch,
  component: lazyRouteComponent(
    () => import('../features/registry-agreements/AgreementPages'),
    'AgreementList',
  ),
});
const newAgreement = createRoute({
  getParentRoute: () => shell,
  path: '/registry/agreements/new',
  component: lazyRouteComponent(
    () => import('../features/registry-agreements/AgreementPages'),
    'NewAgreement',
  ),
});
const agreement = createRoute({
  getParentRoute: () => shell,
  path: '/registry/agreements/$agreementId',
  component: lazyRouteComponent(
    () => import('../features/registry-agreements/AgreementPages'),
    'AgreementRecord',
  ),
});
const editAgreement = createRoute({
  getParentRoute: () => shell,
  path: '/registry/agreements/$agreementId/edit',
  component: lazyRouteComponent(
    () => import('../features/registry-agreements/AgreementPages'),
    'EditAgreement',
  ),
});
const recognitions = createRoute({
  getParentRoute: () => shell,
  path: '/registry/recognitions',
  validateSearch: recognitionSearch,
  component: lazyRouteComponent(
    () => import('../features/registry-recognitions/RecognitionPages'),
    'RecognitionList',
  ),
});
const newRecognition = createRoute({
  getParentRoute: () => shell,
  path: '/registry/recognitions/new',
  component: lazyRouteComponent(
    () => import('../features/registry-recognitions/RecognitionPages'),
    'NewRecognition',
  ),
});
const recognition = createRoute({
  getParentRoute: () => shell,
  path: '/registry/recognitions/$recognitionId',
  component: lazyRouteComponent(
    () => import('../features/registry-recognitions/RecognitionPages'),
    'RecognitionRecord',
  ),
});
const editRecognition = createRoute({
  getParentRoute: () => shell,
  path: '/registry/recognitions/$recognitionId/edit',
  component: lazyRouteComponent(
    () => import('../features/registry-recognitions/RecognitionPages'),
    'EditRecognition',
  ),
});
const recognitionSheet = createRoute({
  getParentRoute: () => shell,
  path: '/registry/recognitions/$recognitionId/certificate',
  component: lazyRouteComponent(() => import('../features/registry-recognitions/Certificate'), 'Certificate'),
});
const needs = createRoute({
  getParentRoute: () => shell,
  path: '/registry/needs',
  validateSearch: needSearch,
  component: lazyRouteComponent(() => import('../features/registry-needs/NeedPages'), 'NeedList'),
});
const newNeed = createRoute({
  getParentRoute: () => shell,
  path: '/registry/needs/new',
  component: lazyRouteComponent(() => import('../features/registry-needs/NeedPages'), 'NewNeed'),
});
const need = createRoute({
  getParentRoute: () => shell,
  path: '/registry/needs/$needId',
  component: lazyRouteComponent(() => import('../features/registry-needs/NeedPages'), 'NeedRecord'),
});
const editNeed = createRoute({
  getParentRoute: () => shell,
  path: '/registry/needs/$needId/edit',
  component: lazyRouteComponent(() => import('../features/registry-needs/NeedPages'), 'EditNeed'),
});
const referrals = createRoute({
  getParentRoute: () => shell,
  path: '/registry/referrals',
  validateSearch: referralSearch,
  component: lazyRouteComponent(() => import('../features/registry-referrals/ReferralPages'), 'ReferralList'),
});
const newReferral = createRoute({
  getParentRoute: () => shell,
  path: '/registry/referrals/new',
  component: lazyRouteComponent(() => import('../features/registry-referrals/ReferralPages'), 'NewReferral'),
});
const referral = createRoute({
  getParentRoute: () => shell,
  path: '/registry/referrals/$referralId',
  component: lazyRouteComponent(
    () => import('../features/registry-referrals/ReferralPages'),
    'ReferralRecord',
  ),
});
const editReferral = createRoute({
  getParentRoute: () => shell,
  path: '/registry/referrals/$referralId/edit',
  component: lazyRouteComponent(() => import('../features/registry-referrals/ReferralPages'), 'EditReferral'),
});

export const relationRoutes = [
  members,
  newMember,
  member,
  editMember,
  parties,
  newParty,
  party,
  editParty,
  agreements,
  newAgreement,
  agreement,
  editAgreement,
  recognitions,
  newRecognition,
  recognition,
  editRecognition,
  recognitionSheet,
  needs,
  newNeed,
  need,
  editNeed,
  referrals,
  newReferral,
  referral,
  editReferral,
] as const;
