package ru.nms.standalone.identity;

import java.nio.file.Path;
import java.util.List;

/// @param folder where key and identities are kept
/// @param gatewayPort where the API page is, which signs people in
/// @param demo known passwords, and machine clients for every role
public record IdentitySettings(Path folder, int port, int gatewayPort, boolean demo) {

    public String issuer() {
        return "http://localhost:" + port;
    }

    List<String> apiPages() {
        return List.of("http://localhost:" + gatewayPort, "http://127.0.0.1:" + gatewayPort);
    }
}
