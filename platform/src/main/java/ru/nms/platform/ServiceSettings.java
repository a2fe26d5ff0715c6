package ru.nms.platform;

import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// Which service this is: `registry`, `diagnostics`, `iom`, `events` or `monitoring`. The name is part of its paths,
/// its migrations, its consumer group and the source of its events.
@Validated
@ConfigurationProperties("nms.service")
public record ServiceSettings(@Pattern(regexp = "[a-z]+") String name) {}
