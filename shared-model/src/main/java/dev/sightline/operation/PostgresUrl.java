package dev.sightline.operation;

import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.Converter;

/** The address of a Postgres server, to which the services add a slash and the name of their database. */
public record PostgresUrl(String text) {

    private static final Pattern FORM = Pattern.compile("postgresql://[^/?#\\s:]+(:\\d{1,5})?");

    /** @throws IllegalArgumentException if it is none */
    public static PostgresUrl of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("SIGHTLINE_POSTGRES_URL must be postgresql://HOST:PORT");
        }
        return new PostgresUrl(text);
    }

    /** For settings: what is wrong becomes the reason why the service does not start. */
    public static final class Setting implements Converter<PostgresUrl> {

        private static final long serialVersionUID = 1L;

        @Override
        public PostgresUrl convert(String text) {
            return PostgresUrl.of(text);
        }
    }
}
