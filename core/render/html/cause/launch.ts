// reviewed → [HTML]: what the launch asked for.
import type { Explanation } from '../../../contract';
import type { Launch, LaunchVolume } from '../../../launch';
import { type Html, markup } from '../markup';
import { value, witnessMark } from '../parts';

/** The fields in the order in which people think of a launch. */
const FIELDS: readonly (readonly [
  label: string,
  of: (launch: Launch) => readonly (string | null | undefined)[],
])[] = [
  ['instance types', ({ instanceTypes }) => instanceTypes],
  ['count', ({ maxCount }) => [maxCount === null ? null : String(maxCount)]],
  ['market', ({ market }) => [market]],
  ['images', ({ imageIds }) => imageIds],
  ['subnets', ({ subnetIds }) => subnetIds],
  ['security groups', ({ securityGroupIds }) => securityGroupIds],
  ['instance profile', ({ instanceProfile }) => [instanceProfile]],
  ['launch template', ({ launchTemplate }) => [launchTemplate]],
  ['key pair', ({ keyName }) => [keyName]],
  ['volumes', ({ volumes = [] }) => volumes.map(volumeText)],
  ['network interfaces', ({ networkInterfaceIds = [] }) => networkInterfaceIds],
  ['placement group', ({ placementGroup }) => [placementGroup]],
  ['capacity reservation', ({ capacityReservation }) => [capacityReservation]],
  ['license configurations', ({ licenseConfigurations = [] }) => licenseConfigurations],
  ['passed roles', ({ passedRoles = [] }) => passedRoles],
  ['tags', tagTexts],
  ['Region', ({ region }) => [region]],
];

/** Draws what was asked for; null where nothing is known of it. */
export function launchTable(explanation: Explanation | null): Html | null {
  const launch = explanation?.launch;
  if (launch === undefined) return null;
  const rows = FIELDS.flatMap(([label, of]) => {
    const texts = of(launch).filter((text): text is string => Boolean(text));
    return texts.length === 0 ? [] : [row(label, texts)];
  });
  return markup`<dl class="ld-facts">${rows}</dl><p class="ld-faint">All of it${witnessMark(explanation?.witnesses['launch'])}</p>`;
}

function row(label: string, texts: readonly string[]): Html {
  const lines = texts.map((text, at) => markup`${at > 0 && BREAK}${value(text)}`);
  return markup`<dt>${label}</dt><dd>${lines}</dd>`;
}

const BREAK = markup`<br>`;

function volumeText({ volumeType, encrypted, kmsKeyId, snapshotId }: LaunchVolume): string {
  const parts = [
    volumeType ?? 'volume',
    encrypted === null ? null : encrypted ? 'encrypted' : 'not encrypted',
    kmsKeyId && `key ${kmsKeyId}`,
    snapshotId && `from ${snapshotId}`,
  ];
  return parts.filter(Boolean).join(', ');
}

function tagTexts({ tags, taggedTypes }: Launch): readonly string[] {
  if (taggedTypes === undefined) return Object.entries(tags).map(pair);
  return Object.entries(taggedTypes).flatMap(([type, own]) =>
    Object.entries(own).map((tag) => `${type}: ${pair(tag)}`),
  );
}

function pair([key, text]: readonly [string, string]): string {
  return `${key} = ${text}`;
}
