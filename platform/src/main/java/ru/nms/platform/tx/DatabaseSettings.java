package ru.nms.platform.tx;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The service's own database. Every wait is bounded here, in the database, rather than by a timeout around a
/// transaction, which would leave its outcome open.
///
/// @param migrator         role that owns the schema and runs migrations; the same as `user` when absent
/// @param poolSize         connections of this process
/// @param statementTimeout longest single statement
/// @param acquireTimeout   longest wait for a free connection; then the request is answered 503
@Validated
@ConfigurationProperties("nms.database")
public record DatabaseSettings(
        @DefaultValue("localhost") @NotBlank String host,
        @DefaultValue("5432") @Min(1) @Max(65535) int port,
        @NotBlank String name,
        @NotBlank String user,
        String password,
        @Nullable Credentials migrator,
        @DefaultValue("10") @Min(2) @Max(200) int poolSize,
        @DefaultValue("3s") Duration statementTimeout,
        @DefaultValue("2s") Duration lockTimeout,
        @DefaultValue("10s") Duration idleInTransactionTimeout,
        @DefaultValue("30s") Duration transactionTimeout,
        @DefaultValue("2s") Duration acquireTimeout) {

    /// A database role and its password.
    public record Credentials(@NotBlank String user, String password) {}

    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, name);
    }

    public Credentials owner() {
        return migrator != null ? migrator : new Credentials(user, password);
    }
}
