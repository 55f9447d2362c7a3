package dev.sightline.model.provider;

import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.util.List;

/** Finds the addresses of a host, fails with a {@link java.net.UnknownHostException} where there are none. */
interface Names {

    Uni<List<InetAddress>> find(String host);
}
