package dev.sightline.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class GatewayTest extends GatewayBehaviour {

    @Override
    AutoCloseable start(Setup setup) {
        return Gateway.start(
                setup.routes(), SocketAddress.inetSocketAddress(setup.port(), "127.0.0.1"), setup.origins());
    }

    @Test
    void readinessIsThatOfAllServices() throws Exception {
        assertEquals(200, caller.send("GET", "/health").statusCode());

        HttpResponse<String> answer = withoutSignals(routes(), other -> other.send("GET", "/health"));

        assertEquals(503, answer.statusCode());
        JsonObject up = new JsonObject(answer.body()).getJsonObject("services");
        assertEquals("DOWN", up.getString("signals"));
        assertEquals("UP", up.getString("vision"));
    }
}
