/**
 * The run of real clients: those of the JVM here, those of JavaScript by Node's test runner in the folder {@code test}
 * beside {@code src}. What passed becomes the README's table. What the services promise in detail is tested there.
 */
package dev.sightline.clients;
