package dev.sightline.local.endtoend;

import dev.sightline.local.stack.Port;
import dev.sightline.servers.Ports;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Ports for a stack under test. */
final class FreePorts {

    private FreePorts() {}

    /** A free number for every port of the stack, by the variable that sets it. */
    static Map<String, String> choose() throws IOException {
        Set<Integer> taken = new HashSet<>();
        Map<String, String> chosen = new HashMap<>();
        for (Port port : Port.values()) {
            chosen.put(port.variable(), "" + another(taken));
        }
        return chosen;
    }

    private static int another(Set<Integer> taken) throws IOException {
        int port = Ports.free();
        while (!taken.add(port)) {
            port = Ports.free();
        }
        return port;
    }
}
