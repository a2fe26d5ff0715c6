package ru.nms.standalone.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.access.Role;
import ru.nms.platform.embedded.StartRefusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The people of the standalone form, one per role, kept in `identities.json` of the data folder. Whose card, organisation
/// or municipality a role stands for is known only after data are loaded, so it can be told while the process runs.
public final class Identities {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Map<Role, Identity> byRole = new EnumMap<>(Role.class);

    private Identities(Path file, Collection<Identity> all) {
        this.file = file;
        all.forEach(identity -> byRole.put(identity.role(), identity));
    }

    /// Those of the folder, or new ones with the given secrets.
    static Identities in(Path folder, Supplier<String> secret) {
        var file = folder.resolve("identities.json");
        if (Files.exists(file)) {
            return new Identities(file, read(file));
        }
        var fresh = new Identities(file, Arrays.stream(Role.values())
                .map(role -> new Identity(role, secret.get(), null, null, null))
                .toList());
        fresh.write();
        return fresh;
    }

    /// From the next token on, the person of this role is that one.
    public synchronized void describe(Role role, @Nullable UUID person, @Nullable UUID organisation, @Nullable UUID municipality) {
        byRole.computeIfPresent(role, (same, identity) -> identity.as(person, organisation, municipality));
        write();
    }

    synchronized List<Identity> all() {
        return new ArrayList<>(byRole.values());
    }

    Path file() {
        return file;
    }

    private static List<Identity> read(Path file) {
        try {
            return List.of(JSON.readValue(Files.readString(file), Identity[].class));
        } catch (IOException | JacksonException cause) {
            throw new StartRefusal("%s cannot be read: %s.".formatted(file, cause.getMessage()), cause);
        }
    }

    private void write() {
        PrivateFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all()));
    }
}
