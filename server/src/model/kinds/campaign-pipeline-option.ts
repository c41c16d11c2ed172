import { type ConfigNode, property, textAt } from '../../syntax/tree';
import { type Dialect, names } from '../dialect';
import type { FileKind } from '../kind';
import { readEntity } from '../read';
import { labelOf } from './label';

/** The value of Campaign's option `NmsPipeline_Config`: which Experience Cloud Triggers it processes. */
export const campaignPipelineOption: FileKind = {
  id: 'campaign-pipeline-option',
  title: 'Adobe Campaign option NmsPipeline_Config',
  files: ['*.json'],
  syntaxes: ['json'],
  recognition: {
    marker: /"topics"[\s\S]*"triggers"/,
    content: (root) => items(root, 'topics').some(isTriggersTopic),
  },
  entities: (root) =>
    items(root, 'topics').flatMap((topic) => [
      readEntity(topic, topicDialect, { label: labelOf(topic, ['consumer', 'name']) }),
      ...items(topic, 'triggers').map((trigger) =>
        readEntity(trigger, triggerDialect, { label: labelOf(trigger, ['name']) }),
      ),
    ]),
};

/** Other programs have topics and consumers, too; only Campaign has triggers with JavaScript libraries. */
const isTriggersTopic = (topic: ConfigNode): boolean =>
  property(topic, 'triggers')?.value.type === 'array' &&
  (textAt(topic, 'name') === 'triggers' ||
    items(topic, 'triggers').some((trigger) => property(trigger, 'jsConnector')));

function items(node: ConfigNode | undefined, key: string): readonly ConfigNode[] {
  const list = property(node, key)?.value;
  return list?.type === 'array' ? list.items : [];
}

const shared = { migration: 'none', issuer: 'campaign', secrets: 'references' } as const;

const topicDialect: Dialect = {
  ...shared,
  concept: 'pipeline-topic',
  names: names({
    name: 'name',
    consumer: 'consumer',
    triggers: { path: 'triggers', shape: 'any' },
  }),
};

const triggerDialect: Dialect = {
  ...shared,
  concept: 'pipeline-trigger',
  names: names({ name: 'name', jsConnector: 'jsConnector' }),
};
