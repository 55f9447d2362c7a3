package dev.sightline.local.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;

/** A readiness check over HTTP on the loopback. */
record Health(int port, String path) {

    /** Where services answer it. */
    static final String SERVICE = "/q/health/ready";

    private static final int PATIENCE_MS = 3_000;

    boolean isUp() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) new URL("http", Settings.LOOPBACK, port, path).openConnection();
            connection.setConnectTimeout(PATIENCE_MS);
            connection.setReadTimeout(PATIENCE_MS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }
}
