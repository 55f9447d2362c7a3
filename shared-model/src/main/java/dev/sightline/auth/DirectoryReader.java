package dev.sightline.auth;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.sightline.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Reads the directory file and refuses one that is malformed or does not hang together, naming line or member. */
@ApplicationScoped
class DirectoryReader {

    private static final ObjectReader JSON =
            Json.mapper().readerFor(DirectoryFile.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Validator validator;

    DirectoryReader(Validator validator) {
        this.validator = validator;
    }

    DirectoryFile read(Path path) throws DirectoryException {
        try {
            return checked(JSON.readValue(Files.readAllBytes(path)));
        } catch (NoSuchFileException e) {
            throw new DirectoryException("there is no such file");
        } catch (JsonProcessingException e) {
            throw new DirectoryException(place(e) + reason(e));
        } catch (IOException e) {
            throw new DirectoryException("cannot be read: " + e.getMessage());
        }
    }

    private DirectoryFile checked(DirectoryFile file) throws DirectoryException {
        if (file == null) {
            throw new DirectoryException("is empty");
        }
        var broken = validator.validate(file).stream().min(Comparator.comparing(DirectoryReader::member));
        if (broken.isPresent()) {
            throw new DirectoryException(
                    member(broken.get()) + " " + broken.get().getMessage());
        }
        new DirectoryRules(file).check();
        return file;
    }

    private static String place(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null ? "" : "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
    }

    private static String reason(JsonProcessingException e) {
        String reason = e.getOriginalMessage()
                .lines()
                .findFirst()
                .orElse("not JSON")
                .replaceFirst(" \\(for \\w+ starting at .*", "");
        return e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                ? path(mapping) + ": " + reason
                : reason;
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .substring(1);
    }

    /** The member as the file writes it, for example {@code organizations[0].projects[1].capture_token}. */
    private static String member(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString().replaceAll("\\.?<[^>]*>", "");
        String written = PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(path);
        return written.replaceFirst("^keys\\b", "api_keys");
    }
}
