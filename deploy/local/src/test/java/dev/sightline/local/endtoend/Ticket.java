package dev.sightline.local.endtoend;

import dev.sightline.local.endtoend.Client.Answer;

/** A ticket of a customer, which the inbox takes once its source is switched on. */
record Ticket(String id) {

    private static final String SOURCES = "/api/projects/1/signals/source_configs/";

    static final String EMIT = "/api/projects/1/signals/emit/";

    /** Switches the source on and answers its id. */
    static String switchOn(Client client) {
        Answer known = client.get(SOURCES);
        if (known.body().path("results").isEmpty()) {
            Answer made = client.post(SOURCES, "{\"source_product\":\"zendesk\",\"source_type\":\"ticket\"}");
            if (made.status() != 201) {
                throw new AssertionError(made);
            }
        }
        return client.get(SOURCES).body().at("/results/0/id").asText();
    }

    String json() {
        return """
                {"source_product":"zendesk","source_type":"ticket","source_id":"%1$s","weight":0.1,
                 "description":"Invoice %1$s is empty",
                 "extra":{"url":"https://acme.zendesk.com/agent/tickets/%1$s","type":"problem","tags":[],
                          "created_at":"2026-03-02T09:30:00Z","priority":"high","status":"new"}}
                """.formatted(id);
    }

    /** How many signals were made of tickets whose ids begin like this. */
    static String counted(String beginning) {
        return "select count(*) from signal where source_id like '" + beginning + "%'";
    }
}
