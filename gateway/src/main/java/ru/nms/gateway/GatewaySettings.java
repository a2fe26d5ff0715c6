package ru.nms.gateway;

import java.net.URI;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// @param services       where each service is: name, as in its paths, and address
/// @param collections    which collections of the change feed each service owns
/// @param allowedOrigins web front ends that may call from a browser
/// @param bodyLimit      largest body but of imports
/// @param importLimit    largest table that is imported
@Validated
@ConfigurationProperties("nms.gateway")
record GatewaySettings(
        @NotEmpty Map<String, URI> services,
        @DefaultValue Map<String, List<String>> collections,
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue("256KB") DataSize bodyLimit,
        @DefaultValue("1GB") DataSize importLimit,
        @DefaultValue @Valid Limits limits) {

    /// What one client may do: a person or machine by its token's subject, the rest by address.
    ///
    /// @param requestsPerSecond over time
    /// @param burst             at once
    /// @param concurrent        under way at the same time
    /// @param clients           how many clients are kept in mind
    record Limits(
            @DefaultValue("200") @Min(1) int requestsPerSecond,
            @DefaultValue("400") @Min(1) int burst,
            @DefaultValue("64") @Min(1) int concurrent,
            @DefaultValue("50000") @Min(1) int clients) {}
}
