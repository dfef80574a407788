import { mentionedId, resourceTypeOfId } from '../../core/resource-id';

it.each([
  ['', null],
  ['sg-xyz, ami-5287d50, xsg-06351aed6c6e2d460', null],
  ['subnet/subnet-06351aed6c6e2d460', null],
  ['sg-06351aed6c6e2d460-x', null],
  ['Security Group (sg-06351aed6c6e2d460): ', 'sg-06351aed6c6e2d460'],
  ['ami-5287d500', 'ami-5287d500'],
  ['i-0123456789abcdef0 in subnet-0123456789abcdef0', 'subnet-0123456789abcdef0'],
])('finds the last id in %j', (text, id) => {
  expect(mentionedId(text)).toBe(id);
});

it.each([
  ['web', null],
  ['arn:aws:iam::111122223333:role/web-1', null],
  ['sg-06351aed6c6e2d460', 'security-group'],
  ['i-06351aed6c6e2d460', 'instance'],
  ['ami-06351aed6c6e2d460', 'image'],
  ['eni-06351aed6c6e2d460', 'network-interface'],
  ['lt-06351aed6c6e2d460', 'launch-template'],
  ['vol-06351aed6c6e2d460', 'volume'],
])('reads the type of %j as %j', (id, type) => {
  expect(resourceTypeOfId(id)).toBe(type);
});

const HEX = '0123456789abcdef0';

it.each([
  ['acl', 'network-acl'],
  ['ami', 'image'],
  ['cr', 'capacity-reservation'],
  ['eipalloc', 'elastic-ip'],
  ['eni', 'network-interface'],
  ['fleet', 'fleet'],
  ['i', 'instance'],
  ['igw', 'internet-gateway'],
  ['key', 'key-pair'],
  ['lt', 'launch-template'],
  ['nat', 'natgateway'],
  ['pcx', 'vpc-peering-connection'],
  ['pg', 'placement-group'],
  ['pl', 'prefix-list'],
  ['rtb', 'route-table'],
  ['sfr', 'spot-fleet-request'],
  ['sg', 'security-group'],
  ['sir', 'spot-instances-request'],
  ['snap', 'snapshot'],
  ['subnet', 'subnet'],
  ['tgw', 'transit-gateway'],
  ['vol', 'volume'],
  ['vpc', 'vpc'],
  ['vpce', 'vpc-endpoint'],
])('finds an id with %s and reads it as %s', (prefix, type) => {
  expect(mentionedId(`for (${prefix}-${HEX})`)).toBe(`${prefix}-${HEX}`);
  expect(resourceTypeOfId(`${prefix}-${HEX}`)).toBe(type);
});

it.each(['web-server', 'constructor-1', 'toString-1', 'plain'])('reads %s as no id', (text) => {
  expect(resourceTypeOfId(text)).toBeNull();
});
