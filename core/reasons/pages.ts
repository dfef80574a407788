// What the page of each reason says, as data; `reasonPage` writes the pages from it.
import type { ReasonCode } from '../explain/reasons';
import { GRANTING_PAGES } from './pages/granting';
import { LIMITING_PAGES } from './pages/limiting';
import { ORGANIZATION_PAGES } from './pages/organization';
import { UNTYPED_PAGES } from './pages/untyped';
import type { ReasonPage } from './reason-page';

/** The page of every reason; a code without one does not compile. */
export const PAGES: Readonly<Record<ReasonCode, ReasonPage>> = {
  ...GRANTING_PAGES,
  ...LIMITING_PAGES,
  ...ORGANIZATION_PAGES,
  ...UNTYPED_PAGES,
};
