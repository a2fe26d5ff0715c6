package ru.nms.standalone.identity;

import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.access.Role;

/// One person who may sign in, and what tokens say about them.
///
/// @param secret the password, and the secret of the machine client of the same role
record Identity(Role role, String secret, @Nullable UUID personId, @Nullable UUID organisationId,
                @Nullable UUID municipalityId) {

    String login() {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /// A machine client that speaks for the role; the federal one has the same name everywhere.
    String client() {
        return role == Role.FEDERAL ? "federal" : "demo-" + login();
    }

    boolean person() {
        return role != Role.FEDERAL;
    }

    Identity as(@Nullable UUID person, @Nullable UUID organisation, @Nullable UUID municipality) {
        return new Identity(role, secret, person, organisation, municipality);
    }

    @Override
    public String toString() {
        return login();
    }
}
