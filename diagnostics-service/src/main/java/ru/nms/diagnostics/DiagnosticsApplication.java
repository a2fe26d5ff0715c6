package ru.nms.diagnostics;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

import ru.nms.platform.NmsService;

/// Diagnostics as a process of its own; `standalone/` starts the same context beside the others.
@NmsService
public class DiagnosticsApplication {

    static void main(String[] args) {
        new SpringApplicationBuilder(DiagnosticsApplication.class)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=diagnostics")
                .run(args);
    }
}
