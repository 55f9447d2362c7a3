/**
 * Artefacts: what people, tasks and the system wrote about a report, the schemas of their contents, and who is named as
 * their author. What a report shows of them is kept on the report's row by the same transaction.
 */
package dev.sightline.signals.artefact;
