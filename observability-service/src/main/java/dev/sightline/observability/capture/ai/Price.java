package dev.sightline.observability.capture.ai;

import java.math.BigDecimal;

/**
 * What a model costs, in US dollars for one token.
 *
 * @param model as the list names it
 * @param cacheRead null for a share of the input price
 * @param cacheWrite null for a share of the input price
 * @param longCacheWrite for entries kept an hour; null for a share of the input price
 */
record Price(
        String model,
        String provider,
        BigDecimal input,
        BigDecimal output,
        BigDecimal cacheRead,
        BigDecimal cacheWrite,
        BigDecimal longCacheWrite) {

    /** The same for a list that says what a million tokens cost. */
    static Price perMillion(PriceFile.Provider provider, PriceFile.Model model) {
        return new Price(
                model.model(),
                provider.provider(),
                perToken(model.input()),
                perToken(model.output()),
                perToken(model.cacheRead()),
                perToken(model.cacheWrite()),
                perToken(model.longCacheWrite()));
    }

    private static BigDecimal perToken(BigDecimal million) {
        return million == null ? null : million.movePointLeft(6);
    }
}
