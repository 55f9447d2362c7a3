/**
 * Evaluations carried out (spec/observability.md 4): asked for by hand or by the scheduler, queued as rows, done by leased
 * workers, ended together with every message that causes, and read back. What a judge is asked is {@code judge}, which
 * events are judged by themselves is {@code automatic}.
 */
package dev.sightline.observability.run;
