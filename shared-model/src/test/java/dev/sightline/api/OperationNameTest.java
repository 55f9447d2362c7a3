package dev.sightline.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationNameTest {

    private static final String PROJECT = "/api/projects/{project_id}";

    @ParameterizedTest
    @CsvSource({
        "GET, /vision/scanners, true, vision_scanners_list, vision scanners",
        "GET, /vision/scanners/{id}, false, vision_scanners_retrieve, vision scanners",
        "PATCH, /vision/scanners/{id}, false, vision_scanners_partial_update, vision scanners",
        "DELETE, /vision/scanners/{id}, false, vision_scanners_destroy, vision scanners",
        "POST, /signals/reports/bulk-state, false, signals_reports_bulk_state_create, signals reports",
        "PUT, /signals/processing/pause, false, signals_processing_pause_update, signals processing",
        "POST, /datasets, false, datasets_create, datasets",
        "GET, /llm_analytics/provider_keys, true, llm_analytics_provider_keys_list, llm_analytics"
    })
    void isMadeOfThePath(String method, String path, boolean many, String id, String tag) {
        OperationName name = new OperationName(PROJECT + path, method);

        assertEquals(id, name.id(many));
        assertEquals(tag, name.tag());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/users/@me, users_me_retrieve, users",
        "/api/projects/{project_id}, projects_retrieve, projects",
        "/api/personal_api_keys/@current, personal_api_keys_current_retrieve, personal_api_keys"
    })
    void isMadeOfThePathOutsideOfProjectsToo(String path, String id, String tag) {
        OperationName name = new OperationName(path, "GET");

        assertEquals(id, name.id(false));
        assertEquals(tag, name.tag());
    }
}
