package dev.sightline.model.provider;

import dev.sightline.model.ModelException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Says which address a call may be sent to. A configured URL is checked at every use, all its addresses, and the call is
 * sent to the address that was checked, so that a name that changes its mind in between gains nothing.
 */
@ApplicationScoped
class Destinations {

    private final Names names;
    private final boolean allowPrivate;

    Destinations(Names names, ProviderSettings settings) {
        this.names = names;
        this.allowPrivate = settings.allowPrivateAddresses();
    }

    /** Fails with a {@link ModelException}. */
    Uni<Destination> of(OutgoingCall call) {
        URI url = call.url();
        Dialect.require(url.getHost() != null && url.getUserInfo() == null, "The provider's base URL is not usable.");
        Dialect.require(mayUse(url.getScheme()), "The provider's base URL must be an https URL.");
        return names.find(host(url))
                .onFailure()
                .transform(Failures::unreachable)
                .map(addresses -> new Destination(url, call.trusted() ? addresses.get(0) : checked(addresses)));
    }

    private static String host(URI url) {
        return url.getHost().replaceAll("[\\[\\]]", "");
    }

    private boolean mayUse(String scheme) {
        String name = scheme == null ? "" : scheme.toLowerCase(Locale.ROOT);
        return name.equals("https") || name.equals("http") && allowPrivate;
    }

    private InetAddress checked(List<InetAddress> addresses) {
        boolean allowed = addresses.stream().map(Reach::of).allMatch(this::mayReach);
        Dialect.require(allowed, "The provider's base URL leads to an address that is not allowed.");
        return addresses.get(0);
    }

    private boolean mayReach(Reach reach) {
        return reach == Reach.PUBLIC || reach == Reach.PRIVATE && allowPrivate;
    }
}
