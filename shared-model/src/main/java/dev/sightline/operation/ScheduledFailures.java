package dev.sightline.operation;

import dev.sightline.messaging.Failures;
import dev.sightline.messaging.Outage;
import io.quarkus.scheduler.FailedExecution;
import io.quarkus.scheduler.SuccessfulExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Tells of scheduled jobs that fail: of a missing database or broker once a minute and job, of anything else each time and
 * with its trace.
 */
@ApplicationScoped
class ScheduledFailures {

    private static final Logger LOG = Logger.getLogger(ScheduledFailures.class);

    private final Map<String, Outage> outages = new ConcurrentHashMap<>();

    void failed(@Observes FailedExecution execution) {
        String job = execution.getExecution().getTrigger().getMethodDescription();
        if (Failures.isTransient(execution.getException())) {
            outages.computeIfAbsent(job, name -> new Outage(LOG, "The job " + name))
                    .failed(execution.getException());
        } else {
            LOG.errorf(execution.getException(), "The job %s failed", job);
        }
    }

    void worked(@Observes SuccessfulExecution execution) {
        Outage outage = outages.get(execution.getExecution().getTrigger().getMethodDescription());
        if (outage != null) {
            outage.worked();
        }
    }
}
