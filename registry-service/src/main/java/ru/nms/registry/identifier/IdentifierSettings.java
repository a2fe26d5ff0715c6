package ru.nms.registry.identifier;

import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param key 32 random bytes in Base64; without it no identifier is taken in. Lost with it are all that were
@Validated
@ConfigurationProperties("nms.identifiers")
record IdentifierSettings(@Nullable @Pattern(regexp = "|[A-Za-z0-9+/]{43}=") String key) {

    /// Settings are logged and printed by many tools.
    @Override
    public String toString() {
        return "IdentifierSettings[key=%s]".formatted(key == null || key.isEmpty() ? "none" : "set");
    }
}
