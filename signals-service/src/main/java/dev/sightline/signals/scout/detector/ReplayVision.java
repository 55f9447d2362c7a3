package dev.sightline.signals.scout.detector;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether scanners still observe, and whether what they say has shifted. */
@ApplicationScoped
class ReplayVision implements Detector {

    @Override
    public String skillName() {
        return "signals-scout-replay-vision";
    }

    @Override
    public Set<String> domains() {
        return Set.of(ScannerGap.DOMAIN, ScannerShift.DOMAIN);
    }

    @Override
    public List<Clue> detect(Facts facts) {
        return Stream.of(
                        new ScannerGap(facts.history(), facts.roster()).clues(),
                        new ScannerShift(facts.history()).clues())
                .flatMap(List::stream)
                .toList();
    }
}
