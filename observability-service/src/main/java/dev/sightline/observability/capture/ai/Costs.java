package dev.sightline.observability.capture.ai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/** Says what a call cost: by what the client sent, else by its own prices, else by the list. */
final class Costs {

    private static final String INPUT = "$ai_input_cost_usd";
    private static final String OUTPUT = "$ai_output_cost_usd";
    private static final String REQUEST = "$ai_request_cost_usd";
    private static final String WEB_SEARCH = "$ai_web_search_cost_usd";
    private static final String TOTAL = "$ai_total_cost_usd";
    private static final String CUSTOM = "custom";

    private final PriceList prices;

    Costs(PriceList prices) {
        this.prices = prices;
    }

    /** Adds the costs that are missing and can be known; a valid cost that was sent is never changed. */
    void add(ObjectNode properties) {
        boolean given = amount(properties, INPUT).isPresent()
                && amount(properties, OUTPUT).isPresent();
        if (given || price(properties)) {
            fees(properties);
            fill(properties, TOTAL, total(properties));
        }
    }

    private boolean price(ObjectNode properties) {
        Optional<Price> own = own(properties);
        if (own.isPresent()) {
            price(properties, own.get(), CUSTOM);
            return true;
        }
        String model = properties.path("$ai_model").asText("");
        Optional<Price> listed = prices.of(model);
        listed.ifPresent(price -> price(properties, price, "manual"));
        return listed.isPresent();
    }

    private static void price(ObjectNode properties, Price price, String source) {
        CallCost cost = new CallCost(new Usage(properties), price);
        fill(properties, INPUT, cost.input());
        fill(properties, OUTPUT, cost.output());
        properties.put("$ai_model_cost_used", price.model());
        properties.put("$ai_cost_model_source", source);
        properties.put("$ai_cost_model_provider", price.provider());
    }

    private static Optional<Price> own(ObjectNode properties) {
        Optional<BigDecimal> output = amount(properties, "$ai_output_token_price");
        return amount(properties, "$ai_input_token_price")
                .filter(input -> output.isPresent())
                .map(input -> new Price(
                        CUSTOM,
                        CUSTOM,
                        input,
                        output.get(),
                        amount(properties, "$ai_cache_read_token_price").orElse(null),
                        amount(properties, "$ai_cache_write_token_price").orElse(null),
                        amount(properties, "$ai_cache_write_1h_token_price").orElse(null)));
    }

    private static void fees(ObjectNode properties) {
        BigDecimal requests = amount(properties, "$ai_request_count").orElse(BigDecimal.ONE);
        amount(properties, "$ai_request_price").ifPresent(price -> fill(properties, REQUEST, price.multiply(requests)));
        BigDecimal searches = zeroOr(properties, "$ai_web_search_count");
        amount(properties, "$ai_web_search_price")
                .ifPresent(price -> fill(properties, WEB_SEARCH, price.multiply(searches)));
    }

    private static BigDecimal total(ObjectNode properties) {
        return zeroOr(properties, INPUT)
                .add(zeroOr(properties, OUTPUT))
                .add(zeroOr(properties, REQUEST))
                .add(zeroOr(properties, WEB_SEARCH));
    }

    private static BigDecimal zeroOr(ObjectNode properties, String name) {
        return amount(properties, name).orElse(BigDecimal.ZERO);
    }

    private static Optional<BigDecimal> amount(ObjectNode properties, String name) {
        return Amount.of(properties.path(name));
    }

    private static void fill(ObjectNode properties, String name, BigDecimal cost) {
        if (amount(properties, name).isEmpty()) {
            properties.put(name, cost.stripTrailingZeros());
        }
    }
}
