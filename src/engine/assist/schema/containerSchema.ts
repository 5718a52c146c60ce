import { choice, flag, integer, list, map, port, strings, text, unexplained, type FieldSchema } from './FieldSchema.ts';

const containerPort = map(
  'A port that the container listens on. Declaring it changes nothing for policies but its name.',
  {
    containerPort: integer('The number, 1 to 65535.'),
    name: text('A name by which Services and policies can refer to the port: at most 15 of `a-z`, `0-9` and `-`.'),
    protocol: choice('`TCP` when left out.', ['TCP', 'UDP', 'SCTP']),
    hostPort: integer('The same port on the node; seldom a good idea.'),
    hostIP: text('The address of the node that `hostPort` is bound to.'),
  },
);

const httpHeaders = list(
  'Headers to send.',
  map('A header.', { name: text('Of the header.'), value: text('Of the header.') }),
);

const handlers = {
  httpGet: map('Asks by HTTP.', {
    path: text('The path to ask for.'),
    port: port('The container’s port, by number or name.'),
    host: text('Another host than the pod.'),
    scheme: choice('`HTTP` when left out.', ['HTTP', 'HTTPS']),
    httpHeaders,
  }),
  tcpSocket: map('Opens a TCP connection.', {
    port: port('The container’s port, by number or name.'),
    host: text('Another host than the pod.'),
  }),
  exec: map('Runs a command in the container.', { command: list('The command and its arguments.', text('A word.')) }),
};

const probe = (doc: string): FieldSchema =>
  map(doc, {
    ...handlers,
    grpc: map('Asks by the gRPC health protocol.', { port: integer('The port.'), service: text('What to ask about.') }),
    initialDelaySeconds: integer('Wait before the first time.'),
    periodSeconds: integer('From one time to the next.'),
    timeoutSeconds: integer('When an answer counts as missing.'),
    successThreshold: integer('Successes in a row that count as success.'),
    failureThreshold: integer('Failures in a row that count as failure.'),
    terminationGracePeriodSeconds: integer('How long the container may take to end after a failure.'),
  });

const hook = (doc: string): FieldSchema => map(doc, { ...handlers, ...unexplained('sleep') });

const env = list(
  'Environment variables.',
  map('A variable.', {
    name: text('Of the variable.'),
    value: text('A string; numbers need quotes.'),
    ...unexplained('valueFrom'),
  }),
);

/** A container, init container or ephemeral container. */
export const containerSchema: FieldSchema = map('A container of the pod.', {
  name: text('Unique in the pod.'),
  image: text('The image it runs.'),
  imagePullPolicy: choice('When the image is pulled.', ['Always', 'IfNotPresent', 'Never']),
  command: list('Instead of the image’s entrypoint.', text('A word.')),
  args: list('Arguments of the command.', text('A word.')),
  workingDir: text('Where the command starts.'),
  ports: list('Ports that the container listens on.', containerPort),
  env,
  ...unexplained('envFrom resources volumeMounts volumeDevices securityContext resizePolicy restartPolicyRules'),
  restartPolicy: text('`Always` makes an init container a sidecar.'),
  livenessProbe: probe('Fails: the container is started anew.'),
  readinessProbe: probe('Fails: Services send no traffic here.'),
  startupProbe: probe('Until it succeeds the other probes wait.'),
  lifecycle: map('What to do after the start and before the end.', {
    postStart: hook('After the start.'),
    preStop: hook('Before the end.'),
    ...unexplained('stopSignal', 'string'),
  }),
  terminationMessagePath: text('Where the container leaves its last words.'),
  terminationMessagePolicy: choice('Where the last words are taken from.', ['File', 'FallbackToLogsOnError']),
  stdin: flag('Whether it has an input.'),
  stdinOnce: flag('Whether the input ends with the first who used it.'),
  tty: flag('Whether it has a terminal.'),
  ...unexplained('targetContainerName', 'string'),
});

export const nodeSelectorSchema = strings('Labels that the node must have.');
