import { pipelineOptionSyntax } from '../pipeline-option-syntax';
import type { Rule } from '../rule';

/** Rules about the option with which Campaign receives Experience Cloud Triggers. */
export const pipelineRules: readonly Rule[] = [pipelineOptionSyntax];
