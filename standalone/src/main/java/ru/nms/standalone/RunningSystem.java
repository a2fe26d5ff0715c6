package ru.nms.standalone;

import ru.nms.standalone.identity.Identities;

/// The whole process, ready.
///
/// @param identities tells tokens, once data are loaded, whom the roles stand for
/// @param database JDBC address of the administrator's database
/// @param kafka bootstrap servers
public record RunningSystem(Options options, Parts parts, String issuer, Identities identities, String database,
                            String kafka) implements AutoCloseable {

    public String gateway() {
        return "http://localhost:" + options.gatewayPort();
    }

    @Override
    public void close() {
        parts.close();
    }
}
