package dev.sightline.observability.capture.ai;

import java.math.BigDecimal;

/** What the tokens of one call cost at a price, in US dollars. */
record CallCost(Usage usage, Price price) {

    /** Shares of the input price where a list has none of its own: what providers charge as a rule. */
    private static final BigDecimal READ = new BigDecimal("0.5");

    private static final BigDecimal ANTHROPIC_READ = new BigDecimal("0.1");
    private static final BigDecimal ANTHROPIC_WRITE = new BigDecimal("1.25");
    private static final BigDecimal ANTHROPIC_LONG_WRITE = new BigDecimal("2");

    BigDecimal input() {
        BigDecimal longWritten = usage.longCacheWritten().min(usage.cacheWritten());
        return usage.plainInput()
                .multiply(price.input())
                .add(usage.cacheRead().multiply(cacheRead()))
                .add(usage.cacheWritten().subtract(longWritten).multiply(cacheWrite()))
                .add(longWritten.multiply(longCacheWrite()));
    }

    BigDecimal output() {
        return usage.output().multiply(price.output());
    }

    private BigDecimal cacheRead() {
        return price.cacheRead() != null ? price.cacheRead() : share(usage.anthropic() ? ANTHROPIC_READ : READ);
    }

    private BigDecimal cacheWrite() {
        return price.cacheWrite() != null
                ? price.cacheWrite()
                : share(usage.anthropic() ? ANTHROPIC_WRITE : BigDecimal.ONE);
    }

    private BigDecimal longCacheWrite() {
        if (price.longCacheWrite() != null) {
            return price.longCacheWrite();
        }
        return usage.anthropic() ? share(ANTHROPIC_LONG_WRITE) : cacheWrite();
    }

    private BigDecimal share(BigDecimal of) {
        return price.input().multiply(of);
    }
}
