package dev.sightline.model.provider;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;

/** Where an address leads. */
enum Reach {
    PUBLIC,
    /** This machine or its private networks. */
    PRIVATE,
    /** Metadata services of clouds, and addresses no server has. */
    FORBIDDEN;

    private static final List<IpSubnetFilterRule> FORBIDDEN_NETWORKS = networks(
            "0.0.0.0/8",
            "100.100.100.200/32",
            "168.63.129.16/32",
            "169.254.0.0/16",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "::/96",
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/32",
            "2001:db8::/32",
            "2002::/16",
            "fd00:ec2::254/128",
            "fe80::/10",
            "ff00::/8");
    private static final List<IpSubnetFilterRule> PRIVATE_NETWORKS = networks(
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "::1/128",
            "fc00::/7",
            "fec0::/10");

    static Reach of(InetAddress address) {
        InetSocketAddress socket = new InetSocketAddress(address, 0);
        if (address.isLoopbackAddress()) {
            return PRIVATE;
        }
        if (among(FORBIDDEN_NETWORKS, socket)) {
            return FORBIDDEN;
        }
        return among(PRIVATE_NETWORKS, socket) ? PRIVATE : PUBLIC;
    }

    private static boolean among(List<IpSubnetFilterRule> networks, InetSocketAddress socket) {
        return networks.stream().anyMatch(network -> network.matches(socket));
    }

    private static List<IpSubnetFilterRule> networks(String... blocks) {
        return Stream.of(blocks).map(Reach::network).toList();
    }

    private static IpSubnetFilterRule network(String block) {
        String[] parts = block.split("/");
        return new IpSubnetFilterRule(parts[0], Integer.parseInt(parts[1]), IpFilterRuleType.REJECT);
    }
}
