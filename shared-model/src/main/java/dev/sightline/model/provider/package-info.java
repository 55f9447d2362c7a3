/**
 * The adapters to language models of providers: what each wants to be asked and how its answers read is LangChain4j's
 * business, how the bytes travel is ours. Which provider, key and model to use is up to the feature that asks.
 */
package dev.sightline.model.provider;
