package dev.sightline.vision.analysis;

/**
 * One scan.
 *
 * @param model the provider's name of the model; ignored by the local analyst
 * @param findDefects whether findings are wanted ({@code emits_signals} of the scanner's snapshot)
 */
public record AnalysisRequest(ScannerConfig config, String model, boolean findDefects, ObservedSession session) {}
