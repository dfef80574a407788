// What asks AWS Organizations, which one command does.
export { organizationNames } from '../../adapters/organization-names';
