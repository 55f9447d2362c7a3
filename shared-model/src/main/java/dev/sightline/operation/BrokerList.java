package dev.sightline.operation;

import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.Converter;

/** Addresses of brokers, any of which leads to the others. */
public record BrokerList(String text) {

    private static final Pattern FORM = Pattern.compile("[^\\s,:/]+:\\d{1,5}(\\s*,\\s*[^\\s,:/]+:\\d{1,5})*");

    /** @throws IllegalArgumentException if there is none */
    public static BrokerList of(String text) {
        if (!FORM.matcher(text.trim()).matches()) {
            throw new IllegalArgumentException("SIGHTLINE_KAFKA must be HOST:PORT[,HOST:PORT…]");
        }
        return new BrokerList(text);
    }

    /** For settings: what is wrong becomes the reason why the service does not start. */
    public static final class Setting implements Converter<BrokerList> {

        private static final long serialVersionUID = 1L;

        @Override
        public BrokerList convert(String text) {
            return BrokerList.of(text);
        }
    }
}
