package dev.sightline.model.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import dev.sightline.model.ModelException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Base URLs lead nowhere they should not. */
class DestinationsTest {

    private static final String REFUSED = "The provider's base URL leads to an address that is not allowed.";

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, PUBLIC",
        "172.32.0.1, PUBLIC",
        "2606:4700::1111, PUBLIC",
        "127.0.0.1, PRIVATE",
        "127.8.9.1, PRIVATE",
        "10.1.2.3, PRIVATE",
        "172.16.0.1, PRIVATE",
        "192.168.1.1, PRIVATE",
        "100.64.0.1, PRIVATE",
        "::1, PRIVATE",
        "fd12::1, PRIVATE",
        "::ffff:10.0.0.1, PRIVATE",
        "0.0.0.0, FORBIDDEN",
        "169.254.169.254, FORBIDDEN",
        "::ffff:169.254.169.254, FORBIDDEN",
        "100.100.100.200, FORBIDDEN",
        "168.63.129.16, FORBIDDEN",
        "fd00:ec2::254, FORBIDDEN",
        "fe80::1, FORBIDDEN",
        "64:ff9b::a9fe:a9fe, FORBIDDEN",
        "2002:7f00:1::, FORBIDDEN",
        "::, FORBIDDEN",
        "::7f00:1, FORBIDDEN",
        "224.0.0.1, FORBIDDEN",
        "255.255.255.255, FORBIDDEN",
        "ff02::1, FORBIDDEN"
    })
    void knowsWhereAnAddressLeads(String address, Reach reach) throws UnknownHostException {
        assertEquals(reach, Reach.of(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/v1",
                "https://2130706433/v1",
                "https://localhost/v1",
                "https://[::1]/v1",
                "https://169.254.169.254/latest",
                "https://[::ffff:10.0.0.1]/v1",
                "https://0/v1"
            })
    void refusesAddressesInEverySpelling(String baseUrl) {
        assertEquals(REFUSED, refusal(baseUrl, false, system()));
    }

    @Test
    void refusesMetadataServicesEvenWherePrivateAddressesAreAllowed() {
        assertEquals(REFUSED, refusal("http://169.254.169.254/latest", true, system()));
    }

    @Test
    void refusesAHostOneOfWhoseAddressesIsPrivate() {
        assertEquals(REFUSED, refusal("https://two.example/v1", false, always("8.8.8.8", "10.0.0.1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://8.8.8.8/", "file:///etc/passwd", "https://user:pass@8.8.8.8/", "https:///v1", "v1"})
    void refusesWhatIsNoUsableUrl(String baseUrl) {
        assertTrue(refusal(baseUrl, true, system()).startsWith("The provider's base URL"));
    }

    @Test
    void refusesToSendAKeyInPlainText() {
        assertEquals("The provider's base URL must be an https URL.", refusal("http://8.8.8.8/v1", false, system()));
    }

    @Test
    void connectsToTheAddressItCheckedWhateverTheNameMeansLater() {
        Deque<List<InetAddress>> answers = new ArrayDeque<>(List.of(addresses("8.8.8.8"), addresses("127.0.0.1")));
        Destinations destinations = destinations(false, host -> Uni.createFrom().item(answers.poll()));

        Destination destination = destinations
                .of(call("https://rebinding.example:8443/v1?a=b"))
                .await()
                .indefinitely();

        assertEquals("8.8.8.8", destination.options().getServer().hostAddress());
        assertEquals("rebinding.example", destination.options().getHost());
        assertEquals(8443, destination.options().getPort());
        assertEquals("/v1?a=b", destination.options().getURI());
        assertEquals(1, answers.size(), "the name is asked once");
    }

    @Test
    void speaksToTheCheckedAddressByItsName() {
        try (ProviderServer provider = new ProviderServer()) {
            provider.answers("{}");
            URI baseUrl = URI.create("http://gateway.example:" + provider.server.port() + "/v1");
            ProviderAccess access = new ProviderAccess(Provider.OPENAI_COMPATIBLE, null, baseUrl);

            ProviderServer.failure(provider.models(always("127.0.0.1")).open(access), ProviderServer.question());

            assertEquals(
                    "gateway.example:" + provider.server.port(),
                    provider.lastRequest().getHeader("Host"));
        }
    }

    private static String refusal(String baseUrl, boolean allowPrivate, Names names) {
        return Uni.createFrom()
                .deferred(() -> destinations(allowPrivate, names).of(call(baseUrl)))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .awaitFailure()
                .assertFailedWith(ModelException.class)
                .getFailure()
                .getMessage();
    }

    private static Destinations destinations(boolean allowPrivate, Names names) {
        return new Destinations(names, new ProviderServer.Settings(allowPrivate));
    }

    private static OutgoingCall call(String url) {
        HttpRequest request =
                HttpRequest.builder().method(HttpMethod.POST).url(url).build();
        return new OutgoingCall(request, false, Duration.ofSeconds(5));
    }

    private static Names system() {
        return host -> Uni.createFrom().item(() -> addresses(host));
    }

    private static Names always(String... found) {
        return host -> Uni.createFrom()
                .item(Arrays.stream(found)
                        .flatMap(address -> addresses(address).stream())
                        .toList());
    }

    private static List<InetAddress> addresses(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
