package ru.nms.platform.region;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// `nms.region` (environment `NMS_REGION`): a bundled region or the path of a profile file.
@Validated
@ConfigurationProperties("nms")
record RegionSettings(@DefaultValue("tyumen") @NotBlank String region) {}
