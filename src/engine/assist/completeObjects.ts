import { writeYaml } from '../edits/writeYaml.ts';
import type { TextStyle } from '../edits/TextStyle.ts';
import type { YamlValue } from '../edits/YamlValue.ts';
import type { Completion } from './Completion.ts';
import { kindSchemas } from './schema/kindSchemas.ts';

const app = { app: 'app' };
const container: YamlValue = { name: 'app', image: 'app', ports: [{ containerPort: 8080 }] };
const template: YamlValue = { metadata: { labels: app }, spec: { containers: [container] } };

/** What a new object of a kind begins with; kinds that are not here begin with their head only. */
const specs: Readonly<Record<string, YamlValue>> = {
  NetworkPolicy: { podSelector: {}, policyTypes: ['Ingress'], ingress: [] },
  Deployment: { replicas: 1, selector: { matchLabels: app }, template },
  Service: { selector: app, ports: [{ port: 80, targetPort: 8080 }] },
};

/** Whole objects, for a document that is empty. `namespace`: where the other objects of the file are. */
export const completeObjects = (namespace: string | null, style: TextStyle): readonly Completion[] =>
  kindSchemas
    .filter(({ kind }) => kind === 'Namespace' || Object.hasOwn(specs, kind))
    .map(({ kind, apiVersions, schema }) => {
      const place: Readonly<Record<string, YamlValue>> =
        kind === 'Namespace' || namespace === null ? {} : { namespace };
      const spec = specs[kind];
      const object: Readonly<Record<string, YamlValue>> = {
        apiVersion: apiVersions[0] ?? '',
        kind,
        metadata: { name: kind === 'NetworkPolicy' ? 'default-deny' : 'app', ...place },
        ...(spec === undefined ? null : { spec }),
      };
      return {
        type: 'object',
        label: kind,
        insert: `${writeYaml(object, { ...style, eol: '\n' }, 0)}\n`,
        detail: { code: 'new' },
        doc: schema.doc,
        goesOn: false,
      };
    });
