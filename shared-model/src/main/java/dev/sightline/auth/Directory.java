package dev.sightline.auth;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The organizations, projects, people and keys that exist, all in memory. Its file is read at start and again whenever it
 * changes; each call is answered from one consistent state of it.
 */
@ApplicationScoped
public class Directory implements KeySource {

    private static final Logger LOG = Logger.getLogger(Directory.class);

    private final Path path;
    private final DirectoryReader reader;
    private final Lock refreshing = new ReentrantLock();
    private final AtomicReference<FileStamp> seen = new AtomicReference<>(FileStamp.NONE);
    private final AtomicReference<Listing> listing = new AtomicReference<>(Listing.of(DirectoryFile.EMPTY));
    private final AtomicReference<String> fault = new AtomicReference<>();

    Directory(@ConfigProperty(name = "sightline.directory") Path path, DirectoryReader reader) {
        this.path = path;
        this.reader = reader;
    }

    /** Reads the file for the first time. */
    void load() throws DirectoryException {
        seen.set(FileStamp.of(path));
        listing.set(Listing.of(reader.read(path)));
        LOG.infof("Directory read path=%s projects=%d", path, projects().size());
    }

    /**
     * Reads the file again if it changed. One that cannot be used leaves the entries as they were. When this returns, what
     * the file held on entry is in use, whoever read it.
     */
    public void refresh() {
        refreshing.lock();
        try {
            if (!FileStamp.of(path).equals(seen.get())) {
                reload();
            }
        } finally {
            refreshing.unlock();
        }
    }

    private void reload() {
        try {
            load();
            fault.set(null);
        } catch (DirectoryException e) {
            fault.set(e.getMessage());
            LOG.errorf("Directory not reloaded, the old entries stay path=%s reason=\"%s\"", path, e.getMessage());
        }
    }

    Path path() {
        return path;
    }

    /** Why the file as it is now is not in use. */
    Optional<String> fault() {
        return Optional.ofNullable(fault.get());
    }

    public Optional<Project> project(int id) {
        return Optional.ofNullable(listing.get().projects().get(id));
    }

    /** The project that events and recordings with this token belong to. */
    public Optional<Project> projectByCaptureToken(String token) {
        return Optional.ofNullable(listing.get().tokens().get(token));
    }

    /** All projects, for work that goes through them one after the other. */
    public Collection<Project> projects() {
        return listing.get().projects().values();
    }

    public Optional<Organization> organizationOf(int projectId) {
        return Optional.ofNullable(listing.get().owners().get(projectId));
    }

    public Optional<Organization> organization(UUID id) {
        return organizations().stream()
                .filter(organization -> organization.id().equals(id))
                .findFirst();
    }

    /** The organizations a person is a member of, in the order of the file. */
    public List<Organization> organizationsOf(Person person) {
        return organizations().stream()
                .filter(organization -> organization.has(person))
                .toList();
    }

    public Optional<Person> person(int userId) {
        return Optional.ofNullable(listing.get().people().get(userId));
    }

    /** A person as answers show the author of something; null for nobody and for somebody who is gone. */
    public UserView author(Integer userId) {
        return UserView.of(Optional.ofNullable(userId).flatMap(this::person).orElse(null));
    }

    @Override
    public Optional<ApiKey> find(String secret) {
        return listing.get().find(secret);
    }

    private List<Organization> organizations() {
        return listing.get().organizations();
    }
}
