package ru.nms.platform.outbox;

import java.util.HashMap;
import java.util.Map;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where Kafka is and how topics are laid out.
///
/// @param partitions  of every topic; order holds per key, so it may only grow by a planned re-publication
/// @param replicas    1 for a single broker
/// @param client      further client properties (security, TLS), passed on as they are
@Validated
@ConfigurationProperties("nms.kafka")
public record KafkaSettings(
        @DefaultValue("localhost:9092") @NotBlank String bootstrapServers,
        @DefaultValue("3") @Min(1) @Max(200) int partitions,
        @DefaultValue("1") @Min(1) @Max(5) short replicas,
        @DefaultValue Map<String, String> client) {

    /// What every client of this process needs.
    public Map<String, Object> common() {
        Map<String, Object> all = new HashMap<>(client);
        all.put("bootstrap.servers", bootstrapServers);
        return all;
    }
}
