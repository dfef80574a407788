// What the pictures of the three shapes of a deployment show.
import type { Box, Picture } from './draw';

type Point = readonly [x: number, y: number];

function group(title: string, at: Point, size: Point): Box {
  return { kind: 'group', at, size, title };
}

function stage(title: string, note: string, at: Point, width = 132): Box {
  return { kind: 'stage', at, size: [width, 52], title, note };
}

/** Bus, queue, function and topic in a row, with the table, from the left edge of the bus. */
function way([x, y]: Point): Pick<Picture, 'boxes' | 'arrows'> {
  const middle = y + 26;
  return {
    boxes: [
      stage('event bus', 'rule', [x, y]),
      stage('queue', 'and its dead letters', [x + 160, y], 140),
      stage('function', 'explains, groups', [x + 328, y]),
      stage('topic', 'e-mail, chat', [x + 488, y], 116),
      stage('table', 'groups, denials', [x + 328, y + 92]),
    ],
    arrows: [
      {
        through: [
          [x + 132, middle],
          [x + 159, middle],
        ],
      },
      {
        through: [
          [x + 300, middle],
          [x + 327, middle],
        ],
      },
      {
        through: [
          [x + 460, middle],
          [x + 487, middle],
        ],
      },
      {
        through: [
          [x + 394, y + 52],
          [x + 394, y + 91],
        ],
      },
    ],
  };
}

/** An event on its way, with a turn at a column. */
function sent(from: Point, column: number, to: Point): Picture['arrows'][number] {
  return { through: [from, [column, from[1]], [column, to[1]], to] };
}

const oneRegion = (): Picture => {
  const { boxes, arrows } = way([212, 62]);
  return {
    size: [860, 240],
    title:
      'One Region: CloudTrail, event bus, queue, function, topic and table in one account and Region',
    boxes: [
      group('account 111122223333, us-east-1', [12, 12], [836, 216]),
      stage('CloudTrail', 'denied launch', [32, 62]),
      ...boxes,
      stage('STS, IAM', 'decode, simulate', [372, 154]),
    ],
    arrows: [
      {
        through: [
          [164, 88],
          [211, 88],
        ],
      },
      ...arrows,
      {
        through: [
          [560, 114],
          [560, 132],
          [438, 132],
          [438, 153],
        ],
        isRequest: true,
      },
    ],
  };
};

const FURTHER = ['eu-west-1', 'ap-southeast-2'];

const allRegions = (): Picture => {
  const { boxes, arrows } = way([352, 106]);
  return {
    size: [1000, 320],
    title:
      'All Regions: a forwarder in each further Region sends denials to the event bus of the home Region',
    boxes: [
      group('account 111122223333', [12, 12], [976, 296]),
      ...FURTHER.flatMap((region, at) => [
        group(region, [32, 44 + at * 130], [236, 118]),
        stage('forwarder', 'rule, role, dead letters', [54, 86 + at * 130], 192),
      ]),
      group('us-east-1, the home stack', [324, 64], [652, 204]),
      ...boxes,
    ],
    arrows: [sent([246, 112], 296, [351, 124]), sent([246, 242], 296, [351, 140]), ...arrows],
  };
};

const MEMBERS = ['payments 444455556666', 'search 777788889999'];

function member(account: string, at: number): readonly Box[] {
  const y = 12 + at * 186;
  return [
    group(`member account ${account}`, [12, y], [296, 172]),
    stage('forwarder', 'in each Region', [36, y + 36], 248),
    {
      kind: 'role',
      at: [36, y + 106],
      size: [248, 48],
      title: 'reader role',
      note: 'may decode and simulate',
    },
  ];
}

/** From the function around the table. */
const LEAVES: readonly Point[] = [
  [836, 174],
  [836, 194],
  [880, 194],
  [880, 316],
];

/** Requests of the function for the role of each member. */
const REQUESTS: Picture['arrows'] = [
  {
    through: [...LEAVES, [324, 316], [324, 142], [286, 142]],
    label: { text: 'assumes the role of the account where it was denied', at: [404, 338] },
    isRequest: true,
  },
  { through: [...LEAVES, [880, 350], [324, 350], [324, 328], [286, 328]], isRequest: true },
];

const organization = (): Picture => {
  const { boxes, arrows } = way([392, 122]);
  return {
    size: [1040, 388],
    title:
      'Organization: forwarders in member accounts send denials to the hub, whose function decodes by the reader role of each account',
    boxes: [
      ...MEMBERS.flatMap(member),
      group('hub account 111122223333, us-east-1', [364, 64], [664, 220]),
      ...boxes,
    ],
    arrows: [
      sent([284, 74], 336, [391, 140]),
      sent([284, 260], 336, [391, 156]),
      ...arrows,
      ...REQUESTS,
    ],
  };
};

/** The pictures by the names of their files. */
export const SHAPES = {
  'shape-one-region': oneRegion(),
  'shape-all-regions': allRegions(),
  'shape-organization': organization(),
} as const satisfies Readonly<Record<string, Picture>>;
