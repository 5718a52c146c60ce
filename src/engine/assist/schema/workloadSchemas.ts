import { choice, flag, integer, list, map, strings, text, unexplained, type FieldSchema } from './FieldSchema.ts';
import { podTemplateSchema } from './podSchema.ts';
import { selectorSchema } from './selectorSchema.ts';

const replicas = integer('How many pods there should be.');
const selector = selectorSchema('The pods that are its own; it must match the labels of `template`.', 'ownPods');
const template = podTemplateSchema;
const minReadySeconds = integer('How long a new pod must be ready before it counts as available.');
const revisionHistoryLimit = integer('How many old versions are kept.');

export const deploymentSpec: FieldSchema = map('The pods that should run.', {
  replicas,
  selector,
  template,
  minReadySeconds,
  revisionHistoryLimit,
  paused: flag('Whether changes wait.'),
  progressDeadlineSeconds: integer('After how long a change counts as failed.'),
  ...unexplained('strategy rollbackTo'),
});

export const statefulSetSpec: FieldSchema = map('The pods that should run, each with a name and storage of its own.', {
  replicas,
  selector,
  template,
  minReadySeconds,
  revisionHistoryLimit,
  serviceName: text('The headless Service that gives the pods their names.'),
  podManagementPolicy: choice('One after the other, or at once.', ['OrderedReady', 'Parallel']),
  ...unexplained('updateStrategy volumeClaimTemplates persistentVolumeClaimRetentionPolicy ordinals'),
});

export const daemonSetSpec: FieldSchema = map('A pod for every node.', {
  selector,
  template,
  minReadySeconds,
  revisionHistoryLimit,
  ...unexplained('updateStrategy templateGeneration'),
});

export const replicaSetSpec: FieldSchema = map('The pods that should run.', {
  replicas,
  selector,
  template,
  minReadySeconds,
});

export const replicationControllerSpec: FieldSchema = map('The pods that should run.', {
  replicas,
  selector: strings('Labels of the pods that are its own.', { role: 'ownPods' }),
  template,
  minReadySeconds,
});

export const jobSpec: FieldSchema = map('Pods that run to an end.', {
  selector,
  template,
  parallelism: integer('How many pods at a time.'),
  completions: integer('How many must succeed.'),
  backoffLimit: integer('How many may fail.'),
  activeDeadlineSeconds: integer('How long the job may take.'),
  ttlSecondsAfterFinished: integer('How long it stays after its end.'),
  completionMode: choice('Whether pods are told apart by an index.', ['NonIndexed', 'Indexed']),
  suspend: flag('Whether it waits.'),
  manualSelector: flag('Whether `selector` is chosen by hand.'),
  backoffLimitPerIndex: integer('How many failures one index may have.'),
  maxFailedIndexes: integer('How many indexes may fail.'),
  podReplacementPolicy: choice('When a pod is replaced.', ['TerminatingOrFailed', 'Failed']),
  managedBy: text('The controller that runs it.'),
  ...unexplained('podFailurePolicy successPolicy'),
});

export const cronJobSpec: FieldSchema = map('Jobs by the clock.', {
  schedule: text('When, as in crontab.'),
  timeZone: text('Of the schedule.'),
  concurrencyPolicy: choice('What happens when the last one still runs.', ['Allow', 'Forbid', 'Replace']),
  suspend: flag('Whether it waits.'),
  startingDeadlineSeconds: integer('How late a run may begin.'),
  successfulJobsHistoryLimit: integer('How many finished jobs stay.'),
  failedJobsHistoryLimit: integer('How many failed jobs stay.'),
  jobTemplate: map('The jobs that are made.', {
    metadata: map('Of each job.', {
      labels: strings('Labels of the job, not of its pods.', { role: 'labels' }),
      annotations: strings('Notes for tools and people.'),
      ...unexplained('name namespace creationTimestamp generateName finalizers ownerReferences'),
    }),
    spec: jobSpec,
  }),
});

export const namespaceSpec: FieldSchema = map('Seldom needed.', {
  finalizers: list('Who still has to agree before it goes.', text('A finalizer.')),
});
