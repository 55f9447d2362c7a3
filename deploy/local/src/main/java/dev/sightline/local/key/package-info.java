/**
 * Makes personal API keys for the directory file. Checking keys is done by the services.
 */
package dev.sightline.local.key;
