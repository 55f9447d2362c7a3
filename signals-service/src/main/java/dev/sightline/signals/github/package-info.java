/**
 * What is asked of GitHub's REST API on behalf of a project, by the connections of its organization. What the answers are
 * good for is decided by those who ask.
 */
package dev.sightline.signals.github;
