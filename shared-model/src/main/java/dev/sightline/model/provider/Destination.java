package dev.sightline.model.provider;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** A URL and the one address its host stands for. TLS and the Host header still go by the name. */
record Destination(URI url, InetAddress address) {

    RequestOptions options() {
        boolean secure = url.getScheme().equalsIgnoreCase("https");
        int port = url.getPort() > 0 ? url.getPort() : secure ? 443 : 80;
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setSsl(secure)
                .setHost(url.getHost())
                .setPort(port)
                .setURI(url.getRawQuery() == null ? url.getRawPath() : url.getRawPath() + "?" + url.getRawQuery())
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)));
    }
}
