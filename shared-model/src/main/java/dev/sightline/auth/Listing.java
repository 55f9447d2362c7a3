package dev.sightline.auth;

import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One state of the directory, indexed by what requests look up. */
record Listing(
        List<Organization> organizations,
        Map<Integer, Project> projects,
        Map<String, Project> tokens,
        Map<Integer, Organization> owners,
        Map<Integer, Person> people,
        List<HashedKey> keys) {

    /** A key beside the hash of its secret. */
    record HashedKey(byte[] hash, ApiKey key) {}

    static Listing of(DirectoryFile file) {
        Listing listing = new Listing(
                file.organizations(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                file.keys().stream().map(Listing::hashed).toList());
        file.organizations().forEach(listing::add);
        return listing;
    }

    private static HashedKey hashed(DirectoryFile.Entry entry) {
        return new HashedKey(HexFormat.of().parseHex(entry.sha256()), entry.key());
    }

    private void add(Organization organization) {
        organization.members().forEach(person -> people.put(person.id(), person));
        for (Project project : organization.projects()) {
            projects.put(project.id(), project);
            tokens.put(project.captureToken(), project);
            owners.put(project.id(), organization);
        }
    }

    /** Compares with every key, so that the time tells nothing about which hashes exist. */
    Optional<ApiKey> find(String secret) {
        byte[] hash = Secrets.sha256(secret);
        ApiKey found = null;
        for (HashedKey candidate : keys) {
            if (MessageDigest.isEqual(candidate.hash(), hash)) {
                found = candidate.key();
            }
        }
        return Optional.ofNullable(found);
    }
}
