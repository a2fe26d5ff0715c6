package ru.nms.registry.methodist;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param overload what happens when a methodist gets one teacher more than the region's limit
@Validated
@ConfigurationProperties("nms.methodist")
record MethodistSettings(@DefaultValue("REFUSE") Overload overload) {

    enum Overload { REFUSE, WARN }
}
