package ru.nms.platform.access;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Whose tokens are believed.
///
/// @param issuer       the exact `iss`
/// @param audience     must be among `aud`
/// @param jwksUri      where the issuer's public keys are read, from configuration only, never from a token
/// @param clockSkew    how far our clock and the issuer's may differ
/// @param keysMaxAge   after this the keys are read again, in the background of the next check
/// @param refreshPause an unknown key id makes us read the keys again, but not more often than this
/// @param remember     how long a checked token is believed without another check, if it does not expire before
/// @param rememberMost how many checked tokens are remembered
@Validated
@ConfigurationProperties("nms.identity")
public record IdentitySettings(
        @NotBlank String issuer,
        @DefaultValue("nms") @NotBlank String audience,
        @NotNull URI jwksUri,
        @DefaultValue("30s") @DurationMax(seconds = 30) Duration clockSkew,
        @DefaultValue("10m") @DurationMin(seconds = 1) Duration keysMaxAge,
        @DefaultValue("30s") @DurationMin(seconds = 1) Duration refreshPause,
        @DefaultValue("60s") @DurationMax(seconds = 300) Duration remember,
        @DefaultValue("10000") @Min(100) int rememberMost) {}
