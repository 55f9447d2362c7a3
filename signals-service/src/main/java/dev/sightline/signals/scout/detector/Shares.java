package dev.sightline.signals.scout.detector;

/** Compares the share of hits in two samples. */
record Shares(double hits, double of, double hitsBefore, double ofBefore) {

    double now() {
        return of == 0 ? 0 : hits / of;
    }

    double before() {
        return ofBefore == 0 ? 0 : hitsBefore / ofBefore;
    }

    double difference() {
        return now() - before();
    }

    /** The two-proportion test: how many standard errors the shares lie apart. */
    double standardErrors() {
        double pooled = (hits + hitsBefore) / (of + ofBefore);
        double error = Math.sqrt(pooled * (1 - pooled) * (1 / of + 1 / ofBefore));
        return error == 0 ? 0 : Math.abs(difference()) / error;
    }

    /** Whether both samples have this size and the shares differ by at least so much, beyond chance. */
    boolean differ(double least, double sample) {
        return of >= sample && ofBefore >= sample && Math.abs(difference()) >= least && standardErrors() >= 4.5;
    }
}
