package ru.nms.platform.imports;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param rowsAtOnce most rows that a validation or an atomic import tries in one transaction. What such a transaction
///                   touches is locked, and change feeds tell nothing new, for as long as it lasts.
@Validated
@ConfigurationProperties("nms.imports")
record ImportSettings(@DefaultValue("20000") @Min(500) @Max(200_000) int rowsAtOnce) {}
