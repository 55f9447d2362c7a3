/**
 * A language model that carries out a scout's instructions with a few tools, within budgets of steps, tokens and time.
 * What it reads of the project is data to it, never instructions. What the tools do lives with their features.
 */
package dev.sightline.signals.scout.agent;
