/**
 * The ports to language models and embedders, their provider adapters, and the {@code local} ones that need neither key
 * nor network. What is asked of a model lives with the feature that asks.
 */
package dev.sightline.model;
