package ru.nms.platform.sync;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param tombstones how long the feed remembers that something is gone; a client that stays away longer loads anew
@Validated
@ConfigurationProperties("nms.sync")
record SyncSettings(@DefaultValue("400d") Duration tombstones) {}
