package dev.sightline.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RouteTest {

    private final Route route = new Route("/api/projects/{project_id}/things/{ id : [0-9a-f]{2} }/x.y");

    @Test
    void matchesItsTemplateWithAndWithoutSlash() {
        assertTrue(route.matches("/api/projects/@current/things/a1/x.y"));
        assertTrue(route.matches("/api/projects/1/things/a1/x.y/"));
    }

    @Test
    void matchesNothingElse() {
        assertFalse(route.matches("/api/projects/1/things/a1/xzy"));
        assertFalse(route.matches("/api/projects/1/things/zz/x.y"));
        assertFalse(route.matches("/api/projects/1/2/things/a1/x.y"));
        assertFalse(route.matches("/api/projects/1/things/a1/x.y/z"));
    }

    @Test
    void namesWhatStandsForAVariable() {
        assertEquals("7", route.variable("project_id", "/api/projects/7/things/a1/x.y"));
        assertEquals("a1", route.variable("id", "/api/projects/7/things/a1/x.y"));
        assertNull(route.variable("other", "/api/projects/7/things/a1/x.y"));
    }

    @Test
    void templatesThatDifferInNamesOnlyAreOneRoute() {
        assertEquals(Route.anonymous("/a/{id}/b"), Route.anonymous("/a/{thing_id: [0-9]{1,3}}/b"));
    }

    @Test
    void verbsStandInTheOrderOfTheReference() throws Exception {
        for (String verb : new String[] {"DELETE", "PATCH", "GET", "POST"}) {
            route.add(verb, Object.class.getMethod("hashCode"));
        }

        assertEquals("GET, POST, PATCH, DELETE, HEAD, OPTIONS", route.allow());
    }
}
