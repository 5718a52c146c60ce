import { describe, expect, it } from 'vitest';
import { escapeXml } from './escapeXml.ts';
import { fitWords } from './fitWords.ts';
import type { Picture, PictureNode } from './Picture.ts';
import { pictureColours } from './pictureColours.ts';
import { toDot } from './toDot.ts';
import { toDrawio } from './toDrawio.ts';
import { toMermaid } from './toMermaid.ts';
import { toSvg } from './toSvg.ts';

const colours = pictureColours.light;
const node = (id: string, more: Partial<PictureNode> = {}): PictureNode => ({
  id,
  type: 'card',
  parent: 'namespace:shop',
  x: 20,
  y: 40,
  width: 200,
  height: 64,
  name: id.split('/').at(-1)!,
  lines: ['Deployment'],
  ingress: 'isolated',
  egress: 'open',
  ...more,
});
const line = {
  verdict: 'rule',
  partial: false,
  bundle: false,
  path: 'M0 0C1 1 2 2 3 3',
  head: 'M3 3L1 1L2 0Z',
  label: '8080, 8443',
  shortLabel: '8080 +1',
  labelAt: { x: 10, y: 10 },
} as const;
const picture: Picture = {
  title: 'Shop: who may reach whom',
  subtitle: '1 namespace',
  nodes: [
    node('namespace:shop', { type: 'frame', parent: null, width: 500, height: 300, name: 'shop' }),
    node('shop/Deployment/web'),
    node('shop/Deployment/api', { name: '<b>"api"</b> & `co` #1\n]', x: 260 }),
    node('external:any', { type: 'external', parent: null, name: 'Anywhere', x: -300, ingress: null, egress: null }),
  ],
  edges: [
    { ...line, from: 'shop/Deployment/web', to: 'shop/Deployment/api' },
    { ...line, from: 'external:any', to: 'namespace:shop', verdict: 'open', label: '', shortLabel: '', bundle: true },
    {
      ...line,
      from: 'shop/Deployment/api',
      to: 'shop/Deployment/api',
      verdict: 'uncertain',
      label: '',
      shortLabel: '',
    },
  ],
  notes: ['3 open-by-default flows not drawn.'],
};

describe('a picture as SVG', () => {
  const { text, width, height } = toSvg(picture, { colours, font: null });

  it('has every node and every line, once', () => {
    expect([...text.matchAll(/data-node-id="([^"]+)"/g)].map(([, id]) => id).toSorted()).toEqual(
      picture.nodes.map(({ id }) => id).toSorted(),
    );
    expect([...text.matchAll(/data-edge-from=/g)]).toHaveLength(3);
  });

  it('is as large as it says, and holds what is left of the origin', () => {
    expect(text).toContain(`width="${width}" height="${height}"`);
    expect(text).toContain('<g transform="translate(328 -12)">');
  });

  it('never takes a name for markup', () => {
    expect(text).not.toContain('<b>');
    expect(text).toContain('&lt;b&gt;&quot;api&quot;&lt;/b&gt; &amp; `co`');
  });

  it('says what its signs mean, what it leaves out, and no more', () => {
    expect(text).toContain('allowed by a rule');
    expect(text).toContain('open by default');
    expect(text).toContain('3 open-by-default flows not drawn.');
    expect(text).not.toContain('some pods only');
  });

  it('carries the face it is given, and points nowhere outside', () => {
    const withFace = toSvg(picture, { colours, font: 'data:font/woff2;base64,AAAA' }).text;
    expect(withFace).toContain("src:url('data:font/woff2;base64,AAAA')");
    expect([...withFace.matchAll(/https?:[^"']+/g)].map(([address]) => address)).toEqual([
      'http://www.w3.org/2000/svg',
    ]);
  });

  it('has no more of a label than there is room for', () => {
    expect(text).toContain('>8080 +1</text>');
    expect(text).not.toContain('8443');
  });

  it('shows uncertain lines by a sign too', () => {
    expect(text).toContain('>?</text>');
  });
});

describe('a picture for draw.io', () => {
  const text = toDrawio(picture, colours);

  it('has a cell for everything, inside its namespace', () => {
    expect([...text.matchAll(/vertex="1"/g)]).toHaveLength(picture.nodes.length + picture.notes.length);
    expect([...text.matchAll(/edge="1"/g)]).toHaveLength(3);
    expect(text).toContain('parent="n0"><mxGeometry x="0" y="0"');
  });

  it('takes names as text, with their line ends', () => {
    expect(text).toContain('&lt;b&gt;&quot;api&quot;&lt;/b&gt; &amp; `co` #1&#10;]');
    expect(text).not.toContain('html=1');
  });
});

describe('a picture as Mermaid', () => {
  it('has subgraphs, arrows by verdict, and names that cannot break out', () => {
    const text = toMermaid(picture, colours);
    expect(text).toContain('  subgraph n0 ["shop"]\n    n1["web<br/>Deployment"]');
    expect(text).toContain('n2["#lt;b#gt;#quot;api#quot;#lt;/b#gt; #amp; #96;co#96; #35;1<br/>]<br/>Deployment"]');
    expect(text).toContain('  n1 -->|"8080, 8443"| n2');
    expect(text).toContain('  n3 -.-> n0');
    expect(text).toContain('  n2 -.->|"?"| n2');
    expect(text).toContain('  %% 3 open-by-default flows not drawn.');
  });
});

describe('a picture for Graphviz', () => {
  it('has clusters, and lines that end at their borders', () => {
    const text = toDot(picture, colours);
    expect(text).toContain('subgraph cluster_0 {');
    expect(text).toContain(`n3 -> a0 [color="${colours.open}", style=dashed, penwidth=2, lhead=cluster_0];`);
    expect(text).toContain('n2 [label="<b>\\"api\\"</b> & `co` #1\\n]\\nDeployment"];');
  });
});

describe('words in pictures', () => {
  it('end in an ellipsis where they do not fit', () => {
    expect(fitWords('short', 11, 200)).toBe('short');
    const fitted = fitWords('a-very-long-name-of-a-workload', 11, 80);
    expect(fitted.endsWith('…')).toBe(true);
    expect(fitted.length).toBeLessThan(16);
    expect(fitWords('数据库数据库数据库', 10, 50).length).toBeLessThanOrEqual(5);
  });

  it('hold nothing that XML cannot', () => {
    expect(escapeXml('a\u0000\u001b[31m\ud800<')).toBe('a\ufffd\ufffd[31m\ufffd&lt;');
  });
});
