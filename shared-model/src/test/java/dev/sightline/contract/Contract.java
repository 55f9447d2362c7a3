package dev.sightline.contract;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The operations of {@code contract.json}. */
public final class Contract {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private Contract() {}

    public static List<Operation> operations() {
        try (InputStream file = Contract.class.getResourceAsStream("/contract.json")) {
            return MAPPER.readValue(file, new TypeReference<List<Operation>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Operation> operations(String service) {
        return operations().stream().filter(o -> o.service().equals(service)).toList();
    }
}
