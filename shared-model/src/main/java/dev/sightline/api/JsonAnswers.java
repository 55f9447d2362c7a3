package dev.sightline.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.json.Json;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Makes REST answers speak the JSON of {@link Json}. */
@Singleton
class JsonAnswers implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        Json.configure(mapper);
    }
}
